"""The word lists of ``rules/ar/``, compiled into one look-up by written form.

A word is looked up once: :meth:`Lexicon.roles` answers everything the later
stages ask of it (is it a person, a thing, does it kill, does it count …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, product, repeat
from pathlib import Path
from typing import Any, Literal, NamedTuple

from checker.arabic.inflect import Number, fold_phrase, noun_forms, object_forms, verb_forms
from checker.arabic.kept import Kept, pack
from checker.arabic.keys import word_key
from checker.arabic.numbers.lexicon import number_lexicon
from checker.arabic.numbers.words import number_words
from checker.arabic.tokens import LONGEST_REMEMBERED, Token, Tokens, cut, describe
from checker.compiled import recalled
from checker.errors import RuleFileError
from checker.model import Group, Outcome
from checker.resources import load_merged, package_root, rules_root
from checker.values import frozen, replace

#: How a word says its outcome: ``cause`` (someone does it to them), ``suffer`` (it happens to
#: them), ``noun`` (verbal noun), ``toll`` (announces a figure), ``fall`` (people are lost),
#: ``behind`` (tells of the figure before it alone), ``near`` (of the figure right behind it alone).
TriggerKind = Literal["cause", "suffer", "noun", "toll", "fall", "behind", "near"]


class Noun(NamedTuple):
    """A countable noun: a person of a group, or a thing (``group`` is None)."""

    group: Group | None
    number: Number
    generic: bool = False
    implicit: bool = True
    """Whether its bare singular can stand for exactly one person."""
    collective: bool = False
    """A thing that people belong to: "5 من عائلة واحدة" counts people."""
    household: bool = False
    """… and that is counted itself where people flee: "نزوح 1500 عائلة"."""


class Trigger(NamedTuple):
    """A word or phrase that says what happened to people."""

    outcome: Outcome
    kind: TriggerKind
    number: Number = "singular"


class Victim(NamedTuple):
    """A word for people harmed that is counted itself: ``قتيلا``."""

    outcome: Outcome
    number: Number


@frozen
class Roles:
    """All that the lexicon knows of one written form."""

    noun: Noun | None = None
    trigger: Trigger | None = None
    victim: Victim | None = None
    body: Group | None = None
    """The group that this word gives to people "of" it: ``قوات``, ``داعش``."""
    event: str | None = None
    cues: frozenset[str] = frozenset()


class Phrase(NamedTuple):
    """A fixed expression; other words may stand before its ``tail``, if it has one."""

    words: tuple[str, ...]
    tail: tuple[str, ...]
    roles: Roles


#: The roles of a word that the lexicon does not know.
NOTHING = Roles()
#: Tables of ``things.toml`` whose nouns people come from.
_HOUSEHOLD = "household"
_COLLECTIVES = frozenset({"body", "place", _HOUSEHOLD})
_CONJUNCTIONS = ("و", "ف")
#: "As", which no verb follows: "كشفت" is one word.
_AS = "ك"
_PARTICLES = ("بال", "كال", "لل", "ال", "ب", "ل", "ك")


@frozen
class Word(Token):
    """All that can be said of a token without the tokens around it."""

    particles: str
    roles: Roles
    code: str
    """One character that says which of ``HARMS``, ``COUNTS`` … it is: see :func:`places`."""
    key: str = ""
    """What is left of a word that can tell what is told of, when it is compared: see :func:`word_key`."""
    lead: Lead | None = None
    """Set for a word that an expression can begin with."""
    definite: bool = False
    """Whether it begins with the article."""
    joined: bool = False
    """Whether it is "and", or has it attached."""


class Lead(NamedTuple):
    """The first word of expressions."""

    joint: str
    """The conjunction in front of it."""
    phrases: Mapping[str, tuple[Phrase, ...]]
    """The expressions that can begin with it, by their second word."""
    tails: tuple[str, ...]
    """How the second halves of those begin whose second half may stand further on."""


#: What a token can be, as bits of its code: a word of harm or for victims, a count of people without a
#: number, a cue that is looked for by its place, the end of a sentence, the second word of an expression,
#: a bracket, the first word of an expression, a number. What stands in more of the patterns has a higher
#: bit: the codes with it are fewer stretches, which are compiled sooner.
HARMS, COUNTS, CUES, STOPS, SECONDS, BRACKETS, LEADS, NUMBERS = (1 << bit for bit in range(8))
#: The first word of an expression that other words may part. No bracket is a first word, so no bit is spent.
_PARTED = LEADS | BRACKETS
#: The code of a stray mark: none of all classes.
_STRAY = "\u0100"


def _class(bits: int, without: int = 0) -> str:
    """The class of the codes that have all these bits and none of those."""
    fits = [code & bits == bits and not code & without for code in range(256)] + [False]
    edges = [code for code in range(257) if fits[code] != (code > 0 and fits[code - 1])]
    runs = zip(edges[::2], edges[1::2], strict=True)
    return "[" + "".join(f"\\x{a:02x}" + (f"-\\x{b - 1:02x}" if b - a > 1 else "") for a, b in runs) + "]"


_CLASSES = {bit: re.compile(_class(bit)) for bit in (HARMS, COUNTS, NUMBERS, STOPS, CUES)}
_BRACKET = _class(BRACKETS, without=LEADS)
_TWICE = re.compile(f"{_class(NUMBERS)}{_BRACKET}{{1,2}}{_class(NUMBERS)}")
_LEADS = re.compile(f"{_class(LEADS)}(?={_class(SECONDS)})|{_class(_PARTED)}")
_BRACKET_MARKS = frozenset('([«"“”»])')
#: The cues that are looked for by their place: see :meth:`checker.claims.tagging.Tagged.places`.
INDEXED = frozenset(
    {
        "aboard_are", "according", "as_many", "at_least_after", "background", "becomes", "concludes",
        "continues", "contrast", "earlier", "gone_by", "holds", "in_all", "not_counted", "one_among", "opposed",
        "other_time", "own_death", "pair", "partly", "ranked", "rate", "said", "sentenced", "several", "spread",
        "switch", "the_nth", "the_rest", "tries", "unlikely", "unreal", "with_attacker",
    }
)  # fmt: skip
#: Cues of words that tell all the same what a sentence is about.
_TELLING_CUES = frozenset(
    {"speakers", "at_place", "toll_names", "totals", "zero_not", "zero_tells", "zero_done", "zero_arrests"}
)
#: What ends a sentence.
STOP_MARKS = frozenset(".؟!?…۔\n")


def places(codes: str, kind: int) -> list[int]:
    """The words of a kind (``HARMS``, ``COUNTS`` …) in a text whose words have these codes."""
    return [match.start() for match in _CLASSES[kind].finditer(codes)]


def leads(codes: str) -> list[int]:
    """The words of a text with which an expression may begin: one of the second words follows, or other words may."""
    return [match.start() for match in _LEADS.finditer(codes)]


def may_restate(codes: str) -> bool:
    """Whether a number may be given twice, with a bracket or a quotation mark between: ``(15) خمسة عشر``."""
    return _TWICE.search(codes) is not None


#: Cues of words and expressions that count people without a number.
COUNTING = frozenset({"one_of", "one_of_them", "other_one", "other_two", "zero_before"})


class Read(NamedTuple):
    """The tokens of a text, each of them a :class:`Word`, and what they say by columns."""

    tokens: Tokens
    words: Sequence[Word]
    particles: Sequence[str]
    roles: Sequence[Roles]
    codes: str


@frozen
class _Piece:
    """What stands between two blanks, mostly one word, or one with a mark."""

    words: tuple[Word, ...]
    steps: tuple[int, ...]
    """From the beginning of each token to that of the next, and at last to what stands behind the blank."""
    codes: str


#: So many different pieces are remembered, of half a kilobyte each.
_MOST_PIECES = 100_000
#: Stands for what holds no token, so that every piece begins with one.
_EMPTY = Word("", "", "mark", "", NOTHING, _STRAY)


class _Pieces:
    """The pieces looked up so far, as they are written: news repeats its words.

    They are found in less time than the pattern of tokens needs to part them.
    A line break belongs to the piece before it. With one, a piece is hardly
    met again, so it is not remembered.
    """

    __slots__ = ("_lexicon", "_steps", "known")

    def __init__(self, lexicon: Lexicon) -> None:
        self.known: dict[str, _Piece] = {}
        self._lexicon = lexicon
        self._steps: dict[tuple[int, ...], tuple[int, ...]] = {}
        """Equal tuples once: nearly all have one item, of few different ones."""

    def look_up(self, written: str) -> _Piece:
        """A piece, also one that is met for the first time."""
        known = self.known.get(written)
        if known is not None:
            return known
        if written.endswith("\n") and len(written) > 1:
            return _joined(self.look_up(written[:-1]), self.look_up("\n"))
        raws, starts = cut(written)
        words = [self._lexicon.describe(raw) if raw == written else self.look_up(raw).words[0] for raw in raws]
        if not starts or starts[0]:
            words, starts = [_EMPTY, *words], [0, *starts]
        ends = [*starts[1:], len(written) + (written != "\n")]
        steps = tuple(end - start for start, end in zip(starts, ends, strict=True))
        piece = _Piece(tuple(words), self._steps.setdefault(steps, steps), "".join([word.code for word in words]))
        if len(written) <= LONGEST_REMEMBERED and len(self.known) < _MOST_PIECES:
            self.known[written] = piece
        return piece


def _joined(first: _Piece, second: _Piece) -> _Piece:
    """Two pieces with no blank between them."""
    steps = (*first.steps[:-1], first.steps[-1] - 1, *second.steps)
    return _Piece(first.words + second.words, steps, first.codes + second.codes)


def _counts(raw: str, norm: str, particles: str, roles: Roles) -> bool:
    """Whether a word can count people without a number; a singular with the article cannot."""
    if roles.victim is not None or not COUNTING.isdisjoint(roles.cues):
        return True
    noun = roles.noun
    if noun is None or noun.group is None or noun.number == "plural":
        return False
    return noun.number in ("dual", "dual_or_plural") or not is_definite(raw, norm, particles)


#: "To" as it is often written, without its hamza.
_TO = "الي"


def is_definite(raw: str, norm: str, particles: str) -> bool:
    """Whether a word begins with the article."""
    begins = len(particles)
    return particles.endswith(("ال", "لل")) or (
        norm.startswith("ال", begins)
        and raw[0] not in "أإآ"
        and raw[begins : begins + 1] not in ("أ", "إ", "آ")
        and norm != _TO  # not "ألماني", "وألماني", "آلاف", "إلى"
    )


def _is_joined(norm: str, particles: str) -> bool:
    return norm == "و" or particles[:1] == "و" or norm.startswith(("وال", "وبال", "ولل"))


def _tells(norm: str, roles: Roles) -> bool:
    """Whether a word can tell what a sentence is about: no person, no harm, no cue."""
    return (
        len(norm) > 2
        and roles.trigger is None
        and roles.victim is None
        and roles.cues <= _TELLING_CUES
        and (roles.noun is None or roles.noun.group is None)
    )


class Lexicon:
    """Roles by folded form, and the expressions of several words by their first."""

    __slots__ = ("_pieces", "_seconds", "forms", "phrases")

    forms: Mapping[str, Roles]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    """By first and second word; under "" those whose second half may stand further on."""

    def __init__(
        self,
        forms: Mapping[str, Roles],
        phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]],
        seconds: frozenset[str],
    ) -> None:
        """Begin with no word looked up; ``seconds`` are the second words of all expressions."""
        self.forms, self.phrases = forms, phrases
        self._seconds = seconds
        self._pieces = _Pieces(self)

    def read(self, text: str) -> Read:
        """The tokens of a text, and what is known of each.

        A particle is split off only when the rest is a word of the lexicon.
        """
        # A line break gets a blank behind it, which its piece does not count; no token holds a blank.
        written = text.replace("\n", "\n ").removesuffix(" ").split(" ")
        known = self._pieces.known
        words: list[Word] = []
        particles: list[str] = []
        roles: list[Roles] = []
        starts: list[int] = []
        codes: list[str] = []
        here = 0
        for part in written:
            piece = known.get(part)
            if piece is None:
                piece = self._pieces.look_up(part)
            codes.append(piece.codes)
            steps = piece.steps
            for k, word in enumerate(piece.words):
                words.append(word)
                particles.append(word.particles)
                roles.append(word.roles)
                starts.append(here)
                here += steps[k]
        code = "".join(codes)
        if _STRAY in code:
            kept = [known != _STRAY for known in code]
            words, particles = list(compress(words, kept)), list(compress(particles, kept))
            roles, starts = list(compress(roles, kept)), list(compress(starts, kept))
            code = code.replace(_STRAY, "")
        return Read(Tokens(words, starts), words, particles, roles, code)

    def describe(self, raw: str) -> Word:
        """What is known of one token as it is written."""
        token = describe(raw)
        norm, kind = token.norm, token.kind
        if kind == "mark":
            return Word(raw, norm, kind, "", NOTHING, _STRAY)
        particles, roles = self._split(norm)
        joint, phrases = "", self.phrases.get(norm)
        if phrases is None and norm[0] in _CONJUNCTIONS:
            joint, phrases = norm[0], self.phrases.get(norm[1:])
        parted = phrases.get("", ()) if phrases is not None else ()
        tails = tuple({phrase.tail[0] for phrase in parted if phrase.tail})
        lead = Lead(joint, phrases, tails) if phrases is not None else None
        tells = kind == "latin" or (kind == "word" and _tells(norm, roles))
        code = (
            (0 if phrases is None else _PARTED if "" in phrases else LEADS)
            | (SECONDS if norm in self._seconds else 0)
            | (HARMS if roles.trigger is not None or roles.victim is not None else 0)
            | (COUNTS if _counts(raw, norm, particles, roles) else 0)
            | (NUMBERS if kind == "number" or number_words(number_lexicon())[norm] is not None else 0)
            | (STOPS if norm in STOP_MARKS else 0)
            | (CUES if not INDEXED.isdisjoint(roles.cues) else 0)
            | (BRACKETS if norm in _BRACKET_MARKS else 0)
        )
        return Word(
            raw,
            norm,
            kind,
            particles,
            roles,
            chr(code),
            word_key(norm) if tells else "",
            lead,
            is_definite(raw, norm, particles),
            _is_joined(norm, particles),
        )

    def _split(self, norm: str) -> tuple[str, Roles]:
        whole = self.forms.get(norm)
        if whole is not None and not _says_little(whole):
            return "", whole
        particles, roles = self._cut(norm)
        if whole is None:
            return particles, roles
        return (particles, _merge(roles, whole)) if roles.trigger is not None else ("", whole)

    def _cut(self, norm: str) -> tuple[str, Roles]:
        """The particles of a word that the lexicon knows without them only."""
        conjunction = norm[0] if norm[:1] in _CONJUNCTIONS and len(norm) > 2 else ""
        rest = norm[len(conjunction) :]
        if conjunction and (roles := self.forms.get(rest)) is not None:
            return conjunction, roles
        for start in {conjunction, ""}:
            rest = norm[len(start) :]
            for particle in _PARTICLES:
                if rest.startswith(particle) and len(rest) > len(particle) + 1:
                    stem = rest[len(particle) :]
                    if (roles := self.forms.get(stem)) is not None and not (particle == _AS and _is_verb(roles)):
                        return start + particle, roles
        return "", NOTHING


def _is_verb(roles: Roles) -> bool:
    """Whether a word of harm is a verb."""
    return roles.trigger is not None and roles.trigger.kind in ("cause", "suffer")


def _says_little(roles: Roles) -> bool:
    """Whether a form is known as a cue alone: "بوفاة" is one, and a word of harm with a particle."""
    return roles == Roles(cues=roles.cues)


def _merge(first: Roles, second: Roles) -> Roles:
    """The roles of both; where they differ, the first's."""
    return Roles(
        first.noun or second.noun,
        first.trigger or second.trigger,
        first.victim or second.victim,
        first.body or second.body,
        first.event or second.event,
        first.cues | second.cues,
    )


