"""The demo's branch speaks first what whoever starts it speaks, where that is one of our languages."""

import pytest

from server.demo.branch import languages_of


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LC_ALL": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE", "LANG": "es_ES"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_DE.UTF-8", "LANG": "es_ES"}, "de"),
        ({"LANG": "ar"}, "ar"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "pt_BR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_terminal_is_the_branchs_first(
    environment: dict[str, str], first: str
) -> None:
    assert languages_of(environment)[0] == first
    assert sorted(languages_of(environment)) == ["ar", "de", "en", "es", "fr"]
