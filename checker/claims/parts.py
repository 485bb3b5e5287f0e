"""Parts of a figure: "بينهم 14 من أفراد الأمن", "خمسة منهم", "هم 12 جنديا وخمسة مدنيين"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.arabic.lexicon import NOTHING
from checker.claims.among import among_behind
from checker.claims.by_place import are_these, at_place
from checker.claims.draft import Draft
from checker.claims.marks import COMMAS
from checker.claims.next_whole import is_next_whole
from checker.claims.tagging import Harm, Tagged
from checker.model import Group, Hedge, Outcome

#: A part that exceeds its whole is a slip only so many tokens behind it.
_BESIDE = 14
#: "هم" opens a list of all of a figure so close behind it.
_BREAKDOWN = 9
#: Parts exceed their whole by so many at the most, by a slip.
_SLIP = 3
#: … or by such a share of what they spell out, which is one of the so many tolls told last.
_SHARE, _TOLLS = 10, 3
#: Others without a number in front of one of a list are so many at most.
_LISTED = 4
#: "The dead of yesterday", "of the province of so and so": so many words say whose they are.
_WHOSE = 3
#: A place with its name is so long.
_PLACE = 5
#: The next of a list stands so close behind the one before: "وأربعة من أعضاء الهيئة وحارس".
_NEXT = 3
#: So many claims are looked at for those of the sentence before.
_RECENT = 6
#: Who the "victims" of a known toll can be.
_VICTIMS = {Outcome.KILLED, Outcome.CASUALTIES}
#: What may be told of some of those told of before.
_FATES = {
    Outcome.INJURED: (Outcome.INJURED, Outcome.KILLED, Outcome.OTHER),
    Outcome.CASUALTIES: (Outcome.CASUALTIES, Outcome.KILLED, Outcome.INJURED),
    Outcome.MISSING: tuple(Outcome),
    Outcome.KIDNAPPED: tuple(Outcome),
    Outcome.DETAINED: tuple(Outcome),
    Outcome.RESCUED: (Outcome.RESCUED, Outcome.INJURED),
}
#: The ending of several women.
_FEMININE = "ات"
_OPPONENTS = {Group.SECURITY, Group.MILITANTS}


def attach_part(tagged: Tagged, draft: Draft, before: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Say of which claim the draft is a part, if of any.

    ``before`` are the claims of its sentence, ``earlier`` those of the
    sentences before.
    """
    announced = draft.harm is not None and draft.harm.kind == "toll" and not _counted_since(draft.harm, before)
    if announced and (tagged.cue_before(draft.mention.first, "breakdown") is not None or _are(tagged, draft)):
        draft.tells = _spelt_out(draft, before, earlier)
        return
    if before:
        _attach_in_sentence(tagged, draft, before)
        if draft.whole is None and (draft.path == "joined" or _goes_on_by_noun(draft, before[-1])):
            draft.tells = before[-1].tells
    opened = not before and draft.phrase.outcome is not None and tagged.cue_before(draft.mention.first, "partitive")
    if draft.whole is None and not before and _of_them(tagged, draft):
        draft.whole = _of_those(draft, [d for d in earlier[-_RECENT:] if d.sentence.last == draft.sentence.first])
    known = opened or _of_the_victims(draft) or _of_all_victims(tagged, draft)
    known = known or _of_these_people(tagged, draft) or _among_the_victims(tagged, draft)
    if draft.whole is None and known:
        draft.whole = _known_toll(tagged, draft, [*earlier, *before])
    if draft.whole is not None and draft.phrase.of_before and _of_others(tagged, draft, draft.whole, before):
        draft.whole = _of_those(draft, earlier[-2 * _RECENT :])
    if draft.whole is not None and _are_left_of_another(tagged, draft, draft.whole, earlier):
        draft.whole = None
    if draft.whole is not None and draft.phrase.household and tagged.tokens[draft.mention.first - 1].text == "(":
        draft.whole = None  # "600 نازح (100 عائلة)": the same people
    if draft.whole is not None and draft.whole.phrase.household and not draft.phrase.household:
        most = draft.whole.mention.max  # "نزحت 120 أسرة بواقع 700 فرد": people of families, and no part of these
        draft.whole = draft.whole if most is None or (draft.mention.min or 0) <= most else None
    if draft.whole is not None:
        if not _of_these(tagged, draft):
            draft.whole = _that_can_hold(draft, draft.whole, before)
        if draft.whole is not None and draft.path == "joined":
            _give_up(draft, draft.whole, before)
        draft.complete = draft.complete and draft.whole is not None


