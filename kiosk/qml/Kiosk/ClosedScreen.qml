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
    readonly property real rowHeight: (Panel.larger ? Panel.portrait ? 92 : 76 : 80) * Panel.px

    advice: full ? qsTr("All numbers for today are given.") + " " + opening : opening
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
        }
    ]

    Card {
        height: days.height + 2 * Theme.radiusM
        objectName: "week"
        visible: page.message.dayCount > 0
        width: parent.width

        Column {
            id: days

            width: parent.width
            y: Theme.radiusM

            Repeater {
                model: page.message.days

                Rectangle {
                    id: day

                    required property int weekday
                    required property int ahead
                    required property bool opens
                    required property string spans
                    readonly property string name: {
                        const word = Qt.locale(Qt.uiLanguage).standaloneDayName(weekday);
                        const long = word.charAt(0).toUpperCase() + word.slice(1);
                        return ahead === 0 ? qsTr("%1 · today").arg(long) : ahead === 1 ? qsTr("%1 · tomorrow").arg(long) : long;
                    }

                    color: opens ? Theme.sunken : Theme.surface
                    height: Math.max(page.rowHeight, times.height, word.height)
                    width: days.width - 2 * Theme.space1
                    x: Theme.space1

                    Label {
                        id: word

                        anchors.left: parent.left
                        anchors.leftMargin: 28 * Panel.px
                        anchors.right: times.left
                        anchors.rightMargin: Panel.gap
                        anchors.verticalCenter: parent.verticalCenter
                        font.weight: day.opens ? Font.Bold : Font.Normal
                        secondary: day.spans === "" && !day.opens
                        size: Panel.small
                        text: day.name
                    }

                    Label {
                        id: times

                        anchors.right: parent.right
                        anchors.rightMargin: 28 * Panel.px
                        anchors.verticalCenter: parent.verticalCenter
                        font.weight: day.opens ? Font.Bold : Font.Normal
                        horizontalAlignment: Text.AlignRight
                        secondary: day.spans === "" && !day.opens
                        size: Panel.small
                        text: day.spans === "" ? qsTr("closed") : day.spans
                        width: Math.min(implicitWidth, days.width * 0.56)
                    }
                }
            }
        }
    }

    Repeater {
        model: page.message.exceptions

        Label {
            required property int day
            required property int month
            required property string spans
            readonly property string date: qsTr("%1 %2").arg(day).arg(Qt.locale(Qt.uiLanguage).monthName(month - 1))

            horizontalAlignment: Text.AlignHCenter
            objectName: "exception"
            secondary: true
            size: Panel.small
            text: spans === "" ? qsTr("Closed on %1").arg(date) : qsTr("On %1 open %2").arg(date).arg("\u2066" + spans + "\u2069")
            width: page.controlsWidth
        }
    }
}
