"""Work that takes long is done aside, so that the loop goes on answering others."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import gevent
from gevent.threadpool import ThreadPool

P = ParamSpec("P")
T = TypeVar("T")


def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what the work returns, done in a native thread while this greenlet waits."""
    pool: ThreadPool = gevent.get_hub().threadpool
    result: T = pool.apply(work, args, kwargs)
    return result
