"""Claims that fill what the parts of a figure leave: "22 مصابا، غادر 15 منهم …، ولا يزال 7 في المستشفى"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.tagging import Tagged

#: Claims of a sentence that may stand between two parts of one figure: parts of the first part.
_BETWEEN = 3


def fill_wholes(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Make the last of a figure's people parts of it, too.

    ``drafts`` are the claims of one sentence. A claim that nothing ties to
    another is the rest of a figure if it has the outcome of the part before,
    and makes up the whole with the parts told so far.
    """
    for k, draft in enumerate(drafts):
        free = draft.whole is None and draft.tells is None and draft.path != "reference"
        known = tagged.definite(draft.mention.number_first)  # "الأربعة الآخرون" of people told of elsewhere
        if free and _exact(draft.mention) and not known and not _by_themselves(draft):
            draft.whole = _left_open(drafts[:k], draft)
            draft.rest = draft.whole is not None


def _left_open(before: Sequence[Draft], rest: Draft) -> Draft | None:
    """The figure whose parts leave as many people as ``rest`` counts."""
    for part in reversed(before[-_BETWEEN:]):
        whole = part.whole
        if whole is None or part.outcome is not rest.outcome or whole is rest:
            continue
        parts = [d for d in before if d.whole is whole]
        told = [d.mention.min or 0 for d in (*parts, rest)]
        if all(_exact(d.mention) for d in (whole, *parts)) and sum(told) == whole.mention.min and not part.complete:
            return whole
    return None


def _by_themselves(draft: Draft) -> bool:
    """Whether a word of harm tells of people by their own noun: "… ثلاثة منهم بحالة حرجة، فيما أصيب حارسان"."""
    return draft.path == "governed" and draft.phrase.head is not None and draft.phrase.outcome is None


def _exact(mention: Mention) -> bool:
    return bool(mention.min) and mention.min == mention.max
