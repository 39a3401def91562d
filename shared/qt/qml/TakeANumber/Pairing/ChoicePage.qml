import QtQuick
import TakeANumber.Controls
import TakeANumber.PairingModel

// Several servers are in this network: which one is meant?
Item {
    id: page

    required property PairingViewModel pairing
    readonly property real inner: Math.min(width - 2 * Look.margin, (Look.desk ? 720 : 1500) * Look.px)

    Accessible.name: title.text
    Accessible.role: Accessible.AlertMessage

    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, all.height + 2 * Look.gap)

        Column {
            id: all

            anchors.left: parent.left
            anchors.leftMargin: Look.tall ? (parent.width - width) / 2 : Look.margin
            spacing: Look.gap
            width: page.inner
            y: Math.max(Look.gap, (parent.height - height) / 2)

            Heading {
                id: title

                bold: true
                horizontalAlignment: Look.tall ? Text.AlignHCenter : Text.AlignLeft
                objectName: "title"
                size: Look.title * (Look.small ? 1 : 0.8)
                text: qsTr("Which server is yours?")
                width: parent.width
            }

            Label {
                horizontalAlignment: Look.tall ? Text.AlignHCenter : Text.AlignLeft
                objectName: "words"
                secondary: true
                size: Look.words
                text: qsTr("These were found in this network.")
                visible: !Look.small
                width: parent.width
            }

            Item {
                height: Look.gap
                visible: !Look.small
                width: 1
            }

            ServerList {
                pairing: page.pairing
                width: parent.width
            }

            BigButton {
                kind: Button.Quiet
                objectName: "type"
                text: qsTr("Another one: type its address")
                width: Look.tall ? parent.width : Math.min(implicitWidth, parent.width)
                x: Look.tall ? 0 : page.LayoutMirroring.enabled ? parent.width - width + horizontalPadding : -horizontalPadding

                onClicked: page.pairing.typingWanted()
            }
        }
    }
}
