"""A real nginx or Caddy before a server, set up by the very lines of docs/https.md, and spoken to over TLS by the name it has there."""

import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from requests.adapters import HTTPAdapter

from tests.server.conftest import free_port
from tests.serving import ANSWER_WITHIN_S, Device, Events, RunningServer

ROOT = Path(__file__).resolve().parents[1]
PROXIES = ROOT / "build/proxies"
DOCUMENT = (ROOT / "docs/https.md").read_text(encoding="utf-8")
AUTHORITIES = "/var/lib/caddy/.local/share/caddy/pki/authorities/local"

PUBLIC, LAN = "queue.example.org", "queue.lan"


def lines_for(name: str) -> str:
    """Return the block of the document that sets a proxy up for this name or by this server's word."""
    blocks = re.findall(r"^```\w+\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if block.startswith(f"{name} {{"))
    return str(found)


class Proxy:
    """A proxy that runs, on a port that stays the same; `authority` is the certificate by which it is believed."""

    def __init__(
        self, server: RunningServer, room: Path, name: str, authority: Path
    ) -> None:
        self.server = server
        self.room = room
        self.name = name
        self.port = free_port()
        self.authority = authority
        self.url = f"https://{name}:{self.port}"

    def command(self) -> list[str]:
        """Return what runs it, set up anew."""
        raise NotImplementedError

    def start(self) -> None:
        """Begin, and wait until it listens."""
        command = self.command()
        assert Path(command[0]).exists(), "script/proxies fetches it"
        self._process = subprocess.Popen(
            command,
            env={
                **os.environ,
                "HOME": str(self.room),
                "XDG_DATA_HOME": str(self.room),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._until(self._answers)

    def stop(self) -> None:
        """End."""
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            # It waits for streams to end, which they never do.
            self._process.kill()
            self._process.wait()

    def browser(self) -> requests.Session:
        """Return what speaks to it by its name, and believes its authority alone."""
        speaks = requests.Session()
        speaks.mount("https://", _ByName(self.name))
        # Whom else the machine is told to believe is none of it.
        speaks.trust_env = False
        speaks.verify = str(self.authority)
        speaks.headers["Host"] = f"{self.name}:{self.port}"
        return speaks

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        """Ask the server through it, over TLS."""
        url = f"https://127.0.0.1:{self.port}{path}"
        return self.browser().request(method, url, timeout=ANSWER_WITHIN_S, **options)

    def events(self, device: Device, after: int | None = None) -> Events:
        """Follow the live stream through it."""
        headers = {"Authorization": f"Bearer {device.token}"}
        if after is not None:
            headers["Last-Event-ID"] = str(after)
        return Events(self.ask("GET", "/api/v1/events", headers=headers, stream=True))

    def upstream(self, site: str) -> str:
        """Return the site with this server behind it."""
        assert "127.0.0.1:8000" in site
        return site.replace("127.0.0.1:8000", f"127.0.0.1:{self.server.port}")

    def _until(self, there: Callable[[], bool]) -> None:
        until = time.monotonic() + ANSWER_WITHIN_S
        while not there():
            assert self._process.poll() is None, "the proxy ended"
            assert time.monotonic() < until, "the proxy does not listen"

    def _answers(self) -> bool:
        """Return whether it listens, and has the certificate that it vouches for itself with."""
        try:
            trust = ssl.create_default_context(cafile=self.authority)
            with (
                socket.create_connection(("127.0.0.1", self.port)) as end,
                trust.wrap_socket(end, server_hostname=self.name),
            ):
                return True
        except OSError:
            return False


class _ByName(HTTPAdapter):
    """Reaches this machine, and asks for a name that no name server knows."""

    def __init__(self, name: str) -> None:
        self._name = name
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Ask for the name in the handshake, too."""
        super().init_poolmanager(
            *arguments,
            server_hostname=self._name,
            assert_hostname=self._name,
            **options,
        )


class Nginx(Proxy):
    """Nginx, with a certificate made for it."""

    def __init__(self, server: RunningServer, room: Path) -> None:
        super().__init__(server, room, PUBLIC, room / "queue.pem")
        make_certificate(PUBLIC, room)

    def command(self) -> list[str]:
        """Return what runs it."""
        site = lines_for("server")
        site = site.replace("listen 443", f"listen 127.0.0.1:{self.port}")
        site = site.replace("/etc/ssl/", f"{self.room}/")
        paths = "".join(
            f"{name}_temp_path {self.room / name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;" if os.geteuid() == 0 else ""
        file = self.room / "nginx.conf"
        file.write_text(
            f"{user} daemon off; pid {self.room}/pid; error_log stderr; events {{}}\n"
            f"http {{ access_log off; {paths} {self.upstream(site)} }}\n"
        )
        run = [str(PROXIES / "nginx"), "-p", str(self.room), "-e", "stderr"]
        return [*run, "-c", str(file)]


class Caddy(Proxy):
    """Caddy, for a public name or one of the house, by default the document's; no public authority is asked."""

    def __init__(
        self, server: RunningServer, room: Path, name: str = LAN, written: str = LAN
    ) -> None:
        self._written = written
        self._first_line = f"{written} {{"
        self._authorities = room / "caddy/pki/authorities/local"
        super().__init__(server, room, name, self._authorities / "root.crt")
        self.http_port = free_port()

    def command(self) -> list[str]:
        """Return what runs it."""
        site = lines_for(self._written)
        site = site.replace(f"{self._written} {{", self._first_line)
        site = site.replace(self._written, self.name)
        site = site.replace(AUTHORITIES, str(self._authorities))
        options = [
            "admin off",
            "local_certs",
            "skip_install_trust",
            f"http_port {self.http_port}",
            f"https_port {self.port}",
            "default_bind 127.0.0.1",
        ]
        head = "\n\t".join(["{", *options]) + "\n}\n"
        file = self.room / "Caddyfile"
        file.write_text(head + self.upstream(site))
        run = [str(PROXIES / "caddy"), "run", "--config", str(file)]
        return [*run, "--adapter", "caddyfile"]


def caddy_with_phones_beside(server: RunningServer, room: Path) -> Caddy:
    """Return Caddy as it is set up where phones alone come by plain HTTP."""
    caddy = Caddy(server, room)
    caddy._first_line = f"http://{LAN}, https://{LAN} {{"
    assert f"`{caddy._first_line}`" in DOCUMENT
    return caddy


def public_caddy(server: RunningServer, room: Path) -> Caddy:
    """Return Caddy as it is set up for a public name."""
    return Caddy(server, room, PUBLIC, PUBLIC)


def make_certificate(name: str, room: Path) -> None:
    """Write `queue.pem` and `queue.key`, which vouch for this name and are vouched for by nobody."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (room / "queue.pem").write_bytes(made.public_bytes(pem))
    (room / "queue.key").write_bytes(
        key.private_bytes(
            pem,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
