import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What stands in the place of the board: closed, with the week; not connected yet; or not known to the server.
Item {
    id: message

    required property BoardPlan plan
    required property DisplayViewModel display
    readonly property bool closed: display.screen === Terms.Shown.Closed
    readonly property bool refused: display.screen === Terms.Shown.Refused
    readonly property bool upright: height > width
    readonly property bool withWeek: closed && display.dayCount > 0
    readonly property real margin: Theme.space5
    readonly property real inner: width - 2 * margin
    readonly property real above: told.visible ? told.y + told.height + Theme.space4 : plan.isLost ? plan.barHeight + Theme.space4 : 0
    readonly property real room: height - footer.height - above
    readonly property string opening: OpeningWords.told(display.opensAt, display.opensInDays, display.opensWeekday)

    Accessible.name: what.text
    Accessible.role: Accessible.AlertMessage

    BoardNotice {
        id: told

        height: message.plan.message.height
        objectName: "message"
        since: message.display.messageSince
        text: message.display.message
        visible: message.closed && message.display.message !== ""
        width: message.plan.message.width
        x: message.margin
        y: message.plan.message.y
    }

    Item {
        id: middle

        // In an upright room the week stands below the words.
        readonly property bool stacked: message.upright && message.withWeek

        height: message.room
        width: message.inner
        x: message.margin
        y: message.above

        Column {
            id: words

            anchors.left: parent.left
            spacing: Theme.space4
            width: message.upright ? parent.width : parent.width * (message.withWeek ? 0.42 : 0.8)
            y: (middle.height - height - (middle.stacked ? Theme.space6 + week.height : 0)) / 2

            Icon {
                anchors.left: parent.left
                color: Theme.text
                name: message.closed ? "clock" : "unplug"
                side: Theme.space8
            }

            Heading {
                id: what

                bold: true
                objectName: "what"
                size: 44 * Theme.scale
                text: message.closed ? qsTr("We are closed") : message.refused ? qsTr("This display is not registered") : message.display.truth >= Terms.Truth.Old ? qsTr("No connection") : qsTr("Connecting …")
                width: parent.width
            }

            Label {
                objectName: "what-next"
                size: Theme.text28
                strong: message.closed
                text: message.closed ? message.opening : message.refused ? qsTr("Staff: please pair it again. The server does not take its token.") : qsTr("Please listen for staff. The board appears by itself.")
                width: parent.width
            }
        }

        WeekTable {
            id: week

            anchors.right: parent.right
            days: message.display.days
            inset: Theme.space5
            rowHeight: Math.min(60 * Theme.scale, (message.room - 2 * Theme.radiusM - (message.upright ? words.height + Theme.space6 : 0) - message.display.reasonCount * 1.25 * whySize) / 7)
            size: 23 * Theme.scale
            visible: message.withWeek
            whySize: 18 * Theme.scale
            width: message.upright ? parent.width : parent.width * 0.54
            y: middle.stacked ? words.y + words.height + Theme.space6 : (middle.height - height) / 2
        }
    }

    Item {
        id: footer

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: 40 * Theme.scale

        Label {
            anchors.left: parent.left
            anchors.leftMargin: message.margin
            anchors.right: parent.right
            anchors.rightMargin: message.margin
            anchors.verticalCenter: parent.verticalCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            objectName: "footer"
            secondary: true
            size: Theme.text16
            text: message.closed ? message.display.footer : ""
            wrapMode: Text.NoWrap
        }
    }
}
