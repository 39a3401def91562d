"""What the ticket page weighs, and when a slow phone on a slow network first shows it."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.measure import Figure, a_server, quantile
from script.chromium import chromium

_CPU_SLOWDOWN = 4
_LINE_BYTES_S = 400_000 / 8
_LATENCY_MS = 100
_VIEWS = 15
_VIEWS_QUICK = 3


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer views."""
    with a_server() as server, chromium() as browser:
        url = server.device("kiosk").take("q1")["url"]
        views = [
            _first_view(browser, url) for _ in range(_VIEWS_QUICK if quick else _VIEWS)
        ]
    yield Figure(
        what="ticket page over the wire",
        value=max(weight for _, weight in views) / 1000,
        unit="KB",
        target=60,
        beyond=30,
        note="with its styles, script, font and icon, nothing cached",
    )
    paints = [paint for paint, _ in views]
    yield Figure(
        what="ticket page, slow phone: first paint, median",
        value=quantile(paints, 0.5),
        unit="s",
        target=1.5,
        beyond=0.8,
        note=f"CPU {_CPU_SLOWDOWN} × slower, 400 kbit/s, {_LATENCY_MS} ms each way",
    )
    yield Figure(
        what="ticket page, slow phone: first paint, worst",
        value=max(paints),
        unit="s",
    )


def _first_view(browser: Browser, url: str) -> tuple[float, int]:
    """Open the page on a fresh slow phone; return seconds to the first paint with content, and bytes."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": _CPU_SLOWDOWN})
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _LATENCY_MS,
            "downloadThroughput": _LINE_BYTES_S,
            "uploadThroughput": _LINE_BYTES_S,
        },
    )
    weights: list[int] = []
    session.on(
        "Network.loadingFinished",
        lambda event: weights.append(int(event["encodedDataLength"])),
    )
    page.goto(url)
    page.wait_for_selector("[data-link=live]")
    page.evaluate("document.fonts.ready")
    paint_ms: float = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    )
    context.close()
    return paint_ms / 1000, sum(weights)
