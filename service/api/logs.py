"""Log lines: JSON on stderr, of ours and of the libraries.

Must not let an exception's message or a second line through: either may quote a CV. Set up once, by
whoever starts a process.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

import structlog

# Uvicorn's own access log writes paths and queries.
_SILENT = ("uvicorn.access",)
_LONGEST = 300


class JsonLines(logging.Formatter):
    """A library's record as one line of JSON: the first line of its message, and a type."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "event": record.getMessage().partition("\n")[0][:_LONGEST],
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["kind"] = record.exc_info[0].__qualname__
        return json.dumps(line)


def set_up() -> None:
    """Write every log line of this process to stderr as JSON."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.INFO)
    for name in _SILENT:
        logging.getLogger(name).disabled = True
