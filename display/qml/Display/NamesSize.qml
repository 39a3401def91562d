import QtQuick
import TakeANumber.Theme

// One size for names that stand together: on one line where that leaves them large enough, else on two.
QtObject {
    id: fit

    // One a line; a word may be parted at a soft hyphen.
    required property string names
    required property real room
    required property real most
    property real mostOnTwoLines: most
    // Down to this size one line is better than two.
    property real least: 0.9 * most
    readonly property FontMetrics metrics: FontMetrics {
        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: 100
        font.weight: Font.DemiBold
    }
    readonly property list<string> each: names.split("\n")
    // Letters painted at another size are not exactly in proportion.
    readonly property real onOne: Math.min(most, 98 * room / widest(each.map(name => widthOf(name))))
    readonly property real onTwo: Math.min(mostOnTwoLines, 98 * room / widest(each.map(name => narrowest(name))))
    readonly property bool oneLine: onOne >= least || onOne >= onTwo
    readonly property real size: Math.max(1, Math.floor(oneLine ? onOne : onTwo))

    function widest(widths: list<real>): real {
        return Math.max(1, ...widths);
    }

    function widthOf(words: string): real {
        return metrics.advanceWidth(words.replace(/\u00ad/g, ""));
    }

    // How wide a name is on two lines, parted where it is narrowest.
    function narrowest(name: string): real {
        let least = widthOf(name);
        for (let place = 1; place < name.length - 1; ++place) {
            const soft = name[place] === "\u00ad";
            if (soft || name[place] === " ")
                least = Math.min(least, Math.max(widthOf(name.slice(0, place) + (soft ? "-" : "")), widthOf(name.slice(place + 1))));
        }
        return least;
    }
}
