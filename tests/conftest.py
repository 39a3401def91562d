"""Settings for all tests: how many examples hypothesis tries.

A change is tried with the same examples each time, so that what fails is the change; the night looks for new ones.
"""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.second_try", "tests.injected"]

for name, examples in (("quick", 20), ("ci", 100), ("nightly", 2_000)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=name != "nightly",
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
