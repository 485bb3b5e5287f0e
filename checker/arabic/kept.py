"""A table whose values stay packed until they are asked for."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")


class Kept(Mapping[str, Value]):
    """Values by words; few of them are asked for, so each is made when it is.

    ``packed`` holds plain values as :func:`pack` gives them, and ``made_of``
    makes of one what is asked for.
    """

    __slots__ = ("_made_of", "_packed")

    def __init__(self, packed: Mapping[str, bytes], made_of: Callable[[Any], Value]) -> None:
        self._packed = packed
        self._made_of = made_of

    def __getitem__(self, word: str) -> Value:
        """The value, made anew each time."""
        return self._made_of(marshal.loads(self._packed[word]))  # noqa: S302 - made by pack

    def get(self, word: str, default: Any = None) -> Any:
        """The value, or the default; most words have none."""
        return self[word] if word in self._packed else default

    def __contains__(self, word: object) -> bool:
        """Whether there is a value, without making it."""
        return word in self._packed

    def __iter__(self) -> Iterator[str]:
        """The words, in the order of the packed ones."""
        return iter(self._packed)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._packed)


def pack(values: Mapping[str, Any]) -> dict[str, bytes]:
    """Plain values as :class:`Kept` takes them."""
    return {word: marshal.dumps(value) for word, value in values.items()}
