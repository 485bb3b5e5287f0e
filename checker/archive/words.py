"""The words of an audit's page and workbook, from ``rules/ui/audit/``."""

from __future__ import annotations

from functools import partial

from checker.consistency.phrases import say_in

say = partial(say_in, "audit")
