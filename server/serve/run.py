"""`takeanumber serve`: gunicorn's arbiter watches over one worker, and starts it anew should it die or stick."""

import errno
import os
import socket
import sys
from time import monotonic, sleep
from typing import Any

import structlog
from gunicorn.app.base import BaseApplication

from server.serve import logs
from server.settings import Settings

log = structlog.get_logger(__name__)

STUCK_AFTER_S = 12
"""A process whose heart has not beaten for so long is started anew."""

FINISH_WITHIN_S = 10
IDLE_CONNECTION_S = 30
BACKLOG = 4096
MOST_CONNECTIONS = 2_000
"""Connections at the same time; open streams do not count. Beyond, whoever has kept us waiting for longest is sent away."""


_FREE_WITHIN_S = 2.0
"""So long the port may still be held by the last process of a server that was killed."""


class _Server(BaseApplication):
    def __init__(self, settings: Settings, listening: int) -> None:
        self.settings = settings
        self.listening = listening
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"fd://{self.listening}",
            "backlog": BACKLOG,
            "workers": 1,
            "proc_name": "takeanumber",
            "worker_class": "server.serve.worker.LoopWorker",
            "timeout": STUCK_AFTER_S,
            "graceful_timeout": FINISH_WITHIN_S,
            "keepalive": IDLE_CONNECTION_S,
            "worker_connections": MOST_CONNECTIONS,
            "loglevel": "warning",
            "logger_class": logs.GunicornsWords,
            # It would believe whoever is on this machine; whom to believe is said by `proxies`, in server/web/outside.py.
            "forwarded_allow_ips": "",
            "forwarder_headers": "",
            "secure_scheme_headers": {},
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def run(self) -> None:
        """Serve, watched over."""
        from server.serve.supervisor import Supervisor

        Supervisor(self).run()

    def load(self) -> Any:
        from server.serve.parts import load_app

        return load_app(self.settings)


def serve(settings: Settings) -> None:
    """Serve until told to stop by SIGTERM or SIGINT."""
    # Whatever is made from here on is for nobody else.
    os.umask(0o077)
    _allow_many_connections()
    logs.configure(settings.log_level)
    _Server(settings, _listening(settings.host, settings.port)).run()


def _listening(host: str, port: int) -> int:
    """Return the descriptor of a socket that listens there; end with why that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    until = monotonic() + _FREE_WITHIN_S
    while True:
        try:
            return socket.create_server(
                (host, port),
                family=family,
                backlog=BACKLOG,
                dualstack_ipv6=family is socket.AF_INET6,
            ).detach()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or monotonic() > until:
                why, _, _ = str(error.strerror).partition(" (")
                log.critical(
                    "cannot begin", why=why, host=host, port=port, **_hint(error, port)
                )
                sys.exit(1)
            sleep(0.1)


def _hint(error: OSError, port: int) -> dict[str, str]:
    """Return who may hold the port, and how to find out."""
    if error.errno != errno.EADDRINUSE:
        return {}
    return {
        "hint": f"another server or program listens there: ss -ltnp 'sport = :{port}' says which"
    }


def _allow_many_connections() -> None:
    """Raise the limit on open files as far as the machine lets us: every watching phone is one."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
