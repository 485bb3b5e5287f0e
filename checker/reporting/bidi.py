"""Visual order for terminals that do not reorder Arabic themselves."""

from __future__ import annotations


def visual(text: str) -> str:
    """The text in the order in which a left-to-right terminal must print it (python-bidi).

    Terminals such as VTE and Konsole reorder by themselves and must be given
    logical order, which is why this is done on request only.
    """
    from bidi import get_display

    return "\n".join(str(get_display(line)) for line in text.split("\n"))
