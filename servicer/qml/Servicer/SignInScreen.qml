pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// Sitting down: which desk, who, PIN.
Item {
    id: screen

    required property ConsoleViewModel status
    required property SignInViewModel signIn
    readonly property bool ready: signIn.desk > 0 && signIn.servicer !== "" && pin.text.length >= 4 && !signIn.busy && signIn.lockedS === 0

    function give() {
        if (screen.ready)
            screen.signIn.pinGiven(pin.text);
    }

    Connections {
        function onTriesChanged() {
            pin.clear();
            pin.forceActiveFocus();
        }

        target: screen.signIn
    }

    LinkBar {
        id: linkBar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        asOf: screen.status.asOf
        link: screen.status.link
        textSize: Theme.text16
    }

    Flickable {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: linkBar.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, form.implicitHeight + 2 * Theme.space5)

        Column {
            id: form

            anchors.centerIn: parent
            spacing: screen.height < 420 ? Theme.space2 : Theme.space4
            width: Math.min(parent.width - 2 * Theme.space4, 720 * Theme.scale)

            Heading {
                size: screen.height < 420 ? Theme.text18 : Theme.text28
                text: qsTr("Good to see you. Where do you sit today?")
                width: parent.width
            }

            NoticeBar {
                notice: screen.signIn.notice
                width: parent.width
            }

            Label {
                secondary: true
                size: Theme.text16
                strong: true
                text: qsTr("Desk")
            }

            Flow {
                spacing: Theme.space3
                width: parent.width

                Repeater {
                    model: screen.signIn.desks

                    Button {
                        id: desk

                        required property int number
                        required property string servicer
                        required property bool chosen

                        checked: chosen
                        objectName: "desk-" + number
                        text: servicer === "" ? number : qsTr("%1 · %2").arg(number).arg(servicer)

                        Accessible.name: servicer === "" ? qsTr("Desk %1").arg(number) : qsTr("Desk %1, %2 sits there").arg(number).arg(servicer)

                        onClicked: screen.signIn.deskChosen(desk.number)
                    }
                }
            }

            Label {
                secondary: true
                size: Theme.text16
                strong: true
                text: qsTr("Who are you?")
            }

            Flow {
                spacing: Theme.space3
                width: parent.width

                Repeater {
                    model: screen.signIn.servicers

                    Button {
                        id: servicer

                        required property string name
                        required property int desk
                        required property bool chosen

                        checked: chosen
                        objectName: "servicer-" + name
                        text: desk === 0 ? name : qsTr("%1 · at desk %2").arg(name).arg(desk)

                        onClicked: {
                            screen.signIn.servicerChosen(servicer.name);
                            pin.forceActiveFocus();
                        }
                    }
                }
            }

            Label {
                secondary: true
                size: Theme.text16
                strong: true
                text: qsTr("PIN")
            }

            Row {
                spacing: Theme.space3
                width: parent.width

                T.TextField {
                    id: pin

                    color: Theme.text
                    echoMode: TextInput.Password
                    enabled: !screen.signIn.busy && screen.signIn.lockedS === 0
                    font.family: Theme.family
                    font.letterSpacing: Theme.space1
                    font.pixelSize: Math.round(Theme.text22)
                    height: Theme.space7
                    inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                    leftPadding: Theme.space3
                    maximumLength: 12
                    objectName: "pin"
                    validator: RegularExpressionValidator {
                        regularExpression: /[0-9]*/
                    }
                    verticalAlignment: TextInput.AlignVCenter
                    width: Math.min(220 * Theme.scale, parent.width * 0.5)

                    // Qt gives a password's field no name; screen readers then say the description.
                    Accessible.description: qsTr("PIN")
                    Accessible.passwordEdit: true
                    Accessible.role: Accessible.EditableText

                    background: Rectangle {
                        border.color: pin.activeFocus ? Theme.accent : Theme.control
                        border.width: pin.activeFocus ? Math.max(2, 2.5 * Theme.scale) : Math.max(1, 1.5 * Theme.scale)
                        color: Theme.surface
                        radius: Theme.radiusM
                    }

                    onAccepted: screen.give()
                }

                Button {
                    enabled: screen.ready
                    kind: Button.Primary
                    objectName: "signIn"
                    text: screen.signIn.busy ? qsTr("One moment …") : qsTr("Sign in")
                    width: Math.min(implicitWidth, parent.width - pin.width - Theme.space3)

                    onClicked: screen.give()
                }
            }
        }
    }
}
