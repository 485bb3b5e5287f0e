"""One editor: the drafts that are open in it, what is known of each, and who waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lsprotocol.types import TextDocumentContentChangeEvent

from checker.errors import CheckerError
from checker.lsp.checked import Checked
from checker.lsp.checking import Job, internal
from checker.lsp.drafts import Draft
from checker.lsp.options import Client, Options
from checker.lsp.project import Projects
from checker.lsp.workers import Workers
from checker.model import DocumentReport, Failure
from checker.reading import MAX_BYTES
from checker.reading.failures import failure

#: Seconds without a key before a check begins, so that keys which come together are checked together …
_PAUSE = 0.01
#: … and for drafts of so many code points (some 5,000 words), whose check takes longer than one keeps a key down.
_LONG, _LONG_PAUSE = 30_000, 0.25


class Outdated(Exception):
    """The draft has changed while its answer was on the way."""


@dataclass(slots=True)
class _Open:
    draft: Draft
    check: asyncio.Task[DocumentReport | Failure | None]


class Session:
    """Keeps the newest version of each draft checked. A check that is out of date is stopped."""

    def __init__(self, workers: Workers, options: Options, publish: Callable[[Checked], None]) -> None:
        self.options = options
        self.client = Client()
        self._workers = workers
        self._publish = publish
        self._projects = Projects()
        self._drafts: dict[str, _Open] = {}

    def put(self, draft: Draft) -> None:
        """A draft that was opened, or its next version."""
        if (before := self._drafts.get(draft.uri)) is not None:
            before.check.cancel()
        self._drafts[draft.uri] = _Open(draft, asyncio.ensure_future(self._check(draft)))

    def edit(self, uri: str, changes: Iterable[TextDocumentContentChangeEvent], version: int | None) -> None:
        """Changes to a draft; of one that is not open they mean nothing."""
        if (entry := self._drafts.get(uri)) is not None:
            self.put(entry.draft.edited(changes, version))

    def drop(self, uri: str) -> Draft | None:
        """A draft that was closed; what is under way for it stops."""
        entry = self._drafts.pop(uri, None)
        if entry is None:
            return None
        entry.check.cancel()
        return entry.draft

    def choose(self, options: Options) -> None:
        """Other options: other words for what is known, other rules for a new check."""
        before, self.options = self.options, options
        for entry in list(self._drafts.values()):
            if before.settings != options.settings:
                self.put(entry.draft)
            elif entry.check.done() and not entry.check.cancelled():
                self._publish(self._checked(entry.draft, entry.check.result()))

    async def checked(self, uri: str) -> Checked | None:
        """What is known of the version of a draft that is open now, as soon as it is; None if none is open.

        Raises:
            Outdated: the draft was changed or closed meanwhile.
        """
        entry = self._drafts.get(uri)
        if entry is None:
            return None
        await asyncio.wait({entry.check})
        if entry.check.cancelled():
            raise Outdated
        return self._checked(entry.draft, entry.check.result())

    def close(self) -> None:
        """Stop everything that is under way."""
        for uri in list(self._drafts):
            self.drop(uri)

    async def _check(self, draft: Draft) -> DocumentReport | Failure | None:
        await asyncio.sleep(_PAUSE if len(draft.text) < _LONG else _LONG_PAUSE)
        found = await self._found(draft)
        entry = self._drafts.get(draft.uri)
        if entry is not None and entry.draft is draft:
            self._publish(self._checked(draft, found))
        return found

    async def _found(self, draft: Draft) -> DocumentReport | Failure | None:
        if _bytes_of(draft.text) > MAX_BYTES:
            error = failure(draft.path, "too-large", limit=f"{MAX_BYTES / 1024 / 1024:g}")
            return Failure(error.path, error.code, error.ar, error.en)
        try:
            settings = self._projects.settings(draft.uri, self.options.settings)
            return await self._workers.check(Job(draft.text, draft.path, draft.is_markdown, settings))
        except CheckerError as error:  # the project's configuration
            return Failure(draft.path, error.code, error.ar, error.en)
        except Exception as error:
            return internal(draft.path, error)

    def _checked(self, draft: Draft, found: DocumentReport | Failure | None) -> Checked:
        report = found if isinstance(found, DocumentReport) else None
        failed = found if isinstance(found, Failure) else None
        return Checked(draft, report, failed, self.options, self.client)


def _bytes_of(text: str) -> int:
    """The size of a text as a file; of a small one the most that it can be."""
    most = 4 * len(text)
    return most if most <= MAX_BYTES else len(text.encode("utf-8", "surrogatepass"))
