"""Order and isolation of Arabic and Latin text on one line."""

from __future__ import annotations

import re
from unicodedata import bidirectional

_LRI, _PDI = "\u2066", "\u2069"
#: Direction marks and isolates: their work is done once a line is in visual order.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRONG = {"L": "L", "R": "R", "AL": "R"}


def base_direction(text: str) -> str:
    """``R`` if the first letter with a direction is written from the right, else ``L``."""
    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), "L")


def visual(line: str, base: str) -> str:
    """One line in the order in which a terminal that knows no bidi must print it.

    Terminals such as VTE and Konsole reorder by themselves and must be given
    logical order, so this is done on request only. Break a paragraph into
    lines first, and give each the ``base`` direction of the paragraph.
    """
    # The older of python-bidi's two algorithms: the newer one does not mirror brackets.
    from bidi.algorithm import get_display

    return str(get_display(_CONTROLS.sub("", line), base_dir=base))


def isolate(text: str) -> str:
    """Latin text or a calculation that keeps its own order inside an Arabic sentence."""
    return f"{_LRI}{text}{_PDI}"
