import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Staff have closed this kiosk for now, and no other: where to go, and when it opens again where that is known.
WordsAndControls {
    id: page

    required property MessageViewModel message

    advice: KioskClosedWords.wayOut + (message.opensAt === "" ? "" : "\n" + OpeningWords.told(message.opensAt, message.opensInDays, message.opensWeekday))
    symbol: "info"
    title: KioskClosedWords.title

    more: [
        NoticeCard {
            edge: Theme.accent
            objectName: "message"
            size: Panel.small
            symbol: "megaphone"
            text: page.message.notice
            visible: text !== ""
            width: parent.width
        }
    ]
}
