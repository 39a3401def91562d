import QtQuick
import Kiosk.ViewModels

// One screen of the kiosk. `spoken` is what it says to who asked to hear it: the words that it shows.
Item {
    required property KioskViewModel kiosk
    property string spoken: ""
}
