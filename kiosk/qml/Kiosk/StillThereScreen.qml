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

    Header {
        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: still.kiosk
        width: parent.width
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Panel.apart
        width: Math.min(parent.width - 2 * Panel.margin, 1400 * Panel.px)
        y: Math.max(Theme.space5, (parent.height - yes.height - height) / 2)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text
            name: "clock"
            side: 120 * Panel.px
        }

        Heading {
            id: heading

            bold: true
            horizontalAlignment: Text.AlignHCenter
            size: Panel.title
            text: qsTr("Are you still there?")
            width: parent.width
        }

        Label {
            id: advice

            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Panel.words
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

    BigButton {
        id: yes

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Panel.above
        anchors.horizontalCenter: parent.horizontalCenter
        kind: Button.Primary
        least: 136 * Panel.px
        objectName: "still-here"
        text: qsTr("Yes, go on")
        width: Math.min(parent.width - 2 * Panel.margin, 968 * Panel.px)

        onClicked: still.kiosk.touched()
    }
}
