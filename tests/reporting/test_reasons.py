"""Every reason for a relation can be said in Arabic."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import checker.relations
from checker.reporting.messages import say_reason
from checker.resources import load_toml, rules_root

_MAKERS = {"sum_of", "toll_of", "Relation", "Link", "_link", "Linear"}
_FOLDERS = (Path(checker.relations.__file__).parent, Path(checker.relations.__file__).parent.parent / "consistency")


def _reasons(call: ast.Call) -> Iterator[str]:
    """The texts that a call gives as reasons: the last argument, or "reasons"."""
    given = [*call.args[-1:], *(keyword.value for keyword in call.keywords if keyword.arg == "reasons")]
    for value in given:
        for node in value.elts if isinstance(value, ast.Tuple) else (value,):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                yield node.value


def _told() -> set[str]:
    found: set[str] = set()
    for folder in _FOLDERS:
        for path in folder.glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MAKERS:
                    found.update(_reasons(node))
    return found


def _weighed() -> set[str]:
    """The names of the evidence that speaks for links."""
    tables = [table for name in ("linking.toml", "across.toml") for table in load_toml(rules_root() / name).values()]
    evidence = (table["evidence"] for table in tables if isinstance(table, dict) and "evidence" in table)
    return {name for weights in evidence for name, weight in weights.items() if weight > 0}


def test_every_reason_has_its_arabic():
    reasons = _told() | _weighed()
    assert len(reasons) > 60
    assert {reason for reason in reasons if say_reason("ar", reason) == reason} == set()
