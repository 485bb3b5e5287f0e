"""What the user asks of the server, and what the editor can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lsprotocol.types import ClientCapabilities, MarkupKind
from pygls.capabilities import get_capability

from checker.errors import CheckerError, UsageError
from checker.pipeline import Settings, rules_for
from checker.reporting.messages import LANGUAGES

#: Under which name an editor keeps these settings.
SECTION = "checker"


@dataclass(frozen=True, slots=True)
class Options:
    """Language of the messages, rules, and whether the editor itself asks for the reason of a suppression."""

    language: str = "ar"
    settings: Settings = field(default_factory=Settings)
    asks_reason: bool = False


def read_options(value: object, now: Options) -> tuple[Options, list[CheckerError]]:
    """The options after settings of an editor, and what is wrong with these.

    A setting that is not as it must be leaves what was; unknown ones are the
    editor's own.
    """
    if not isinstance(value, Mapping):
        return now, []
    options = now
    wrong: list[CheckerError] = []
    language = value.get("language")
    if language in LANGUAGES:
        options = replace(options, language=language)
    elif language not in (None, ""):
        wrong.append(_wrong("language", "ar, en"))
    if isinstance(value.get("asksReason"), bool):
        options = replace(options, asks_reason=value["asksReason"])
    names = {"select": now.settings.select, "ignore": now.settings.ignore}
    for key in names:
        listed = value.get(key)
        if isinstance(listed, list) and all(isinstance(name, str) for name in listed):
            names[key] = tuple(listed)
        elif listed is not None:
            wrong.append(_wrong(key, '["CF1", "CF202"]'))
    settings = replace(now.settings, select=names["select"], ignore=names["ignore"])
    try:
        rules_for(settings)
    except CheckerError as error:
        return options, [*wrong, error]
    return replace(options, settings=settings), wrong


def _wrong(key: str, expected: str) -> UsageError:
    return UsageError(
        "unknown-value",
        ar=f"الإعداد {SECTION}.{key}: المتوقع {expected}",
        en=f"setting {SECTION}.{key}: expected {expected}",
    )


@dataclass(frozen=True, slots=True)
class Client:
    """What the editor said that it can take."""

    related: bool = False
    code_links: bool = False
    versions: bool = False
    markdown: bool = False
    versioned_edits: bool = False
    nested_symbols: bool = False
    gives_configuration: bool = False


def client_of(capabilities: ClientCapabilities) -> Client:
    """The editor's abilities out of all that it said."""

    def able(path: str) -> bool:
        return bool(get_capability(capabilities, path, False))

    formats = get_capability(capabilities, "text_document.hover.content_format", None) or ()
    return Client(
        related=able("text_document.publish_diagnostics.related_information"),
        code_links=able("text_document.publish_diagnostics.code_description_support"),
        versions=able("text_document.publish_diagnostics.version_support"),
        markdown=MarkupKind.Markdown in formats,
        versioned_edits=able("workspace.workspace_edit.document_changes"),
        nested_symbols=able("text_document.document_symbol.hierarchical_document_symbol_support"),
        gives_configuration=able("workspace.configuration"),
    )
