"""The words of the board, in each language; they are those that the Qt display shows, as a test makes sure."""

from typing import Any

from server.web.languages import Language

MONDAY_FIRST = range(7)


def said(language: Language) -> dict[str, Any]:
    """Return every phrase of the board by its name, with `{places}` to fill in; one with a number in each plural form."""
    return {
        "direction": language.direction,
        "days": _days(language),
        **_of_places(language),
        **_of_the_board(language),
        **_of_queues(language),
        **_of_nobody(language),
        **_of_screens(language),
        **_of_pairing(language),
    }


def _days(language: Language) -> list[str]:
    """Return what the days of the week are called in a sentence."""
    names = language.locale.days["format"]["wide"]
    return [str(names[day]) for day in MONDAY_FIRST]


def _of_places(language: Language) -> dict[str, Any]:
    _ = language.gettext
    return {
        "place": {
            "desk": _("Desk"),
            "room": _("Room"),
            "window": _("Window"),
            "counter": _("Counter"),
        },
        "spoken": {
            "desk": _("{label}, desk {desk}"),
            "room": _("{label}, room {desk}"),
            "window": _("{label}, window {desk}"),
            "counter": _("{label}, counter {desk}"),
        },
        "openPlaces": {
            "desk": _("Open desks"),
            "room": _("Open rooms"),
            "window": _("Open windows"),
            "counter": _("Open counters"),
        },
    }


def _of_the_board(language: Language) -> dict[str, Any]:
    _, plural = language.gettext, language.plural_forms
    return {
        "lastCalled": _("Last called"),
        "earlier": _("Earlier calls appear here."),
        "since": _("since {time}"),
        "stillWaiting": plural(
            "{count} still waiting, please stay.", "{count} still waiting, please stay."
        ),
        "noNewForNow": _("No new numbers for now."),
        "noNewToday": _("No new numbers today."),
        "everyoneIsSeen": _("Everyone with a number is seen."),
        "listen": _("Please listen for staff. Your number keeps its place."),
        "missed": _("Missed your number? Tell our staff, or use your phone."),
        "missedShort": _("Missed your number? Tell our staff."),
        "clockUnsure": _("Time not checked"),
        "tooSmall": _("Too small: digits of {mm} mm"),
        "tooFar": _("Too small for {metres} m"),
        "openUntil": _("Open until {time}"),
        "reconnecting": _("Reconnecting …"),
        "notLive": _("Reconnecting · last update {time}"),
    }


def _of_queues(language: Language) -> dict[str, Any]:
    _, plural = language.gettext, language.plural_forms
    return {
        "aboutMin": _("about {high} min"),
        "aboutRange": _("about {low}–{high} min"),
        "min": _("{high} min"),
        "range": _("{low}–{high} min"),
        "nextAtOnce": _("Next, at once"),
        "atOnce": _("at once"),
        "waiting": plural("{count} waiting", "{count} waiting"),
        "nobodyWaiting": _("nobody waiting"),
        "closed": language.pgettext("queue", "Closed"),
    }


def _of_nobody(language: Language) -> dict[str, Any]:
    _ = language.gettext
    return {
        "break": _("A short break"),
        "nobodyYet": _("Nobody called yet"),
        "nobodyNow": _("Nobody is being called"),
        "ifNow": _("If you take a number now:"),
        "howMany": _("How many are waiting"),
        "goOnAt": _("We go on at {time}. Your number keeps its place."),
        "waitBreak": _("Please wait. Your number keeps its place."),
        "wait": _("Please wait. Your number appears here when it is your turn."),
    }


def _of_screens(language: Language) -> dict[str, Any]:
    _ = language.gettext
    return {
        "weAreClosed": _("We are closed"),
        "connecting": _("Connecting …"),
        "noConnection": _("No connection"),
        "appearsByItself": _("Please listen for staff. The board appears by itself."),
        "anotherTime": _("Please come back another time."),
        "opensToday": _("Opens today at {time}"),
        "opensTomorrow": _("Opens tomorrow at {time}"),
        "opensOn": _("Opens on {day} at {time}"),
        "today": _("{day} · today"),
        "tomorrow": _("{day} · tomorrow"),
        "closedDay": _("closed"),
    }


def _of_pairing(language: Language) -> dict[str, Any]:
    _ = language.gettext
    return {
        "pair": _("Pair this screen"),
        "pairAgain": _("This screen is no longer paired"),
        "removed": _("A manager took it off the list, or the server was set up anew."),
        "pairHow": _(
            "A manager opens the address, or scans the code, and approves when both screens show the same eight characters."
        ),
        "newCodeIn": _("New code in {time}"),
        "notApproved": _("A manager did not approve this screen"),
        "asking": _("Asking the server\u00a0…"),
        "noRemote": _("No remote control needed: the board starts by itself."),
        "screen": _("Display"),
        "pressForSound": _("Press OK to switch the sound on."),
    }
