import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Nobody has touched anything for a while: say so before starting over.
KioskPage {
    id: still

    required property KioskViewModel kiosk

    // As long as the presenter waits after its warning.
    readonly property int patience: 20000

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage
    spoken: heading.text + ". " + advice.text

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space4
        width: Math.min(parent.width - 2 * Theme.space5, 620 * Theme.scale)
        y: Math.max(Theme.space5, (parent.height - yes.height - height) / 2)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "clock"
            side: Theme.space8 * 1.25
        }

        Heading {
            id: heading

            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Are you still there?")
            width: parent.width
        }

        Label {
            id: advice

            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text22
            text: qsTr("Touch the screen to go on. Otherwise it starts over.")
            width: parent.width
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.sunken
            height: Theme.space2
            radius: height / 2
            width: parent.width / 2

            Rectangle {
                color: Theme.accent
                height: parent.height
                radius: height / 2
                width: parent.width

                NumberAnimation on width {
                    duration: still.patience
                    running: !Theme.reducedMotion
                    to: 0
                }
            }
        }
    }

    Button {
        id: yes

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.space8
        kind: Button.Primary
        objectName: "still-here"
        text: qsTr("Yes, go on")
        textSize: Theme.text28
        width: Math.min(parent.width - 2 * Theme.space5, 420 * Theme.scale)

        onClicked: still.kiosk.touched()
    }
}
