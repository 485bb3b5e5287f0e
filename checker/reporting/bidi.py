"""Order and isolation of Arabic and Latin text on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
#: Direction marks and isolates: their work is done once a line is in visual order.
_CONTROLS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
#: Arabic words with what stands between them: as names stand in a sentence of another script.
_LETTERS = "[\u0621-\u065f\u066e-\u06d3\u06fa-\u06ff]+"
_ARABIC_RUN = rf"{_LETTERS}(?:[\u0020\u00a0\u00ab\u00bb\u060c\"'-]+{_LETTERS})*"
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

    return str(get_display(re.sub(_CONTROLS, "", line), base_dir=base))


def isolate(text: str) -> str:
    """Latin text or a calculation that keeps its own order inside an Arabic sentence."""
    return f"{_LRI}{text}{_PDI}"


def by_script(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a sentence, each with whether it is Arabic that needs to be set apart.

    In a sentence from left to right a figure behind an Arabic name would move
    to the other side of it. A sentence from right to left is one piece.
    """
    if base_direction(text) == "R":
        yield text, False
        return
    at = 0
    for run in re.finditer(_ARABIC_RUN, text):
        yield text[at : run.start()], False
        yield run[0], True
        at = run.end()
    yield text[at:], False


def isolate_arabic(text: str) -> str:
    """A sentence from left to right whose Arabic names keep their own order."""
    return "".join(f"{_RLI}{piece}{_PDI}" if apart else piece for piece, apart in by_script(text))
