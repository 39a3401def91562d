pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The number takes longer than a moment: say so, and say what to do when the network is the reason.
KioskPage {
    id: taking

    required property KioskViewModel kiosk
    required property TicketViewModel ticket

    spoken: heading.text

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

    Header {
        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: taking.kiosk
        width: parent.width
    }

    Column {
        anchors.centerIn: parent
        spacing: 48 * Panel.px
        width: Math.min(parent.width - 2 * Panel.margin, 1300 * Panel.px)

        QueueBadge {
            anchors.horizontalCenter: parent.horizontalCenter
            letter: taking.ticket.letter
            ordinal: taking.ticket.ordinal
            side: 180 * Panel.px
            visible: letter !== ""
        }

        Heading {
            id: heading

            bold: true
            horizontalAlignment: Text.AlignHCenter
            size: Panel.title
            text: qsTr("Getting your number…")
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space3

            Repeater {
                model: 3

                Rectangle {
                    id: dot

                    required property int index

                    color: Theme.accent
                    height: width
                    radius: width / 2
                    width: Theme.space3

                    SequentialAnimation on opacity {
                        loops: Animation.Infinite
                        running: !Theme.reducedMotion

                        PauseAnimation {
                            duration: dot.index * Theme.base
                        }
                        NumberAnimation {
                            duration: Theme.slow
                            from: 1
                            to: 0.25
                        }
                        NumberAnimation {
                            duration: Theme.slow
                            from: 0.25
                            to: 1
                        }
                        PauseAnimation {
                            duration: (2 - dot.index) * Theme.base
                        }
                    }
                }
            }
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Panel.words
            text: qsTr("The connection is interrupted. We keep trying: please wait here a moment, or ask the staff.")
            visible: taking.ticket.missed
            width: parent.width
        }
    }
}
