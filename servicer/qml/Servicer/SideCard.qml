import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A word to the servicer at the side: an icon, what it says, and what can be done; its edge stands where one begins to read.
Rectangle {
    id: card

    required property string iconName
    required property string title
    property string words: ""
    // What is read aloud where it is shown in parts.
    property string spoken: words
    property color titleColor: Theme.text
    property color edge: Theme.accent
    default property alias content: below.data

    color: edge
    implicitHeight: column.implicitHeight + 2 * Theme.space3
    radius: Theme.radiusM

    Accessible.name: Words.line([title, spoken])
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6 * Theme.scale
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale)
        color: Theme.surface
        radius: card.radius
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: 20 * Theme.scale
        anchors.right: parent.right
        anchors.rightMargin: 14 * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        Row {
            spacing: Theme.space2
            width: parent.width

            Glyph {
                color: card.edge
                name: card.iconName
                side: 20 * Theme.scale
            }

            Label {
                color: card.titleColor
                size: Theme.text16
                strong: true
                text: card.title
                width: parent.width - 28 * Theme.scale

                Accessible.ignored: true
            }
        }

        Label {
            elide: Text.ElideRight
            maximumLineCount: 3
            secondary: true
            size: Theme.text14
            text: card.words
            visible: text !== ""
            width: parent.width

            Accessible.ignored: true
        }

        Column {
            id: below

            spacing: Theme.space2
            visible: children.length > 0
            width: parent.width
        }
    }
}
