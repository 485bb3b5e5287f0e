"""A draft that is open in an editor, as it stands at one version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial
from pygls.workspace import PositionCodec

from checker.lsp.positions import Positions

_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True)
class Draft:
    """A text with its name in the editor, its version there, and the units that the editor counts columns in."""

    uri: str
    text: str
    version: int | None
    language: str
    codec: PositionCodec

    @cached_property
    def positions(self) -> Positions:
        """The lines and columns of the text."""
        return Positions(self.text, self.codec)

    @property
    def path(self) -> str:
        """What the draft is called in messages: its file's path, or the whole name where it has none."""
        try:
            return unquote(urlsplit(self.uri).path) or self.uri
        except ValueError:  # an address that is none
            return self.uri

    @property
    def is_markdown(self) -> bool:
        """Whether the editor, or else the file's suffix, says that it is Markdown."""
        return self.language == "markdown" or PurePosixPath(self.path).suffix.lower() in _MARKDOWN

    def edited(self, changes: Iterable[TextDocumentContentChangeEvent], version: int | None) -> Draft:
        """The draft after some changes, each of which counts from the text that the one before it left."""
        draft = self
        for change in changes:
            draft = replace(draft, text=_changed(draft, change))
        return replace(draft, version=version)


def _changed(draft: Draft, change: TextDocumentContentChangeEvent) -> str:
    if not isinstance(change, TextDocumentContentChangePartial):
        return change.text
    start = draft.positions.offset(change.range.start)
    end = max(start, draft.positions.offset(change.range.end))
    return draft.text[:start] + change.text + draft.text[end:]
