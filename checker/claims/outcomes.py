"""What happened to the people of a mention: the word that governs it.

The ways are tried in order of how sure they are: the counted noun itself
("قتلى"), a list that goes on ("… و3 جنود"), a part of the figure before
("بينهم"), the verb or verbal noun in front, an announced toll ("عدد القتلى …
إلى"), the verb behind ("أن 5 جنود قتلوا"), and a known figure referred to
again ("الجنود الثلاثة").
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.among import among_before, among_behind
from checker.claims.apart import told_apart
from checker.claims.by_place import REACH as BY_PLACE
from checker.claims.by_place import are_these, at_place, first_of_places, moved_on, named_before, past_verb
from checker.claims.draft import Draft, Path
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase, parse_phrase
from checker.claims.sentences import Sentence
from checker.claims.tagging import Harm, Tagged, is_and_verb
from checker.model import Group, Outcome

#: How many tokens may stand between a governing word and its figure.
_GOVERN_REACH = 14
#: … and its figure where the lexicon does not know what is counted.
_UNKNOWN_REACH = 6
_TOLL_REACH = 40
_SUBJECT_REACH = 14
_LIST_REACH = 9
#: … and one without a number, where nothing says that a list goes on.
_ONE_MORE = 3
_MARKS = frozenset(".؛:؟!")
#: "قتل نائب مع 3 من حراسه": so near "with" goes on with who was harmed.
_BESIDE = 3
#: What people are who may then be killed or hurt: "مقتل 9 لاجئين".
_STATES = (Outcome.DISPLACED, Outcome.DETAINED, Outcome.KIDNAPPED)
#: Some of these may be badly hurt, which the others are not.
_UNHURT = (Outcome.KILLED, Outcome.RESCUED)
#: An unlikely thing is told of so close in front.
_UNLIKELY = 8
#: The cues of plans, of shares and of what is not likely.
_PLANS = ("unreal", "rate", "unlikely")
#: Mentions without a number, which need a word of harm of their own.
_WEAK = ("single", "one_of", "rest")
#: Words between those who are not said to be harmed and some of them.
_OF_THEM = 6
#: Between the two figures of a toll may stand where the first comes from.
_REVISED = 8
_COMMAS = frozenset("،,")
#: "قتل شرطي شابا": the ending of an object.
_ACCUSATIVE = "ا"
_THE, _THEY_ARE = ("ال", "وال"), "وهم"
#: A verb behind those it tells of ends so if they are several, or women, or things: "قتلوا", "توفيت", "تحتجزهم".
_OF_SEVERAL, _PAIR = ("وا", "ون", "ن", "ت", "ا", "هم"), 2
_QUOTES = frozenset("«\"“'(")
#: "Of them", which may be of things.
_OF_THINGS = "منها"
#: Tokens of "in" and the name of a place.
_PLACE = 2
#: An aside between a verb's subject and its object has at most so many tokens, and the subject so many words.
_ASIDE, _SUBJECT_WORDS = 14, 4


class Governor:
    """Decides the outcome of the mentions of one sentence, in order."""

    def __init__(self, tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention], harms: Sequence[Harm]) -> None:
        self._tagged = tagged
        self._sentence = sentence
        self._mentions = mentions
        counted = {mention.first for mention in mentions if not mention.joined and mention.kind != "rest"}
        self._harms = [harm for harm in harms if harm.kind != "near" or harm.last in counted]
        self._may_plan = tagged.cued_by(_PLANS, sentence.first, sentence.last)
        """Whether the sentence has a word of what is not so at all; most have none."""
        self._planned = -1
        """The last mention that a plan or a denial tells of."""
        self._passed = -1
        """The end of the last figure of people who are not said to be harmed: "كان المركب يقل 42 شخصا"."""

    def decide(
        self, index: int, phrase: NounPhrase, drafts: Sequence[Draft]
    ) -> tuple[Outcome, Path, Harm | None] | None:
        """Outcome, the way it was found, and the governing word; None for no claim."""
        decided = self._decide(index, phrase, drafts)
        if decided is not None and decided[2] is not None and self._sought(phrase, decided[2]):
            return None
        if decided is None and phrase.known and phrase.head is not None and not phrase.thing:
            self._passed = phrase.end
        if decided is not None and phrase.household:
            mention = self._mentions[index]
            several = mention.kind != "dual" and mention.min is not None and mention.min > 1
            return decided if several and decided[0] in _STATES else None  # no count of the dead
        return decided

    def _sought(self, phrase: NounPhrase, harm: Harm) -> bool:
        """Whether it is suspects for whom the police look: "البحث جار عن ثلاثة مشتبه فيهم"."""
        if harm.outcome is not Outcome.MISSING or not self._searches(harm):
            return False
        return phrase.group is Group.MILITANTS or (phrase.head is not None and self._tagged.cue(phrase.head, "sought"))

    def _searches(self, harm: Harm) -> bool:
        return any(self._tagged.cue(k, "search") for k in range(harm.first, harm.last))

    def _decide(
        self, index: int, phrase: NounPhrase, drafts: Sequence[Draft]
    ) -> tuple[Outcome, Path, Harm | None] | None:
        mention = self._mentions[index]
        if mention.kind == "zero":
            return mention.outcome or Outcome.CASUALTIES, "zero", None
        if phrase.thing or self.unreal(index) or self._any_one(mention, phrase):
            return None
        aboard = phrase.outcome is None and self._tagged.cue(mention.first - 1, "carries")
        if aboard or self._tagged.cue(mention.first - 1, "helped_by"):
            return None
        if mention.kind == "dual" and self._inside_harm(mention.number_first):
            return None
        if phrase.outcome is None and (self._base(index, phrase) or (index and self._of_how_many(index - 1))):
            return None
        before = drafts[-1] if drafts and drafts[-1].sentence == self._sentence else None
        left = self._left(mention)
        if mention.max == 0 and phrase.head is None and not self._tolls_none(mention, left):
            return None  # a name: "مستشفى الطاهر صفر"
        if mention.kind == "dual" and phrase.definite:
            if left is not None and left.last == mention.first and left.kind in ("suffer", "noun", "cause"):
                dies = left.outcome is Outcome.KILLED and phrase.outcome is Outcome.INJURED  # "وفاة الجريحين"
                return (left.outcome, "governed", left) if dies or phrase.outcome is None else None
            behind = self._subject(index, phrase)
            if behind is not None and behind.first - phrase.end <= 1 and not phrase.others:
                return behind.outcome, "subject", behind  # "أن الضابطين قتلا", "الشرطيان اللذان أصيبا"
            return None
        if mention.kind in ("single", "rest"):
            return self._weak(index, phrase, before, left)
        own = self._own_verb(index, phrase, before)
        if own is not None:
            return own.outcome, "subject", own
        part = before is not None and (self._partitive(mention, phrase, before) or self._apart(index, phrase, before))
        governed = self._governed(index, phrase, left, drafts)
        if governed is not None and governed.kind == "fall":
            if (
                mention.first - governed.last <= 1
                and self._tagged.cue(governed.first, "particle")
                and not phrase.partitive
            ):
                return Outcome.MISSING, "governed", governed  # "وفقد أربعة آخرون"
            if not self._can_fall(governed, phrase):
                governed = None
        adjacent = governed is not None and mention.first - self._end(governed, mention) <= 1
        if before is not None and governed is not None and mention.joined and self._told_in(governed, before):
            adjacent = False  # a list, whatever verb or noun follows
        apart = before is not None and governed is not None and governed.last < mention.first
        wounded = governed is not None and governed.outcome is Outcome.INJURED
        missing = self._subject(index, phrase) if apart or wounded else None
        worse = apart or (missing is not None and missing.outcome is Outcome.KILLED)  # "اختناق 21 سجينا حتى الموت"
        if worse and missing is not None and missing.kind == "behind" and missing.first == phrase.end:
            return missing.outcome, "subject", missing  # "ثلاث جثث واعتبار 13 آخرين في عداد المفقودين"
        if part and adjacent and governed is not None and before is not None and governed.outcome is not before.outcome:
            part = False  # "قُتل اثنان وأصيب العشرات منهم": of their kind, not of the two
        told = adjacent or part or mention.joined or self._besides(mention.first) or self._one_victim(mention, phrase)
        if mention.kind == "one_of" and not told:
            return None
        lumped = self._lumped(phrase)
        if lumped is not None and not part:
            return lumped.outcome, "noun", lumped
        if adjacent and governed is not None and governed.outcome is Outcome.OTHER:
            return governed.outcome, "governed", governed  # "شفيت 586 إصابة"
        if part and before is not None and before.outcome in _UNHURT and self._hurt(phrase):
            return Outcome.INJURED, "noun", None  # "حالات منها أربعة خطرة"
        if part and before is not None and before.outcome is Outcome.RESCUED:
            hurt = self._subject(index, phrase)
            if hurt is not None and hurt.first == phrase.end and hurt.outcome in (Outcome.INJURED, Outcome.KILLED):
                return hurt.outcome, "partitive", hurt  # "أنقذ 60 عاملا، بينهم 19 أصيبوا بحروق"
        if phrase.outcome in _STATES and part and before is not None and before.outcome not in _STATES:
            return before.outcome, "partitive", before.harm  # "قتل 20، بينهم أربعة لاجئين"
        if phrase.outcome in _STATES:
            harmed = governed if adjacent else self._subject(index, phrase)
            if harmed is not None and (harmed.outcome, phrase.outcome) == (Outcome.DETAINED, Outcome.KIDNAPPED):
                harmed = None  # "احتجز المسلحون 12 رهينة"
            if harmed is not None and harmed.outcome is not phrase.outcome and not part:
                return harmed.outcome, "governed" if adjacent else "subject", harmed
        if phrase.outcome is Outcome.RESCUED:
            harmed = self._subject(index, phrase)
            if harmed is not None and self._tagged.cue(harmed.first - 1, "relative"):
                return harmed.outcome, "subject", harmed  # "الناجين الـ70 الذين جرحوا"
        died = governed is not None and adjacent and governed.outcome is Outcome.KILLED and governed.kind != "fall"
        if phrase.outcome is Outcome.INJURED and died and not part:
            return Outcome.KILLED, "governed", governed  # "وفاة 4 مصابين"
        if phrase.outcome is not None and not phrase.loose:
            subject = self._subject(index, phrase) if phrase.partitive else None
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
        return self._distant(index, phrase, before, governed)

    def _distant(
        self, index: int, phrase: NounPhrase, before: Draft | None, governed: Harm | None
    ) -> tuple[Outcome, Path, Harm | None] | None:
        """A figure with no word of harm right in front of it."""
        mention = self._mentions[index]
        subject = self._subject(index, phrase)
        if before is not None and self._in_list(mention, phrase, before):
            if self._hurt(phrase):
                return Outcome.INJURED, "noun", None
            expression = subject is not None and (subject.close - subject.first > 1 or subject.kind == "behind")
            if subject is not None and subject.first == phrase.end and expression:
                return subject.outcome, "subject", subject  # "وأربعة آخرين في عداد المفقودين"
            own_verb = subject is not None and before.path == "subject" and subject.first - phrase.end <= 1
            if subject is not None and (own_verb or self._clause_between(before.last, mention.first)):
                return subject.outcome, "subject", subject
            return before.outcome, "joined", before.harm
        if before is not None and (
            named_before(self._tagged, mention, phrase, before) or moved_on(self._tagged, mention, phrase, before)
        ):
            return before.outcome, "joined", before.harm
        if before is not None and phrase.head is None and self._tagged.cue_before(mention.first, "was") is not None:
            return before.outcome, "toll", before.harm
        if before is not None and self._goes_to(mention, before):
            return before.outcome, "toll", before.harm
        if phrase.head is None and self._in_brackets(mention):
            subject = None  # an age: "الطالب فلان (20) لقي حتفه"
        announced = self._announced_behind(mention)
        if announced is not None:
            return announced
        told_behind = subject is not None and subject.kind == "behind" and subject.first - phrase.end <= 1
        if subject is not None and (governed is None or told_behind or self._clause_before(mention)):
            return subject.outcome, "subject", subject
        if governed is not None:
            return governed.outcome, "toll" if governed.kind == "toll" else "governed", governed
        among = self._of_victims(phrase) or self._among_victims(mention, phrase)
        if among is None and before is None and (self._opens_part(mention.first) or phrase.of_before):
            among = self._victims_told(mention)
        if among is not None:
            return among, "noun", None
        if phrase.loose:
            return Outcome.CASUALTIES, "noun", None
        if self._hurt(phrase) and self._tagged.cue(phrase.end, "manner"):
            return Outcome.INJURED, "noun", None  # "و28 إصاباتهم طفيفة"
        if before is not None and self._spelt_out(mention, before):
            return before.outcome, "partitive", before.harm
        return self._described(phrase) or self._summed_up(index, phrase)

    def _own_verb(self, index: int, phrase: NounPhrase, before: Draft | None) -> Harm | None:
        """The verb right behind a figure, where the one in front has its subject: "أن 11 قتلوا و32 أصيبوا"."""
        mention = self._mentions[index]
        if before is None or before.path != "subject" or before.harm is None or not mention.joined:
            return None
        if not before.last <= before.harm.first < mention.first:
            return None
        subject = self._subject(index, phrase)
        near = subject is not None and subject.first - max(mention.last, phrase.end) <= 1
        return subject if near else None

    def _can_fall(self, harm: Harm, phrase: NounPhrase) -> bool:
        """Whether people are lost, and not a match: "خسر 5 جنود"; those who fall ("سقوط 5") are people anyway."""
        people = phrase.group is not None or phrase.outcome is not None or phrase.others
        return people or self._tagged.cue(harm.first, "brings")

    def _among_victims(self, mention: Mention, phrase: NounPhrase) -> Outcome | None:
        """ "أن بين القتلى العسكريين ضابطين", "طفلين بين الضحايا": the outcome of those of whom some are named."""
        first = mention.first if phrase.head is None else min(mention.first, phrase.head)
        return among_before(self._tagged, first, self._sentence.first) or among_behind(
            self._tagged, max(mention.last, phrase.end), self._sentence.last
        )

    def _of_victims(self, phrase: NounPhrase) -> Outcome | None:
        """ "ثماني حالات من المصابين": of the victims behind the noun."""
        tagged, end = self._tagged, phrase.end
        if phrase.head is None or end + 1 >= self._sentence.last or not tagged.word(end, "of"):
            return None
        victim = tagged.roles[end + 1].victim
        told = victim is not None and victim.number != "singular" and tagged.definite(end + 1)
        return (
            victim.outcome if told and victim is not None and victim.outcome not in (*_STATES, Outcome.OTHER) else None
        )

    def _victims_told(self, mention: Mention) -> Outcome | None:
        """ "غالبية القتلى أجانب، وبينهم ثمانية أطفال": the victims of the sentence whose number was told before."""
        left = self._left(mention)
        near = left is not None and left.kind == "toll" and mention.first - left.last <= _GOVERN_REACH
        return left.outcome if near and left is not None else None

    def _hurt(self, phrase: NounPhrase) -> bool:
        """ "وحالتين متوسطة الإصابة", "وأربعة في حالة خطرة": how badly they are hurt stands behind the noun."""
        tagged, end = self._tagged, phrase.end
        return end < self._sentence.last and (tagged.cue(end, "injury_degree") or tagged.cue(end, "in_state"))

    def _goes_to(self, mention: Mention, before: Draft) -> bool:
        """ "من 20 إلى 25": the figure that a toll rises or falls to."""
        first, second = before.mention.first - 1, mention.first - 1
        return (
            first >= 0
            and self._tagged.word(first, "of")
            and self._tagged.word(second, "to")
            and second - before.last <= (_REVISED if before.harm is not None and before.harm.kind == "toll" else 2)
            and not self._harm_between(before.last, second)
        )

    def _lumped(self, phrase: NounPhrase) -> Harm | None:
        """ "90 مدنيا بين قتيل وجريح": the lump behind the counted noun."""
        for harm in self._harms:
            if (
                harm.outcome is Outcome.CASUALTIES
                and harm.kind == "suffer"
                and harm.last - harm.first > 1
                and 0 <= harm.first - phrase.end <= 4
            ):
                between = range(phrase.end, harm.first)
                return harm if not any(self._tagged.tokens[k].kind == "punct" for k in between) else None
        return None

    def _described(self, phrase: NounPhrase) -> tuple[Outcome, Path, Harm | None] | None:
        """ "27 امرأة مصابة بالمرض": a participle behind the counted noun."""
        if phrase.head is None or phrase.end >= self._sentence.last:
            return None
        victim = self._tagged.roles[phrase.end].victim
        if victim is None or self._tagged.particles[phrase.end] or self._tagged.roles[phrase.end].trigger is not None:
            return None  # "شيع المئات جثامين الضحايا"
        return victim.outcome, "noun", None

    def _summed_up(self, index: int, phrase: NounPhrase) -> tuple[Outcome, Path, Harm | None] | None:
        """A headline that names the toll behind its figure: "157 شخصا … حصيلة الضحايا"."""
        if self._mentions[index].first - self._sentence.first > 1 or not phrase.known:
            return None
        for harm in self._harms:
            if harm.kind == "toll" and harm.last - harm.first > 1:
                return harm.outcome, "toll", harm
        return None

    def _announced_behind(self, mention: Mention) -> tuple[Outcome, Path, Harm | None] | None:
        """ "ارتفع إلى 5 عدد القتلى", "ارتفع إلى 9 بينهم طفل عدد القتلى": the toll behind its figure."""
        told = self._tagged.word(mention.first - 1, "to")
        estimated = self._tagged.tokens[mention.first].norm[
            0
        ] == "ب" and mention.span.start > self._tagged.tokens.start(mention.first)
        if not told and not estimated:
            return None
        reach = _TOLL_REACH if told else _BESIDE  # "وتقدر اللجنة بألفين، عدد الذين ماتوا"
        for harm in self._harms:
            behind = 0 <= harm.first - mention.last <= reach and not self._tagged.joined(harm.first)
            if harm.kind == "toll" and behind:
                apart = [k for k in range(mention.last, harm.first) if self._tagged.tokens[k].text not in _COMMAS]
                told_apart = bool(apart) and self._tagged.cue(apart[0], "partitive")
                return (harm.outcome, "toll", harm) if told_apart or not apart else None
        return None

    def _weak(
        self, index: int, phrase: NounPhrase, before: Draft | None, left: Harm | None
    ) -> tuple[Outcome, Path, Harm | None] | None:
        """Bare singulars and "آخر" need a governing word right beside them."""
        mention = self._mentions[index]
        i = mention.first
        after = i + 1 if mention.kind == "rest" else phrase.end
        owner = before is not None and before.last == i and before.phrase.outcome is not None and not mention.joined
        if owner and before is not None and not self._among_counted(mention, before):
            return None  # "جثة امرأة": whose it is
        if self._owned(i, after) or (phrase.outcome is not None and not self._counts_one(i, after)):
            return None
        if self._is_cognate(mention, phrase, left):
            return None
        adjacent = left is not None and left.kind != "toll" and self._only_times(left.last, i)
        if left is not None and left.last < left.close <= i and self._tagged.cue(left.close - 1, "but_for"):
            adjacent = adjacent or self._only_times(left.close, i)  # "لم ينج من الحادث سوى طفل"
        if adjacent and left is not None:
            split = left.close > left.last  # "فارق طفل الحياة": no object behind
            if left.kind in ("cause", "suffer") and not split and self._acts(index, after):
                return None
            if left.kind == "fall" and phrase.outcome is None:
                return None
            if mention.kind == "rest" and before is not None and before.phrase.head == left.first:
                return None  # "4 جثث أخرى"
            placed = left.outcome is Outcome.DETAINED and self._tagged.cue(left.first - 1, "place_of")
            if mention.kind == "rest" and placed:
                return None  # "في سجن آخر"
            told = None if phrase.loose or phrase.outcome in _STATES else phrase.outcome  # "مقتل ضحية"
            return told or left.outcome, "governed", left
        if mention.kind == "rest":
            listed = before is not None and before.whole is not None and mention.joined and not self._tagged.definite(i)
            if before is not None and listed and self._goes_on(mention, phrase, before):
                return before.outcome, "joined", before.harm  # "وهم: اثنان في البلدة وآخر في الميناء"
            behind = self._subject(index, phrase)
            if behind is not None and behind.kind == "behind" and behind.first == after:
                return behind.outcome, "subject", behind  # "واعتبر آخر في عداد المفقودين"
            return None
        if left is not None and left.kind == "toll" and self._tagged.cue_before(i, "breakdown") is not None:
            return left.outcome, "toll", left  # "القتلى هم سيدة وطفلان"
        if before is not None and (self._partitive(mention, phrase, before) or self._told_one_by_one(index, before)):
            hurt = before.outcome is Outcome.DETAINED and phrase.outcome is Outcome.INJURED  # "أوقف ثلاثة، بينهم جريح"
            return Outcome.INJURED if hurt else before.outcome, "partitive", before.harm
        if before is not None and self._goes_on(mention, phrase, before) and not self._harm_between(before.last, i):
            return phrase.outcome or before.outcome, "joined", before.harm
        if phrase.outcome is not None:
            return self._lone_victim(index, phrase, left)
        subject = self._subject(index, phrase)
        if subject is not None and self._clause_before(mention) and subject.first - self._list_end(index, after) <= 4:
            return subject.outcome, "subject", subject
        if subject is not None and subject.kind == "suffer" and subject.first == after < subject.last == after + 1:
            return subject.outcome, "subject", subject  # "على جندي استشهد في الحرب"
        among = among_behind(self._tagged, after, self._sentence.last)
        return (among, "noun", None) if among is not None else None

    def _is_cognate(self, mention: Mention, phrase: NounPhrase, left: Harm | None) -> bool:
        """ "أصيب في إحداها إصابة طفيفة": how the one just told of was hurt."""
        if phrase.outcome is not Outcome.INJURED or left is None or left.kind != "suffer" or mention.joined:
            return False
        noun = self._tagged.roles[mention.first].trigger
        return noun is not None and left.outcome is Outcome.INJURED and mention.first - left.last <= _ONE_MORE

    def _told_in(self, harm: Harm, before: Draft) -> bool:
        """Whether the word of harm is the claim's own: "46 شخصا لقوا مصرعهم و…", "تسعة جثامين و…"."""
        own_verb = harm is before.harm and before.path == "subject"
        return own_verb or before.first < harm.first < before.last

    def _goes_on(self, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
        """Whether one person more is told of: "وحارس", "إضافة إلى حارس", "قتل اثنان في الميناء، وحارس قرب السوق"."""
        tagged, i = self._tagged, mention.first
        besides = self._besides(i) or (tagged.particles[i] == "ل" and tagged.cue(i - 1, "besides_for"))
        gap = i - before.last
        if gap <= _ONE_MORE:
            return mention.joined or besides
        placed = phrase.end < self._sentence.last and tagged.cue(phrase.end, "at_place")
        return (
            (besides or (mention.joined and placed and tagged.tokens[i - 1].text in _COMMAS))
            and gap <= _LIST_REACH
            and not self._clause_between(before.last, i)
        )

    def _list_end(self, index: int, end: int) -> int:
        """Where the list that begins with a mention ends: "إن قياديا وخمسة مقاتلين آخرين قتلوا"."""
        for mention in self._mentions[index + 1 :]:
            phrase = parse_phrase(self._tagged, mention, self._sentence.last)
            near = mention.joined and mention.first - end <= _LIST_REACH and not self._harm_between(end, mention.first)
            if not near or not phrase.known or phrase.thing:
                break
            end = phrase.end
        return end

    def _only_times(self, start: int, end: int) -> bool:
        """Whether nothing but time or place stands between: "قتلت اليوم الجمعة مسلحا", "قتلت في المدينة رجلا"."""
        tagged = self._tagged
        placed = end - start == _PLACE and tagged.cue(start, "place_of") and tagged.tokens[end].norm.endswith("ا")
        return placed or all(
            tagged.cue(k, "after_indefinite") or tagged.tokens[k].text in _QUOTES for k in range(start, end)
        )

    def _lone_victim(
        self, index: int, phrase: NounPhrase, left: Harm | None
    ) -> tuple[Outcome, Path, Harm | None] | None:
        """ "حالة وفاة" and "جثة" count one by themselves; "قتيل" in a list, after a verb or leading a headline."""
        mention = self._mentions[index]
        if phrase.outcome is None:
            return None
        if phrase.end - mention.first > 1:
            return phrase.outcome, "noun", left
        i = mention.first
        brings = i > 0 and (self._tagged.cue(i - 1, "brings") or self._tagged.word(i - 1, "brings_one"))
        following = self._tagged.tokens[phrase.end].norm if phrase.end < self._sentence.last else ""
        leads = i == self._sentence.first and following[:1] == "و" and self._tagged.roles[i].trigger is None
        degree = phrase.end < self._sentence.last and self._tagged.cue(phrase.end, "injury_degree")
        if (
            degree
            or leads
            or self._brought(i)
            or (brings and following not in ("و",) and phrase.outcome is not Outcome.INJURED)
        ):
            return phrase.outcome, "noun", left
        return None

    def _counts_one(self, i: int, after: int) -> bool:
        """Whether a singular victims word is a count and not the act or a state."""
        tagged = self._tagged
        if tagged.word(i - 1, "states"):
            return False
        if after - i > 1:
            return True
        if tagged.roles[i].trigger is not None:
            return after < self._sentence.last and tagged.cue(after, "injury_degree")
        return not tagged.tokens[i].norm.endswith("ا") or self._brought(i)

    def _brought(self, i: int) -> bool:
        """ "خلف قتيلا", "أوقع الانفجار قتيلا": the object of what brings victims; who "سقط قتيلا" is named."""
        for k in range(i - 1, max(self._sentence.first - 1, i - 1 - _BESIDE), -1):
            trigger = self._tagged.roles[k].trigger
            if self._tagged.cue(k, "brings"):
                return trigger is None or trigger.kind != "fall"
            if self._tagged.tokens[k].kind != "word" or self._tagged.cue(k, "clause"):
                return False
        return False

    def _tolls_none(self, mention: Mention, left: Harm | None) -> bool:
        """ "عدد القتلى صفر", "بقي عدد القتلى عند صفر"."""
        beside = left is not None and left.kind == "toll" and left.last == mention.first
        return beside or self._tagged.cue(mention.first - 1, "toll_links")

    def _inside_harm(self, i: int) -> bool:
        return any(harm.first <= i < harm.last and harm.kind != "toll" for harm in self._harms)

    def _owned(self, i: int, after: int) -> bool:
        """A singular before a definite noun is "the X of Y": a known person, not one of many."""
        k = i + 1 if self._tagged.phrases.get(i) is None else after
        if k >= self._sentence.last:
            return False
        token = self._tagged.tokens[k]
        if token.kind == "latin":
            return True
        ends = self._tagged.cue(k, "after_indefinite") or k in self._tagged.tails  # "فارق طفل الحياة"
        return token.kind == "word" and token.norm.startswith("ال") and not ends

    def _base(self, index: int, phrase: NounPhrase) -> bool:
        """ "فروا من أصل 260 ألفا كانوا فيها": how many there were, if nothing says that they were harmed."""
        if self._tagged.cue_before(self._mentions[index].first, "out_of") is None:
            return False
        harm = self._subject(index, phrase)
        others = index + 1 < len(self._mentions) and harm is not None and harm.last == self._mentions[index + 1].first
        return harm is None or harm.first > phrase.end or others  # "من أصل 72 راكبا نجا 15"

    def _of_how_many(self, index: int) -> bool:
        """Whether the next figure is the number of those among whom some were harmed: "قتل 7 من أصل 12 عاملا"."""
        if index + 1 >= len(self._mentions):
            return False
        mention, following, tagged = self._mentions[index], self._mentions[index + 1], self._tagged
        linked = mention.last < following.first and tagged.word(mention.last, "of")
        between = following.first - mention.last
        near = between == 1 or (between == 2 and tagged.word(mention.last + 1, "whole_of"))
        if not (linked and near and mention.kind == following.kind == "number"):
            return False
        return mention.max is not None and following.min is not None and following.min > mention.max

    def _acts(self, index: int, after: int) -> bool:
        """Whether the noun behind the verb is the one who does it: "قتل مسلح 5 أشخاص"."""
        if index + 1 >= len(self._mentions) or self._of_how_many(index):
            return False
        following = self._mentions[index + 1]
        after = self._past_aside(after, following.first)
        if parse_phrase(self._tagged, following, self._sentence.last).thing:
            return False  # "قتلت امرأة تبلغ 49 عاما"
        one = (
            following.kind == "single"
            and following.first >= after
            and self._tagged.tokens[following.first].norm.endswith(_ACCUSATIVE)
        )
        return (
            (one or following.kind in ("number", "dual"))
            and (one or following.min != 1)
            and following.first - after <= 4
            and not following.joined
            and not self._harm_between(after, following.first)
            and not any(self._breaks_object(k) for k in range(after, following.first))
        )

    def _past_aside(self, start: int, end: int) -> int:
        """Behind the aside that opens at ``start`` and closes right before ``end``: "انتحاري، يشتبه به، 32 شخصا"."""
        tokens = self._tagged.tokens
        if not start < end - 2 or end - start > _ASIDE:
            return start
        told = self._tagged.cue(start, "suspected")  # "انتحاري يشتبه أنه من التنظيم 32 شخصا"
        return end if told or (tokens[start].text in _COMMAS and tokens[end - 1].text in _COMMAS) else start

    def _breaks_object(self, k: int) -> bool:
        tagged, norm = self._tagged, self._tagged.tokens[k].norm
        if (
            tagged.tokens[k].kind == "punct"
            or tagged.joined(k)
            or is_and_verb(norm)
            or tagged.cue(k, "partitive")
            or tagged.cue(k, "breakdown")
            or tagged.word(k, "with")
        ):
            return True
        return tagged.cue(k, "prepositions") and not tagged.word(k, "of")

    def _end(self, harm: Harm, mention: Mention) -> int:
        """Where an expression ends whose second half may stand right in front: "أطلقت الجماعة سراح ستة"."""
        return harm.close if harm.close == mention.first and not mention.joined else harm.last

    def _left(self, mention: Mention) -> Harm | None:
        """The nearest word of harm in front."""
        found = None
        for harm in self._harms:
            if harm.last > mention.first:
                break
            if harm.kind != "behind":
                found = harm
        return found

    def _governed(self, index: int, phrase: NounPhrase, left: Harm | None, drafts: Sequence[Draft]) -> Harm | None:
        """The word of harm in front, if it reaches the mention."""
        mention = self._mentions[index]
        if left is None:
            return None
        toll = self._toll(mention, phrase, left, drafts)
        if toll is not None:
            return toll
        tagged = self._tagged
        gap = mention.first - left.last
        reach = _TOLL_REACH if left.kind == "toll" else _GOVERN_REACH
        if gap > reach:
            return None
        if self._counted_since(left, drafts) or left.kind == "toll":
            return None
        counted = bool(drafts) and drafts[-1].phrase.head == left.first
        if counted and (phrase.outcome is not None or self._clause_between(left.last, mention.first)):
            return None  # "سبع جثث و21 جريحا": a counted noun, not a word that governs
        led = gap and tagged.tokens[mention.first - 1].kind == "word" and tagged.cue(mention.first - 1, "prepositions")
        if led and tagged.cue_before(mention.first, "composed") is None:
            return None
        if gap > _BESIDE and tagged.word(mention.first - 1, "with") and not phrase.others:
            return None
        for k in range(left.last, self._before_aside(left.last, mention.first)):
            opened = tagged.cue(k, "clause") and not self._suspects(left, k)
            if opened or tagged.tokens[k].text in _MARKS:
                return None
        if left.kind == "cause" and gap <= 1 and self._acts(index, phrase.end) and not phrase.others:
            return None
        if not phrase.known and gap > _UNKNOWN_REACH and not tagged.cue(mention.first - 1, "number_of_them"):
            return None
        return left

    def _suspects(self, harm: Harm, k: int) -> bool:
        """ "قتل مسلحون يشتبه في أنهم من الجماعة 43": the clause at ``k`` says who did it."""
        near = range(harm.last, min(k, harm.last + _SUBJECT_WORDS))
        return harm.kind == "cause" and k - harm.last <= _BESIDE and any(self._tagged.cue(j, "suspected") for j in near)

    def _before_aside(self, start: int, end: int) -> int:
        """Where an aside begins that closes right before ``end`` behind a subject of a word or two, or ``end``."""
        for k in range(start, min(start + _SUBJECT_WORDS, end)):
            apart = k > start and self._tagged.cue(k, "suspected") and end - k <= _ASIDE  # "مسلحون يشتبه في أنهم من …"
            if apart or self._past_aside(k, end) == end:
                return k
        return end

    def _counted_since(self, harm: Harm, drafts: Sequence[Draft]) -> bool:
        """Whether another claim stands between the word of harm and the mention."""
        return any(d.first >= harm.last for d in drafts)

    def _toll(self, mention: Mention, phrase: NounPhrase, left: Harm, drafts: Sequence[Draft]) -> Harm | None:
        """An announced toll whose figure the mention is, over other verbs: "عدد الذين قتلوا … 5"."""
        for harm in reversed(self._harms):
            if harm.first > left.first or harm.kind != "toll":
                continue
            told = any(d.last > harm.first for d in drafts) and self._clause_between(harm.last, mention.first)
            if told or mention.first - harm.last > _TOLL_REACH or any(d.first >= harm.last for d in drafts):
                return None
            if harm is not left and not (self._linked(harm) or self._moves_to(mention.first)):
                return None
            led = self._linked(harm) and not self._tagged.cue(harm.first - 1, "object_of")
            named = harm.last - harm.first == 1 and phrase.head is not None and not led
            if named and self._clause_between(harm.last, mention.first):
                return None  # "عن الضحايا، فقالت إن 1500 طفل …"
            return harm if self._announced(harm, mention.first) or self._exceeds(mention) else None
        return None

    def _exceeds(self, mention: Mention) -> bool:
        """Whether the hedge in front of the number is a verb of the toll: "ضحايا الألغام … تخطى 10 آلاف"."""
        return any(self._tagged.cue(k, "exceeds") for k in range(mention.first, mention.number_first))

    def _moves_to(self, i: int) -> bool:
        """Whether a toll rises or falls to the figure at ``i``, right in front of it: "… ارتفعت إلى 46"."""
        tagged = self._tagged
        return tagged.word(i - 1, "to") and (tagged.cue(i - 2, "rise") or tagged.cue(i - 2, "fall"))

    def _linked(self, toll: Harm) -> bool:
        """Whether "بلغ" or the like stands right before the toll."""
        before, tagged = toll.first - 1, self._tagged
        while tagged.cue(before, "number_of"):
            before -= 1  # "يرتفع إجمالي عدد القتلى"
        moves = tagged.cue(before, "rise") or tagged.cue(before, "fall")
        return moves or tagged.cue(before, "toll_links") or tagged.cue(before, "among")

    def _announced(self, toll: Harm, end: int) -> bool:
        """Whether a linking word leads from an announced toll to its figure."""
        tokens = self._tagged.tokens
        if end - toll.last <= 1 or self._linked(toll):
            return True
        if toll.last - toll.first > 1 and not any(
            tokens[k].text in _MARKS or self._tagged.cue(k, "clause") for k in range(toll.last, end)
        ):
            return True
        if self._tagged.cue_before(end, "breakdown") is not None:
            return True  # "القتلى يتوزعون بواقع 16 في البلدة و4 في الجوار"
        if self._tagged.cue(end - 1, "receives") and not self._clause_between(toll.last, end):
            return True  # "توزع المصابون على مستشفيات البلدة التي استقبلت 26"
        tail = range(max(toll.last, end - 3), end)
        numbered = end > toll.last and self._tagged.cue(end - 1, "number_of_them")
        return numbered or any(tokens[k].text == ":" or self._tagged.word(k, "toll_links") for k in tail)

    def _subject(self, index: int, phrase: NounPhrase) -> Harm | None:
        """The verb behind the mention of which it is the subject."""
        start = max(self._mentions[index].last, phrase.end)
        harm = self._verb_behind(index, start)
        if harm is not None and harm.outcome is Outcome.MISSING and self._tagged.cue(harm.first - 1, "relative"):
            return self._verb_behind(index, harm.last) or harm  # "شخصين كانا في عداد المفقودين وقد فارقا الحياة"
        return harm

    def _verb_behind(self, index: int, start: int) -> Harm | None:
        mention = self._mentions[index]
        following = self._next_clause(index)
        for harm in self._harms:
            if harm.first < start:
                continue
            purpose = self._tagged.particles[harm.first][:1] == "ل"  # "لينقذ"
            if harm.first - start > _SUBJECT_REACH or harm.first >= following or harm.joined or purpose:
                return None
            if (
                harm.kind not in ("cause", "suffer", "fall", "behind")
                or self._present(harm)
                or self._tagged.cue(harm.first, "fall_nouns")
                or self._tagged.word(harm.first - 1, "object_of")
            ):
                return None
            of_all = harm.kind == "behind" and self._clause_before(mention)  # "أن 9 رجال و6 نساء في عداد القتلى"
            of_all = of_all and self._list_end(index, start) == harm.first
            if harm.kind != "fall" and not (harm.plural or of_all) and self._mentioned(index, start, harm.first):
                return None  # "20 متهما، بينهم 3 أشقاء ألقت الشرطة القبض عليهم": the three
            told = start > mention.last and harm.first == start and self._clause_before(mention)  # "أن 1280 شخصا قتل"
            if self._of_one(harm) and not told and mention.kind == "number" and (mention.min or 0) > _PAIR:
                return None  # "مركب يحمل 30 راكبا غرق"
            of_those = harm.last == following < self._sentence.last and not self._tagged.joined(following)
            if of_those and harm.last - harm.first > 1:
                return None  # "راح ضحيتها 16 قتيلا": of those behind it
            if any(
                self._tagged.tokens[k].text in _MARKS
                or (self._tagged.cue(k, "clause") and not self._tagged.word(k, "same_subject"))
                for k in range(start, harm.first)
            ):
                return None
            active = (
                harm.kind == "cause"
                and following < self._sentence.last
                and all(self._tagged.tokens[k].text in _QUOTES for k in range(harm.last, following))
            )
            return None if active else harm
        return None

    def _present(self, harm: Harm) -> bool:
        """A present tense of doing: its subject is the one who does it ("مواطن يقتل …")."""
        return harm.kind == "cause" and self._tagged.tokens[harm.first].norm[0] in "يتس"

    def _mentioned(self, index: int, first: int, last: int) -> bool:
        """Whether other people are counted there than the known ones of whom the mention is a part."""
        between = (mention for mention in self._mentions[index + 1 :] if first <= mention.first < last)
        return any(not self._of_the_known(index, mention) for mention in between)

    def _of_one(self, harm: Harm) -> bool:
        """Whether a verb of one word has one man or thing for its subject."""
        one = harm.kind in ("cause", "suffer") and harm.close - harm.first == 1
        return one and not self._tagged.tokens[harm.first].norm.endswith(_OF_SEVERAL)

    def _next_clause(self, index: int) -> int:
        """First token of the next mention that is neither a part of this one nor in its list."""
        parts = False
        for mention in self._mentions[index + 1 :]:
            if mention.kind == "rest":
                continue
            if self._opens_part(mention.first):
                parts = True
            elif self._of_the_known(index, mention):
                continue
            elif not (mention.joined or parts or self._one_more(mention)) or self._harm_between(
                self._mentions[index].last, mention.first
            ):
                return mention.first
        return self._sentence.last

    def _one_more(self, mention: Mention) -> bool:
        """ "12 مدنيا وجنديا تشاديا واحدا": a list goes on with a noun in front of its number."""
        if mention.kind != "number" or mention.min != 1:
            return False
        head = parse_phrase(self._tagged, mention, self._sentence.last).head
        return head is not None and head < mention.first and self._tagged.joined(head)

    def _of_the_known(self, index: int, mention: Mention) -> bool:
        """ "حالتان من الحالات الثلاث … في العناية": the known figure belongs to the noun phrase in front of it."""
        end, tagged = self._mentions[index].last, self._tagged
        definite = tagged.tokens[mention.number_first].norm.startswith("ال")
        return definite and tagged.word(end, "of") and mention.first - end <= _BESIDE

    def _spelt_out(self, mention: Mention, before: Draft) -> bool:
        """Behind a colon, a semicolon or an opened bracket the figure before is told apart."""
        tokens = self._tagged.tokens
        opener = tokens[mention.first - 1].text if mention.first else ""
        return opener in "؛:(" and mention.first - before.last <= _LIST_REACH and not self._closed(mention)

    def _told_one_by_one(self, index: int, before: Draft) -> bool:
        """ "خمسة أشخاص: رجل وامرأتان وطفلان": a list right behind the colon, not one who speaks there."""
        mention = self._mentions[index]
        if not (
            self._spelt_out(mention, before) and before.mention.kind == "number" and index + 1 < len(self._mentions)
        ):
            return False
        following = self._mentions[index + 1]
        return (
            following.joined
            and following.first - mention.last <= _BESIDE
            and not self._harm_between(before.last, following.first)
        )

    def _in_brackets(self, mention: Mention) -> bool:
        return self._tagged.tokens[mention.first - 1].text == "(" and self._closed(mention)

    def _closed(self, mention: Mention) -> bool:
        """Whether the bracket holds the number alone: "(5)"."""
        tokens = self._tagged.tokens
        return mention.last < len(tokens) and tokens[mention.last].text == ")"

    def _opens_part(self, i: int) -> bool:
        return (
            self._tagged.cue_before(i, "partitive") is not None or self._tagged.cue_before(i, "breakdown") is not None
        )

    def _partitive(self, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
        """Whether the mention is a part of the figure before: "بينهم 14", "خمسة منهم"."""
        tagged = self._tagged
        between = range(before.last, mention.first)
        near = before.last < self._passed <= mention.first <= self._passed + _OF_THEM
        if near and self._clause_between(before.last, self._passed):
            return False  # "… يقل 42 شخصا، 31 منهم من الجزيرة": of those who are not said to be harmed
        of_things = phrase.of_before and tagged.tokens[mention.after].norm == _OF_THINGS
        if of_things and any(self._is_thing(k) and tagged.definite(k) for k in between):
            return False  # "سلسلة من الهجمات وقع 3 منها في العاصمة"
        if phrase.of_before or self._opens_part(mention.first) or self._among_counted(mention, before):
            return True
        if tagged.cue(mention.first, "one_of_them"):
            return not any(self._is_thing(k) for k in between)
        opened = [k for k in between if tagged.cue(k, "partitive")]
        start = opened[-1] if opened else before.last  # "15 شخصا في الهجوم من بينهم نساء وأطفال وجندي واحد"
        near = mention.first - start <= _LIST_REACH and start - before.last <= _LIST_REACH
        if not near or self._harm_between(before.last, mention.first):
            return False
        if are_these(tagged, mention, before):
            return True
        told = [k for k in between if tagged.cue(k, "breakdown")]
        if told and mention.joined and not any(tagged.tokens[k].text in _MARKS for k in between):
            return True
        if told and first_of_places(tagged, told[-1], mention):
            return True  # "524 إصابة، توزعت في حلب 346، ودير الزور 72"
        return bool(opened) and all(self._listed(k) for k in range(opened[-1] + 1, mention.first))

    def _apart(self, index: int, phrase: NounPhrase, before: Draft) -> bool:
        return told_apart(self._tagged, self._sentence, self._mentions, index, phrase, before, self._harms)

    def _among_counted(self, mention: Mention, before: Draft) -> bool:
        """ "من بين الضحايا الثلاثة عشر أربع نساء": the whole stands right in front, behind "among"."""
        gap = range(before.last, mention.first)
        beside = not gap or (len(gap) == 1 and self._tagged.tokens[gap[0]].text in _COMMAS)
        first = before.first - (self._tagged.tokens[before.first - 1].norm == "ال")
        return beside and self._tagged.cue(first - 1, "among")

    def _listed(self, k: int) -> bool:
        """Whether the token can stand in a list of people without numbers: "نساء وأطفال و"."""
        owned = self._tagged.definite(k) and self._is_person(k - 1)  # "إمام المسجد"
        return owned or self._is_person(k) or self._tagged.tokens[k].norm == "و" or self._tagged.word(k, "list_links")

    def _is_person(self, k: int) -> bool:
        noun = self._tagged.roles[k].noun
        return (noun is not None and noun.group is not None) or self._tagged.cue(k, "titles")

    def _is_thing(self, k: int) -> bool:
        noun = self._tagged.roles[k].noun
        return noun is not None and noun.group is None and noun.number != "singular"

    def _in_list(self, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
        """Whether the mention goes on with the list of the claim before."""
        tagged = self._tagged
        i = mention.first
        head = phrase.head
        noun_joined = head is not None and head < i and self._tagged.joined(head)
        listed = before.complete and before.whole is not None and tagged.tokens[i - 1].text in _COMMAS
        joined = mention.joined or noun_joined or listed or self._besides(i) or self._beside(i, before)
        known = tagged.tokens[mention.number_first].norm.startswith(_THE) and mention.max is not None
        if known and head is None and not phrase.others:
            return False  # "في حي النور والأربعين": a name, or people told of before
        if before.outcome is Outcome.KILLED and tagged.word(phrase.end, "alive"):
            return False  # "جثتان و40 مهاجرا أحياء"
        placed = at_place(tagged, mention, phrase)
        if not joined or i - before.last > (BY_PLACE if placed else _LIST_REACH):
            return False
        start = before.last
        for harm in self._harms:
            if harm.first == start and harm.kind == "suffer" and harm.plural and before.whole is not None:
                start = harm.last  # "منهم عشرة استشهدوا في موقعهم واثنان في المستشفى"
            elif (harm is before.harm and before.path == "subject") or (placed and past_verb(before, harm)):
                start = max(start, harm.last)  # "أن 14 جنديا قتلوا في السوق و11 في الميناء"
        return not self._harm_between(start, i) and not any(
            tagged.tokens[k].text in _MARKS for k in range(before.last, i)
        )

    def _besides(self, i: int) -> bool:
        """ "إضافة إلى 3 جنود" goes on with a list as "and" does."""
        return self._tagged.cue_before(i, "besides") is not None

    def _beside(self, i: int, before: Draft) -> bool:
        """ "قتل نائب مع حارسيه": so does "with" right behind the claim."""
        return self._tagged.word(i - 1, "with") and i - before.last <= _BESIDE

    def _harm_between(self, start: int, end: int) -> bool:
        return any(start <= harm.first < end and harm.kind != "behind" for harm in self._harms)

    def _clause_between(self, start: int, end: int) -> bool:
        return any(self._tagged.cue(k, "clause") for k in range(start, end))

    def _clause_before(self, mention: Mention) -> bool:
        """Whether a clause begins right before the mention: "أن 5 جنود …"."""
        i = mention.first
        return i == self._sentence.first or any(
            self._tagged.cue(k, "clause") for k in range(max(self._sentence.first, i - 2), i)
        )

    def _one_victim(self, mention: Mention, phrase: NounPhrase) -> bool:
        """ "أن أحد الجرحى خضع لجراحة": the subject of a clause that does not say who he is."""
        told = phrase.outcome in (Outcome.KILLED, Outcome.INJURED) and not phrase.loose
        opens = mention.first == self._sentence.first or self._tagged.cue(mention.first - 1, "clause")
        return told and opens and not self._tagged.cue(phrase.end, "copula")

    def _any_one(self, mention: Mention, phrase: NounPhrase) -> bool:
        """ "الواحد منهم": whoever of them."""
        return phrase.of_before and mention.min == 1 and self._tagged.tokens[mention.number_first].norm.startswith("ال")

    def unreal(self, index: int) -> bool:
        """Whether a plan, a threat or a capacity is told: "خطط لقتل 50", or its list goes on."""
        if not self._may_plan:
            return False
        mention = self._mentions[index]
        if index and mention.joined and index - 1 == self._planned and (mention.kind in _WEAK or mention.min == 1):
            self._planned = index
            return True
        planned = self._is_planned(mention)
        if planned:
            self._planned = index
        return planned

    def _is_planned(self, mention: Mention) -> bool:
        tagged = self._tagged
        if mention.outcome is Outcome.KILLED and tagged.cue_before(mention.first, "aboard") is not None:
            return False  # "على متنه جثتان"
        low, high = max(self._sentence.first, mention.first - 3), mention.first
        they = tagged.tokens[high - 1].norm == _THEY_ARE and self._planned < 0
        if they or tagged.cue(high - 1, "number_of_them"):
            low = high  # "قتل من كانوا على متن المروحية وعددهم سبعة", "جميع من على متنها وهم 62 شخصا"
        if tagged.cued("unreal", low, high) or tagged.cued("rate", low, high):
            return True
        if tagged.cued("unlikely", max(self._sentence.first, mention.first - _UNLIKELY), low):
            return True
        behind = range(mention.last, min(mention.last + 9, self._sentence.last))
        stop = next((k for k in behind if tagged.tokens[k].text in _COMMAS), behind.stop)
        return tagged.cued("rate", mention.last, stop)
