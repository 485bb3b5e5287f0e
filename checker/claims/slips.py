"""Numbers that one slip of a hand makes of each other."""

from __future__ import annotations


def is_slip(a: int, b: int) -> bool:
    """Whether one digit left out, added, changed or swapped with its neighbour makes one number of the other.

    Numbers of one digit are never a slip apart: any of them would be.
    """
    short, long = sorted((str(a), str(b)), key=len)
    if len(long) < 2:
        return False
    if len(short) == len(long):
        return sum(x != y for x, y in zip(short, long, strict=True)) == 1 or is_swapped(a, b)
    return is_longer(a, b)


def is_swapped(a: int, b: int) -> bool:
    """Whether two digits of one number have changed places in the other: 13 and 31."""
    one, other = str(a), str(b)
    wrong = [k for k, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    return len(one) == len(other) and len(wrong) == 2 and sorted(one) == sorted(other)


def is_longer(a: int, b: int) -> bool:
    """Whether one number has a digit that the other has not: 5 and 15."""
    short, long = sorted((str(a), str(b)), key=len)
    return len(long) == len(short) + 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
