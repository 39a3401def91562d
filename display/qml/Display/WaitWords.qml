pragma Singleton

import QtQuick
import Display.ViewModels

// How long a number taken now would wait.
QtObject {
    // Of each queue, in as few words as there are; of none where no new numbers are given.
    function ranges(display: DisplayViewModel): list<string> {
        return display.closing ? [""] : display.queueRanges.split("\n").map(range);
    }

    // Beside how many wait: `open`, how many wait, the range in minutes, and whether a desk is free.
    function range(queue: string): string {
        const [open, waiting, low, high, atOnce] = queue.split(" ").map(Number);
        if (!open)
            return qsTr("Closed");
        if (waiting === 0)
            return atOnce ? qsTr("at once") : "";
        return high === 0 ? "" : low === high ? qsTr("%1 min").arg(high) : qsTr("%1–%2 min").arg(low).arg(high);
    }

    // The same where it stands alone.
    function soon(open: bool, waiting: int, low: int, high: int, atOnce: bool): string {
        if (open && atOnce)
            return qsTr("Next, at once");
        if (!open || waiting === 0 || high === 0)
            return "";
        return low === high ? qsTr("about %1 min").arg(high) : qsTr("about %1–%2 min").arg(low).arg(high);
    }
}
