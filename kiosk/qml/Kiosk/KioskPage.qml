import QtQuick

// One screen of the kiosk. `spoken` is what it says to who asked to hear it: the words that it shows.
Item {
    property string spoken: ""
}
