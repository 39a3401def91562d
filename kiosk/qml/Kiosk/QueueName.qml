import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A queue's name: it wraps between words; a single long word gets smaller rather than broken.
Label {
    id: name

    property real full: Theme.text22
    readonly property TextMetrics longest: TextMetrics {
        font.family: Theme.family
        font.features: Theme.digits
        font.pixelSize: Math.round(name.full)
        font.weight: Font.DemiBold
        text: name.text.split(" ").reduce((longest, word) => word.length > longest.length ? word : longest, "")
    }

    elide: Text.ElideRight
    lineHeight: 1.05
    maximumLineCount: 2
    // A little less than fits: painted at another size, letters are not exactly in proportion.
    size: full * Math.max(0.65, Math.min(1, 0.98 * width / Math.max(1, longest.advanceWidth)))
    strong: true
}
