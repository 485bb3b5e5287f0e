"""What a claim's surroundings are about, as small sets that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from checker.arabic.calendar import calendar
from checker.arabic.numbers import TokenQuantity
from checker.claims.draft import Draft
from checker.claims.marks import BULLETS
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Outcome
from checker.relations.places import Place, keys_within, named_places
from checker.relations.scenes import Scene, find_scenes
from checker.relations.times import times_in
from checker.values import frozen

#: A word found in more sentences than this tells nothing apart.
_RARE = 4
#: A time stands in the claim's clause, or so many tokens in front of it.
_LED_BY = 15
#: "In the company of" stands so close in front of those who are counted.
_COMPANY = 3
#: A change of subject stands among the first so many words of its sentence.
_SWITCH = 4
#: The key of what tells nothing.
_NO_KEY = frozenset({""})
#: Who says a sentence is told in its first so many words.
_SAYS = 2
#: So few words are alike by chance.
_FEW = 3
#: "Their", at the end of a noun.
_THEIRS = ("ها", "هم")
_CLAUSE_MARKS = frozenset('،,؛;:.؟?!()"«»')


@frozen
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
    """How many happenings the sentence tells of in one: 2 for "هجومين", 3 for "ثلاثة تفجيرات"; else 0."""
    among: bool
    definite_event: bool
    """The claim's clause speaks of the happening with the article: "الهجوم"."""
    another: bool
    """The claim's clause names another happening than the one told of so far: "انفجار آخر"."""
    another_before: bool
    """The sentence has named one in front of the claim's clause."""
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
    with_attacker: bool
    """One toll of the sentence counts who did it."""
    also: bool
    """ "كما قتل خمسة": others than those told of so far, if the words do not say the same again."""
    contrast: bool
    """A word of contrast stands in front of the claim: "لكن", "في حين"."""
    telling: frozenset[str]
    """Words of the sentence that few other sentences of the document have."""
    own: bool = False
    """Who speaks counts people of his own: "5 من موظفيها"."""
    bullet: bool = False
    """The sentence is a line of a list."""
    scene: Scene | None = None
    """The place of its own that the sentence is told of."""
    places: frozenset[str] = frozenset()
    """The places that the sentence names."""
    clause_places: frozenset[str] = frozenset()
    """… and those of the claim's clause."""
    says: bool = False
    """The sentence begins with who says it: "وقال مصدر أمني إن"."""
    opens_paragraph: bool = False
    new_event: bool = False
    """The sentence names a happening, and none with the article: "انفجرت عبوة في سوق", not "الانفجار"."""


