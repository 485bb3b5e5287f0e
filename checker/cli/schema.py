"""``checker schema``."""

from __future__ import annotations

from importlib.resources import files

from checker.cli.common import write_out


def schema() -> None:
    """Print the JSON Schema of the reports of check --format json."""
    write_out(files("checker").joinpath("schema/report.schema.json").read_text(encoding="utf-8"), None)
