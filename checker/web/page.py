"""The page and what it is made of, read from the package once."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any, NamedTuple

from fastapi import APIRouter, Request, Response

from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root
from checker.web.refusals import plain

LANGUAGES = {"ar": "rtl", "en": "ltr"}
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_GAP = re.compile(r"\{\{([a-z0-9_.]+)\}\}")

router = APIRouter(include_in_schema=False)


class Asset(NamedTuple):
    """A file that the page loads."""

    body: bytes
    media_type: str
    tag: str


def _asset(body: bytes, media_type: str) -> Asset:
    return Asset(body, media_type, f'"{blake2b(body, digest_size=12).hexdigest()}"')


@cache
def assets() -> Mapping[str, Asset]:
    """The style sheet, scripts and pictures by name."""
    folder = files("checker.web").joinpath("static")
    found = {}
    for file in folder.iterdir():
        kind = _TYPES.get("." + file.name.rpartition(".")[2])
        if kind:
            found[file.name] = _asset(file.read_bytes(), kind)
    return found


@cache
def words(lang: str) -> dict[str, Any]:
    """What the page says in a language.

    Raises:
        RuleFileError: the language's file is not as it must be.
    """
    name = f"ui/page/{lang}.toml"
    found: dict[str, Any] = {}
    for key, value in load_toml(rules_root() / "ui" / "page" / f"{lang}.toml").items():
        table = value if isinstance(value, dict) else {"": value}
        for inner, text in table.items():
            if not isinstance(text, str):
                raise RuleFileError(name, key, "text", type(text).__name__)
            found[f"{key}.{inner}".rstrip(".")] = text
    reasons = load_toml(rules_root() / "ui" / f"{lang}.toml").get("reasons", {})
    return {**found, **{f"reason.{reason}": text for reason, text in reasons.items()}}


@cache
def page(lang: str) -> Asset:
    """The page in a language, its words filled in as plain text."""
    template = files("checker.web").joinpath("static/index.html").read_text(encoding="utf-8")
    said = {**words(lang), "lang": lang, "dir": LANGUAGES[lang]}
    filled = _GAP.sub(lambda gap: html.escape(said[gap[1]]), template)
    return _asset(filled.encode(), "text/html; charset=utf-8")


@cache
def _words_asset(lang: str) -> Asset:
    return _asset(json.dumps(words(lang), ensure_ascii=False).encode(), "application/json")


def _send(request: Request, asset: Asset) -> Response:
    """The asset, or word that the client's copy is still right."""
    headers = {"etag": asset.tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == asset.tag:
        return Response(status_code=304, headers=headers)
    return Response(asset.body, media_type=asset.media_type, headers=headers)


@router.api_route("/", methods=["GET", "HEAD"])
async def arabic(request: Request) -> Response:
    """The page in Arabic."""
    return _send(request, page("ar"))


@router.api_route("/en", methods=["GET", "HEAD"])
async def english(request: Request) -> Response:
    """The page in English."""
    return _send(request, page("en"))


@router.get("/words/{lang}.json")
async def say(request: Request, lang: str) -> Response:
    """All that the page says in a language."""
    if lang not in LANGUAGES:
        raise plain(404)
    return _send(request, _words_asset(lang))


@router.api_route("/static/{name}", methods=["GET", "HEAD"])
async def static(request: Request, name: str) -> Response:
    """A part of the page; only what the package holds has a name here."""
    asset = assets().get(name)
    if asset is None:
        raise plain(404)
    return _send(request, asset)
