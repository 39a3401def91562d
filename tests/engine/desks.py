"""What servicers may do in the paper model: each act is one desk's, and the last one can be taken back."""

from copy import copy
from dataclasses import fields, replace
from datetime import date, timedelta
from fractions import Fraction

from tests.engine.model import OPEN, Chair, No, Slip
from tests.engine.setting_up import SetUp


class Desks(SetUp):
    """The clerk's room, with the desks at work."""

    def sign_in(self, number: int, who: str) -> None:
        """Sit down; one person per desk, one desk per person."""
        chair = self._there(number)
        if chair.who not in {None, who}:
            raise No("DeskTaken")
        if any(c.who == who for c in self.chairs.values() if c is not chair):
            raise No("ServicerElsewhere")
        if chair.who is None:
            self._sit(chair, who)

    def sign_out(self, number: int) -> None:
        """Get up; not while somebody is there."""
        chair = self._manned(number)
        if self.at(number) is not None:
            raise No("StillServing")
        self._sit(chair, None)

    def call_next(
        self, number: int, *, finish: bool, store: bool | None
    ) -> Slip | None:
        """Call whoever is next; where nobody is, ask for the next arrival, no longer ask, or leave that as it is."""
        chair = self._free(number, finish=finish)
        slip = self.next_for(chair)
        if slip is not None:
            self._call_in_turn(chair, slip)
        elif store is not None and store != (chair.ready is not None):
            self._act(chair)
            self.write()
            chair.ready = self.now if store else None
        return slip

    def call(self, number: int, slip: Slip, *, finish: bool) -> None:
        """Call this very one, also who was missed a moment ago."""
        self._must(slip, "waiting", "held", "missed")
        if slip.state == "missed":
            self._in_time(slip)
        chair = self._free(number, finish=finish)
        self._act(chair)
        self._call(chair, slip)

    def walk_in(self, number: int, queue: str, today: date, *, finish: bool) -> None:
        """Give somebody who stands at the desk a number and call it at once."""
        chair = self._free(number, finish=finish)
        self.close_day(today)
        slip = self.hand_out(queue, None, staff=True)
        self._act(chair).given.add(slip.id)
        self._call(chair, slip)

    def rejoin_at_desk(self, number: int, slip: Slip) -> None:
        """The customer who missed the call says so at a desk."""
        self.rejoin(slip, self._manned(number))

    def recall(self, number: int, slip: Slip) -> None:
        """Ask again, at most once per 5 s."""
        chair = self._own(number, slip, "called")
        assert slip.last_call is not None
        if self.now - slip.last_call < timedelta(seconds=5):
            raise No("RecalledTooSoon")
        self._touch(slip, chair)
        slip.calls += 1
        slip.last_call = self.now

    def start(self, number: int, slip: Slip) -> None:
        """The customer has arrived."""
        chair = self._own(number, slip, "called")
        self._touch(slip, chair)
        slip.state = "serving"

    def finish(self, number: int, slip: Slip) -> None:
        """The customer is served."""
        self._end(slip, "done", self._own(number, slip, "called", "serving"))

    def no_show(self, number: int, slip: Slip) -> None:
        """The customer did not come."""
        self._end(slip, "missed", self._own(number, slip, "called"))

    def hold(self, number: int, slip: Slip) -> None:
        """The customer has to do something first."""
        chair = self._own(number, slip, "called", "serving")
        self._touch(slip, chair)
        slip.state = "held"

    def resume(self, number: int, slip: Slip) -> None:
        """The held customer waits again; any desk may say so."""
        chair = self._manned(number)
        self._must(slip, "held")
        self._wait_again(slip, chair)

    def transfer(
        self,
        number: int | None,
        slip: Slip,
        queue: str | None,
        desk: int | None,
        *,
        to_end: bool,
    ) -> None:
        """Send the customer elsewhere with the same slip, by default at the moment of taking; without a desk it is a manager."""
        if queue is None and desk is None:
            raise No("NotValid")
        chair = self._staff(number, slip)
        self._must(slip, "waiting", "called", "serving", "held")
        if queue is not None:
            self._known(queue)
        if desk is not None:
            self._there(desk)
        self._touch(slip, chair)
        slip.queue, slip.only = queue or slip.queue, desk
        if to_end:
            slip.key = self.moment(self.rows)
        self._queue_up(slip)

    def cancel(self, number: int | None, slip: Slip) -> None:
        """Take the place back."""
        chair = self._staff(number, slip)
        self._must(slip, "waiting", "called", "held")
        self._end(slip, "left", chair)

    def prioritise(self, number: int | None, slip: Slip, priority: str | None) -> None:
        """Let whoever waits stand as if the slip had been given so."""
        chair = self._staff(number, slip)
        self._must(slip, "waiting")
        if priority is not None and priority not in self.head_starts:
            raise No("NotValid")
        if priority == slip.priority:
            return
        forward = self._head_start(priority) - self._head_start(slip.priority)
        self._touch(slip, chair)
        slip.key -= Fraction(round(forward.total_seconds() * 10**6))
        slip.priority = priority

    def write_note(self, number: int, slip: Slip, text: str) -> None:
        """Write something for colleagues; the slip stays where it is."""
        act = self._act(self._manned(number))
        self.write()
        act.before[slip.id] = copy(slip)
        act.after[slip.id] = slip.touches
        act.noted[slip.id] = slip.note = text

    def pause(self, number: int) -> None:
        """Take a break."""
        chair = self._manned(self._there(number).number)
        self._act(chair)
        self.write()
        chair.rests, chair.ready, chair.since = True, None, self.now

    def open(self, number: int) -> None:
        """Come back from it."""
        chair = self._manned(self._there(number).number)
        if chair.rests:
            self._act(chair)
            self.write()
            chair.rests, chair.since = False, self.now

    def ask_help(self, number: int, *, wanted: bool) -> None:
        """Call a colleague, or say that one came."""
        chair = self._manned(self._there(number).number)
        if chair.help != wanted:
            self._act(chair).asked = True
            self.write()
            chair.help, chair.helper = wanted, None

    def undo(self, number: int) -> None:
        """Take back what this desk did last, within 10 s, if nobody has touched it since."""
        chair = self._manned(self._there(number).number)
        act = self.acts.get(number)
        if act is None or self.now - act.at > timedelta(seconds=10):
            raise No("NothingToUndo")
        for id in act.before:
            slip = self.slips[id]
            rewritten = id in act.noted and slip.note != act.noted[id]
            if slip.touches != act.after[id] or slip.day != self.day or rewritten:
                raise No("NothingToUndo")
        for id, before in act.before.items():
            if id not in act.given:
                self.check_place(before)
        for id, before in act.before.items():
            if id in act.given:
                self._end(self.slips[id], "left")
            else:
                self._put_back(self.slips[id], before, noted=id in act.noted)
        # What the desk is set up for is not its own doing, nor the help that others bring.
        helped = act.chair if act.asked else chair
        restored = replace(
            act.chair,
            queues=chair.queues,
            policy=chair.policy,
            weights=chair.weights,
            lent=chair.lent,
            help=helped.help,
            helper=helped.helper,
        )
        if restored != chair or not act.before:
            self.write()
        self.chairs[number] = restored
        self.acts[number] = None

    def check_place(self, before: Slip) -> None:
        """Refuse to let the slip be open again where there is no such queue or desk any more."""
        if before.state in OPEN:
            desks = {n for n, other in self.chairs.items() if other.removed}
            if before.queue in self.gone or desks & {before.only, before.desk}:
                raise No("NothingToUndo")

    def _put_back(self, slip: Slip, before: Slip, *, noted: bool) -> None:
        note = before.note if noted else slip.note
        said_since = slip.coming and before.state == "called"
        self.write()
        touches = slip.touches + 1
        for name in (each.name for each in fields(Slip)):
            setattr(slip, name, getattr(before, name))
        slip.note, slip.touches = note, touches
        slip.coming = before.coming or said_since

    def _sit(self, chair: Chair, who: str | None) -> None:
        self.write()
        chair.since = self.now
        chair.who, chair.rests, chair.ready = who, False, None
        chair.help, chair.helper, chair.round = False, None, {}
        self.acts[chair.number] = None

    def _manned(self, number: int) -> Chair:
        if self.chairs[number].who is None:
            raise No("NotSignedIn")
        return self.chairs[number]

    def _staff(self, number: int | None, slip: Slip) -> Chair | None:
        if number is None:
            return None
        chair = self._manned(number)
        if slip.state in {"called", "serving"} and slip.desk != number:
            raise No("OtherDesk")
        return chair

    def _free(self, number: int, *, finish: bool) -> Chair:
        chair = self._manned(number)
        if chair.rests:
            raise No("DeskPaused")
        present = self.at(number)
        if present is not None:
            if not finish:
                raise No("StillServing")
            self._end(present, "done", chair)
        return chair

    def _own(self, number: int, slip: Slip, *states: str) -> Chair:
        chair = self._manned(number)
        self._must(slip, *states)
        if slip.desk != number:
            raise No("OtherDesk")
        return chair
