import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A queue: how many wait, the longest of them, and whether it is this desk's.
Item {
    id: line

    required property string letter
    required property int ordinal
    required property string name
    required property bool mine
    required property int waiting
    required property int longestMin
    required property int intake

    implicitHeight: Math.max(Theme.space8, words.implicitHeight + 2 * Theme.space2)

    Accessible.name: qsTr("%1: %n waiting", "", waiting).arg(name)
    Accessible.role: Accessible.ListItem

    QueueBadge {
        id: badge

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        letter: line.letter
        ordinal: line.ordinal
        side: Theme.space6
    }

    Column {
        id: words

        anchors.left: badge.right
        anchors.leftMargin: Theme.space3
        anchors.right: count.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter

        Label {
            elide: Text.ElideRight
            lineHeight: 1.1
            maximumLineCount: 2
            size: Theme.text16
            strong: line.mine
            text: line.name
            width: parent.width
        }

        Label {
            elide: Text.ElideRight
            maximumLineCount: 2
            secondary: true
            size: Theme.text14
            text: line.longestMin < 0 ? (line.mine ? qsTr("Yours") : "") : line.mine ? qsTr("Yours · longest wait %1").arg(Words.longest(line.longestMin)) : qsTr("Longest wait %1").arg(Words.longest(line.longestMin))
            visible: text !== ""
            width: parent.width
        }

        Label {
            elide: Text.ElideRight
            maximumLineCount: 2
            secondary: true
            size: Theme.text14
            strong: true
            text: Words.intake(line.intake)
            visible: text !== ""
            width: parent.width
        }
    }

    Label {
        id: count

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.text28
        strong: true
        text: line.waiting
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }
}
