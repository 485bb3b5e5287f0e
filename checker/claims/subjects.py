"""The verb behind a mention, whose subject it is: "أن 5 جنود قتلوا"."""

from __future__ import annotations

from checker.claims.counted import parse_phrase
from checker.claims.described import STATES
from checker.claims.draft import Draft
from checker.claims.fates import is_fate, is_own, words_of
from checker.claims.lists import list_end
from checker.claims.marks import MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_before, harm_between, opens_part
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: How many tokens may stand between a mention and its verb.
_SUBJECT_REACH = 14
#: … and between "of" and the known figure it leads to.
_BESIDE = 3
#: A verb behind those it tells of ends so if they are several, or women, or things: "قتلوا", "توفيت", "تحتجزهم".
_OF_SEVERAL, _PAIR = ("وا", "ون", "ن", "ت", "ا", "هم"), 2
_OF_ONE_WOMAN = "ت"
_PRESENT = frozenset("يتن")
#: A verb behind these is told of one man or thing.
_WHICH = ("التي", "الذي")
#: What became of people before: "13 من الذين تم إنقاذهم أصيبوا بحروق".
_STATES = (Outcome.MISSING, Outcome.RESCUED)
_QUOTES = frozenset("«\"“'(")
#: What says of two that they did something together, and verbs too short to say so by their ending.
_BOTH, _SHORT = "هما", 3


def verb_of(passage: Passage, index: int, phrase: NounPhrase) -> Harm | None:
    """The verb behind the mention of which it is the subject."""
    start = max(passage.mentions[index].last, phrase.end)
    harm = _verb_behind(passage, index, start)
    if harm is None or not passage.tagged.cue(harm.first - 1, "relative"):
        return harm
    if harm.outcome in _STATES:
        return _verb_behind(passage, index, harm.last) or harm  # "شخصين كانا في عداد المفقودين وقد فارقا الحياة"
    if harm.outcome is Outcome.INJURED and harm.first - start <= 1:  # "ثلاثة من الذين أسعفوا توفوا لاحقا"
        died = _verb_behind(passage, index, harm.last)
        dead = died is not None and died.outcome is Outcome.KILLED and not _of_one(passage.tagged, died)
        return died if dead else harm
    return harm


def own_verb(passage: Passage, index: int, phrase: NounPhrase, before: Draft | None) -> Harm | None:
    """The verb right behind a figure, where the one in front has its subject: "أن 11 قتلوا و32 أصيبوا"."""
    mention = passage.mentions[index]
    if before is None or before.path != "subject" or before.harm is None or not mention.joined:
        return None
    if not before.last <= before.harm.first < mention.first:
        return None
    subject = verb_of(passage, index, phrase)
    near = subject is not None and subject.first - max(mention.last, phrase.end) <= 1
    return subject if near else None


def fate_of_one(passage: Passage, index: int, phrase: NounPhrase) -> Harm | None:
    """The verb right behind one of many that says what became of him: "أن أحد المهاجمين قتل في الانفجار"."""
    tagged, mention = passage.tagged, passage.mentions[index]
    if tagged.cue(mention.first - 1, "zero_before"):
        return None  # "أن لا أحد مات"
    if not (clause_before(passage, mention) or tagged.cue(mention.first, "one_of_them")):
        return None
    harm = verb_of(passage, index, phrase)
    if harm is None or harm.first != max(mention.last, phrase.end):
        return None
    return harm if harm.kind in ("suffer", "behind") or has_no_object(passage, harm.last) else None


def has_no_object(passage: Passage, k: int) -> bool:
    """Whether nobody can be the object of the verb that ends at ``k``: "قتل في الانفجار", "قتل برصاص الجيش"."""
    tagged = passage.tagged
    if k >= passage.sentence.last or tagged.tokens[k].kind == "punct" or tagged.particles[k].startswith("ب"):
        return True
    if tagged.joined(k) and any(harm.first == k and harm.kind == "suffer" for harm in passage.harms):
        return True  # "قتل وأصيب آخرون"
    return tagged.cue(k, "prepositions") or tagged.cue(k, "group_stops") or tagged.cue(k, "on_day")


