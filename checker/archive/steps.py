"""Steps over all facts of an audit, between the scan and the report.

The scan looks at one article at a time. What needs many of them (linking the
articles of one happening, say) is a step: it is given the records of the whole
archive, as often as it asks for them, and returns findings to be added to the
records of its articles. Steps run in the order of :data:`STEPS`, in the
process that writes the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

Records = Callable[[], Iterator[dict[str, Any]]]


class Step(Protocol):
    """One step: its name, for the settings of the report, and its work."""

    name: str

    def run(self, records: Records) -> dict[str, list[dict[str, Any]]]:
        """Findings to add, as :func:`checker.archive.scan.run_task` writes them, by the id of their article."""


def with_steps(records: Records, steps: tuple[Step, ...]) -> Records:
    """The records with what the steps add."""
    added: dict[str, list[dict[str, Any]]] = {}
    for step in steps:
        for name, findings in step.run(records).items():
            added.setdefault(name, []).extend(findings)
    if not added:
        return records

    def more() -> Iterator[dict[str, Any]]:
        for record in records():
            extra = added.get(record["id"]) if "unread" not in record else None
            yield {**record, "findings": [*record["findings"], *extra]} if extra else record

    return more
