"""Figures that are parts of another figure, and totals told apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome, Relation, RelationKind
from checker.relations.arithmetic import adds_up, low, one_slip, stated
from checker.relations.balance import balances
from checker.relations.changes import rises
from checker.relations.evidence import Placed
from checker.relations.incidents import incident_sums, nearest_statement
from checker.relations.nearly import nearly_all, nearly_spelt_out, rest_behind
from checker.relations.shares import shares
from checker.relations.spread import spreads
from checker.relations.totals import totals_behind

SURE, LIKELY, POSSIBLE = 1.0, 0.85, 0.6
#: How many sentences behind a lump of killed and injured the two may be told apart.
_NEAR = 3
#: The opening of the body: so many sentences behind the headline.
_OPENING = 2
#: A headline's "dozens of dead and injured" is told apart up to so many times further down.
_FURTHER = 2
#: A toll so far filled by the next figure goes on in it.
_FILLED = 0.9
#: "And another" stands so close behind the last who is counted.
_ANOTHER = 6
#: "In addition to" stands so close in front of the people it adds.
_ADDED = 3


def find_sums(
    tagged: Tagged, placed: Sequence[Placed], groups: Sequence[Sequence[int]], ids: Mapping[int, str]
) -> list[Relation]:
    """All sums of a document; ``groups`` are the claims (by index) of one figure each."""
    same = {index: tuple(group) for group in groups for index in group}
    index_of = {claim: index for index, claim in ids.items()}
    listed = [*_spread(tagged, placed, ids), *_listed(placed, same, ids)]
    told_apart = list(_told_apart(placed, same, ids))
    spelt = frozenset(index_of[part] for relation in (*listed, *told_apart) for part in relation.parts)
    spelt |= {p.index for p in placed if _not_counted(tagged, p.draft)}
    found = [
        *_stated_parts(tagged, placed, ids),
        *told_apart,
        *balances(placed, ids),
        *_grown(tagged, placed, ids),
        *_totals_behind(tagged, placed, ids),
        *_told_again(placed, same, ids),
        *_lumped(placed, same, ids),
        *listed,
        *incident_sums(placed, same, ids, spelt),
        *_shares(tagged, placed, ids),
    ]
    unique: dict[frozenset[str], Relation] = {}
    for relation in found:
        unique.setdefault(frozenset(relation.parts), relation)
    return list(unique.values())


def _sum(
    whole: int, parts: Sequence[int], ids: Mapping[int, str], complete: bool, confidence: float, reason: str
) -> Relation:
    return Relation(
        RelationKind.SUM,
        whole=ids[whole],
        parts=tuple(ids[p] for p in parts),
        complete=complete,
        confidence=confidence,
        reasons=(reason,),
    )


def _stated_parts(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "بينهم …", "منهم …", "هم …": the text itself says what is a part of what."""
    index_of = {id(p.draft): p.index for p in placed}
    lists: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    key = (-1, 0)
    for p in placed:
        if p.draft.whole is not None:
            whole = index_of[id(p.draft.whole)]
            goes_on = p.draft.path == "joined" and key[0] == whole and lists[key][-1].index == p.index - 1
            key = key if goes_on else (whole, _list_of(p))
            if p.draft.rest:
                key = next((k for k in reversed(lists) if k[0] == whole), key)
            lists[key].append(p)
    for (whole, _), parts in lists.items():
        drafts = [p.draft for p in parts]
        exact = len(parts) > 1 and adds_up(placed[whole].draft, drafts)
        added = None if exact else _added(tagged, placed, parts[-1]) or _of_another_outcome(placed, parts[-1])
        if added is not None and adds_up(placed[whole].draft, [*drafts, added.draft]):
            yield _sum(whole, [*(p.index for p in parts), added.index], ids, True, SURE, "stated as parts")
            continue
        # "رجل وزوجته و3 من أطفالهما"; "و3 جنود، إضافة إلى السائق"
        uncounted = any(p.context.beside for p in parts) or _goes_on_with(tagged, parts[-1].draft)
        uncounted = uncounted or _begins_with_another(tagged, drafts[0]) or _leaves_out(tagged, drafts)
        told = len(parts) > 1 and any(draft.complete for draft in drafts) and not uncounted
        rest = None if len(parts) > 1 or drafts[0].complete else _rest(placed, placed[whole], parts[-1])
        if rest is not None:
            yield _sum(whole, [*(p.index for p in parts), rest.index], ids, True, LIKELY, "the part and the rest")
            continue
        others = None if len(parts) > 1 or drafts[0].complete else rest_behind(tagged, placed, placed[whole], parts[-1])
        if others is not None:
            yield _sum(whole, [parts[0].index, others.index], ids, True, POSSIBLE, "the part and the others")
            continue
        if not (exact or told) and nearly_all(tagged, placed[whole], parts):
            yield _sum(whole, [p.index for p in parts], ids, True, POSSIBLE, "parts that leave no one out")
            continue
        run = len(parts) > 2 and drafts[0].phrase.of_before and parts[-1].index - parts[0].index == len(parts) - 1
        shared = len(parts) > 1 and all(draft.phrase.of_before for draft in drafts)
        spread = len(parts) > 1 and all(_at_a_place(tagged, draft) for draft in drafts)
        slip = (shared or spread) and _ends(tagged, drafts[-1]) and one_slip(placed[whole].draft, drafts)
        complete = exact or told or run or slip
        sure = SURE if told or exact or not complete else LIKELY if run or shared else POSSIBLE
        yield _sum(whole, [p.index for p in parts], ids, complete, sure, "stated as parts")


