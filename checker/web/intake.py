"""From a request to a job: the body within its limits, its kind, the options of the query."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated, NamedTuple, cast

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.web.refusals import Refusal, invalid, stalled, too_large
from checker.web.settings import Limits

#: A body that is too large is read and dropped up to so many times the limit, for a client
#: that reads no answer before it has sent all.
_DRAIN = 4
_NAME_LENGTH = 255
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
NO_NUL = "^[^\\u0000]*$"


class Article(BaseModel):
    """A draft as JSON."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[
        str,
        Field(
            description="The article; its first line is taken as the headline. Offsets count its code points.",
            json_schema_extra={"pattern": NO_NUL},
        ),
    ]
    title: Annotated[
        str | None,
        Field(
            max_length=2000,
            description="The headline, if it is not the first line: it is put in front, and offsets count from there.",
            json_schema_extra={"pattern": NO_NUL},
        ),
    ] = None


class Draft(NamedTuple):
    """What is to be checked: UTF-8 text, or the bytes of a file whose name says how to read it."""

    data: bytes
    name: str
    file: bool
    title: str | None = None


Name = Annotated[
    str,
    Query(
        max_length=_NAME_LENGTH,
        description="The file's name; its suffix says how it is read, and the report bears it as its path.",
        examples=["draft.txt"],
    ),
]
Rules = Annotated[
    str,
    Query(
        max_length=2000,
        description="Rules by id, by the beginning of an id, or by name, with commas.",
        examples=["CF1,CF202"],
    ),
]


async def take_draft(request: Request, name: Name = "") -> Draft:
    """Read the body of a request.

    Raises:
        Refusal: 408, 413, 415 or 422.
    """
    limits = cast(Limits, request.app.state.limits)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "application/octet-stream"):
        raise Refusal(
            415,
            "media-type",
            ar="نوع المحتوى غير معروف؛ المتوقع application/json أو application/octet-stream",
            en="unknown content type; expected application/json or application/octet-stream",
        )
    data = await _body(request, limits)
    path = _base_name(name)
    if kind == "application/octet-stream":
        return Draft(data, path, file=True)
    article = _article(data)
    return Draft(article.text.encode(), path, file=False, title=article.title)


async def _body(request: Request, limits: Limits) -> bytes:
    """The whole body, never more of it in memory than the limit."""
    parts: list[bytes] = []
    size = 0
    stream = request.stream()
    declared = request.headers.get("content-length", "")
    refused = declared.isdecimal() and int(declared) > limits.body
    if refused and (int(declared) > _DRAIN * limits.body or "expect" in request.headers):
        raise too_large(limits.body)
    try:
        while True:
            async with asyncio.timeout(limits.stall):
                part = await anext(stream, None)
            if part is None:
                break
            size += len(part)
            if size > limits.body:
                refused = True
                parts.clear()
            if size > _DRAIN * limits.body:
                break
            if not refused:
                parts.append(part)
    except TimeoutError as error:
        raise stalled() from error
    if refused:
        raise too_large(limits.body)
    return b"".join(parts)


def _article(data: bytes) -> Article:
    try:
        article = Article.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "body"
        if first["type"] == "json_invalid":
            # pydantic's message names line and column, and quotes nothing but a letter.
            raise invalid("body", "ليس JSON صحيحًا بترميز UTF-8", f"not valid JSON in UTF-8: {first['msg']}") from None
        if not first["loc"]:
            raise invalid("body", "المتوقع كائن JSON فيه text", "expected a JSON object with text") from None
        if first["type"] == "missing":
            raise invalid(field, "مفتاح لازم غير موجود", "the key is missing") from None
        if field not in Article.model_fields:
            known = ", ".join(Article.model_fields)
            ar, en = f"مفتاح غير معروف؛ المعروف: {known}", f"a key that is not known; known: {known}"
            raise invalid(_UNSAFE.sub("", field)[:_NAME_LENGTH], ar, en) from None
        raise invalid(field, "القيمة غير صالحة", first["msg"]) from None
    for field in ("text", "title"):
        if "\0" in (getattr(article, field) or ""):
            raise invalid(field, "فيه رمز NUL، فهو ليس نصًا", "it holds a NUL character, so it is no text")
    return article


def _base_name(name: str) -> str:
    """A file's name without folders and without what no file is called."""
    return _UNSAFE.sub("\ufffd", name.replace("\\", "/").rpartition("/")[2]).strip() or "-"


def names(value: str) -> tuple[str, ...]:
    """Names given with commas between them."""
    return tuple(name for part in value.split(",") if (name := part.strip()))
