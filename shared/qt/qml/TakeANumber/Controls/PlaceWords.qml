pragma Singleton

import QtQuick

// What the places are called where the branch serves; each has a number.
QtObject {
    function word(place: string): string {
        return place === "room" ? qsTr("Room") : place === "window" ? qsTr("Window") : place === "counter" ? qsTr("Counter") : qsTr("Desk");
    }

    function numbered(place: string, number: int): string {
        return word(place) + " " + number;
    }
}
