"""What axe finds on a page: whom it shuts out."""

import json
from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
_RUN = """(only) => axe.run(document, {resultTypes: ["violations"], ...(only.length && {runOnly: only})}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({target}) => target)])
)"""


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that another theme can break."""


def violations(page: Page, only: Sequence[str] = ()) -> list[str]:
    """Return what axe finds by all its rules or by these alone, each rule with the elements it is about."""
    # Half a megabyte of script, which stays for as long as the page does.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.axe_script)
    found: list[tuple[str, Any]] = page.evaluate(_RUN, list(only))
    return [f"{rule}: {json.dumps(elements)}" for rule, elements in found]
