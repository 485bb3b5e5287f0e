"""The checks of ``rules/checks/``: which conflicts they name, how severe, in what words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from checker.consistency.templates import places
from checker.errors import RuleFileError, UsageError
from checker.model import Group, Hedge, Outcome, Severity
from checker.resources import load_toml, rules_root
from checker.values import frozen, replace

#: What the words of a rule can speak of, by kind of conflict; ``arithmetic`` is there for all but dates and forms.
_PAIR = {"a", "b", "text_a", "text_b"}
_SUM = {"whole", "text_whole", "parts", "total", "part", "text_part"}
_HEADLINE = {"headline", "body"}
_SOURCES = {"source_a", "source_b"}
PLACES: Mapping[str, set[str]] = {
    "repeat": _PAIR | _HEADLINE | _SOURCES,
    "hedge": _PAIR | _HEADLINE,
    "lump": _HEADLINE,
    "sum": _SUM,
    "parts": _SUM,
    "part": _SUM,
    "toll": _SUM,
    "several": _SUM,
    "change": _SUM | _PAIR,
    "update": _PAIR,
    "restated": _PAIR,
    "aboard": {"aboard", "parts"},
    "agent": {"whole", "part", "text_whole", "text_part"},
    "unexplained": {"whole", "parts", "total", "left"},
    "ambiguous": {"a", "text_a"},
    "across": {"a", "text_a", "others_ar", "others_en"},
    "date": {"date", "text", "said_ar", "right_ar", "said_en", "right_en"},
    "unused": {"rules", "reason"},
    "reasonless": {"rules"},
    "misdirected": {"rules", "text_ar", "text_en"},
}
#: Kinds of conflict that a rule can name in ``when.kind``.
KINDS = tuple(PLACES)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


def _is_list_of(kind: type[StrEnum]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and set(kind) >= {str(v) for v in value}


#: Further conditions of ``when``: what their value must be, in words and as a test.
CONDITIONS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "headline": ("true or false", lambda value: isinstance(value, bool)),
    "zero": ("true or false", lambda value: isinstance(value, bool)),
    "sources": ("differ or same", lambda value: value in ("differ", "same")),
    "outcome": ("a list of " + ", ".join(Outcome), _is_list_of(Outcome)),
    "group": ("a list of " + ", ".join(Group), _is_list_of(Group)),
    "hedge": ("a list of " + ", ".join(Hedge), _is_list_of(Hedge)),
    "least_difference": ("a number from 0 on", _is_number),
    "least_ratio": ("a number from 0 on", _is_number),
}
_KEYS = {
    "id",
    "name",
    "severity",
    "rationale",
    "rationale_ar",
    "look",
    "look_ar",
    "when",
    "message",
    "also",
    "fires",
    "silent",
}


@frozen
class Example:
    """A short text that a rule must fire on, or must not.

    ``others`` are the texts of other articles that it is compared with.
    """

    text: str
    title: str | None = None
    others: tuple[str, ...] = ()


@frozen
class Variant:
    """A milder or stronger form of a rule, for another kind of conflict."""

    severity: Severity
    message: Mapping[str, str]


#: What a rule has that names one kind of conflict alone; never changed.
_NO_OTHERS: Mapping[str, Variant] = {}


@frozen
class Rule:
    """One check.

    ``when`` says which conflicts it names: ``kind`` and further conditions.
    ``message`` and ``look`` hold ``ar`` and ``en`` words with ``{names}`` for
    what is filled in.
    """

    id: str
    name: str
    severity: Severity
    rationale: Mapping[str, str]
    message: Mapping[str, str]
    look: Mapping[str, str]
    when: Mapping[str, Any]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    file: str = ""
    also: Mapping[str, Variant] = _NO_OTHERS
    """Other kinds of conflict that the rule names, each with its own severity and words."""

    def words_for(self, kind: str) -> Variant:
        """Severity and message for a kind of conflict."""
        return self.also.get(kind) or Variant(self.severity, self.message)


@frozen
class RuleSet:
    """The rules of a run, by id, in the order in which they were loaded."""

    rules: Mapping[str, Rule]
    known: Mapping[str, Rule]
    """Also those that are not wanted: what they name is theirs, and no other rule takes it up."""

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in order."""
        return tuple(self.rules)

    def get(self, rule_id: str) -> Rule:
        """One rule by its id or name, in any case.

        Raises:
            UsageError: there is none; the message names the nearest.
        """
        wanted = rule_id.strip()
        for rule in self.rules.values():
            if wanted.lower() in (rule.id.lower(), rule.name):
                return rule
        raise self._unknown(wanted)

    def select(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """The rules whose id begins with one of ``select`` (all if empty) and with none of ``ignore``.

        Raises:
            UsageError: a prefix or name fits no rule.
        """
        chosen = [self._matching(prefix) for prefix in select]
        dropped = {rule_id for prefix in ignore for rule_id in self._matching(prefix)}
        kept = {rule_id for ids in chosen for rule_id in ids} if chosen else set(self.rules)
        wanted = {rule_id: rule for rule_id, rule in self.rules.items() if rule_id in kept - dropped}
        return RuleSet(wanted, self.known)

    def graded(self, severities: Iterable[tuple[str, Severity]]) -> RuleSet:
        """The rules with other severities, by prefix or name; the milder words of a rule stay as mild as they are.

        Raises:
            UsageError: a prefix or name fits no rule.
        """
        changed = dict(self.known)
        for prefix, severity in severities:
            for rule_id in self._matching(prefix):
                rule = changed[rule_id]
                also = {
                    kind: replace(words, severity=min(words.severity, severity, key=lambda s: s.rank))
                    for kind, words in rule.also.items()
                }
                changed[rule_id] = replace(rule, severity=severity, also=also)
        return RuleSet({rule_id: changed[rule_id] for rule_id in self.rules}, changed) if severities else self

    def _matching(self, prefix: str) -> list[str]:
        wanted = prefix.strip()
        ids = [r.id for r in self.rules.values() if r.id.lower().startswith(wanted.lower()) or r.name == wanted]
        if not wanted or not ids:
            raise self._unknown(wanted)
        return ids

    def _unknown(self, wanted: str) -> UsageError:
        names = [*self.rules, *(rule.name for rule in self.rules.values())]
        from difflib import get_close_matches

        near = get_close_matches(wanted.upper(), names, 1, 0.4) or get_close_matches(wanted.lower(), names, 1, 0.4)
        hint_en = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(self.rules)}"
        hint_ar = f"؛ هل تقصد {near[0]}؟" if near else f"؛ المعروف: {', '.join(self.rules)}"
        return UsageError(
            "unknown-rule", ar=f"لا توجد قاعدة باسم «{wanted}»{hint_ar}", en=f'no rule "{wanted}"{hint_en}'
        )


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The rules that ship with the project, with those of ``extra`` folders or files added or put in their place.

    Raises:
        RuleFileError: there is no such file, or no rule in the folder; or a
            file is not valid TOML; or a key is missing, unknown or wrong.
    """
    if not extra:
        return _default_rules()
    rules = dict(_default_rules().rules)
    for path in extra:
        found = _read_folder(path) if path.is_dir() else _by_id([path])
        if not found:
            raise RuleFileError(path.name, "-", "a folder with rule files (*.toml)", "none")
        rules.update(found)
    return RuleSet(rules, rules)


@cache
def _default_rules() -> RuleSet:
    rules = _read_folder(rules_root() / "checks")
    return RuleSet(rules, rules)


def _read_folder(folder: Path) -> dict[str, Rule]:
    return _by_id(sorted(folder.glob("*.toml")))


def _by_id(paths: Iterable[Path]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for path in paths:
        rule = read_rule(path)
        if rule.id in rules:
            raise RuleFileError(path.name, "id", "an id of its own", f"{rule.id} of {rules[rule.id].file}")
        rules[rule.id] = rule
    return rules


def read_rule(path: Path) -> Rule:
    """Read and check one rule file.

    Raises:
        RuleFileError: naming the file, the key and what was expected.
    """
    file = path.name
    data = load_toml(path)
    _known_keys(file, data, _KEYS)
    when = _when(file, data.get("when"))
    return Rule(
        _text(file, data, "id"),
        _text(file, data, "name"),
        _severity(file, data),
        {"en": _text(file, data, "rationale"), "ar": _text(file, data, "rationale_ar")},
        _message(file, data, when["kind"]),
        {"en": _text(file, data, "look"), "ar": _text(file, data, "look_ar")},
        when,
        _examples(file, data, "fires"),
        _examples(file, data, "silent"),
        file,
        _variants(file, data.get("also", [])),
    )


def _known_keys(file: str, table: Mapping[str, Any], known: Collection[str], prefix: str = "") -> None:
    for key in table:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, 1)
            such = f" such as {near[0]}" if near else ": " + ", ".join(sorted(known))
            raise RuleFileError(file, prefix + key, f"a known key{such}", "an unknown one")


def _severity(file: str, data: Mapping[str, Any]) -> Severity:
    severity = _text(file, data, "severity")
    if severity not in set(Severity):
        raise RuleFileError(file, "severity", "error, warning or note", severity)
    return Severity(severity)


def _variants(file: str, tables: Any) -> dict[str, Variant]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RuleFileError(file, "also", "[[also]] tables with kind, severity and message", repr(tables))
    found = {}
    for table in tables:
        _known_keys(file, table, ("kind", "severity", "message"), "also.")
        kind = _kind(file, table, "also.kind")
        found[kind] = Variant(_severity(file, table), _message(file, table, kind))
    return found


def _kind(file: str, table: Mapping[str, Any], key: str) -> str:
    kind = table.get("kind")
    if kind not in KINDS:
        raise RuleFileError(file, key, "one of " + ", ".join(KINDS), repr(kind))
    return str(kind)


def _text(file: str, data: Mapping[str, Any], key: str, prefix: str = "") -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise RuleFileError(file, prefix + key, "text", "nothing" if value is None else repr(value))
    return value.strip()


def _message(file: str, data: Mapping[str, Any], kind: str) -> dict[str, str]:
    """The words in both languages, with nothing to fill in but what such a conflict has."""
    table = data.get("message")
    if not isinstance(table, dict):
        raise RuleFileError(file, "message", "a table with ar and en", "nothing" if table is None else repr(table))
    for lang in table:
        if lang not in ("ar", "en"):
            raise RuleFileError(file, f"message.{lang}", "ar or en", lang)
    words = {lang: _text(file, table, lang, "message.") for lang in ("ar", "en")}
    for lang, template in words.items():
        for place in sorted(places(template) - PLACES[kind] - {"arithmetic"}):
            expected = "one of " + ", ".join(f"{{{name}}}" for name in sorted(PLACES[kind] | {"arithmetic"}))
            raise RuleFileError(file, f"message.{lang}", expected, f"{{{place}}}")
    return words


def _when(file: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise RuleFileError(file, "when", "a table with kind", "nothing" if table is None else repr(table))
    _known_keys(file, table, ("kind", *CONDITIONS), "when.")
    _kind(file, table, "when.kind")
    for key, (expected, fits) in CONDITIONS.items():
        if key in table and not fits(table[key]):
            raise RuleFileError(file, f"when.{key}", expected, repr(table[key]))
    return table


def _examples(file: str, data: Mapping[str, Any], key: str) -> tuple[Example, ...]:
    tables = data.get(key)
    if not isinstance(tables, list) or len(tables) < 2 or not all(isinstance(t, dict) for t in tables):
        found = f"{len(tables)} of them" if isinstance(tables, list) else "nothing" if tables is None else repr(tables)
        raise RuleFileError(file, key, "at least two examples, each a [[table]] with text", found)
    examples = []
    for table in tables:
        _known_keys(file, table, ("text", "title", "others"), f"{key}.")
        others = table.get("others", [])
        if not isinstance(others, list) or not all(isinstance(text, str) and text.strip() for text in others):
            raise RuleFileError(file, f"{key}.others", "a list of texts", repr(others))
        title = _text(file, table, "title", f"{key}.") if "title" in table else None
        examples.append(Example(_text(file, table, "text", f"{key}."), title, tuple(text.strip() for text in others)))
    return tuple(examples)
