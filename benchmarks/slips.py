"""Slips of the hand, planted in figures: a digit or a number word next to the right one."""

from __future__ import annotations

from random import Random

_WORDS = (
    ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
    ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
)
_STEPS = (-1, -1, 1, 1, 2, 3)


def slip(number: str, chance: Random) -> str | None:
    """Another number, as a hand slips: one more or less, a digit changed, added or lost; None for other spellings."""
    for row in _WORDS:
        if number in row:
            place = row.index(number)
            return row[chance.choice([place + step for step in _STEPS if 0 <= place + step < len(row)])]
    if not (number.isascii() and number.isdigit()) or int(number) < 2:
        return None
    made = _digits(number, chance)
    return made if made != number and int(made) > 1 else str(int(number) + 1)


def _digits(number: str, chance: Random) -> str:
    kind = chance.random()
    if kind < 0.5:
        return str(int(number) + chance.choice((-2, -1, 1, 1, 2)))
    if kind < 0.65:
        return number + str(chance.randrange(10))
    if kind < 0.8 and len(number) > 1:
        return number[:-1]
    place = chance.randrange(len(number))
    return number[:place] + chance.choice("123456789") + number[place + 1 :]
