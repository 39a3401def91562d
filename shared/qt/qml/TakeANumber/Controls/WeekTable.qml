pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Theme

// When the branch is open, day by day, and why where a day differs; the day on which it opens next stands out.
Card {
    id: table

    // Rows of DayRow.
    required property QtObject days
    required property real rowHeight
    required property real size
    property real inset: Theme.space4
    property real space: Theme.space3
    // Of why a day differs, which stands below it.
    property real whySize: size

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
                required property string reason
                required property string spans
                readonly property string name: {
                    const word = Qt.locale(Qt.uiLanguage).standaloneDayName(weekday);
                    const long = word.charAt(0).toUpperCase() + word.slice(1);
                    return ahead === 0 ? qsTr("%1 · today").arg(long) : ahead === 1 ? qsTr("%1 · tomorrow").arg(long) : long;
                }

                color: opens ? Theme.sunken : Theme.surface
                height: Math.max(table.rowHeight, why.visible ? line.height + why.height + 0.3 * table.size : line.height)
                width: rows.width - 2 * Theme.space1
                x: Theme.space1

                Item {
                    id: line

                    anchors.left: parent.left
                    anchors.leftMargin: table.inset
                    anchors.right: parent.right
                    anchors.rightMargin: table.inset
                    height: Math.max(told.height, word.height)
                    y: (day.height - height - (why.visible ? why.height : 0)) / 2

                    Label {
                        id: word

                        anchors.left: parent.left
                        anchors.right: told.left
                        anchors.rightMargin: table.space
                        anchors.verticalCenter: parent.verticalCenter
                        font.weight: day.opens ? Font.Bold : Font.Normal
                        secondary: day.spans === "" && !day.opens
                        size: table.size
                        text: day.name
                    }

                    Label {
                        id: told

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        font.weight: day.opens ? Font.Bold : Font.Normal
                        horizontalAlignment: Text.AlignRight
                        secondary: day.spans === "" && !day.opens
                        size: table.size
                        tabular: true
                        text: day.spans === "" ? qsTr("closed") : Apart.hours(day.spans)
                        width: Math.min(implicitWidth, rows.width * 0.56)
                    }
                }

                Label {
                    id: why

                    anchors.left: line.left
                    anchors.right: line.right
                    anchors.top: line.bottom
                    objectName: "why"
                    secondary: true
                    size: table.whySize
                    text: day.reason
                    visible: text !== ""
                }
            }
        }
    }
}