def are_the_others(tagged: Tagged, draft: Draft) -> bool:
    """ "التسعة الآخرون": all who are left, by the article."""
    return draft.phrase.others and (draft.phrase.definite or tagged.definite(draft.mention.number_first))


def _are_left_of_another(tagged: Tagged, draft: Draft, beside: Draft, earlier: Sequence[Draft]) -> bool:
    """ "23 جريحا … نقل 14 إلى مستشفى، فيما توزع التسعة الآخرون على اثنين": the others, with whom they make a toll."""
    if not are_the_others(tagged, draft) or draft.mention.max is None:
        return False
    made = (beside.mention.min or 0) + (draft.mention.min or 0)
    return any(d.outcome is draft.outcome and d.mention.min == made and d.whole is None for d in earlier)


def _goes_on_by_noun(draft: Draft, previous: Draft) -> bool:
    """ "117 بالرصاص، و23 بشظايا، و248 حالة اختناق": the next of a list has a noun of its own."""
    return draft.path == "noun" and draft.mention.joined and draft.outcome is previous.outcome


def _attach_in_sentence(tagged: Tagged, draft: Draft, before: Sequence[Draft]) -> None:
    previous = before[-1]
    first = draft.mention.first
    named = tagged.definite(previous.mention.number_first)
    after = previous.last + (named and tagged.word(previous.last, "the_rest"))  # "الثلاثة الباقون، وهم طبيب وممرضان"
    rest = tagged.definite(draft.mention.number_first) and tagged.word(draft.mention.last, "the_rest")
    if rest or any(tagged.cue(k, "the_rest") for k in range(after, first)):
        if previous.whole is not None and draft.outcome is previous.outcome:
            draft.whole = previous.whole  # "بينهم 12 أجنبيا والباقون وعددهم 18 …"
            draft.complete = draft.whole.sentence == draft.sentence
        return
    they_are = tagged.cue_before(first, "breakdown") is not None or are_these(tagged, draft.mention, previous)
    if they_are and first - previous.last <= _BREAKDOWN:
        people = draft.phrase.head is not None and not _are_women(tagged, draft)
        outer = people and previous.whole is not None and _are_women(tagged, previous)
        outer = outer or _fills_outer(draft, previous)
        draft.whole = previous.whole if outer else previous  # "بينهم 3 مواطنات، هم طفل ورجل": no women
        draft.complete = not outer
    elif draft.path in ("governed", "subject") and _of_them(tagged, draft):
        draft.whole = _of_those(draft, [*before])
    elif draft.path == "partitive":
        direct = tagged.cue_before(first, "partitive") is not None
        opener = tagged.tokens[first - 1].text
        if opener == "(" and any(
            token.text == ")" for token in tagged.tokens[draft.mention.last : draft.mention.last + 1]
        ):
            opener = tagged.tokens[first - 2].text  # "بينهم (14) طفلا": a number alone in its bracket
        if draft.mention.kind == "one_of" and first - previous.last <= 1 and (previous.mention.min or 0) > 1:
            draft.whole = previous  # "بين القتلى سبعة مدنيين أحدهم طبيب"
            return
        placed = at_place(tagged, previous.mention, previous.phrase)
        if opener == "(" and _in_own_bracket(tagged, previous, draft):
            draft.whole = previous.whole  # "في المدينة (22 شخصا) والقرية (20 شخصا)"
            return
        if opener == "(" and previous.whole is not None and first - previous.last <= (_PLACE if placed else 1):
            draft.whole = previous  # "منهم 62 مدنيا (29 امرأة و11 طفلا)", "منهم 18 في الوادي (12 رجلا و6 نساء)"
            return
        draft.whole = previous.whole if previous.whole is not None and not direct else _whole_for(draft, before)
        draft.complete = (opener in "(:؛" and not _tells_of_some(tagged, draft)) or any(
            tagged.cue(k, "breakdown") for k in range(previous.last, first)
        )
    elif previous.whole is not None and draft.path == "joined" and _opens_inner(tagged, draft, previous):
        draft.whole = previous
    elif draft.path == "joined" and is_next_whole(tagged, draft, before):
        return
    elif previous.whole is not None and draft.path == "joined" and _leaves_inner(tagged, draft, previous):
        draft.whole = previous.whole.whole
        draft.complete = previous.whole.complete and draft.whole is not None
    elif previous.whole is not None and (draft.path == "joined" or _died_otherwise(draft, previous)):
        draft.path = "joined"
        draft.whole = _whole_for(draft, before)
        draft.complete = previous.complete and draft.whole is previous.whole
        inner = draft.whole
        if inner is not None and inner.whole is not None and _leaves(tagged, draft, inner, before):
            draft.whole, draft.complete = inner.whole, inner.complete
    elif draft.path == "noun" and tagged.tokens[first - 1].text == "(" and first - previous.last <= 1:
        draft.whole, draft.complete = previous, True  # "100 شخص (30 قتيلا و70 جريحا)"
    elif draft.path == "noun" and previous.complete and draft.mention.joined and _in_bracket(tagged, previous, draft):
        draft.whole, draft.complete = previous.whole, True
    elif previous.whole is not None and draft.path == "noun" and draft.mention.joined:
        draft.whole = _other_whole(draft, before)
    elif _counts_them(tagged, draft) and previous.phrase.partitive:
        previous.whole = draft


