import QtQuick

// One screen of the kiosk. `spoken` is what it says to who asked to hear it: the words that it shows.
Item {
    property string spoken: ""
    // Where on a wide screen that begins which is pressed or looked up.
    property real aside: Panel.aside
    // How much of a wide screen the words take, and the rest for what is pressed.
    readonly property real wordsWidth: Panel.portrait ? width - 2 * Panel.margin : aside - Panel.margin - 3 * Panel.gap
    readonly property real controlsWidth: Panel.portrait ? width - 2 * Panel.margin : width - aside - Panel.margin
}
