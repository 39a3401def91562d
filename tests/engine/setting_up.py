"""How the paper model's branch is set up, and how a change of that is put back: setting by setting."""

from typing import Any

from tests.engine.model import OPEN, Altered, Chair, No, Room, Settings, Thing


class SetUp(Room):
    """The clerk's room, with queues and desks that may be set up anew at any moment."""

    def give_letter(self, queue: str, letter: str) -> None:
        """Let the queue's slips bear this letter from now on; today's of another queue must not."""
        self._known(queue)
        self._bear(queue, letter)

    def set_limits(self, queue: str, most: int, cap: int) -> None:
        """Let no more than so many wait in the queue, and give no more numbers a day."""
        self._known(queue)
        self.write()
        self.most[queue], self.cap[queue] = most, cap

    def set_numbers(self, queue: str, first: int, digits: int) -> None:
        """Let the queue's next day begin with this number, and write each with so many digits."""
        self._known(queue)
        self.write()
        self.first[queue], self.digits[queue] = first, digits

    def move_queue(self, queue: str, by: int) -> None:
        """Let the queue change places with its neighbour on screens."""
        self._known(queue)
        there = [q for q in self.letters if q not in self.gone]
        order = sorted(there, key=lambda q: (self.places[q], q))
        at = order.index(queue)
        if not 0 <= at + by < len(order):
            raise No("NotValid")
        order[at], order[at + by] = order[at + by], order[at]
        for place, each in enumerate(order, start=1):
            if self.places[each] != place:
                self.write()
                self.places[each] = place

    def remove_queue(self, queue: str) -> None:
        """Take the queue away from all desks; not while anybody in it has still to be served."""
        self._known(queue)
        if any(slip.queue == queue for slip in self.slips_in(OPEN)):
            raise No("NotValid")
        self.write()
        self.gone.add(queue)
        self.today.queues.pop(queue, None)
        for chair in self.chairs.values():
            if chair.removed:
                continue
            if queue in chair.queues:
                self.write()
                at = chair.queues.index(queue)
                chair.queues = chair.queues[:at] + chair.queues[at + 1 :]
                chair.weights = chair.weights[:at] + chair.weights[at + 1 :]
            if queue in chair.lent:
                self.write()
                chair.lent = tuple(q for q in chair.lent if q != queue)

    def add_queue(self, queue: str, letter: str) -> None:
        """Bring the queue back as it was, and it goes on counting; no desk serves it yet."""
        if queue not in self.gone:
            raise No("AlreadyThere")
        self._bear(queue, letter)
        self.gone.discard(queue)

    def set_up_chair(
        self,
        number: int,
        queues: tuple[str, ...],
        policy: str,
        weights: tuple[int, ...],
    ) -> None:
        """Let the desk serve these queues from its next call on."""
        chair = self._there(number)
        self._there_to_serve(queues, policy, weights)
        self.write()
        chair.queues, chair.policy, chair.weights = queues, policy, weights

    def remove_chair(self, number: int) -> None:
        """Take the desk away; not while anybody sits there, is to come there or was put aside there."""
        chair = self._there(number)
        for slip in self.slips_in(OPEN):
            if number in {slip.only, slip.desk}:
                raise No("NotValid")
        if chair.who is not None:
            raise No("NotValid")
        self.write()
        chair.removed = True

    def add_chair(self, number: int, queues: tuple[str, ...]) -> None:
        """Put a desk where one was taken away."""
        if not self.chairs[number].removed:
            raise No("AlreadyThere")
        self._there_to_serve(queues, "oldest", ())
        self.write()
        self.chairs[number] = Chair(number, queues, "oldest", ())

    def say(self, *, said: bool) -> None:
        """Tell everybody that it is late, or no longer."""
        if said or self.said:
            self.write()
            self.said = said

    def _bear(self, queue: str, letter: str) -> None:
        there = {q: known for q, known in self.letters.items() if q not in self.gone}
        if any(q != queue and known == letter for q, known in there.items()):
            raise No("AlreadyThere")
        if self.borne.get(letter, queue) != queue:
            raise No("NotValid")
        self.write()
        self.letters[queue] = letter

    def _there_to_serve(
        self, queues: tuple[str, ...], policy: str, weights: tuple[int, ...]
    ) -> None:
        if not queues or self.gone.intersection(queues):
            raise No("NotValid")
        if policy == "ratio" and len(weights) != len(queues):
            raise No("NotValid")

    # --- putting back -------------------------------------------------------------------------

    def set_up(self) -> dict[Thing, Settings]:
        """How everything is set up that is there, with what was set by hand for today."""
        things: dict[Thing, Settings] = {("kiosk", None): {"by hand": self.today.kiosk}}
        for queue in self.letters:
            if queue not in self.gone:
                things["queue", queue] = self._settings_of(queue)
        for number, chair in self.chairs.items():
            if not chair.removed:
                own = (chair.queues, chair.policy, chair.weights, chair.lent)
                settings = zip(
                    ("queues", "policy", "weights", "lent"), own, strict=True
                )
                things["desk", number] = dict(settings)
        if self.said:
            things["message", None] = {}
        return things

    def _settings_of(self, queue: str) -> Settings:
        return {
            "letter": self.letters[queue],
            "place": self.places[queue],
            "most": self.most.get(queue, 300),
            "cap": self.cap.get(queue, 0),
            "first": self.first.get(queue),
            "digits": self.digits.get(queue, 3),
            "by hand": self.today.queues.get(queue),
        }

    def altered(self) -> Altered:
        """Return how that was which this request has changed of the set-up."""
        was_set_up, now, altered = self.was_set_up, self.set_up(), {}
        self.was_set_up = {}
        for thing in {**was_set_up, **now}:
            before, after = was_set_up.get(thing), now.get(thing)
            if before is None or after is None:
                was: Settings = {"": before}
            else:
                was = {name: before[name] for name in before if before[name] != after[name]}  # fmt: skip
            if was:
                altered[thing] = was
        return altered

    def put_back(self, altered: Altered | None) -> None:
        """Let what a change altered be as before it, whatever else was changed since; queues are there before desks."""
        if altered is None:
            raise No("UnknownChange")
        self.write()
        rows = self.rows
        try:
            for thing in sorted(altered, key=lambda thing: thing[0] != "queue"):
                kind, key = thing
                getattr(self, f"_put_back_{kind}")(key, dict(altered[thing]))
        except No as no:
            raise No("CannotPutBack") from no
        if self.rows == rows:
            raise No("CannotPutBack")

    def _put_back_queue(self, queue: str, was: Settings) -> None:
        if "by hand" in was:
            switch = was.pop("by hand")
            if switch is not None and not self.is_on(switch[1]):
                switch = None
            if self.today.queues.get(queue) != switch:
                self._known(queue)
                self.write()
                self.today.queues = {**self.today.queues, queue: switch}
                if switch is None:
                    del self.today.queues[queue]
        if "" in was and was[""] is None:
            if queue not in self.gone:
                self.remove_queue(queue)
            return
        whole = was.pop("", None)
        if whole is not None:
            was = {name: value for name, value in whole.items() if name != "by hand"}
        elif queue in self.gone:
            raise No("UnknownQueue")
        present = self._settings_of(queue)
        if queue in self.gone or {**present, **was} != present:
            self._bear(queue, was.get("letter", self.letters[queue]))
            self.gone.discard(queue)
            for name, value in was.items():
                kept: dict[str, Any] = getattr(self, _KEPT[name])
                kept[queue] = value

    def _put_back_desk(self, number: int, was: Settings) -> None:
        if "lent" in was:
            lent = was.pop("lent")
            chair = self._there(number)
            for queue in lent:
                self._known(queue)
            if chair.lent != lent:
                self.write()
                chair.lent = lent
        there = not self.chairs[number].removed
        if "" in was and was[""] is None:
            if there:
                self.remove_chair(number)
            return
        whole = was.pop("", None)
        if whole is not None:
            was = {name: value for name, value in whole.items() if name != "lent"}
        elif not there:
            raise No("UnknownDesk")
        chair = self.chairs[number]
        present = {
            name: getattr(chair, name) for name in ("queues", "policy", "weights")
        }
        new = {**present, **was}
        if there and new == present:
            return
        self._there_to_serve(**new)
        self.write()
        if not there:
            chair = self.chairs[number] = Chair(number, **new)
        chair.queues, chair.policy, chair.weights = new.values()

    def _put_back_kiosk(self, _key: None, was: Settings) -> None:
        until = was["by hand"] if self.is_on(was["by hand"]) else None
        if self.today.kiosk != until:
            self.write()
            self.today.kiosk = until

    def _put_back_message(self, _key: None, was: Settings) -> None:
        if self.said != (was[""] is not None):
            self.say(said=not self.said)


_KEPT = {
    "letter": "letters",
    "place": "places",
    "most": "most",
    "cap": "cap",
    "first": "first",
    "digits": "digits",
}
"""Where each setting of a queue is written."""
