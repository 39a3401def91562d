import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// One of several to choose from; the chosen one has the blue edge.
T.Button {
    id: chip

    property bool chosen: false
    property string letter: ""
    property int ordinal: 0
    property bool ticked: false
    property real most: 300 * Theme.scale
    readonly property real beside: (badge.visible ? badge.width + Theme.space2 : 0) + (tick.visible ? tick.width + Theme.space2 : 0)
    readonly property bool inverse: Theme.mode === Theme.Contrast && chosen || down
    readonly property color ink: !enabled ? Theme.text2 : inverse ? Theme.accentInk : chosen ? Theme.accent : Theme.text

    focusPolicy: Qt.StrongFocus
    horizontalPadding: Theme.space3
    implicitHeight: 48 * Theme.scale
    implicitWidth: Math.min(most, Math.ceil(Math.max(48 * Theme.scale, word.implicitWidth + beside + leftPadding + rightPadding)))

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.name: text
    Accessible.role: Accessible.RadioButton

    Keys.onEnterPressed: chip.clicked()
    Keys.onReturnPressed: chip.clicked()
    // With Ctrl it is another key, which does nothing.
    Keys.onSpacePressed: event => event.accepted = (event.modifiers & Qt.ControlModifier) !== 0

    background: Rectangle {
        border.color: chip.chosen || chip.visualFocus ? Theme.accent : Theme.control
        border.width: chip.chosen ? 3 * Theme.scale : chip.visualFocus ? 2 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
        color: chip.inverse ? Theme.accent : Theme.surface
        radius: Theme.radiusM

        Rectangle {
            anchors.fill: parent
            anchors.margins: -4 * Theme.scale
            border.color: Theme.accent
            border.width: 2 * Theme.scale
            color: "transparent"
            radius: parent.radius + 4 * Theme.scale
            visible: chip.chosen && chip.visualFocus
        }
    }
    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.space2

            QueueBadge {
                id: badge

                anchors.verticalCenter: parent.verticalCenter
                letter: chip.letter
                ordinal: chip.ordinal
                side: Theme.space5
                visible: letter !== ""
            }

            Glyph {
                id: tick

                anchors.verticalCenter: parent.verticalCenter
                color: chip.ink
                name: "check"
                side: 18 * Theme.scale
                visible: chip.ticked && chip.chosen
            }

            FitLabel {
                id: word

                anchors.verticalCenter: parent.verticalCenter
                color: chip.ink
                size: Theme.text16
                strong: true
                text: chip.text
                width: Math.min(Math.ceil(implicitWidth), chip.availableWidth - chip.beside)

                Accessible.ignored: true
            }
        }
    }
}
