pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Theme

// The display's window: header, the board or what stands in its place, footer.
Window {
    id: window

    required property DisplayViewModel display
    readonly property bool portrait: height > width

    color: Theme.bg
    height: 720
    title: display.branchName
    visible: false
    width: 1280

    Binding {
        property: "scale"
        target: Theme
        // Nobody stands near: the smallest text is 30 px on a 1080p screen.
        value: Math.min(window.width, window.height) / 1080 * 2
    }

    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

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
        }

        Loader {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: truth.bottom
            sourceComponent: window.display.screen === DisplayScreen.Shown.Board ? board : message
        }
    }

    Component {
        id: board

        BoardScreen {
            display: window.display
            portrait: window.portrait
        }
    }

    Component {
        id: message

        MessageScreen {
            display: window.display
        }
    }
}
