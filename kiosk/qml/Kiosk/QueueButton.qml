pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// One queue to tap: a row, slim or a tile where two stand side by side, or the giant one where it stands alone.
T.AbstractButton {
    id: button

    enum Shape { Row, Slim, Tile, Giant }

    required property string slug
    required property string letter
    required property string name
    required property int openness
    required property int waiting
    required property int lowMin
    required property int highMin
    required property int ordinal
    required property bool taking
    property int shape: QueueButton.Row
    readonly property bool lit: taking || down
    readonly property color ink: lit ? Theme.accentInk : Theme.text
    readonly property color quietInk: lit ? Theme.accentInk : Theme.text2
    readonly property bool open: openness === Terms.Openness.Giving
    readonly property string howMany: openness === Terms.Openness.Shut ? qsTr("Closed now") : openness === Terms.Openness.FullForToday ? qsTr("Full for today") : openness === Terms.Openness.FullNow ? qsTr("Full just now") : waiting === 0 ? qsTr("Nobody waiting") : qsTr("%1 waiting").arg(waiting)
    readonly property string howLong: {
        if (!open || highMin === 0)
            return "";
        if (shape === QueueButton.Slim || shape === QueueButton.Tile)
            return lowMin === highMin ? qsTr("%1 min").arg(highMin) : qsTr("%1–%2 min").arg(lowMin).arg(highMin);
        return lowMin === highMin ? qsTr("about %1 min").arg(highMin) : qsTr("about %1–%2 min").arg(lowMin).arg(highMin);
    }

    enabled: open
    focusPolicy: Qt.StrongFocus
    objectName: "queue-" + slug
    padding: shape === QueueButton.Row ? Theme.space4 : Theme.space2

    Accessible.description: howMany + " " + howLong
    Accessible.name: name
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: button.visualFocus ? Theme.accent : button.open ? Theme.control : Theme.line
        border.width: (button.visualFocus ? 3 : 1.5) * Math.max(1, Theme.scale / 2)
        color: button.lit ? Theme.accent : button.open ? Theme.surface : Theme.sunken
        radius: Theme.radiusM
    }
    contentItem: Loader {
        sourceComponent: button.shape === QueueButton.Tile ? tile : button.shape === QueueButton.Giant ? giant : row
    }

    Component {
        id: row

        Item {
            readonly property bool slim: button.shape === QueueButton.Slim

            QueueBadge {
                id: rowBadge

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                letter: button.letter
                opacity: button.open ? 1 : 0.5
                ordinal: button.ordinal
                side: parent.slim ? Theme.space6 : Theme.space7
            }

            Column {
                anchors.left: rowBadge.right
                anchors.leftMargin: parent.slim ? Theme.space2 : Theme.space4
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                QueueName {
                    color: button.open ? button.ink : Theme.text2
                    full: button.shape === QueueButton.Slim ? Theme.text18 : Theme.text22
                    text: button.name
                    width: parent.width
                }

                Label {
                    color: button.quietInk
                    text: button.howLong === "" ? button.howMany : button.howMany + " · " + button.howLong
                    width: parent.width
                }
            }
        }
    }

    Component {
        id: tile

        Item {
            QueueBadge {
                id: tileBadge

                anchors.left: parent.left
                letter: button.letter
                opacity: button.open ? 1 : 0.5
                ordinal: button.ordinal
                side: Theme.space6
                y: Math.max(0, (facts.height - height) / 2)
            }

            Column {
                id: facts

                anchors.left: tileBadge.right
                anchors.leftMargin: Theme.space2
                anchors.right: parent.right
                y: Math.max(0, (tileBadge.height - height) / 2)

                Label {
                    color: button.quietInk
                    lineHeight: 0.92
                    size: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
                    text: button.howMany
                    width: parent.width
                }

                Label {
                    color: button.quietInk
                    lineHeight: 0.92
                    size: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
                    text: button.howLong
                    visible: button.howLong !== ""
                    width: parent.width
                }
            }

            QueueName {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: facts.height > tileBadge.height ? facts.bottom : tileBadge.bottom
                color: button.open ? button.ink : Theme.text2
                fontSizeMode: Text.Fit
                full: Theme.text18
                lineHeight: 1
                minimumPixelSize: Math.round(size * 0.7)
                text: button.name
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    Component {
        id: giant

        Item {
            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space5

                QueueBadge {
                    anchors.horizontalCenter: parent.horizontalCenter
                    letter: button.letter
                    ordinal: button.ordinal
                    side: Theme.space8 * 1.5
                }

                QueueName {
                    color: button.open ? button.ink : Theme.text2
                    full: Theme.text48
                    horizontalAlignment: Text.AlignHCenter
                    text: button.name
                    width: parent.width
                }

                Label {
                    color: button.quietInk
                    horizontalAlignment: Text.AlignHCenter
                    size: Theme.text22
                    text: button.howLong === "" ? button.howMany : button.howMany + " · " + button.howLong
                    width: parent.width
                }
            }
        }
    }
}
