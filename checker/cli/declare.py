"""Options and arguments, declared without loading typer.

A command's annotations are read by typer when it is asked to run one. The most
used command, a plain ``checker check FILE``, runs without it
(:mod:`checker.cli.quick`), and importing typer with all that it draws in would
take longer than the check. So commands declare with the functions of this
module, which are named as typer's and only write down what they are given;
:class:`~checker.cli.app.App` turns that into typer's own values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

Command = TypeVar("Command", bound=Callable[..., Any])


class Declared(NamedTuple):
    """A call of ``typer.Option`` or ``typer.Argument`` that was put off."""

    name: str
    positional: tuple[Any, ...]
    named: dict[str, Any]


def Option(*positional: Any, **named: Any) -> Declared:
    """An option, as ``typer.Option`` takes it."""
    return Declared("Option", positional, named)


def Argument(*positional: Any, **named: Any) -> Declared:
    """An argument, as ``typer.Argument`` takes it."""
    return Declared("Argument", positional, named)


def for_typer(command: Command) -> Command:
    """The command with annotations that typer can read."""
    hints = get_type_hints(command, include_extras=True)
    command.__annotations__ = {name: _settled(hint) for name, hint in hints.items()}
    return command


def _settled(hint: Any) -> Any:
    if get_origin(hint) is not Annotated:
        return hint
    import typer

    kind, *extras = get_args(hint)
    done = [
        getattr(typer, extra.name)(*extra.positional, **extra.named) if isinstance(extra, Declared) else extra
        for extra in extras
    ]
    return Annotated[(kind, *done)]