class _Builder:
    """Collects roles while the files are read."""

    def __init__(self) -> None:
        self.forms: dict[str, Roles] = {}
        self.phrases: dict[str, list[Phrase]] = {}
        self.other_words: frozenset[str] = frozenset()

    def add(self, form: str, **roles: Any) -> None:
        """Give a written form more roles; what it has already is kept."""
        if " " in form:
            self._add_phrase(form, Roles(**roles))
            return
        new = Roles(**roles)
        old = self.forms.get(form)
        self.forms[form] = new if old is None else _merge(old, new)

    def drop_owned(self, form: str) -> None:
        """Forget a noun that the form would be with "his" attached."""
        bare, owned = self.forms.get(form[:-1]), self.forms.get(form)
        if form.endswith("ه") and owned is not None and bare is not None and bare.noun == owned.noun is not None:
            self.forms[form] = replace(owned, noun=None)

    def _add_phrase(self, form: str, roles: Roles) -> None:
        head, _, tail = form.partition("…")
        words, behind = tuple(head.split()), tuple(tail.split())
        known = self.phrases.setdefault(words[0], [])
        for k, phrase in enumerate(known):
            if (phrase.words, phrase.tail) == (words, behind):
                known[k] = phrase._replace(roles=_merge(phrase.roles, roles))
                return
        known.append(Phrase(words, behind, roles))

    def build(self) -> Lexicon:
        """The finished look-up; longer expressions are tried first."""
        for form in self.other_words.intersection(self.forms):
            noun = self.forms[form].noun
            thing = noun if noun is not None and noun.group is None else None
            self.forms[form] = replace(self.forms[form], noun=thing, victim=None, trigger=None)
        for form in list(self.forms):
            bare = self.forms.get(form[2:]) if form.startswith("ال") else None
            if bare is not None and (bare.noun or bare.victim):
                self.add(form, noun=bare.noun, victim=bare.victim)
        index: dict[str, dict[str, list[Phrase]]] = {}
        for first, found in self.phrases.items():
            by_second = index.setdefault(first, {})
            for phrase in sorted(found, key=lambda p: -len(p.words) - len(p.tail)):
                by_second.setdefault(phrase.words[1] if len(phrase.words) > 1 else "", []).append(phrase)
        order = {
            first: {second: tuple(found) for second, found in by_second.items()} for first, by_second in index.items()
        }
        return Lexicon(self.forms, order, _seconds(order))


