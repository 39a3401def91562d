"""Every state of the board as a page: drawn by the real scripts from what the display's own gallery derives, without a server."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from display import gallery
from display.derive import derive
from display.options import Options
from display.props import DisplayProps
from server.web.board.words import said
from server.web.languages import Languages
from shared.translations import LANGUAGES

STATIC = Path(__file__).resolve().parent.parent / "server/static"
SITE = "http://board.test"
THEMES = ("dark", "light", "contrast")

_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}

_PAGE = """<!doctype html>
<html lang="en" data-theme="{theme}"><head><title>Take A Number</title>
<link rel="stylesheet" href="/static/board/colours.css"><link rel="stylesheet" href="/static/board/board.css"></head>
<body><main></main><template id="words">{words}</template></body></html>"""

_DRAW = """async ([props, options, language, page]) => {
  const [{draw}, {learn}, {forget}] = await Promise.all(
    ["draw", "words", "measure"].map((name) => import(`/static/board/${name}.js`)));
  learn(JSON.parse(document.querySelector("#words").content.textContent));
  window.redraw = () => draw(document.querySelector("main"), props, options, language, page);
  window.redraw();
  await Promise.all(["400", "600", "700"].map((weight) => document.fonts.load(`${weight} 20px Inter`)));
  if (language === "ar")
    await Promise.all(["400", "600", "700"].map((weight) => document.fonts.load(`${weight} 20px "Noto Sans Arabic"`, "ع")));
  await document.fonts.ready;
  forget();
  window.redraw();
}"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is shown: the derived props, what the installer set, and what the page alone knows."""

    props: DisplayProps
    options: Options = field(default_factory=Options)
    page: Mapping[str, Any] = field(default_factory=dict)


@cache
def drawings(language: str) -> Mapping[str, Drawing]:
    """Return every state of the board, for a branch that speaks this language."""
    found = {
        name: Drawing(derive(scene.state), scene.options, {"midPulse": scene.mid_pulse})
        for name, scene in gallery.screens(language).items()
        if scene.options.media is None and name != "not-registered"
    }
    call = found["call"]
    comparing = {
        "state": "",
        "characters": "7K4MW2Q9",
        "address": "10.0.4.2:8000/manager/devices",
        "picture": "/code.svg",
        "left": "9:12",
    }
    nothing = DisplayProps()
    return found | {
        "asks-for-sound": Drawing(call.props, page={"sound": "asks"}),
        "pairing": Drawing(nothing, page={"pairing": comparing}),
        "pairing-revoked": Drawing(
            nothing, page={"pairing": {**comparing, "state": "removed"}}
        ),
        "pairing-refused": Drawing(
            nothing, page={"pairing": {**comparing, "state": "refused"}}
        ),
        "pairing-no-code": Drawing(
            nothing,
            page={
                "pairing": {
                    **comparing,
                    "state": "none",
                    "characters": "",
                    "address": "",
                    "picture": "",
                }
            },
        ),
    }


@contextmanager
def opened(browser: Browser, theme: str = "dark") -> Iterator[Page]:
    """Give a page that has the board's scripts and styles, and shows nothing yet."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*", lambda route: _answer(route, theme))
    page.goto(f"{SITE}/")
    yield page
    context.close()


def show(page: Page, drawing: Drawing, language: str) -> None:
    """Draw this on the page, as large as it is now."""
    options = {
        "diagonal": drawing.options.diagonal_in,
        "distance": drawing.options.distance_m,
        "columns": drawing.options.columns,
    }
    props = camel(asdict(drawing.props))
    page.evaluate(_DRAW, [props, options, language, dict(drawing.page)])


def camel(what: Any) -> Any:
    """Return values as the scripts have them: by their names, and words for what is counted here."""
    if isinstance(what, dict):
        return {
            re.sub(r"_(\w)", lambda found: found[1].upper(), name): camel(value)
            for name, value in what.items()
            if name not in ("day", "month")
        }
    if isinstance(what, list | tuple):
        return [camel(each) for each in what]
    if isinstance(what, Enum):
        return what.name[0].lower() + what.name[1:]
    return what


@cache
def _words() -> str:
    languages = Languages()
    words = {tag: said(languages.choose([tag])) for tag in LANGUAGES}
    return json.dumps(words, ensure_ascii=False).replace("<", "&lt;")


def _answer(route: Route, theme: str) -> None:
    path = route.request.url.removeprefix(SITE)
    if path == "/":
        page = _PAGE.format(theme=theme, words=_words())
        route.fulfill(body=page, content_type="text/html; charset=utf-8")
    elif path == "/code.svg":
        route.fulfill(body=_code(), content_type="image/svg+xml")
    else:
        file = STATIC / path.removeprefix("/static/")
        route.fulfill(
            body=file.read_bytes(),
            content_type=_TYPES.get(file.suffix, "application/octet-stream"),
        )


@cache
def _code() -> str:
    from server.web.phone.poster import drawn

    code = drawn("http://10.0.4.2:8000/manager/devices?code=7K4MW2Q9")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.width} {code.width}">'
        f'<rect width="100%" height="100%" fill="#fff"/><path d="{code.path}"/></svg>'
    )
