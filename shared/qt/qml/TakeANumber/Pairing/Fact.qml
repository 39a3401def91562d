import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// An icon and what it is about, in a line that breaks where it has to.
Item {
    id: fact

    required property string symbol
    required property string text
    property real size: Look.fine
    property real most: 0
    property bool tabular: false

    implicitHeight: Math.max(glyph.height, words.height)
    implicitWidth: glyph.width + words.anchors.leftMargin + Math.min(words.implicitWidth, words.most)
    width: implicitWidth

    Icon {
        id: glyph

        anchors.left: parent.left
        color: Theme.text2
        name: fact.symbol
        side: fact.size * 1.1
        y: (words.lineCount > 1 ? fact.size * 1.2 : fact.implicitHeight) / 2 - height / 2
    }

    Label {
        id: words

        readonly property real most: fact.most - glyph.width - anchors.leftMargin

        anchors.left: glyph.right
        anchors.leftMargin: fact.size * 0.4
        anchors.verticalCenter: parent.verticalCenter
        secondary: true
        size: fact.size
        tabular: fact.tabular
        text: fact.text
        width: Math.min(implicitWidth, most)
    }
}
