"""Places where a number of people may be stated, before it is known whether one is.

Besides numerals and number words these are duals ("جنديان"), bare singulars
("مقتل جندي"), "one of" ("أحد الجنود") and denials ("لم يصب أحد").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from checker.arabic.lexicon import NUMBERS
from checker.arabic.numbers import TokenQuantity
from checker.arabic.numbers.hedges import bounds, combine, hedge_before
from checker.arabic.numbers.lexicon import number_lexicon
from checker.claims.cases import ACCUSATIVE, is_no_adjective
from checker.claims.denials import denied
from checker.claims.fates import is_fate
from checker.claims.none_of import none_in_front, none_of
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome, Quantity, Span
from checker.values import frozen

#: ``number``: digits or number words · ``dual``, ``single``: the number is in the noun ·
#: ``one_of``: "أحد" · ``rest``: "آخر" · ``zero``: nobody
MentionKind = Literal["number", "dual", "single", "one_of", "rest", "zero"]


@frozen
class Mention:
    """A possible count of people.

    ``first``/``last`` are the tokens of number and hedge, ``number_first``/
    ``number_last`` those of the number alone (exclusive ends); ``after`` is
    the token where the counted noun would begin. For ``dual`` and ``single``
    that is the token itself.
    """

    kind: MentionKind
    first: int
    last: int
    number_first: int
    number_last: int
    after: int
    min: int | None
    max: int | None
    hedge: Hedge
    span: Span
    number: Span
    quantity: Quantity | None = None
    outcome: Outcome | None = None
    """Set where the mention says it itself: zero, and victims words."""
    ambiguous: bool = False
    joined: bool = False
    """Whether "and" stands before it or is attached to it."""


def find_mentions(tagged: Tagged, sentence: Sentence, quantities: list[TokenQuantity]) -> list[Mention]:
    """All mentions of one sentence, in order and without overlaps."""
    taken: set[int] = set()
    mentions = []
    for found in quantities:
        if _is_one_of(tagged, found.number_first) or _are_dead(tagged, found):
            continue
        mention = _from_quantity(tagged, found)
        mentions.append(mention)
        taken.update(range(found.first, found.last))
    for mention in _find_zeros(tagged, sentence):
        if not taken.intersection(range(mention.first, mention.last)):
            mentions.append(mention)
            taken.update(range(mention.first, mention.last))
    words = (_from_word(tagged, i, taken) for i in _nominal(tagged, sentence) if i not in taken)
    mentions.extend(word for word in words if word is not None)
    mentions.sort(key=lambda m: m.first)
    whole = [m for k, m in enumerate(mentions) if not (k and _inside(tagged, m, mentions[k - 1]))]
    whole = [m for k, m in enumerate(whole) if not (k and _says_it_again(tagged, m, whole[k - 1]))]
    return [m for k, m in enumerate(whole) if not _counted_behind(tagged, m, whole[k + 1 : k + 2])]


def _inside(tagged: Tagged, mention: Mention, before: Mention) -> bool:
    """Whether a word belongs to the expression before: "وفاة" of "حالة وفاة", the second of "عنصران إرهابيان"."""
    return mention.kind in ("single", "dual") and mention.first < _end(tagged, before)


def _says_it_again(tagged: Tagged, mention: Mention, before: Mention) -> bool:
    """Whether a number in brackets is that of the two in front: "شخصان (2)"."""
    tokens, first = tagged.tokens, mention.number_first
    return (
        mention.kind == "number"
        and before.kind == "dual"
        and mention.min == mention.max == before.min
        and tokens[first - 1].text == "("
        and first - 1 == _end(tagged, before)
        and mention.number_last < len(tokens)
        and tokens[mention.number_last].text == ")"
    )


def _end(tagged: Tagged, mention: Mention) -> int:
    """Where the words of a mention without a number end."""
    expression = tagged.phrases.get(mention.first) if mention.kind in ("single", "dual") else None
    return mention.last if expression is None else expression[0]


def _is_one_of(tagged: Tagged, i: int) -> bool:
    """Whether "and one of" stands there, which is "one" without its hamza: "وأحد حراسه"."""
    return tagged.tokens[i].text[1:2] == _HAMZA and tagged.cue(i, "one_of")


def _are_dead(tagged: Tagged, found: TokenQuantity) -> bool:
    """ "عثر على اثنين ميتين": the dead, whose name without its hamza is two hundred."""
    alone = found.number_last - found.number_first == 1
    return (
        alone
        and is_fate(tagged, found.number_first, "dead_two")
        and _HAMZA_SEAT not in tagged.tokens[found.number_first].text
    )


def _nominal(tagged: Tagged, sentence: Sentence) -> list[int]:
    """The tokens of the sentence that may count people without a number."""
    low = bisect_left(tagged.nominal, sentence.first)
    return tagged.nominal[low : bisect_left(tagged.nominal, sentence.last)]


def has_noun_before(tagged: Tagged, mention: Mention) -> bool:
    """ "تحرير مختطفين اثنين": a noun stands between a word of harm and the number that agrees with it."""
    if mention.kind != "number" or mention.min not in (1, 2) or not mention.first:
        return False
    roles = tagged.roles[mention.first - 1]
    return roles.victim is not None or (roles.noun is not None and roles.noun.group is not None)


def has_known_before(tagged: Tagged, mention: Mention) -> bool:
    """ "تحرير الرهائن السبعة": known people stand between a word of harm and how many they are."""
    if mention.kind != "number" or mention.joined or not mention.first:
        return False
    return (
        tagged.definite(mention.number_first)
        and tagged.definite(mention.first - 1)
        and _is_plural(tagged, mention.first - 1)
    )


def _counted_behind(tagged: Tagged, mention: Mention, following: list[Mention]) -> bool:
    """ "جندي أفغاني واحد", "جنديين اثنين": the noun belongs to the number behind it."""
    if not following or following[0].kind != "number" or following[0].joined:
        return False
    gap, count = following[0].first - _end(tagged, mention), following[0].min
    if gap and tagged.word(_end(tagged, mention), "of"):
        return False  # "وامرأة من أسرة واحدة"
    return (mention.kind == "single" and count == 1 and gap <= 2) or (mention.kind == "dual" and count == 2 and not gap)


def _from_quantity(tagged: Tagged, found: TokenQuantity) -> Mention:
    quantity = found.quantity
    return Mention(
        "number",
        found.first,
        found.last,
        found.number_first,
        found.number_last,
        max(found.last, found.number_last),
        quantity.min,
        quantity.max,
        quantity.hedge,
        Span(quantity.start, quantity.end),
        quantity.number,
        quantity,
        joined=_is_joined(tagged, found.first, quantity.start),
    )


def _is_denied(tagged: Tagged, i: int) -> bool:
    """ "حتى لا يصاب أحد": whoever it is, none was harmed."""
    return tagged.cue(i - 1, "zero_harms") and any(tagged.cue(k, "zero_before") for k in (i - 2, i - 3))


def _is_joined(tagged: Tagged, first: int, start: int) -> bool:
    token = tagged.tokens[first]
    if token.norm[:1] == "و" and start > tagged.tokens.start(first):
        return True
    before = first - 1
    while before > 0 and tagged.tokens[before].text in _BRACKETS:
        before -= 1
    return before >= 0 and tagged.tokens[before].norm == "و"


#: What counts people without a noun.
_OF_PEOPLE = frozenset({"one_of", "one_of_them", "other_two", "other_one"})


def _from_word(tagged: Tagged, i: int, taken: set[int]) -> Mention | None:
    """A mention whose number is in a noun, or in "one of"."""
    roles, cues = tagged.roles[i], tagged.cues_at(i)
    _phrase_end, phrase_roles = tagged.phrases.get(i, (i + 1, roles))
    victim, noun = phrase_roles.victim, phrase_roles.noun
    if noun is None and victim is None and _OF_PEOPLE.isdisjoint(cues):
        return None
    definite = tagged.definite(i)
    one_of = "one_of" in cues and not definite and not tagged.cue(i - 1, "ordinal")  # not "كل واحد من القتلى"
    one_of = one_of and not _is_denied(tagged, i)
    one_of = one_of and not (tagged.particles[i] == "و" and tagged.tokens[i].text[1:2] == _ALIF)  # "في وقت واحد"
    if "one_of_things" in cues and i and tagged.roles[i - 1].noun is not None and not tagged.definite(i - 1):
        return None  # "سائق إحداها"
    if one_of or "one_of_them" in cues:
        return _word_mention(tagged, i, "one_of", 1)
    joined = tagged.joined(i)
    number = victim.number if victim is not None else noun.number if noun is not None else None
    if not joined and number in ("dual", "dual_or_plural") and is_fate(tagged, i, "dead_two"):
        return None
    if not joined and number == "dual" and i and _is_household_of_two(tagged, i - 1):
        return None  # "أسرتين نازحتين"
    if not joined and _describes(tagged, i, taken if number != "dual" else taken - {i - 1}):
        return None
    if "other_two" in cues and roles.noun is None:
        two = tagged.roles[i - 1].noun if i and not joined else None
        if two is not None and two.number == "dual":
            return None  # "عنصران آخران"
        return _word_mention(tagged, i, "dual", 2, after=i)
    if i and tagged.cue(i - 1, "ordinal") and tagged.particles[i - 1] in ("", "و") and not joined:
        return None
    if noun is not None and noun.group is None and victim is None:
        return None
    described = i > 0 and definite and tagged.definite(i - 1)  # "الشرطة التركيين"
    if number == "dual_or_plural" and not described and tagged.two_of(i):
        number = "dual"
    if number == "dual" and tagged.tokens[i].norm.endswith(_NOMINATIVE) and tagged.word(i - 1, "of"):
        return None  # "من صبيان البلدة", who are many: two stand there in another case
    if number == "dual" and definite and is_fate(tagged, i, "never_two"):
        return None  # "1500 من العاملين"
    if number == "dual_or_plural" and (definite or not joined):
        return None  # a plural, unless a list of counts goes on with it
    if number == "dual" and victim is None and _phrase_end == i + 1 and _is_mine(tagged, i):
        return None
    if number == "dual" and not joined and not definite and _agrees(tagged, i):
        return None  # "رجلين إسرائيليين"
    if number == "singular" and not definite and victim is None and _is_two_of(tagged, i):
        return _word_mention(tagged, i, "dual", 2, after=i)
    if number in ("dual", "dual_or_plural"):
        outcome = victim.outcome if victim is not None else None
        return _word_mention(tagged, i, "dual", 2, outcome, ambiguous=number == "dual_or_plural", after=i)
    if number == "singular" and not definite:
        if victim is not None and tagged.particles[i] in ("", "و", "ف"):
            return _word_mention(tagged, i, "single", 1, victim.outcome)
        his = _phrase_end == i + 1 and tagged.tokens[i].text.endswith(_HIS)  # "وأصيب حارسه" is his, and no woman
        one = noun is not None and ((noun.implicit and not his) or _is_one_person(tagged, i, _phrase_end))
        if one and not is_fate(tagged, i - 1, "by_rank"):
            return _word_mention(tagged, i, "single", 1)
    if (
        "other_one" in cues
        and roles.noun is None
        and not _heads_noun(tagged, i + 1)
        and not is_fate(tagged, i + 1, "last_of")
        and not _is_plural(tagged, i - 1)
    ):
        return _word_mention(tagged, i, "rest", 1)
    return None


def _is_household_of_two(tagged: Tagged, i: int) -> bool:
    noun = tagged.roles[i].noun
    return noun is not None and noun.group is None and noun.collective and noun.number == "dual"


def _agrees(tagged: Tagged, i: int) -> bool:
    """Whether the word describes the two in front of it, and counts no others: its case is theirs."""
    two = tagged.roles[i - 1].noun if i else None
    if two is None or two.group is None or two.number != "dual" or tagged.definite(i - 1):
        return False
    return tagged.tokens[i - 1].norm[-2:] == tagged.tokens[i].norm[-2:]


def _is_mine(tagged: Tagged, i: int) -> bool:
    """Whether "شقيقي" is my brother, and not the two brothers of somebody: "شقيقي المتهم"."""
    if not tagged.tokens[i].norm.endswith(_MINE):
        return False
    return i + 1 >= len(tagged.tokens) or not _owns(tagged, i + 1)


def _is_two_of(tagged: Tagged, i: int) -> bool:
    """ "والدا الطفلة": an accusative singular has no owner, so that this ending is that of two in front of theirs."""
    if not tagged.tokens[i].norm.endswith(ACCUSATIVE) or _TANWIN in tagged.tokens[i].text:
        return False
    if i + 1 >= len(tagged.tokens) or not _owns(tagged, i + 1):
        return False
    if tagged.particles[i + 1].startswith(_LEADS):
        return False  # "قائدا بالمعارضة"
    return not tagged.cue(i + 1, "after_indefinite") and not tagged.cue(i + 1, "clause")


def _owns(tagged: Tagged, i: int) -> bool:
    """Whether known people or a body of people stand at ``i``: "الطفلة", "الشرطة", "شرطة"."""
    roles = tagged.roles[i]
    known = (roles.noun is not None and roles.noun.group is not None) or roles.victim is not None
    known = known or is_fate(tagged, i, "manned")  # "طيارا الطائرة"
    return roles.body is not None or (known and tagged.tokens[i].norm.startswith(_THE))


def _is_plural(tagged: Tagged, i: int) -> bool:
    """ "جثث أخرى": an adjective of the plural in front counts nobody."""
    roles = tagged.roles[i] if i >= 0 else None
    return roles is not None and any(
        word is not None and word.number == "plural" for word in (roles.noun, roles.victim)
    )


def _heads_noun(tagged: Tagged, i: int) -> bool:
    """ "آخر ركاب الحافلة", "ثالث مدينة": the last of them, or the third place, and not another one."""
    if i >= len(tagged.tokens) or tagged.particles[i]:
        return False
    noun = tagged.roles[i].noun
    return noun is not None and (noun.collective if noun.group is None else noun.number == "plural")


def _is_one_person(tagged: Tagged, i: int, end: int) -> bool:
    """Whether a title names one of many: "نائب صومالي", "بينهم زعيم عشيرة"."""
    if tagged.tokens[i].text.endswith(_HIS) or tagged.particles[i].endswith(_PREPOSITIONS):
        return False
    if end < len(tagged.tokens) and tagged.cue(i, "kin"):
        return _with_others(tagged, end)
    alone = end > i + 1 or tagged.cue(i, "titles") or tagged.tokens[i].text.endswith(_BY_ORIGIN)
    if alone and i and tagged.roles[i - 1].trigger is not None:
        described = end < len(tagged.tokens) and tagged.tokens[end].kind == "word" and not tagged.definite(end)
        if (
            _stands_alone(tagged, end)
            or _with_others(tagged, end)
            or (described and not tagged.joined(end) and _stands_alone(tagged, end + 1))
        ):
            return True
    if end > i + 1 and tagged.joined(i):
        return _stands_alone(tagged, end)  # "وخطيب جامع في البلدة"
    if tagged.cue(i, "one_case"):  # "حالتان منها بالشمال وحالة بالجنوب"
        return tagged.joined(i) and (tagged.cue(end, "at_place") or tagged.tokens[end].norm.startswith(_AT_THE))
    following = tagged.roles[end].noun if end < len(tagged.roles) else None
    described = following is not None and following.group is not None and not tagged.particles[end]
    adjective = described and not tagged.definite(end) and tagged.tokens[end].norm.endswith(_ADJECTIVE)
    return adjective or tagged.cue_before(i, "partitive") is not None or _is_told_apart(tagged, i)


def _is_told_apart(tagged: Tagged, i: int) -> bool:
    """ "هم مالي ونيبالي": who they were."""
    they = tagged.cue_before(i, "breakdown")
    return they is not None and tagged.particles[they] in ("", "و")


def _with_others(tagged: Tagged, i: int) -> bool:
    """ "أم وطفلاها", "أب وثلاثة من أبنائه": people of their own stand behind "and"."""
    noun = tagged.roles[i].noun
    people = noun is not None and noun.group is not None
    return tagged.tokens[i].norm[0] == "و" and (people or bool(ord(tagged.codes[i]) & NUMBERS))


def _stands_alone(tagged: Tagged, i: int) -> bool:
    """Whether a title ends before token ``i``, and says not of what: "اغتيال نائب في العاصمة"."""
    if i >= len(tagged.tokens) or tagged.tokens[i].kind == "newline":
        return True
    if tagged.tokens[i].kind == "punct":
        return tagged.tokens[i].text in _ENDS  # and no name in quotation marks
    if tagged.particles[i].startswith("ب") or tagged.tokens[i].norm.startswith("بال"):
        return True  # "بالرصاص"
    if tagged.joined(i) and tagged.roles[i].trigger is not None:
        return True  # "وفاة رائد وإصابة أربعة"
    return tagged.cue(i, "group_stops") or tagged.cue(i, "after_indefinite") or tagged.cue(i, "prepositions")


def _describes(tagged: Tagged, i: int, taken: set[int]) -> bool:
    """Whether the word belongs to the noun phrase of a number or noun right before it."""
    for k in range(i - 1, max(i - 4, -1), -1):
        if k in taken:
            return not _counts_the_known(tagged, k, taken)
        roles = tagged.roles[k]
        if k == i - 1 and _is_feminine(tagged, k, i):
            return True  # "خلية إرهابية"
        victims = roles.victim is not None and roles.victim.number == "plural"  # "ضحايا متوفين"
        if tagged.tokens[k].kind != "word" or roles.trigger is not None or (roles.cues and not victims):
            return False
        if tagged.harms_in(k, k + 1):
            return False  # "26 جثة وأخرجت طفلين"
        if k == i - 1 and roles.noun is not None and roles.noun.group is not None:
            if k and _is_two(tagged, i, sure=True) and _is_feminine(tagged, k - 1, k):
                return False  # "خطفت جماعة مسلحة طبيبين"
            if tagged.definite(k) and _is_two(tagged, i, sure=roles.noun.number != "singular"):
                return False  # "انتشل الحرس التونسي جثتين": an object, since it is not definite
            if is_no_adjective(tagged, k, i) or _opens_pairs(tagged, k, i):
                return False
            if tagged.definite(k) and tagged.roles[i].victim is not None and not tagged.definite(i):
                return False  # "انتشل الغواصون جثة رجل"
            return not (tagged.tokens[k].norm.endswith("ون") and tagged.tokens[i].norm.endswith(_OBJECT))
    return False


def _opens_pairs(tagged: Tagged, k: int, i: int) -> bool:
    """ "أربعة أشخاص شرطيان ومدنيان": two of those whom the plural at ``k`` counts, told apart with two others."""
    noun, pair = tagged.roles[k].noun, tagged.roles[i].noun
    several = noun is not None and noun.number == "plural" and pair is not None and pair.number == "dual"
    following = tagged.roles[i + 1].noun if i + 1 < len(tagged.roles) else None
    return several and following is not None and following.group is not None and tagged.joined(i + 1)


def _is_feminine(tagged: Tagged, noun: int, adjective: int) -> bool:
    """Whether the word at ``adjective`` says what body of people the singular at ``noun`` is: "جماعة مسلحة"."""
    known = tagged.roles[noun].noun
    body = known is not None and known.collective and known.number == "singular"
    ends = all(tagged.tokens[k].norm.endswith(_FEMININE) for k in (noun, adjective))
    return body and ends and not tagged.joined(adjective)


def _is_two(tagged: Tagged, i: int, *, sure: bool) -> bool:
    """Whether the word is an indefinite dual of people, and one that is no plural if it must be ``sure``."""
    noun, victim = tagged.roles[i].noun, tagged.roles[i].victim
    number = victim.number if victim is not None else noun.number if noun is not None else ""
    return (number == "dual" if sure else number.startswith("dual")) and not tagged.definite(i)


def _counts_the_known(tagged: Tagged, k: int, taken: set[int]) -> bool:
    """ "من بين الناجين السبعة عشر امرأة": the number that ends at ``k`` counts the definite noun in front of it."""
    while k - 1 in taken:
        k -= 1
    if not k or not tagged.definite(k - 1) or not tagged.definite(k):
        return False
    noun, victim = tagged.roles[k - 1].noun, tagged.roles[k - 1].victim
    return victim is not None or (noun is not None and noun.group is not None)


def _word_mention(
    tagged: Tagged,
    i: int,
    kind: MentionKind,
    count: int,
    outcome: Outcome | None = None,
    *,
    ambiguous: bool = False,
    after: int | None = None,
) -> Mention:
    after_it = Hedge.AT_LEAST if tagged.cued("at_least_after", i + 1, _before_the_next(tagged, i)) else None
    particle = tagged.particles[i]
    conjunction = 1 if particle[:1] in ("و", "ف", "ل", "ب", "ك") and len(particle) >= 1 else 0
    if particle[:2] in _TWO_PARTICLES:  # "ولمقيمة"
        conjunction = 2
    if conjunction and tagged.tokens[i].text[1:2] == _STROKE:  # "بـشخصين"
        conjunction += 1
    span = Span(tagged.tokens.start(i) + conjunction, tagged.tokens.end(i))
    before = hedge_before(tagged.tokens, i, number_lexicon()) if kind == "dual" and not particle else None
    if before is not None and before.apart:
        before = None
    first = i if before is None else before.first
    hedge = combine(before and before.hedge, after_it)
    low, high = bounds(hedge, count)
    return Mention(
        kind,
        first,
        i + 1,
        i,
        i + 1,
        i + 1 if kind == "one_of" else i if after is None else after,
        low,
        high,
        hedge,
        span if before is None else Span(tagged.tokens.start(first) + before.skip, span.end),
        span,
        outcome=outcome,
        ambiguous=ambiguous,
        joined=tagged.joined(first) or (first > 0 and tagged.tokens[first - 1].norm == "و"),
    )


def _before_the_next(tagged: Tagged, i: int) -> int:
    """How far a hedge may stand behind one word, and in front of another of a list: "جثتان و15 مصابا على الأقل"."""
    end = min(i + _HEDGED, len(tagged.tokens))
    return next((k for k in range(i + 1, end) if tagged.joined(k)), end)


#: Words from a person counted by the noun alone to a hedge behind it.
_HEDGED = 5
#: "شقيقه" is his brother and no sister; endings of adjectives of origin.
_HIS, _ADJECTIVE = "ه", ("ي", "يا")
#: A woman by her origin or work, whose name is an adjective as well: "مقتل فلسطينية في غارة".
_BY_ORIGIN = "ية"
_PREPOSITIONS = ("ب", "ك")
#: What is attached to a word leads it, so that it owns nobody.
_LEADS = ("ب", "ك", "ل", "و", "ف")
#: "انتشل الغطاسون غريقين", "انتشل الغطاسون جثتي طفلين": the endings of two who are an object.
_OBJECT = ("ين", "تي")
#: "And" with a preposition.
_TWO_PARTICLES = ("ول", "وب", "فل", "فب")
_NOMINATIVE, _MINE = "ان", "ي"
#: The case ending that nothing in the construct has.
_TANWIN, _THE = "\u064b", "ال"
_AT_THE, _FEMININE = "بال", "ه"
_HAMZA_SEAT = "ئ"
_HAMZA, _ALIF, _STROKE = "أ", "ا", "ـ"
_ENDS = frozenset(".،,؛:!?؟")
_BRACKETS = frozenset('([«"“')
#: Conjunctions written together with "لم".
_JOINTS = ("و", "ف")


def _find_zeros(tagged: Tagged, sentence: Sentence) -> Iterator[Mention]:
    """Denials: a negation, then only linking words, then a word for victims."""
    for i in _nominal(tagged, sentence):
        if not tagged.cue(i, "zero_before") or (i and tagged.cue(i - 1, "so_that")):
            continue  # "حتى لا يسقط ضحايا" tells of none that fell or did not
        tokens = tagged.tokens
        in_front = none_in_front(tagged, i, sentence.first, sentence.last)
        if in_front is not None:
            outcome, first = in_front
            span, said = Span(tokens.start(first), tokens.end(i + 1)), Span(tokens.start(i), tokens.end(i))
            yield Mention("zero", first, i + 2, i, i + 1, i + 2, 0, 0, Hedge.ZERO, span, said, outcome=outcome)
            continue
        found = denied(tagged, i, sentence.last) or none_of(tagged, i, sentence.last)
        if found is None:
            continue
        outcome, end = found
        start = tokens.start(i) + (1 if tokens[i].norm[0] in _JOINTS and len(tokens[i].norm) > 2 else 0)
        mark = tagged.marks.get(i)
        of_it = mark is not None and mark.last - i > 1 and "zero_before" in mark.cues  # "من دون": the number is "دون"
        yield Mention(
            "zero",
            i,
            end,
            i,
            i + 1,
            end,
            0,
            0,
            Hedge.ZERO,
            Span(start, tokens.end(end - 1)),
            Span(tokens.start(i + 1) if of_it else start, tokens.end(i + of_it)),
            outcome=outcome,
        )
