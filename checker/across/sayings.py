"""What is said of comparing articles, from ``rules/ui/across/``."""

from __future__ import annotations

from functools import partial

from checker.consistency.phrases import say_in

say = partial(say_in, "across")
