"""Cases of a disease: those infected are the dead, the recovered and those under treatment.

"ليرتفع عدد الإصابات إلى 1063، تماثلت منها 583 للشفاء، وتخضع 9 للعلاج، ووافت المنية 471"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.claims.slips import is_slip
from checker.model import Hedge, Outcome, Relation, RelationKind
from checker.relations.arithmetic import adds_up, low
from checker.relations.evidence import Placed

#: The account follows within so many sentences and figures.
_NEAR, _AHEAD = 3, 8
#: … and those under treatment in its sentence or the next.
_BESIDE = 1
#: Fewer cases than this are told one by one.
_LEAST = 10
#: An account may be wrong by so many cases.
_LITTLE = 3
_SURE, _LIKELY = 1.0, 0.7


class _Account(NamedTuple):
    dead: Placed
    recovered: Placed
    treated: list[Placed]


def balances(placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """The account of each count of cases that is followed by all three."""
    for whole in placed:
        if whole.draft.outcome is not Outcome.INJURED or low(whole.draft) < _LEAST or whole.draft.whole is not None:
            continue
        account = _account(whole, placed)
        if account is None:
            continue
        readings = list(_readings(whole, account, placed))
        parts = next((parts for parts in readings if _made(whole, parts)), readings[0])
        drafts = [p.draft for p in parts]
        exact = _made(whole, parts)
        if exact or _typed_wrong(low(whole.draft), [low(draft) for draft in drafts]):
            yield Relation(
                RelationKind.SUM,
                whole=ids[whole.index],
                parts=tuple(ids[index] for index in sorted(p.index for p in parts)),
                complete=True,
                confidence=_SURE if exact else _LIKELY,
                reasons=("the dead, the recovered and those under treatment",),
            )


def _typed_wrong(number: int, parts: Sequence[int]) -> bool:
    """Whether a digit typed wrong in one figure, or a few cases, explain that the parts do not make the number.

    Accounts that leave people out are told as well: "توفي 90، وتعافى 800، ويوجد 12 في العناية المركزة".
    """
    missed = number - sum(parts)
    meant = [(number, number - missed), *((n, n + missed) for n in parts if n >= _LEAST)]
    return abs(missed) <= _LITTLE or any(is_slip(a, b) for a, b in meant if b > 0)


def _readings(whole: Placed, account: _Account, placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Which figures may be meant, the one that is taken where none makes the whole first.

    The last treated may be counted among those before them; the dead may be
    told in front of the cases, and behind them those of one province.
    """
    before = [p for p in placed[max(0, whole.index - _AHEAD) : whole.index] if _can_be_dead(p, whole)]
    for dead in (account.dead, *reversed(before)):
        for count in range(1, len(account.treated) + 1):
            yield [dead, account.recovered, *account.treated[:count]]


def _can_be_dead(p: Placed, whole: Placed) -> bool:
    near = whole.context.position - p.context.position <= _NEAR
    return near and p.draft.outcome is Outcome.KILLED and p.draft.whole is None and low(p.draft) > 0


def _made(whole: Placed, parts: Sequence[Placed]) -> bool:
    return adds_up(whole.draft, [p.draft for p in parts])


def _account(whole: Placed, placed: Sequence[Placed]) -> _Account | None:
    """The dead, the recovered and the treated told right behind a count of cases, each smaller than it."""
    dead = recovered = None
    treated: list[Placed] = []
    for p in placed[whole.index + 1 : whole.index + 1 + _AHEAD]:
        number = low(p.draft)
        if p.context.position - whole.context.position > _NEAR:
            break
        if not 0 < number < low(whole.draft) or p.draft.mention.hedge is Hedge.VAGUE:
            continue
        if p.draft.outcome is Outcome.KILLED:
            dead = dead or p
        elif p.draft.outcome is Outcome.OTHER:
            recovered = recovered or p
        elif p.draft.outcome is Outcome.INJURED and p.context.position - whole.context.position <= _BESIDE:
            treated.append(p)
    return _Account(dead, recovered, treated) if dead and recovered and treated else None
