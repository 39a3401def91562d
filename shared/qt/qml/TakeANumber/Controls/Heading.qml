import QtQuick
import TakeANumber.Theme

// The sentence that says what a screen is for.
Label {
    size: Theme.text36
    strong: true
    font.letterSpacing: -0.01 * size
    lineHeight: 1.12

    Accessible.role: Accessible.Heading
}
