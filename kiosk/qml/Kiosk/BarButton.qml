import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A word of the bar, for a language, or for an aid below its icon; only what is chosen is boxed.
T.AbstractButton {
    id: button

    property string symbol: ""
    property real size: Panel.small
    readonly property bool filled: down || checked && Theme.mode === Theme.Contrast
    readonly property color ink: filled ? Theme.accentInk : checked ? Theme.accent : Theme.text

    focusPolicy: Qt.StrongFocus
    horizontalPadding: 14 * Panel.px
    implicitHeight: (symbol === "" ? 88 : 124) * Panel.px
    implicitWidth: Math.max(82 * Panel.px, word.implicitWidth + leftPadding + rightPadding)

    Accessible.name: text
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: Theme.accent
        border.width: button.checked || button.visualFocus ? 4 * Panel.px : 0
        color: button.filled ? Theme.accent : button.checked ? Theme.surface : "transparent"
        radius: 16 * Panel.px
    }
    contentItem: Item {
        Icon {
            id: glyph

            anchors.bottom: word.top
            anchors.horizontalCenter: parent.horizontalCenter
            color: button.ink
            name: button.symbol
            side: 48 * Panel.px
            visible: button.symbol !== ""
        }

        Text {
            id: word

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: button.symbol === "" ? 0 : 26 * Panel.px
            color: button.ink
            font.family: Theme.family
            font.pixelSize: Math.round(button.size)
            font.weight: button.checked ? Font.DemiBold : Font.Normal
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(button.size * 0.5)
            text: button.text
            textFormat: Text.PlainText
        }
    }
}
