import QtQuick
import QtQuick.Templates as T
import TakeANumber.Theme

// A button: one primary per screen, secondary for the others, quiet for what is seldom needed.
T.Button {
    id: button

    enum Kind { Primary, Secondary, Quiet }

    property int kind: Button.Secondary
    property real textSize: Theme.text18
    readonly property color ink: !enabled ? Theme.text2 : kind === Button.Primary ? Theme.accentInk : kind === Button.Quiet || checked ? Theme.accent : Theme.text

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
            if (button.down)
                return Theme.sunken;
            return button.kind === Button.Secondary ? Theme.surface : "transparent";
        }
        radius: Theme.radiusM
    }
    contentItem: Text {
        color: button.ink
        font: button.font
        horizontalAlignment: Text.AlignHCenter
        text: button.text
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
    }
}
