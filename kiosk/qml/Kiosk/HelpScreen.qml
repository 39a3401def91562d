import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody asked for help: that staff were told, and who comes; neither is said before it is so.
WordsAndControls {
    id: page

    required property MessageViewModel message
    readonly property bool told: message.helpTold
    readonly property bool answered: told && (message.helpDesk > 0 || message.helpManager)
    readonly property bool untold: !told && message.helpMissed
    readonly property string desks: Apart.list(message.desksOpen.split(",").map(number => PlaceWords.numbered(page.kiosk.place, Number(number))))

    // A sentence each, so that nobody reads it as where to go.
    function from(place: string): string {
        switch (place) {
        case "room":
            return qsTr("Somebody is coming from room %1.");
        case "window":
            return qsTr("Somebody is coming from window %1.");
        case "counter":
            return qsTr("Somebody is coming from counter %1.");
        default:
            return qsTr("Somebody is coming from desk %1.");
        }
    }

    advice: {
        if (answered)
            return qsTr("Please stay here.");
        if (told)
            return message.helpKiosk === "" ? qsTr("Their screens say that somebody needs help here. Please stay here.") : qsTr("Their screens say that somebody at “%1” needs help. Please stay here.").arg(Apart.word(message.helpKiosk));
        if (untold)
            return qsTr("The server does not answer, so nobody could be told. Please ask the staff.");
        return qsTr("One moment, please.");
    }
    spoken: [title, advice, coming.visible ? coming.text : ""].filter(text => text !== "").join(". ")
    symbol: untold ? "unplug" : "bell"
    title: told ? qsTr("We told our staff") : untold ? qsTr("Nobody is told yet") : qsTr("Telling the staff …")

    more: [
        NoticeCard {
            id: coming

            edge: Theme.accent
            objectName: "coming"
            size: Panel.words
            strong: true
            symbol: "check"
            text: page.message.helpManager ? qsTr("A manager is coming.") : page.from(page.kiosk.place).arg(page.message.helpDesk)
            visible: page.answered
            width: parent.width
        },
        NoticeCard {
            objectName: "nobody"
            size: Panel.small
            text: page.message.deskCount === 0 ? qsTr("Nobody is serving just now.") : qsTr("Serving now: %1").arg(page.desks)
            visible: page.untold || page.told && page.message.deskCount === 0 && !coming.visible
            width: parent.width
        }
    ]

    BigButton {
        // The words come first: whoever was told to stay has nothing to press.
        objectName: "back"
        text: qsTr("Back to the start")
        width: parent.width

        onClicked: page.kiosk.doneTapped()
    }

    BigButton {
        objectName: "no-help"
        text: qsTr("I no longer need help")
        width: parent.width

        onClicked: page.message.helpDeclined()
    }
}
