"""Lists that spell out a total told elsewhere: "ضابط و3 جنود"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.claims.draft import Draft
from checker.claims.slips import is_longer
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Relation
from checker.relations.arithmetic import adds_up, one_slip, stated
from checker.relations.changes import rises
from checker.relations.evidence import Placed
from checker.relations.nearly import nearly_spelt_out
from checker.relations.sum_relation import LIKELY, POSSIBLE, sum_of

#: How many sentences behind a list its total may be told.
_NEAR = 3
#: "Of one family" stands so close behind those who are counted.
_FAMILY = 3


def spelt_lists(
    tagged: Tagged, placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A list "ضابط و3 جنود" that spells out a total told elsewhere."""
    lists = list(runs(tagged, placed))
    grown = rises(tagged, placed) if lists else ()
    passed = frozenset(p.index for rise in grown for p in (rise.before, *rise.more))
    for run in lists:
        drafts = [q.draft for q in run]
        told = _spelt_out(tagged, placed, run, same)
        wholes = [
            p
            for p in placed
            if p.draft.outcome is drafts[0].outcome
            and p.draft.whole is None
            and not p.list_total  # "ضابط و4 جنود", and further down "ضابط و3 جنود"
            and p.draft.sentence != drafts[0].sentence
            and adds_up(p.draft, drafts)
        ]
        before = [p for p in wholes if p.index < run[0].index] or [
            p for p in wholes if p.context.position - run[0].context.position <= _NEAR
        ]
        if before:
            yield sum_of(before[-1].index, [q.index for q in run], ids, True, LIKELY, "a list that makes the total")
        elif told is not None:
            yield sum_of(told.index, [q.index for q in run], ids, True, POSSIBLE, "a list in the place of the total")
        elif (near := nearly_spelt_out(tagged, placed, run, passed)) is not None:
            yield sum_of(near.index, [q.index for q in run], ids, True, POSSIBLE, "a list that all but makes the total")


def _spelt_out(
    tagged: Tagged, placed: Sequence[Placed], run: Sequence[Placed], same: Mapping[int, tuple[int, ...]]
) -> Placed | None:
    """The total that a list stands for though it does not make it.

    Either the headline's only figure of the outcome, which the lead tells as a
    list; or the figure beside a toll that is told again beside the list.
    """
    first = run[0]
    outcome = first.draft.outcome
    for q in placed:
        if q.draft.outcome is not outcome or q.draft.whole is not None or q.index >= first.index:
            continue
        if _heads_the_list(tagged, q, run):
            return q
        if any(placed[k].draft.sentence == first.draft.sentence for k in same.get(q.index, ())):
            continue
        if any(stated(p.draft) == stated(q.draft) for p in run):
            continue  # it is told again in the list: "وأصيب 20 آخرون و3 من رجال الأمن"
        alone = sum(o.draft.outcome is outcome and o.draft.sentence == q.draft.sentence for o in placed) == 1
        if not alone or not _near(q, run):
            continue
        if q.draft.sentence.in_title and first.lead and not first.context.several and q.index not in same:
            return q
        if q.index not in same and _is_of_a_family(tagged, q.draft) and _tells_each(q, run):
            return q
        beside = {o.index for o in placed if o.draft.sentence == q.draft.sentence and o.index != q.index}
        again = {o.index for o in placed if o.draft.sentence == first.draft.sentence}
        if any(set(same.get(b, ())) & again for b in beside):
            return q
    return None


def _heads_the_list(tagged: Tagged, title: Placed, run: Sequence[Placed]) -> bool:
    """ "وفاة خمسة أشخاص" over "وفاة خمسة رجال وسيدة": the headline counts people, the lead men, and a woman more."""
    first, head = run[0], title.draft.phrase.head
    noun = tagged.roles[head].noun if head is not None and title.draft.sentence.in_title else None
    people = noun is not None and noun.generic and title.draft.group in WIDE_GROUPS
    alone = first.lead and not (first.context.several or title.context.several) and len(title.pattern) == 1
    others = all(p.draft.group is not first.draft.group and p.draft.mention.kind == "single" for p in run[1:])
    men = first.draft.victims_key != title.draft.victims_key and stated(first.draft) == stated(title.draft)
    return people and alone and others and men


def _is_of_a_family(tagged: Tagged, draft: Draft) -> bool:
    """ "إصابة 32 آخرين من أسرة واحدة"."""
    nouns = (tagged.roles[k].noun for k in range(draft.mention.last, min(draft.last + _FAMILY, draft.sentence.last)))
    return any(noun is not None and noun.household for noun in nouns)


def _tells_each(whole: Placed, run: Sequence[Placed]) -> bool:
    """Whether a family's members are told one by one, "طفل وطفلة وخادمة", and a digit more is all that differs."""
    one_by_one = len(run) > 2 and all(p.draft.mention.kind == "single" for p in run)
    near = run[0].context.position - whole.context.position <= _NEAR and run[0].context.turns == whole.context.turns
    return one_by_one and near and is_longer(stated(whole.draft) or 0, len(run))


def _is_one_case(tagged: Tagged, draft: Draft) -> bool:
    """ "و3 وفيات بالساحل، وحالة وفاة واحدة بالجبل": "and" stands at the noun, which its number follows."""
    return draft.mention.kind == "number" and draft.first < draft.mention.first and tagged.joined(draft.first)


def _near(whole: Placed, run: Sequence[Placed]) -> bool:
    """Whether one slip explains the difference."""
    return (stated(whole.draft) or 0) > 1 and one_slip(whole.draft, [p.draft for p in run])


def runs(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Lists of two or more figures of one outcome in a sentence, parts of a stated whole left out."""
    run: list[Placed] = []
    for p in placed:
        last: Draft | None = run[-1].draft if run else None
        goes_on = (
            last is not None
            and (p.draft.path == "joined" or p.draft.mention.joined or _is_one_case(tagged, p.draft))
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
