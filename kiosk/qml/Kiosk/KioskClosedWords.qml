pragma Singleton

import QtQuick

// Staff have closed this kiosk, and no other.
QtObject {
    readonly property string title: qsTr("This kiosk is closed")
    readonly property string wayOut: qsTr("Please take your number at another kiosk, or ask the staff.")
}
