pragma Singleton

import QtQuick
import Display.ViewModels

// What is said while nobody is called.
QtObject {
    function title(display: DisplayViewModel): string {
        if (display.onBreak)
            return qsTr("A short break");
        return display.nobodyYet ? qsTr("Nobody called yet") : qsTr("Nobody is being called");
    }

    // Above the queues, each with its range where one is known.
    function wait(display: DisplayViewModel): string {
        return display.waitIsKnown ? qsTr("If you take a number now:") : qsTr("How many are waiting");
    }

    function rest(display: DisplayViewModel): string {
        if (display.onBreak)
            return display.backAt !== "" ? qsTr("We go on at %1. Your number keeps its place.").arg(display.backAt) : qsTr("Please wait. Your number keeps its place.");
        return qsTr("Please wait. Your number appears here when it is your turn.");
    }
}
