pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// The window of a program that its server does not know yet, or knows no longer.
Window {
    id: window

    required property PairingViewModel pairing

    color: Theme.bg
    minimumHeight: 220
    minimumWidth: 360
    title: "Take A Number"
    visible: false

    onClosing: close => close.accepted = !pairing.locked

    Binding {
        property: "face"
        target: Look
        value: window.pairing.face
    }

    Binding {
        property: "width"
        target: Look
        value: window.width
    }

    Binding {
        property: "height"
        target: Look
        value: window.height
    }

    Binding {
        property: "scale"
        target: Theme
        value: Look.px * (Look.kiosk ? 2.32 : Look.display ? 2 : 1)
    }

    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

        PairingHead {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
        }

        Rectangle {
            id: away

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            color: Theme.text
            height: visible ? told.height + 2 * Look.gap * 0.6 : 0
            visible: window.pairing.away && window.pairing.shown === Terms.Shown.Comparing

            Accessible.name: told.text
            Accessible.role: Accessible.AlertMessage

            Icon {
                id: unplugged

                anchors.right: told.left
                anchors.rightMargin: Look.gap
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.bg
                name: "unplug"
                side: Look.fine * 1.15
            }

            Label {
                id: told

                anchors.centerIn: parent
                color: Theme.bg
                objectName: "away"
                size: Look.fine
                strong: true
                text: qsTr("The server is not heard. The code stays.")
                width: Math.min(implicitWidth, parent.width - 2 * Look.edge - 2 * unplugged.width - 2 * Look.gap)
            }
        }

        Loader {
            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: away.bottom
            focus: true
            sourceComponent: {
                switch (window.pairing.shown) {
                case Terms.Shown.Comparing:
                    return comparing;
                case Terms.Shown.Choosing:
                    return choosing;
                case Terms.Shown.Typing:
                    return typing;
                default:
                    return words;
                }
            }
        }

        Item {
            id: foot

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            height: Look.display ? board.height : languages.visible ? languages.height : 0

            Languages {
                id: languages

                pairing: window.pairing
                visible: !Look.display && !Look.small
                width: parent.width
            }

            Item {
                id: board

                height: 100 * Look.px
                visible: Look.display
                width: parent.width

                Label {
                    anchors.left: parent.left
                    anchors.leftMargin: Look.edge
                    anchors.right: other.visible ? other.left : parent.right
                    anchors.rightMargin: Look.gap
                    anchors.verticalCenter: parent.verticalCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
                    objectName: "footer"
                    secondary: true
                    size: 34 * Look.px
                    text: window.pairing.shown === Terms.Shown.Choosing || window.pairing.shown === Terms.Shown.Typing ? qsTr("A mouse or a keyboard is needed for this.") : qsTr("No remote control needed: the board starts by itself.")
                    wrapMode: Text.NoWrap
                }

                Button {
                    id: other

                    anchors.right: parent.right
                    anchors.rightMargin: Look.edge - horizontalPadding
                    anchors.verticalCenter: parent.verticalCenter
                    height: 72 * Look.px
                    kind: Button.Quiet
                    objectName: "another"
                    text: qsTr("Another server")
                    textSize: 34 * Look.px
                    visible: window.pairing.mayChange && window.pairing.shown === Terms.Shown.Comparing

                    onClicked: window.pairing.anotherWanted()
                }
            }
        }
    }

    Component {
        id: comparing

        ComparePage {
            pairing: window.pairing
        }
    }

    Component {
        id: choosing

        ChoicePage {
            pairing: window.pairing
        }
    }

    Component {
        id: typing

        AddressPage {
            pairing: window.pairing
        }
    }

    Component {
        id: words

        WordsPage {
            pairing: window.pairing
        }
    }
}
