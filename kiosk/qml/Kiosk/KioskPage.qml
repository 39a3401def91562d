import QtQuick

// One screen of the kiosk. `spoken` is what it says to who asked to hear it: the words that it shows.
Item {
    property string spoken: ""
    // How much of a wide screen the words take, and the rest for what is pressed.
    readonly property real wordsWidth: Panel.portrait ? width - 2 * Panel.margin : Panel.aside - Panel.margin - 3 * Panel.gap
    readonly property real controlsWidth: Panel.portrait ? width - 2 * Panel.margin : width - Panel.aside - Panel.margin
}
