"""Starts the programs of the demo, plays it, and ends them all."""

import os
import signal
import socket
import tempfile
import threading
import time
import webbrowser
from contextlib import ExitStack
from pathlib import Path

import click

from server.demo.branch import DESKS, MANAGER, Tokens, languages_of, set_up
from server.demo.programs import Child, DemoFailed, Window
from server.demo.story import Stage, one_ticket, ordinary_day
from server.store.tokens import TicketTokens, load_or_make_secret

_READY_WITHIN_S = 20.0
_LOOK_EVERY_S = 0.5
_PICTURES = Path("build") / "demo"
_STOPS = (signal.SIGINT, signal.SIGTERM)


def run_demo(speed: float, seconds: float | None, pictures: Path | None) -> None:
    """Run the demo until it is stopped, or for so many seconds of ordinary day."""
    screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    pictures = (pictures or _PICTURES).absolute()
    pictures.mkdir(parents=True, exist_ok=True)
    stop = threading.Event()
    for number in _STOPS:
        signal.signal(number, _end)
    with ExitStack() as cleaning:
        cleaning.callback(
            click.echo, "The demo has ended, with everything that it started."
        )
        directory = Path(
            cleaning.enter_context(tempfile.TemporaryDirectory(prefix="takeanumber-"))
        )
        try:
            _play(
                directory,
                cleaning,
                pictures,
                stop,
                speed=speed,
                seconds=seconds,
                screen=screen,
            )
        except DemoFailed as error:
            raise click.ClickException(str(error)) from error
        finally:
            stop.set()


def _end(*_: object) -> None:
    """End the demo, wherever it is; while it closes its windows it cannot be asked again."""
    # Setting the event here could wait for ever, for a lock that the interrupted code holds.
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)


def _play(
    directory: Path,
    cleaning: ExitStack,
    pictures: Path,
    stop: threading.Event,
    *,
    speed: float,
    seconds: float | None,
    screen: bool,
) -> None:
    languages = languages_of(os.environ)
    tokens = set_up(directory, languages)
    port = _free_port()
    url = f"http://{_own_address()}:{port}"
    server = _start_server(directory, port, url, cleaning)
    programs = _start_windows(
        directory, f"http://127.0.0.1:{port}", tokens, cleaning, screen
    )
    click.echo(f"The server runs at {url}.")
    stage = Stage(
        url=url,
        language=languages[0],
        tokens=tokens,
        ticket_tokens=TicketTokens(load_or_make_secret(directory / "secret.key")),
        kiosk=programs["kiosk"],
        display=programs["display"],
        consoles={number: programs[f"desk {number}"] for number in DESKS},
        pictures=pictures,
    )
    one_ticket(stage, click.echo)
    phone = stage.take("parking")["url"]
    _tell_of_pages(url, phone, tokens.password)
    if screen:
        webbrowser.open(phone)
    else:
        click.echo(
            f"No screen here: the windows run unseen. Pictures of them: {pictures}"
        )
    click.echo("Now an ordinary day goes on. Press Ctrl+C to end it.")
    _watch_over([server, *programs.values()], stop, seconds)
    ordinary_day(stage, speed, stop)


def _tell_of_pages(url: str, phone: str, password: str) -> None:
    click.echo("As long as it runs, open in a browser, here or in the same network:")
    click.echo(f"    the phone of somebody who waits:  {phone}")
    click.echo(f"    the manager's pages:              {url}/manager")
    click.echo(f"        the user name is {MANAGER}, the password {password}")
    click.echo(f"    a board for a television:         {url}/board")
    click.echo("        approve it on the manager's page “Devices”")


def _start_server(directory: Path, port: int, url: str, cleaning: ExitStack) -> Child:
    arguments = [
        "server.cli",
        "--data-dir",
        str(directory),
        "serve",
        "--host",
        "0.0.0.0",
    ]  # phones in the same network shall reach it
    server = Child(
        "server",
        [*arguments, "--port", str(port), "--public-url", url],
        {},
        directory / "server.log",
    )
    cleaning.callback(server.end)
    deadline = time.monotonic() + _READY_WITHIN_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return server
        except OSError as error:
            if server.ended or time.monotonic() > deadline:
                raise DemoFailed(
                    f"The server did not start:\n{server.why()}"
                ) from error
            threading.Event().wait(0.05)


def _start_windows(
    directory: Path, url: str, tokens: Tokens, cleaning: ExitStack, screen: bool
) -> dict[str, Window]:
    environment = {} if screen else {"QT_QPA_PLATFORM": "offscreen"}
    wanted = {
        "kiosk": ("kiosk", tokens.kiosk, "540x960" if screen else "1080x1920"),
        "display": ("display", tokens.display, "1120x630" if screen else "1920x1080"),
        **{
            f"desk {number}": ("servicer", token, "1100x720")
            for number, token in tokens.consoles.items()
        },
    }
    windows = {}
    for name, (module, token, size) in wanted.items():
        arguments = [module, "--server", url, "--windowed", size]
        arguments += ["--state-dir", str(directory / name.replace(" ", "-"))]
        own = {**environment, "TAKEANUMBER_TOKEN": token}
        windows[name] = Window(name, arguments, own, directory / f"{name}.log")
        cleaning.callback(windows[name].end)
    return windows


def _watch_over(
    programs: list[Child], stop: threading.Event, seconds: float | None
) -> None:
    """End the demo when its time is up, or when somebody closes one of its windows."""
    end = time.monotonic() + (seconds if seconds is not None else float("inf"))

    def watch() -> None:
        while not stop.wait(_LOOK_EVERY_S):
            if time.monotonic() > end or any(program.ended for program in programs):
                stop.set()

    threading.Thread(target=watch, daemon=True).start()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _own_address() -> str:
    """Return this machine's address in its network, as a phone would reach it; no packet is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
