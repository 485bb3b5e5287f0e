"""Tolls that rise or fall: "ارتفعت الحصيلة من 20 إلى 25", "بعدما كانت 20"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import Outcome, Relation, RelationKind
from checker.relations.arithmetic import adds_up, hand_slip, low
from checker.relations.evidence import Placed, agree
from checker.relations.trends import trends

#: An earlier count is told within so many sentences of the later one.
_NEAR = 2
#: The word of rising stands so close in front of the new count.
_TOLL = 24
#: "Up to 35, from 31": the earlier count stands so close behind the new one.
_BACK = 3
#: … and those who make the difference among so many figures in front of it.
_RECENT = 60
#: The word for a total stands so close in front of it, and so many counts with their tolls are compared.
_BESIDE_IT, _MOST = 6, 30
_LIKELY = 0.8
#: A count so many times as large as the next is not the earlier one of the same toll.
_FAR = 3
#: The dead stand so many figures in front of the missing in their sentence.
_BESIDE = 3
#: So many more figures may be added to the first of those counted since.
_MORE = 3
_place = attrgetter("index")


def find_changes(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> list[Relation]:
    """Rises, falls and superseded counts."""
    steps = [*_from_to(tagged, placed, ids), *_risen(tagged, placed, ids), *trends(tagged, placed, ids)]
    return [*steps, *_updates(tagged, placed, ids)]


def _from_to(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "ارتفع من 20 إلى 25", with "بعد وفاة 5" where it is told."""
    for a, b, sign in _steps(tagged, placed):
        told = [ids[p.index] for p in (a, *_difference(tagged, max(a, b, key=_place), placed), b)]
        yield Relation(RelationKind.CHANGE, tuple(told), sign=sign, reasons=("a toll that changes",))


def _steps(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed, int]]:
    """Neighbours that a toll is said to change from and to, with the sign of the change."""
    for a, b in itertools.pairwise(placed):
        x, y = a.draft, b.draft
        if x.sentence != y.sentence or x.outcome is not y.outcome:
            continue
        of, to = (tagged.word(x.mention.first - 1, word) for word in ("of", "to"))
        back = to and tagged.word(y.mention.first - 1, "of") and y.mention.first - x.last <= _BACK
        if not back and not (of and tagged.word(y.mention.first - 1, "to")):
            continue
        sign = _direction(tagged, x.sentence.first, x.mention.first)
        if sign:
            yield (b, a, sign) if back else (a, b, sign)


