"""Arabic in Latin letters, for tools and readers without Arabic script."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camel_tools.utils.charmap import CharMapper


def buckwalter(text: str) -> str:
    """The text in Buckwalter's letter-for-letter transliteration (camel-tools' ``ar2bw``)."""
    return str(_mapper().map_string(text))


@cache
def _mapper() -> CharMapper:
    from camel_tools.utils.charmap import CharMapper

    return CharMapper.builtin_mapper("ar2bw")
