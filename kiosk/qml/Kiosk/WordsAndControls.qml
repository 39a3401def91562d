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
    property real titleSize: Panel.title
    default property alias controls: controls.data
    readonly property Item controlsColumn: controls
    // Below the advice, in the words' column.
    property alias more: extra.data
    readonly property int across: Panel.portrait ? Text.AlignHCenter : Text.AlignLeft
    readonly property bool alone: controls.height < 1

    spoken: title + ". " + advice

    Accessible.name: title
    Accessible.role: Accessible.AlertMessage

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: page.kiosk
        width: parent.width
    }

    Item {
        id: place

        anchors.bottom: Panel.portrait && !page.alone ? controls.top : parent.bottom
        anchors.horizontalCenter: Panel.portrait || page.alone ? parent.horizontalCenter : undefined
        anchors.left: Panel.portrait || page.alone ? undefined : parent.left
        anchors.leftMargin: Panel.margin
        anchors.top: header.bottom
        width: Panel.portrait ? page.wordsWidth : page.alone ? Math.min(page.width - 2 * Panel.margin, 1200 * Panel.px) : page.wordsWidth
    }

    Column {
        id: said

        readonly property bool centred: Panel.portrait || page.alone

        anchors.left: place.left
        anchors.verticalCenter: place.verticalCenter
        anchors.verticalCenterOffset: Panel.portrait ? 0 : -Panel.header / 3
        spacing: 28 * Panel.px
        width: place.width

        Icon {
            anchors.horizontalCenter: said.centred ? parent.horizontalCenter : undefined
            anchors.left: said.centred ? undefined : parent.left
            color: Theme.text
            name: page.symbol
            side: (Panel.portrait ? 120 : 104) * Panel.px
        }

        Heading {
            bold: true
            horizontalAlignment: said.centred ? Text.AlignHCenter : Text.AlignLeft
            lineHeight: 1.05
            size: page.titleSize
            text: page.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            horizontalAlignment: said.centred ? Text.AlignHCenter : Text.AlignLeft
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
            visible: height > 0
            width: parent.width
        }
    }

    Column {
        id: controls

        anchors.bottom: Panel.portrait ? parent.bottom : undefined
        anchors.bottomMargin: Panel.gap
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        anchors.verticalCenter: Panel.portrait ? undefined : parent.verticalCenter
        spacing: Panel.gap
        width: page.controlsWidth
    }
}
