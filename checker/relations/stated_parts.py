"""Parts that the text itself states: "بينهم …", "منهم …", "هم …"."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.arabic.lexicon import NOTHING
from checker.claims.draft import Draft
from checker.claims.tagging import Tagged, is_and_verb
from checker.model import Hedge, Outcome, Relation
from checker.relations.arithmetic import adds_up, hand_slip, low, one_slip
from checker.relations.evidence import Placed
from checker.relations.nearly import goes_through, nearly_all, rest_behind, there_and_later
from checker.relations.retinue import his_people
from checker.relations.sum_relation import LIKELY, POSSIBLE, SURE, sum_of

#: Endings of nouns for two, or for one woman.
_ENDINGS = ("ان", "ين", "ه")
#: "وتنزانية".
_NATIONALITY = "يه"
#: "And another" stands so close behind the last who is counted.
_ANOTHER = 6
#: The rest of so large a number may be told so many sentences further on, among the next figures.
_LARGE, _FURTHER, _NEXT = 10, 3, 4
#: "In addition to" stands so close in front of the people it adds.
_ADDED = 3


def stated_parts(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "بينهم …", "منهم …", "هم …": the text itself says what is a part of what."""
    index_of = {id(p.draft): p.index for p in placed}
    lists: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    places: dict[tuple[int, int], tuple[int, int]] = {}
    key = (-1, 0)
    for p in placed:
        if p.draft.whole is not None:
            whole = index_of[id(p.draft.whole)]
            goes_on = p.draft.path == "joined" and key[0] == whole and lists[key][-1].index == p.index - 1
            last = lists[key][-1].draft.last if key in lists and key[0] == whole else None
            here = (whole, _list_of(p))
            key = key if goes_on else places.get(here, here)
            if last is not None and not goes_on:
                if any(tagged.cue(k, "that") for k in range(last, p.draft.first)):
                    key = (whole, p.index)  # "تسلمت 23 جثة …، وإن ستة من أصحابها قاصرون": some of the same people
                elif here in lists and _tells_where(tagged, lists[here][-1].draft, p.draft):
                    key = places[here] = (whole, p.index)  # "بينهم 10 أطفال، 14 منهم في القرية"
                elif here in lists and _is_spread(tagged, last, p.draft.first):
                    key = places[here] = (whole, p.index)  # "حالة 68 منهم بالغة، ويتوزعون على …"
            if p.draft.rest:
                key = next((k for k in reversed(lists) if k[0] == whole), key)
            lists[key].append(p)
    for (whole, _), parts in lists.items():
        drafts = [p.draft for p in parts]
        exact = len(parts) > 1 and adds_up(placed[whole].draft, drafts)
        added = None if exact else _added(tagged, placed, parts[-1]) or _of_another_outcome(placed, parts[-1])
        if added is not None and adds_up(placed[whole].draft, [*drafts, added.draft]):
            yield sum_of(whole, [*(p.index for p in parts), added.index], ids, True, SURE, "stated as parts")
            continue
        # "رجل وزوجته و3 من أطفالهما"; "و3 جنود، إضافة إلى السائق"
        uncounted = any(_leaves_one(p, placed) for p in parts) or _is_open(tagged, placed, parts[-1])
        uncounted = uncounted or _begins_with_another(tagged, drafts[0]) or _leaves_out(tagged, drafts)
        told = len(parts) > 1 and any(draft.complete for draft in drafts) and not uncounted
        rest = None if len(parts) > 1 or drafts[0].complete else _rest(placed, placed[whole], parts[-1])
        if rest is not None:
            yield sum_of(whole, [*(p.index for p in parts), rest.index], ids, True, LIKELY, "the part and the rest")
            continue
        led = his_people(tagged, placed, parts[0]) if len(parts) == 1 else None
        if led is not None and hand_slip(placed[whole].draft, [*drafts, led.draft]):
            yield sum_of(whole, [parts[0].index, led.index], ids, True, LIKELY, "one of them and his people")
            continue
        others = None if exact or drafts[0].complete else rest_behind(tagged, placed, placed[whole], parts)
        if others is not None:
            listed_all = [*(p.index for p in parts), others.index]
            yield sum_of(whole, listed_all, ids, True, POSSIBLE, "the part and the others")
            continue
        if not (exact or told) and nearly_all(tagged, placed[whole], parts):
            yield sum_of(whole, [p.index for p in parts], ids, True, POSSIBLE, "parts that leave no one out")
            continue
        listed = drafts[0].phrase.of_before or all(_says_how_hurt(tagged, draft) for draft in drafts)
        run = len(parts) > 2 and listed and parts[-1].index - parts[0].index == len(parts) - 1
        shared = len(parts) > 1 and all(draft.phrase.of_before for draft in drafts)
        spread = len(parts) > 1 and all(_at_a_place(tagged, draft) for draft in drafts)
        all_dead = there_and_later(tagged, parts)
        near = one_slip if shared or all_dead else hand_slip
        no_one_left = all_dead or _ends_with_the_rest(tagged, drafts)
        known = no_one_left or goes_through(tagged, placed[whole].draft, drafts)
        slip = (shared or spread or known) and _ends(tagged, drafts[-1]) and near(placed[whole].draft, drafts)
        complete = exact or told or run or slip
        sure = SURE if told or exact or not complete else LIKELY if run or shared or no_one_left else POSSIBLE
        yield sum_of(whole, [p.index for p in parts], ids, complete, sure, "stated as parts")


