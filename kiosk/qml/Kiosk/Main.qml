pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The kiosk's window: one screen above the customer's bar.
Window {
    id: window

    required property KioskViewModel kiosk
    readonly property real unit: Math.min(width, height) / 1080
    readonly property bool portrait: height > width
    // The installer's colours, to come back to after a customer's high contrast.
    property int usualMode: Theme.Light

    color: Theme.bg
    title: kiosk.branchName
    visible: false

    Component.onCompleted: usualMode = Theme.mode

    Binding {
        property: "scale"
        target: Theme
        // On the 21.5″ panel that the sizes are made for, text18 then has capitals of 7.5 mm.
        value: window.unit * 2.32
    }

    Binding {
        property: "mode"
        target: Theme
        value: window.kiosk.contrast ? Theme.Contrast : window.usualMode
        when: window.kiosk.contrast
    }

    Item {
        id: page

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

        ConnectionBar {
            id: connectionBar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            asOf: window.kiosk.asOf
            connection: window.kiosk.connection
            visible: connectionBar.message !== "" && (window.kiosk.screen === KioskScreen.Shown.Home || window.kiosk.screen === KioskScreen.Shown.Issued || window.kiosk.screen === KioskScreen.Shown.Help)
        }

        Loader {
            id: screen

            anchors.bottom: bar.top
            anchors.bottomMargin: Theme.space2
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: connectionBar.visible ? connectionBar.bottom : parent.top
            sourceComponent: {
                switch (window.kiosk.screen) {
                case KioskScreen.Shown.Home:
                    return home;
                case KioskScreen.Shown.Taking:
                    return taking;
                case KioskScreen.Shown.Issued:
                    return issued;
                default:
                    return message;
                }
            }
        }

        CustomerBar {
            id: bar

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.bottomMargin: Theme.space4
            anchors.leftMargin: Theme.space5
            kiosk: window.kiosk
            portrait: window.portrait
            width: parent.width - 2 * Theme.space5
        }
    }

    Component {
        id: home

        HomeScreen {
            kiosk: window.kiosk
            portrait: window.portrait
        }
    }

    Component {
        id: taking

        TakingScreen {
            kiosk: window.kiosk
        }
    }

    Component {
        id: issued

        IssuedScreen {
            kiosk: window.kiosk
            portrait: window.portrait
        }
    }

    Component {
        id: message

        MessageScreen {
            kiosk: window.kiosk
        }
    }
}
