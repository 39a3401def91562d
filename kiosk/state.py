"""What the kiosk knows, and how each thing that happens changes it; pure."""

from dataclasses import dataclass, field, replace

from msgspec import structs

from kiosk.openness import closed_by_hand, screen_for_all
from kiosk.terms import Paper, Shown
from kiosk.visit import (
    AskedForHelp,
    Changing,
    ChoosingPriority,
    Issued,
    Taking,
    TurnedAway,
    Visit,
)
from shared.wire.following import FollowedBranch
from shared.wire.link import Link
from shared.wire.messages import (
    ClosedKiosk,
    Event,
    HelpCall,
    Problem,
    Snapshot,
    Ticket,
)

KIOSK_CLOSED = "kiosk-closed"
"""What the server calls it that this kiosk gives no numbers now."""


@dataclass(frozen=True, slots=True)
class KioskState:
    """Everything that the screen is derived from; no `visit` means that the kiosk is free.

    `device` is the kiosk's own id, 0 until the server has told it. `group` is the group or page of queues that is open, `server` the address
    that the branch's pictures are at.
    """

    followed: FollowedBranch | None = None
    device: int = 0
    link: Link = field(default_factory=Link)
    first_language: str | None = None
    chosen_language: str | None = None
    contrast: bool = False
    larger: bool = False
    lower: bool = False
    speaking: bool = False
    group: int | None = None
    language_page: int = 0
    priority: str | None = None
    warned: bool = False
    px_per_mm: float = 0
    join_url: str = ""
    server: str = ""
    visit: Visit | None = None

    @property
    def language(self) -> str:
        """The language that is shown: the customer's, the installer's, or the branch's first."""
        offered = self.followed.branch.languages if self.followed else []
        return self.chosen_language or self.first_language or next(iter(offered), "en")

    @property
    def closed(self) -> ClosedKiosk | None:
        """How staff have closed this kiosk, None while they have not."""
        known = self.followed
        return None if known is None else closed_by_hand(known.branch, self.device)

    @property
    def may_tap(self) -> bool:
        """Whether a tap on a queue counts."""
        free = self.visit is None or isinstance(self.visit, Changing)
        return free and self.followed is not None

    @property
    def stays(self) -> bool:
        """Whether somebody is on their way to this customer, who is left in peace until they are here."""
        visit = self.visit
        if not isinstance(visit, AskedForHelp) or visit.call is None:
            return False
        answered = visit.call.desk is not None or visit.call.manager is not None
        return answered and not visit.ended

    @property
    def at_rest(self) -> bool:
        """Whether the kiosk stands as the next customer should find it."""
        return self == replace(left(self), warned=self.warned)


def began(state: KioskState, snapshot: Snapshot) -> KioskState:
    """The stream began anew."""
    return _settled(replace(state, followed=FollowedBranch.of(snapshot)))


def happened(state: KioskState, event: Event) -> KioskState:
    """Something happened at the branch."""
    if state.followed is None:
        return state
    return _settled(replace(state, followed=state.followed.after(event)))


def recognised(state: KioskState, device: int) -> KioskState:
    """The server told which of its devices this kiosk is."""
    return _settled(replace(state, device=device))


def _settled(state: KioskState) -> KioskState:
    """Return the state with what follows for whoever stands here from what the branch tells now."""
    state = _heard_of_help(state)
    match state.visit:
        case Changing(issued=issued) if _nothing_to_take(state):
            return replace(state, visit=issued, group=None, warned=False)
        case TurnedAway(problem=problem) if state.closed and _is_about_kiosk(problem):
            # Its screen says so by itself, and goes on by itself.
            return replace(state, visit=None, warned=False)
    return state


def _nothing_to_take(state: KioskState) -> bool:
    known = state.followed
    if known is None:
        return False
    return state.closed is not None or screen_for_all(known.branch) is not Shown.Home


def _is_about_kiosk(problem: Problem) -> bool:
    return problem.type == KIOSK_CLOSED


def _heard_of_help(state: KioskState) -> KioskState:
    """Return the state with this kiosk's call for help as the branch tells it now."""
    visit = state.visit
    if not isinstance(visit, AskedForHelp) or visit.call is None:
        return state
    told = [] if state.followed is None else state.followed.branch.help
    own = visit.call
    call = next((each for each in told if each.device == own.device), None)
    if call is not None and call.since < own.since:
        # That was the call of whoever stood here before; the branch will tell of this one.
        return state
    if call is None:
        # Before the branch has told of it, the answer has come first.
        after = replace(visit, ended=visit.heard)
    else:
        # Only the answer to the call says what the kiosk is called.
        named = structs.replace(call, kiosk=own.kiosk)
        after = replace(visit, call=named, heard=True, ended=False)
    # News of the help comes before the question whether somebody is there.
    news = (after.call, after.ended) != (own, visit.ended)
    return replace(state, visit=after, warned=state.warned and not news)


def offered_joining(state: KioskState, url: str) -> KioskState:
    """Phones may take a number at this address just now, or with an empty one no longer."""
    return replace(state, join_url=url)


def stood(state: KioskState, link: Link) -> KioskState:
    """The link to the server changed."""
    return replace(state, link=link)


def tapped(state: KioskState, queue: str) -> KioskState:
    """A customer tapped a queue, or did before the kiosk was started again."""
    keeps = state.visit.issued if isinstance(state.visit, Changing) else None
    return replace(state, visit=Taking(queue, keeps=keeps))


