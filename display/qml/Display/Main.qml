pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// The display's window: header, the board or what stands in its place, footer.
Window {
    id: window

    required property DeviceViewModel device
    required property DisplayViewModel display
    required property DisplaySettings settings

    color: Theme.bg
    height: 720
    title: display.branchName
    visible: false
    width: 1280

    BoardPlan {
        id: boardPlan

        diagonal: window.settings.diagonal
        distance: window.settings.distance
        earlier: window.display.callCount
        hasMessage: window.display.message !== ""
        height: window.height
        isClosing: window.display.closing
        isIdle: window.display.heroLabel === ""
        isLost: truth.visible
        isNamed: window.display.named
        queues: window.display.queueCount
        wantsColumns: window.settings.columns
        wantsMedia: window.settings.pictureCount > 0
        width: window.width
    }

    Binding {
        property: "scale"
        target: Theme
        value: boardPlan.scale
    }

    Binding {
        property: "branchAccent"
        target: Theme
        value: window.display.accent === "" ? "transparent" : window.display.accent
    }

    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

        // Nobody points at a board.
        HoverHandler {
            cursorShape: Qt.BlankCursor
        }

        TopBar {
            id: top

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            display: window.display
        }

        TruthBar {
            id: truth

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: top.bottom
            display: window.display
            height: boardPlan.barHeight
        }

        Loader {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: top.bottom
            sourceComponent: window.display.screen === Terms.Shown.Board ? board : message
        }

        DeviceName {
            anchors.fill: parent
            device: window.device
        }
    }

    Component {
        id: board

        BoardScreen {
            display: window.display
            plan: boardPlan
            settings: window.settings
        }
    }

    Component {
        id: message

        MessageScreen {
            display: window.display
            plan: boardPlan
        }
    }
}
