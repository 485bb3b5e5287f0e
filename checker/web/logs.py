"""One JSON object a line on standard error. No field ever holds words of a draft, a title or a file's name."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_LOGGER = logging.getLogger("checker.web")
LEVELS = ("debug", "info", "warning", "error", "off")


def log(level: str, event: str, **fields: object) -> None:
    """Write a line, if its level is asked for."""
    number = getattr(logging, level.upper())
    if _LOGGER.isEnabledFor(number):
        _LOGGER.log(number, event, extra={"fields": fields})


def set_up(level: str) -> None:
    """Send the lines of this package and of uvicorn to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    number = logging.CRITICAL + 1 if level == "off" else getattr(logging, level.upper())
    for name, least in (("checker.web", logging.NOTSET), ("uvicorn", logging.WARNING), ("asyncio", logging.ERROR)):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(max(number, least))


class _Lines(logging.Formatter):
    """A record as JSON. The message of an exception may quote a draft, so only its type is written."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            # The template alone of a foreign record: what would be filled in may come from a request.
            "event": str(record.msg),
        }
        line.update(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False)
