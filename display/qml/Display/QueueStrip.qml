pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Each queue by its name, or where there are too many by the number that was called last; with how many wait.
Item {
    id: strip

    required property DisplayViewModel display
    required property int columns
    required property bool believed
    readonly property int count: display.queueCount
    readonly property real gap: Theme.space2
    readonly property int lines: Math.ceil(count / Math.max(1, columns))
    readonly property real tileHeight: (height - gap * (lines - 1)) / Math.max(1, lines)
    readonly property real tileWidth: (width - gap * (columns - 1)) / columns
    readonly property bool named: tileWidth > 200 * Theme.scale
    readonly property real nameRoom: tileWidth - 37 * Theme.scale - 66 * Theme.scale - 4 * Theme.space3
    readonly property real widest: widestOf(display.queueNames.split("\n")) / 100 * Theme.text18
    readonly property real widestWord: widestOf(display.queueNames.split(/\s/)) / 100 * Theme.text18
    // All names have one size: on one line where that leaves them large enough, else on two.
    readonly property bool oneLine: widest * 0.8 <= nameRoom
    readonly property real nameSize: Math.floor(oneLine ? Theme.text18 * Math.min(1, nameRoom / widest) : Math.min(tileHeight * 0.27, Theme.text18 * nameRoom / widestWord))

    function widestOf(words: list<string>): real {
        return Math.max(1, ...words.map(word => metrics.advanceWidth(word)));
    }

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: 100
        font.weight: Font.DemiBold
    }

    Grid {
        columnSpacing: strip.gap
        columns: strip.columns
        rowSpacing: strip.gap

        Repeater {
            model: strip.display.queues

            Rectangle {
                id: tile

                required property string letter
                required property string name
                required property int ordinal
                required property bool open
                required property int waiting
                required property string lastLabel
                required property int lowMin
                required property int highMin
                readonly property string howLong: !open || waiting === 0 || highMin === 0 ? "" : lowMin === highMin ? qsTr("about %1 min").arg(highMin) : qsTr("about %1–%2 min").arg(lowMin).arg(highMin)
                readonly property string soon: open && waiting === 0 ? qsTr("next at once") : howLong

                border.color: Theme.line
                border.width: Theme.mode === Theme.Contrast ? 2 : Theme.mode === Theme.Light ? Math.max(1, Theme.scale / 2) : 0
                color: Theme.surface
                height: strip.tileHeight
                radius: Theme.radiusM
                width: strip.tileWidth

                Accessible.description: soon
                Accessible.name: name
                Accessible.role: Accessible.StaticText

                RingedBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: Math.min(37 * Theme.scale, parent.height * 0.7)
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: parent.right
                    anchors.rightMargin: count.width + Theme.space3 + Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    visible: strip.named

                    Label {
                        elide: Text.ElideRight
                        lineHeight: 0.92
                        maximumLineCount: strip.oneLine ? 1 : 2
                        objectName: "strip-name"
                        secondary: !strip.believed
                        size: Math.max(10, strip.nameSize)
                        strong: true
                        text: tile.name
                        width: parent.width
                    }

                    Label {
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        secondary: true
                        size: Math.min(Theme.text16, strip.tileHeight * 0.25)
                        text: tile.soon
                        visible: text !== ""
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                }

                TicketCode {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    color: strip.believed ? Theme.text : Theme.text2
                    size: Theme.text22
                    text: tile.lastLabel === "" ? "–" : tile.lastLabel
                    visible: !strip.named
                    y: parent.height * 0.1
                }

                WaitingCount {
                    id: count

                    readonly property bool atRight: strip.named !== strip.LayoutMirroring.enabled
                    readonly property real inset: strip.named ? Theme.space3 : badge.width + 2 * Theme.space3

                    open: tile.open
                    size: strip.named ? Theme.text28 : Theme.text18
                    waiting: tile.waiting
                    x: atRight ? parent.width - width - inset : inset
                    y: strip.named ? (parent.height - height) / 2 : parent.height * 0.58
                }
            }
        }
    }
}
