"""What speaks for and against two claims stating the same figure.

Each piece of evidence has a name, a number, and plain words for the report;
``rules/linking.toml`` holds what each is worth.
"""

from __future__ import annotations

from math import log2

from checker.arabic.keys import word_key
from checker.claims.draft import Draft
from checker.claims.slips import is_longer
from checker.model import WIDE_GROUPS, Group, Hedge
from checker.relations.arithmetic import low, stated
from checker.relations.context import Context, likeness, overlap
from checker.relations.times import PAST
from checker.values import frozen

#: Groups that one writer may use for another's: people in general may be any group.
_ALIKE = 0.7
#: Sources are set against each other within so many sentences.
_NEAR = 4
_ARTICLE = "ال"
#: The lead is one of so many sentences, the headline's among them.
_LEAD = 2
#: The first sentence of the body tells of what the headline tells, even as "another attack".
OPENING = 1
#: A number from this size on is not met by chance.
_LARGE = 10
#: Numbers above this (in powers of two) are met by chance as seldom.
_BIG = 7.0
#: More figures than four between two say no more (in powers of two).
_MANY = 2.0
#: Numbers from the first on are rounded, by this share of them at the most.
_ROUND, _ROUNDING = 20, 0.08
#: A bound is close to a number that is at most so many times as large, where there are more than a few.
_CLOSELY, _FEW = 1.3, 3
#: Bounds further apart than this (in powers of two) are equally far.
_FAR = 6.0
#: Parts and their wholes are far apart where one is so many times the other.
_TIMES = 5
#: "Dozens" begin at 20 and end before a hundred, "hundreds" at 200: five times as many.
_ORDER = 5
#: So few are met again by chance where several happenings are told of.
_SOME = 5


@frozen
class Placed:
    """A draft with its context and its place in the document's list of drafts."""

    index: int
    draft: Draft
    context: Context
    lead: bool
    """The first claim of its outcome in the body."""
    order: int
    """How many claims of the same outcome stand before it, parts of others left out."""
    companions: frozenset[tuple[str, int]]
    """Outcome and value of the other claims of its sentence."""
    beside: frozenset[tuple[str, int]]
    """The companions, and what those of one outcome come to: "حالة حرجة و3 متوسطة" are four."""
    pattern: tuple[str, ...]
    """The outcomes of all claims of its sentence, in order."""
    kind_size: int
    """How many claims of the document have this outcome."""
    made_of: frozenset[int]
    """Two or three neighbouring later claims of the same outcome that make its value."""
    list_total: int
    """What the list that it stands in comes to ("ضابط و3 جنود" is 4), 0 outside of lists."""
    summand: bool
    """What the list comes to is a figure told elsewhere."""
    apart: frozenset[int]
    """The later claims that tell it apart, in a second telling of the same toll."""
    opens: bool = False
    """No other figure stands before it in its sentence."""
    backed: bool = False
    """A headline's number that the body gives as well."""
    risen: bool = False
    """A toll is said to have risen to it: what was told before it may be the older count."""
    fellows: frozenset[int] = frozenset()
    """The claims that make an earlier total together with it: other people than its own."""
    again: int = 0
    """How often else its number is told: in other sentences, or by parts that make it."""
    group_numbers: int = 1
    """How many different numbers the claims of its outcome and its group give."""
    kinds_beside: frozenset[Group] = frozenset()
    """The groups of the other claims of its outcome in its sentence."""
    numbers: frozenset[int] = frozenset()
    """The numbers that the body gives for its outcome, parts left out."""
    had_been: bool = False
    """Its sentence begins with "had": "وكانت الوزارة أعلنت مقتل 15"."""
    died: frozenset[int] = frozenset()
    """How many of the hurt are said to have died since."""
    nouns_beside: frozenset[str] = frozenset()
    """The counted nouns of the other claims of its outcome in its sentence."""
    new_place: bool = False
    """Its clause names a place, and none that a sentence with figures has named so far."""


def groups_meet(a: Group, b: Group) -> bool:
    """Whether one group can be the other, or hold it: people in general may be any."""
    return a is b or a in WIDE_GROUPS or b in WIDE_GROUPS


