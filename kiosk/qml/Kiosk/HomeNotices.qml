import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What there is to know before a number is taken: the chosen priority, the branch's message, that nobody serves.
Column {
    id: notices

    required property HomeViewModel home
    required property PriorityViewModel priority
    required property int mostLines
    // Whether there is little room: then it is not said that a number can be had all the same, which is to be seen.
    property bool brief: false
    // Whether there is room for one card; the branch's own message says more, and the ticket says again that nobody serves.
    property bool oneOnly: false
    // Larger letters never cost a word: beside the code the cards grow less, and two of them not at all.
    property bool dense: false
    // What is in something hidden counts as hidden itself, so that the cards cannot be asked.
    readonly property bool unserved: home.deskCount === 0 && !(oneOnly && home.notice !== "")
    readonly property real nobodyHeight: unserved ? nobody.implicitHeight + spacing : 0
    readonly property real chosenHeight: priority.name !== "" ? chosen.implicitHeight + spacing : 0
    readonly property bool said: priority.name !== "" || home.notice !== "" || unserved
    readonly property string spoken: [chosen.text, message.text, unserved ? nobody.text : ""].filter(text => text !== "").join(". ")

    readonly property real size: !dense ? Panel.small : unserved && home.notice !== "" ? Math.min(41 * Panel.px, Panel.small) : Math.min(Panel.aid, Panel.small)

    spacing: 12 * Panel.px

    NoticeCard {
        id: chosen

        edge: Theme.accent
        objectName: "chosen-priority"
        size: notices.size
        strong: true
        symbol: "chevrons-up"
        text: notices.priority.name
        visible: text !== ""
        width: parent.width
    }

    NoticeCard {
        id: message

        edge: Theme.accent
        mostLines: notices.mostLines
        objectName: "message"
        size: notices.size
        symbol: "megaphone"
        text: notices.home.notice
        visible: text !== ""
        width: parent.width
    }

    NoticeCard {
        id: nobody

        objectName: "nobody"
        size: notices.size
        symbol: "info"
        text: notices.brief ? qsTr("Nobody is serving just now.") : qsTr("Nobody is serving just now. You can take a number already.")
        visible: notices.unserved
        width: parent.width
    }
}
