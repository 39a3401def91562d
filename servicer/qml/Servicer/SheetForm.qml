import QtQuick
import TakeANumber.Theme

// What a sheet holds; `begin` puts the hand where one begins.
Column {
    required property Sheet sheet

    function begin() {
    }

    spacing: Theme.space3
}
