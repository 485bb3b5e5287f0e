"""Mentions that go on with a list: "قتل 5 مدنيين و3 جنود", "خمسة أشخاص: رجل وامرأتان وطفلان"."""

from __future__ import annotations

from checker.claims.by_place import REACH as BY_PLACE
from checker.claims.by_place import at_place, from_place, past_verb
from checker.claims.counted import parse_phrase
from checker.claims.draft import Draft
from checker.claims.fates import is_fate
from checker.claims.marks import COMMAS, MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_between, harm_between
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: How many tokens may stand between one of a list and the next.
LIST_REACH = 9
#: … and so many more where "besides" goes on with the parts of a figure.
_ASIDE = 6
#: … where a clause tells of the one before, in a list of all of a figure.
_RELATIVE = 24
#: … and one who is said to be another: "شابا من قرية …، وشابا آخر من المخيم".
_ONE_OTHER = 16
#: … and in front of one without a number, where nothing says that a list goes on.
_ONE_MORE = 3
#: … and between the first two of a list that "with" or a colon opens: "قتل نائب مع 3 من حراسه".
_BESIDE = 3
_THE = ("ال", "وال")
#: An age has so many words at the most.
_AGE = 7


def is_in_list(passage: Passage, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """Whether the mention goes on with the list of the claim before."""
    tagged = passage.tagged
    i = mention.first
    head = phrase.head
    noun_joined = head is not None and head < i and tagged.joined(head)
    listed = before.complete and before.whole is not None and tagged.tokens[i - 1].text in COMMAS
    joined = mention.joined or noun_joined or listed or is_besides(tagged, i) or _is_with(tagged, i, before)
    joined = joined or (is_fate(tagged, i - 1, "then") and mention.kind == "number" and not phrase.thing)
    known = tagged.tokens[mention.number_first].norm.startswith(_THE) and mention.max is not None
    if known and head is None and not phrase.others:
        return False  # "في حي النور والأربعين": a name, or people told of before
    if before.outcome is Outcome.KILLED and tagged.cue(phrase.end, "alive"):
        return False  # "جثتان و40 مهاجرا أحياء"
    placed = at_place(tagged, mention, phrase) or from_place(tagged, mention, phrase, before)
    besides = before.whole is not None and is_besides(tagged, i)
    reach = BY_PLACE if placed else LIST_REACH + _ASIDE * besides
    if not joined or (i - before.last > reach and not _past_relative(tagged, mention, phrase, before)):
        return False
    start = before.last
    for harm in passage.harms:
        if harm.first == start and harm.kind == "suffer" and harm.plural and before.whole is not None:
            start = harm.last  # "منهم عشرة استشهدوا في موقعهم واثنان في المستشفى"
        elif (harm is before.harm and before.path == "subject") or (placed and past_verb(before, harm)):
            start = max(start, harm.last)  # "أن 14 جنديا قتلوا في السوق و11 في الميناء"
    return not harm_between(passage, start, i) and not any(
        tagged.tokens[k].text in MARKS for k in range(before.last, i)
    )


def _past_relative(tagged: Tagged, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """Whether a list of all goes on behind what is said of one: "هم 7 أطفال كانوا عائدين من مخيم، و3 نساء"."""
    i = mention.first
    all_of_them = before.complete or tagged.cue_before(before.mention.first, "breakdown") is not None
    people = phrase.known and phrase.head is not None and phrase.outcome is None and not phrase.thing
    if any(tagged.cue(k, "other_one") for k in range(before.last, i)):
        return False  # "حالتان نقلتا …، وأخرى …، وحالتان": one more is told of between
    return all_of_them and people and i - before.last <= _RELATIVE and tagged.tokens[i - 1].text in COMMAS


def goes_on(passage: Passage, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """Whether one person more is told of: "وحارس", "إضافة إلى حارس", "قتل اثنان في الميناء، وحارس قرب السوق"."""
    tagged, i = passage.tagged, mention.first
    besides = is_besides(tagged, i) or (tagged.particles[i] == "ل" and tagged.cue(i - 1, "besides_for"))
    plain = tagged.particles[i] in ("", "و")  # and not "ولمقيمة"
    gap = i - (past_age(tagged, before.last, i) if plain else before.last)
    if gap <= _ONE_MORE:
        return mention.joined or besides or _ends_bracket(tagged, phrase, before)
    end = phrase.end + tagged.cue(phrase.end, "others")
    placed = end < passage.sentence.last and tagged.cue(end, "at_place")
    placed = placed or (
        tagged.word(end, "of") and tagged.word(before.last, "of") and mention.kind in ("single", "rest")
    )
    return (
        (besides or (mention.joined and placed and tagged.tokens[i - 1].text in COMMAS))
        and gap <= (_ONE_OTHER if end > phrase.end else LIST_REACH)
        and not clause_between(tagged, before.last, i)
    )


def _ends_bracket(tagged: Tagged, phrase: NounPhrase, before: Draft) -> bool:
    """ "20 جثة (10 رجال، 9 نساء، رضيع)": the last of a list in brackets has but a comma in front, and closes it."""
    tokens, end = tagged.tokens, phrase.end
    closed = end < len(tokens) and tokens[end].text == ")"
    return closed and before.whole is not None and tokens[before.last].text in COMMAS


def past_age(tagged: Tagged, start: int, limit: int) -> int:
    """Where what is said of someone's age ends: "فتاة تبلغ من العمر 14 عاما توفيت", "شابا في العشرين من عمره"."""
    end = start
    for k in range(start, min(start + _AGE, limit)):
        if tagged.tokens[k].kind == "punct" or tagged.roles[k].trigger is not None:
            break
        if tagged.cue(k, "age_end"):
            end = k + 1
    return end


def list_end(passage: Passage, index: int, end: int) -> int:
    """Where the list that begins with a mention ends: "إن قياديا وخمسة مقاتلين آخرين قتلوا"."""
    for mention in passage.mentions[index + 1 :]:
        phrase = parse_phrase(passage.tagged, mention, passage.sentence.last)
        near = mention.joined and mention.first - end <= LIST_REACH and not harm_between(passage, end, mention.first)
        if not near or not phrase.known or phrase.thing:
            break
        end = phrase.end
    return end


def is_besides(tagged: Tagged, i: int) -> bool:
    """ "إضافة إلى 3 جنود" goes on with a list as "and" does."""
    return tagged.cue_before(i, "besides") is not None


def _is_with(tagged: Tagged, i: int, before: Draft) -> bool:
    """ "قتل نائب مع حارسيه": so does "with" right behind the claim."""
    return tagged.word(i - 1, "with") and i - before.last <= _BESIDE


def is_spelt_out(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """Behind a colon, a semicolon or an opened bracket the figure before is told apart."""
    tokens = tagged.tokens
    opener = tokens[mention.first - 1].text if mention.first else ""
    return opener in "؛:(" and mention.first - before.last <= LIST_REACH and not _is_closed(tagged, mention)


def is_told_one_by_one(passage: Passage, index: int, before: Draft) -> bool:
    """ "خمسة أشخاص: رجل وامرأتان وطفلان": a list right behind the colon, not one who speaks there."""
    mention = passage.mentions[index]
    if not (
        is_spelt_out(passage.tagged, mention, before)
        and before.mention.kind == "number"
        and index + 1 < len(passage.mentions)
    ):
        return False
    following = passage.mentions[index + 1]
    return (
        following.joined
        and following.first - mention.last <= _BESIDE
        and not harm_between(passage, before.last, following.first)
    )


def fills(passage: Passage, index: int, before: Draft) -> bool:
    """ "ثلاثة أشخاص، رجل وامرأتان": a list behind a comma whose members make just the figure before."""
    tagged, mentions = passage.tagged, passage.mentions
    first = mentions[index]
    total = before.mention.min
    behind = tagged.tokens[first.first - 1].text in COMMAS and first.first - before.last <= LIST_REACH
    if (
        not behind
        or before.mention.kind not in ("number", "dual")
        or total is None
        or total != before.mention.max
        or first.joined
    ):
        return False
    made, end = 0, first.last
    for mention in mentions[index:]:
        counted = mention.kind in ("number", "dual", "single") and mention.min == mention.max
        if not counted or (mention is not first and not mention.joined) or mention.first - end > _BESIDE:
            break
        phrase = parse_phrase(tagged, mention, passage.sentence.last)
        if phrase.thing or phrase.outcome is not None or not phrase.known:
            break
        made, end = made + (mention.min or 0), max(mention.last, phrase.end)
        if made >= total:
            break
    several = end > first.last and made == total and first.min != total
    return several and not harm_between(passage, before.last, end) and not clause_between(tagged, before.last, end)


def is_in_brackets(tagged: Tagged, mention: Mention) -> bool:
    """Whether the mention is a number alone in brackets: "(5)"."""
    return tagged.tokens[mention.first - 1].text == "(" and _is_closed(tagged, mention)


def _is_closed(tagged: Tagged, mention: Mention) -> bool:
    """Whether the bracket holds the number alone: "(5)"."""
    tokens = tagged.tokens
    return mention.last < len(tokens) and tokens[mention.last].text == ")"