def _at_a_place(tagged: Tagged, part: Draft) -> bool:
    """ "أنقذت 31 شخصا، منهم 12 في الوادي و19 في الساحل": a number alone, and where."""
    return part.phrase.head is None and tagged.word(part.last, "place_of")


def _added(tagged: Tagged, placed: Sequence[Placed], last: Placed) -> Placed | None:
    """Who is added to a list behind its last member: "هم ستة مدنيين وثلاثة جنود إضافة إلى المهاجمين الخمسة"."""
    if _goes_on_with(tagged, last.draft):
        for p in placed[last.index + 1 : last.index + 2]:
            draft = p.draft
            near = draft.sentence == last.draft.sentence and draft.first - last.draft.last <= _ADDED
            if near and draft.whole is None and draft.outcome is last.draft.outcome:
                return p
    return None


def _of_another_outcome(placed: Sequence[Placed], last: Placed) -> Placed | None:
    """Who stands right behind a list and fared otherwise: "6 حالات؛ حالتان حرجتان وحالتان متوسطتان وحالتا وفاة"."""
    for p in placed[last.index + 1 : last.index + 2]:
        draft = p.draft
        beside = draft.sentence == last.draft.sentence and draft.first - last.draft.last <= 1
        if beside and draft.whole is None and draft.mention.joined and draft.outcome is not last.draft.outcome:
            return p
    return None


def _begins_with_another(tagged: Tagged, first: Draft) -> bool:
    """ "هم الطيار ومهندس وراكبان": someone stands in front of the first who is counted."""
    return tagged.joined(first.first) and tagged.cue_before(first.first, "breakdown") is None


def _goes_on_with(tagged: Tagged, last: Draft) -> bool:
    """Whether a word of adding stands right behind the last member of a list, or "and another" close behind it."""
    stop = last.sentence.last
    added = any(tagged.cue(k, "besides") for k in range(last.last, min(last.last + 2, stop)))
    near = range(last.last, min(last.last + _ANOTHER, stop))
    return added or any(tagged.joined(k) and tagged.cue(k, "other_one") for k in near)


def _ends(tagged: Tagged, last: Draft) -> bool:
    """Whether no clause goes on with who is left: "71 في مستشفى المدينة و34 في مستشفى القرية، فيما نقل الآخرون …"."""
    return not any(tagged.cue(k, "clause") for k in range(last.last, last.sentence.last))