class ContextFinder:
    """Builds contexts; what is shared by the claims of a sentence is built once."""

    def __init__(self, tagged: Tagged, sentences: Sequence[Sentence], quantities: Sequence[TokenQuantity] = ()) -> None:
        self._tagged = tagged
        self._happenings = {
            q.first: q.quantity.min for q in quantities if q.quantity.min is not None and tagged.cue(q.last, "several")
        }
        bags = [self._keys(sentence.first, sentence.last) for sentence in sentences]
        self._bags = {sentence.first: bag for sentence, bag in zip(sentences, bags, strict=True)}
        counts = Counter(chain.from_iterable(bags))
        self._rare = frozenset(word for word, count in counts.items() if 1 < count <= _RARE)
        self._index = {sentence.first: k for k, sentence in enumerate(sentences)}
        self._turns = list(accumulate(int(self._turns_away(sentence)) for sentence in sentences))
        self._scenes = find_scenes(tagged, sentences)
        self._sentences = sentences
        self._new: dict[int, bool] = {}
        self._named: dict[int, list[Place]] = {}

    def context(self, draft: Draft) -> Context:
        """The context of one draft."""
        sentence = draft.sentence
        bag = self._bags[sentence.first]
        anchor = draft
        while anchor.whole is not None and anchor.whole.sentence == sentence:
            anchor = anchor.whole
        low, high = self._clause(anchor, sentence)
        tagged, first, last = self._tagged, sentence.first, sentence.last
        events = [k for k in range(low, high) if tagged.roles[k].event is not None]
        position = self._index[sentence.first]
        several, happenings = tagged.cued("several", first, last), self._number_of_happenings(first, last)
        if (several or happenings) and any(tagged.cue(k, "one_of_things") for k in range(first, draft.first)):
            several, happenings = False, 0  # "عمليات استهدفت إحداها حافلة"
        counted = tagged.cued("with_attacker", first, last)
        return Context(
            self._keys(low, high),
            bag,
            self._kinds(low, high) or self._kinds(first, last),
            self._turns[position],
            position,
            several,
            happenings,
            tagged.cued("one_among", first, last),
            any(tagged.definite(k) for k in events),
            any(self._names_another(k) for k in events),
            any(self._names_another(k) for k in range(first, low) if tagged.roles[k].event is not None),
            tagged.cued("background", first, last) or any(map(self._is_year, tagged.numbers_in(first, last))),
            times_in(tagged, max(first, low - _LED_BY), high),
            draft.outcome is not Outcome.DISPLACED and tagged.cued("partly", low, high),
            self._person_behind(draft.last) or self._one_besides(draft),
            counted or tagged.cued("own_death", first, last),
            counted,
            draft.harm is not None and first < draft.harm.first and tagged.word(draft.harm.first - 1, "also"),
            tagged.cued("contrast", first, draft.first),
            bag & self._rare,
            self._own(draft),
            tagged.tokens[first].text in BULLETS,
            self._scenes[position],
            keys_within(self._places(sentence), first, last),
            keys_within(self._places(sentence), low, high),
            any(tagged.cue(k, "said") for k in range(first, min(first + _SAYS, last))),
            position > 0 and self._sentences[position - 1].paragraph != sentence.paragraph,
            self._is_new(sentence),
        )

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

    def _one_besides(self, draft: Draft) -> bool:
        """Whether one person more is told of in the sentence: "برفقة سبعة", "مصابين اثنين … والمصاب الثالث"."""
        tagged, first, last = self._tagged, draft.mention.first, draft.sentence.last
        if any(tagged.cue(k, "in_company") for k in range(max(draft.sentence.first, first - _COMPANY), first)):
            return True
        if not tagged.cued("the_nth", draft.last, last):
            return False
        return any(tagged.cue(k, "the_nth") and tagged.roles[k - 1].victim is not None for k in range(draft.last, last))

    def _own(self, draft: Draft) -> bool:
        head = draft.phrase.head
        return draft.phrase.partitive and head is not None and self._tagged.tokens[head].norm.endswith(_THEIRS)

    def _places(self, sentence: Sentence) -> list[Place]:
        first = sentence.first
        if first not in self._named:
            self._named[first] = named_places(self._tagged, first, sentence.last)
        return self._named[first]

    def _is_new(self, sentence: Sentence) -> bool:
        first = sentence.first
        if first not in self._new:
            events = [k for k in range(first, sentence.last) if self._tagged.roles[k].event is not None]
            self._new[first] = bool(events) and not any(map(self._tagged.definite, events))
        return self._new[first]

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

    def _keys(self, low: int, high: int) -> frozenset[str]:
        """The keys of the words in a range of tokens that tell what is told of."""
        return frozenset([word.key for word in self._tagged.words[low:high]]) - _NO_KEY

    def _kinds(self, low: int, high: int) -> frozenset[str]:
        """The kinds of happening that a range of tokens names."""
        kinds = {roles.event for roles in self._tagged.roles[low:high]}
        return frozenset(kind for kind in kinds if kind is not None)

    def _turns_away(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with a change of subject."""
        return self._tagged.cued("switch", sentence.first, min(sentence.first + _SWITCH, sentence.last))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words as a share of all words of both; 0 where there are few."""
    both = len(a | b)
    return len(a & b) / both if both >= _FEW else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words as a share of the smaller set; 0 where one of them is empty."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0
