pragma Singleton

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls

// What deeds are called on buttons, under which keys they are, and what the desk says of itself.
QtObject {
    // Words side by side, in the order in which one reads: none of them turns another round.
    function line(parts: list<string>): string {
        return Apart.line(parts);
    }

    function deed(deed: int, waiting: int): string {
        switch (deed) {
        case Terms.Deed.CallNext:
            return waiting === 0 ? qsTr("Call next") : qsTr("Call next · %n waiting", "", waiting);
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
        case Terms.Deed.Rejoin:
            return qsTr("Back in line");
        case Terms.Deed.Transfer:
        case Terms.Deed.Send:
            return qsTr("Transfer");
        case Terms.Deed.Cancel:
            return qsTr("Cancel");
        case Terms.Deed.Note:
            return qsTr("Note");
        case Terms.Deed.CallTicket:
            return qsTr("Pick one");
        case Terms.Deed.WalkIn:
            return qsTr("Walk-in");
        case Terms.Deed.GiveNumber:
            return qsTr("Give a number");
        case Terms.Deed.GivePriority:
            return qsTr("Priority");
        case Terms.Deed.StoreNext:
            return qsTr("Next to me");
        case Terms.Deed.Pause:
            return qsTr("Break");
        case Terms.Deed.Open:
            return qsTr("Back to work");
        case Terms.Deed.Help:
            return qsTr("Call for help");
        case Terms.Deed.HelpComing:
        case Terms.Deed.DeskHelpComing:
            return qsTr("I am coming");
        case Terms.Deed.HelpDone:
        case Terms.Deed.DeskHelpDone:
            return qsTr("Helped");
        case Terms.Deed.StaffCallDone:
            return qsTr("Enough have come");
        case Terms.Deed.ServeNoMore:
            return qsTr("Give it back");
        case Terms.Deed.SayToAll:
            return qsTr("Tell everybody");
        default:
            return "";
        }
    }

    // The same where there is little room for it.
    function shortDeed(deed: int): string {
        if (deed === Terms.Deed.CallNext)
            return qsTr("Call next");
        if (deed === Terms.Deed.FinishAndCall)
            return qsTr("Done and call next");
        return deed === Terms.Deed.Recall ? qsTr("Again") : Words.deed(deed, 0);
    }

    function icon(deed: int): string {
        switch (deed) {
        case Terms.Deed.Recall:
            return "refresh-cw";
        case Terms.Deed.NoShow:
            return "user-x";
        case Terms.Deed.Transfer:
        case Terms.Deed.Send:
            return "arrow-left-right";
        case Terms.Deed.Cancel:
            return "x";
        case Terms.Deed.Finish:
            return "check";
        case Terms.Deed.Hold:
            return "pause";
        case Terms.Deed.Note:
            return "sticky-note";
        case Terms.Deed.CallTicket:
            return "list";
        case Terms.Deed.WalkIn:
            return "user";
        case Terms.Deed.StoreNext:
            return "flag";
        case Terms.Deed.Pause:
            return "coffee";
        case Terms.Deed.GivePriority:
            return "chevrons-up";
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
            return "Ctrl+N";
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
        case Terms.Deed.Help:
            return "F1";
        default:
            return "";
        }
    }

    // As a key is printed on a keyboard.
    function printed(key: string): string {
        return key.replace("Return", qsTr("Enter")).replace("Ctrl", qsTr("Ctrl")).replace("Esc", qsTr("Esc"));
    }

    // What pressing Undo takes back.
    function did(deed: int, label: string): string {
        switch (deed) {
        case Terms.Deed.CallNext:
        case Terms.Deed.CallTicket:
        case Terms.Deed.WalkIn:
            return qsTr("%1 is called").arg(Apart.word(label));
        case Terms.Deed.Recall:
            return qsTr("%1 is called again").arg(Apart.word(label));
        case Terms.Deed.Start:
            return qsTr("%1 has arrived").arg(Apart.word(label));
        case Terms.Deed.Finish:
            return qsTr("%1 is done").arg(Apart.word(label));
        case Terms.Deed.FinishAndCall:
            return qsTr("Done, %1 is called").arg(Apart.word(label));
        case Terms.Deed.NoShow:
            return qsTr("%1 is missed").arg(Apart.word(label));
        case Terms.Deed.Hold:
            return qsTr("%1 is on hold").arg(Apart.word(label));
        case Terms.Deed.Resume:
        case Terms.Deed.Rejoin:
            return qsTr("%1 is back in line").arg(Apart.word(label));
        case Terms.Deed.Transfer:
        case Terms.Deed.Send:
            return qsTr("%1 is transferred").arg(Apart.word(label));
        case Terms.Deed.GivePriority:
            return qsTr("Priority of %1").arg(Apart.word(label));
        case Terms.Deed.Cancel:
            return qsTr("%1 is cancelled").arg(Apart.word(label));
        case Terms.Deed.Note:
            return qsTr("Note on %1").arg(Apart.word(label));
        case Terms.Deed.Pause:
            return qsTr("A break");
        case Terms.Deed.Open:
            return qsTr("Back to work");
        case Terms.Deed.Help:
            return qsTr("Call for help");
        case Terms.Deed.StoreNext:
            return qsTr("Next to me");
        default:
            return "";
        }
    }

    // What a sheet asks before it does something.
    function question(deed: int, label: string): string {
        switch (deed) {
        case Terms.Deed.Hold:
            return qsTr("Why does %1 step aside?").arg(Apart.word(label));
        case Terms.Deed.Transfer:
        case Terms.Deed.Send:
            return qsTr("Where shall %1 go?").arg(Apart.word(label));
        case Terms.Deed.Note:
            return qsTr("A note on %1, for colleagues").arg(Apart.word(label));
        case Terms.Deed.Cancel:
            return qsTr("Cancel %1? The number is gone then.").arg(Apart.word(label));
        case Terms.Deed.CallTicket:
            return qsTr("Whom do you call?");
        case Terms.Deed.GivePriority:
            return qsTr("Which priority has %1?").arg(Apart.word(label));
        case Terms.Deed.WalkIn:
            return qsTr("Walk-in");
        case Terms.Deed.Pause:
            return qsTr("A break until when?");
        case Terms.Deed.SayToAll:
            return qsTr("Tell everybody who waits");
        default:
            return "";
        }
    }

    // A priority in the words of the customers who ask for it, which are theirs and no servicer's; else as it was set up.
    function rank(name: string, said: string): string {
        return said === "" ? name : qsTr("“%1”").arg(said);
    }

    // What is said of a break: why, and until when, or for how long that is over.
    function rest(reason: string, backAt: string, overdueMin: int): string {
        if (overdueMin < 0)
            return line([reason, backAt === "" ? "" : qsTr("back at %1").arg(Apart.word(backAt))]);
        return line([reason, qsTr("It was to end at %1").arg(Apart.word(backAt)), ago(overdueMin)]);
    }

    // A queue that is this desk's for today alone.
    function lent(): string {
        return qsTr("Lent to you until the day ends");
    }

    function serveNoMore(queue: string): string {
        return qsTr("Stop serving %1").arg(Apart.word(queue));
    }

    // One more of what the branch calls its desks is wanted.
    function oneMore(spot: int, queue: string): string {
        switch (spot) {
        case Terms.Spot.Rooms:
            return qsTr("One more room on %1").arg(Apart.word(queue));
        case Terms.Spot.Windows:
            return qsTr("One more window on %1").arg(Apart.word(queue));
        case Terms.Spot.Counters:
            return qsTr("One more counter on %1").arg(Apart.word(queue));
        default:
            return qsTr("One more desk on %1").arg(Apart.word(queue));
        }
    }

    // How long somebody waits who comes now; and how long, were there one more desk.
    function newcomersWait(minutes: int): string {
        return minutes > 0 ? qsTr("newcomers wait %1").arg(Apart.word(lasting(minutes))) : "";
    }

    function newcomers(before: int, after: int): string {
        return qsTr("newcomers wait %1 in place of %2").arg(Apart.word(lasting(after))).arg(Apart.word(lasting(before)));
    }

    // How long a service like this one usually takes, in minutes.
    function usually(low: int, high: int): string {
        return low === high ? qsTr("usually %1 min").arg(high) : qsTr("usually %1 to %2 min").arg(low).arg(high);
    }

    // A manager calls everybody at the desks.
    function calledBy(manager: string): string {
        return qsTr("%1 calls everybody to help").arg(Apart.word(manager));
    }

    // Who comes to help at this desk, and from where.
    function comes(helper: string): string {
        return qsTr("%1 is coming").arg(Apart.word(helper));
    }

    function helperFrom(spot: int, desk: int): string {
        return desk > 0 ? place(spot, desk) : qsTr("Manager");
    }

    // “Desk 3”, or what else the branch calls its desks.
    function place(spot: int, number: string): string {
        switch (spot) {
        case Terms.Spot.Rooms:
            return qsTr("Room %1").arg(Apart.word(number));
        case Terms.Spot.Windows:
            return qsTr("Window %1").arg(Apart.word(number));
        case Terms.Spot.Counters:
            return qsTr("Counter %1").arg(Apart.word(number));
        default:
            return qsTr("Desk %1").arg(Apart.word(number));
        }
    }

    function whichPlace(spot: int): string {
        switch (spot) {
        case Terms.Spot.Rooms:
            return qsTr("Which room?");
        case Terms.Spot.Windows:
            return qsTr("Which window?");
        case Terms.Spot.Counters:
            return qsTr("Which counter?");
        default:
            return qsTr("Which desk?");
        }
    }

    function language(tag: string): string {
        switch (tag) {
        case "en":
            return qsTr("English");
        case "de":
            return qsTr("German");
        case "es":
            return qsTr("Spanish");
        case "fr":
            return qsTr("French");
        case "ar":
            return qsTr("Arabic");
        default:
            return tag === "" ? "" : Qt.locale(tag).nativeLanguageName || tag;
        }
    }

    function span(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        const rest = String(seconds % 60).padStart(2, "0");
        return minutes + ":" + rest;
    }

    // A time in words: 12 min, 1 h 5 min.
    function lasting(minutes: int): string {
        if (minutes < 1)
            return qsTr("under 1 min");
        return minutes < 60 ? qsTr("%1 min").arg(minutes) : qsTr("%1 h %2 min").arg(Math.floor(minutes / 60)).arg(minutes % 60);
    }

    function ago(minutes: int): string {
        return minutes < 1 ? qsTr("just now") : qsTr("%1 ago").arg(Apart.word(lasting(minutes)));
    }

    function longest(minutes: int): string {
        if (minutes < 0)
            return "";
        return minutes < 1 ? qsTr("just now") : qsTr("longest %1").arg(Apart.word(lasting(minutes)));
    }

    // How long somebody would wait who came now.
    function newcomer(low: int, high: int, atOnce: bool): string {
        if (atOnce)
            return qsTr("newcomers: at once");
        return low < high ? qsTr("newcomers: %1–%2 min").arg(low).arg(high) : qsTr("newcomers: %1 min").arg(high);
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

    // How a number stands that somebody looked up; where and with whom is said beside it.
    function stands(stands: int, clock: string): string {
        switch (stands) {
        case Terms.Stands.Waiting:
            return qsTr("Waits since %1").arg(Apart.word(clock));
        case Terms.Stands.Called:
            return qsTr("Called at %1").arg(Apart.word(clock));
        case Terms.Stands.Served:
            return qsTr("Is served since %1").arg(Apart.word(clock));
        case Terms.Stands.Aside:
            return qsTr("On hold");
        case Terms.Stands.Done:
            return qsTr("Done at %1").arg(Apart.word(clock));
        case Terms.Stands.Missed:
            return qsTr("Missed at %1").arg(Apart.word(clock));
        case Terms.Stands.Left:
            return qsTr("Left the queue at %1").arg(Apart.word(clock));
        default:
            return qsTr("The day ended before their turn");
        }
    }

    function notice(notice: NoticeViewModel, spot: int): string {
        switch (notice.kind) {
        case Terms.Said.CustomerLeft:
            return qsTr("%1 has left the queue.").arg(Apart.word(notice.label));
        case Terms.Said.DayClosed:
            return qsTr("The day has ended, and %1 with it.").arg(Apart.word(notice.label));
        case Terms.Said.NotHere:
            return qsTr("%1 is no longer here.").arg(Apart.word(notice.label));
        case Terms.Said.Overtaken:
            return qsTr("%1 is with somebody else now.").arg(Apart.word(notice.label));
        case Terms.Said.NobodyWaits:
            return qsTr("Nobody is waiting any more.");
        case Terms.Said.TooSoon:
            return qsTr("%1 was called a moment ago. Please give them %2 seconds.").arg(Apart.word(notice.label)).arg(notice.seconds);
        case Terms.Said.FinishFirst:
            return qsTr("Finish %1 first.").arg(Apart.word(notice.label));
        case Terms.Said.StorageFull:
            return qsTr("The server's disk is full. Nothing was changed.");
        case Terms.Said.Refused:
            return notice.detail;
        case Terms.Said.SignedOut:
            return qsTr("%1 was signed out of %2.").arg(Apart.word(notice.servicer)).arg(Apart.word(place(spot, notice.desk)));
        case Terms.Said.WrongPin:
            return qsTr("That PIN is not right. Please try again.");
        case Terms.Said.Locked:
            return qsTr("Too many wrong PINs. Try again in %1.").arg(Apart.word(span(notice.seconds)));
        case Terms.Said.DeskTaken:
            return qsTr("%1 sits at %2.").arg(Apart.word(notice.servicer)).arg(Apart.word(place(spot, notice.desk)));
        case Terms.Said.ServicerElsewhere:
            return qsTr("%1 is signed in at %2 already.").arg(Apart.word(notice.servicer)).arg(Apart.word(place(spot, notice.desk)));
        case Terms.Said.ConsoleElsewhere:
            return qsTr("This console is signed in somewhere else.");
        case Terms.Said.NoAnswer:
            return qsTr("The server did not answer. Please try again.");
        case Terms.Said.NotNoted:
            return qsTr("The server is away. Nothing was noted.");
        case Terms.Said.NumberGiven:
            return qsTr("%1 is their number.").arg(Apart.word(notice.label));
        case Terms.Said.ToldAll:
            return qsTr("Everybody who waits is told.");
        default:
            return "";
        }
    }
}