def _verb_behind(passage: Passage, index: int, start: int) -> Harm | None:
    tagged = passage.tagged
    mention = passage.mentions[index]
    following = _next_clause(passage, index)
    for harm in passage.harms:
        if harm.first < start:
            continue
        if harm.kind == "toll" and harm.joined and harm.first == start and harm.outcome in STATES:
            start = harm.last  # "3500 من المهاجرين واللاجئين لاقوا حتفهم"
            continue
        particle = tagged.particles[harm.first][:1]
        purpose = particle == "ل" or (particle == "ب" and harm.kind == "cause")  # "لينقذ", "قام شابان بقتل جار"
        if harm.first - start > _SUBJECT_REACH or harm.first >= following or purpose:
            return None
        if harm.joined and not (harm.kind == "behind" and tagged.particles[harm.first][:1] == "ف"):
            return None  # but "على ثلاثة فأرداهم قتلى"
        if harm.kind == "behind" and _may_be(tagged, harm, start):
            return None
        if (
            harm.kind not in ("cause", "suffer", "fall", "behind")
            or _is_present(tagged, harm)
            or _may_come(tagged, harm)
            or tagged.cue(harm.first, "fall_nouns")
            or tagged.word(harm.first - 1, "object_of")
        ):
            return None
        if harm.first >= mention.last and is_fate(tagged, harm.last, "some_of_them"):
            return None
        of_them = tagged.cue(harm.last, "partitive_after")
        if of_them and any(other.first == harm.last + 1 for other in passage.mentions):
            return None  # "يستقبل المشفى 70 طفلا، يموت منهم اثنان"
        of_all = harm.kind == "behind" and clause_before(passage, mention)  # "أن 9 رجال و6 نساء في عداد القتلى"
        of_all = of_all and list_end(passage, index, start) == harm.first
        both = mention.kind == "single" and _of_two(tagged, harm) and clause_before(passage, mention)
        if (
            harm.kind != "fall"
            and not (harm.plural or of_all or both)
            and _others_counted(passage, index, start, harm.first)
        ):
            return None  # "20 متهما، بينهم 3 أشقاء ألقت الشرطة القبض عليهم": the three
        if mention.kind == "dual" and harm.kind == "fall" and tagged.tokens[harm.first].norm.endswith(_OF_ONE_WOMAN):
            return None  # "سيارة يستقلها رجلان سقطت في البحر"
        told = start > mention.last and harm.first == start and clause_before(passage, mention)  # "أن 1280 شخصا قتل"
        if _of_one(tagged, harm) and not told and mention.kind == "number" and (mention.min or 0) > _PAIR:
            return None  # "مركب يحمل 30 راكبا غرق"
        if _is_of_another(passage, harm, start, mention) or _finds_bodies(tagged, harm):
            return None
        of_those = harm.last == following < passage.sentence.last and not tagged.joined(following)
        if of_those and harm.last - harm.first > 1:
            return None  # "راح ضحيتها 16 قتيلا": of those behind it
        if any(
            tagged.tokens[k].text in MARKS
            or _of_another_one(tagged, k, mention)
            or (tagged.cue(k, "clause") and not tagged.word(k, "same_subject"))
            for k in range(start, harm.first)
        ):
            return None
        active = harm.kind == "cause" and (
            (
                following < passage.sentence.last
                and all(
                    tagged.tokens[k].text in _QUOTES or tagged.word(k, "therein") for k in range(harm.last, following)
                )
            )
            or is_own(tagged, harm.last)  # "أن شابا قتل والدته"
            or (harm.plural and _is_known(tagged, harm.last))  # "50 مسلحا خطفوا الأطفال"
        )
        return None if active else harm
    return None


def _is_known(tagged: Tagged, k: int) -> bool:
    """Whether known people stand right there: "الأطفال", "الرهائن"."""
    roles = tagged.roles[k]
    people = (roles.noun is not None and roles.noun.group is not None) or roles.victim is not None
    return people and tagged.definite(k) and not tagged.particles[k].strip("ال")


def _of_two(tagged: Tagged, harm: Harm) -> bool:
    """ "كان ضابط وجندي قتلا", "لقيا حتفهما": the verb of both whom a list names."""
    trigger = tagged.roles[harm.first].trigger
    dual = trigger is not None and trigger.number == "dual" and len(tagged.tokens[harm.first].norm) > _SHORT
    return dual or tagged.tokens[harm.last - 1].norm.endswith(_BOTH)


def _may_be(tagged: Tagged, harm: Harm, start: int) -> bool:
    """ "قد يصبحون بلا مأوى": before a present tense the particle tells of what has not happened."""
    verb = harm.first - 1
    return verb > start and tagged.word(verb - 1, "may") and tagged.tokens[verb].norm[0] in _PRESENT


