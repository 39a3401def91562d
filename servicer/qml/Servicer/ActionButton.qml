import QtQuick
import QtQuick.Templates as T
import TakeANumber.Theme

// One of the buttons beside the primary: an icon and a word, and below them the keys that do the same.
T.Button {
    id: button

    property string iconName: ""
    property string keys: ""
    property bool chosen: false
    property bool wanted: false
    property bool compact: false
    readonly property bool inverse: down || Theme.mode === Theme.Contrast && chosen
    readonly property color ink: !enabled ? Theme.text2 : inverse ? Theme.accentInk : chosen ? Theme.accent : Theme.text

    focusPolicy: Qt.StrongFocus
    horizontalPadding: compact ? Theme.space1 : Theme.space2
    implicitHeight: (compact ? 44 : 64) * Theme.scale
    implicitWidth: Math.max(44 * Theme.scale, word.implicitWidth + leftPadding + rightPadding)

    Accessible.checked: chosen
    Accessible.description: keys
    Accessible.name: text
    Accessible.role: Accessible.Button

    Keys.onEnterPressed: button.clicked()
    Keys.onReturnPressed: button.clicked()
    // With Ctrl it is another key, which does nothing.
    Keys.onSpacePressed: event => event.accepted = (event.modifiers & Qt.ControlModifier) !== 0

    background: Rectangle {
        border.color: button.wanted ? Theme.text : button.visualFocus || button.chosen ? Theme.accent : Theme.control
        border.width: button.wanted ? 4 * Theme.scale : button.visualFocus || button.chosen ? 3 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
        color: button.inverse ? Theme.accent : Theme.surface
        radius: Theme.radiusM
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 2 * Theme.scale

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.space2

                Glyph {
                    id: picture

                    anchors.verticalCenter: parent.verticalCenter
                    color: button.ink
                    name: button.iconName === "" ? "x" : button.iconName
                    side: 20 * Theme.scale
                    turns: button.iconName === "list"
                    visible: !button.compact && button.iconName !== ""
                }

                FitLabel {
                    id: word

                    anchors.verticalCenter: parent.verticalCenter
                    color: button.ink
                    size: button.compact ? Theme.text14 : Theme.text16
                    strong: true
                    text: button.text
                    width: Math.min(implicitWidth, button.availableWidth - (picture.visible ? picture.width + Theme.space2 : 0))

                    Accessible.ignored: true
                }
            }

            FitLabel {
                anchors.horizontalCenter: parent.horizontalCenter
                color: button.enabled && !button.inverse ? Theme.text2 : button.ink
                size: Theme.text14
                text: button.keys
                visible: !button.compact && text !== ""
                width: Math.min(implicitWidth, button.availableWidth)

                Accessible.ignored: true
            }
        }
    }
}
