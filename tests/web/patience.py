"""Waiting for what a page's script says."""

from time import monotonic
from typing import Any

from playwright.sync_api import Page

PATIENCE_S = 30
"""A long limit costs nothing where what is waited for comes."""

_LOOK_EVERY_MS = 50


def until(page: Page, expression: str) -> Any:
    """Return what the expression comes to once that is true; fail when it does not come.

    The browser's own way looks once, and from then on by `eval`, which our pages forbid.
    """
    end = monotonic() + PATIENCE_S
    while not (found := page.evaluate(expression)):
        assert monotonic() < end, f"It does not come: {expression}"
        page.wait_for_timeout(_LOOK_EVERY_MS)
    return found
