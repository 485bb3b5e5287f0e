"""Figures that are parts of another figure, and totals told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import Relation
from checker.relations.apposed import apposed
from checker.relations.arithmetic import adds_up
from checker.relations.balance import balances
from checker.relations.by_group import told_over_tolls
from checker.relations.causes import one_cause_of_many
from checker.relations.changes import rises
from checker.relations.completed import completed
from checker.relations.died_since import died_since
from checker.relations.evidence import Placed
from checker.relations.incidents import incident_sums, nearest_statement
from checker.relations.killed_and_injured import killed_and_injured
from checker.relations.parallel import parallels
from checker.relations.shares import shares
from checker.relations.spelt_lists import spelt_lists
from checker.relations.spread import spreads
from checker.relations.stated_parts import stated_parts
from checker.relations.sum_relation import LIKELY, POSSIBLE, sum_of, toll_of
from checker.relations.totals import totals_behind

#: The reason of a sum whose headline states one of the parts: the two are one figure all the same.
ONE_CAUSE = "the headline's toll, cause by cause"


def find_sums(
    tagged: Tagged, placed: Sequence[Placed], groups: Sequence[Sequence[int]], ids: Mapping[int, str]
) -> list[Relation]:
    """All sums of a document; ``groups`` are the claims (by index) of one figure each."""
    same = {index: tuple(group) for group in groups for index in group}
    index_of = {claim: index for index, claim in ids.items()}
    listed = [*_spread(tagged, placed, ids), *spelt_lists(tagged, placed, same, ids)]
    told_apart = list(_told_apart(placed, same, ids))
    spelt = frozenset(index_of[part] for relation in (*listed, *told_apart) for part in relation.parts)
    spelt |= {p.index for p in placed if _not_counted(tagged, p.draft)}
    found = [
        *stated_parts(tagged, placed, ids),
        *told_apart,
        *balances(placed, ids),
        *_apposed(tagged, placed, ids),
        *_grown(tagged, placed, ids),
        *_died_since(placed, ids),
        *_totals_behind(tagged, placed, ids),
        *_told_again(placed, same, ids),
        *_told_over_tolls(placed, same, ids),
        *killed_and_injured(tagged, placed, same, ids),
        *listed,
        *incident_sums(tagged, placed, same, ids, spelt),
        *_shares(tagged, placed, ids),
        *_one_cause(tagged, placed, ids),
    ]
    found += list(_parallels(tagged, placed, tuple(found), same, ids))
    explained = {index_of[claim] for relation in found if relation.complete for claim in relation.members}
    explained |= {k for index in explained for k in same.get(index, ())}
    found += _completed(tagged, placed, frozenset(explained), ids)
    unique: dict[frozenset[str], Relation] = {}
    for relation in found:
        unique.setdefault(frozenset(relation.parts), relation)
    return list(unique.values())


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
            yield sum_of(
                max(again, default=whole), [p.index for p in parts], ids, True, LIKELY, "a list of all of them"
            )


def _number(p: Placed) -> tuple[int | None, int | None]:
    return p.draft.mention.min, p.draft.mention.max


def _grown(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "لترتفع إلى 27 بعد انتشال تسع جثث، وكانت 18": the earlier toll and who was counted since make the new one."""
    for before, more, after in rises(tagged, placed):
        parts = sorted((before.index, *(p.index for p in more)))
        yield sum_of(after.index, parts, ids, True, LIKELY, "an earlier toll and those counted since")


def _apposed(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "38 قتيلا: 17 جنديا و14 مقاتلا وسبعة مدنيين"."""
    for whole, parts, exact in apposed(tagged, placed):
        sure = LIKELY if exact else POSSIBLE
        yield sum_of(whole.index, [p.index for p in parts], ids, True, sure, "a total and those told right behind it")


def _died_since(placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "10 قتلى و9 جرحى … وتوفي اثنان من المصابين": 12 dead, 7 hurt."""
    for whole, parts in died_since(placed):
        yield sum_of(whole.index, [p.index for p in parts], ids, True, LIKELY, "those of the hurt who died since")


def _not_counted(tagged: Tagged, draft: Draft) -> bool:
    """ "وأصيب إطفائي إصابة طفيفة ولا يدخل ضمن الإحصائية"."""
    return tagged.cued("not_counted", draft.last, draft.sentence.last)


def _spread(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "توزع المصابون على مستشفيات، استقبل الأول 7، والثاني 4"."""
    for whole, parts, exact in spreads(tagged, placed):
        yield sum_of(
            whole.index, [p.index for p in parts], ids, True, LIKELY if exact else POSSIBLE, "spread over places"
        )


def _totals_behind(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "58 في الشمال و41 في الشرق … وبذلك يبلغ إجمالي الوفيات 99"."""
    for whole, parts, confidence in totals_behind(tagged, placed):
        yield sum_of(whole.index, [p.index for p in parts], ids, True, confidence, "the total behind its parts")


def _parallels(
    tagged: Tagged,
    placed: Sequence[Placed],
    sums: Sequence[Relation],
    same: Mapping[int, tuple[int, ...]],
    ids: Mapping[int, str],
) -> Iterator[Relation]:
    """ "قتل 7 وأصيب 9 … قتل شخصان وأصيب 4 … قتل 5 وأصيب 5"."""
    index_of = {claim: index for index, claim in ids.items()}
    made = {relation.whole for relation in sums if relation.complete}
    for whole, parts, exact in parallels(tagged, placed, sums, index_of, same):
        if ids[whole.index] in made:
            continue
        sure = LIKELY if exact else POSSIBLE
        yield sum_of(whole.index, [p.index for p in parts], ids, True, sure, "told beside a sum of another outcome")


def _completed(
    tagged: Tagged, placed: Sequence[Placed], done: frozenset[int], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """ "قضى 14 في مكان الحادث، وتوفي أربعة في المستشفى" of 19."""
    for whole, parts in completed(tagged, placed, done):
        yield sum_of(whole.index, [p.index for p in parts], ids, True, POSSIBLE, "figures that leave no one out")


def _shares(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "أثقل حصيلة بالولاية بوفاة 7، تليها المدينة بـ 5 وفيات"."""
    for whole, parts in shares(tagged, placed):
        yield sum_of(whole.index, [p.index for p in parts], ids, False, POSSIBLE, "some of a toll")


def _one_cause(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "81 وفاة" over "81 وفاة نتيجة الحوادث، و15 وفاة نتيجة الحرائق …"."""
    for whole, parts in one_cause_of_many(tagged, placed):
        yield toll_of(whole.index, [p.index for p in parts], ids, False, POSSIBLE, ONE_CAUSE)


def _told_over_tolls(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """ "مقتل 39 طفلا … بينهم 36 طفلا … بينهم طفل وسيدتان … طفلين"."""
    for whole, parts in told_over_tolls(placed, same):
        yield sum_of(whole.index, [p.index for p in parts], ids, True, LIKELY, "a group told over several tolls")


def _told_again(
    placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A figure that a second telling of the toll tells apart; the nearest statement of it."""
    for p in reversed(placed):
        if p.apart:
            exact = adds_up(p.draft, [placed[k].draft for k in p.apart])
            whole = nearest_statement(placed, p.index, min(p.apart), same)
            yield sum_of(whole, sorted(p.apart), ids, True, LIKELY if exact else POSSIBLE, "told apart the second time")
