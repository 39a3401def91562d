import QtQuick
import TakeANumber.Theme

// Ordinary text. `secondary` is quieter, `strong` is for what matters most on the screen, `bold` for its title.
Text {
    property bool strong: false
    property bool bold: false
    property bool secondary: false
    // Digits of equal width, for what stands below each other or changes while one looks.
    property bool tabular: false
    property real size: Theme.text18

    color: secondary ? Theme.text2 : Theme.text
    font.family: Theme.family
    font.features: tabular ? Theme.digits : Theme.words
    font.pixelSize: Math.round(size)
    font.weight: bold ? Font.Bold : strong ? Font.DemiBold : Font.Normal
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap

    Accessible.name: text
    Accessible.role: Accessible.StaticText
}
