import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A queue, or who was sent to this desk: how many wait, the longest of them, how long a newcomer would, and whether the queue gives numbers.
Item {
    id: line

    required property string name
    required property int waiting
    required property int longestMin
    property string letter: ""
    property int ordinal: 0
    property int intake: 0
    property bool lent: false
    property int lowMin: 0
    property int highMin: 0
    property bool atOnce: false
    // Whether it offers to give back what it was lent; `ready` is when that can be pressed.
    property bool mayReturn: false
    property string slug: ""
    property bool ready: false
    // What stands where a queue has its letter.
    property string iconName: ""
    property bool old: false

    signal givenBack

    implicitHeight: Math.max(59 * Theme.scale, words.implicitHeight + 2 * Theme.space2)

    Accessible.name: qsTr("%1: %n waiting", "", waiting).arg(Apart.word(name))
    Accessible.role: Accessible.ListItem

    QueueBadge {
        id: badge

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        letter: line.letter
        ordinal: line.ordinal
        side: 34 * Theme.scale
        visible: line.iconName === ""
    }

    Glyph {
        anchors.centerIn: badge
        name: line.iconName === "" ? "x" : line.iconName
        side: 24 * Theme.scale
        turns: true
        visible: line.iconName !== ""
    }

    Column {
        id: words

        anchors.left: badge.right
        anchors.leftMargin: Theme.space3
        anchors.right: count.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.scale

        // One size for all of them: a long one takes more lines.
        Label {
            elide: Text.ElideRight
            font.features: ({"ss01": 1})
            maximumLineCount: 3
            objectName: "queueName"
            size: Theme.text16
            strong: true
            text: line.name
            width: parent.width

            Accessible.ignored: true
        }

        FitLabel {
            secondary: true
            size: Theme.text14
            strong: line.intake !== 0
            text: line.intake !== 0 ? Words.intake(line.intake) : Words.longest(line.longestMin)
            // Where nobody waits, the number says it.
            visible: text !== ""
            width: parent.width

            Accessible.ignored: true
        }

        FitLabel {
            objectName: "newcomer"
            secondary: true
            size: Theme.text14
            text: Words.newcomer(line.lowMin, line.highMin, line.atOnce)
            // Who comes gets no number where none is given.
            visible: (line.atOnce || line.highMin > 0) && line.intake === 0
            width: parent.width

            Accessible.ignored: true
        }

        FitLabel {
            objectName: "lent"
            secondary: true
            size: Theme.text14
            text: Words.lent()
            visible: line.lent
            width: parent.width

            Accessible.ignored: true
        }

        PlainButton {
            anchors.left: parent.left
            enabled: line.ready
            objectName: "giveBack-" + line.slug
            text: Words.deed(Terms.Deed.ServeNoMore, 0)
            textSize: Theme.text14
            visible: line.mayReturn

            Accessible.name: Words.serveNoMore(line.name)

            onClicked: line.givenBack()
        }
    }

    Label {
        id: count

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: line.old ? Theme.text2 : Theme.text
        font.weight: Font.Bold
        size: Theme.text28
        text: line.waiting
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }
}
