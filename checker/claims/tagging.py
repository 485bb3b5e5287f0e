"""What the lexicon says of each token, and the triggers of harm among them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from checker.arabic.lexicon import (
    COUNTING,
    COUNTS,
    CUES,
    HARMS,
    INDEXED,
    NUMBERS,
    Lexicon,
    Phrase,
    Roles,
    Trigger,
    TriggerKind,
    Victim,
    Word,
    leads,
    places,
)
from checker.arabic.tokens import Token, Tokens
from checker.model import Outcome

#: How far the second half of an expression may stand from the first ("لقي … مصرعهم").
_GAP = 20
#: "Both of them", and how far behind a noun it tells that there are two.
_BOTH, _BEHIND = "هما", 10
#: So many of these marks may open what follows a cue.
_OPENED, _OPENING = 2, frozenset(':"«“')
#: A shorter word is another word more often than a verb of two ("صفا").
_SHORT = 3
_AND_THE = "وال"
_AND_VERB, _SHORTEST_VERB = ("وي", "وت", "وا"), 5
#: Words that name one person: "شابا سوريا".
_NAMED = 3
#: Words between "the number of" and "who".
_THOSE = 4
#: Words of harm that may share a figure, and what its people are then.
_LUMPING = frozenset({"cause", "suffer", "noun"})
_CASUALTIES = {Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES}
_HELD = (Outcome.KIDNAPPED, Outcome.DETAINED)
#: The ending of the dual that no plural shares, and the other one with its vowel.
_DUAL = "ان"
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


@dataclass(slots=True)
class Tagged:
    """A range of tokens with their roles; indices are those of the document."""

    tokens: Tokens
    words: Sequence[Word]
    """The same tokens with all that is known of each."""
    particles: Sequence[str]
    roles: Sequence[Roles]
    codes: str
    """A character for each token, for :func:`checker.arabic.lexicon.places`."""
    phrases: dict[int, tuple[int, Roles]] = field(default_factory=dict)
    """Expressions that are nouns or victims words: first token → (end, roles)."""
    marks: dict[int, Mark] = field(default_factory=dict)
    mark_ends: dict[int, Mark] = field(default_factory=dict)
    harms: list[Harm] = field(default_factory=list)
    nominal: list[int] = field(default_factory=list)
    """Tokens that may count people without a number."""
    tails: frozenset[int] = frozenset()
    """The last words of expressions that other words may part: "مصير … مجهولا"."""
    _duals: frozenset[str] | None = None
    _cued: dict[str, list[int]] | None = None
    _cued_by: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    _harm_places: list[int] | None = None
    _victim_places: list[int] | None = None

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
        mark = self.marks.get(i)
        return name in self.roles[i].cues or (mark is not None and name in mark.cues)

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
        if i > 0 and name in self.roles[i - 1].cues:
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
        if _VOWELLED_DUAL.search(self.tokens[i].text):
            return True
        if self._duals is None:
            self._duals = frozenset(
                token.norm[len(particle) :]
                for token, particle, roles in zip(self.tokens, self.particles, self.roles, strict=True)
                if roles.noun is not None and roles.noun.number == "dual" and token.norm.endswith(_DUAL)
            )
        stem = self.tokens[i].norm[len(self.particles[i]) : -len(_DUAL)]
        return stem + _DUAL in self._duals or (not self.definite(i) and self._meant_as_two(i))

    def _meant_as_two(self, i: int) -> bool:
        """Whether the words behind speak of two ("شرطيين عثر على جثتيهما") or count one more ("وإصابة مواطن")."""
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

    def joined(self, i: int) -> bool:
        """Whether the word at ``i`` is "and", or has it attached."""
        return self.words[i].joined


def is_and_verb(norm: str) -> bool:
    """Whether a word is "and" with a verb, which the lexicon need not know: "ويحيل", "واعتبر"."""
    return norm.startswith(_AND_VERB) and len(norm) >= _SHORTEST_VERB and not norm.startswith(_AND_THE)


def read_words(text: str, lexicon: Lexicon) -> Tagged:
    """Cut a document into tokens and look every one of them up, once."""
    read = lexicon.read(text)
    tagged = Tagged(read.tokens, read.words, read.particles, read.roles, read.codes)
    _find_phrases(tagged)
    _find_harms(tagged)
    tagged.nominal = places(read.codes, COUNTS)
    counting = [i for i, mark in tagged.marks.items() if not COUNTING.isdisjoint(mark.cues)]
    if tagged.phrases or counting:  # also where the first word says nothing by itself: "رجلي أمن"
        tagged.nominal = sorted({*tagged.nominal, *tagged.phrases, *counting})
    return tagged


def _find_phrases(tagged: Tagged) -> None:
    tokens = tagged.tokens
    last = len(tokens) - 1
    words = tagged.words
    for i in leads(tagged.codes):
        lead = words[i].lead
        if lead is None:
            continue
        joint, by_second = lead
        second = tokens[i + 1].norm if i < last else ""
        if second in by_second or "" in by_second:
            for phrase in (*by_second.get(second, ()), *by_second.get("", ())):
                ends = _match(tokens, i, phrase)
                if ends is not None:
                    _keep_phrase(tagged, i, *ends, joint, phrase.roles)
                    break


def _match(tokens: Sequence[Token], i: int, phrase: Phrase) -> tuple[int, int] | None:
    """Where the first part and the whole of an expression end, if it stands at ``i``."""
    words, tail = phrase.words, phrase.tail
    end = i + len(words)
    if end > len(tokens) or any(tokens[i + k].norm != words[k] for k in range(1, len(words))):
        return None
    if not tail:
        return end, end
    for k in range(end, min(end + _GAP, len(tokens) - len(tail) + 1)):
        if tokens[k].norm.startswith(tail[0]) and all(
            tokens[k + j].norm.startswith(tail[j]) for j in range(1, len(tail))
        ):
            return end, k + len(tail)
        if tokens[k].kind == "newline" or tokens[k].text == ".":
            return None
    return None


def _keep_phrase(tagged: Tagged, first: int, last: int, close: int, joint: str, roles: Roles) -> None:
    if roles.trigger is not None:
        outcome, kind, _ = roles.trigger
        tagged.harms.append(Harm(first, last, outcome, kind, _is_plural(tagged, first), bool(joint), close))
    if roles.cues:
        mark = Mark(first, last, roles.cues)
        tagged.marks[first] = mark
        tagged.mark_ends[last] = mark
    if roles.noun is not None or roles.victim is not None or roles.body is not None:
        tagged.phrases[first] = (last, roles)


def _is_plural(tagged: Tagged, first: int) -> bool:
    return tagged.tokens[first].norm.endswith(("وا", "ون"))


def _find_harms(tagged: Tagged) -> None:
    taken = {k for harm in tagged.harms for k in range(harm.first, harm.last)}
    taken.update(harm.close - 1 for harm in tagged.harms)
    for mark in tagged.marks.values():
        if "harmless" in mark.cues:
            taken.update(range(mark.first, mark.last))
    for first, (last, roles) in tagged.phrases.items():
        if roles.victim is not None:
            taken.update(range(first, last))
    tagged.tails = frozenset(harm.close - 1 for harm in tagged.harms if harm.close > harm.last)
    single = [harm for i, harm in _single_harms(tagged) if i not in taken]
    merged = sorted([*tagged.harms, *single])
    tagged.harms = [_announcing(tagged, harm) for harm in _lump(tagged, merged)]


def _single_harms(tagged: Tagged) -> Iterator[tuple[int, Harm]]:
    for i in places(tagged.codes, HARMS):
        roles = tagged.roles[i]
        particle = tagged.particles[i]
        trigger = roles.trigger
        counted = trigger is None or (roles.victim is not None and roles.victim.number == "plural")
        definite = tagged.definite(i) or (trigger is None and _heads_definite(tagged, i))
        if roles.victim is not None and counted and definite:
            trigger = Trigger(roles.victim.outcome, "toll", "plural")
        elif trigger is None or tagged.definite(i) or ("harmless" in roles.cues and not _flee(tagged, i, trigger)):
            continue
        outcome, kind, number = trigger
        if kind == "fall" and "particle" in roles.cues and not _is_lost(tagged, i + 1):
            continue
        yield i, Harm(i, i + 1, outcome, kind, number == "plural", particle[:1] in ("و", "ف"), i + 1)


def _flee(tagged: Tagged, i: int, trigger: Trigger) -> bool:
    """Whether "وفر" is "and fled", for its figure or "from" follows: "وفر العشرات", "وفر من المدينة 20"."""
    if trigger.outcome is not Outcome.DISPLACED or i + 1 >= len(tagged.tokens):
        return False
    return bool(ord(tagged.codes[i + 1]) & NUMBERS) or tagged.word(i + 1, "of") or tagged.word(i + 1, "to")


def _is_lost(tagged: Tagged, i: int) -> bool:
    """Whether a subject or an object follows "فقد", which before a verb is a particle: "فقد حقق 5 أهداف"."""
    if i >= len(tagged.tokens):
        return False
    roles, token = tagged.roles[i], tagged.tokens[i]
    known = roles.noun is not None or roles.victim is not None or roles.body is not None
    return known or token.kind == "number" or tagged.definite(i) or "counting" in roles.cues


def _heads_definite(tagged: Tagged, i: int) -> bool:
    """ "قتلى المعارضة": a plural made definite by the word behind it."""
    victim = tagged.roles[i].victim
    following = i + 1
    return (
        victim is not None
        and victim.number == "plural"
        and following < len(tagged.tokens)
        and tagged.tokens[following].kind == "word"
        and (
            tagged.definite(following)
            or tagged.roles[following].event is not None
            or tagged.roles[following].body is not None
        )
        and tagged.tokens[i - 1].kind == "word"
    )


def _announcing(tagged: Tagged, harm: Harm) -> Harm:
    """ "عدد الأشخاص الذين تم إنقاذهم": with "the number of those who" in front, the verb announces a toll."""
    if harm.kind not in ("cause", "suffer", "behind"):
        return harm
    who = harm.first - 1
    if not tagged.cue(who, "relative"):
        return harm
    for k in range(who - 1, max(-1, who - 1 - _THOSE), -1):
        if tagged.cue(k, "number_of") and not tagged.word(k + 1, "of"):
            return harm._replace(first=k, kind="toll")
        if not tagged.definite(k):
            break
    return harm


def _lump(tagged: Tagged, harms: list[Harm]) -> Iterator[Harm]:
    """Neighbours such as "مقتل وإصابة" become one trigger of casualties."""
    k = 0
    while k < len(harms):
        harm = harms[k]
        after = harms[k + 1] if k + 1 < len(harms) else None
        lumped = _lumped(tagged, harm, after) if after is not None else None
        if after is not None and lumped is not None:
            harms[k + 1] = harm._replace(last=after.last, close=after.close, outcome=lumped)
        else:
            yield harm
        k += 1


def _lumped(tagged: Tagged, harm: Harm, after: Harm) -> Outcome | None:
    """What two neighbours say together of one figure, or None where each has its own."""
    both = {harm.outcome, after.outcome}
    lumping = {harm.kind, after.kind} <= _LUMPING and harm.close == harm.last
    if len(both) == 1 or not (lumping or both == {Outcome.KILLED, Outcome.INJURED}):
        return None
    if tagged.roles[harm.first].victim is not None and harm.first and ord(tagged.codes[harm.first - 1]) & NUMBERS:
        return None  # "انتشال 9 جثث وإنقاذ 17": a counted noun
    gap = after.first - harm.last
    linked = gap == 1 and (tagged.tokens[harm.last].norm == "و" or tagged.word(harm.last, "or"))
    if not linked and not (gap == 0 and after.joined):
        return None
    if (
        _ending(tagged, harm) != _ending(tagged, after)
        or tagged.cue(after.last, "others")
        or tagged.cue(after.last + 1, "others")
    ):
        return None  # "قتلا وأصيب 31", "قتل وأصيب 5 آخرون": two clauses
    if tagged.cue(after.last, "injury_degree"):
        return None  # "وفاة وإصابة حرجة"
    if harm.kind in ("cause", "suffer") and _one_in_front(tagged, harm.first):
        return None  # "أن مسلحا قتل واعتقل 16"
    if harm.outcome in _HELD and after.outcome is Outcome.KILLED and not linked:
        return Outcome.KILLED  # "خطف وقتل ثلاثة": first the one, then the other
    return Outcome.CASUALTIES if both <= _CASUALTIES else Outcome.OTHER


def _one_in_front(tagged: Tagged, i: int) -> bool:
    """Whether an indefinite person, the subject of a verb at ``i``, stands right in front of it."""
    k = i - 1
    while k >= 0 and k >= i - _NAMED:
        noun = tagged.roles[k].noun
        if noun is None or noun.group is None or noun.number != "singular" or tagged.definite(k):
            break
        k -= 1
    return k < i - 1 and not (k >= 0 and ord(tagged.codes[k]) & NUMBERS)  # "5000 مدني قتل وأصيب"


def _ends_lump(tagged: Tagged, i: int) -> bool:
    """Whether "وفاة وإصابة" ends before token ``i``: no figure or person of its own follows "إصابة"."""
    if i >= len(tagged.tokens):
        return True
    token, noun = tagged.tokens[i], tagged.roles[i].noun
    person = noun is not None and noun.group is not None
    return token.kind != "number" and token.text not in '(«"' and not person and not tagged.cue(i, "injury_degree")


def _ending(tagged: Tagged, harm: Harm) -> str:
    """Person and number of a verb, as far as its ending shows them."""
    if harm.kind not in ("cause", "suffer"):
        return ""
    norm = tagged.tokens[harm.first].norm
    return next((e for e in ("وا", "ون", "تا", "ا", "ن") if norm.endswith(e)), "")


def victim_of(tagged: Tagged, i: int, *, counted: bool = True) -> tuple[Victim, int] | None:
    """The victims word at ``i`` with the end of its expression, lumping "50 قتيلا وجريحا".

    "5 قتلى وجريح" counts twice, and so does "قتيل وجريح" without a number in
    front (not ``counted``).
    """
    end, roles = tagged.phrases.get(i, (i + 1, tagged.roles[i]))
    victim = roles.victim
    if victim is None:
        return None
    if end < len(tagged.roles):
        following = tagged.roles[end].victim
        if (
            counted
            and following is not None
            and (
                following.number == victim.number if tagged.roles[end].trigger is None else _ends_lump(tagged, end + 1)
            )
            and tagged.particles[end][:1] == "و"
            and {victim.outcome, following.outcome} == {Outcome.KILLED, Outcome.INJURED}
        ):
            return Victim(Outcome.CASUALTIES, victim.number), end + 1
    return victim, end