def _may_come(tagged: Tagged, harm: Harm) -> bool:
    """ "قد يموتون جوعا": what may happen to those in front of it."""
    return tagged.word(harm.first - 1, "may") and tagged.tokens[harm.first].norm[0] in _PRESENT


def _is_present(tagged: Tagged, harm: Harm) -> bool:
    """A present tense of doing: its subject is the one who does it ("مواطن يقتل …")."""
    return harm.kind == "cause" and tagged.tokens[harm.first].norm[0] in "يتس"


def _others_counted(passage: Passage, index: int, first: int, last: int) -> bool:
    """Whether other people are counted there than the known ones of whom the mention is a part."""
    between = (mention for mention in passage.mentions[index + 1 :] if first <= mention.first < last)
    return any(not (_of_the_known(passage, index, mention) or _says_it_again(passage, mention)) for mention in between)


def _says_it_again(passage: Passage, mention: Mention) -> bool:
    """ "14 ألف أسرة، أي 70 ألف فرد، فرت": the same people, counted in another way."""
    return is_fate(passage.tagged, mention.first - 1, "that_is")


def _is_of_another(passage: Passage, harm: Harm, start: int, mention: Mention) -> bool:
    """Whether the verb is told of a thing between, or counts others between its two halves.

    "300 شخص رددوا شعارات الثورة التي سقط خلالها 40", "الحوادث الأربع هذه حصدت 90 نفسا",
    "أربعة أطلقوا النار على المشتبه به الذي سقط".
    """
    tagged, who = passage.tagged, harm.first - 1
    if (
        who > start
        and tagged.tokens[who].norm in words_of("of_one_man")
        and mention.kind == "number"
        and (mention.min or 0) > 1
    ):
        return True
    if who > start and tagged.tokens[who].norm in _WHICH and tagged.definite(who - 1):
        return True
    return any(harm.last <= mention.first < harm.close for mention in passage.mentions if mention.kind == "number")


def _of_another_one(tagged: Tagged, k: int, mention: Mention) -> bool:
    """ "أربعة أفراد، وكان خامسهم قد لقي مصرعه": what is told behind "and was" is told of one alone."""
    return tagged.tokens[k].norm in words_of("and_was") and mention.kind == "number" and (mention.min or 0) > _PAIR


def _finds_bodies(tagged: Tagged, harm: Harm) -> bool:
    """ "أن عاملا عثر على جثة الرجل": who finds or buries a body is not dead; "عثر على جثثهم" is told of the dead."""
    return harm.last - harm.first > 1 and is_fate(tagged, harm.last - 1, "bodies")


def _of_one(tagged: Tagged, harm: Harm) -> bool:
    """Whether a verb of one word has one man or thing for its subject."""
    one = harm.kind in ("cause", "suffer") and harm.close - harm.first == 1
    norm = tagged.tokens[harm.first].norm
    short = len(norm) <= _SHORT and norm.endswith("ا")  # "نجا"
    return one and (short or not norm.endswith(_OF_SEVERAL))


def _next_clause(passage: Passage, index: int) -> int:
    """First token of the next mention that is neither a part of this one nor in its list."""
    parts = False
    for mention in passage.mentions[index + 1 :]:
        if mention.kind == "rest":
            continue
        if opens_part(passage.tagged, mention.first):
            parts = True
        elif _of_the_known(passage, index, mention) or _says_it_again(passage, mention):
            continue
        elif not (mention.joined or parts or _is_one_more(passage, mention)) or harm_between(
            passage, passage.mentions[index].last, mention.first
        ):
            return mention.first
    return passage.sentence.last


def _is_one_more(passage: Passage, mention: Mention) -> bool:
    """ "12 مدنيا وجنديا تشاديا واحدا", "4 جنود ومدنيين اثنين": a list goes on with a noun in front of its number."""
    if mention.kind != "number" or mention.min not in (1, _PAIR):
        return False
    head = parse_phrase(passage.tagged, mention, passage.sentence.last).head
    return head is not None and head < mention.first and passage.tagged.joined(head)


def _of_the_known(passage: Passage, index: int, mention: Mention) -> bool:
    """ "حالتان من الحالات الثلاث … في العناية": the known figure belongs to the noun phrase in front of it."""
    end, tagged = passage.mentions[index].last, passage.tagged
    definite = tagged.tokens[mention.number_first].norm.startswith("ال")
    return definite and tagged.word(end, "of") and mention.first - end <= _BESIDE
