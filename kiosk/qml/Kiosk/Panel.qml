pragma Singleton

import QtQuick

// Sizes in pixels of the 21.5″ panel that they are made for: there 4.03 of them are 1 mm, and 41 are capitals of 7.4 mm.
// Whoever asked for larger letters gets larger ones everywhere, and nothing gets smaller.
QtObject {
    property real px: 1
    property bool larger: false
    property bool portrait: true

    readonly property real margin: 56 * px
    readonly property real gap: 16 * px
    // Between a notice and what comes after it, and between what is pressed and the bar below: the fifth and the sixth of tokens.json.
    readonly property real apart: 24 * px
    readonly property real above: 32 * px
    readonly property real header: 112 * px
    // Where the queues begin beside the title of a wide screen.
    readonly property real aside: 720 * px

    readonly property real small: (larger ? 55 : 41) * px
    readonly property real aid: (larger ? 48 : 41) * px
    readonly property real words: (larger ? 60 : 48) * px
    readonly property real action: (larger ? 64 : 54) * px
    readonly property real title: (larger ? 96 : 84) * px
}
