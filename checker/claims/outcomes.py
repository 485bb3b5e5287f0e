"""What happened to the people of a mention: the word that governs it.

The ways are tried in order of how sure they are: the counted noun itself
("قتلى"), a list that goes on ("… و3 جنود"), a part of the figure before
("بينهم"), the verb or verbal noun in front, an announced toll ("عدد القتلى …
إلى"), the verb behind ("أن 5 جنود قتلوا"), and a known figure referred to
again ("الجنود الثلاثة"). Here is their order; each way has a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.lexicon import NOTHING
from checker.claims.apart import told_apart
from checker.claims.counted import parse_phrase
from checker.claims.described import (
    STATES,
    among_told,
    came_off,
    described_behind,
    is_any_one,
    is_hurt,
    is_in_state,
    is_one_victim,
    lump_behind,
    remaining_are,
)
from checker.claims.distant import outcome_distant
from checker.claims.doers import carried_out
from checker.claims.draft import Decision, Draft
from checker.claims.fates import fate_within, is_fate, words_of
from checker.claims.governing import can_fall, end_before, falls_from, governing_word, is_told_in
from checker.claims.lists import fills, is_besides
from checker.claims.mentions import Mention, has_known_before, has_noun_before
from checker.claims.missing import have_come_back, reported_missing
from checker.claims.no_fates import is_no_fate
from checker.claims.nounphrase import NounPhrase
from checker.claims.out_of import is_base, is_of_how_many
from checker.claims.partitives import is_part
from checker.claims.passage import Passage, clause_between, harm_before
from checker.claims.plans import Plans, may_come
from checker.claims.rest_of import rest_of
from checker.claims.sentences import Sentence
from checker.claims.subjects import fate_of_one, own_verb, verb_of
from checker.claims.tagging import HIS, Harm, Tagged
from checker.claims.tolls import changes_by, rises_from, tolls_none
from checker.claims.unnumbered import outcome_unnumbered
from checker.claims.vessels import fate_of_riders, freed_behind, held_by_captors, held_by_water, taken_with
from checker.model import Outcome

#: Some of these may be badly hurt, which the others are not.
_UNHURT = (Outcome.KILLED, Outcome.RESCUED)
#: Parents behind others who were harmed: "إصابة شقيقه ووالديه"; the ending of those that no subject has.
_LISTED, _GENITIVE = 8, "يه"
_YEARS = (1900, 2099)
#: Whom someone can set free, and how far behind the word for it they are named.
_HELD, _LET_GO = (Outcome.DETAINED, Outcome.KIDNAPPED), 5
#: Words behind those who are at large.
_AT_LARGE = 3


class Governor:
    """Decides the outcome of the mentions of one sentence, in order."""

    def __init__(self, tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention], harms: Sequence[Harm]) -> None:
        counted = {mention.first for mention in mentions if not mention.joined and mention.kind != "rest"}
        counted |= {mention.first - 1 for mention in mentions if has_noun_before(tagged, mention)}
        counted |= {mention.first - 1 for mention in mentions if has_known_before(tagged, mention)}
        near = [
            harm
            for harm in harms
            if harm.kind != "near"
            or (harm.last in counted and _is_near(tagged, harm))
            or is_fate(tagged, harm.last, "bands")
        ]
        near = [harm for harm in near if not _tells_of_none(tagged, harm)]
        self._passage = Passage(tagged, sentence, mentions, near)
        self._plans = Plans(self._passage)
        self._difference = -1
        """The last mention by which a toll rises or falls."""
        self._passed = -1
        """The end of the last figure of people who are not said to be harmed: "كان المركب يقل 42 شخصا"."""

    @property
    def passed(self) -> bool:
        """Whether the sentence has told of so many people who are not said to be harmed."""
        return self._passed >= 0

    def decide(self, index: int, phrase: NounPhrase, drafts: Sequence[Draft]) -> Decision | None:
        """Outcome, the way it was found, and the governing word; None for no claim."""
        decided = self._decide(index, phrase, drafts)
        if decided is not None:
            outcome, path, harm = decided
            mention = self._passage.mentions[index]
            if outcome is Outcome.DETAINED and held_by_captors(self._passage, mention, phrase, harm):
                decided = Outcome.KIDNAPPED, path, harm
            elif outcome is Outcome.DETAINED and harm is not None and held_by_water(self._passage, harm):
                decided = freed_behind(self._passage, phrase.end), path, harm
            elif outcome is Outcome.CASUALTIES and path == "toll" and self._died(index, phrase):
                decided = Outcome.KILLED, path, harm
            elif outcome in _HELD and harm is not None and harm.kind == "toll" and self._are_let_go(harm):
                decided = Outcome.OTHER, path, harm
            elif outcome is Outcome.DISPLACED and drafts and drafts[-1].outcome in _HELD and self._is_of_them(mention):
                decided = Outcome.OTHER, path, harm  # "خطف 276 تلميذة، فر منهن 57"
            elif outcome is Outcome.MISSING and have_come_back(self._passage, mention, harm):
                decided = Outcome.OTHER, path, harm
        if decided is not None and decided[2] is not None:
            mention = self._passage.mentions[index]
            if is_no_fate(self._passage.tagged, mention, phrase, decided[2]):
                return None
        if decided is None and phrase.known and phrase.head is not None and not phrase.thing:
            self._passed = phrase.end
        if decided is not None and phrase.household:
            mention = self._passage.mentions[index]
            several = mention.kind != "dual" and mention.min is not None and mention.min > 1
            return decided if several and decided[0] in STATES else None  # no count of the dead
        return decided

    def _counts_things(self, index: int) -> bool:
        """Whether the number in front counts things, and more of them, or unknown ones, are told of.

        "ثلاثة صواريخ … وسبعة أخرى", "320 شهادة مزورة و45 ختما".
        """
        passage, mention = self._passage, self._passage.mentions[index]
        more = mention.last < len(passage.tagged.tokens)
        more = more and passage.tagged.tokens[mention.last].norm in words_of("more_things")
        if not index or not (more or mention.joined):
            return False
        before = passage.mentions[index - 1]
        return before.kind == "number" and parse_phrase(passage.tagged, before, passage.sentence.last).thing

    def _is_one_of_things(self, index: int) -> bool:
        """ "أطلقت ثلاثة صواريخ سقط أحدهم": one of the things counted in front."""
        passage = self._passage
        them = passage.tagged.cue(passage.mentions[index].first, "one_of_them")
        if not them or not index:
            return False
        return parse_phrase(passage.tagged, passage.mentions[index - 1], passage.sentence.last).thing

    def _are_let_go(self, toll: Harm) -> bool:
        """ "أفرجت عن الدفعة الثانية من الأسرى وعددهم 50": the toll stands behind the word that sets them free."""
        freed = [harm for harm in self._passage.harms if harm.outcome is Outcome.OTHER and harm.last <= toll.first]
        near = bool(freed) and toll.first - freed[-1].last <= _LET_GO
        return near and not clause_between(self._passage.tagged, freed[-1].last, toll.first)

    def _is_of_them(self, mention: Mention) -> bool:
        return self._passage.tagged.cue_before(mention.first, "partitive") is not None

    def _is_of_things(self, index: int) -> bool:
        """ "28 سيارة، تفحمت 6 منها": some of the things counted in front."""
        if not index:
            return False
        passage = self._passage
        return parse_phrase(passage.tagged, passage.mentions[index - 1], passage.sentence.last).thing

    def _died(self, index: int, phrase: NounPhrase) -> bool:
        """ "ارتفع عدد الضحايا إلى 12 مدنيا قضوا غرقا": right behind the figure they are said to be dead."""
        verb = verb_of(self._passage, index, phrase)
        return (
            verb is not None and verb.outcome is Outcome.KILLED and verb.kind == "suffer" and verb.first == phrase.end
        )

    def unreal(self, index: int) -> bool:
        """Whether a plan, a threat or a capacity is told: "خطط لقتل 50", or its list goes on."""
        return self._plans.tell_of(index)

    def _decide(self, index: int, phrase: NounPhrase, drafts: Sequence[Draft]) -> Decision | None:
        passage, tagged = self._passage, self._passage.tagged
        mention = passage.mentions[index]
        if mention.kind == "zero":
            unhurt = mention.outcome is Outcome.INJURED and came_off(passage, mention)
            return None if unhurt else (mention.outcome or Outcome.CASUALTIES, "zero", None)
        if phrase.head is None and _is_year(tagged, mention):
            return None
        if phrase.thing and (reported := reported_missing(passage, mention, phrase)) is not None:
            return reported
        unreal = self.unreal(index)
        riders = fate_of_riders(passage, index, phrase)
        if riders is not None:
            return riders.outcome, "subject", riders
        if phrase.thing or unreal or is_any_one(tagged, mention, phrase):
            return None
        aboard = phrase.outcome is None and tagged.cue(mention.first - 1, "carries")
        if (aboard or tagged.cue(mention.first - 1, "helped_by")) and taken_with(passage, mention) is None:
            return None
        if phrase.outcome is None and carried_out(tagged, mention):
            return None
        room = phrase.outcome is None and is_fate(tagged, mention.first - 1, "room_for")
        if room and verb_of(passage, index, phrase) is None:
            return None
        if mention.kind == "dual" and _is_inside_harm(passage, mention.number_first):
            return None
        unknown = phrase.head is not None and not phrase.known and phrase.outcome is None
        if (unknown or (phrase.others and phrase.head is None)) and self._counts_things(index):
            return None
        if phrase.outcome is None and (is_base(passage, index, phrase) or _is_of_many(passage, index, phrase)):
            return None
        if phrase.of_before and tagged.cue(mention.after, "of_things") and not drafts and self._is_of_things(index):
            return None
        if mention.kind == "one_of" and (tagged.cue(mention.first - 1, "said") or _gets_away(tagged, mention)):
            return None  # "قال أحدهم", "لاذ أحدهم بالفرار"
        if mention.kind == "one_of" and not drafts and self._is_one_of_things(index):
            return None
        before = drafts[-1] if drafts and drafts[-1].sentence == passage.sentence else None
        left = _before_known(passage, phrase, harm_before(passage, mention))
        if left is not None and may_come(passage, mention, left):
            return None
        led = tagged.cue(mention.first, "one_of_them") and tagged.word(mention.first - 1, "prepositions")
        if led and (left is None or left.last < mention.first):
            return None  # "من قتلوا في أحدهما", but "القبض على أحدهم"
        if mention.max == 0 and phrase.head is None and not tolls_none(tagged, mention, left):
            return None  # a name: "مستشفى الطاهر صفر"
        if mention.min == mention.max == 1 and phrase.head is None and _is_one_thing(tagged, mention):
            return None
        if mention.kind == "dual" and _are_mentioned(tagged, left, mention):
            return None
        if mention.kind == "dual" and phrase.definite:
            if left is not None and left.last == mention.first and left.kind in ("suffer", "noun", "cause"):
                dies = left.outcome is Outcome.KILLED and phrase.outcome is Outcome.INJURED  # "وفاة الجريحين"
                return (left.outcome, "governed", left) if dies or phrase.outcome is None else None
            behind = verb_of(passage, index, phrase)
            if behind is not None and behind.first - phrase.end <= 1 and not phrase.others:
                return behind.outcome, "subject", behind  # "أن الضابطين قتلا", "الشرطيان اللذان أصيبا"
            if phrase.outcome not in (None, *STATES) and tagged.cue(phrase.end, "of_two") and not phrase.loose:
                return phrase.outcome, "noun", None  # "أن المصابين نقلا إلى المدينة"
            return None
        if mention.kind in ("single", "rest"):
            return outcome_unnumbered(passage, index, phrase, before, left, self._passed)
        if is_in_state(passage, mention, phrase):
            return Outcome.INJURED, "noun", None
        state = remaining_are(passage, mention, phrase)
        if state is not None:
            return state, "noun", None
        remaining = rest_of(passage, index, phrase, before)
        if remaining is not None:
            return remaining
        listed = mention.joined and index - 1 == self._difference and index > 0  # "زاد العدد بـ20 قتيلا و30 جريحا"
        if listed or changes_by(tagged, mention, left):
            self._difference = index
            return None
        risen = rises_from(passage, index, phrase)
        if risen is not None:
            return risen, "toll", left
        own = own_verb(passage, index, phrase, before)
        if own is not None:
            return own.outcome, "subject", own
        part = before is not None and (
            is_part(passage, mention, phrase, before, self._passed)
            or told_apart(tagged, passage.sentence, passage.mentions, index, phrase, before, passage.harms)
            or (mention.kind == "dual" and fills(passage, index, before))
        )
        governed = governing_word(passage, index, phrase, left, drafts)
        if governed is not None and governed.kind == "fall":
            lost = tagged.cue(governed.first, "particle") and not phrase.partitive and not _are_kin(tagged, phrase)
            who = tagged.roles[governed.last].body if governed.last < mention.first else None
            if mention.first - governed.last <= 1 and lost and who is None:  # "فقد الجيش خمسة" lost them for good
                return Outcome.MISSING, "governed", governed  # "وفقد أربعة آخرون"
            if not can_fall(tagged, governed, phrase):
                governed = None
            elif phrase.outcome is None and falls_from(tagged, max(mention.last, phrase.end)):
                return None  # "سقط خمسة عمال من سقالة": what became of them is not said
        dead = phrase.outcome in (Outcome.KILLED, Outcome.INJURED)  # "سيتم تشييع 5 شهداء": they are dead
        let_go = governed is not None and governed.outcome is Outcome.OTHER
        if governed is not None and not (dead or let_go) and is_fate(tagged, governed.first - 1, "will_be"):
            return None  # "سيتم تحرير 20 سجينا"
        adjacent = governed is not None and mention.first - end_before(governed, mention) <= 1
        if before is not None and governed is not None and mention.joined and is_told_in(governed, before):
            adjacent = False  # a list, whatever verb or noun follows
        apart = before is not None and governed is not None and governed.last < mention.first
        wounded = governed is not None and governed.outcome is Outcome.INJURED
        missing = verb_of(passage, index, phrase) if apart or wounded else None
        worse = apart or (missing is not None and missing.outcome is Outcome.KILLED)  # "اختناق 21 سجينا حتى الموت"
        if worse and missing is not None and missing.kind == "behind" and missing.first == phrase.end:
            return missing.outcome, "subject", missing  # "ثلاث جثث واعتبار 13 آخرين في عداد المفقودين"
        if part and adjacent and governed is not None and before is not None and governed.outcome is not before.outcome:
            part = False  # "قُتل اثنان وأصيب العشرات منهم": of their kind, not of the two
        told = (
            adjacent
            or part
            or mention.joined
            or is_besides(tagged, mention.first)
            or is_one_victim(passage, mention, phrase)
        )
        if mention.kind == "one_of" and not told:
            fate = fate_of_one(passage, index, phrase)
            return None if fate is None else (fate.outcome, "subject", fate)
        lumped = lump_behind(passage, phrase)
        if lumped is not None and not part:
            return lumped.outcome, "noun", lumped
        if adjacent and governed is not None and governed.kind == "fall" and phrase.outcome is None:
            described = described_behind(passage, phrase)
            if described is not None and described[0] is Outcome.INJURED:
                return described  # "سقط 5 أشخاص جرحى"
        if adjacent and governed is not None and governed.outcome is Outcome.OTHER:
            return governed.outcome, "governed", governed  # "شفيت 586 إصابة"
        counted = adjacent and governed is not None and governed.kind != "toll"
        among = None if counted else among_told(passage, phrase)
        if among is not None:
            return among, "noun", None
        if part and before is not None and before.outcome in _UNHURT and is_hurt(passage, phrase):
            return Outcome.INJURED, "noun", None  # "حالات منها أربعة خطرة"
        if part and before is not None and before.outcome is Outcome.RESCUED:
            harmed = verb_of(passage, index, phrase)
            if (
                harmed is not None
                and harmed.first == phrase.end
                and harmed.outcome in (Outcome.INJURED, Outcome.KILLED)
            ):
                return harmed.outcome, "partitive", harmed  # "أنقذ 60 عاملا، بينهم 19 أصيبوا بحروق"
        if part and before is not None and before.outcome is Outcome.DETAINED:
            end = max(mention.last, phrase.end)
            if fate_within(tagged, "at_large", end, min(end + _AT_LARGE, passage.sentence.last)):
                return None  # "31 موقوفا، منهم 12 في حالة فرار"
        if part and before is not None and before.outcome in (Outcome.KIDNAPPED, Outcome.DETAINED):
            if is_fate(tagged, mention.first - 1, "lets_go"):
                return Outcome.OTHER, "partitive", None  # "خطف 11، أطلق اثنين منهم"
            freed = verb_of(passage, index, phrase)
            if freed is not None and freed.first == phrase.end and freed.outcome is Outcome.OTHER:
                return freed.outcome, "partitive", freed  # "خطف 129 تلميذة، وقالت إن 14 منهن أطلق سراحهن"
        if phrase.outcome in STATES and part and before is not None and before.outcome not in STATES:
            return before.outcome, "partitive", before.harm  # "قتل 20، بينهم أربعة لاجئين"
        if phrase.outcome in STATES:
            harmed = governed if adjacent else verb_of(passage, index, phrase)
            if harmed is not None and (harmed.outcome, phrase.outcome) == (Outcome.DETAINED, Outcome.KIDNAPPED):
                harmed = None  # "احتجز المسلحون 12 رهينة"
            kinds = phrase.head is not None and phrase.end - phrase.head > 1
            if kinds and harmed is not None and harmed.outcome is Outcome.MISSING:
                harmed = None  # "21 حالة اختطاف، تعرض أصحابها للإخفاء"
            if harmed is not None and harmed.outcome is not phrase.outcome and not part:
                return harmed.outcome, "governed" if adjacent else "subject", harmed
        if phrase.outcome is Outcome.RESCUED:
            harmed = verb_of(passage, index, phrase)
            if harmed is not None and tagged.cue(harmed.first - 1, "relative"):
                return harmed.outcome, "subject", harmed  # "الناجين الـ70 الذين جرحوا"
        died = governed is not None and adjacent and governed.outcome is Outcome.KILLED and governed.kind != "fall"
        if governed is not None and tagged.cue(governed.first, "a_toll"):
            died = False  # "حصيلة الحريق 4 مصابين"
        if phrase.outcome is Outcome.INJURED and died and not part and not mention.joined:  # "الجثث و28 مصابا"
            return Outcome.KILLED, "governed", governed  # "وفاة 4 مصابين"
        left_it = verb_of(passage, index, phrase) if phrase.outcome is Outcome.INJURED and not part else None
        if left_it is not None and left_it.outcome is Outcome.OTHER and left_it.first == phrase.end:
            return left_it.outcome, "subject", left_it  # "19 مصابا غادروا بعد تلقي الإسعافات"
        saved = adjacent and governed is not None and governed.outcome is Outcome.RESCUED
        cases = phrase.head is not None and phrase.end - phrase.head > 1  # no bodies
        lost = phrase.outcome is Outcome.MISSING or (cases and phrase.outcome is Outcome.KILLED)
        if saved and governed is not None and lost:
            return governed.outcome, "governed", governed  # "أنقذت 13 حالة غرق", "العثور على 5 مفقودين أحياء"
        if phrase.outcome is not None and not phrase.loose:
            subject = verb_of(passage, index, phrase) if phrase.partitive else None
            survived = phrase.outcome is Outcome.RESCUED and subject is not None and not subject.plural
            if survived:
                return Outcome.RESCUED, "noun", left  # "100 من الناجين من عبارة غرقت"
            if subject is not None:
                return subject.outcome, "subject", subject
            if phrase.partitive and adjacent and governed is not None and governed.kind in ("noun", "suffer"):
                return governed.outcome, "governed", governed
            return phrase.outcome, "partitive" if part else "noun", left
        if before is not None and part:
            return before.outcome, "partitive", before.harm
        if adjacent and governed is not None:
            loose = phrase.loose and governed.kind == "fall"
            return Outcome.CASUALTIES if loose else governed.outcome, "governed", governed
        return outcome_distant(passage, index, phrase, before, governed)


def _tells_of_none(tagged: Tagged, harm: Harm) -> bool:
    """Of "سقوط مروحية" it is a thing, of "تشييع الشهيد" one who is known, of "هربوا من التجنيد" no refugees."""
    if harm.kind == "fall":
        return is_fate(tagged, harm.last, "falling")
    if tagged.word(harm.last, "of") and is_fate(tagged, harm.last + 1, "duties"):
        return fate_within(tagged, "runs", harm.first, harm.last)
    victim = tagged.roles[harm.first].victim if harm.kind == "toll" and harm.last - harm.first == 1 else None
    return victim is not None and victim.number == "singular" and tagged.definite(harm.first)


def _is_near(tagged: Tagged, harm: Harm) -> bool:
    """Of those treated only known ones are meant: "يعالج الخمسة الباقون", and not "يعالج 400 يوميا"."""
    return not is_fate(tagged, harm.first, "treats") or tagged.definite(harm.last)


def _before_known(passage: Passage, phrase: NounPhrase, left: Harm | None) -> Harm | None:
    """The word in front of known victims that are counted themselves: "تحرير الرهائن السبعة"."""
    if left is None or left.kind != "toll" or phrase.head != left.first or not phrase.definite:
        return left
    fates = (Outcome.RESCUED, Outcome.OTHER, Outcome.KILLED)
    before = (harm for harm in passage.harms if harm.last == left.first and harm.kind != "toll")
    return next((harm for harm in before if harm.outcome in fates), left)


def _is_year(tagged: Tagged, mention: Mention) -> bool:
    """ "وفي 2017 مات 43": four digits behind "in" that count nobody."""
    year = _YEARS[0] <= (mention.min or 0) <= _YEARS[1] and mention.min == mention.max
    alone = mention.last - mention.first == 1 and len(tagged.tokens[mention.first].text) == len(str(_YEARS[0]))
    return year and alone and tagged.cue(mention.first - 1, "in_year")


def _are_kin(tagged: Tagged, phrase: NounPhrase) -> bool:
    """ "فقد أبناءه الثلاثة": his own are lost to him, and not missing."""
    return phrase.definite and phrase.head is not None and tagged.tokens[phrase.head].norm.endswith(HIS)


def _is_of_many(passage: Passage, index: int, phrase: NounPhrase) -> bool:
    """Whether it is how many there were of whom the figure in front was harmed.

    "كان واحدا من 18 شابا قتلوا" is told of one who is one of the 18, and counts these.
    """
    if not index or not is_of_how_many(passage, index - 1):
        return False
    one = passage.mentions[index - 1]
    return not (one.min == one.max == 1 and verb_of(passage, index, phrase) is not None)


def _is_one_thing(tagged: Tagged, mention: Mention) -> bool:
    """ "أطعمة من مطعم واحد": one of what an unknown word names, behind a preposition."""
    k = mention.first - 1
    if mention.kind != "number" or k < 1 or mention.joined or tagged.roles[k] != NOTHING or tagged.definite(k):
        return False
    led = tagged.word(k - 1, "of") or tagged.cue(k - 1, "prepositions")
    return led and tagged.tokens[k].kind == "word"


def _are_mentioned(tagged: Tagged, left: Harm | None, mention: Mention) -> bool:
    """Whether somebody's parents are named and not counted: "منزل والديها", not "وأصابوا والديه"."""
    norm = tagged.tokens[mention.first].norm
    if norm[len(tagged.particles[mention.first]) :] not in words_of("parents"):
        return False
    if left is None or not norm.startswith("و"):
        return True  # "بار بوالديه"
    listed = norm.startswith("وو") and _GENITIVE in norm and mention.first - left.last <= _LISTED
    return left.last != mention.first and not listed


def _gets_away(tagged: Tagged, mention: Mention) -> bool:
    """Whether the one of them is told to have got away: "لاذ أحدهم بالفرار", "أحدهم تمكن من الفرار"."""
    them = tagged.cue(mention.first, "one_of_them")
    return them and any(is_fate(tagged, k, "gets_away") for k in (mention.first - 1, mention.last))


def _is_inside_harm(passage: Passage, i: int) -> bool:
    """Whether the token belongs to a word of harm that is no toll."""
    return any(harm.first <= i < harm.last and harm.kind != "toll" for harm in passage.harms)
