"""What all tests share: how many examples hypothesis tries, and one browser.

A change is tried with the same examples each time, so that what fails is the change; the night looks for new ones.
"""

import gc
import os
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["tests.second_try", "tests.injected"]

ALLOCATIONS_PER_COLLECTION = 5_000

for name, examples in (("quick", 20), ("ci", 50), ("nightly", 2_000)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=name != "nightly",
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests; each has a page of its own. A process may have no second one."""
    from script.chromium import chromium

    with chromium() as browser:
        yield browser


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays; to look through it for garbage over and over would cost a third of all tests."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)
    return collected
