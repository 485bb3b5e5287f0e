"""The checks of ``rules/checks/``: which conflicts they name, how severe, in what words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from checker.errors import RuleFileError, UsageError
from checker.model import Severity
from checker.resources import load_toml, rules_root

#: Kinds of conflict that a rule can name in ``when.kind``.
KINDS = (
    "repeat", "sum", "parts", "part", "toll", "projection", "change", "update", "several",
    "unexplained", "hedge", "lump", "restated", "ambiguous", "date",
)  # fmt: skip
_CONDITIONS = {
    "headline": bool,
    "sources": str,
    "zero": bool,
    "outcome": list,
    "group": list,
    "least_difference": int,
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


@dataclass(frozen=True, slots=True)
class Example:
    """A short text that a rule must fire on, or must not."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A milder or stronger form of a rule, for another kind of conflict."""

    severity: Severity
    message: Mapping[str, str]


@dataclass(frozen=True, slots=True)
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
    also: Mapping[str, Variant] = field(default_factory=dict)
    """Other kinds of conflict that the rule names, each with its own severity and words."""

    def words_for(self, kind: str) -> Variant:
        """Severity and message for a kind of conflict."""
        return self.also.get(kind) or Variant(self.severity, self.message)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of a run, by id."""

    rules: Mapping[str, Rule]

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
        return RuleSet({rule_id: rule for rule_id, rule in self.rules.items() if rule_id in kept - dropped})

    def _matching(self, prefix: str) -> list[str]:
        wanted = prefix.strip()
        ids = [r.id for r in self.rules.values() if r.id.lower().startswith(wanted.lower()) or r.name == wanted]
        if not wanted or not ids:
            raise self._unknown(wanted)
        return ids

    def _unknown(self, wanted: str) -> UsageError:
        names = [*self.rules, *(rule.name for rule in self.rules.values())]
        near = get_close_matches(wanted.upper(), names, 1, 0.4) or get_close_matches(wanted.lower(), names, 1, 0.4)
        hint_en = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(self.rules)}"
        hint_ar = f"؛ هل تقصد {near[0]}؟" if near else f"؛ المعروف: {', '.join(self.rules)}"
        return UsageError(
            "unknown-rule", ar=f"لا توجد قاعدة باسم «{wanted}»{hint_ar}", en=f'no rule "{wanted}"{hint_en}'
        )


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The rules that ship with the project, with those of ``extra`` folders added or put in their place.

    Raises:
        RuleFileError: a file is not valid TOML, or a key is missing, unknown or wrong.
    """
    if not extra:
        return _default_rules()
    rules = dict(_default_rules().rules)
    for folder in extra:
        rules.update(_read_folder(folder))
    return RuleSet(rules)


@cache
def _default_rules() -> RuleSet:
    return RuleSet(_read_folder(rules_root() / "checks"))


def _read_folder(folder: Path) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
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
    for key in data:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            raise RuleFileError(file, key, f"a known key{f' such as {near[0]}' if near else ''}", "an unknown one")
    return Rule(
        _text(file, data, "id"),
        _text(file, data, "name"),
        _severity(file, data),
        {"en": _text(file, data, "rationale"), "ar": _text(file, data, "rationale_ar")},
        _both(file, data, "message"),
        {"en": _text(file, data, "look"), "ar": _text(file, data, "look_ar")},
        _when(file, data.get("when")),
        _examples(file, data, "fires"),
        _examples(file, data, "silent"),
        file,
        _variants(file, data.get("also", [])),
    )


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
        if table.get("kind") not in KINDS:
            raise RuleFileError(file, "also.kind", "one of " + ", ".join(KINDS), repr(table.get("kind")))
        found[table["kind"]] = Variant(_severity(file, table), _both(file, table, "message"))
    return found


def _text(file: str, data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise RuleFileError(file, key, "text", "nothing" if value is None else repr(value))
    return value.strip()


def _both(file: str, data: Mapping[str, Any], key: str) -> dict[str, str]:
    table = data.get(key)
    if not isinstance(table, dict):
        raise RuleFileError(file, key, "a table with ar and en", "nothing" if table is None else repr(table))
    for lang in table:
        if lang not in ("ar", "en"):
            raise RuleFileError(file, f"{key}.{lang}", "ar or en", lang)
    return {lang: _text(file, table, lang) for lang in ("ar", "en")}


def _when(file: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict) or table.get("kind") not in KINDS:
        raise RuleFileError(file, "when.kind", "one of " + ", ".join(KINDS), repr((table or {}).get("kind")))
    for key, value in table.items():
        expected = _CONDITIONS.get(key)
        if key != "kind" and (expected is None or not isinstance(value, expected)):
            wanted = f"a {expected.__name__}" if expected else "one of " + ", ".join(_CONDITIONS)
            raise RuleFileError(file, f"when.{key}", wanted, repr(value))
    return table


def _examples(file: str, data: Mapping[str, Any], key: str) -> tuple[Example, ...]:
    tables = data.get(key)
    if not isinstance(tables, list) or len(tables) < 2 or not all(isinstance(t, dict) for t in tables):
        raise RuleFileError(file, key, "at least two examples, each a [[table]] with text", repr(type(tables).__name__))
    return tuple(Example(_text(file, table, "text"), table.get("title")) for table in tables)
