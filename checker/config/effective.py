"""What counts for a document: the shipped settings, those of the file, of its paths, and of the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from checker.consistency.bounds import default_thresholds
from checker.errors import UsageError
from checker.model import Notice, Report, Severity
from checker.pipeline import Settings, rules_for
from checker.suppression import Allowance
from checker.values import replace

#: Where a value comes from that nobody has set.
SHIPPED = "shipped"
#: Values that add to one another instead of taking each other's place.
_ADDED = ("ignore", "lexicon", "rules")


class Setting(NamedTuple):
    """A value that counts, and where it comes from."""

    key: str
    value: Any
    origin: str


class Layer(NamedTuple):
    """Values that were set in one place."""

    origin: str
    values: Mapping[str, Any]


_NOTHING = Layer(SHIPPED, {})


class PathLayer(NamedTuple):
    """Values for the documents that one of the patterns fits."""

    paths: tuple[str, ...]
    layer: Layer


class Configuration:
    """All that is set for a run; paths and patterns are relative to ``root``.

    ``over`` are the layers above the file's: environment and command line.
    """

    def __init__(
        self,
        root: Path,
        base: Layer = _NOTHING,
        per_path: tuple[PathLayer, ...] = (),
        allowances: tuple[Allowance, ...] = (),
        file: Path | None = None,
        over: tuple[Layer, ...] = (),
    ) -> None:
        self.root, self.file = root, file
        self.base, self.per_path, self.over = base, per_path, over
        self.allowances = allowances
        self._known: dict[tuple[int, ...], Settings] = {}

    def with_layer(self, origin: str, **values: Any) -> Configuration:
        """The configuration with further values on top; None sets nothing."""
        told = {key: value for key, value in values.items() if value is not None}
        if not told:
            return self
        return Configuration(
            self.root, self.base, self.per_path, self.allowances, self.file, (*self.over, Layer(origin, told))
        )

    @property
    def language(self) -> str | None:
        """The language that the file asks for."""
        language: str | None = self.base.values.get("language")
        return language

    def settings(self, path: str) -> Settings:
        """What counts for a document.

        Raises:
            UsageError: a rule is named on the command line that does not exist.
            ConfigurationError: the baseline cannot be read.
        """
        relative = self.relative(path)
        fitting = tuple(k for k, layer in enumerate(self.per_path) if _fits(relative, layer.paths))
        concerned = tuple(k for k, allowance in enumerate(self.allowances) if allowance.concerns(relative))
        key = (*fitting, -1, *concerned)
        if key not in self._known:
            self._known[key] = self._settings(fitting, [self.allowances[k] for k in concerned])
        return self._known[key]

    def run(self) -> Settings:
        """What counts for the run as a whole: what makes it fail, and every rule that a document may be checked by."""
        merged = self._settings((), ())
        folders = [*merged.rules, *(f for layer in self.per_path for f in layer.layer.values.get("rules", ()))]
        return replace(merged, rules=tuple(dict.fromkeys(folders)), select=(), ignore=())

    def effective(self, path: str | None = None) -> list[Setting]:
        """Every value that counts, for a document or where no pattern fits, with its origin."""
        relative = self.relative(path) if path is not None else None
        fitting = [k for k, layer in enumerate(self.per_path) if relative is not None and _fits(relative, layer.paths)]
        found = self._merged(fitting)
        for allowance in self.allowances:
            if relative is None or allowance.concerns(relative):
                listed = f"{', '.join(allowance.rules)}: {allowance.reason}"
                found[f"suppress.{allowance.name}"] = Setting("suppress", listed, allowance.name)
        if relative is None:
            for layer in self.per_path:
                found[layer.layer.origin] = Setting("per_path", list(layer.paths), layer.layer.origin)
        return list(found.values())

    def relative(self, path: str) -> str:
        """A document's path below the folder of the configuration, with ``/``; ``-`` stays as it is."""
        if path == "-":
            return path
        try:
            return Path(os.path.relpath(Path(path).resolve(), self.root)).as_posix()
        except (OSError, ValueError):
            return Path(path).as_posix()

    def unused(self, report: Report, *, whole: bool) -> tuple[Notice, ...]:
        """What is said of entries ``[[suppress]]`` that concerned a document of the run and fitted no finding.

        An entry whose patterns may mean other documents is only spoken of
        where the run was over ``whole`` folders.
        """
        used = {kept.entry for document in report.documents for kept in document.suppressed}
        paths = [self.relative(document.document.path) for document in report.documents]
        return tuple(
            Notice(
                "unused-suppression",
                f"لا شيء مما تجيزه الإعدادات في {allowance.name} ({', '.join(allowance.rules)}) موجود في هذه المستندات",
                f"nothing that {allowance.name} ({', '.join(allowance.rules)}) lets stand is in these documents",
            )
            for allowance in self.allowances
            if allowance.name not in used
            and (whole or (allowance.paths and not any(map(_is_pattern, allowance.paths))))
            and any(allowance.concerns(path) and self._looked_for(allowance, path) for path in paths)
        )

    def _looked_for(self, allowance: Allowance, path: str) -> bool:
        """Whether a rule of an entry is among those of a document, by its path below ``root``."""
        try:
            return bool(rules_for(self.settings(str(self.root / path))).select(allowance.rules).ids)
        except UsageError:
            return False

    def _settings(self, fitting: Sequence[int], allowances: Sequence[Allowance]) -> Settings:
        values = {key: setting.value for key, setting in self._merged(fitting).items()}
        fail_on = values["fail_on"]
        return Settings(
            select=tuple(values["select"]),
            ignore=tuple(values["ignore"]),
            fail_on=None if fail_on == "never" else Severity(fail_on),
            severities=tuple((k.partition(".")[2], v) for k, v in values.items() if k.startswith("severities.")),
            thresholds=tuple(
                (k.partition(".")[2], v)
                for k, v in values.items()
                if k.startswith("thresholds.") and v != getattr(default_thresholds(), k.partition(".")[2])
            ),
            lexicon=tuple(values["lexicon"]),
            rules=tuple(values["rules"]),
            allowances=tuple(allowances),
            baseline=self._baseline,
        )

    @cached_property
    def _baseline(self) -> frozenset[str]:
        path = self.baseline
        if path is None:
            return frozenset()
        from checker.suppression.baseline import read_baseline

        return frozenset(entry.fingerprint for entry in read_baseline(path))

    @property
    def baseline(self) -> Path | None:
        """The file of the baseline, if one is set."""
        value = self._merged(())["baseline"].value
        return Path(value) if value else None

    def _merged(self, fitting: Sequence[int]) -> dict[str, Setting]:
        """The values by their keys; those of tables by ``table.key``."""
        found = {setting.key: setting for setting in _shipped()}
        for layer in (self.base, *(self.per_path[k].layer for k in fitting), *self.over):
            for key, value in layer.values.items():
                if isinstance(value, Mapping):
                    for name, inner in value.items():
                        found[f"{key}.{name}"] = Setting(f"{key}.{name}", inner, layer.origin)
                elif key in _ADDED and found[key].value:
                    old = found[key]
                    found[key] = Setting(key, (*old.value, *value), f"{old.origin}, {layer.origin}")
                else:
                    found[key] = Setting(key, value, layer.origin)
        return found


def _shipped() -> Iterator[Setting]:
    thresholds = default_thresholds()
    yield Setting("language", None, SHIPPED)
    yield Setting("fail_on", Severity.ERROR.value, SHIPPED)
    for key in ("select", *_ADDED):
        yield Setting(key, (), SHIPPED)
    yield Setting("baseline", None, SHIPPED)
    for name in type(thresholds).__match_args__:
        yield Setting(f"thresholds.{name}", getattr(thresholds, name), SHIPPED)


def _fits(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def _is_pattern(path: str) -> bool:
    return any(sign in path for sign in "*?[")
