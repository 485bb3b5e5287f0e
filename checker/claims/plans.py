"""What has not happened: plans, threats, capacities and denials: "خطط لقتل 50"."""

from __future__ import annotations

from checker.claims.fates import fate_within, is_fate
from checker.claims.lists import is_besides
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention, has_noun_before
from checker.claims.passage import Passage, harm_between
from checker.claims.tagging import Harm, Tagged
from checker.claims.vessels import taken_with
from checker.model import Outcome

#: An unlikely thing is told of so close in front.
_UNLIKELY = 8
#: From a court's verb to the death that it upholds.
_UPHELD = 7
#: The cues of plans, of shares and of what is not likely.
_PLANS = ("unreal", "rate", "unlikely", "holds", "sentenced", "tries")
#: Mentions without a number, which need a word of harm of their own.
_WEAK = ("single", "one_of", "rest")
#: What is counted has so many words.
_NOUN = 4
_THEY_ARE = "وهم"
#: A verb of the present begins so; what can do so stands so close in front.
_PRESENT, _CAN = frozenset("يتن"), 6


class Plans:
    """Which mentions of one sentence are planned or denied; they are asked for in order, since lists go on."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        sentence = passage.sentence
        self._may_plan = passage.tagged.cued_by(_PLANS, sentence.first, sentence.last)
        """Whether the sentence has a word of what is not so at all; most have none."""
        self._planned = -1
        """The last mention that a plan or a denial tells of."""

    def tell_of(self, index: int) -> bool:
        """Whether a plan, a threat or a capacity is told: "خطط لقتل 50", or its list goes on."""
        if not self._may_plan:
            return False
        mention = self._passage.mentions[index]
        listed = mention.joined or is_besides(self._passage.tagged, mention.first)
        told = index > 0 and harm_between(self._passage, self._passage.mentions[index - 1].last, mention.first)
        weak = mention.kind in _WEAK or mention.min == 1 or not told
        if index and listed and index - 1 == self._planned and weak:
            self._planned = index
            return True
        planned = _is_planned(self._passage, mention, first=self._planned < 0)
        if planned:
            self._planned = index
        return planned


def may_come(passage: Passage, mention: Mention, harm: Harm) -> bool:
    """ "الحرب قد تودي بحياة الملايين", "يمكن للقاح أن ينقذ 500 ألف": what a verb of the present may or can bring."""
    tagged, first = passage.tagged, harm.first
    if harm.kind not in ("cause", "suffer") or mention.first - max(harm.last, harm.close) > 1:
        return False
    if tagged.tokens[first].norm[0] not in _PRESENT or harm.close > mention.first:
        return False
    if tagged.word(first - 1, "may"):
        return True
    low = max(passage.sentence.first, first - _CAN)
    return tagged.word(first - 1, "that") and fate_within(tagged, "can", low, first - 1)


def _unreal(tagged: Tagged, k: int) -> bool:
    """Whether a plan begins at token ``k``; "المحاولة" has no object: "إفشال المحاولة وتوقيف 43 شخصا"."""
    if tagged.cue(k - 1, "leads_to"):
        return False  # "أدى لقتل حارس"
    return tagged.cue(k, "unreal") and not ("unreal" in tagged.roles[k].cues and tagged.definite(k))


def _is_tried(passage: Passage, mention: Mention) -> bool:
    """ "تحاول فرق الدفاع المدني إنقاذ ثلاثة": an attempt, with nothing but who makes it between."""
    tagged = passage.tagged
    for k in range(mention.first - 1, max(passage.sentence.first - 1, mention.first - _UNLIKELY - 1), -1):
        if tagged.cue(k, "tries"):
            return True
        if tagged.tokens[k].kind != "word" or tagged.joined(k) or tagged.cue(k, "clause"):
            return False
    return False


def _is_upheld(passage: Passage, low: int, high: int) -> bool:
    """ "أيدت محكمة النقض، أمس، إعدام سبعة": the death is upheld or set aside, and not carried out."""
    tagged = passage.tagged
    for k in range(high - 1, low - 1, -1):
        if is_fate(tagged, k, "execution"):
            return fate_within(tagged, "upholds", max(passage.sentence.first, k - _UPHELD), k)
    return False


def _is_planned(passage: Passage, mention: Mention, *, first: bool) -> bool:
    """Whether a word of a plan or a denial stands near; ``first``: no mention before is planned."""
    tagged, sentence = passage.tagged, passage.sentence
    if mention.outcome is Outcome.KILLED and tagged.cue_before(mention.first, "aboard") is not None:
        return False  # "على متنه جثتان"
    if taken_with(passage, mention) is not None:
        return False  # "خطف قراصنة سفينة على متنها 17 بحارا"
    named = has_noun_before(tagged, mention)  # "الشروع في قتل شرطيين اثنين"
    low, high = max(sentence.first, mention.first - 3 - named), mention.first
    they = tagged.tokens[high - 1].norm == _THEY_ARE and first
    if they or tagged.cue(high - 1, "number_of_them"):
        low = high  # "قتل من كانوا على متن المروحية وعددهم سبعة", "جميع من على متنها وهم 62 شخصا"
    unreal = tagged.cued("unreal", low, high) and any(_unreal(tagged, k) for k in range(low, high))
    if unreal or tagged.cued("rate", low, high):
        return not _has_grown(tagged, mention)
    sentenced = tagged.cued("sentenced", sentence.first, high)
    if sentenced and any(
        tagged.cue(k, "to_death") and tagged.cued("sentenced", sentence.first, k) for k in range(low, high)
    ):
        return True  # "قضت المحكمة، أمس، بإعدام 11 متهما": they are alive
    if sentenced and _is_upheld(passage, low, high):
        return True
    if tagged.cued("tries", max(sentence.first, mention.first - _UNLIKELY), low) and _is_tried(passage, mention):
        return True
    if tagged.cued("unlikely", max(sentence.first, mention.first - _UNLIKELY), low):
        return True
    if tagged.cued("holds", max(sentence.first, mention.first - _UNLIKELY), mention.first):
        return True
    behind = range(mention.last, min(mention.last + 9, sentence.last))
    if not tagged.cued("rate", behind.start, behind.stop):
        return False
    stop = next((k for k in behind if tagged.tokens[k].text in COMMAS or _says_again(tagged, mention, k)), behind.stop)
    return tagged.cued("rate", mention.last, stop)


def _has_grown(tagged: Tagged, mention: Mention) -> bool:
    """ "بزيادة 15 حالة وفاة عما أعلن أمس": those who died since, unlike "بزيادة 15 قتيلا عن العام الماضي"."""
    by = tagged.cue(mention.first - 1, "by_so_many")
    return by and any(tagged.cue(k, "since_before") for k in range(mention.last, mention.last + _NOUN))


def _says_again(tagged: Tagged, mention: Mention, k: int) -> bool:
    """ "بينهم 293 طفلا أي بمعدل 10 يوميا": a rate of one happening's figure, and not the figure itself."""
    if not is_fate(tagged, k, "that_is"):
        return False
    return any(tagged.cue(j, "partitive") for j in range(max(0, mention.first - _UNLIKELY), k))