def _is_spread(tagged: Tagged, last: int, first: int) -> bool:
    """Whether people are spread over places there who are not the rest."""
    return tagged.cued("spread", last, first) and not tagged.cued("the_rest", last, first)


def _tells_where(tagged: Tagged, before: Draft, part: Draft) -> bool:
    """Whether some of all are told of by where they were, behind some who were told of by who they are."""
    of_them = part.phrase.of_before and part.phrase.head is None
    who = before.phrase.head is not None and not before.phrase.of_before
    return of_them and who and tagged.word(part.last, "place_of")


def _leaves_one(part: Placed, placed: Sequence[Placed]) -> bool:
    """Whether a person right behind a part is counted by no claim: "وزوجته", not "و4 نساء وطفل"."""
    behind = placed[part.index + 1 : part.index + 2]
    return part.context.beside and not any(p.draft.first <= part.draft.last for p in behind)


def _says_how_hurt(tagged: Tagged, part: Draft) -> bool:
    """ "منهم 5 في حالة خطر، و14 حالتهم متوسطة، و28 إصاباتهم طفيفة": who tells the light cases, too, tells all."""
    hurt = part.outcome is Outcome.INJURED and part.last < part.sentence.last
    return hurt and (tagged.cue(part.last, "injury_degree") or tagged.cue(part.last, "in_state"))


def _at_a_place(tagged: Tagged, part: Draft) -> bool:
    """ "أنقذت 31 شخصا، منهم 12 في الوادي و19 في الساحل": a number alone, and where or when."""
    return part.phrase.head is None and (tagged.word(part.last, "place_of") or tagged.cue(part.last, "on_day"))


def _ends_with_the_rest(tagged: Tagged, parts: Sequence[Draft]) -> bool:
    """ "بينهم 45 طفلا و30 امرأة، أما البقية وعددهم 62 فمن الرجال"."""
    return len(parts) > 1 and tagged.cued("the_rest", parts[-2].last, parts[-1].first)


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
    """Whether a word of adding or one more member stands right behind the last of a list, or "and another" close by."""
    stop = last.sentence.last
    if any(_may_be_another(tagged, k) for k in range(last.mention.last, min(last.last + 1, stop))):
        return True
    added = any(tagged.cue(k, "besides") for k in range(last.last, min(last.last + 2, stop)))
    near = range(last.last, min(last.last + _ANOTHER, stop))
    return added or any(tagged.joined(k) and tagged.cue(k, "other_one") for k in near)


def _is_open(tagged: Tagged, placed: Sequence[Placed], last: Placed) -> bool:
    """Whether a list goes on with its own; "هم أربعة جنود ومدنيان، إلى جانب 11 جريحا" goes on with others."""
    draft = last.draft
    others = (
        q.draft.sentence == draft.sentence
        and q.draft.first - draft.last <= _ADDED
        and q.draft.outcome is not draft.outcome
        for q in placed[last.index + 1 : last.index + 2]
    )
    return _goes_on_with(tagged, draft) and not any(others)


def _may_be_another(tagged: Tagged, k: int) -> bool:
    """Whether an unknown word goes on with a list of people, one or two by its ending: "ستة عمال وحلوانيان"."""
    norm = tagged.tokens[k].norm
    noun = norm.endswith(_NATIONALITY) or (norm.endswith(_ENDINGS) and not is_and_verb(norm))
    return tagged.roles[k] == NOTHING and norm.startswith("و") and noun


def _ends(tagged: Tagged, last: Draft) -> bool:
    """Whether no clause goes on with who is left: "71 في مستشفى المدينة و34 في مستشفى القرية، فيما نقل الآخرون …"."""
    return not any(tagged.cue(k, "clause") for k in range(last.last, last.sentence.last))


def _leaves_out(tagged: Tagged, drafts: Sequence[Draft]) -> bool:
    """Whether a list names someone between two of its members whom no word counts: "رجل وزوجته و3 من أبنائهما"."""
    return any(
        tagged.joined(k) or tagged.tokens[k].norm.startswith("و")
        for a, b in itertools.pairwise(drafts)
        if a.mention.kind == "single"
        for k in range(a.last, b.first if b.mention.kind == "single" else min(a.last + 1, b.first))
    )


def _rest(placed: Sequence[Placed], whole: Placed, part: Placed) -> Placed | None:
    """The figure that fills what the only part leaves: "6450 نازحا، استقر 4100 منهم هنا، ولجأ 2350 إلى …".

    Of a large number it may be told in the next sentences, as the next figure of its outcome.
    """
    for p in placed[part.index + 1 : part.index + 1 + _NEXT]:
        if p.draft.outcome is not whole.draft.outcome:
            continue
        beside = p.draft.sentence == part.draft.sentence and p.index == part.index + 1
        exact = whole.draft.mention.hedge is Hedge.EXACT and low(whole.draft) >= _LARGE
        further = exact and p.context.position - part.context.position <= _FURTHER
        free = p.draft.whole is None and p.context.turns == whole.context.turns
        return p if free and (beside or further) and adds_up(whole.draft, [part.draft, p.draft]) else None
    return None


def _list_of(part: Placed) -> int:
    """What tells the list of a part from others of its whole: -1 in the whole's own sentence."""
    draft = part.draft
    if draft.phrase.definite_victims:
        return part.index
    if draft.whole is None or draft.sentence == draft.whole.sentence:
        return -1
    return -2 - draft.sentence.first
