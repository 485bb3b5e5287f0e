"""Filling the words of a rule with figures.

Article text may end up in a message (a source's name), so nothing of it is
ever read as a template: one pass over the template, and what is filled in is
not looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z_]+)\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with each ``{name}`` replaced; an unknown name stays as it is."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), template)


def places(template: str) -> set[str]:
    """The names that a template asks for."""
    return set(_PLACE.findall(template))
