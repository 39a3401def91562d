import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// One thing to know and what to do now: closed, away, refused, help.
KioskPage {
    id: page

    required property KioskViewModel kiosk
    required property MessageViewModel message
    readonly property real textWidth: Math.min(width - 2 * Theme.space5, 620 * Theme.scale)
    readonly property bool mayGoBack: kiosk.screen === Terms.Shown.Refused || kiosk.screen === Terms.Shown.Help
    readonly property string icon: {
        switch (kiosk.screen) {
        case Terms.Shown.Help:
            return "circle-question-mark";
        case Terms.Shown.Closed:
            return "clock";
        case Terms.Shown.FullToday:
            return "users";
        case Terms.Shown.Refused:
            return "triangle-alert";
        default:
            return "unplug";
        }
    }
    readonly property string what: {
        switch (kiosk.screen) {
        case Terms.Shown.Help:
            return qsTr("Someone will help you");
        case Terms.Shown.Closed:
            return qsTr("We are closed now");
        case Terms.Shown.FullToday:
            return qsTr("No more numbers today");
        case Terms.Shown.Connecting:
            return qsTr("One moment, please");
        case Terms.Shown.Refused:
            return refusal;
        default:
            return message.problemType === "" ? qsTr("No numbers here just now") : qsTr("This kiosk is not registered");
        }
    }
    readonly property string refusal: {
        switch (message.problemType) {
        case "queue-full":
            return message.fullToday ? qsTr("%1: full for today").arg(message.queueName) : qsTr("%1: full for now").arg(message.queueName);
        case "queue-closed":
            return qsTr("%1: closed now").arg(message.queueName);
        default:
            return qsTr("No number this time");
        }
    }
    readonly property string advice: {
        switch (kiosk.screen) {
        case Terms.Shown.Help:
            return message.deskCount === 0 ? qsTr("Nobody is at the desks just now. Please wait here a moment.") : message.deskCount === 1 ? qsTr("Please ask at desk %1. You need no number for that.").arg(message.desksOpen) : qsTr("Please ask at one of the desks %1. You need no number for that.").arg(message.desksOpen);
        case Terms.Shown.Closed:
            return opening;
        case Terms.Shown.FullToday:
            return qsTr("All numbers for today are given.") + " " + opening;
        case Terms.Shown.Connecting:
            return qsTr("The kiosk is starting.");
        case Terms.Shown.Refused:
            return message.problemType === "queue-full" && message.fullToday ? qsTr("All numbers for today are given.") + " " + opening : message.problemType === "queue-full" ? qsTr("As many people wait as can be served. Please try again later, or ask at a desk.") : message.problemType === "queue-closed" ? qsTr("Please choose another one, or ask at a desk.") : message.problemDetail;
        default:
            return message.problemType === "" ? qsTr("Please ask at a desk. The kiosk comes back by itself.") : qsTr("Staff: please pair it again. The server does not know its token.");
        }
    }
    readonly property string opening: OpeningWords.told(message.opensAt, message.opensInDays, message.opensWeekday)

    spoken: what + ". " + advice

    Accessible.name: what
    Accessible.role: Accessible.AlertMessage

    Label {
        id: branchName

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        secondary: true
        strong: true
        text: page.kiosk.branchName
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space4
        width: page.textWidth
        y: Math.max(branchName.y + branchName.height, (parent.height - (back.visible ? back.height : 0) - height) / 2)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: page.icon
            side: Theme.space8 * 1.25
        }

        Heading {
            horizontalAlignment: Text.AlignHCenter
            size: page.kiosk.screen === Terms.Shown.Refused ? Theme.text28 : Theme.text36
            text: page.what
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text22
            text: page.advice
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            text: qsTr("Last connected %1").arg(page.kiosk.asOf)
            visible: page.kiosk.screen === Terms.Shown.Away && page.kiosk.asOf !== ""
            width: parent.width
        }
    }

    Button {
        id: back

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.space8
        kind: Button.Primary
        objectName: "back"
        text: qsTr("Back to the start")
        textSize: Theme.text28
        visible: page.mayGoBack
        width: Math.min(page.textWidth, 420 * Theme.scale)

        onClicked: page.kiosk.doneTapped()
    }
}
