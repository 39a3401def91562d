"""Every screen and state of the console, by name, as the input that shows it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from servicer import answers, folds
from servicer.gallery_desks import (
    advised,
    all_closed,
    colleague_helped_by,
    colleague_wants_help,
    desk,
    enough,
    everybody_called,
    full_and_closed,
    gone_missing,
    help_calls,
    helped_by,
    known,
    lent,
    line,
    long_names,
    manager_answers,
    missed,
    on_a_break,
    ranked,
    ready_for_the_next,
    remarked,
    rooms,
    running_late,
    sent_about,
    served,
    signing_in,
    stranded,
    swamped,
    wanted_back,
    with_accent,
    with_branch,
    with_classes,
    with_held,
    without_paper,
)
from servicer.state import Chosen, ConsoleState, Details, Found, Notice, Offer
from servicer.terms import Asks, Deed, Said
from shared.pairing.terms import Face
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.messages import (
    Helper,
    Problem,
    TicketState,
)

SIZES = (Size(1100, 720), Size(360, 220))
FACE = Face.Console
THEME = ThemeMode.LIGHT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A desk with a question over it; `ticket` and `label` are whom it is about, where that is not the customer."""

    state: ConsoleState
    deed: Deed
    asks: Asks
    ticket: int = 0
    label: str = ""


@cache
def screens(language: str) -> Mapping[str, ConsoleState | Sheet]:
    """Return the input of every screen, in this language."""
    choosing = signing_in(language)
    asked = ask(choosing, Deed.SignIn)
    wrong = Problem(type="wrong-pin", title="No", status=401, detail="No.")
    locked = Problem(type="locked", title="No", status=423, detail="No.")
    five = timedelta(minutes=5)
    serving = desk(language, TicketState.SERVING, line())
    pressed = ask(serving, Deed.Finish)
    return {
        "sign-in": signing_in(language, chosen=False),
        "sign-in-name": replace(choosing, chosen=Chosen(3)),
        "sign-in-chosen": choosing,
        "sign-in-wrong-pin": answers.refused(asked, "key", wrong, None, sample.NOW),
        "sign-in-locked": answers.refused(asked, "key", locked, five, sample.NOW),
        "nobody-waits": desk(language),
        "someone-waits": desk(language, tickets=line()),
        "sent-here": desk(language, tickets=sent_about()),
        "arrival": replace(desk(language, tickets=line()[:1]), arrival="parking"),
        "full-and-closed": folds.happened(
            desk(language, tickets=line()), sample.standing(full_and_closed())
        ),
        "without-paper": desk(language, tickets=without_paper()),
        "called": desk(language, TicketState.CALLED, line(), ago=23),
        "called-long-ago": desk(language, TicketState.CALLED, line(), ago=48),
        "called-on-my-way": remarked(desk(language, TicketState.CALLED, line(), ago=9)),
        "serving": serving,
        "serving-nobody-waits": desk(language, TicketState.SERVING),
        "serving-with-note": known(remarked(serving)),
        "called-with-facts": known(
            remarked(desk(language, TicketState.CALLED, line(), ago=48))
        ),
        "undo": replace(
            desk(language, tickets=line()),
            offer=Offer(Deed.Finish, "A107", sample.NOW + timedelta(seconds=8)),
        ),
        "on-hold": folds.began(desk(language, tickets=line()), with_held(), sample.NOW),
        "missed": missed(language),
        "help-wanted": with_branch(
            desk(language, tickets=line()), help=help_calls(coming=None)
        ),
        "help-coming": with_branch(serving, help=help_calls(coming=4)),
        "help-coming-manager": with_branch(serving, help=manager_answers()),
        "helper-coming": helped_by(serving, Helper(name="Tomás", desk=4)),
        "helper-coming-manager": helped_by(
            desk(language, tickets=line()), Helper(name="Mara")
        ),
        "colleague-wants-help": colleague_helped_by(serving, None),
        "colleague-going": colleague_helped_by(
            desk(language, tickets=line()), Helper(name="Maria", desk=3)
        ),
        "colleague-helped": colleague_helped_by(
            desk(language, tickets=line()), Helper(name="Mara")
        ),
        "staff-call": with_branch(
            desk(language, tickets=line()), staff_call=everybody_called()
        ),
        "staff-call-serving": with_branch(serving, staff_call=everybody_called()),
        "everything-at-once": with_branch(
            colleague_helped_by(
                helped_by(lent(serving), Helper(name="Mara")),
                None,
            ),
            help=help_calls(coming=None),
            staff_call=everybody_called(),
            message=running_late(),
        ),
        "lent": lent(desk(language, tickets=line())),
        "advised": advised(serving),
        "advised-free": advised(desk(language, tickets=line()[:1])),
        "advised-long-names": long_names(advised(desk(language)), "passports"),
        "enough": enough(serving),
        "wanted-back": wanted_back(serving),
        "swamped": swamped(serving),
        "message": with_branch(desk(language, tickets=line()), message=running_late()),
        "rooms": known(rooms(serving)),
        "accent": with_accent(desk(language, tickets=line())),
        "called-accent": with_accent(
            desk(language, TicketState.CALLED, line(), ago=48)
        ),
        "sign-in-accent": with_accent(choosing),
        "long-names": long_names(desk(language, tickets=line())),
        "long-names-serving": long_names(serving),
        "every-arrival": replace(desk(language, tickets=line()), alert_always=True),
        "stranded": folds.began(desk(language, tickets=line()), stranded(), sample.NOW),
        "break": folds.happened(desk(language, tickets=line()), on_a_break()),
        "break-over": folds.happened(
            desk(language, tickets=line()), on_a_break(minutes=-6)
        ),
        "queues-closed": folds.happened(desk(language), sample.standing(all_closed())),
        "next-to-me-closed": folds.happened(
            folds.happened(desk(language), sample.standing(all_closed())),
            ready_for_the_next(),
        ),
        "help-and-message": with_branch(
            folds.happened(desk(language, tickets=line()), colleague_wants_help()),
            message=running_late(),
        ),
        "reconnecting": folds.stood(serving, sample.RECONNECTING),
        "away": folds.stood(serving, sample.AWAY),
        "done-kept": answers.missed(folds.stood(pressed, sample.AWAY), "key"),
        "call-unanswered": answers.missed(
            folds.stood(calling(language), sample.RECONNECTING), "key"
        ),
        "call-given-up": folds.stood(calling(language), sample.AWAY),
        "away-and-free": folds.stood(desk(language, tickets=line()), sample.AWAY),
        "next-to-me": folds.happened(desk(language), ready_for_the_next()),
        "no-longer-paired": folds.stood(serving, sample.REFUSING),
        "customer-left": replace(
            desk(language, tickets=line()),
            notice=Notice(Said.CustomerLeft, label="A107"),
        ),
        "connecting": ConsoleState(language=language),
        "server-lost": ConsoleState(language=language, lost=True),
        "not-paired": ConsoleState(
            language=language,
            link=sample.REFUSING,
        ),
        "wrong-kind": replace(signing_in(language), wrong_role=True),
        **sheets(language),
    }


