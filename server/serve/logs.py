"""Logging: one line per event, `key=value`, to standard error."""

import io
import logging
import sys
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog
from gunicorn.glogging import Logger

_TOLD: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]
_LINE = structlog.processors.LogfmtRenderer(
    key_order=["timestamp", "level", "event"], bool_as_flag=False
)


def configure(level: str) -> None:
    """Log events from this level on."""
    structlog.configure(
        processors=[*_TOLD, _LINE],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(
            cast(TextIO, _WhatCanBeWritten(sys.stderr))
        ),
        cache_logger_on_first_use=True,
    )


class GunicornsWords(Logger):
    """What gunicorn has to say, in lines like ours."""

    def setup(self, cfg: Any) -> None:
        """Log from the level that its settings name."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(
                structlog.stdlib.ProcessorFormatter(
                    processors=[
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        _LINE,
                    ],
                    foreign_pre_chain=_TOLD,
                )
            )


class _WhatCanBeWritten(io.TextIOBase):
    """Writes where it can: a log on a full disk must not end what it tells of."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write the text, or lose it."""
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Let what was written be read."""
        with suppress(OSError):
            self._file.flush()
