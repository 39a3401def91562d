"""Style sheets, scripts and fonts: read and compressed once, answered from memory."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, request

import shared

DIRECTORY = Path(__file__).resolve().parent.parent / "static"
"""Where they are."""

_SHARED = {"board/chime.wav": Path(shared.__file__).parent / "qt/sounds/chime.wav"}
"""What the programs have as well, by the name that it has here."""

_TEXT = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_BINARY = {".woff2": "font/woff2", ".png": "image/png", ".wav": "audio/wav"}
_TOGETHER = "together"

_FOR_EVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it goes over the wire; `compressed` only where that is smaller."""

    content_type: str
    body: bytes
    compressed: bytes | None
    version: str


class Assets:
    """Every file of the static directory."""

    def __init__(self, directory: Path = DIRECTORY) -> None:
        self._assets = {
            path.relative_to(directory).as_posix(): _read(path)
            for path in directory.rglob("*")
            if path.suffix in _TEXT | _BINARY
        } | {name: _read(path) for name, path in _SHARED.items()}
        versions = "".join(asset.version for asset in self._assets.values())
        self._version = _version(versions.encode())

    def together(self, name: str) -> str:
        """Return an address below which every other file is of the same release too, for what names others relative to itself."""
        return f"/static/{_TOGETHER}/{self._version}/{name}"

    def url(self, name: str) -> str:
        """Return the file's address; it changes with the content, so that browsers may keep it for ever."""
        return f"/static/{name}?v={self._assets[name].version}"

    def respond(self, name: str) -> Response:
        """Answer with the file, or with 304 to whoever has it already."""
        wanted = request.args.get("v")
        together = name.startswith(f"{_TOGETHER}/")
        if together:
            _, wanted, name = (*name.split("/", 2), "")[:3]
        asset = self._assets.get(name)
        if asset is None:
            abort(404)
        asked_for_this = wanted == (self._version if together else asset.version)
        response = Response(asset.body, content_type=asset.content_type)
        response.headers["Cache-Control"] = _FOR_EVER if asked_for_this else _A_DAY
        if asset.compressed is not None:
            response.vary.add("Accept-Encoding")
            if request.accept_encodings["gzip"]:
                response.set_data(asset.compressed)
                response.content_encoding = "gzip"
        response.set_etag(asset.version, weak=True)
        response.make_conditional(request)
        return response


@cache
def shipped() -> Assets:
    """Return the files that come with this release, read once."""
    return Assets()


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    version = _version(body)
    if path.suffix in _BINARY:
        return Asset(_BINARY[path.suffix], body, None, version)
    return Asset(_TEXT[path.suffix], body, gzip.compress(body, 9, mtime=0), version)


def _version(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:12]


def register(app: Flask) -> None:
    """Answer `/static/...`, and let templates say `asset("page.css")`."""
    assets = shipped()
    app.add_url_rule("/static/<path:name>", "static", assets.respond)
    # A service worker rules over the paths below its own.
    app.add_url_rule("/sw.js", "service_worker", lambda: assets.respond("sw.js"))
    app.extensions["asset"] = app.jinja_env.globals["asset"] = assets.url
    app.jinja_env.globals["together"] = assets.together
