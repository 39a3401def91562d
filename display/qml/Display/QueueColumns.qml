pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A column for each queue: its newest call large, the two before it below.
Item {
    id: columns

    required property BoardPlan plan
    required property DisplayViewModel display
    required property bool believed
    readonly property real gap: Theme.space3
    readonly property real columnWidth: (width - gap * (plan.columns - 1)) / Math.max(1, plan.columns)

    Repeater {
        model: columns.display.queues

        Item {
            id: column

            required property int index
            required property string slug
            required property string letter
            required property string name
            required property int ordinal
            required property bool open
            required property int waiting
            required property string lastLabel
            readonly property real headHeight: height - columns.plan.firstHeight - 2 * (columns.plan.laterHeight + columns.gap)
            readonly property int place: columns.LayoutMirroring.enabled ? columns.plan.columns - 1 - index : index

            height: columns.height
            width: columns.columnWidth
            x: place * (columns.columnWidth + columns.gap)

            QueueBadge {
                id: badge

                anchors.left: parent.left
                anchors.top: parent.top
                letter: column.letter
                ordinal: column.ordinal
                side: Theme.space7
            }

            Label {
                anchors.left: badge.right
                anchors.leftMargin: Theme.space3
                anchors.right: count.left
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: badge.verticalCenter
                fontSizeMode: Text.Fit
                height: Theme.space8
                lineHeight: 0.95
                minimumPixelSize: Math.round(Theme.text14)
                size: Theme.text22
                strong: true
                text: column.name
                verticalAlignment: Text.AlignVCenter
            }

            WaitingCount {
                id: count

                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: badge.verticalCenter
                open: column.open
                waiting: column.waiting
            }

            Rectangle {
                anchors.fill: parent
                anchors.topMargin: column.headHeight
                border.color: Theme.line
                border.width: Math.max(1, Theme.scale / 2)
                color: "transparent"
                radius: Theme.radiusM
                visible: column.lastLabel === ""

                Label {
                    anchors.centerIn: parent
                    horizontalAlignment: Text.AlignHCenter
                    secondary: true
                    size: Theme.text22
                    text: qsTr("Nobody called yet")
                    width: parent.width - 2 * Theme.space4
                }
            }

            Repeater {
                model: columns.display.columnCalls

                CallCell {
                    height: place === 0 ? columns.plan.firstHeight : columns.plan.laterHeight
                    believed: columns.believed
                    digits: place === 0 ? columns.plan.heroDigits : columns.plan.digits
                    large: place === 0
                    newest: seq === columns.display.heroSeq
                    visible: slug === column.slug
                    width: column.width
                    y: column.headHeight + (place === 0 ? 0 : columns.plan.firstHeight + columns.gap + (place - 1) * (columns.plan.laterHeight + columns.gap))
                }
            }
        }
    }
}
