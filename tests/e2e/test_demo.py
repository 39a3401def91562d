"""`takeanumber demo`: everything on one machine, until it is told to stop."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_demo_plays_its_story_and_names_its_pages_and_ends_though_it_is_told_twice(
    tmp_path: Path,
) -> None:
    pictures = tmp_path / "pictures"
    with (
        subprocess.Popen(
            [sys.executable, "-m", "server.cli", "demo", "--out", str(pictures)],
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONUNBUFFERED": "1",
                "LC_ALL": "fr_FR.UTF-8",
            },
        ) as demo,
        requests.Session() as browser,
    ):
        assert demo.stdout is not None
        told = []
        for line in demo.stdout:
            told.append(line)
            if "an ordinary day goes on" in line:
                break
        told_of = re.findall(r"http://\S+[^\s.]", "".join(told))
        assert len({urlsplit(address).netloc for address in told_of}) == 1
        assert all(browser.get(address, timeout=10).ok for address in told_of)
        assert "Accueil de la mairie" in browser.get(told_of[0], timeout=10).text
        said = re.search(r"user name is (\S+), the password (\S+)", "".join(told))
        assert said is not None
        pages = next(each for each in told_of if each.endswith("/manager"))
        asking = browser.get(pages, timeout=10)
        seal = re.search(r'name="csrf" value="([^"]+)"', asking.text)
        assert seal is not None
        name, password = said.groups()
        inside = browser.post(
            asking.url,
            data={"csrf": seal[1], "name": name, "password": password},
            headers={"Origin": pages.removesuffix("/manager")},
            timeout=10,
        )
        assert inside.url == f"{pages}/live"
        for _ in range(5):
            demo.send_signal(signal.SIGTERM)
        *_, last = demo.stdout
        assert demo.wait(timeout=30) == 0, "".join(told)
    assert last == "The demo has ended, with everything that it started.\n"
    assert "A001 has been served.\n" in told
    assert (pictures / "3-display-call.png").exists()