def _leaves_out(tagged: Tagged, drafts: Sequence[Draft]) -> bool:
    """Whether a list of single persons names one between two of them whom no word counts: "ضابط ورقيب وجندي"."""
    return any(
        tagged.joined(k) or tagged.tokens[k].norm.startswith("و")
        for a, b in itertools.pairwise(drafts)
        if a.mention.kind == b.mention.kind == "single"
        for k in range(a.last, b.first)
    )


def _rest(placed: Sequence[Placed], whole: Placed, part: Placed) -> Placed | None:
    """The figure that fills what the only part leaves: "6450 نازحا، استقر 4100 منهم هنا، ولجأ 2350 إلى …"."""
    for p in placed[part.index + 1 : part.index + 2]:
        alike = p.draft.outcome is whole.draft.outcome and p.draft.sentence == part.draft.sentence
        if alike and p.draft.whole is None and adds_up(whole.draft, [part.draft, p.draft]):
            return p
    return None


def _list_of(part: Placed) -> int:
    """What tells the list of a part from others of its whole: -1 in the whole's own sentence."""
    draft = part.draft
    if draft.phrase.definite_victims:
        return part.index
    if draft.whole is None or draft.sentence == draft.whole.sentence:
        return -1
    return -2 - draft.sentence.first


def _told_apart(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """ "القتلى هم 17 عاملا و4 سائقين": a list that is said to be all of a known toll, its nearest statement."""
    index_of = {id(p.draft): p.index for p in placed}
    lists: dict[int, list[Placed]] = defaultdict(list)
    for p in placed:
        if p.draft.tells is not None:
            lists[index_of[id(p.draft.tells)]].append(p)
    for whole, parts in lists.items():
        if len(parts) > 1:
            again = (
                k for k in same.get(whole, ()) if k < parts[0].index and _number(placed[k]) == _number(placed[whole])
            )
            yield _sum(max(again, default=whole), [p.index for p in parts], ids, True, LIKELY, "a list of all of them")


def _number(p: Placed) -> tuple[int | None, int | None]:
    return p.draft.mention.min, p.draft.mention.max


def _grown(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "لترتفع إلى 27 بعد انتشال تسع جثث، وكانت 18": the earlier toll and who was counted since make the new one."""
    for before, more, after in rises(tagged, placed):
        parts = sorted((before.index, more.index))
        yield _sum(after.index, parts, ids, True, LIKELY, "an earlier toll and those counted since")


def _not_counted(tagged: Tagged, draft: Draft) -> bool:
    """ "وأصيب إطفائي إصابة طفيفة ولا يدخل ضمن الإحصائية"."""
    return tagged.cued("not_counted", draft.last, draft.sentence.last)


def _spread(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "توزع المصابون على مستشفيات، استقبل الأول 7، والثاني 4"."""
    for whole, parts, exact in spreads(tagged, placed):
        yield _sum(
            whole.index, [p.index for p in parts], ids, True, LIKELY if exact else POSSIBLE, "spread over places"
        )


def _totals_behind(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "58 في الشمال و41 في الشرق … وبذلك يبلغ إجمالي الوفيات 99"."""
    for whole, parts, confidence in totals_behind(tagged, placed):
        yield _sum(whole.index, [p.index for p in parts], ids, True, confidence, "the total behind its parts")


def _shares(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "أثقل حصيلة بالولاية بوفاة 7، تليها المدينة بـ 5 وفيات"."""
    for whole, parts in shares(tagged, placed):
        yield _sum(whole.index, [p.index for p in parts], ids, False, POSSIBLE, "some of a toll")


def _told_again(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A figure that a second telling of the toll tells apart; the nearest statement of it."""
    for p in reversed(placed):
        if p.apart:
            exact = adds_up(p.draft, [placed[k].draft for k in p.apart])
            whole = nearest_statement(placed, p.index, min(p.apart), same)
            yield _sum(whole, sorted(p.apart), ids, True, LIKELY if exact else POSSIBLE, "told apart the second time")


def _lumped(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A toll of killed and injured in one, and the two told apart."""
    pairs = list(_pairs(placed))
    told: set[int] = set()
    wholes = [p for p in placed if p.draft.outcome is Outcome.CASUALTIES and low(p.draft) and not p.draft.whole]
    first = pairs[0][0].index if pairs else 0
    wholes.sort(key=lambda p: (p.index > first, -p.index))  # the nearest in front of the first pair
    for p in wholes:
        if p.index in told:
            continue
        others = [pair for pair in pairs if p not in pair]
        further = (pair for pair in _pairs(placed, reach=1) if p not in pair)
        exact = next((pair for pair in (*others, *further) if adds_up(p.draft, [q.draft for q in pair])), None)
        if exact is not None:
            yield _sum(p.index, [q.index for q in exact], ids, True, SURE, "killed and injured")
        elif (parts := _all_pairs(p, others)) is not None:
            yield _sum(p.index, parts, ids, True, LIKELY, "killed and injured of all")
        elif (near := _near_pair(p, others)) is not None and not _goes_on(p, near, placed):
            yield _sum(p.index, [q.index for q in near], ids, True, LIKELY, "killed and injured")
        else:
            continue
        told.update(same.get(p.index, ()))


def _pairs(placed: Sequence[Placed], reach: int = 0) -> Iterator[tuple[Placed, ...]]:
    """Killed and injured told side by side, in the order of the text; parts of the first may stand between.

    Where the first is a list ("10 جنود و3 عمال"), all of it is added. The
    second may stand ``reach`` sentences further on.
    """
    for a, b in itertools.pairwise(placed):
        while b.draft.whole is a.draft and b.index + 1 < len(placed):
            b = placed[b.index + 1]
        outcomes = {a.draft.outcome, b.draft.outcome}
        near = b.context.position - a.context.position <= reach
        if (
            outcomes == {Outcome.KILLED, Outcome.INJURED}
            and near
            and (a.draft.whole is None) == (b.draft.whole is None)
        ):
            yield (*_list_before(placed, a), a, b)


def _list_before(placed: Sequence[Placed], last: Placed) -> list[Placed]:
    """The figures that ``last`` goes on with in a list of one outcome."""
    found: list[Placed] = []
    here = last
    while here.draft.path == "joined" and here.draft.whole is None and here.index > 0:
        here = placed[here.index - 1]
        if here.draft.outcome is not last.draft.outcome or here.draft.sentence != last.draft.sentence:
            break
        found.insert(0, here)
    return found


def _all_pairs(whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> list[int] | None:
    """The pairs behind the whole that make it together: the first two or more, each figure once."""
    parts: list[Placed] = []
    for pair in pairs:
        if pair[0].index > (parts[-1].index if parts else whole.index):
            again = bool(parts)
            parts.extend(pair)
            if again and adds_up(whole.draft, [p.draft for p in parts]):
                return [p.index for p in parts]
    return None


def _near_pair(whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> tuple[Placed, ...] | None:
    """The one pair told right behind the whole, where it must be the same people."""
    behind = [pair for pair in pairs if pair[0].index > whole.index]
    vague = whole.draft.mention.hedge is Hedge.VAGUE
    if not behind or (vague and not whole.draft.sentence.in_title):
        return None
    pair = behind[0]
    distance = pair[0].context.position - whole.context.position
    far = _FURTHER if vague else 1
    fits = distance <= _NEAR * far and pair[0].index - whole.index <= 2 * far
    drafts = [p.draft for p in pair]
    made_with_one_more = pair[0].context.own_death and low(whole.draft) - sum(map(low, drafts)) == 1
    told = _headline_alone(whole, pair) or one_slip(whole.draft, drafts)
    explained = vague or (told and not made_with_one_more)
    return pair if fits and explained and pair[0].context.turns == whole.context.turns else None


def _headline_alone(whole: Placed, pair: Sequence[Placed]) -> bool:
    """Whether a headline's only figure is told apart in the opening, where no other number can be meant."""
    opening = pair[0].context.position <= _OPENING and not (whole.context.several or pair[0].context.several)
    exact = all(p.draft.mention.hedge is Hedge.EXACT for p in (whole, *pair))
    return whole.draft.sentence.in_title and len(whole.pattern) == 1 and opening and exact


def _goes_on(whole: Placed, pair: tuple[Placed, ...], placed: Sequence[Placed]) -> bool:
    """Whether the figure behind the pair all but fills what it leaves open: victims told day by day."""
    made, aim = sum(low(p.draft) for p in pair), low(whole.draft)
    if made >= aim:
        return False
    return any(
        p.draft.outcome in (Outcome.KILLED, Outcome.INJURED)
        and p.draft.whole is None
        and p.draft.path != "reference"
        and aim * _FILLED <= made + low(p.draft) <= aim
        for p in placed[pair[-1].index + 1 : pair[-1].index + 2]
    )


def _listed(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A list "ضابط و3 جنود" that spells out a total told elsewhere."""
    for run in runs(placed):
        drafts = [q.draft for q in run]
        told = _spelt_out(placed, run, same)
        wholes = [
            p
            for p in placed
            if p.draft.outcome is drafts[0].outcome
            and p.draft.whole is None
            and p.draft.sentence != drafts[0].sentence
            and adds_up(p.draft, drafts)
        ]
        before = [p for p in wholes if p.index < run[0].index] or [
            p for p in wholes if p.context.position - run[0].context.position <= _NEAR
        ]
        if before:
            yield _sum(before[-1].index, [q.index for q in run], ids, True, LIKELY, "a list that makes the total")
        elif told is not None:
            yield _sum(told.index, [q.index for q in run], ids, True, POSSIBLE, "a list in the place of the total")
        elif (near := nearly_spelt_out(placed, run)) is not None:
            yield _sum(near.index, [q.index for q in run], ids, True, POSSIBLE, "a list that all but makes the total")


def _spelt_out(placed: Sequence[Placed], run: Sequence[Placed], same: Mapping[int, tuple[int, ...]]) -> Placed | None:
    """The total that a list stands for though it does not make it.

    Either the headline's only figure of the outcome, which the lead tells as a
    list; or the figure beside a toll that is told again beside the list.
    """
    first = run[0]
    outcome = first.draft.outcome
    for q in placed:
        if q.draft.outcome is not outcome or q.draft.whole is not None or q.index >= first.index:
            continue
        if any(placed[k].draft.sentence == first.draft.sentence for k in same.get(q.index, ())):
            continue
        alone = sum(o.draft.outcome is outcome and o.draft.sentence == q.draft.sentence for o in placed) == 1
        if not alone or not _near(q, run):
            continue
        if q.draft.sentence.in_title and first.lead and not first.context.several and q.index not in same:
            return q
        beside = {o.index for o in placed if o.draft.sentence == q.draft.sentence and o.index != q.index}
        again = {o.index for o in placed if o.draft.sentence == first.draft.sentence}
        if any(set(same.get(b, ())) & again for b in beside):
            return q
    return None


def _near(whole: Placed, run: Sequence[Placed]) -> bool:
    """Whether one slip explains the difference."""
    return (stated(whole.draft) or 0) > 1 and one_slip(whole.draft, [p.draft for p in run])


def runs(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Lists of two or more figures of one outcome in a sentence, parts of a stated whole left out."""
    run: list[Placed] = []
    for p in placed:
        last: Draft | None = run[-1].draft if run else None
        goes_on = (
            last is not None
            and (p.draft.path == "joined" or p.draft.mention.joined)
            and run[-1].index == p.index - 1
            and last.outcome is p.draft.outcome
            and last.sentence == p.draft.sentence
        )
        if not goes_on:
            if len(run) > 1:
                yield run
            run = []
        run = [*run, p] if p.draft.whole is None and p.draft.tells is None else []
    if len(run) > 1:
        yield run
