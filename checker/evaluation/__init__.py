"""How well the checker reads articles that people have annotated."""

from checker.evaluation.gold import GoldSet, load_gold, load_mutants
from checker.evaluation.run import Evaluation, evaluate

__all__ = ["Evaluation", "GoldSet", "evaluate", "load_gold", "load_mutants"]
