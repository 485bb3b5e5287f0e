"""A figure that is a toll's: "عدد القتلى … إلى 5", "ارتفع إلى 5 عدد القتلى"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.numbers.hedges import bounds
from checker.arabic.numbers.lexicon import number_lexicon
from checker.claims.counted import parse_phrase
from checker.claims.draft import Decision, Draft
from checker.claims.fates import is_fate
from checker.claims.marks import COMMAS, MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_between, harm_between
from checker.claims.tagging import Harm, Tagged
from checker.model import Hedge, Outcome
from checker.values import replace

#: How many tokens may stand between a toll and its figure.
TOLL_REACH = 40
#: … where the figure stands in front and no "to" leads to it.
_BESIDE = 3
#: Between the two figures of a toll may stand where the first comes from.
_REVISED = 8
#: From "the number of" to what happened to those of whom it is.
_NUMBER_OF = 8
#: Words of what a toll in a caption is of.
_CAPTION = 5
#: Words between a toll and people by whom its happening or place is called.
_NAMED = 5
_BY, _BY_THE = "ب", "بال"


def toll_before(
    passage: Passage, mention: Mention, phrase: NounPhrase, left: Harm, drafts: Sequence[Draft]
) -> Harm | None:
    """An announced toll whose figure the mention is, over other verbs: "عدد الذين قتلوا … 5"."""
    tagged = passage.tagged
    for harm in reversed(passage.harms):
        if harm.first > left.first or harm.kind != "toll" or _is_named_in(passage, harm):
            continue
        told = any(d.last > harm.first for d in drafts) and clause_between(tagged, harm.last, mention.first)
        if told or mention.first - harm.last > TOLL_REACH or any(d.first >= harm.last for d in drafts):
            return None
        if harm is not left and not (_is_linked(tagged, harm) or _moves_to(tagged, mention.first)):
            return None
        led = _is_linked(tagged, harm) and not tagged.cue(harm.first - 1, "object_of")
        if left.kind == "noun" and left.last == mention.first and left.outcome is not harm.outcome:
            return None  # "كانت حصيلة الحادث إصابة سبعة"
        if _is_told_of(tagged, harm, mention.first):
            return None
        named = harm.last - harm.first == 1 and phrase.head is not None and not led
        if named and clause_between(tagged, harm.last, mention.first):
            return None  # "عن الضحايا، فقالت إن 1500 طفل …"
        told = _is_announced(tagged, harm, mention.first) or _exceeds(tagged, mention)
        return harm if told or _is_caption(passage, harm, mention, phrase) else None
    return None


def _is_told_of(tagged: Tagged, toll: Harm, first: int) -> bool:
    """ "ارتفعت حصيلة الهجوم الذي شارك فيه 40 مسلحا إلى 12": what a toll that rises is of, in front of its figure."""
    before = toll.first - 1
    while tagged.cue(before, "number_of"):
        before -= 1
    if not tagged.cue(before, "rise") or tagged.word(first - 1, "to"):
        return False
    between = range(toll.last, first)
    led = any(tagged.word(k, "to") or tagged.word(k, "toll_links") for k in between)  # "الجرحى الذي كان 90"
    return not led and any(tagged.cue(k, "relative") for k in between)


def _is_named_in(passage: Passage, toll: Harm) -> bool:
    """ "ارتفاع حصيلة ضحايا حريق مركز مصابي الوباء إلى 30": people by whom the place of another toll is called."""
    tagged = passage.tagged
    if toll.last - toll.first > 1 or toll.joined or not toll.first or tagged.definite(toll.first):
        return False
    for harm in passage.harms:
        if harm.kind == "toll" and harm is not toll and 0 < toll.first - harm.last <= _NAMED:
            between = range(harm.last, toll.first)
            plain = all(
                tagged.tokens[k].kind == "word" and not tagged.cue(k, "toll_links") and not tagged.joined(k)
                for k in between
            )
            if plain and _is_linked(tagged, harm):
                return True
    return False


def _is_caption(passage: Passage, toll: Harm, mention: Mention, phrase: NounPhrase) -> bool:
    """ "شهداء العدوان على الجنوب 3961": nothing but a toll, of what, and its figure."""
    tagged, end = passage.tagged, mention.last
    ends = end >= passage.sentence.last or tagged.tokens[end].kind != "word"
    begins = toll.first == passage.sentence.first or tagged.tokens[toll.first - 1].kind == "punct"
    if not (ends and begins and phrase.head is None and mention.kind == "number") or toll.last == mention.first:
        return False
    between = range(toll.last, mention.first)
    return len(between) <= _CAPTION and all(
        tagged.definite(k) or (tagged.cue(k, "place_of") and k > toll.last) for k in between
    )


def _past_aside(tagged: Tagged, toll: Harm, end: int) -> bool:
    """ "والقتلى، وفق المصدر، ثلاثة من …": an aside in commas stands between the toll and its figure."""
    tokens = tagged.tokens
    begins = (
        toll.joined or not toll.first or tokens[toll.first - 1].kind != "word" or tagged.cue(toll.first - 1, "clause")
    )
    aside = end - toll.last > _BESIDE and tokens[toll.last].text in COMMAS and tokens[end - 1].text in COMMAS
    return begins and aside


def _in_dozens(tagged: Tagged, toll: Harm, end: int) -> bool:
    """ "قتلى الميليشيا وحلفائها بالعشرات": how many those are who were just named, and whose they are."""
    near = end - toll.last <= _CAPTION and tagged.tokens[end].norm.startswith(_BY_THE)
    return near and all(
        tagged.tokens[k].kind == "word" and not tagged.cue(k, "clause") and not tagged.cue(k, "prepositions")
        for k in range(toll.last, end)
    )


def _exceeds(tagged: Tagged, mention: Mention) -> bool:
    """Whether the hedge in front of the number is a verb of the toll: "ضحايا الألغام … تخطى 10 آلاف"."""
    return any(tagged.cue(k, "exceeds") for k in range(mention.first, mention.number_first))


def exceeding(tagged: Tagged, mention: Mention, toll: Harm) -> Mention:
    """ "وتجاوز عدد الذين غرقوا هذا العام 2250": the verb of a toll bounds its figure, however far behind."""
    if toll.kind != "toll" or mention.hedge is not Hedge.EXACT or mention.min is None:
        return mention
    k = toll.first - 1
    while tagged.cue(k, "number_of"):
        k -= 1
    if not tagged.cue(k, "exceeds") or toll.last > mention.first:
        return mention
    numbers = number_lexicon()
    norm = tagged.tokens[k].norm
    verb = numbers.verbs.get(norm) or numbers.verbs.get(norm[1:])
    if verb is None:
        return mention
    denied = k > 0 and tagged.tokens[k - 1].norm in numbers.hedge_lists["negators"]
    hedge = verb.denied if denied else verb.hedge
    low, high = bounds(hedge, mention.min)
    return replace(mention, hedge=hedge, min=low, max=high)


def _moves_to(tagged: Tagged, i: int) -> bool:
    """Whether a toll rises or falls to the figure at ``i``, right in front of it: "… ارتفعت إلى 46"."""
    return tagged.word(i - 1, "to") and (tagged.cue(i - 2, "rise") or tagged.cue(i - 2, "fall"))


def _is_linked(tagged: Tagged, toll: Harm) -> bool:
    """Whether "بلغ" or the like stands right before the toll."""
    if tagged.cue(toll.first, "rise"):
        return True  # "ارتفاع قتلى غرق المركب … إلى 27"
    before = toll.first - 1
    while tagged.cue(before, "number_of"):
        before -= 1  # "يرتفع إجمالي عدد القتلى"
    moves = tagged.cue(before, "rise") or tagged.cue(before, "fall")
    linked = tagged.cue(before, "toll_links") and not is_fate(tagged, before, "about")  # "رووا عن شهداء البلدة"
    return moves or linked or tagged.cue(before, "among")


def _is_announced(tagged: Tagged, toll: Harm, end: int) -> bool:
    """Whether a linking word leads from an announced toll to its figure."""
    tokens = tagged.tokens
    if end - toll.last <= 1 or _is_linked(tagged, toll):
        return True
    if toll.last - toll.first > 1 and not any(
        tokens[k].text in MARKS or tagged.cue(k, "clause") for k in range(toll.last, end)
    ):
        return True
    if tagged.cue_before(end, "breakdown") is not None:
        return True  # "القتلى يتوزعون بواقع 16 في البلدة و4 في الجوار"
    if tagged.cue(end - 1, "receives") and not clause_between(tagged, toll.last, end):
        return True  # "توزع المصابون على مستشفيات البلدة التي استقبلت 26"
    tail = range(max(toll.last, end - 3), end)
    if _past_aside(tagged, toll, end) or _in_dozens(tagged, toll, end):
        return True
    numbered = end > toll.last and tagged.cue(end - 1, "number_of_them")
    return numbered or any(tokens[k].text == ":" or tagged.word(k, "toll_links") for k in tail)


def announced_behind(passage: Passage, mention: Mention) -> Decision | None:
    """ "ارتفع إلى 5 عدد القتلى", "ارتفع إلى 9 بينهم طفل عدد القتلى": the toll behind its figure."""
    tagged = passage.tagged
    told = tagged.word(mention.first - 1, "to")
    estimated = tagged.tokens[mention.first].norm[0] == "ب" and mention.span.start > tagged.tokens.start(mention.first)
    if not told and not estimated:
        return None
    reach = TOLL_REACH if told else _BESIDE  # "وتقدر اللجنة بألفين، عدد الذين ماتوا"
    for harm in passage.harms:
        behind = 0 <= harm.first - mention.last <= reach and not tagged.joined(harm.first)
        if harm.kind == "toll" and behind:
            apart = [k for k in range(mention.last, harm.first) if tagged.tokens[k].text not in COMMAS]
            told_apart = bool(apart) and tagged.cue(apart[0], "partitive")
            if told_apart or not apart:
                return harm.outcome, "toll", harm
            break
    return _number_of_those(passage, mention.last) if told else None


def _number_of_those(passage: Passage, k: int) -> Decision | None:
    """ "يرتفع إلى 3855 عدد الجنود الذين قتلوا": those whose number it is, by what happened to them."""
    tagged = passage.tagged
    if not tagged.word(k, "number_of"):
        return None
    for harm in passage.harms:
        who = harm.first if harm.kind == "toll" else harm.first - 1
        known = tagged.definite(k + 1) or (_is_several(tagged, k + 1) and tagged.definite(k + 2))  # "جنود الاحتلال"
        if k < harm.first <= k + _NUMBER_OF and tagged.cue(who, "relative") and known:
            return harm.outcome, "toll", harm
    return None


def _is_several(tagged: Tagged, k: int) -> bool:
    noun = tagged.roles[k].noun
    return noun is not None and noun.group is not None and noun.number == "plural"


def summed_up(passage: Passage, index: int, phrase: NounPhrase) -> Decision | None:
    """A headline that names the toll behind its figure: "157 شخصا … حصيلة الضحايا"."""
    if passage.mentions[index].first - passage.sentence.first > 1 or not phrase.known:
        return None
    for harm in passage.harms:
        if harm.kind == "toll" and harm.last - harm.first > 1:
            return harm.outcome, "toll", harm
    return None


def goes_to(passage: Passage, mention: Mention, before: Draft) -> bool:
    """ "من 20 إلى 25", "إلى 25 قتيلا، من 20": the figure that a toll rises or falls to, or that it has risen from."""
    first, second = before.mention.first - 1, mention.first - 1
    if (mention.min or 0) < (before.mention.min or 0) and passage.tagged.word(second, "of"):
        beside = second - before.last <= (passage.tagged.tokens[before.last].text in COMMAS)
        start = max(passage.sentence.first, first - TOLL_REACH)
        risen = passage.tagged.word(first, "to") and any(passage.tagged.cue(k, "rise") for k in range(start, first))
        return beside and risen
    return (
        first >= 0
        and passage.tagged.word(first, "of")
        and passage.tagged.word(second, "to")
        and second - before.last <= (_REVISED if before.harm is not None and before.harm.kind == "toll" else 2)
        and not harm_between(passage, before.last, second)
    )


def rises_from(passage: Passage, index: int, phrase: NounPhrase) -> Outcome | None:
    """ "ارتفع العدد من 20 إلى 25 إصابة": what a toll rises or falls from has its noun behind the next."""
    mentions, tagged = passage.mentions, passage.tagged
    if index + 1 >= len(mentions) or phrase.head is not None or not tagged.word(mentions[index].first - 1, "of"):
        return None
    mention, following = mentions[index], mentions[index + 1]
    if following.first - mention.last != 1 or not tagged.word(mention.last, "to") or following.kind != "number":
        return None
    start = max(passage.sentence.first, mention.first - TOLL_REACH)
    moves = [k for k in range(start, mention.first) if tagged.cue(k, "rise") or tagged.cue(k, "fall")]
    if not moves or clause_between(tagged, moves[-1], mention.first):
        return None
    behind = parse_phrase(tagged, following, passage.sentence.last)
    return None if behind.loose else behind.outcome


def changes_by(tagged: Tagged, mention: Mention, left: Harm | None) -> bool:
    """ "تراجع عدد القتلى بـ4": by so many, which is a difference and no count."""
    first = mention.first
    if left is None or left.kind != "toll" or mention.kind != "number" or first - left.last > _BESIDE:
        return False
    by = tagged.tokens[first - 1].norm == _BY or tagged.word(first - 1, "by_so_many")
    if not by and not (tagged.tokens[first].norm[0] == _BY and mention.span.start > tagged.tokens.start(first)):
        return False
    verb = left.first - 1
    if tagged.cue(verb, "rise") or tagged.cue(verb, "fall"):
        return True
    return any(is_fate(tagged, k, "exceeds_by") for k in range(verb, verb - _BESIDE, -1))


def tolls_none(tagged: Tagged, mention: Mention, left: Harm | None) -> bool:
    """ "عدد القتلى صفر", "بقي عدد القتلى عند صفر"."""
    beside = left is not None and left.kind == "toll" and left.last == mention.first
    return beside or tagged.cue(mention.first - 1, "toll_links")
