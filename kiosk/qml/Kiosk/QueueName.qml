import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A queue's name: it wraps between words and at soft hyphens; where neither helps, it gets smaller rather than broken.
Label {
    id: name

    property real full: 60 * Panel.px
    property real least: 0.65
    readonly property TextMetrics longest: TextMetrics {
        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: Math.round(name.full)
        font.weight: Font.DemiBold
        text: name.text.split(/[ \u00ad]/).reduce((longest, word) => word.length > longest.length ? word : longest, "") + (name.text.indexOf("\u00ad") < 0 ? "" : "-")
    }

    elide: Text.ElideRight
    lineHeight: 1.05
    maximumLineCount: 2
    // A little less than fits: painted at another size, letters are not exactly in proportion.
    size: full * Math.max(least, Math.min(1, 0.98 * width / Math.max(1, longest.advanceWidth)))
    strong: true
}
