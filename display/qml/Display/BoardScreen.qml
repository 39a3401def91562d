import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The newest call large, the calls before it, and how many wait.
Item {
    id: board

    required property DisplayViewModel display
    required property bool portrait
    readonly property bool believed: display.truth < DisplayScreen.Truth.Old
    readonly property real margin: Theme.space5
    readonly property real gap: Theme.space3
    readonly property real room: strip.y - gap
    readonly property real heroHeight: portrait ? room * 0.45 : room

    Hero {
        id: hero

        anchors.left: parent.left
        anchors.leftMargin: board.margin
        believed: board.believed
        display: board.display
        height: board.heroHeight
        portrait: board.portrait
        width: board.portrait ? parent.width - 2 * board.margin : (parent.width - 2 * board.margin) * 0.54
        y: 0
    }

    CallList {
        anchors.right: parent.right
        anchors.rightMargin: board.margin
        display: board.display
        height: board.portrait ? board.room - hero.height - board.gap : board.room
        opacity: board.believed ? 1 : 0.6
        width: board.portrait ? hero.width : parent.width - hero.width - 2 * board.margin - board.gap
        y: board.portrait ? hero.height + board.gap : 0
    }

    QueueStrip {
        id: strip

        anchors.bottom: footer.top
        anchors.bottomMargin: board.gap
        anchors.left: parent.left
        anchors.leftMargin: board.margin
        display: board.display
        opacity: board.believed ? 1 : 0.6
        portrait: board.portrait
        width: parent.width - 2 * board.margin
    }

    Label {
        id: footer

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space3
        anchors.left: parent.left
        anchors.leftMargin: board.margin
        anchors.right: parent.right
        anchors.rightMargin: board.margin
        secondary: true
        text: qsTr("Missed your number? Please ask at any desk.")
    }
}
