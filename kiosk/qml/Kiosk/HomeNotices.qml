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
    // What is in something hidden counts as hidden itself, so that the cards cannot be asked.
    readonly property bool unserved: home.deskCount === 0
    readonly property bool said: priority.name !== "" || home.notice !== "" || unserved
    readonly property string spoken: [chosen.text, message.text, unserved ? nobody.text : ""].filter(text => text !== "").join(". ")

    spacing: 12 * Panel.px

    NoticeCard {
        id: chosen

        edge: Theme.accent
        objectName: "chosen-priority"
        size: Panel.small
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
        size: Panel.small
        symbol: "megaphone"
        text: notices.home.notice
        visible: text !== ""
        width: parent.width
    }

    NoticeCard {
        id: nobody

        objectName: "nobody"
        size: Panel.small
        symbol: "info"
        text: qsTr("Nobody is serving just now. You can take a number already.")
        visible: notices.unserved
        width: parent.width
    }
}