def compatible(a: Draft, b: Draft) -> bool:
    """Whether two claims can count the same people at all."""
    if a.outcome is not b.outcome:
        return False
    if groups_meet(a.group, b.group):
        return True
    return {a.group, b.group} <= {Group.CIVILIANS, Group.WOMEN, Group.CHILDREN} and a.whole is None is b.whole


def part_and_total(a: Placed, b: Placed) -> bool:
    """Whether one of two claims is met again as a summand of the other, or of the total of its list."""
    if excluded(a, b):
        return True
    differ = a.draft.mention.min != b.draft.mention.min
    return differ and (met_in_list(a, b) or made_of(a, b) or list_makes(a, b))


def excluded(a: Placed, b: Placed) -> bool:
    """Whether two claims are said to count other people, or no slip makes one number of the other.

    One is told apart in the other, they make a total together, the second
    counts "others", or one of them is one person in a word.
    """
    if b.index in a.apart or b.index in a.fellows or _others_than(a, b):
        return True
    if _of_other_wholes(a.draft, b.draft):
        return True
    if b.index in a.made_of and (a.draft.sentence.in_title or (stated(a.draft) or 0) >= _LARGE):
        return True  # a total, as of a headline, of what is told of one by one behind it
    return a.draft.mention.min != b.draft.mention.min and _is_one(a.draft) != _is_one(b.draft)


def _of_other_wholes(a: Draft, b: Draft) -> bool:
    """Whether they are parts of two figures as far from each other as they are: "3 نساء" of 5, "34 امرأة" of 158."""
    if a.whole is None or b.whole is None or a.whole is b.whole:
        return False
    return _far(a, b) and _far(a.whole, b.whole)


def _far(a: Draft, b: Draft) -> bool:
    few, many = sorted((low(a), low(b)))
    return few * _TIMES <= many


def met_in_list(a: Placed, b: Placed) -> bool:
    """Whether one stands in a list that comes to a figure told elsewhere, and the other in none."""
    return (a.summand and not b.list_total) or (b.summand and not a.list_total)


def made_of(a: Placed, b: Placed) -> bool:
    """Whether one is, by the numbers, a part of the other."""
    return b.index in a.made_of or a.index in b.made_of


def list_makes(a: Placed, b: Placed) -> bool:
    """Whether the list of one comes to the other."""
    return a.list_total == b.draft.mention.min or b.list_total == a.draft.mention.min


def _others_than(a: Placed, b: Placed) -> bool:
    """ "وقتل خمسة جنود آخرين": told first in its sentence, they are others than those of the sentences before."""
    return b.opens and _other_kind(b.draft) and not (a.draft.phrase.others or a.draft.sentence.in_title)


def told_as_more(a: Placed, b: Placed) -> bool:
    """ "كما قتل خمسة": told as more than the first, which is no headline, and in other words."""
    x, y = a.context, b.context
    return y.also and not x.also and not a.draft.sentence.in_title and likeness(x.clause, y.clause) < _ALIKE


def apart_in_time(a: Placed, b: Placed, *, years: bool = False) -> bool:
    """Whether one is told as of another time, and is not what the article is about.

    ``years``: only a year that is named counts, as where the numbers are the same.
    """
    return any(
        p.context.times - q.context.times - ({PAST} if years else set()) and not (p.lead or p.draft.sentence.in_title)
        for p, q in ((a, b), (b, a))
    )


