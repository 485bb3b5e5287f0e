"""What an editor offers to do about a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    Command,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from checker.lsp.checked import Checked
from checker.lsp.diagnostics import SOURCE, name_of
from checker.lsp.suppression import suppress
from checker.lsp.takeover import claims_at, takeovers
from checker.model import Finding
from checker.reporting.inert import clean
from checker.reporting.messages import say

#: The server's command for an editor that has asked for the reason itself; it takes a :class:`Suppression`.
SUPPRESS = "checker.suppress"
#: The editor's own command that asks; it is given ``uri`` and ``finding`` of a :class:`Suppression`.
ASK = "checker.askReason"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding, by its draft and its name, that may stand, and why."""

    uri: str
    finding: str
    reason: str


def actions(checked: Checked, wanted: Range, context: CodeActionContext) -> list[CodeAction]:
    """The actions for a stretch of the text.

    None is marked as the preferred one: which figure is right is the author's to say.
    """
    if context.only is not None and not any(_includes(kind) for kind in context.only):
        return []
    start, end = (checked.draft.positions.offset(place) for place in (wanted.start, wanted.end))
    found: list[CodeAction] = []
    for finding in checked.findings:
        if _touches(checked, finding, start, end):
            shown = [d for d in context.diagnostics if _is_of(checked, d, finding)]
            found += _takeovers(checked, finding, start, shown)
            if not _is_about_a_comment(checked, finding):
                found.append(_suppression(checked, finding, shown))
    return found


def suppression_edit(checked: Checked, name: str, reason: str) -> WorkspaceEdit | None:
    """The edit that suppresses the finding of that name, if the draft still has it."""
    for finding in checked.findings:
        if name_of(checked, finding) == name:
            return _suppressed(checked, finding, reason)
    return None


def _includes(kind: str) -> bool:
    """Whether quick fixes are of a kind that is asked for: that kind itself, or one above it."""
    return kind == "" or CodeActionKind.QuickFix == kind


def _touches(checked: Checked, finding: Finding, start: int, end: int) -> bool:
    """Whether a stretch meets the place of a finding, or any of its claims."""
    places = [(finding.start, finding.end)]
    places += [(c.start, c.end) for c in (checked.by_id.get(name) for name in finding.claims) if c is not None]
    return any(low <= end and start <= high for low, high in places)


def _is_about_a_comment(checked: Checked, finding: Finding) -> bool:
    """Whether a finding is about a comment of the draft itself, such as one that lets nothing stand."""
    remarks = checked.report.document.remarks if checked.report else ()
    return any(remark.span.start <= finding.start < remark.span.end for remark in remarks)


def _is_of(checked: Checked, diagnostic: Diagnostic, finding: Finding) -> bool:
    return (
        diagnostic.source == SOURCE
        and diagnostic.code == finding.rule
        and diagnostic.range == checked.range_of(finding)
    )


def _takeovers(checked: Checked, finding: Finding, offset: int, shown: list[Diagnostic]) -> Iterator[CodeAction]:
    for claim in claims_at(checked, finding, offset):
        for takeover in takeovers(checked, finding, claim):
            now, then = clean(takeover.span.of(checked.draft.text)), clean(takeover.text)
            if takeover.origin is None:
                title = say(checked.lang, "action_reckoned", now=now, then=then)
            else:
                line = checked.line_of(takeover.origin)
                title = say(checked.lang, "action_takeover", now=now, then=then, line=line)
            edit = TextEdit(checked.draft.positions.range(*takeover.span), takeover.text)
            yield CodeAction(title, CodeActionKind.QuickFix, shown or None, edit=_edit(checked, edit))


def _suppression(checked: Checked, finding: Finding, shown: list[Diagnostic]) -> CodeAction:
    title = say(checked.lang, "action_suppress", rule=finding.rule)
    if checked.options.asks_reason:
        command = Command(title, ASK, arguments=[{"uri": checked.draft.uri, "finding": name_of(checked, finding)}])
        return CodeAction(title, CodeActionKind.QuickFix, shown or None, command=command)
    edit = _suppressed(checked, finding, reason="")
    return CodeAction(title, CodeActionKind.QuickFix, shown or None, edit=edit)


def _suppressed(checked: Checked, finding: Finding, reason: str) -> WorkspaceEdit:
    draft = checked.draft
    offset, text = suppress(draft.text, finding, reason, draft.is_markdown)
    return _edit(checked, TextEdit(draft.positions.range(offset, offset), text))


def _edit(checked: Checked, edit: TextEdit) -> WorkspaceEdit:
    """An edit that an editor refuses if the draft has changed meanwhile, where it can."""
    draft = checked.draft
    if not checked.client.versioned_edits:
        return WorkspaceEdit(changes={draft.uri: [edit]})
    document = OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, [edit])])