def _seconds(phrases: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(phrases.values()))


def _strings(file: str, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise RuleFileError(file, key, "a list of words", type(value).__name__)
    return value


#: "(one|other)" in an expression.
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


def _expressions(file: str, table: Mapping[str, Any], key: str) -> Iterator[str]:
    """The expressions of a list, folded; "(نقل|نقلت) … (إلى|نحو) مستشفى" stands for four, one for each choice."""
    for line in _strings(file, table, key):
        pieces = [piece.split("|") for piece in _CHOICE.split(line)]
        if any(len(piece) > 1 for piece in pieces[::2]) or "(" in "".join(chain.from_iterable(pieces)):
            raise RuleFileError(file, key, "words to choose from as (one|other)", line)
        for chosen in product(*pieces):
            yield fold_phrase("".join(chosen))


def _table(file: str, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    if not isinstance(value, dict):
        raise RuleFileError(file, key, "a table", "nothing" if value is None else type(value).__name__)
    return value


def _add_people(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    exceptions = _table(file, data, "exceptions")
    never = {fold_phrase(word) for word in _strings(file, exceptions, "never_one")}
    builder.other_words = frozenset(fold_phrase(word) for word in _strings(file, exceptions, "other_words"))
    for key, table in data.items():
        if key == "exceptions":
            continue
        generic = key == "generic"
        group = Group.PEOPLE if generic else _member(file, key, Group)
        for line in _strings(file, table, "nouns"):
            implicit = fold_phrase(line.partition("|")[0] if "|" in line else line.split()[0]) not in never
            for form, number in noun_forms(line, owned=True):
                builder.add(form, noun=Noun(group, number, generic, implicit))
        for word in _strings(file, table, "bodies"):
            builder.add(fold_phrase(word), body=group)


def _add_things(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    for key in data:
        for line in _strings(file, _table(file, data, key), "nouns"):
            for form, number in noun_forms(line):
                if number == "singular":
                    builder.drop_owned(form)  # "عربة" is no "عرب" of his
                builder.add(form, noun=Noun(None, number, collective=key in _COLLECTIVES, household=key == _HOUSEHOLD))


def _add_outcomes(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    falls = _table(file, data, "falls")
    for word in _strings(file, falls, "words"):
        outcome = _member(file, str(falls.get("outcome")), Outcome)
        builder.add(fold_phrase(word), trigger=Trigger(outcome, "fall"))
    _add_fates(builder, file, {key: table for key, table in data.items() if key not in ("falls", "brings")})
    for word in _strings(file, _table(file, data, "brings"), "words"):
        builder.add(fold_phrase(word), cues=frozenset({"brings"}))


def _add_fates(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    for phrase in _expressions(file, data.get("harmless", {}), "phrases"):
        builder.add(phrase, cues=frozenset({"harmless"}))
    for key, table in data.items():
        if key == "harmless":
            continue
        outcome = _member(file, key, Outcome)
        kinds: tuple[tuple[str, TriggerKind], ...] = (("verbs", "cause"), ("suffer", "suffer"))
        for name, kind in kinds:
            for line in _strings(file, table, name):
                for form, number in verb_forms(line):
                    builder.add(form, trigger=Trigger(outcome, kind, number))
                for form in object_forms(line) if kind == "cause" else ():
                    builder.add(form, trigger=Trigger(outcome, "suffer", "plural"))
        expressions: tuple[tuple[str, TriggerKind], ...] = (
            ("nouns", "noun"),
            ("phrases", "suffer"),
            ("acts", "cause"),
            ("near", "near"),
            ("behind", "behind"),
            ("tolls", "toll"),
        )
        for name, kind in expressions:
            for phrase in _expressions(file, table, name):
                builder.add(phrase, trigger=Trigger(outcome, kind))
        for line in _strings(file, table, "victims"):
            for form, number in noun_forms(line, construct=True):
                builder.add(form, victim=Victim(outcome, number))


def _add_cues(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    for key in data:
        for word in _strings(file, data, key):
            builder.add(fold_phrase(word), cues=frozenset({key}))


def _add_events(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    for kind in data:
        for word in _strings(file, data, kind):
            builder.add(fold_phrase(word), event=kind)


def _member(file: str, key: str, kind: type[Group] | type[Outcome]) -> Any:
    try:
        return kind(key)
    except ValueError:
        raise RuleFileError(file, key, "one of " + ", ".join(kind)) from None


_READERS = {
    "outcomes.toml": _add_outcomes,
    "deaths.toml": _add_fates,
    "injuries.toml": _add_fates,
    "people.toml": _add_people,
    "things.toml": _add_things,
    "cues.toml": _add_cues,
    "sources.toml": _add_cues,
    "events.toml": _add_events,
}


#: What a lexicon is made by, beside the files: a change here makes it anew.
_CODE = ("lexicon.py", "kept.py", "inflect.py", "normalise.py")


def build_lexicon(folders: Sequence[Path]) -> Lexicon:
    """Compile the lexicon of a folder laid out like ``rules/ar``, and of further ones whose files add words to its.

    Raises:
        RuleFileError: a file of the first folder is missing, one of any folder
            is not valid TOML or holds a wrong key, or a further folder adds nothing.
    """
    builder = _Builder()
    for folder in folders[1:]:
        _known_files(folder)
    for name, reader in _READERS.items():
        reader(builder, f"ar/{name}", load_merged(folders, name))
    return builder.build()


def _known_files(folder: Path) -> None:
    """A file that nothing reads is a misspelt one, and so is a folder without any."""
    from difflib import get_close_matches

    found = sorted(path.name for path in folder.glob("*.toml"))
    if not found:
        raise RuleFileError(folder.name, "-", "a folder with files of words such as people.toml", "none")
    for name in found:
        if name not in _READERS:
            near = get_close_matches(name, _READERS, 1)
            such = near[0] if near else ", ".join(_READERS)
            raise RuleFileError(f"{folder.name}/{name}", "-", f"a file named {such}", name)


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships with the project, compiled once a process.

    Raises:
        RuleFileError: a file is missing, not valid TOML, or holds a wrong key.
    """
    folder = rules_root() / "ar"
    try:
        code = [(package_root() / "arabic" / name).read_bytes() for name in _CODE]
        content = [*code, *((folder / name).read_bytes() for name in _READERS)]
    except OSError:
        return build_lexicon([folder])  # says which file it is
    return _from_plain(recalled("lexicon", content, lambda: _to_plain(build_lexicon([folder]))))


def _to_plain(lexicon: Lexicon) -> tuple[Any, ...]:
    """A lexicon as plain values: its roles once each, the forms that have them, and packed expressions.

    One string of many forms is read in a tenth of the time of a dictionary of them.
    """
    phrases = [p for by_second in lexicon.phrases.values() for found in by_second.values() for p in found]
    numbers = {roles: k for k, roles in enumerate(dict.fromkeys([*lexicon.forms.values(), *(p[2] for p in phrases)]))}
    forms: list[list[str]] = [[] for _ in numbers]
    for form, roles in lexicon.forms.items():
        forms[numbers[roles]].append(form)
    rows = [
        (
            roles.noun and (roles.noun.group and roles.noun.group.value, *roles.noun[1:]),
            roles.trigger and (roles.trigger.outcome.value, *roles.trigger[1:]),
            roles.victim and (roles.victim.outcome.value, *roles.victim[1:]),
            roles.body and roles.body.value,
            roles.event,
            roles.cues,
        )
        for roles in numbers
    ]
    expressions = {
        first: {second: [(*p[:2], numbers[p[2]]) for p in found] for second, found in by_second.items()}
        for first, by_second in lexicon.phrases.items()
    }
    words = " ".join(chain.from_iterable(forms)), list(map(len, forms))
    return rows, words, pack(expressions), " ".join(_seconds(lexicon.phrases))


def _from_plain(plain: tuple[Any, ...]) -> Lexicon:
    """The lexicon of which :func:`_to_plain` made these values; its expressions are made as they are asked for."""
    rows, (forms, counts), phrases, seconds = plain
    roles = [
        Roles(
            noun and Noun(noun[0] and Group(noun[0]), *noun[1:]),
            trigger and Trigger(Outcome(trigger[0]), *trigger[1:]),
            victim and Victim(Outcome(victim[0]), *victim[1:]),
            body and Group(body),
            event,
            cues,
        )
        for noun, trigger, victim, body, event, cues in rows
    ]
    known = dict(zip(forms.split(" "), chain.from_iterable(map(repeat, roles, counts)), strict=True))

    def of_first(by_second: dict[str, list[Any]]) -> dict[str, tuple[Phrase, ...]]:
        return {
            second: tuple(Phrase(words, tail, roles[k]) for words, tail, k in found)
            for second, found in by_second.items()
        }

    return Lexicon(known, Kept(phrases, of_first), frozenset(seconds.split(" ")))