def sheets(language: str) -> dict[str, Sheet]:
    """Return what is asked over the desk: the desk, and which sheet is open."""
    free = with_classes(desk(language, tickets=ranked()))
    serving = desk(language, TicketState.SERVING, line())
    gone = missed(language)
    looked_up = replace(gone, found=Found("A099", (gone_missing(99, 4),)))
    return {
        "walk-in": Sheet(free, Deed.WalkIn, Asks.Newcomer),
        "pick-one": Sheet(free, Deed.CallTicket, Asks.Ticket),
        "give-priority": Sheet(free, Deed.GivePriority, Asks.Class, 108, "A108"),
        "break-asked": Sheet(free, Deed.Pause, Asks.Minutes),
        "hold-asked": Sheet(serving, Deed.Hold, Asks.Reason),
        "transfer-rooms": Sheet(rooms(serving), Deed.Transfer, Asks.Place),
        "transfer": Sheet(serving, Deed.Transfer, Asks.Place),
        "cancel-asked": Sheet(
            desk(language, TicketState.CALLED, line(), ago=23),
            Deed.Cancel,
            Asks.Confirmation,
        ),
        "tell-everybody": Sheet(free, Deed.SayToAll, Asks.Words),
        "find": Sheet(free, Deed.Nothing, Asks.Search),
        "found": Sheet(looked_up, Deed.Nothing, Asks.Search),
        "found-done": Sheet(
            replace(free, found=Found("A099", (served(99, 4),))),
            Deed.Nothing,
            Asks.Search,
        ),
        "not-found": Sheet(
            replace(free, found=Found("A999", ())), Deed.Nothing, Asks.Search
        ),
        "rest": Sheet(gone, Deed.Nothing, Asks.Rest),
        "rest-advised": Sheet(swamped(advised(serving)), Deed.Nothing, Asks.Rest),
        "rest-enough": Sheet(enough(serving), Deed.Nothing, Asks.Rest),
        "rest-calls": Sheet(
            with_branch(
                colleague_helped_by(lent(serving), None), staff_call=everybody_called()
            ),
            Deed.Nothing,
            Asks.Rest,
        ),
    }


def calling(language: str) -> ConsoleState:
    """Return a desk whose call has no answer yet."""
    return ask(desk(language, tickets=line()), Deed.CallNext)


def ask(state: ConsoleState, deed: Deed) -> ConsoleState:
    """Return the console while the server is asked for this."""
    return answers.asked(state, deed, Details(), sample.NOW, "key")