def grew_slow(state: KioskState) -> KioskState:
    """The answer takes longer than a customer waits without a word."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, slow=True))


def missed(state: KioskState) -> KioskState:
    """A try to get the number failed; there will be another."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, missed=True))


def counted_down(state: KioskState, left_s: int) -> KioskState:
    """The answer takes too long; the kiosk gives up in so many seconds."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, left_s=left_s))


def tried_again(state: KioskState) -> KioskState:
    """The customer is still there, and wants the number."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, missed=False, left_s=None))


def gave_up(state: KioskState) -> KioskState:
    """There will be no number; whoever has one already keeps it, and everybody else has left."""
    if isinstance(state.visit, Taking) and state.visit.keeps is not None:
        return replace(state, visit=state.visit.keeps, group=None)
    return left(state)


def _keeps_number(state: KioskState) -> bool:
    return isinstance(state.visit, Taking) and state.visit.keeps is not None


def answered(
    state: KioskState,
    ticket: Ticket,
    url: str,
    paper: Paper = Paper.Absent,
    gave_back: str = "",
) -> KioskState:
    """The server gave a number."""
    return replace(
        state, visit=Issued(ticket, url, paper, gave_back), group=None, warned=False
    )


def printed(state: KioskState, ticket: int, paper: Paper) -> KioskState:
    """The printer is done with a ticket, or cannot be; nothing changes when its customer has left."""
    visit = state.visit
    if isinstance(visit, Issued) and visit.ticket.id == ticket:
        return replace(state, visit=replace(visit, paper=paper))
    return state


def began_change(state: KioskState) -> KioskState:
    """The queue was the wrong one."""
    if not isinstance(state.visit, Issued):
        return state
    return replace(state, visit=Changing(state.visit))


def kept_number(state: KioskState) -> KioskState:
    """The queue was right after all."""
    if not isinstance(state.visit, Changing):
        return state
    return replace(state, visit=state.visit.issued, group=None)


def refused(state: KioskState, queue: str, problem: Problem) -> KioskState:
    """The server gave no number; whoever has one already looks at it again where this kiosk gives none at all."""
    if _is_about_kiosk(problem) and _keeps_number(state):
        return gave_up(state)
    return _settled(replace(state, visit=TurnedAway(queue, problem)))


def asked_for_help(state: KioskState) -> KioskState:
    """A customer asked for help."""
    return replace(state, visit=AskedForHelp(), priority=None)


def told_of_help(state: KioskState, call: HelpCall) -> KioskState:
    """The desks were told that somebody here asks for help."""
    if not isinstance(state.visit, AskedForHelp):
        return state
    return _heard_of_help(replace(state, visit=AskedForHelp(call), warned=False))


def missed_help(state: KioskState) -> KioskState:
    """A try to tell the desks failed; there will be another."""
    if not isinstance(state.visit, AskedForHelp):
        return state
    return replace(state, visit=replace(state.visit, missed=True))


def asked_for_priority(state: KioskState) -> KioskState:
    """A customer needs priority."""
    return replace(state, visit=ChoosingPriority(), group=None)


def chose_priority(state: KioskState, priority: str | None) -> KioskState:
    """A customer said which priority applies, or that they go without."""
    return replace(state, visit=None, priority=priority)


def turned_languages(state: KioskState, page: int) -> KioskState:
    """A customer looked for their language among the others."""
    return replace(state, language_page=page)


def chose_language(state: KioskState, language: str) -> KioskState:
    """A customer chose a language."""
    return replace(state, chosen_language=language)


def switched_contrast(state: KioskState) -> KioskState:
    """A customer asked for high contrast, or for the usual colours again."""
    return replace(state, contrast=not state.contrast)


def switched_larger(state: KioskState) -> KioskState:
    """A customer asked for larger letters, or for the usual ones again."""
    return replace(state, larger=not state.larger, group=None)


def switched_lower(state: KioskState) -> KioskState:
    """A customer asked for the controls further down, or back."""
    return replace(state, lower=not state.lower, group=None)


def switched_speaking(state: KioskState) -> KioskState:
    """A customer asked to have the screen read out, or no longer."""
    return replace(state, speaking=not state.speaking)


def opened_group(state: KioskState, group: int | None) -> KioskState:
    """A customer opened a group of queues, or closed it."""
    return replace(state, group=group)


def warned(state: KioskState) -> KioskState:
    """Nobody touched anything for a while; the kiosk says that it will start over."""
    return replace(state, warned=True)


def touched(state: KioskState) -> KioskState:
    """Somebody is there after all."""
    return replace(state, warned=False)


def calibrated(state: KioskState, px_per_mm: float) -> KioskState:
    """The screen's pixels have a size."""
    return replace(state, px_per_mm=px_per_mm)


def entered(state: KioskState, visit: Visit) -> KioskState:
    """Staff came, or went on to another page of theirs."""
    return replace(state, visit=visit, warned=False)


def left(state: KioskState) -> KioskState:
    """The customer is done; the next one finds the kiosk as it was."""
    return KioskState(
        followed=state.followed,
        device=state.device,
        link=state.link,
        first_language=state.first_language,
        px_per_mm=state.px_per_mm,
        join_url=state.join_url,
        server=state.server,
    )