def agree(a: Draft, b: Draft) -> bool:
    """Whether the bounds of two claims can hold together, hedges of about a tenth aside."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(draft: Draft) -> tuple[float, float]:
    mention = draft.mention
    low = float(mention.min) if mention.min is not None else 0.0
    high = float(mention.max) if mention.max is not None else float("inf")
    if mention.hedge is Hedge.ABOUT:
        return low * 0.9, high * 1.1
    return low, high


def headline_and_lead(a: Placed, b: Placed) -> bool:
    """Whether one stands in a headline, and the other or itself is the first of its outcome in the body."""
    return a.draft.sentence.in_title != b.draft.sentence.in_title and (b.lead or a.lead)


def vague(a: Placed, b: Placed) -> bool:
    """Whether one is told with words such as "dozens"."""
    return Hedge.VAGUE in (a.draft.mention.hedge, b.draft.mention.hedge)


def evidence(a: Placed, b: Placed) -> dict[str, float]:
    """The evidence for ``a`` and ``b`` (in text order) being one figure, value aside."""
    x, y = a.draft, b.draft
    one_title = x.sentence.in_title != y.sentence.in_title
    beside = a.companions & b.companions
    ones = sum(number == 1 for _, number in beside)
    kinds_x, kinds_y = a.context.events, b.context.events
    opening = a.context.position <= OPENING < b.context.position
    there = b.context.places
    return {
        "same clause words": overlap(a.context.clause, b.context.clause),
        "same sentence words": overlap(a.context.sentence, b.context.sentence),
        "same kind of happening": float(bool(kinds_x & kinds_y)),
        "another kind of happening": float(bool(kinds_x and kinds_y and not kinds_x & kinds_y)),
        "same group": float(x.group is y.group and x.group is not Group.PEOPLE),
        "group left open": float(x.group is not y.group),
        "same counted noun": float(_same_noun(x, y)),
        "headline and lead": float(headline_and_lead(a, b)),
        "headline": float(one_title),
        "only ones of headline and lead": float(one_title and b.lead and _only_ones(a, b)),
        "change of subject between": float(a.context.turns != b.context.turns and not one_title),
        "distance": log2(1 + abs(a.context.position - b.context.position)),
        "same sentence": float(x.sentence == y.sentence),
        "same figures beside": float(min(len(beside) - ones, 2)),
        "one person beside both": float(ones > 0),
        "one is a part": float((x.whole is None) != (y.whole is None)),
        "both are parts": float(x.whole is not None and y.whole is not None),
        "earlier count": float(x.earlier != y.earlier),
        "both in a list of several": float(_of_several(a, b)),
        "single one": float(x.mention.min == 1 and y.mention.min == 1),
        "vague": float(vague(a, b)),
        "referred to": float("reference" in (x.path, y.path)),
        "others": float(x.phrase.others and y.phrase.others),
        "other people of the kind": float(_other_kind(x) or _other_kind(y)),
        "only one is a list of several": float(a.context.several != b.context.several),
        "only one is attributed": float((x.source is None) != (y.source is None)),
        "same source": float(x.source is not None and x.source == y.source),
        "the same one goes on": float(_goes_on(a, b)),
        "no figure of the kind between": float(_next_of_kind(a, b)),
        "headline repeated": float(x.sentence.in_title and y.sentence.in_title),
        "same pattern of figures": float(len(a.pattern) > 1 and a.pattern == b.pattern),
        "shared telling words": float(min(len(a.context.telling & b.context.telling), 4)),
        "few figures of the kind": 1 / max(1, a.kind_size - 1),
        "one is a total of others": float(bool(a.made_of) != bool(b.made_of)),
        "same wording": float(likeness(a.context.clause, b.context.clause) >= _ALIKE),
        "sources in contrast": float(_in_contrast(a, b)),
        "nothing alike": float(not a.context.clause & b.context.clause and not a.context.telling & b.context.telling),
        "background": float(a.context.background != b.context.background),
        "one against many": float(_is_one(x) != _is_one(y)),
        "beside a person without a number": float(beside_person(x) != beside_person(y)),
        "told as known": float(y.phrase.definite and y.mention.kind == "number" and y.path != "joined"),
        "list against whole": float((x.path == "joined") != (y.path == "joined")),
        "few numbers of the group": float(x.group is y.group) / max(1, a.group_numbers - 1),
        "figures of the kind between": min(log2(max(1, b.order - a.order)), _MANY),
        "other figures beside": float(beside_differ(a, b)),
        "its own kind stands beside the other": float(_kind_beside(a, b)),
        "its own noun stands beside the other": float(_noun_beside(a, b)),
        "another noun of the group": float(_other_noun(x, y)),
        "the first of its kind": float(a.lead or b.lead),
        "opening and body": float(opening),
        "told of what had been": float(b.had_been and not a.had_been),
        "a new happening": float(_is_new(a, b)),
        "figures of the kind": log2(1 + a.kind_size),
        "a place that the first does not name": float(bool(there) and not there & a.context.sentence),
        "a place not named so far": float(b.new_place and not x.sentence.in_title),
        "begins with who says it": float(b.context.says),
        "opens a paragraph": float(b.context.opens_paragraph and not x.sentence.in_title),
        "the second is attributed": float(y.source is not None),
        "the story has moved": float(b.context.scene is not None and b.context.scene != a.context.scene),
        "both in a list of several, in the body": float(_of_several(a, b) and not x.sentence.in_title),
        "only one is of another time": float(a.context.times != b.context.times),
        "how far on": log2(1 + b.context.position),
    }


def differ(a: Draft, b: Draft) -> bool:
    """Whether two claims give numbers that cannot both hold."""
    number = stated(a)
    return (number is None or number != stated(b)) and not agree(a, b)


def one_large_number(a: Draft, b: Draft) -> bool:
    """Whether two claims give one number that is not met by chance."""
    vague = Hedge.VAGUE in (a.mention.hedge, b.mention.hedge)
    return not vague and stated(a) == stated(b) and (stated(a) or 0) >= _LARGE


def value_evidence(a: Placed, b: Placed) -> dict[str, float]:
    """What the numbers of two claims say that can both hold."""
    x, y = a.draft, b.draft
    equal = stated(x) is not None and stated(x) == stated(y)
    loose = equal and x.mention.hedge is Hedge.VAGUE
    return {
        "same number": float(equal and not loose),
        "both in dozens": float(loose),
        "size of the number": min(log2(1 + (stated(x) or 0)), _BIG) if equal and not loose else 0.0,
        "a few of the body": float(equal and (stated(x) or 0) <= _SOME and not x.sentence.in_title),
        "numbers to be met by chance": _numbers_about(a, b) / _bits(x) if equal else 0.0,
        "one number rounded": float(not equal and _rounded(x, y)),
        "bounds that meet closely": float(not equal and _meet_closely(x, y)),
        **_beside_word(x, y),
    }


def _beside_word(a: Draft, b: Draft) -> dict[str, float]:
    """How "dozens" and a number fit ("tens" are not hundreds), or how far two bounds are from each other."""
    lesser, greater = sorted((stated(a) or 0, stated(b) or 0))
    loose = [d.mention.hedge is Hedge.VAGUE for d in (a, b)]
    if not any(loose):
        return {"bounds apart": min(log2(max(1, greater) / max(1, lesser)), _FAR)}
    if all(loose):
        return {}
    word, number = (a, b) if loose[0] else (b, a)
    least = word.mention.min or 0
    fits = least <= (stated(number) or 0) < least * _ORDER
    return {"number of the word's size": float(fits), "number of another size": float(not fits)}


def _rounded(a: Draft, b: Draft) -> bool:
    """ "نحو 5000" or "أكثر من 20" beside 4921 or 21: the same number, less exactly."""
    small, large = sorted((stated(a) or 0, stated(b) or 0))
    soft = any(d.mention.hedge not in (Hedge.EXACT, Hedge.VAGUE) for d in (a, b))
    return soft and small >= _ROUND and large - small <= small * _ROUNDING


def _meet_closely(a: Draft, b: Draft) -> bool:
    """ "27 على الأقل" beside 31: the bound is not far off."""
    small, large = sorted((stated(a) or 0, stated(b) or 0))
    return Hedge.VAGUE not in (a.mention.hedge, b.mention.hedge) and _FEW < large <= small * _CLOSELY


def _only_ones(a: Placed, b: Placed) -> bool:
    """Whether each is the only figure of its outcome in its sentence, and the second stands in the opening."""
    alone = all(p.pattern.count(p.draft.outcome.value) == 1 and p.draft.whole is None for p in (a, b))
    return alone and b.context.position <= _LEAD and b.context.turns == 0


def _other_kind(draft: Draft) -> bool:
    """ "خمسة جنود آخرين": other people than those counted before."""
    return draft.phrase.others and draft.phrase.head is not None


def names_another(a: Placed, b: Placed, *, before: bool = False) -> bool:
    """Whether just one of them speaks of "another" happening, the headline and the opening behind it aside.

    ``before``: also in front of its clause.
    """
    one_title = a.draft.sentence.in_title != b.draft.sentence.in_title
    if one_title and (a.lead or b.lead) and b.context.position <= OPENING:
        return False
    x, y = a.context, b.context
    return x.another != y.another or (before and x.another_before != y.another_before)


def beside_differ(a: Placed, b: Placed) -> bool:
    """Whether both stand beside figures of some other outcome, and none of those is the same."""
    outcomes = {outcome for outcome, _ in a.companions} & {outcome for outcome, _ in b.companions}
    return bool(outcomes) and not a.beside & b.beside and not _a_digit_more(a, b)


def _a_digit_more(a: Placed, b: Placed) -> bool:
    """Whether a digit too many is all that tells the figures beside two claims apart: 5 and 15."""
    return any(
        one == other and is_longer(m, n) for one, m in a.companions for other, n in b.companions if min(m, n) > 1
    )


def _kind_beside(a: Placed, b: Placed) -> bool:
    """ "مقتل 13 جنديا و13 مسلحا", and again the other way round: whom one counts stands beside the other."""
    x, y = a.draft.group, b.draft.group
    return x is not y and (x in b.kinds_beside or y in a.kinds_beside)


def _of_several(a: Placed, b: Placed) -> bool:
    """Whether the sentences of both tell of several happenings."""
    return a.context.several and b.context.several


def _noun_beside(a: Placed, b: Placed) -> bool:
    """ "إصابة طفل … فيما أصيب آخر", and then "إصابة طفل": the counted noun of one stands beside the other."""
    x, y = a.draft.victims_key, b.draft.victims_key
    return x != y and (x in b.nouns_beside or y in a.nouns_beside)


def _other_noun(a: Draft, b: Draft) -> bool:
    """ "ثلاثة ضباط" and "ثلاثة مجندين": two nouns for people of one group."""
    named = bool(a.victims_key and b.victims_key) and a.victims_key != b.victims_key
    return named and a.group is b.group and a.group is not Group.PEOPLE


def _is_new(a: Placed, b: Placed) -> bool:
    """Whether the body names the happening of the second without the article, and it is none of the first's kind."""
    told = not a.draft.sentence.in_title and b.context.position > OPENING
    return told and b.context.new_event and not a.context.events & b.context.events


