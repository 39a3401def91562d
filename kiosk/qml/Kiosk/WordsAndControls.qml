import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A screen that says one thing: an icon, a sentence and what to do; what is pressed or looked up is below, or beside it on a wide screen.
KioskPage {
    id: page

    required property KioskViewModel kiosk
    property string symbol: ""
    property string title: ""
    property string advice: ""
    property real titleSize: Panel.portrait || alone ? Panel.title : Panel.title * 0.86
    // Beside its controls there is less room, and a long sentence is worth more than a picture.
    property bool crowded: false
    readonly property bool pictured: !crowded && (Panel.portrait || alone || !Panel.larger && extra.height < 1 && advice.length < 120)
    default property alias controls: controls.data
    readonly property Item controlsColumn: controls
    // What the words above need of a tall screen.
    readonly property real wordsNeed: header.height + heading.height + advised.implicitHeight + extra.height + (pictured ? glyph.height + said.spacing : 0) + 3 * said.spacing
    // Below the advice, in the words' column.
    property alias more: extra.data
    // Between the controls and the bar below a tall screen.
    property real foot: Panel.above
    readonly property int across: said.centred ? Text.AlignHCenter : Text.AlignLeft
    readonly property bool alone: controls.height < 1

    aside: Panel.larger ? 900 * Panel.px : Panel.aside
    spoken: title + ". " + advice

    Accessible.name: title
    Accessible.role: Accessible.AlertMessage

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: page.kiosk
        showsTime: said.centred
        // Beside what is pressed it has the words' width.
        width: said.centred ? parent.width : page.wordsWidth + Panel.margin + Panel.gap
    }

    Column {
        id: said

        readonly property bool centred: Panel.portrait || page.alone
        readonly property real below: Panel.portrait && !page.alone ? controls.y : parent.height - Panel.header / 2

        anchors.left: parent.left
        anchors.leftMargin: centred ? (parent.width - width) / 2 : Panel.margin
        spacing: Panel.apart
        width: Panel.portrait || !page.alone ? page.wordsWidth : Math.min(page.width - 2 * Panel.margin, 1200 * Panel.px)
        y: Math.max(header.height, header.height + (below - header.height - height) / 2)

        Item {
            height: glyph.height
            visible: page.pictured
            width: parent.width

            Icon {
                id: glyph

                anchors.left: parent.left
                anchors.leftMargin: said.centred ? (parent.width - width) / 2 : 0
                color: Theme.text
                name: page.symbol
                side: (Panel.portrait ? 120 : 104) * Panel.px
            }
        }

        Heading {
            id: heading

            bold: true
            horizontalAlignment: said.centred ? Text.AlignHCenter : Text.AlignLeft
            lineHeight: 1.05
            size: page.titleSize
            text: page.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            id: advised

            readonly property real room: said.below - header.height - heading.height - extra.height - (page.pictured ? glyph.height + said.spacing : 0) - 2 * said.spacing

            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, Math.max(2 * size, room))
            horizontalAlignment: said.centred ? Text.AlignHCenter : Text.AlignLeft
            minimumPixelSize: Math.round(size * 0.65)
            objectName: "advice"
            secondary: true
            size: Panel.words
            text: page.advice
            visible: text !== ""
            width: parent.width
        }

        Column {
            id: extra

            spacing: Panel.gap
            width: parent.width
        }
    }

    Column {
        id: controls

        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        spacing: Panel.gap
        width: page.controlsWidth
        y: Panel.portrait ? parent.height - height - page.foot : Math.max(0, (parent.height - height) / 2)
    }
}
