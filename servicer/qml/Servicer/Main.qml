pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// The console's window, full or compact by its size.
Window {
    id: window

    required property ConsoleViewModel status
    required property SignInViewModel signIn
    required property DeskViewModel desk
    required property DeviceViewModel device
    property bool onTop: true
    // Below this the large window's words would not have room beside one another.
    readonly property bool compact: width < 900 || height < 600
    readonly property color badge: Theme.accent
    readonly property color badgeInk: Theme.accentInk

    // What the large window was before it became small, to come back to.
    property size large: Qt.size(1100, 720)
    property int shown: Window.Windowed

    function toggleSize() {
        if (window.compact) {
            window.width = window.large.width;
            window.height = window.large.height;
            if (window.shown !== Window.Windowed)
                window.visibility = window.shown;
            return;
        }
        window.shown = window.visibility === Window.Maximized || window.visibility === Window.FullScreen ? window.visibility : Window.Windowed;
        // Its size is the screen's then, and the one before it is what it had.
        if (window.shown === Window.Windowed)
            window.large = Qt.size(window.width, window.height);
        window.showNormal();
        window.width = 360;
        window.height = 220;
    }

    color: Theme.bg
    flags: Qt.Window | (compact && onTop ? Qt.WindowStaysOnTopHint : 0)
    minimumHeight: 220
    minimumWidth: 360
    title: desk.desk > 0 ? Words.line([Words.place(desk.spot, desk.desk), desk.servicer]) : status.branchName
    visible: false

    Binding {
        property: "scale"
        target: Theme
        value: Math.max(1, window.compact ? Math.min(2, window.width / 360, window.height / 220) : Math.min(window.width / 1100, window.height / 720))
    }

    Binding {
        property: "branchAccent"
        target: Theme
        value: window.status.accent === "" ? "transparent" : window.status.accent
    }

    Loader {
        focus: true
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent
        sourceComponent: window.status.screen === Terms.Shown.Desk ? work : window.status.screen === Terms.Shown.Welcome ? sitDown : message
    }

    DeviceName {
        anchors.fill: parent
        device: window.device
    }

    Component {
        id: work

        DeskScreen {
            compact: window.compact
            status: window.status
            desk: window.desk

            onSizeToggled: window.toggleSize()
        }
    }

    Component {
        id: sitDown

        SignInScreen {
            compact: window.compact
            status: window.status
            signIn: window.signIn

            onSizeToggled: window.toggleSize()
        }
    }

    Component {
        id: message

        MessageScreen {
            status: window.status
        }
    }
}
