"""Pages for people: templates, their language, and how they travel."""

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from flask import Flask, Response, current_app, render_template, request
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from server.domain.branch import BranchSettings
from server.domain.phrases import filled
from server.web.languages import Language, Languages, shipped

_PLACEHOLDER = re.compile(r"{(\w+)}")
_WORTH_COMPRESSING = 500
_LEVEL = 6
_LANGUAGE = "language"
"""In an address and as a cookie: the language that was chosen on a page."""

_A_DAY_S = 24 * 60 * 60
_FOR_PROGRAMS = ("/api/", "/healthz", "/readyz")


def register(app: Flask) -> None:
    """Let templates speak: `_()`, `plural()`, `ordinals()`, and `filled` to put words into a phrase."""
    app.extensions["languages"] = shipped()
    jinja = app.jinja_env
    jinja.trim_blocks = jinja.lstrip_blocks = True
    jinja.add_extension("jinja2.ext.i18n")
    jinja.install_gettext_callables(  # type: ignore[attr-defined]  # the extension above brings it
        _gettext, _ngettext, newstyle=True, pgettext=_pgettext
    )
    jinja.globals.update(
        plural=_plural, ordinals=_ordinals, all_languages=_all_languages
    )
    jinja.filters.update(
        filled=_filled,
        woven=woven,
        counted=_counted,
        number=_number,
        own_name=_own_name,
        own_footer=_own_footer,
        own_languages=_own_languages,
    )
    app.after_request(_remember_language)
    app.after_request(_compress)


def language_for(*wanted: str | None, otherwise: str | None = None) -> Language:
    """Return the language to answer in: what was chosen on a page, what is wanted, else what the browser asks for, else this one."""
    languages: Languages = current_app.extensions["languages"]
    chosen = request.args.get(_LANGUAGE), request.cookies.get(_LANGUAGE)
    asked = [tag for tag, _ in request.accept_languages]
    return languages.choose([*chosen, *wanted, *asked, otherwise])


def language_named(tag: str) -> Language:
    """Return this language, whatever the browser asks for; the source language where there is none such."""
    languages: Languages = current_app.extensions["languages"]
    return languages.choose([tag])


def respond(
    template: str, language: Language, status: int = 200, **values: Any
) -> Response:
    """Answer with a page in this language."""
    return Response(
        render_template(template, language=language, **values),
        status,
        content_type="text/html; charset=utf-8",
    )


def packed(html: str) -> bytes:
    """Return what is sent to many alike, compressed once for all of them."""
    return gzip.compress(html.encode(), _LEVEL)


def respond_packed(packed: bytes) -> Response:
    """Answer with what was packed, as it is to whoever can unpack it."""
    response = Response(packed, content_type="text/html; charset=utf-8")
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"]:
        response.content_encoding = "gzip"
    else:
        response.set_data(gzip.decompress(packed))
    return response


def wants_page() -> bool:
    """Tell whether whoever asks is to see a page: a person's browser, not a program at the API."""
    program = request.path.startswith(_FOR_PROGRAMS) or request.is_json
    return not program and request.accept_mimetypes.accept_html


@pass_context
def _gettext(context: Context, text: str) -> str:
    language: Language = context["language"]
    return language.gettext(text)


@pass_context
def _ngettext(context: Context, one: str, many: str, number: int) -> str:
    language: Language = context["language"]
    return language.ngettext(one, many, number)


@pass_context
def _pgettext(context: Context, of: str, text: str) -> str:
    language: Language = context["language"]
    return language.pgettext(of, text)


@pass_context
def _plural(context: Context, one: str, many: str) -> dict[str, str]:
    """Return the phrase in every plural form that the language has."""
    language: Language = context["language"]
    return language.plural_forms(one, many)


def _ordinals(one: str, two: str, few: str, other: str) -> dict[str, str]:
    """Return a translated phrase by its ordinal forms: 1st, 2nd, 3rd, 4th; languages with fewer repeat themselves."""
    return {"one": one, "two": two, "few": few, "other": other}


@pass_context
def _filled(context: Context, phrase: str, **more: str) -> str:
    """Return the phrase with its `{names}` replaced by the page's words."""
    words: Mapping[str, str] = {**context["words"], **more}
    return filled(str(phrase), words)


@pass_context
def _counted(
    context: Context,
    forms: Mapping[str, str],
    number: int | None,
    kind: str,
    **more: str,
) -> str:
    """Return the form of the phrase that this number takes, filled; nothing for no number."""
    if number is None:
        return ""
    language: Language = context["language"]
    form = language.ordinal(number) if kind == "ordinal" else language.cardinal(number)
    return _filled(context, forms.get(form, forms["other"]), **more)


def woven(phrase: str, **drawn: str) -> Markup:
    """Return the phrase with what was drawn in the place of its `{names}`; what is no markup is written out."""
    text, *rest = _PLACEHOLDER.split(str(phrase))
    whole = escape(text)
    for name, text in zip(rest[::2], rest[1::2], strict=True):
        whole += escape(drawn.get(name, "")) + escape(text)
    return whole


@pass_context
def _number(context: Context, number: int) -> str:
    """Return the number as the language writes it."""
    language: Language = context["language"]
    return _written(number, language.locale)


@lru_cache(4096)
def _written(number: int, locale: Locale) -> str:
    return format_decimal(number, locale=locale, numbering_system="default")


@pass_context
def _own_name(context: Context, branch: BranchSettings) -> str:
    """Return the branch's name in the page's language, or its own."""
    language: Language = context["language"]
    return branch.called(language.tag)


@pass_context
def _own_footer(context: Context, branch: BranchSettings) -> str:
    """Return the branch's line at the foot in the page's language, or in its own; nothing where it has none."""
    language: Language = context["language"]
    own = branch.footer.get(branch.languages[0], "")
    return branch.footer.get(language.tag) or own


def _own_languages(branch: BranchSettings) -> list[Language]:
    """Return the languages of the branch, its own first."""
    languages: Languages = current_app.extensions["languages"]
    return [languages.choose([tag]) for tag in branch.languages]


def _all_languages() -> list[Language]:
    """Return every language that pages speak."""
    languages: Languages = current_app.extensions["languages"]
    return list(languages)


def _remember_language(response: Response) -> Response:
    """Let a browser keep the language that was chosen on a page for a day."""
    if response.mimetype != "text/html":
        return response
    languages: Languages = current_app.extensions["languages"]
    wanted = request.args.get(_LANGUAGE, "").lower().partition("-")[0]
    if wanted in languages:
        response.set_cookie(
            _LANGUAGE, wanted, max_age=_A_DAY_S, httponly=True, samesite="Lax"
        )
    return response


def _compress(response: Response) -> Response:
    """Send a page compressed; streams and what is compressed already are left alone."""
    is_page = response.mimetype == "text/html" and not response.is_streamed
    if not is_page or response.content_encoding:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if request.accept_encodings["gzip"] and len(body) > _WORTH_COMPRESSING:
        response.set_data(gzip.compress(body, _LEVEL))
        response.content_encoding = "gzip"
    return response
