"""The fields of a record that hold its text, title, date and name."""

from __future__ import annotations

from typing import NamedTuple


class Fields(NamedTuple):
    """Names of fields, the first that a record has counts; ``a.b`` is the field ``b`` of the object in ``a``.

    The names given are those that newsroom exports, feeds and schema.org use.
    """

    text: tuple[str, ...] = ("text", "body", "content", "articleBody", "article", "النص", "المتن", "الخبر")
    title: tuple[str, ...] = ("title", "headline", "العنوان")
    date: tuple[str, ...] = ("published", "date", "datePublished", "published_at", "التاريخ")


DEFAULT_FIELDS = Fields()
