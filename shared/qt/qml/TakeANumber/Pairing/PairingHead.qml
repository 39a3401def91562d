import QtQuick
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// What this is, and which of its programs: there is no branch yet whose name could stand here.
Rectangle {
    id: head

    color: Look.desk ? Theme.surface : "transparent"
    height: Look.head

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Look.px)
        visible: Look.desk
        width: parent.width
    }

    Rectangle {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Look.edge
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        height: Look.desk ? 0 : (Look.display ? 60 : 56) * Look.px
        radius: 12 * Look.px
        visible: !Look.desk
        width: height

        TileLetter {
            color: Theme.accentInk
            text: "1"
        }
    }

    Label {
        anchors.left: mark.right
        anchors.leftMargin: Look.desk ? 0 : Look.gap
        anchors.right: kind.left
        anchors.rightMargin: Look.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Look.kiosk ? Theme.text2 : Theme.text
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        size: (Look.small ? 14 : Look.desk ? 18 : Look.display ? 46 : 43) * Look.px
        strong: true
        text: "Take A Number"
        wrapMode: Text.NoWrap
    }

    Label {
        id: kind

        anchors.right: parent.right
        anchors.rightMargin: Look.edge
        anchors.verticalCenter: parent.verticalCenter
        secondary: true
        size: (Look.small ? 14 : Look.desk ? 16 : Look.display ? 46 : 43) * Look.px
        strong: Look.display
        text: PairingWords.kind(Look.face)
        wrapMode: Text.NoWrap
    }
}
