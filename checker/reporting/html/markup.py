"""HTML, built so that no text of an article, a path or a rule can become markup."""

from __future__ import annotations

from html import escape

from checker.reporting.bidi import by_script
from checker.reporting.inert import clean


class Markup(str):
    """A piece of finished HTML: what is not one is escaped wherever it is put."""

    __slots__ = ()


def safe(text: str) -> Markup:
    """Text or markup as markup; in text, control characters are shown and not obeyed."""
    return text if isinstance(text, Markup) else Markup(escape(clean(text)))


def join(*pieces: str, between: str = "") -> Markup:
    """Pieces one after another."""
    return Markup(safe(between).join(map(safe, pieces)))


def tag(name: str, *inside: str, **attributes: str | bool | None) -> Markup:
    """An element; a trailing ``_`` of an attribute's name falls away, ``_`` inside becomes ``-``.

    An attribute that is None or False is left out, one that is True has no value.
    """
    head = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        head.append(attribute if value is True else f'{attribute}="{safe(str(value))}"')
    return Markup(f"<{' '.join(head)}>{join(*inside)}</{name}>")


def ltr(text: str) -> Markup:
    """A calculation, an id or a path, which keeps its own order inside an Arabic sentence."""
    return tag("bdi", text, dir="ltr")


def sentence(text: str, arithmetic: str) -> Markup:
    """A sentence in which the arithmetic, if it is there, and names of the other script keep their order."""
    pieces = [safe(piece) if not apart else tag("bdi", piece) for piece, apart in by_script(clean(text))]
    told = join(*pieces)
    shown = safe(arithmetic)
    return Markup(told.replace(shown, ltr(arithmetic), 1)) if arithmetic else told
