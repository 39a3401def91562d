pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Closed, or full for today: when it opens next, and the week.
WordsAndControls {
    id: page

    required property MessageViewModel message
    readonly property bool full: kiosk.screen === Terms.Shown.FullToday
    readonly property string opening: OpeningWords.told(message.opensAt, message.opensInDays, message.opensWeekday)
    readonly property real rowHeight: (Panel.larger ? Panel.portrait && !crowded ? 92 : 76 : 80) * Panel.px

    // How many of the days that differ later on there is room for, below the words and the week.
    readonly property int fitting: (height - (Panel.portrait ? wordsNeed + foot : 2 * Panel.gap) - (table.visible ? table.height : 0)) / (1.25 * Panel.small + Panel.gap)

    // A week is nothing to press.
    foot: Panel.gap
    crowded: Panel.larger && (message.notice !== "" || message.hoursDiffer || message.reasonCount > 0)

    advice: message.opensFirst !== "" && !full ? Apart.line([opening, message.opensFirst]) : full ? qsTr("All numbers for today are given.") + " " + opening : opening
    symbol: full ? "users" : "clock"
    title: full ? qsTr("No more numbers today") : qsTr("We are closed now")

    more: [
        NoticeCard {
            edge: Theme.accent
            objectName: "message"
            size: Panel.small
            symbol: "megaphone"
            text: page.message.notice
            visible: text !== ""
            width: parent.width
        },
        Label {
            horizontalAlignment: page.across
            objectName: "hoursDiffer"
            secondary: true
            size: Panel.small
            text: qsTr("Not every queue is open at all of these times.")
            visible: page.message.hoursDiffer && page.message.dayCount > 0
            width: parent.width
        }
    ]

    WeekTable {
        id: table

        days: page.message.days
        inset: 28 * Panel.px
        rowHeight: page.rowHeight
        size: Panel.small
        space: Panel.gap
        visible: page.message.dayCount > 0
        width: parent.width
    }

    Repeater {
        model: page.message.exceptions

        Label {
            required property int index
            required property int day
            required property int month
            required property string reason
            required property string spans
            readonly property string told: spans === "" ? qsTr("Closed on %1").arg(Apart.word(date)) : qsTr("On %1 open %2").arg(Apart.word(date)).arg("\u2066" + spans.split(", ").join(Apart.comma) + "\u2069")
            readonly property string date: qsTr("%1 %2").arg(day).arg(Qt.locale(Qt.uiLanguage).monthName(month - 1))

            horizontalAlignment: Text.AlignHCenter
            objectName: "exception"
            secondary: true
            size: Panel.small
            text: reason === "" ? told : Apart.line([told, reason])
            visible: index < page.fitting
            width: page.controlsWidth
        }
    }
}
