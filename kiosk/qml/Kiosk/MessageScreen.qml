import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// One thing to know and what to do now: away, starting, refused.
WordsAndControls {
    id: page

    required property MessageViewModel message
    readonly property bool refused: kiosk.screen === Terms.Shown.Refused
    readonly property string opening: OpeningWords.told(message.opensAt, message.opensInDays, message.opensWeekday)

    function refusal(): string {
        switch (message.problemType) {
        case "queue-full":
            return message.fullToday ? qsTr("%1: full for today").arg(Apart.word(message.queueName)) : qsTr("%1: full for now").arg(Apart.word(message.queueName));
        case "queue-closed":
            return qsTr("%1: closed now").arg(Apart.word(message.queueName));
        case "kiosk-closed":
            return KioskClosedWords.title;
        default:
            return qsTr("No number this time");
        }
    }

    function wayOut(): string {
        switch (message.problemType) {
        case "queue-full":
            return message.fullToday ? qsTr("All numbers for today are given.") + " " + opening : qsTr("As many people wait as can be served. Please try again later, or ask the staff.");
        case "queue-closed":
            return qsTr("Please choose another one, or ask the staff.") + (message.opensAt === "" ? "" : " " + opening);
        case "kiosk-closed":
            return KioskClosedWords.wayOut;
        default:
            return message.problemDetail;
        }
    }

    advice: {
        if (refused)
            return wayOut();
        if (kiosk.screen === Terms.Shown.Connecting)
            return qsTr("The kiosk is starting.");
        return message.problemType === "" ? qsTr("Please ask the staff. The kiosk comes back by itself.") : qsTr("Staff: please pair it again. The server does not take its token.");
    }
    symbol: refused ? "triangle-alert" : "unplug"
    title: {
        if (refused)
            return refusal();
        if (kiosk.screen === Terms.Shown.Connecting)
            return qsTr("One moment, please");
        return message.problemType === "" ? qsTr("No numbers here just now") : qsTr("This kiosk is not registered");
    }
    titleSize: refused ? Panel.title * 0.8 : Panel.title

    more: [
        Label {
            horizontalAlignment: page.across
            secondary: true
            size: Panel.small
            text: qsTr("Last connected %1").arg(Apart.word(page.kiosk.asOf))
            visible: page.kiosk.screen === Terms.Shown.Away && page.kiosk.asOf !== ""
            width: parent.width
        }
    ]

    BigButton {
        kind: Button.Primary
        least: 136 * Panel.px
        objectName: "back"
        text: qsTr("Back to the start")
        visible: page.refused
        width: parent.width

        onClicked: page.kiosk.doneTapped()
    }
}
