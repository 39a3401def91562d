pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Theme

// When the branch is open, day by day; the day on which it opens next stands out.
Card {
    id: table

    // Rows of DayRow.
    required property QtObject days
    required property real rowHeight
    required property real size
    property real inset: Theme.space4
    property real space: Theme.space3

    implicitHeight: rows.height + 2 * Theme.radiusM
    height: implicitHeight
    objectName: "week"

    Column {
        id: rows

        width: parent.width
        y: Theme.radiusM

        Repeater {
            model: table.days

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
                height: Math.max(table.rowHeight, times.height, word.height)
                width: rows.width - 2 * Theme.space1
                x: Theme.space1

                Label {
                    id: word

                    anchors.left: parent.left
                    anchors.leftMargin: table.inset
                    anchors.right: times.left
                    anchors.rightMargin: table.space
                    anchors.verticalCenter: parent.verticalCenter
                    font.weight: day.opens ? Font.Bold : Font.Normal
                    secondary: day.spans === "" && !day.opens
                    size: table.size
                    text: day.name
                }

                Label {
                    id: times

                    anchors.right: parent.right
                    anchors.rightMargin: table.inset
                    anchors.verticalCenter: parent.verticalCenter
                    font.weight: day.opens ? Font.Bold : Font.Normal
                    horizontalAlignment: Text.AlignRight
                    secondary: day.spans === "" && !day.opens
                    size: table.size
                    tabular: true
                    text: day.spans === "" ? qsTr("closed") : "\u2066" + day.spans.split(", ").join(Apart.comma) + "\u2069"
                    width: Math.min(implicitWidth, rows.width * 0.56)
                }
            }
        }
    }
}