def _risen(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "ارتفعت إلى 13 بعد انتشال 3 جثث، وكانت الحصيلة السابقة 10"; the three in any order."""
    for rise in _rises(tagged, placed):
        told = tuple(ids[p.index] for p in (rise.before, *rise.more, rise.after))
        yield Relation(RelationKind.CHANGE, told, sign=1, confidence=_LIKELY, reasons=("a toll that changes",))


class Rise(NamedTuple):
    """An earlier count, who was counted since, and the new count."""

    before: Placed
    more: tuple[Placed, ...]
    after: Placed


def rises(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Rise]:
    """New counts that are told together with the earlier one and with those counted since."""
    for before, after, sign in _steps(tagged, placed):
        more = _difference(tagged, max(before, after, key=_place), placed) or _told_before(before, after, placed)
        if sign > 0 and more:
            yield Rise(before, more, after)
    yield from _rises(tagged, placed)


def _rises(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Rise]:
    stepped = {after.index for _, after, _ in _steps(tagged, placed)}  # "من 20 إلى 25": its earlier count is told
    for after in placed:
        if after.draft.whole is not None or after.index in stepped or not is_risen(tagged, after.draft):
            continue
        more = _difference(tagged, after, placed) or _more_before(after, placed)
        if not more:
            continue
        behind, ahead = placed[after.index + 1 :], reversed(placed[: after.index])
        before = next((p for p in (*behind, *ahead) if p not in more and _was(p, after)), None)
        if before is None:
            before = next((p for p in behind if p not in more and _may_have_been(tagged, p, more, after)), None)
        if before is None and tagged.cue(more[0].draft.mention.first - 1, "by_so_many"):
            before = _counted_from(tagged, more[-1], placed)
        if before is None:
            beside = [p for p in behind if p.draft.sentence == after.draft.sentence]
            told = (*beside, *reversed(placed[: min(more[0].index, after.index)]))
            before = next((p for p in told if _makes(p, more, after)), None)
        if before is None:
            continue
        made = [before.draft, *(p.draft for p in more)]
        if more[0].draft.sentence == after.draft.sentence or adds_up(after.draft, made):
            yield Rise(before, more, after)


def _counted_from(tagged: Tagged, more: Placed, placed: Sequence[Placed]) -> Placed | None:
    """ "بزيادة 48 شهيدا على حصيلة أمس البالغة 36123": the count that the difference is told of."""
    for p in placed[more.index + 1 : more.index + 2]:
        x, y = more.draft, p.draft
        alike = y.sentence == x.sentence and y.outcome is x.outcome and y.whole is None
        if alike and any(tagged.cue(k, "since_before") for k in range(x.last, y.first)):
            return p
    return None


def _told_before(before: Placed, after: Placed, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """ "سجلت 376 إصابة جديدة … وارتفع العدد بذلك من 13842 إلى 14218": those who make the difference, told before."""
    first = min(before.index, after.index)
    return next(
        (
            (p,)
            for p in reversed(placed[max(0, first - _RECENT) : first])
            if _makes(before, (p,), after) and not p.draft.sentence.in_title
        ),
        (),
    )


def _makes(before: Placed, more: Sequence[Placed], after: Placed) -> bool:
    """Whether one figure of an outcome and the others make the last exactly."""
    x, z = before.draft, after.draft
    told = [p.draft for p in more]
    alike = all(x.outcome is y.outcome is z.outcome and y.whole is None and low(y) > 0 for y in told)
    alike = alike and x.whole is None and not x.sentence.in_title and low(x) > 0
    return alike and before not in more and adds_up(z, [x, *told])


def more_since(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """New counts, each with those counted since, where the earlier count is not told."""
    told = {rise.after.index for rise in rises(tagged, placed)}
    for after in placed:
        if after.index not in told and after.draft.whole is None and is_risen(tagged, after.draft):
            for more in _difference(tagged, after, placed)[:1]:
                if low(more.draft) < low(after.draft):
                    yield after, more


def grown_apart(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Counts that make different tolls: "489 حالة ليرتفع الإجمالي إلى 130701 … 575 حالة بإجمالي بلغ 228937".

    They are told of two places, or two days; so are the tolls.
    """
    grown = list(itertools.islice(_grown(tagged, placed), _MOST))
    for (more, toll), (other, another) in itertools.combinations(grown, 2):
        alike = toll.draft.outcome is another.draft.outcome
        if alike and not (agree(more.draft, other.draft) or agree(toll.draft, another.draft)):
            yield from ((more, other), (toll, another))


def _grown(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Each count with the toll that it makes, right behind it in its sentence."""
    for more, toll in itertools.pairwise(placed):
        x, y = more.draft, toll.draft
        counted = x.whole is None is y.whole and not x.earlier and not y.earlier and 0 < low(x) < low(y)
        counted = counted and not tagged.word(x.mention.first - 1, "of")  # "من 20 إلى 25"
        if not counted or x.sentence != y.sentence or x.outcome is not y.outcome or y.path == "joined":
            continue
        total = tagged.cued("in_all", max(x.last, y.first - _BESIDE_IT), y.first)
        if total or is_risen(tagged, y):
            yield more, toll


def is_risen(tagged: Tagged, draft: Draft) -> bool:
    """Whether a toll is said to have risen to this figure: "لترتفع الحصيلة إلى 27", "لتستقر عند 27"."""
    if draft.risen is None:  # many ask
        draft.risen = _is_risen(tagged, draft)
    return draft.risen


def _is_risen(tagged: Tagged, draft: Draft) -> bool:
    first = draft.mention.first
    before = first - 2 if tagged.tokens[first - 1].kind == "punct" else first - 1  # "إلى (74)"
    if not tagged.word(before, "to") and not tagged.word(before, "at"):
        return _has_become(tagged, draft)
    return _direction(tagged, max(draft.sentence.first, first - _TOLL), first) == 1


def _has_become(tagged: Tagged, draft: Draft) -> bool:
    """ "ليصبح العدد الجملي للجثث 19": no number between the word and the count."""
    first = draft.mention.first
    reach = max(draft.sentence.first, first - _TOLL)
    if not tagged.cued("becomes", reach, first):
        return False
    for k in range(first - 1, reach - 1, -1):
        if tagged.cue(k, "becomes"):
            return True
        if tagged.tokens[k].kind == "number" or tagged.cue(k, "clause"):
            return False
    return False


def _was(p: Placed, after: Placed) -> bool:
    """Whether a figure is the earlier count of a toll, told close to it."""
    x, y = p.draft, after.draft
    near = abs(p.context.position - after.context.position) <= _NEAR
    return x.earlier and near and x.outcome is y.outcome and x.whole is None


def _may_have_been(tagged: Tagged, p: Placed, more: Sequence[Placed], after: Placed) -> bool:
    """ "وكانت الوزارة أعلنت مقتل 32", "مقارنة بـ87": the earlier count, if the numbers bear it out."""
    x, y = p.draft, after.draft
    alike = x.outcome is y.outcome and x.whole is None and p.context.position - after.context.position <= _NEAR
    said = tagged.cue(x.sentence.first, "had_been") or tagged.cue_before(x.mention.first, "was") is not None
    made = [x, *(q.draft for q in more)]
    return alike and said and (adds_up(y, made) or (x.sentence == y.sentence and hand_slip(y, made)))


def _difference(tagged: Tagged, after: Placed, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The claims that say by how many the toll has changed, if they stand right behind and say why.

    Those that "and" adds go with the first: "بعد انتشال ثلاث جثث ووفاة اثنين من المصابين".
    """
    y = after.draft
    for p in placed[after.index + 1 : after.index + 3]:
        x = p.draft
        if x.sentence != y.sentence or x.outcome is not y.outcome or x.whole is not None:
            return ()
        if p.index == after.index + 1 and (x.earlier or tagged.cue_before(x.mention.first, "was") is not None):
            continue  # "91 وفاة، مقارنة بـ87 أمس، بعد تسجيل 4 وفيات"
        if any(tagged.cue(k, "since") or tagged.word(k, "by_so_many") for k in range(y.last, x.first)):
            return () if x.earlier else (p, *_added(tagged, p, placed))
    return ()


def _added(tagged: Tagged, first: Placed, placed: Sequence[Placed]) -> Iterator[Placed]:
    """The claims of its outcome that "and" adds to the first of those counted since."""
    last = first.draft
    for p in placed[first.index + 1 : first.index + 1 + _MORE]:
        draft = p.draft
        harm = draft.harm
        joined = draft.mention.joined or (harm is not None and harm.joined and harm.first >= last.last)
        plain = draft.outcome is last.outcome and draft.whole is None and not draft.earlier
        if not (joined and plain) or draft.sentence != last.sentence or draft.mention.first - last.last > _TOLL:
            return
        yield p
        last = draft


def _more_before(after: Placed, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """ "انتشال تسع جثث … لترتفع الحصيلة إلى 27": the claim right in front, in its sentence or the one before."""
    y = after.draft
    for p in reversed(placed[: after.index]):
        x = p.draft
        if after.context.position - p.context.position > 1:
            return ()
        if x.whole is not None or x.outcome is not y.outcome:
            continue
        smaller = 0 < (x.mention.min or 0) < (y.mention.min or 0)
        return (p,) if smaller and not x.earlier and not x.sentence.in_title else ()
    return ()


def _direction(tagged: Tagged, first: int, last: int) -> int:
    """+1 after a word of rising, -1 after one of falling, 0 where neither stands."""
    for k in range(last - 1, first - 1, -1):
        if tagged.cue(k, "rise"):
            return 1
        if tagged.cue(k, "fall"):
            return -1
    return 0


def _updates(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """An earlier count, and the claim of the same outcome that supersedes it."""
    for p in placed:
        if not p.draft.earlier or p.context.background:
            continue  # not "عام 2003 … وكانت الحصيلة 26 قتيلا", of another happening
        others = [
            q
            for q in placed
            if q is not p
            and not q.draft.earlier
            and q.draft.outcome is p.draft.outcome
            and q.draft.whole is None
            and q.draft.group is p.draft.group
            and abs(q.context.position - p.context.position) <= 3
            and not q.context.partly  # "72 ما زالوا يتلقون العلاج" of the 76 who were hurt
        ]
        if others:
            later = max(others, key=lambda q: (q.draft.mention.min or 0, -q.index))
            if low(p.draft) > _FAR * low(later.draft):
                continue  # no toll falls so far: the later figure counts other people
            revised = any(tagged.cue(k, "revised") for k in range(p.draft.sentence.first, p.draft.sentence.last))
            revised = revised or _are_found(p, later, placed)
            yield Relation(
                RelationKind.UPDATE,
                (ids[p.index], ids[later.index]),
                explained=revised,
                confidence=0.7,
                reasons=("an earlier count",),
            )


def _are_found(before: Placed, after: Placed, placed: Sequence[Placed]) -> bool:
    """ "7 قتلى و40 مفقودا … وكانت حصيلة أولية أفادت بقتيلين و45 مفقودا": those no longer missing are among the dead."""
    if before.draft.outcome is not Outcome.MISSING:
        return False
    was, now = (_dead_beside(p, placed) for p in (before, after))
    return was is not None and now is not None and now - was >= low(before.draft) - low(after.draft)


def _dead_beside(missing: Placed, placed: Sequence[Placed]) -> int | None:
    """The number of dead that the sentence of a number of missing tells."""
    for p in reversed(placed[max(0, missing.index - _BESIDE) : missing.index]):
        if p.draft.outcome is Outcome.KILLED and p.draft.sentence == missing.draft.sentence and p.draft.whole is None:
            return low(p.draft)
    return None
