import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody asks for help, at a kiosk or at another desk: who goes, and when it is done.
SideCard {
    id: card

    required property DeskViewModel desk
    required property string key
    required property string kiosk
    required property int minutes
    required property string language
    // Who is going, and from which desk; 0 for a manager.
    required property string helper
    required property int from
    required property bool mine
    // Which of them asks, and whether that is a desk.
    required property int number
    required property bool colleague
    readonly property bool answered: mine || from > 0 || helper !== ""
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away
    readonly property string since: minutes < 1 ? qsTr("just now") : Words.lasting(minutes)

    function who(): string {
        if (mine)
            return qsTr("You are going");
        const place = from > 0 ? Words.place(desk.spot, from) : "";
        if (helper !== "")
            return Words.line([qsTr("%1 is going").arg(Apart.word(helper)), place]);
        return place === "" ? "" : qsTr("Somebody from %1 is going").arg(Apart.word(place));
    }

    iconName: "bell-ring"
    objectName: "help-" + key
    title: colleague ? Words.line([qsTr("Help wanted: %1").arg(Apart.word(Words.place(desk.spot, number))), since]) : qsTr("Help wanted at %1 · %2").arg(Apart.word(kiosk)).arg(Apart.word(since))
    words: Words.line([language === "" ? "" : qsTr("Speaks %1").arg(Apart.word(Words.language(language))), who()])

    Row {
        id: answers

        spacing: Theme.space2
        visible: coming.offered || helped.offered
        width: parent.width

        PlainButton {
            id: coming

            readonly property bool offered: !card.answered

            enabled: card.ready
            objectName: "coming-" + card.key
            text: Words.deed(Terms.Deed.HelpComing, 0)
            textSize: Theme.text14
            visible: offered
            width: helped.offered ? (answers.width - Theme.space2) * 0.6 : answers.width

            onClicked: card.desk.asked(card.colleague ? Terms.Deed.DeskHelpComing : Terms.Deed.HelpComing, "", card.number)
        }

        PlainButton {
            id: helped

            // A desk says by itself that it was helped; at a kiosk nobody does.
            readonly property bool offered: !card.colleague || card.mine

            enabled: card.ready
            objectName: "helped-" + card.key
            text: Words.deed(Terms.Deed.HelpDone, 0)
            textSize: Theme.text14
            visible: offered
            width: coming.offered ? (answers.width - Theme.space2) * 0.4 : answers.width

            onClicked: card.desk.asked(card.colleague ? Terms.Deed.DeskHelpDone : Terms.Deed.HelpDone, "", card.number)
        }
    }
}
