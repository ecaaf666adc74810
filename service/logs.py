"""Log lines: JSON on stderr, of ours and of the libraries.

Must not let an exception's message or a second line through: either may quote a CV. Set up once, by
whoever starts a process.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType

import structlog

# Whose everyday lines are written, not their warnings alone.
_TALKING = ("service", "uvicorn")
# Uvicorn's own access log writes paths and queries.
_SILENT = ("uvicorn.access",)
_LONGEST = 300

logger = logging.getLogger(__name__)


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
        if record.exc_info and record.exc_info[1] is not None:
            line |= named(record.exc_info[1])
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
    # A library that sets its own logger to DEBUG is not heard either.
    handler.addFilter(lambda record: record.levelno >= _least(record.name))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    for name in _TALKING:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in _SILENT:
        logging.getLogger(name).disabled = True
    # What nobody caught would be printed with its message.
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _least(name: str) -> int:
    """Return the lowest level at which a logger is heard."""
    return logging.INFO if name.partition(".")[0] in _TALKING else logging.WARNING


def named(error: BaseException) -> dict[str, str]:
    """Return what may be told of an exception: its type, and where in the code it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return {"kind": _kind(error)}
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return {"kind": _kind(error), "at": f"{module}:{trace.tb_lineno}"}


def _kind(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        return "+".join(sorted({_kind(each) for each in error.exceptions}))
    return type(error).__qualname__


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logger.critical("a process failed", exc_info=(kind, error, trace))


def _uncaught_in_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        logger.critical(
            "a thread failed", exc_info=(failure.exc_type, failure.exc_value, failure.exc_traceback)
        )
