pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The kiosk's window: one screen above the customer's bar.
Window {
    id: window

    required property AidsViewModel aids
    required property HomeViewModel home
    required property KioskViewModel kiosk
    required property MessageViewModel message
    required property StaffViewModel staff
    required property TicketViewModel ticket
    readonly property real unit: Math.min(width, height) / 1080
    readonly property bool portrait: height > width
    readonly property bool staffOnly: kiosk.screen === Terms.Shown.StaffDoor || kiosk.screen === Terms.Shown.Staff || kiosk.screen === Terms.Shown.Calibrating
    readonly property string spoken: (screen.item as KioskPage)?.spoken ?? ""
    // The installer's colours, to come back to after a customer's high contrast.
    property int usualMode: Theme.Light

    color: Theme.bg
    title: kiosk.branchName
    visible: false

    onClosing: close => close.accepted = !kiosk.locked
    onSpokenChanged: {
        if (aids.speaking)
            kiosk.toldAloud(spoken);
    }

    Component.onCompleted: usualMode = Theme.mode

    Connections {
        function onSpeakingChanged() {
            if (window.aids.speaking)
                window.kiosk.toldAloud(window.spoken);
        }

        target: window.aids
    }

    Shortcut {
        enabled: window.staff.hasDoor
        sequence: "Ctrl+Alt+S"

        onActivated: window.staff.cornerHeld()
    }

    Binding {
        property: "scale"
        target: Theme
        // On the 21.5″ panel that the sizes are made for, text18 then has capitals of 7.5 mm. Where staff measured
        // the screen, its millimetres decide, as far as everything fits.
        value: window.kiosk.pxPerMm > 0 ? Math.max(window.unit * 1.6, Math.min(window.unit * 2.4, window.kiosk.pxPerMm * 0.575)) : window.unit * 2.32
    }

    Binding {
        property: "letters"
        target: Theme
        value: window.aids.larger ? 1.35 : 1
    }

    Binding {
        property: "mode"
        target: Theme
        value: window.aids.contrast ? Theme.Contrast : window.usualMode
        when: window.aids.contrast
    }

    Item {
        id: page

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

        LinkBar {
            id: linkBar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            asOf: window.kiosk.asOf
            link: window.kiosk.link
            visible: linkBar.message !== "" && (window.kiosk.screen === Terms.Shown.Home || window.kiosk.screen === Terms.Shown.Issued || window.kiosk.screen === Terms.Shown.Help)
        }

        Loader {
            id: screen

            anchors.bottom: bar.visible ? bar.top : parent.bottom
            anchors.bottomMargin: Theme.space2
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: linkBar.visible ? linkBar.bottom : parent.top
            sourceComponent: {
                if (window.kiosk.warned)
                    return stillThereScreen;
                switch (window.kiosk.screen) {
                case Terms.Shown.Home:
                    return homeScreen;
                case Terms.Shown.Taking:
                    return takingScreen;
                case Terms.Shown.Issued:
                    return issuedScreen;
                case Terms.Shown.StaffDoor:
                    return staffDoorScreen;
                case Terms.Shown.Staff:
                    return staffScreen;
                case Terms.Shown.Calibrating:
                    return calibrateScreen;
                default:
                    return messageScreen;
                }
            }
        }

        CustomerBar {
            id: bar

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.bottomMargin: Theme.space4
            anchors.leftMargin: Theme.space5
            aids: window.aids
            kiosk: window.kiosk
            portrait: window.portrait
            visible: !window.staffOnly
            width: parent.width - 2 * Theme.space5
        }

        // Above everything, so that it hears of every touch; it takes none away.
        Item {
            anchors.fill: parent

            PointHandler {
                onActiveChanged: {
                    if (active)
                        window.kiosk.touched();
                }
            }
        }

        Item {
            height: width
            objectName: "corner"
            visible: window.staff.hasDoor
            width: 82 * window.unit

            TapHandler {
                longPressThreshold: 3

                onLongPressed: window.staff.cornerHeld()
            }
        }
    }

    Component {
        id: homeScreen

        HomeScreen {
            aids: window.aids
            home: window.home
            kiosk: window.kiosk
            portrait: window.portrait
        }
    }

    Component {
        id: takingScreen

        TakingScreen {
            ticket: window.ticket
        }
    }

    Component {
        id: issuedScreen

        IssuedScreen {
            kiosk: window.kiosk
            portrait: window.portrait
            ticket: window.ticket
        }
    }

    Component {
        id: messageScreen

        MessageScreen {
            kiosk: window.kiosk
            message: window.message
        }
    }

    Component {
        id: stillThereScreen

        StillThereScreen {
            kiosk: window.kiosk
        }
    }

    Component {
        id: staffDoorScreen

        StaffDoorScreen {
            kiosk: window.kiosk
            staff: window.staff
        }
    }

    Component {
        id: staffScreen

        StaffScreen {
            kiosk: window.kiosk
            staff: window.staff
        }
    }

    Component {
        id: calibrateScreen

        CalibrateScreen {
            staff: window.staff
        }
    }
}
