pragma Singleton

import QtQuick
import Servicer.ViewModels

// What deeds are called on buttons, under which keys they are, and what notices say.
QtObject {
    function deed(deed: int, waiting: int): string {
        switch (deed) {
        case Terms.Deed.CallNext:
            return waiting === 0 ? qsTr("Nobody waiting") : qsTr("Call next · %n waiting", "", waiting);
        case Terms.Deed.Start:
            return qsTr("Arrived");
        case Terms.Deed.FinishAndCall:
            return waiting === 0 ? qsTr("Done and call next") : qsTr("Done and call next · %n waiting", "", waiting);
        case Terms.Deed.Finish:
            return qsTr("Done");
        case Terms.Deed.Recall:
            return qsTr("Call again");
        case Terms.Deed.NoShow:
            return qsTr("Missed");
        case Terms.Deed.SignOut:
            return qsTr("Sign out");
        case Terms.Deed.Hold:
            return qsTr("Hold");
        case Terms.Deed.Resume:
            return qsTr("Back in line");
        case Terms.Deed.Transfer:
            return qsTr("Transfer");
        case Terms.Deed.Cancel:
            return qsTr("Cancel");
        case Terms.Deed.Note:
            return qsTr("Note");
        case Terms.Deed.CallTicket:
            return qsTr("Pick one");
        case Terms.Deed.WalkIn:
            return qsTr("Walk-in");
        case Terms.Deed.StoreNext:
            return qsTr("Next to me");
        case Terms.Deed.Pause:
            return qsTr("Break");
        case Terms.Deed.Open:
            return qsTr("Back to work");
        case Terms.Deed.Help:
            return qsTr("Call for help");
        default:
            return "";
        }
    }

    function key(deed: int): string {
        switch (deed) {
        case Terms.Deed.CallNext:
        case Terms.Deed.Start:
        case Terms.Deed.FinishAndCall:
        case Terms.Deed.Open:
            return "Ctrl+Return";
        case Terms.Deed.Hold:
            return "Ctrl+H";
        case Terms.Deed.Transfer:
            return "Ctrl+T";
        case Terms.Deed.Note:
            return "Ctrl+E";
        case Terms.Deed.Cancel:
            return "Ctrl+X";
        case Terms.Deed.CallTicket:
            return "Ctrl+P";
        case Terms.Deed.WalkIn:
            return "Ctrl+W";
        case Terms.Deed.StoreNext:
            return "Ctrl+G";
        case Terms.Deed.Pause:
            return "Ctrl+B";
        case Terms.Deed.Undo:
            return "Ctrl+Z";
        case Terms.Deed.Finish:
            return "Ctrl+D";
        case Terms.Deed.Recall:
            return "Ctrl+R";
        case Terms.Deed.NoShow:
            return "Ctrl+M";
        case Terms.Deed.Resume:
            return "Ctrl+K";
        case Terms.Deed.SignOut:
            return "Ctrl+Q";
        case Terms.Deed.Help:
            return "F1";
        default:
            return "";
        }
    }

    // As the keys are printed on a keyboard.
    function printedKey(deed: int): string {
        return key(deed).replace("Ctrl+Return", qsTr("Ctrl ⏎ or Space")).replace("Ctrl+", qsTr("Ctrl "));
    }

    // What pressing Undo takes back.
    function undo(deed: int, label: string): string {
        switch (deed) {
        case Terms.Deed.CallNext:
        case Terms.Deed.CallTicket:
        case Terms.Deed.WalkIn:
            return qsTr("Undo: %1 called").arg(label);
        case Terms.Deed.Recall:
            return qsTr("Undo: %1 called again").arg(label);
        case Terms.Deed.Start:
            return qsTr("Undo: %1 arrived").arg(label);
        case Terms.Deed.Finish:
            return qsTr("Undo: %1 done").arg(label);
        case Terms.Deed.FinishAndCall:
            return qsTr("Undo: done, %1 called").arg(label);
        case Terms.Deed.NoShow:
            return qsTr("Undo: %1 missed").arg(label);
        case Terms.Deed.Hold:
            return qsTr("Undo: %1 on hold").arg(label);
        case Terms.Deed.Resume:
            return qsTr("Undo: %1 back in line").arg(label);
        case Terms.Deed.Transfer:
            return qsTr("Undo: %1 transferred").arg(label);
        case Terms.Deed.Cancel:
            return qsTr("Undo: %1 cancelled").arg(label);
        case Terms.Deed.Note:
            return qsTr("Undo: note on %1").arg(label);
        case Terms.Deed.Pause:
            return qsTr("Undo: break");
        case Terms.Deed.Open:
            return qsTr("Undo: back to work");
        case Terms.Deed.Help:
            return qsTr("Undo: call for help");
        case Terms.Deed.StoreNext:
            return qsTr("Undo: next arrival");
        default:
            return "";
        }
    }

    // What a sheet asks before it does something.
    function question(deed: int, label: string): string {
        switch (deed) {
        case Terms.Deed.Hold:
            return qsTr("Why does %1 step aside?").arg(label);
        case Terms.Deed.Transfer:
            return qsTr("Where shall %1 go?").arg(label);
        case Terms.Deed.Note:
            return qsTr("A note on %1, for colleagues").arg(label);
        case Terms.Deed.Cancel:
            return qsTr("Cancel %1? The number is gone then.").arg(label);
        case Terms.Deed.CallTicket:
            return qsTr("Whom do you call?");
        case Terms.Deed.WalkIn:
            return qsTr("Somebody without a number. For which queue?");
        case Terms.Deed.Pause:
            return qsTr("A break until when?");
        default:
            return "";
        }
    }

    function span(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        const rest = String(seconds % 60).padStart(2, "0");
        return minutes + ":" + rest;
    }

    function longest(minutes: int): string {
        return minutes < 1 ? qsTr("under 1 min") : qsTr("%1 min").arg(minutes);
    }

    function intake(intake: int): string {
        switch (intake) {
        case Terms.Intake.Full:
            return qsTr("No more numbers");
        case Terms.Intake.Closed:
            return qsTr("Closed now");
        default:
            return "";
        }
    }

    function phase(phase: int, calls: int): string {
        if (phase === Terms.Phase.Serving)
            return qsTr("Now serving");
        if (phase === Terms.Phase.Paused)
            return qsTr("On a break");
        return calls > 1 ? qsTr("Called %1 times").arg(calls) : qsTr("Called");
    }

    function notice(notice: NoticeViewModel): string {
        switch (notice.kind) {
        case Terms.Said.CustomerLeft:
            return qsTr("%1 has left the queue.").arg(notice.label);
        case Terms.Said.DayClosed:
            return qsTr("The day has ended, and %1 with it.").arg(notice.label);
        case Terms.Said.NotHere:
            return qsTr("%1 is no longer at this desk.").arg(notice.label);
        case Terms.Said.Overtaken:
            return qsTr("%1 is at another desk now.").arg(notice.label);
        case Terms.Said.NobodyWaits:
            return qsTr("Nobody is waiting any more.");
        case Terms.Said.TooSoon:
            return qsTr("%1 was called a moment ago. Please give them %2 seconds.").arg(notice.label).arg(notice.seconds);
        case Terms.Said.FinishFirst:
            return qsTr("Finish %1 first.").arg(notice.label);
        case Terms.Said.StorageFull:
            return qsTr("The server's disk is full. Nothing was changed.");
        case Terms.Said.Refused:
            return notice.detail;
        case Terms.Said.SignedOut:
            return qsTr("%1 was signed out of desk %2.").arg(notice.servicer).arg(notice.desk);
        case Terms.Said.WrongPin:
            return qsTr("That PIN is not right.");
        case Terms.Said.Locked:
            return qsTr("Too many wrong PINs. Try again in %1.").arg(span(notice.seconds));
        case Terms.Said.DeskTaken:
            return qsTr("%1 sits at desk %2.").arg(notice.servicer).arg(notice.desk);
        case Terms.Said.ServicerElsewhere:
            return qsTr("%1 is signed in at desk %2 already.").arg(notice.servicer).arg(notice.desk);
        case Terms.Said.ConsoleElsewhere:
            return qsTr("This console is signed in at another desk.");
        case Terms.Said.NoAnswer:
            return qsTr("The server did not answer. Please try again.");
        default:
            return "";
        }
    }
}
