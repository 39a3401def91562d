"""What managers may do in the paper model: switch queues and the kiosk, lend, help, try numbers, take back moves."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.engine.desks import Desks
from tests.engine.model import DAY_BEGINS, OPEN, Chair, No, Slip


class Managers(Desks):
    """The clerk's room, with managers who walk through it."""

    # --- what is set by hand until the day ends -----------------------------------------------

    def switch_queue(
        self, queue: str, to: str, until: datetime | None, today: date
    ) -> None:
        """Close the queue, or open it, whatever its hours say."""
        self.close_day(today)
        self._known(queue)
        switch = to, self._until(until)
        if self.today.queues.get(queue) != switch:
            self.write()
            self.today.queues = {**self.today.queues, queue: switch}

    def let_hours_say(self, queue: str) -> None:
        """Let the queue be open by its hours again."""
        self._known(queue)
        if queue in self.today.queues:
            self.write()
            del self.today.queues[queue]

    def close_kiosk(self, until: datetime | None, today: date) -> None:
        """Let the kiosk give no numbers."""
        self.close_day(today)
        ends = self._until(until)
        if self.today.kiosk != ends:
            self.write()
            self.today.kiosk = ends

    def open_kiosk(self) -> None:
        """Let the kiosk give numbers again."""
        if self.today.kiosk is not None:
            self.write()
            self.today.kiosk = None

    def _until(self, until: datetime | None) -> datetime:
        next_day = self.day + timedelta(days=1)
        ends = datetime.combine(next_day, DAY_BEGINS, tzinfo=self.now.tzinfo)
        if until is None:
            return ends
        if not self.now < until <= ends:
            raise No("NotValid")
        return until

    def lend(self, number: int, queue: str, today: date) -> None:
        """Let the desk serve the queue beside its own, and whoever waits there is called if it stands ready."""
        self.close_day(today)
        chair = self._there(number)
        self._known(queue)
        if queue in chair.serves:
            raise No("NotValid")
        self.write()
        chair.lent = (*chair.lent, queue)
        if self.line(queue):
            self._arrived()

    def end_loan(self, number: int, queue: str) -> None:
        """Let the desk serve the queue no longer."""
        chair = self._there(number)
        if queue not in chair.lent:
            raise No("NotValid")
        self.write()
        chair.lent = tuple(q for q in chair.lent if q != queue)

    # --- help ---------------------------------------------------------------------------------

    def call_staff(self, reason: str | None, today: date) -> None:
        """Ask everybody to come and help."""
        self.close_day(today)
        assert self.manager is not None
        call = self.manager, reason
        if self.today.staff_call != call:
            self.write()
            self.today.staff_call = call

    def end_staff_call(self, number: int | None) -> None:
        """Say that enough have come: a manager, or a desk."""
        self._helper(number)
        if self.today.staff_call is None:
            raise No("NoHelpCall")
        self.write()
        self.today.staff_call = None

    def ask_at_the_kiosk(self, *, wanted: bool) -> None:
        """Call for help at the kiosk, anew once somebody came, or need none any more."""
        again = not self.kiosk_asks or self.kiosk_helper is not None
        if again if wanted else self.kiosk_asks:
            self.write()
            self.kiosk_asks, self.kiosk_helper = wanted, None

    def help_at_the_kiosk(self, number: int | None, *, came: bool) -> None:
        """Say that somebody goes there, or was there."""
        helper = self._helper(number)
        if not self.kiosk_asks:
            raise No("NoHelpCall")
        # From a desk it is the desk that is told, whoever sits there.
        who = helper if number is None else number
        if came:
            self.write()
            self.kiosk_asks, self.kiosk_helper = False, None
        elif self.kiosk_helper != who:
            self.write()
            self.kiosk_helper = who

    def help_at(self, asking: int, number: int | None, *, came: bool) -> None:
        """Say that somebody goes to the desk that asked, or was there."""
        chair = self._there(asking)
        if not chair.help:
            raise No("NoHelpCall")
        helper = self._helper(number)
        if came:
            self.write()
            chair.help, chair.helper = False, None
        elif chair.helper != helper:
            self.write()
            chair.helper = helper

    def _helper(self, number: int | None) -> Any:
        if number is None:
            return self.manager
        return self._manned(number).who, number

    # --- tests --------------------------------------------------------------------------------

    def take_test(self, queue: str, today: date) -> None:
        """Try a number that counts nowhere, closed or full as the queue may be."""
        self.close_day(today)
        self.hand_out_test(queue)
        self._arrived()

    def await_test(self, today: date) -> None:
        """Let the kiosk's next number be a test, for ten minutes."""
        self.close_day(today)
        self.write()
        self.today.test = self.now + timedelta(minutes=10)

    def end_test(self, slip: Slip | None) -> None:
        """Let the test be gone, wherever it stands."""
        if self.today.test is not None:
            self.write()
            self.today.test = None
        if slip is None:
            return
        if not slip.is_test:
            raise No("NotValid")
        if slip.state in {"called", "serving"}:
            self._end(slip, "done")
        elif slip.state in OPEN:
            self._end(slip, "left")

    # --- taking back --------------------------------------------------------------------------

    def take_back(self, slip: Slip) -> None:
        """Let the slip be as before this manager moved it, within 10 s, if nobody has touched it since."""
        moved = self.moved.get(slip.id)
        if moved is None or moved.who != self.manager:
            raise No("NothingToUndo")
        before = moved.before
        late = self.now - moved.at > timedelta(seconds=10)
        if late or slip.touches != before.touches + 1 or slip.day != self.day:
            raise No("NothingToUndo")
        self.check_place(before)
        if before.desk is not None and before.state != "held":
            chair: Chair = self.chairs[before.desk]
            if chair.who is None or self.at(chair.number) is not None:
                raise No("NothingToUndo")
        self._put_back(slip, before, noted=False)
        del self.moved[slip.id]
        if slip.state == "waiting":
            self._arrived()
