"""From bytes to a :class:`~checker.model.Document`."""

from checker.reading.fields import DEFAULT_FIELDS, Fields
from checker.reading.formats import MAX_BYTES
from checker.reading.sources import expand, from_text, read_path, read_stdin

__all__ = ["DEFAULT_FIELDS", "MAX_BYTES", "Fields", "expand", "from_text", "read_path", "read_stdin"]
