"""What axe finds on a page: whom it shuts out."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
_RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({target}) => target)])
)"""


def violations(page: Page) -> list[str]:
    """Return what axe finds, each rule with the elements it is about."""
    # Half a megabyte of script, which stays for as long as the page does.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.axe_script)
    found: list[tuple[str, Any]] = page.evaluate(_RUN)
    return [f"{rule}: {json.dumps(elements)}" for rule, elements in found]
