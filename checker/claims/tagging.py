"""The words of a document with their roles, and what can be asked of them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from checker.arabic.lexicon import CUES, INDEXED, NUMBERS, Read, Roles, TriggerKind, Word, places
from checker.arabic.tokens import Tokens
from checker.model import Outcome

#: The endings of "his", "her", "their" and that of two.
HIS = ("ه", "ها", "هم", "هما")
#: "Both of them", and how far behind a noun it tells that there are two.
_BOTH, _BEHIND = "هما", 10
#: So many of these marks may open what follows a cue.
_OPENED, _OPENING = 2, frozenset(':"«“(')
#: "They are" opens a breakdown, and "سيلحق بهم 500 آخرون" none.
_BREAKDOWN, _WITH = "breakdown", ("ب", "ل", "وب", "ول")
#: A shorter word is another word more often than a verb of two ("صفا").
_SHORT = 3
_AND_THE = "وال"
_AND_VERB, _SHORTEST_VERB = ("وي", "وت", "وا"), 5
#: The ending of the dual that no plural shares, and the other one with its vowel.
_DUAL, _TWO = "ان", "اثن"
_VOWELLED_DUAL = re.compile("\u0651?\u064e\u0651?ين\u0650?$")


class Harm(NamedTuple):
    """A trigger at tokens ``first`` up to ``last`` (exclusive).

    ``close`` is the end of the second half of a split expression, or ``last``.
    """

    first: int
    last: int
    outcome: Outcome
    kind: TriggerKind
    plural: bool
    joined: bool
    """Whether a conjunction is attached: ``ومقتل``."""
    close: int


class Mark(NamedTuple):
    """A cue word or expression at tokens ``first`` up to ``last``."""

    first: int
    last: int
    cues: frozenset[str]


class Tagged:
    """A range of tokens with their roles; indices are those of the document."""

    __slots__ = (
        "_cued", "_cued_by", "_duals", "_harm_places", "_victim_places", "codes", "harms", "mark_ends", "marks",
        "nominal", "particles", "phrases", "roles", "tails", "tokens", "words",
    )  # fmt: skip

    tokens: Tokens
    words: Sequence[Word]
    """The same tokens with all that is known of each."""
    particles: Sequence[str]
    roles: Sequence[Roles]
    codes: str
    """A character for each token, for :func:`checker.arabic.lexicon.places`."""
    phrases: dict[int, tuple[int, Roles]]
    """Expressions that are nouns or victims words: first token → (end, roles)."""
    marks: dict[int, Mark]
    mark_ends: dict[int, Mark]
    harms: list[Harm]
    nominal: list[int]
    """Tokens that may count people without a number."""
    tails: frozenset[int]
    """The last words of expressions that other words may part: "مصير … مجهولا"."""
    _duals: frozenset[str] | None
    _cued: dict[str, list[int]] | None
    _cued_by: dict[tuple[str, ...], list[int]]
    _harm_places: list[int] | None
    _victim_places: list[int] | None

    def __init__(self, read: Read) -> None:
        """Begin with what the words say one by one."""
        self.tokens, self.words, self.particles, self.roles, self.codes = read
        self.phrases, self.marks, self.mark_ends = {}, {}, {}
        self.harms, self.nominal, self.tails = [], [], frozenset()
        self._duals = self._cued = self._harm_places = self._victim_places = None
        self._cued_by = {}

    def places(self, name: str) -> Sequence[int]:
        """All tokens that are, or begin, a cue of this name, in order; the name is one of ``INDEXED``."""
        if self._cued is None:
            self._cued = self._index()
        return self._cued[name]

    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {cue: [] for cue in INDEXED}
        for i in places(self.codes, CUES):
            for cue in self.roles[i].cues & INDEXED:
                found[cue].append(i)
        for i, mark in self.marks.items():
            for cue in (mark.cues & INDEXED) - self.roles[i].cues:
                insort(found[cue], i)
        return found

    def cued(self, name: str, first: int, last: int) -> bool:
        """Whether a cue of this name, one of ``INDEXED``, begins among the tokens ``first`` up to ``last``."""
        places = self.places(name)
        at = bisect_left(places, first)
        return at < len(places) and places[at] < last

    def cued_by(self, names: tuple[str, ...], first: int, last: int) -> bool:
        """Whether a cue of one of these names, which are of ``INDEXED``, begins in a range of tokens."""
        places = self._cued_by.get(names)
        if places is None:
            places = self._cued_by[names] = sorted(chain.from_iterable(map(self.places, names)))
        at = bisect_left(places, first)
        return at < len(places) and places[at] < last

    def cue(self, i: int, name: str) -> bool:
        """Whether the token at ``i`` is, or begins, a cue of this name."""
        if not 0 <= i < len(self.roles):
            return False
        if name in self.roles[i].cues:
            return True
        mark = self.marks.get(i)
        return mark is not None and name in mark.cues

    def cues_at(self, i: int) -> frozenset[str]:
        """All cues that the token at ``i`` is, or begins."""
        cues, mark = self.roles[i].cues, self.marks.get(i)
        return cues if mark is None else cues | mark.cues

    def word(self, i: int, name: str) -> bool:
        """Whether the token at ``i`` is a word of this cue with nothing attached to it."""
        return 0 <= i < len(self.roles) and not self.particles[i] and name in self.roles[i].cues

    def cue_before(self, i: int, name: str) -> int | None:
        """Where a cue of this name begins that ends right before token ``i``.

        A colon or an opening quotation mark may stand between: "هم: 13", 'بينهم "امرأة'.
        """
        for _ in range(_OPENED):
            if i > 1 and self.tokens[i - 1].text in _OPENING:
                i -= 1
        mark = self.mark_ends.get(i)
        if mark is not None and name in mark.cues:
            return mark.first
        if i > 0 and name in self.roles[i - 1].cues and not (name == _BREAKDOWN and self.particles[i - 1] in _WITH):
            return i - 1
        return None

    def definite(self, i: int) -> bool:
        """Whether the word at ``i`` begins with the article."""
        return self.words[i].definite

    def harms_in(self, first: int, last: int) -> list[Harm]:
        """The words of harm that begin in a range of tokens."""
        if self._harm_places is None:
            self._harm_places = [harm.first for harm in self.harms]
        low = bisect_left(self._harm_places, first)
        return self.harms[low : bisect_left(self._harm_places, last, low)]

    def victims_in(self, first: int, last: int) -> bool:
        """Whether a range of tokens holds a word for victims or a denial."""
        victims = self._victims()
        low = bisect_left(victims, first)
        return low < len(victims) and victims[low] < last

    def told(self) -> list[int]:
        """All tokens at which a word of harm, a word for victims or a denial begins, in order."""
        return sorted({*self._victims(), *(harm.first for harm in self.harms)})

    def _victims(self) -> list[int]:
        if self._victim_places is None:
            self._victim_places = [
                i
                for i in self.nominal
                if self.roles[i].victim is not None or self.cue(i, "zero_before") or i in self.phrases
            ]
        return self._victim_places

    def numbers_in(self, first: int, last: int) -> list[int]:
        """The tokens at which a number can begin in a range of tokens."""
        return [first + k for k in places(self.codes[first:last], NUMBERS)]

    def two_of(self, i: int) -> bool:
        """Whether a word that can be a dual or a plural is one here.

        A written vowel says so ("شرطيَين"), the words around it, or the dual's
        other case elsewhere in the document ("شرطيان").
        """
        if self._says_two(i):
            return True
        if self._duals is None:
            self._duals = frozenset(self._find_duals())
        stem = self._stem(i)
        if stem in self._duals:
            return True
        return not self.definite(i) and (f"{stem}{_TWO}" in self._duals or self._meant_as_two(i))

    def _says_two(self, i: int) -> bool:
        return _VOWELLED_DUAL.search(self.tokens[i].text) is not None or self.cue(i + 1, "of_two")

    def _stem(self, i: int) -> str:
        return self.tokens[i].norm[len(self.particles[i]) : -len(_DUAL)]

    def _follows_number(self, i: int) -> bool:
        """ "8 شرطيين": those are so many."""
        return i > 0 and bool(ord(self.codes[i - 1]) & NUMBERS)

    def _find_duals(self) -> Iterator[str]:
        """The stems of the nouns that are told of as two somewhere.

        Those of "شرطيان" are two wherever they stand; those of "شرطيين اثنين" and "شرطيين … جثتيهما", which are
        marked, where no article shows that many are known.
        """
        for i, roles in enumerate(self.roles):
            noun = roles.noun
            if noun is None or noun.group is None:
                continue
            if noun.number == "dual" and self.tokens[i].norm.endswith(_DUAL):
                yield self._stem(i)
            elif noun.number == "dual_or_plural" and not self.definite(i) and not self._follows_number(i):
                counted = i + 1 < len(self.tokens) and self.tokens[i + 1].norm.startswith(_TWO)
                if counted or self._says_two(i) or self._meant_as_two(i):
                    yield self._stem(i) + _TWO

    def _meant_as_two(self, i: int) -> bool:
        """Whether the words behind speak of two ("شرطيين عثر على جثتيهما") or count one more ("وإصابة مواطن")."""
        if self._with_so_many_others(i + 1):
            return True
        for k in range(i + 1, min(i + _BEHIND, len(self.tokens))):
            token = self.tokens[k]
            if token.kind in ("newline", "number") or token.text == ".":
                return False
            if token.norm.endswith(_BOTH) and len(token.norm) > len(_BOTH):
                return True
            harm = self.roles[k].trigger
            if k == i + 1 and harm is not None and harm.number == "dual" and len(token.norm) > _SHORT:
                return True  # "أن شرطيين أصيبا"
            one = self.roles[k].noun
            if one is not None and one.group is not None and one.number == "singular" and one.implicit:
                trigger = self.roles[k - 1].trigger
                return trigger is not None and self.joined(k - 1) and not self.definite(k)
        return False

    def _with_so_many_others(self, k: int) -> bool:
        """Whether as exact a count of others stands at ``k``: "مصرع عاملين وإصابة ثلاثة آخرين"."""
        if k + 2 >= len(self.tokens) or self.roles[k].trigger is None or not self.joined(k):
            return False
        return bool(ord(self.codes[k + 1]) & NUMBERS) and self.cue(k + 2, "others")

    def joined(self, i: int) -> bool:
        """Whether the word at ``i`` is "and", or has it attached."""
        return self.words[i].joined


def is_and_verb(norm: str) -> bool:
    """Whether a word is "and" with a verb, which the lexicon need not know: "ويحيل", "واعتبر", "وغنمت"."""
    if len(norm) < _SHORTEST_VERB or norm.startswith(_AND_THE):
        return False
    return norm.startswith(_AND_VERB) or (norm[0] == "و" and norm[-1] == "ت" and norm[-2] != "ا")
