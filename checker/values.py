"""Frozen values with slots, as ``dataclass(frozen=True, slots=True)`` makes them, in a fifth of the time.

A dataclass writes and compiles some six methods for each class: for the
classes of a plain check that is a quarter of the time of its process. Here
the constructor alone is written, and the other methods are shared. It fills
the slots directly, where that of a frozen dataclass goes through ``object``
for each of them. That nobody assigns to a field is seen to by the type
checker, not at run time. The functions of :mod:`dataclasses` take these
values as they take others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[Value]) -> type[Value]:
    """Make a class of values of one that names its fields, their types and defaults, as for a dataclass.

    There are no field specifiers; a default is one object for all values, so it must not be one that changes.
    ``__match_args__`` holds the names of the fields in order.
    """
    own = tuple(cls.__annotations__)
    inherited = next((base for base in cls.__bases__ if hasattr(base, "__match_args__")), None)
    names = own if inherited is None else (*inherited.__match_args__, *own)
    body = dict(cls.__dict__)
    defaults = {} if inherited is None else _defaults(inherited)
    defaults |= {name: body.pop(name) for name in own if name in body}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body.update(__slots__=own, __match_args__=names, **_SHARED)
    body["__init__"] = _constructor(names, defaults)
    made: type[Value] = type(cls.__name__, cls.__bases__, body)
    return made


@dataclass_transform()
def changing(cls: type[Value]) -> type[Value]:
    """As :func:`frozen`, of values whose fields are set anew while they are read."""
    return frozen(cls)


def _constructor(names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    parameters = ", ".join(f"{name}=_defaults[{name!r}]" if name in defaults else name for name in names)
    lines = "".join(f"\n self.{name} = {name}" for name in names)
    made: dict[str, Any] = {}
    exec(f"def __init__(self, {parameters}):{lines or ' pass'}", {"_defaults": defaults}, made)  # noqa: S102 - names of fields
    return made["__init__"]


def _defaults(cls: Any) -> dict[str, Any]:
    """The fields of a class of values that have a default, with it: they are the last ones."""
    found: tuple[Any, ...] = getattr(cls.__init__, "__defaults__", None) or ()  # a compiled one does not tell
    return dict(zip(cls.__match_args__[-len(found) :], found, strict=True)) if found else {}


def replace(old: Value, **changes: Any) -> Value:
    """The value with other fields, as :func:`dataclasses.replace` gives."""
    names: tuple[str, ...] = type(old).__match_args__  # type: ignore[attr-defined]
    return type(old)(**{name: getattr(old, name) for name in names} | changes)


def _fields(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__match_args__])


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    if self is other:
        return True
    for name in self.__match_args__:
        mine, its = getattr(self, name), getattr(other, name)
        if mine is not its and mine != its:
            return False
    return True


def _hash(self: Any) -> int:
    return hash(_fields(self))


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({told})"


def _same(default: Value) -> Value:
    return default


class _Fields:
    """What :mod:`dataclasses` goes by, made where it is asked for, so that its functions take these values too."""

    def __get__(self, old: object, cls: Any) -> Mapping[str, Any]:
        """The fields of a class, which are kept in it from then on."""
        from dataclasses import field, make_dataclass
        from functools import partial

        defaults = _defaults(cls)
        bare = [name for name in cls.__match_args__ if name not in defaults]
        told = [
            # An empty dictionary is no default for a dataclass, since it could change.
            (
                name,
                Any,
                field(default_factory=partial(_same, default))
                if default.__class__.__hash__ is None
                else field(default=default),
            )
            for name, default in defaults.items()
        ]
        made: Any = make_dataclass(cls.__name__, [*bare, *told])
        cls.__dataclass_fields__ = made.__dataclass_fields__
        found: Mapping[str, Any] = cls.__dataclass_fields__
        return found


#: For the classes that are written out to be compiled (native/values.py), as for those that are made here.
FIELDS = _Fields()
_SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _repr, "__dataclass_fields__": FIELDS}