def _tells_of_some(tagged: Tagged, draft: Draft) -> bool:
    """ "أصيب 10 (ثلاثة بترت أرجلهم)": a clause in the bracket says what befell some of them."""
    k = draft.mention.last
    told = tagged.tokens[draft.mention.first - 1].text == "(" and draft.phrase.head is None
    plain = k < draft.sentence.last and tagged.tokens[k].kind == "word" and tagged.roles[k] == NOTHING
    return told and plain and not tagged.particles[k] and not tagged.definite(k)


def _are_women(tagged: Tagged, draft: Draft) -> bool:
    head = draft.phrase.head  # "إصابات" are no women
    return (
        head is not None
        and draft.phrase.outcome is None
        and (draft.group is Group.WOMEN or tagged.tokens[head].norm.endswith(_FEMININE))
    )


def _fills_outer(draft: Draft, previous: Draft) -> bool:
    """ "696 مدنيا بينهم 84 امرأة وهم: 252 …": too many for the part, and not for its whole."""
    whole, many = previous.whole, draft.mention.min or 0
    fits = whole is not None and (whole.mention.max is None or many <= whole.mention.max)
    return fits and previous.mention.max is not None and many > previous.mention.max


def _opens_inner(tagged: Tagged, draft: Draft, previous: Draft) -> bool:
    """ "ستة من الحركة، بينهم قائدها وأربعة من مرافقيه": some of the member before, whose first no word counts."""
    opened = any(tagged.cue(k, "partitive") for k in range(previous.last, draft.mention.first))
    return opened and (draft.mention.min or 0) < (previous.mention.min or 0)


def _leaves_inner(tagged: Tagged, draft: Draft, previous: Draft) -> bool:
    """Whether a list goes on behind the parts of its member before."""
    return _past_bracket(tagged, previous, draft) or _next_place(tagged, draft, previous)


def _died_otherwise(draft: Draft, previous: Draft) -> bool:
    """ "55 من المتوفين قضوا بانهيار المنازل و33 غرقا": a bare number goes on with the list, and says how they died."""
    bare = draft.path == "subject" and draft.mention.joined and draft.phrase.head is None
    same = draft.outcome is previous.outcome
    return same and ((bare and previous.phrase.definite_victims) or _as_before(draft, previous))


def _as_before(draft: Draft, previous: Draft) -> bool:
    """ "5 إصابات؛ حالتان تم نقلهما، وأخرى وضعها حرج": each of a list has words of its own behind it."""
    told = draft.path == "subject" and draft.harm is not None and draft.harm.kind == "behind"
    return told and draft.mention.joined and previous.complete


def _next_place(tagged: Tagged, draft: Draft, previous: Draft) -> bool:
    """Whether a list of places goes on behind a part of one of them: "19 في المدينة، بينهم 3 نساء، و11 في القرية"."""
    whole = previous.whole
    placed = whole is not None and at_place(tagged, whole.mention, whole.phrase)
    return placed and previous.phrase.head is not None and at_place(tagged, draft.mention, draft.phrase)


