import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody asks for help at a kiosk: who goes, and when it is done.
SideCard {
    id: card

    required property DeskViewModel desk
    required property int device
    required property string kiosk
    required property int minutes
    required property string language
    required property int coming
    required property bool mine
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away

    iconName: "bell-ring"
    title: qsTr("Help wanted at %1 · %2").arg(Apart.word(kiosk)).arg(Apart.word(minutes < 1 ? qsTr("just now") : Words.lasting(minutes)))
    words: {
        const speaks = card.language === "" ? "" : qsTr("Speaks %1").arg(Apart.word(Words.language(card.language)));
        const who = card.coming === 0 ? "" : card.mine ? qsTr("You are going") : qsTr("Somebody from %1 is going").arg(Apart.word(Words.place(card.desk.spot, card.coming)));
        return Words.line([speaks, who]);
    }

    Row {
        id: answers

        spacing: Theme.space2
        width: parent.width

        PlainButton {
            enabled: card.ready
            objectName: "coming-" + card.device
            text: Words.deed(Terms.Deed.HelpComing, 0)
            textSize: Theme.text14
            visible: card.coming === 0
            width: (answers.width - Theme.space2) * 0.6

            onClicked: card.desk.asked(Terms.Deed.HelpComing, "", card.device)
        }

        PlainButton {
            enabled: card.ready
            objectName: "helped-" + card.device
            text: Words.deed(Terms.Deed.HelpDone, 0)
            textSize: Theme.text14
            width: card.coming === 0 ? (answers.width - Theme.space2) * 0.4 : answers.width

            onClicked: card.desk.asked(Terms.Deed.HelpDone, "", card.device)
        }
    }
}
