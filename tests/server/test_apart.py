"""Processes that work beside a server."""

import os
import select
import subprocess
import sys

import pytest

BESIDE = """
from threading import Event
from server.store.apart import give_way
give_way(5)
print("at work", flush=True)
Event().wait()
"""
SERVER = f"""
import subprocess, sys
from threading import Event
beside = subprocess.Popen([sys.executable, "-c", {BESIDE!r}], stdout=subprocess.PIPE)
beside.stdout.readline()
print(beside.pid, flush=True)
Event().wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process is waited for as Linux does")  # fmt: skip
def test_what_works_beside_a_server_goes_with_it_however_it_ends() -> None:
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        beside = os.pidfd_open(int(server.stdout.readline()))
        server.kill()
    ended, _, _ = select.select([beside], [], [], 30)
    os.close(beside)
    assert ended
