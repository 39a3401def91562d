"""Work that takes long is done aside, so that the loop goes on answering others: few such works at once, and no more wait than are soon answered."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Concatenate, ParamSpec, TypeVar

import gevent
from gevent.lock import BoundedSemaphore
from gevent.threadpool import ThreadPool

from server.domain.refusals import Refusal
from server.store.store import Store
from server.store.view import View
from server.web.hung_up import has_hung_up

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 2
"""So many look back at once; each more would only make all of them slower, and whoever takes a number, too."""
MOST_WAITING = 8
"""So many more wait for their turn, of a second or two each."""
_STILL_THERE_S = 0.5
"""So often it is looked whether whoever waits is there still."""


class TooManyLookBack(Refusal):
    """More look back at once than could be answered soon; trying again later is right."""

    seconds = 10

    def __init__(self) -> None:
        super().__init__("Too many look back at once. Try again in a moment.")


class _Turns:
    """Lets so many work at once; raises `TooManyLookBack` where too many wait already, or who asked has gone meanwhile."""

    def __init__(self) -> None:
        self._places = BoundedSemaphore(AT_ONCE)
        self._waiting = 0

    def __enter__(self) -> None:
        if not self._places.acquire(blocking=False):
            self._wait()

    def __exit__(self, *_: object) -> None:
        self._places.release()

    def _wait(self) -> None:
        if self._waiting >= MOST_WAITING:
            raise TooManyLookBack
        self._waiting += 1
        try:
            while not self._places.acquire(timeout=_STILL_THERE_S):
                if has_hung_up():
                    raise TooManyLookBack
        finally:
            self._waiting -= 1


_turns = _Turns()


def read_aside(
    store: Store,
    branch_id: int,
    work: Callable[Concatenate[View, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Return what the work makes of a view on the branch, as `aside` does, once it is its turn; raise `TooManyLookBack`."""
    with _turns:
        return aside(lambda: reading(store, branch_id, work, *args, **kwargs))


def reading(
    store: Store,
    branch_id: int,
    work: Callable[Concatenate[View, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Return what the work makes of a view on the branch; who does that aside holds no connection before or after it."""
    with store.reading(branch_id) as view:
        return work(view, *args, **kwargs)


def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what the work returns, done in a native thread while this greenlet waits; raise what it raises."""
    pool: ThreadPool = gevent.get_hub().threadpool

    def done() -> Future[T]:
        # Were it raised in there, gevent would print it, though it may be no more than a refusal.
        came: Future[T] = Future()
        try:
            came.set_result(work(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # raised where it is asked for
            came.set_exception(error)
        return came

    came: Future[T] = pool.apply(done)
    return came.result()
