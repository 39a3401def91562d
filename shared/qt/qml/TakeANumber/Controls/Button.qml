import QtQuick
import QtQuick.Templates as T
import TakeANumber.Theme

// A button: one primary per screen, secondary for the others, quiet for what is seldom needed.
// It may bear an icon, before its words or above them; arrows are mirrored where people read from the right.
T.Button {
    id: button

    enum Kind { Primary, Secondary, Quiet }

    property int kind: Button.Secondary
    property real textSize: Theme.text18
    property string symbol: ""
    property real symbolSize: textSize * 1.15
    property bool symbolAbove: false
    property bool symbolMirrors: false
    readonly property bool filled: down || kind === Button.Primary || checked && Theme.mode === Theme.Contrast
    readonly property color ink: !enabled ? Theme.text2 : filled ? Theme.accentInk : kind === Button.Quiet || checked ? Theme.accent : Theme.text

    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Math.round(textSize)
    font.weight: Font.DemiBold
    implicitHeight: Math.max(Theme.space7, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    horizontalPadding: Theme.space4
    verticalPadding: Theme.space2

    Accessible.name: text
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: button.visualFocus || button.checked ? Theme.accent : Theme.control
        border.width: button.visualFocus || button.checked ? Math.max(2, 3 * Theme.scale) : button.kind === Button.Secondary ? Math.max(1, 1.5 * Theme.scale) : 0
        color: {
            if (button.kind === Button.Primary)
                return !button.enabled ? Theme.sunken : button.down ? Qt.darker(Theme.accent, 1.25) : Theme.accent;
            if (button.filled)
                return Theme.accent;
            return button.kind === Button.Secondary || button.checked ? Theme.surface : "transparent";
        }
        radius: Theme.radiusM
    }
    contentItem: Item {
        implicitHeight: button.symbolAbove && button.symbol !== "" ? glyph.height + words.implicitHeight : words.implicitHeight
        implicitWidth: button.symbol === "" || button.symbolAbove ? words.implicitWidth : words.implicitWidth + glyph.width + group.gap

        Item {
            id: group

            readonly property real gap: button.symbol === "" ? 0 : button.textSize * 0.4
            readonly property real room: parent.width - beside
            // Two lines of about the same length, and no word wider than they are.
            readonly property real balanced: Math.min(room, Math.max(longest.advanceWidth * 1.05, words.implicitWidth / Math.ceil(words.implicitWidth / Math.max(1, room)) * 1.35))
            readonly property TextMetrics longest: TextMetrics {
                font: button.font
                text: button.text.split(" ").reduce((longest, word) => word.length > longest.length ? word : longest, "")
            }
            readonly property real beside: button.symbol === "" || button.symbolAbove ? 0 : glyph.width + gap

            anchors.centerIn: parent
            height: button.symbolAbove && button.symbol !== "" ? glyph.height + words.height : Math.max(words.height, button.symbol === "" ? 0 : glyph.height)
            width: beside === 0 ? parent.width : beside + words.contentWidth

            Icon {
                id: glyph

                anchors.left: parent.left
                anchors.leftMargin: button.symbolAbove ? (parent.width - width) / 2 : 0
                color: button.ink
                mirrors: button.symbolMirrors
                name: button.symbol
                side: button.symbolSize
                visible: button.symbol !== ""
                y: button.symbolAbove ? 0 : (parent.height - height) / 2
            }

            Text {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: group.beside
                color: button.ink
                font: button.font
                horizontalAlignment: group.beside === 0 ? Text.AlignHCenter : Text.AlignLeft
                text: button.text
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter
                width: group.beside === 0 || implicitWidth <= group.room ? group.room : group.balanced
                wrapMode: Text.WordWrap
                y: group.beside === 0 ? parent.height - height : (parent.height - height) / 2
            }
        }
    }
}
