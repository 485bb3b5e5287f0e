"""Writes the values of the project as classes that mypyc takes.

What ``checker.values.frozen`` makes while the program runs cannot be compiled: such a class would stay one of the
interpreter, and each look at a field would cost what it does there. In the copy that is compiled it is a class with
the same constructor and comparison, written out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

#: Keeps mypyc from taking a class as one of its own, which one that is a list cannot be.
_INTERPRETED = "@(lambda cls: cls)"
_DECORATORS = {"frozen", "changing"}
#: Stands where the decorator stood.
_NEEDED = "from typing import Any as _Any, ClassVar as _ClassVar; from checker.values import FIELDS as _FIELDS"


class Field(NamedTuple):
    """A field as it is written; ``default`` is empty for one that must be given."""

    name: str
    type: str
    default: str


def classes(source: str) -> dict[str, tuple[str, list[Field]]]:
    """The base and the own fields of the classes of values in a module."""
    return {node.name: (ast.unparse(node.bases[0]) if node.bases else "", _fields(node)) for node in _values(source)}


def written_out(source: str, others: Mapping[str, tuple[str, Sequence[Field]]]) -> str:
    """A module with its classes of values written out; lines keep their numbers where there is room for it.

    ``others`` are the classes of values of other modules, by name.
    """
    lines, known = source.split("\n"), {**others, **classes(source)}
    for node in reversed(_values(source)):
        first, last = node.body[0].lineno, max(field.end_lineno or 0 for field in _annotated(node))
        for after in node.body:  # what is said of the last field
            if after.lineno > last and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                last = after.end_lineno or last
            elif after.lineno > last:
                break
        base, own = known[node.name]
        inherited = known[base][1] if base else []
        body = [f"    {line}" for line in _body(node.name, inherited, own)]
        lines[first - 1 : last] = body + [""] * (last - first + 1 - len(body))
        for decorator in node.decorator_list:
            lines[decorator.lineno - 1] = _NEEDED
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).startswith("list[") for base in node.bases):
            line = next(k for k, text in enumerate(lines) if text.startswith(f"class {node.name}("))
            lines[line - 1] = _INTERPRETED
    return "\n".join(lines)


def _body(name: str, inherited: Sequence[Field], own: Sequence[Field]) -> Iterator[str]:
    fields = [*inherited, *own]
    given = ", ".join(f"{f.name}: {f.type}{' = ' if f.default else ''}{f.default}" for f in fields)
    values = "".join(f"self.{f.name}, " for f in fields)
    same = " and ".join(f"self.{f.name} == other.{f.name}" for f in fields)
    told = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields)
    names = "".join(f"{f.name!r}, " for f in fields)
    yield "; ".join(f"{f.name}: {f.type}" for f in own)
    yield f"__match_args__: _ClassVar[tuple[str, ...]] = ({names}); __dataclass_fields__: _ClassVar[_Any] = _FIELDS"
    yield f"def __init__(self, {given}) -> None: {'; '.join(f'self.{f.name} = {f.name}' for f in fields)}"
    yield f"def __eq__(self, other: object) -> bool: return type(other) is {name} and {same}"
    yield f"def __hash__(self) -> int: return hash(({values}))"
    yield f'def __repr__(self) -> str: return f"{name}({told})"'
    yield f"def __reduce__(self) -> tuple[object, ...]: return {name}, ({values})"


def _values(source: str) -> list[ast.ClassDef]:
    found = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return [node for node in found if any(ast.unparse(decorator) in _DECORATORS for decorator in node.decorator_list)]


def _annotated(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [line for line in node.body if isinstance(line, ast.AnnAssign)]


def _fields(node: ast.ClassDef) -> list[Field]:
    return [
        Field(ast.unparse(line.target), ast.unparse(line.annotation), ast.unparse(line.value) if line.value else "")
        for line in _annotated(node)
    ]
