"""This machine's own network, in which servers are announced and found."""

from zeroconf import Zeroconf

LOOPBACK = "127.0.0.1"


def on_loopback() -> Zeroconf:
    """Return an end of it that works in a thread of its own.

    Left to itself it joins the event loop of its thread; that of a browser runs only while a page is being asked.
    """
    return Zeroconf(interfaces=[LOOPBACK], use_asyncio=False)