def take_part(tagged: Tagged, before: Sequence[Draft], whole: Draft) -> None:
    """ "اثنان من الجرحى الثلاثة": the claim before is a part of this known figure."""
    if not before or whole.mention.kind != "number":
        return
    part, head = before[-1], whole.first
    base = tagged.cue_before(head, "out_of")
    if base is not None and part.last == base and part.outcome is whole.outcome and part.whole is None:
        part.whole = whole if (part.mention.max or 0) < (whole.mention.min or 0) else None  # "26 مصابا من أصل 61"
    if not whole.phrase.definite:
        return
    named = part.phrase.partitive and part.phrase.head == head
    beside = part.last + 1 == head or (part.last + 2 == head and tagged.word(part.last + 1, "whole_of"))
    if named or (tagged.word(part.last, "of") and beside and (part.mention.min or 0) < (whole.mention.min or 0)):
        part.whole, part.tells = whole, None


def aim_lists(tagged: Tagged, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Let a list that spells a toll out tell that one of the known tolls which it makes, if it makes any."""
    for told in {id(d.tells): d.tells for d in drafts if d.tells is not None}.values():
        listed = [d for d in drafts if d.tells is told]
        made = sum(d.mention.min or 0 for d in listed)
        known = [d for d in reversed(earlier) if d.outcome is listed[0].outcome and d.whole is None]
        if made != told.mention.min and len(listed) > 1:
            said = tagged.cue_before(listed[0].mention.first, "breakdown") is not None
            toll = next((d for d in known if d.mention.min == d.mention.max == made), told if said else None)
            own = told.sentence == listed[0].sentence  # "الحصيلة 1051 قتيلا، ويتوزعون …": of no other toll, by a slip
            toll = toll or next((d for d in known[: 0 if own else _TOLLS] if _all_but_makes(listed, made, d)), None)
            for draft in listed:
                draft.tells = toll


def _all_but_makes(listed: Sequence[Draft], made: int, toll: Draft) -> bool:
    """Whether a list differs by a slip from a toll that it can spell out."""
    number = toll.mention.min or 0
    largest = max(d.mention.min or 0 for d in listed)
    return largest < number and toll.path != "joined" and abs(made - number) <= max(_SLIP, number // _SHARE)


def drop_lists_of_one(drafts: Sequence[Draft]) -> None:
    """ "واللاجئون وهم 16 مليونا": one figure behind "they are" is the count of those people, and no part."""
    listed = Counter(id(draft.tells) for draft in drafts if draft.tells is not None)
    for draft in drafts:
        if draft.tells is not None and listed[id(draft.tells)] == 1:
            draft.tells = None


def _are(tagged: Tagged, draft: Draft) -> bool:
    """ "إن القتلى 14 رجلا و12 امرأة": the victims alone stand in front of who they were."""
    harm, head = draft.harm, draft.phrase.head
    if harm is None or head is None or harm.last != draft.first or harm.last - harm.first > 1:
        return False
    noun = tagged.roles[head].noun
    people = noun is not None and (noun.group is not None or noun.generic)
    told = draft.phrase.outcome is None and people and not draft.phrase.definite
    begins = harm.first == draft.sentence.first or tagged.cue(harm.first - 1, "clause")
    return told and (begins or tagged.tokens[harm.first - 1].kind == "punct")


def _counted_since(harm: Harm, before: Sequence[Draft]) -> bool:
    """Whether the toll has its figure already: "بلغت الحصيلة 13 قتيلا هم …"."""
    return any(draft.mention.first >= harm.last for draft in before)


def _in_bracket(tagged: Tagged, previous: Draft, draft: Draft) -> bool:
    """Whether both stand in one bracket."""
    opened = tagged.tokens[previous.mention.first - 1].text == "("
    return opened and all(tagged.tokens[k].text != ")" for k in range(previous.last, draft.mention.first))


def _in_own_bracket(tagged: Tagged, previous: Draft, draft: Draft) -> bool:
    """Whether a bracket that holds the claim before alone is closed in front of the draft."""
    opened = tagged.tokens[previous.mention.first - 1].text == "("
    return opened and any(tagged.tokens[k].text == ")" for k in range(previous.last, draft.mention.first))


def _past_bracket(tagged: Tagged, previous: Draft, draft: Draft) -> bool:
    """Whether the parts stand in a bracket that is closed by now: "تسعة أطفال (خمسة صبيان وأربع بنات) وامرأة"."""
    whole, tokens = previous.whole, tagged.tokens
    if whole is None or all(tokens[k].text != ")" for k in range(previous.last, draft.mention.first)):
        return False
    return any(tokens[k].text == "(" for k in range(whole.last, previous.mention.first))


def _of_them(tagged: Tagged, draft: Draft) -> bool:
    """ "وتوفي اثنان منهم", "توفي منهم 40": so many of the people just counted."""
    if draft.phrase.of_before or tagged.cue(draft.mention.first, "one_of_them"):
        return True
    # The recovered are told beside the dead and those under treatment: the account of a disease.
    return draft.outcome is not Outcome.OTHER and tagged.cue_before(draft.mention.first, "partitive") is not None


def _of_others(tagged: Tagged, draft: Draft, whole: Draft, before: Sequence[Draft]) -> bool:
    """Whether "of them" does not mean the claim before.

    Others are named between ("أما الذين قضوا خنقا فقد عرف 16 منهم"), or the
    claim ends a list of people who are all meant ("بين أربع بليغة وخمس بسيطة، ونقل سبعة منهم").
    """
    if any(tagged.cue(k, "as_for") for k in range(whole.last, draft.mention.first)):
        return True
    listed = whole.whole is None and whole.mention.joined and len(before) > 1 and before[-1] is whole
    more = (draft.mention.min or 0) > (whole.mention.max or 0)
    return listed and more and before[-2].outcome is whole.outcome and before[-2].whole is None


def _of_those(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The latest claim of whose people so many died, recovered …: the dead do not, and neither do as few."""
    need = draft.mention.min or 0
    for whole in reversed(told):
        named = whole is told[-1] and whole.phrase.definite_victims and draft.phrase.of_before
        if whole.whole is None or named:  # "نقل 33 من المصابين إلى العاصمة، توفي اثنان منهم"
            may = draft.outcome in _FATES.get(whole.outcome, (whole.outcome,))
            return whole if may and (whole.mention.min or 0) > need and not _is_one(whole) else None
    return None


def _leaves(tagged: Tagged, draft: Draft, inner: Draft, before: Sequence[Draft]) -> bool:
    """Whether a list goes on behind the parts of its last member: "13 مدنيا بينهم 4 أطفال، و8 جنود"."""
    told = sum(d.mention.min or 0 for d in before if d.whole is inner) + (draft.mention.min or 0)
    first = draft.mention.first
    comma = any(tagged.tokens[k].text in COMMAS for k in range(max(0, first - 2), first))
    outer = inner.whole
    filled = sum(d.mention.min or 0 for d in before if d.whole is outer) + (draft.mention.min or 0)
    room = outer is not None and filled <= (outer.mention.max or filled)
    return room and (comma or told > (inner.mention.max or told))


def _that_can_hold(draft: Draft, whole: Draft, before: Sequence[Draft]) -> Draft | None:
    """The whole if the part fits into it, else the whole's own whole, else none.

    A part that is too large is a slip only right behind "among them" or in a
    list that goes on with people of the same side; elsewhere the words count
    other people ("… وقتل 29 منهم").
    """
    holds: Draft | None = whole
    while holds is not None and (_is_one(holds) or not _fits(draft, holds, before)):
        holds = holds.whole
    return holds


def _give_up(draft: Draft, whole: Draft, before: Sequence[Draft]) -> None:
    """Undo a whole that was looked for in other sentences and cannot hold the whole list: it is another figure."""
    parts = [*(d for d in before if d.whole is whole), draft]
    total, most = sum(d.mention.min or 0 for d in parts), whole.mention.max
    of_them = parts[0].phrase.definite_victims  # "6 من القتلى في القرية، واثنان في البلدة" of seven: a slip
    if whole.sentence != draft.sentence and most is not None and total > most + of_them * _SLIP:
        for part in parts:
            part.whole = None


def _is_one(draft: Draft) -> bool:
    return draft.mention.min == 1 and draft.mention.kind != "number"


def _fits(draft: Draft, whole: Draft, before: Sequence[Draft]) -> bool:
    most = whole.mention.max
    parts = [d for d in before if d.whole is whole]
    told = sum(d.mention.min or 0 for d in parts)
    near = bool(parts) and draft.mention.joined and draft.first - parts[-1].last <= _NEXT
    goes_on = near and (parts[-1].complete or parts[0].phrase.of_before)  # "3 منها في الرياض، وأخرى في نجران"
    if parts and told == most and draft.path == "joined" and not goes_on:
        return False  # the list is full: "ومعهم …" counts others
    if most is None or (draft.mention.min or 0) <= most:
        return True
    if draft.path == "joined":
        return {draft.group, whole.group} != _OPPONENTS
    return draft.path == "partitive" and not parts and draft.mention.first - whole.last <= _BESIDE


def _whole_for(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The nearest claim that the part can belong to: its own list's whole, and of its outcome."""
    lists = [d for d in before if d.whole is None]
    if draft.phrase.of_before or not lists:
        return lists[-1] if lists else before[-1].whole or before[-1]
    if before[-1].whole is not None and draft.path != "partitive":
        if draft.outcome is before[-1].outcome:
            return before[-1].whole
        return next((d for d in reversed(lists) if d.outcome is draft.outcome), before[-1].whole)
    if draft.path == "partitive" and draft.outcome is not before[-1].outcome:
        return next((d for d in reversed(lists) if d.outcome is draft.outcome), before[-1])
    return before[-1]


def _other_whole(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """ "أصيب 66 وتوفي 21، بينهم 15 حالة وفاة و40 مصابا": the list goes on, perhaps with another outcome."""
    if draft.outcome is before[-1].outcome:
        whole = before[-1].whole
        told = sum(d.mention.min or 0 for d in before if d.whole is whole) + (draft.mention.min or 0)
        slip = _SLIP if draft.phrase.head is None and draft.outcome is Outcome.INJURED else 0  # "و28 إصاباتهم طفيفة"
        return whole if whole is not None and told <= (whole.mention.max or 0) + slip else None
    need = draft.mention.min or 0
    return next(
        (
            d
            for d in reversed(before)
            if d.whole is None and d.outcome is draft.outcome and (d.mention.min or 0) >= need
        ),
        None,
    )


def _of_the_victims(draft: Draft) -> bool:
    """ "25 من القتلى": some of people whose toll was told."""
    one = draft.mention.kind == "one_of" and draft.phrase.outcome is not None
    some = draft.mention.kind == "number" and draft.mention.hedge is not Hedge.VAGUE  # not "عشرات القتلى"
    return one or (draft.phrase.definite_victims and some)


def _of_all_victims(tagged: Tagged, draft: Draft) -> bool:
    """ "عشرة أشخاص من القتلى قضوا في الشارع": the victims stand behind the noun that is counted."""
    k = draft.last
    behind = k + 1 < draft.sentence.last and tagged.word(k, "of") and tagged.roles[k + 1].victim is not None
    return draft.mention.kind == "number" and behind and tagged.definite(k + 1)


def _of_these_people(tagged: Tagged, draft: Draft) -> bool:
    """ "26 من هؤلاء سقطوا في الجنوب": some of those just told of, by a pronoun alone."""
    head = draft.phrase.head
    return draft.mention.kind == "number" and head is not None and tagged.cue(head, "demonstratives")


def _among_the_victims(tagged: Tagged, draft: Draft) -> bool:
    """ "بين القتلى امرأتان", "طفلين بين القتلى": the victims stand beside it, behind "among"."""
    if _whose(tagged, draft):
        return True
    i = _past_listed(tagged, draft.first, draft.sentence.first) - 1
    victims = i > 0 and tagged.roles[i].victim is not None and tagged.definite(i)
    if victims and (tagged.cue(i - 1, "among") or (tagged.word(i - 1, "whole_of") and tagged.cue(i - 2, "among"))):
        return True  # "من بين مجمل المصابين 26 طفلا"
    leads = i - 2 if tagged.cue(i - 1, "demonstratives") else i - 1  # "ومن هؤلاء القتلى 1200 مدني"
    listed = draft.mention.joined or draft.phrase.head is None  # "عدد من الضحايا وعشرات المصابين"
    if victims and tagged.cue(leads, "of") and not listed and (draft.phrase.head or 0) > i:
        return True  # "ومن القتلى خمسة أطفال"
    told = draft.path == "noun" and draft.harm is None and draft.phrase.outcome is None
    if told and (draft.phrase.of_before or tagged.cue_before(draft.mention.first, "partitive") is not None):
        return True  # "غالبية القتلى أجانب، وبينهم ثمانية أطفال"
    return told and among_behind(tagged, draft.last, draft.sentence.last) is not None


def _whose(tagged: Tagged, draft: Draft) -> range:
    """The words that say whose dead are meant: "بين شهداء أمس 16 طفلا", "بين قتلى محافظة النبطية 3 مسعفين"."""
    for k in range(draft.first - 2, max(draft.sentence.first, draft.first - 1 - _WHOSE), -1):
        if tagged.roles[k].victim is not None and not tagged.definite(k) and tagged.cue(k - 1, "among"):
            return range(k + 1, draft.first)
    return range(0)


def _past_listed(tagged: Tagged, first: int, low: int) -> int:
    """Where a list begins that has others without a number in front: "بين القتلى نساء وأطفال وجندي واحد"."""
    i = first
    while i - 1 > low and first - i < _LISTED and tagged.joined(i):
        noun = tagged.roles[i - 1].noun
        if noun is None or noun.group is None or noun.number != "plural" or tagged.definite(i - 1):
            break
        i -= 1
    return i


def _known_toll(tagged: Tagged, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    outcome = draft.phrase.outcome or draft.outcome
    need = 0 if _of_these(tagged, draft) else draft.mention.min or 0
    loose = draft.phrase.loose or outcome is Outcome.CASUALTIES
    outcomes = _VICTIMS if loose else {outcome}
    dead = outcome is Outcome.KILLED  # "عدد الضحايا 51 … ومن بين القتلى أربعة"
    known = (
        d for d in earlier if (d.outcome in outcomes or (dead and d.loose)) and d.whole is None and d.tells is None
    )
    tolls = [d for d in known if (d.mention.min or 0) >= need]
    now = [d for d in tolls if not _is_compared(tagged, d)]
    candidates = now or tolls
    if not candidates:
        return None
    if loose and draft.outcome is Outcome.CASUALTIES:
        draft.outcome = candidates[-1].outcome  # "اثنان من الضحايا" of those who were told as killed
    return _told_of(tagged, candidates, _whose(tagged, draft)) or _of_all(candidates)


def _told_of(tagged: Tagged, tolls: Sequence[Draft], whose: range) -> Draft | None:
    """The latest toll in whose sentence the words stand that say whose dead are meant."""
    names = {tagged.tokens[k].norm for k in whose}
    for toll in reversed(tolls) if names else ():
        if any(tagged.tokens[k].norm in names for k in range(toll.sentence.first, toll.sentence.last)):
            return toll
    return None


def _of_all(tolls: Sequence[Draft]) -> Draft:
    """The latest toll; of several that one sentence tells one by one, the one before that can hold them."""
    latest = tolls[-1]
    listed = [toll for toll in tolls if toll.sentence == latest.sentence]
    made = sum(toll.mention.min or 0 for toll in listed)
    if len(listed) > 1:
        larger = (d for d in reversed(tolls) if d.sentence != latest.sentence and (d.mention.min or 0) >= made)
        return next(larger, latest)
    return latest


def _is_compared(tagged: Tagged, toll: Draft) -> bool:
    """Whether the toll is an earlier one: "مقارنة بـ87", "بعدما كانت الحصيلة 87"."""
    was = tagged.cue_before(toll.mention.first, "was") is not None
    return was or tagged.cued("earlier", toll.sentence.first, toll.mention.first)


def _of_these(tagged: Tagged, draft: Draft) -> bool:
    """ "71 من هؤلاء الجرحى": of those just told of, however many they were."""
    head = draft.phrase.head
    return head is not None and tagged.cue(head - 1, "demonstratives")


def _spelt_out(draft: Draft, before: Sequence[Draft], earlier: Sequence[Draft]) -> Draft | None:
    """The toll that a list spells out: that of its own sentence if it has one, else the latest of the outcome."""
    own = [d for d in before if d.outcome is draft.outcome]
    if own:
        return own[0] if len(own) == 1 else None  # "مقتل امرأة وثلاثة أطفال … والقتلى هم سيدة وطفلتها"
    for candidate in reversed(earlier):
        if candidate.outcome is draft.outcome and candidate.whole is None and candidate.path != "joined":
            return candidate if (candidate.mention.min or 0) > 1 else None
    return None


def _counts_them(tagged: Tagged, draft: Draft) -> bool:
    """ "الجرحى الذين بلغ عددهم نحو مئة": the number of the people just named."""
    first = draft.mention.first
    return any(tagged.cue(k, "number_of_them") for k in range(max(0, first - 2), first))
