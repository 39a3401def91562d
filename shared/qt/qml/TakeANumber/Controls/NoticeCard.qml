import QtQuick
import TakeANumber.Theme

// Something to know: a card with an edge where reading begins, in the accent for a message, in the text's colour for the rest.
Rectangle {
    id: notice

    required property string text
    property string symbol: "info"
    property color edge: Theme.text
    property real size: Theme.text18
    property bool strong: false
    property int mostLines: 20
    readonly property real pad: size * 0.5

    color: edge
    implicitHeight: words.implicitHeight + 2 * pad
    radius: Theme.radiusM

    Accessible.name: text
    Accessible.role: Accessible.StaticText

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: notice.size * 0.25
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale)
        color: Theme.surface
        radius: Theme.radiusM

        Icon {
            id: glyph

            anchors.left: parent.left
            anchors.leftMargin: notice.pad
            anchors.top: words.top
            anchors.topMargin: (notice.size * 1.25 - height) / 2
            name: notice.symbol
            side: notice.size * 1.15
        }

        Label {
            id: words

            anchors.left: glyph.right
            anchors.leftMargin: notice.pad
            anchors.right: parent.right
            anchors.rightMargin: notice.pad
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            maximumLineCount: notice.mostLines
            size: notice.size
            strong: notice.strong
            text: notice.text
        }
    }
}
