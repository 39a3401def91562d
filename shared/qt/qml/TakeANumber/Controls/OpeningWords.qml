pragma Singleton

import QtQuick

// When the branch opens next: its clock ("" for unknown), in how many days, and on which weekday (Monday is 1).
QtObject {
    function told(clock: string, daysAhead: int, weekday: int): string {
        if (clock === "")
            return qsTr("Please come back another time.");
        if (daysAhead === 0)
            return qsTr("Opens today at %1").arg(Apart.word(clock));
        if (daysAhead === 1)
            return qsTr("Opens tomorrow at %1").arg(Apart.word(clock));
        return qsTr("Opens on %1 at %2").arg(Apart.word(Qt.locale(Qt.uiLanguage).dayName(weekday))).arg(Apart.word(clock));
    }
}
