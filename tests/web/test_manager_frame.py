"""What every manager's page is made of: its frame, its fields, and what it says about what is wrong."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Blueprint, Flask, render_template_string
from markupsafe import Markup

from server.domain.branch import BranchSettings
from server.web import assets, own_looks, pages
from server.web.manager import moments

BRANCH = BranchSettings(
    name="City Service Centre", time_zone="Europe/Lisbon", languages=("en", "de")
)
PAGE = """
{% extends "manager/layout.html" %}
{% from "manager/fields.html" import text, password, select, pick, bar, menu, action with context %}
{% block heading %}Change Parking &amp; permits{% endblock %}
{% block content %}
<form method="post">{{ csrf() }}
{{ text("letter", "Letter", form.letter, hint="As in A042.", error=problems.letter, size="w4", dir="ltr") }}
{{ password("secret", "Password") }}
{{ select("zone", "Zone", [("a", "One"), ("b", "Two")], "b") }}
{{ pick("join", "off", "Nobody", chosen=true) }}
{{ bar("Save", "/back", "Leave") }}
</form>
{% call menu("More") %}{{ action("/gone", "Remove", style=none, fields={"id": 7}) }}{% endcall %}
{% endblock %}
"""


@pytest.fixture
def app() -> Iterator[Flask]:
    """An application that can draw a manager's page."""
    app = Flask("server", static_folder=None)
    assets.register(app)
    pages.register(app)
    app.register_blueprint(own_looks.make())
    words = Blueprint("words", "server")
    moments.register(words)
    app.register_blueprint(words)
    with app.test_request_context("/manager/queues/parking"):
        yield app


def draw(page: str = PAGE, **values: Any) -> str:
    """Return the page as it is sent."""
    return render_template_string(
        page,
        **{
            "language": pages.language_named("en"),
            "words": {},
            "branch": BRANCH,
            "account": SimpleNamespace(shown="Ingrid", role="manager"),
            "csrf": lambda: Markup('<input type="hidden" name="csrf" value="sealed">'),
            "form": {"letter": 'R"'},
            "problems": {},
            **values,
        },
    )


def test_the_heading_is_the_title_too(app: Flask) -> None:
    page = draw()
    assert "<h1>Change Parking &amp; permits</h1>" in page
    assert "<title>Change Parking &amp; permits · City Service Centre</title>" in page


def test_what_is_wrong_stands_above_and_at_its_field_and_in_the_title(
    app: Flask,
) -> None:
    page = draw(problems={"letter": "Letter R is taken."})
    assert "<title>Error: Change" in page
    assert "One thing to put right. Nothing is saved yet." in page
    assert '<a href="#letter">Letter R is taken.</a>' in page
    assert 'aria-describedby="letter-hint letter-error" aria-invalid="true"' in page
    assert '<p class="error" id="letter-error">' in page


def test_several_faults_are_counted(app: Flask) -> None:
    page = draw(problems={"letter": "Taken.", "": "Something else."})
    assert "2 things to put right. Nothing is saved yet." in page
    assert "<li>Something else.</li>" in page


def test_what_was_typed_is_kept_and_cannot_break_out(app: Flask) -> None:
    assert 'value="R&#34;" class="w4"' in draw()


def test_each_form_carries_its_seal(app: Flask) -> None:
    assert draw().count('name="csrf"') == draw().count("<form")


def test_the_page_one_is_on_is_marked_in_the_rail_and_its_group_at_the_foot(
    app: Flask,
) -> None:
    page = draw()
    assert '<a href="/manager/queues" aria-current="page">' in page
    assert '<a href="/manager/set-up" aria-current="page">' in page
    assert page.count("aria-current") == 2


def test_a_page_that_there_is_not_is_not_in_the_rail(app: Flask) -> None:
    page = draw(nav={"/manager/live", "/manager/queues"})
    assert 'href="/manager/queues"' in page
    assert "/manager/posters" not in page


def test_what_was_done_is_said_with_a_way_back(app: Flask) -> None:
    toast = SimpleNamespace(
        text="R034 was cancelled.",
        path="/manager/live/passports/undo",
        label="Undo",
        fields={"ticket": 34},
        seconds=8,
    )
    page = draw(toast=toast)
    assert "<span>R034 was cancelled.</span>" in page
    assert 'action="/manager/live/passports/undo"' in page
    assert 'data-seconds="8">Undo <span class="left">· 8 s</span>' in page


def test_the_plain_frame_lets_everybody_choose_a_language(app: Flask) -> None:
    page = draw(
        '{% extends "manager/plain.html" %}{% block heading %}Sign in{% endblock %}',
        branch=None,
    )
    assert "<title>Sign in</title>" in page
    assert '<a href="/manager/queues/parking?language=ar" lang="ar" dir="rtl">' in page
