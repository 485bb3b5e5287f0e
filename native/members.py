"""Writes ``x in (*some, other)`` so that mypyc takes it: it ends with an error of its own at the star."""

from __future__ import annotations

import ast


def members_as_slices(source: str) -> str:
    """A module in which such a tuple is a slice, of all of itself; its type and the numbers of lines stay."""
    lines = [line.encode() for line in source.split("\n")]
    for node in sorted(_starred(ast.parse(source)), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        end, stop = (node.end_lineno or 0) - 1, node.end_col_offset or 0
        lines[end] = lines[end][:stop] + b"[:]" + lines[end][stop:]
    return b"\n".join(lines).decode()


def _starred(tree: ast.Module) -> list[ast.Tuple]:
    return [
        held
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for how, held in zip(node.ops, node.comparators, strict=True)
        if isinstance(how, ast.In | ast.NotIn) and isinstance(held, ast.Tuple)
        if any(isinstance(item, ast.Starred) for item in held.elts)
    ]
