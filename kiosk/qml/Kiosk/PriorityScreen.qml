pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Which priority applies; what is tapped next gives the number.
KioskPage {
    id: page

    required property KioskViewModel kiosk
    required property PriorityViewModel priority

    readonly property real room: (list.height - back.height) / Math.max(1, priority.classCount) - Panel.gap
    readonly property real rowHeight: Math.min(room, (Panel.larger ? 236 : 176) * Panel.px)

    spoken: heading.text + ". " + what.text

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: page.kiosk
        showsTime: Panel.portrait
        width: Panel.portrait ? parent.width : Panel.aside
    }

    Column {
        id: greeting

        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        y: Panel.portrait ? list.y + rows.y - 36 * Panel.px - height : (parent.height - height) / 2
        spacing: 20 * Panel.px
        width: page.wordsWidth

        Heading {
            id: heading

            bold: true
            lineHeight: 1.05
            size: Panel.title
            text: qsTr("Which applies to you?")
            width: parent.width
        }

        Label {
            id: what

            secondary: true
            size: Panel.words
            text: qsTr("Staff see the reason. The board does not show it.")
            visible: !(Panel.larger && Panel.portrait)
            width: parent.width
        }
    }

    Item {
        id: list

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Panel.portrait ? Panel.gap : Math.max(Panel.gap, (page.height - rows.height - back.height - Panel.gap) / 2)
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        height: page.height - (Panel.portrait ? Panel.larger ? 420 : 600 : 40) * Panel.px
        width: page.controlsWidth

        Column {
            id: rows

            anchors.bottom: back.top
            anchors.bottomMargin: Panel.gap
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Panel.gap

            Repeater {
                model: page.priority.classes

                PriorityButton {
                    height: page.rowHeight
                    width: rows.width

                    onClicked: page.priority.chosen(slug)
                }
            }
        }

        BigButton {
            id: back

            anchors.bottom: parent.bottom
            objectName: "back"
            symbol: "chevron-left"
            symbolMirrors: true
            text: qsTr("Back, without priority")
            width: parent.width

            onClicked: page.priority.declined()
        }
    }

    component PriorityButton: T.AbstractButton {
        id: button

        required property string slug
        required property string name
        required property string hint

        focusPolicy: Qt.StrongFocus
        objectName: "priority-" + slug
        padding: 32 * Panel.px
        verticalPadding: 12 * Panel.px

        Accessible.description: hint
        Accessible.name: name
        Accessible.role: Accessible.Button

        background: Rectangle {
            border.color: button.visualFocus ? Theme.accent : Theme.control
            border.width: (button.visualFocus ? 5 : 3) * Panel.px
            color: button.down ? Theme.accent : Theme.surface
            radius: 24 * Panel.px
        }
        contentItem: Item {
            Column {
                anchors.left: parent.left
                anchors.right: more.left
                anchors.rightMargin: Panel.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: button.down ? Theme.accentInk : Theme.text
                    size: Panel.words
                    strong: true
                    text: button.name
                    width: parent.width
                }

                Label {
                    color: button.down ? Theme.accentInk : Theme.text2
                    size: Panel.small
                    text: button.hint
                    visible: text !== ""
                    width: parent.width
                }
            }

            Icon {
                id: more

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: button.down ? Theme.accentInk : Theme.text2
                mirrors: true
                name: "chevron-right"
                side: 56 * Panel.px
            }
        }
    }
}
