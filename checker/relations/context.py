"""What a claim's surroundings are about, as small sets that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.arabic.calendar import calendar
from checker.arabic.lexicon import TELLS, places
from checker.arabic.numbers import TokenQuantity
from checker.claims.draft import Draft
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.relations.times import times_in

#: A word found in more sentences than this tells nothing apart.
_RARE = 4
#: A time stands in the claim's clause, or so many tokens in front of it.
_LED_BY = 15
#: So few words are alike by chance.
_FEW = 3
_WEAK = str.maketrans("", "", "اويىءآ")
_PREFIXES = ("وبال", "فال", "وال", "بال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_SUFFIXES = ("يات", "هما", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ا", "ي")
_CLAUSE_MARKS = frozenset('،,؛;:.؟?!()"«»')


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one draft.

    ``clause`` and ``sentence`` hold word keys of the claim's clause and
    sentence; ``events`` kinds of happening named there; ``turns`` counts the
    changes of subject ("من جهة أخرى") from the start of the document.
    """

    clause: frozenset[str]
    sentence: frozenset[str]
    events: frozenset[str]
    turns: int
    position: int
    """Index of the sentence in the document."""
    several: bool
    happenings: int
    """How many happenings the sentence tells of in one: 2 for "هجومين", 3 for "ثلاثة تفجيرات"; 0 where it does not say."""
    among: bool
    definite_event: bool
    """The claim's clause speaks of the happening with the article: "الهجوم"."""
    another: bool
    """The claim's clause names another happening than the one told of so far: "انفجار آخر"."""
    background: bool
    """The sentence tells of another time: "وفي عام 2013", "الشهر الماضي"."""
    times: frozenset[str]
    """Marks of other times than the article's in the sentence."""
    partly: bool
    """The claim's clause speaks of those known by name: some of all."""
    beside: bool
    """A person without a number stands right behind: "شقيقيه وابن عمه"."""
    own_death: bool
    """Who did it died too, which one toll may count and another not."""
    contrast: bool
    """A word of contrast stands in front of the claim: "لكن", "في حين"."""
    telling: frozenset[str]
    """Words of the sentence that few other sentences of the document have."""


@lru_cache(maxsize=65536)
def word_key(norm: str) -> str:
    """A folded word without its affixes and weak letters.

    Spellings of one place name fall together: مساخيل and موساخيل are both
    ``مسخل``.
    """
    for prefix in _PREFIXES:
        if norm.startswith(prefix) and len(norm) - len(prefix) >= 3:
            norm = norm[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
            norm = norm[: -len(suffix)]
            break
    bare = norm[0] + norm[1:].translate(_WEAK)
    return bare if len(bare) >= 3 else norm


class ContextFinder:
    """Builds contexts; what is shared by the claims of a sentence is built once."""

    def __init__(
        self, tagged: Tagged, sentences: Sequence[Sentence], quantities: Sequence[TokenQuantity] = ()
    ) -> None:
        self._tagged = tagged
        self._happenings = {
            q.first: q.quantity.min for q in quantities if q.quantity.min is not None and tagged.cue(q.last, "several")
        }
        self._keys = [""] * len(tagged.tokens)
        for k in places(tagged.codes, TELLS):
            self._keys[k] = word_key(tagged.tokens[k].norm)
        self._events = [roles.event for roles in tagged.roles]
        self._bags: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        counts: Counter[str] = Counter()
        for sentence in sentences:
            counts.update(self._sentence_bag(sentence)[0])
        self._rare = frozenset(word for word, count in counts.items() if 1 < count <= _RARE)
        self._index = {sentence.first: k for k, sentence in enumerate(sentences)}
        self._turns: list[int] = []
        turns = 0
        for sentence in sentences:
            if tagged.cued("switch", sentence.first, min(sentence.first + 4, sentence.last)):
                turns += 1
            self._turns.append(turns)

    def context(self, draft: Draft) -> Context:
        """The context of one draft."""
        sentence = draft.sentence
        bag = self._sentence_bag(sentence)
        anchor = draft
        while anchor.whole is not None and anchor.whole.sentence == sentence:
            anchor = anchor.whole
        low, high = self._clause(anchor, sentence)
        words, events = self._bag(low, high)
        tagged, first, last = self._tagged, sentence.first, sentence.last
        position = self._index[sentence.first]
        return Context(
            words,
            bag[0],
            events or bag[1],
            self._turns[position],
            position,
            tagged.cued("several", first, last),
            self._number_of_happenings(first, last),
            tagged.cued("one_among", first, last),
            any(tagged.roles[k].event and tagged.definite(k) for k in range(low, high)),
            any(self._names_another(k) for k in range(low, high)),
            tagged.cued("background", first, last) or any(self._is_year(k) for k in range(first, last)),
            times_in(tagged, max(first, low - _LED_BY), high),
            tagged.cued("partly", low, high),
            self._person_behind(draft.last),
            tagged.cued("own_death", first, last),
            tagged.cued("contrast", first, draft.first),
            bag[0] & self._rare,
        )

    def _sentence_bag(self, sentence: Sentence) -> tuple[frozenset[str], frozenset[str]]:
        bag = self._bags.get(sentence.first)
        if bag is None:
            bag = self._bags[sentence.first] = self._bag(sentence.first, sentence.last)
        return bag

    def _clause(self, draft: Draft, sentence: Sentence) -> tuple[int, int]:
        tagged = self._tagged
        low, high = draft.first, draft.last
        if draft.harm is not None and sentence.first <= draft.harm.first < low:
            low = draft.harm.first
        while low > sentence.first and not self._boundary(low - 1):
            low -= 1
        while high < sentence.last and not self._boundary(high):
            high += 1
        if high < sentence.last and high - low < 6 and tagged.tokens[high].text in "،,":
            high += 1
            while high < sentence.last and not self._boundary(high):
                high += 1
        return low, high

    def _number_of_happenings(self, first: int, last: int) -> int:
        if self._tagged.cued("pair", first, last):
            return 2
        return next((number for k, number in self._happenings.items() if first <= k < last), 0)

    def _person_behind(self, k: int) -> bool:
        tagged = self._tagged
        noun = tagged.roles[k].noun if k < len(tagged.tokens) else None
        return noun is not None and noun.group is not None and noun.number == "singular" and tagged.joined(k)

    def _names_another(self, k: int) -> bool:
        tagged = self._tagged
        named = tagged.roles[k].event is not None and not tagged.definite(k)
        return named and any(tagged.cue(i, "another") for i in range(k + 1, min(k + 3, len(tagged.tokens))))

    def _is_year(self, k: int) -> bool:
        """Whether the token is a year: who gives one tells of another time."""
        token = self._tagged.tokens[k]
        if token.kind != "number" or len(token.norm) != 4 or token.norm[:2] not in ("19", "20") or k == 0:
            return False
        before = self._tagged.tokens[k - 1].norm
        return self._tagged.word(k - 1, "year_words") or before in calendar().gregorian

    def _boundary(self, i: int) -> bool:
        tagged = self._tagged
        return tagged.tokens[i].text in _CLAUSE_MARKS or tagged.cue(i, "clause")

    def _bag(self, low: int, high: int) -> tuple[frozenset[str], frozenset[str]]:
        words, events = set(self._keys[low:high]), set(self._events[low:high])
        words.discard("")
        return frozenset(words), frozenset(event for event in events if event is not None)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words as a share of all words of both; 0 where there are few."""
    both = len(a | b)
    return len(a & b) / both if both >= _FEW else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words as a share of the smaller set; 0 where one of them is empty."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0
