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

    function monthNamed(month: int): string {
        return Qt.locale(Qt.uiLanguage).monthName(month - 1);
    }

    function dated(day: int, month: int): string {
        return Apart.word(qsTr("%1 %2").arg(day).arg(monthNamed(month)));
    }

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
            required property int lastDay
            required property int lastMonth
            required property int month
            required property string reason
            required property string spans
            readonly property string open: Apart.hours(spans)
            readonly property string first: page.dated(day, month)
            readonly property string last: page.dated(lastDay, lastMonth)
            readonly property string told: {
                if (lastDay === 0)
                    return spans === "" ? qsTr("Closed on %1").arg(first) : qsTr("On %1 open %2").arg(first).arg(open);
                if (lastMonth !== month)
                    return spans === "" ? qsTr("Closed from %1 to %2").arg(first).arg(last) : qsTr("From %1 to %2 open %3").arg(first).arg(last).arg(open);
                const name = page.monthNamed(month);
                return spans === "" ? qsTr("Closed from %1 to %2 %3").arg(day).arg(lastDay).arg(name) : qsTr("From %1 to %2 %3 open %4").arg(day).arg(lastDay).arg(name).arg(open);
            }

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
