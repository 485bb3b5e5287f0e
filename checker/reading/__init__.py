"""From bytes to a :class:`~checker.model.Document`."""

from checker.reading.sources import MAX_BYTES, expand, from_text, read_path, read_stdin

__all__ = ["MAX_BYTES", "expand", "from_text", "read_path", "read_stdin"]
