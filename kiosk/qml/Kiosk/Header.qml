import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme
import TakeANumber.Server

// The branch's logo or its first letter, its name, and the time by its own clock.
Item {
    id: header

    required property KioskViewModel kiosk
    property bool showsTime: true

    height: Panel.header

    Item {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        anchors.verticalCenter: parent.verticalCenter
        height: 56 * Panel.px
        visible: header.kiosk.branchName !== ""
        width: logo.shown ? logo.width : height

        Image {
            id: logo

            readonly property bool shown: status === Image.Ready

            fillMode: Image.PreserveAspectFit
            height: parent.height
            mipmap: true
            objectName: "logo"
            source: header.kiosk.logo
            visible: shown
            width: Math.min(4 * height, height * implicitWidth / Math.max(1, implicitHeight))
        }

        Rectangle {
            anchors.fill: parent
            color: Theme.accent
            radius: 12 * Panel.px
            visible: !logo.shown

            TileLetter {
                color: Theme.accentInk
                share: 41 * Panel.px / parent.height
                text: header.kiosk.branchName.charAt(0)
            }
        }
    }

    TextMetrics {
        id: inOneLine

        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: Math.round(43 * Panel.px)
        font.weight: Font.DemiBold
        text: name.text
    }

    Label {
        id: name

        readonly property bool wraps: inOneLine.advanceWidth > width

        anchors.left: mark.right
        anchors.leftMargin: Panel.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        elide: Text.ElideRight
        // Two lines stand as close as they can be read, so that both have room above and below, in letters of every height.
        lineHeight: 47 * Panel.px
        lineHeightMode: Text.FixedHeight
        maximumLineCount: 2
        objectName: "branch"
        size: (wraps ? 41 : 43) * Panel.px
        strong: true
        text: header.kiosk.branchName
        // The same on every screen, whether the time stands beside it or not, so that the name breaks where it always does.
        width: (Panel.portrait ? header.width - Panel.margin - 130 * Panel.px : Panel.aside) - Panel.margin - mark.width - 2 * Panel.gap
    }

    Label {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        anchors.verticalCenter: parent.verticalCenter
        objectName: "clock"
        secondary: true
        size: 43 * Panel.px
        text: header.kiosk.asOf
        visible: header.showsTime && header.kiosk.link === Link.LinkState.Live && text !== ""
        width: implicitWidth
    }
}
