import QtQuick
import TakeANumber.Theme

// A ticket's label such as A001: one line, left to right in every language, digits of equal width.
Text {
    id: code

    property real size: Theme.text48

    color: Theme.text
    font.family: Theme.family
    font.features: Theme.digits
    font.letterSpacing: 0.01 * size
    font.pixelSize: Math.round(size)
    font.weight: Font.Bold
    horizontalAlignment: Text.AlignHCenter
    maximumLineCount: 1
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.NoWrap

    Accessible.name: code.text.split("").join(" ")
    Accessible.role: Accessible.StaticText
}
