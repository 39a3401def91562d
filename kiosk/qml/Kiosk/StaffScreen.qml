import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What staff may do at the kiosk.
KioskPage {
    id: page

    required property KioskViewModel kiosk
    required property StaffViewModel staff

    Column {
        anchors.centerIn: parent
        spacing: Theme.space3
        width: Math.min(parent.width - 2 * Theme.space5, 460 * Theme.scale)

        Heading {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("For staff")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            objectName: "print-said"
            secondary: true
            text: ["", qsTr("Printing a test …"), qsTr("Printed. Please look whether it is all there, and cut."), qsTr("The printer has no paper."), qsTr("The printer cannot be reached, is open, or stopped."), qsTr("Sent. This printer never says whether it printed: please look.")][page.staff.paper]
            visible: text !== ""
            width: parent.width
        }

        Button {
            height: Math.max(Theme.space7, implicitHeight)
            objectName: "test-print"
            text: qsTr("Print a test")
            textSize: Theme.text22
            visible: page.staff.prints
            width: parent.width

            onClicked: page.staff.testPrintTapped()
        }

        Button {
            height: Math.max(Theme.space7, implicitHeight)
            objectName: "calibrate"
            text: qsTr("Set the screen’s true size")
            textSize: Theme.text22
            width: parent.width

            onClicked: page.staff.calibrateTapped()
        }

        Button {
            height: Math.max(Theme.space7, implicitHeight)
            objectName: "close"
            text: qsTr("End the kiosk")
            textSize: Theme.text22
            width: parent.width

            onClicked: page.staff.closeTapped()
        }

        Button {
            height: Math.max(Theme.space7, implicitHeight)
            kind: Button.Primary
            objectName: "back"
            text: qsTr("Back to the customers")
            textSize: Theme.text22
            width: parent.width

            onClicked: page.kiosk.doneTapped()
        }
    }
}
