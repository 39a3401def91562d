"""Values of a test that are tried at night alone: what they would find, others find by day, but for a rare word."""

from functools import partial

import pytest

by_night = partial(pytest.param, marks=pytest.mark.nightly)
EVERY_LANGUAGE = ("de", "ar", by_night("en"), by_night("es"), by_night("fr"))
"""By day one with long words, and one that is read from the right."""