def _numbers_about(a: Placed, b: Placed) -> float:
    """How many numbers the claims of both groups give, in powers of two."""
    return log2(1 + a.group_numbers + b.group_numbers)


def _bits(draft: Draft) -> float:
    """The size of a number, in powers of two."""
    return max(1.0, min(log2(1 + (stated(draft) or 0)), _BIG))


def tied(a: Placed, b: Placed) -> bool:
    """Whether one figure that is hardly met twice by chance stands beside both: "9 قتلى و42 جريحا", "7 و42 جريحا"."""
    return any(number >= _LARGE for _, number in a.companions & b.companions)


def two_sources(a: Placed, b: Placed) -> bool:
    """Whether both are attributed, to sources with no word in common."""
    x, y = a.draft.source, b.draft.source
    return x is not None and y is not None and not {*map(word_key, x.split())} & {*map(word_key, y.split())}


def _goes_on(a: Placed, b: Placed) -> bool:
    """ "أفاد مصدر أمني بمقتل 7 … وقال المصدر إن …": who gave the number tells more of it in the next sentence."""
    x, y = a.draft.source, b.draft.source
    if x is None or y is None or b.context.position - a.context.position != 1:
        return False
    known = y.split()[0]
    return known.startswith(_ARTICLE) and word_key(known) in map(word_key, x.split())


def _in_contrast(a: Placed, b: Placed) -> bool:
    """Two sources told one after the other: "… لكن الجيش أعلن مقتل 2"."""
    near = b.context.position - a.context.position <= _NEAR and a.context.turns == b.context.turns
    return near and two_sources(a, b) and b.context.contrast and a.draft.whole is None is b.draft.whole


def _next_of_kind(a: Placed, b: Placed) -> bool:
    return b.order - a.order == 1


def beside_person(draft: Draft) -> bool:
    """ "الطيار و3 ركاب": the figure leaves someone out."""
    return draft.mention.joined and draft.path not in ("joined", "partitive")


def _is_one(draft: Draft) -> bool:
    """One person told in a word, which no slip of a digit makes of many."""
    mention = draft.mention
    return mention.max == 1 and (mention.quantity is None or mention.quantity.in_words)


def _same_noun(a: Draft, b: Draft) -> bool:
    return bool(a.victims_key) and a.victims_key == b.victims_key
