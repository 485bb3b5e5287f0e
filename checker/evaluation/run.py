"""A whole evaluation: every annotated article and every planted slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checker.evaluation.counts import Count
from checker.evaluation.gold import GoldSet
from checker.evaluation.scoring import Score, Slip, all_of, score_article, score_mutant
from checker.model import DocumentReport
from checker.pipeline import Settings, check_document
from checker.reading import from_text

#: The measures of the whole, in the order that they are told in; all others are classes.
MEASURES = (
    "claims", "spans", "implicit", "vague", "part_of", "same", "sums", "complete sums", "findings",
    "planted slips",
)  # fmt: skip
FIELDS = ("outcome", "bounds", "hedge", "group")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured.

    ``counts`` are by measure ("claims") or class ("outcome: killed"). The
    ``texts`` are those of the articles, by file, to show slips in context.
    """

    articles: int
    mutants: int
    counts: dict[str, Count]
    slips: tuple[Slip, ...]
    texts: dict[str, str]

    def figures(self) -> dict[str, float]:
        """The figures that runs are compared by, each between 0 and 1, or per 100 articles."""
        found = {f"{name} F1": self.counts[name].f1 for name in MEASURES[:8] if name in self.counts}
        found |= {f"{name} accuracy": self._of(f"field: {name}").precision for name in FIELDS}
        found["findings recall"] = self._of("findings").recall
        found["findings recall, errors"] = self._of("finding: errors").recall
        found["findings precision"] = self._of("findings that are right").precision
        errors, warnings = self._of("false errors").said, self._of("false warnings").said
        found["false errors per 100"] = self._per_hundred(errors)
        found["false alarms per 100"] = self._per_hundred(errors + warnings)
        if self.mutants:
            found["planted slips found"] = self._of("planted slips").recall
        return found

    def classes(self) -> Iterator[tuple[str, Count]]:
        """The counts of each class, family by family."""
        for name in sorted(name for name in self.counts if ": " in name and not name.startswith("field: ")):
            yield name, self.counts[name]

    def _of(self, name: str) -> Count:
        return self.counts.get(name, Count())

    def _per_hundred(self, count: int) -> float:
        return 100 * count / self.articles if self.articles else 0.0


def evaluate(
    gold: GoldSet, settings: Settings, watch: Callable[[Iterable[Score]], Iterable[Score]] = iter
) -> Evaluation:
    """Check every article and mutant, and compare; ``watch`` passes the scores on as they come."""

    def check(name: str, text: str) -> DocumentReport:
        return check_document(from_text(text, name), settings)

    def scores() -> Iterator[Score]:
        for article in gold.articles:
            yield score_article(article, check(article.file, article.text))
        for mutant in gold.mutants:
            yield score_mutant(mutant, check(mutant.file, mutant.text))

    total = all_of(watch(scores()))
    texts = {article.file: article.text for article in gold.articles}
    texts |= {mutant.file: mutant.text for mutant in gold.mutants}
    return Evaluation(len(gold.articles), len(gold.mutants), total.counts, tuple(total.slips), texts)
