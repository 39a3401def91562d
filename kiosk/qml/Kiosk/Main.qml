pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// The kiosk's window: one screen above the customer's bar.
Window {
    id: window

    required property AidsViewModel aids
    required property DeviceViewModel device
    required property HomeViewModel home
    required property KioskViewModel kiosk
    required property MessageViewModel message
    required property PriorityViewModel priority
    required property StaffViewModel staff
    required property TicketViewModel ticket
    readonly property bool portrait: height > width
    // How many of this window's pixels one of the panel's is, so that all of it fits.
    readonly property real unit: Math.max(0.1, Math.min(Math.min(width, height) / 1080, Math.max(width, height) / 1920))
    readonly property real px: kiosk.pxPerMm > 0 ? Math.max(unit * 0.7, Math.min(unit, kiosk.pxPerMm / 4.034)) : unit
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

    // Where staff measured the screen, its millimetres decide, as far as everything fits.
    Binding {
        property: "px"
        target: Panel
        value: window.px
    }

    Binding {
        property: "larger"
        target: Panel
        value: window.aids.larger
    }

    Binding {
        property: "portrait"
        target: Panel
        value: window.portrait
    }

    // The shared controls' own sizes: text18 is 41.8 of the panel's pixels.
    Binding {
        property: "scale"
        target: Theme
        value: window.px * 2.32
    }

    Binding {
        property: "branchAccent"
        target: Theme
        value: window.kiosk.accent === "" ? "transparent" : window.kiosk.accent
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
            // These screens say nothing else.
            visible: linkBar.message !== "" && !window.staffOnly && window.kiosk.screen !== Terms.Shown.Connecting && window.kiosk.screen !== Terms.Shown.Away
        }

        Loader {
            id: screen

            anchors.bottom: foot.top
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
                case Terms.Shown.NoNumber:
                    return noNumberScreen;
                case Terms.Shown.Priority:
                    return priorityScreen;
                case Terms.Shown.Help:
                    return helpScreen;
                case Terms.Shown.Closed:
                case Terms.Shown.FullToday:
                    return closedScreen;
                case Terms.Shown.KioskClosed:
                    return kioskClosedScreen;
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

        Footer {
            id: foot

            anchors.bottom: bar.visible ? bar.top : parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            kiosk: window.kiosk
            visible: window.kiosk.footer !== "" && bar.visible
        }

        CustomerBar {
            id: bar

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            aids: window.aids
            kiosk: window.kiosk
            visible: !window.staffOnly
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

        DeviceName {
            anchors.fill: parent
            device: window.device
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
            priority: window.priority
        }
    }

    Component {
        id: takingScreen

        TakingScreen {
            kiosk: window.kiosk
            ticket: window.ticket
        }
    }

    Component {
        id: noNumberScreen

        NoNumberScreen {
            kiosk: window.kiosk
            ticket: window.ticket
        }
    }

    Component {
        id: priorityScreen

        PriorityScreen {
            kiosk: window.kiosk
            priority: window.priority
        }
    }

    Component {
        id: helpScreen

        HelpScreen {
            kiosk: window.kiosk
            message: window.message
        }
    }

    Component {
        id: closedScreen

        ClosedScreen {
            kiosk: window.kiosk
            message: window.message
        }
    }

    Component {
        id: kioskClosedScreen

        KioskClosedScreen {
            kiosk: window.kiosk
            message: window.message
        }
    }

    Component {
        id: issuedScreen

        IssuedScreen {
            kiosk: window.kiosk
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
