"""Who does the harm, and is not harmed: "قتل مسلح 5 أشخاص", with what may be said of him in between."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING
from checker.claims.counted import parse_phrase
from checker.claims.fates import is_fate
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention
from checker.claims.out_of import is_of_how_many
from checker.claims.passage import Passage, harm_between
from checker.claims.tagging import Harm, Tagged, is_and_verb

#: A clause on who is suspected opens so close behind the verb.
_BESIDE = 3
#: "قتل شرطي شابا": the ending of an object.
_ACCUSATIVE = "ا"
_QUOTES = frozenset('«"“')
#: An aside between a verb's subject and its object has at most so many tokens, and the subject so many words.
_ASIDE, _SUBJECT_WORDS = 14, 4
#: "and" with the shortest verb has so many letters.
_SHORTEST = 4


def is_doer(passage: Passage, index: int, after: int) -> bool:
    """Whether the noun behind the verb is the one who does it: "قتل مسلح 5 أشخاص"."""
    tagged = passage.tagged
    if index + 1 >= len(passage.mentions) or is_of_how_many(passage, index):
        return False
    following = passage.mentions[index + 1]
    after = _past_aside(tagged, after, following.first)
    behind = parse_phrase(tagged, following, passage.sentence.last)
    if behind.thing or (behind.of_before and passage.mentions[index].kind == "number"):
        return False  # "قتلت امرأة تبلغ 49 عاما", "أوقف 30 شخصا 12 منهم سوريون"
    one = (
        following.kind == "single"
        and following.first >= after
        and tagged.tokens[following.first].norm.endswith(_ACCUSATIVE)
    )
    return (
        (one or following.kind in ("number", "dual"))
        and (one or following.min != 1)
        and following.first - after <= 4
        and not following.joined
        and not tagged.word(following.first - 1, "of")  # "جرح 33 آخرون من 18 جنسية"
        and not harm_between(passage, after, following.first)
        and not any(_breaks_object(tagged, k) for k in range(after, following.first))
    )


def carried_out(tagged: Tagged, mention: Mention) -> bool:
    """ "قتلوا في هجوم نفذه ثلاثة مسلحين": who did it stands behind the verb, whose object is the happening."""
    k = mention.first - 1
    while k > 0 and tagged.tokens[k].text in _QUOTES:
        k -= 1
    return is_fate(tagged, k, "carried_out")


def _past_aside(tagged: Tagged, start: int, end: int) -> int:
    """Behind the aside that opens at ``start`` and closes right before ``end``: "انتحاري، يشتبه به، 32 شخصا"."""
    tokens = tagged.tokens
    if not start < end - 2 or end - start > _ASIDE:
        return start
    told = tagged.cue(start, "suspected")  # "انتحاري يشتبه أنه من التنظيم 32 شخصا"
    return end if told or (tokens[start].text in COMMAS and tokens[end - 1].text in COMMAS) else start


def before_aside(tagged: Tagged, start: int, end: int) -> int:
    """Where an aside begins that closes right before ``end`` behind a subject of a word or two, or ``end``."""
    for k in range(start, min(start + _SUBJECT_WORDS, end)):
        apart = k > start and tagged.cue(k, "suspected") and end - k <= _ASIDE  # "مسلحون يشتبه في أنهم من …"
        if apart or _past_aside(tagged, k, end) == end:
            return k
    return end


def tells_suspects(tagged: Tagged, harm: Harm, k: int) -> bool:
    """ "قتل مسلحون يشتبه في أنهم من الجماعة 43": the clause at ``k`` says who did it."""
    near = range(harm.last, min(k, harm.last + _SUBJECT_WORDS))
    return harm.kind == "cause" and k - harm.last <= _BESIDE and any(tagged.cue(j, "suspected") for j in near)


def _breaks_object(tagged: Tagged, k: int) -> bool:
    norm = tagged.tokens[k].norm
    if (
        tagged.tokens[k].kind == "punct"
        or tagged.joined(k)
        or is_and_verb(norm)
        or _opens_with_and(tagged, k)
        or tagged.cue(k, "partitive")
        or tagged.cue(k, "breakdown")
        or tagged.word(k, "with")
        or tagged.word(k, "or")  # "قتل 28 جنديا أو عاملا"
        or tagged.word(k, "against")
        or is_fate(tagged, k, "then")
    ):
        return True
    return tagged.cue(k, "prepositions") and not tagged.word(k, "of")


def _opens_with_and(tagged: Tagged, k: int) -> bool:
    """Whether an unknown word is rather "and" with a verb: "وحاصروا", but no "وحيد"."""
    norm = tagged.tokens[k].norm
    opened = norm.startswith("و") and len(norm) >= _SHORTEST and tagged.roles[k] == NOTHING
    return opened and not is_fate(tagged, k, "no_and")
