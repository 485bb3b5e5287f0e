"""The word lists of ``rules/ar/``, compiled into one look-up by written form.

A word is looked up once: :meth:`Lexicon.roles` answers everything the later
stages ask of it (is it a person, a thing, does it kill, does it count …).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from checker.arabic.inflect import Number, fold_phrase, noun_forms, verb_forms
from checker.errors import RuleFileError
from checker.model import Group, Outcome
from checker.resources import load_merged, rules_root

#: How a word says its outcome: ``cause`` (someone does it to them), ``suffer`` (it happens to
#: them), ``noun`` (verbal noun), ``toll`` (announces a figure), ``fall`` (people are lost).
TriggerKind = Literal["cause", "suffer", "noun", "toll", "fall"]


class Noun(NamedTuple):
    """A countable noun: a person of a group, or a thing (``group`` is None)."""

    group: Group | None
    number: Number
    generic: bool = False
    implicit: bool = True
    """Whether its bare singular can stand for exactly one person."""
    collective: bool = False
    """A thing that people belong to: "5 من عائلة واحدة" counts people."""


class Trigger(NamedTuple):
    """A word or phrase that says what happened to people."""

    outcome: Outcome
    kind: TriggerKind
    number: Number = "singular"


class Victim(NamedTuple):
    """A word for people harmed that is counted itself: ``قتيلا``."""

    outcome: Outcome
    number: Number


@dataclass(frozen=True, slots=True)
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
_COLLECTIVES = frozenset({"body", "place"})
_CONJUNCTIONS = ("و", "ف")
_PARTICLES = ("بال", "كال", "لل", "ال", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Roles by folded form, and the expressions of several words by their first."""

    forms: Mapping[str, Roles]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    """By first and second word; under "" those whose second half may stand further on."""
    _memory: dict[str, tuple[str, Roles]] = field(default_factory=dict, compare=False, repr=False)

    def look_up(self, norm: str) -> tuple[str, Roles]:
        """The attached particles of a folded word, and the roles of what is left.

        A particle is split off only when the rest is a word of the lexicon.
        """
        known = self._memory.get(norm)
        if known is None:
            known = self._split(norm)
            if len(self._memory) < 200_000:
                self._memory[norm] = known
        return known

    def _split(self, norm: str) -> tuple[str, Roles]:
        if (roles := self.forms.get(norm)) is not None:
            return "", roles
        conjunction = norm[0] if norm[:1] in _CONJUNCTIONS and len(norm) > 2 else ""
        rest = norm[len(conjunction) :]
        if conjunction and (roles := self.forms.get(rest)) is not None:
            return conjunction, roles
        for start in {conjunction, ""}:
            rest = norm[len(start) :]
            for particle in _PARTICLES:
                if rest.startswith(particle) and len(rest) > len(particle) + 1:
                    stem = rest[len(particle) :]
                    if (roles := self.forms.get(stem)) is not None:
                        return start + particle, roles
        return "", NOTHING


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
        for form in self.other_words & self.forms.keys():
            self.forms[form] = replace(self.forms[form], noun=None, victim=None)
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
        return Lexicon(self.forms, order)


def _strings(file: str, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise RuleFileError(file, key, "a list of words", type(value).__name__)
    return value


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
            for form, number in noun_forms(line):
                builder.add(form, noun=Noun(group, number, generic, implicit))
        for word in _strings(file, table, "bodies"):
            builder.add(fold_phrase(word), body=group)


def _add_things(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    for key in data:
        for line in _strings(file, _table(file, data, key), "nouns"):
            for form, number in noun_forms(line):
                builder.add(form, noun=Noun(None, number, collective=key in _COLLECTIVES))


def _add_outcomes(builder: _Builder, file: str, data: Mapping[str, Any]) -> None:
    falls = _table(file, data, "falls")
    for word in _strings(file, falls, "words"):
        outcome = _member(file, str(falls.get("outcome")), Outcome)
        builder.add(fold_phrase(word), trigger=Trigger(outcome, "fall"))
    for key, table in data.items():
        if key in ("falls", "brings"):
            continue
        outcome = _member(file, key, Outcome)
        kinds: tuple[tuple[str, TriggerKind], ...] = (("verbs", "cause"), ("suffer", "suffer"))
        for name, kind in kinds:
            for line in _strings(file, table, name):
                for form, number in verb_forms(line):
                    builder.add(form, trigger=Trigger(outcome, kind, number))
        for word in _strings(file, table, "nouns"):
            builder.add(fold_phrase(word), trigger=Trigger(outcome, "noun"))
        for phrase in _strings(file, table, "phrases"):
            builder.add(fold_phrase(phrase), trigger=Trigger(outcome, "suffer"))
        for phrase in _strings(file, table, "tolls"):
            builder.add(fold_phrase(phrase), trigger=Trigger(outcome, "toll"))
        for line in _strings(file, table, "victims"):
            for form, number in noun_forms(line):
                builder.add(form, victim=Victim(outcome, number))
    for word in _strings(file, _table(file, data, "brings"), "words"):
        builder.add(fold_phrase(word), cues=frozenset({"brings"}))


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


def build_lexicon(folders: Sequence[Path]) -> Lexicon:
    """Compile the lexicon of a folder laid out like ``rules/ar``, and of further ones whose files add words to its.

    Raises:
        RuleFileError: a file of the first folder is missing, one of any folder
            is not valid TOML or holds a wrong key, or a further folder adds nothing.
    """
    builder = _Builder()
    readers = {
        "outcomes.toml": _add_outcomes,
        "people.toml": _add_people,
        "things.toml": _add_things,
        "cues.toml": _add_cues,
        "sources.toml": _add_cues,
        "events.toml": _add_events,
    }
    for folder in folders[1:]:
        _known_files(folder, readers)
    for name, reader in readers.items():
        reader(builder, f"ar/{name}", load_merged(folders, name))
    return builder.build()


def _known_files(folder: Path, known: Collection[str]) -> None:
    """A file that nothing reads is a misspelt one, and so is a folder without any."""
    found = sorted(path.name for path in folder.glob("*.toml"))
    if not found:
        raise RuleFileError(folder.name, "-", "a folder with files of words such as people.toml", "none")
    for name in found:
        if name not in known:
            near = get_close_matches(name, known, 1)
            such = f"{near[0]}" if near else ", ".join(known)
            raise RuleFileError(f"{folder.name}/{name}", "-", f"a file named {such}", name)


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships with the project, compiled once a process."""
    return build_lexicon([rules_root() / "ar"])
