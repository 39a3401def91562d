"""Who changed what, and putting it back."""

from flask import request

from server.domain.digits import whole
from server.domain.refusals import CannotPutBack, NotValid, UnknownChange
from server.present import changes as present
from server.store.session import Session
from server.usecases.changes import MOST, changes, look_through
from server.usecases.setup.put_back import PutBack, put_back
from server.web.answers import Answer
from server.web.endpoint import Api, Parameter, Request
from shared.wire import messages, requests
from shared.wire.messages import Role

BY_MANAGERS = frozenset({Role.MANAGER})
_MOST_AT_ONCE = 500
_NUMBER = {"type": "integer", "minimum": 1}


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.get(
        "/changes",
        roles=BY_MANAGERS,
        gives={200: messages.Changes},
        refuses=[NotValid],
        parameters=[
            Parameter("before", "query", _NUMBER, "Only changes before this one."),
            Parameter(
                "most", "query", _NUMBER, f"How many at most; {MOST} if not said."
            ),
        ],
    )
    def listed(asked: Request) -> Answer:
        """Who changed what and when, the latest first, and whether anything of it was altered afterwards."""
        before = _number("before", None)
        most = min(_number("most", MOST) or MOST, _MOST_AT_ONCE)
        # Before the view, or an entry of meanwhile would be missing in it.
        told = asked.store.last_links(asked.asker.branch_id)
        made, found = asked.read_aside(
            lambda view: (
                changes(view, before=before, most=most),
                look_through(view, asked.store.tokens, told),
            )
        )
        return Answer(
            200,
            messages.Changes(
                changes=[present.change(each) for each in made],
                audit=present.audit(found),
            ),
        )

    @api.post(
        "/changes/<int:change>/put-back",
        roles=BY_MANAGERS,
        takes=requests.Nothing,
        gives={204: None},
        refuses=[UnknownChange, CannotPutBack],
    )
    def back(asked: Request, change: int) -> Answer:
        """Let every setting that the change altered be as it was before it."""

        def work(session: Session) -> Answer:
            put_back(session, PutBack(change=change))
            return Answer(204)

        return asked.write(work)


def _number(name: str, otherwise: int | None) -> int | None:
    given = request.args.get(name)
    if given is None:
        return otherwise
    number = whole(given)
    if not number:
        raise NotValid(name, f"“{given}” is no whole number from 1 on.")
    return number
