pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Staff type their PIN; whoever came here by chance goes back.
KioskPage {
    id: door

    required property KioskViewModel kiosk
    required property StaffViewModel staff
    readonly property real key: Math.min(Theme.space8, (height - 196 * Theme.scale) / 5)

    spoken: heading.text

    Component.onCompleted: forceActiveFocus()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            staff.digitErased();
        else if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            staff.digitTapped(event.text);
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space2
        width: Math.min(parent.width - 2 * Theme.space5, 380 * Theme.scale)

        Heading {
            id: heading

            horizontalAlignment: Text.AlignHCenter
            size: Theme.text28
            text: qsTr("Staff: your PIN")
            width: parent.width
        }

        Row {
            id: dots

            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.space5
            spacing: Theme.space3

            Repeater {
                model: Math.max(1, door.staff.pinTyped)

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: Theme.control
                    border.width: Math.max(1, Theme.scale)
                    color: door.staff.pinTyped > 0 ? Theme.text : "transparent"
                    height: width
                    radius: width / 2
                    width: Theme.space3
                }
            }
        }

        Label {
            id: said

            color: Theme.danger
            horizontalAlignment: Text.AlignHCenter
            objectName: "pin-said"
            strong: true
            text: door.staff.pinLocked ? qsTr("Too many tries. Please wait half a minute.") : door.staff.pinWrong ? qsTr("That is not the PIN.") : ""
            width: parent.width
        }

        Grid {
            id: pad

            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: Theme.space2

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "←"]

                Button {
                    required property string modelData

                    enabled: modelData !== "" && !door.staff.pinLocked
                    height: door.key
                    objectName: "digit-" + modelData
                    opacity: modelData === "" ? 0 : 1
                    text: modelData
                    textSize: Theme.text28
                    verticalPadding: 0
                    width: (door.width > 0 ? pad.parent.width - 2 * pad.spacing : 0) / 3

                    Accessible.name: modelData === "←" ? qsTr("Erase") : modelData

                    onClicked: {
                        if (modelData === "←")
                            door.staff.digitErased();
                        else
                            door.staff.digitTapped(modelData);
                    }
                }
            }
        }

        Button {
            id: back

            height: door.key
            objectName: "back"
            text: qsTr("Back to the start")
            textSize: Theme.text22
            width: parent.width

            onClicked: door.kiosk.doneTapped()
        }
    }
}
