"""Who states a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.sentences import Sentence
from checker.claims.tagging import HIS, Tagged
from checker.model import Outcome

#: Words of a source's name that are kept: enough to know it by, short enough to print.
_LENGTH = 7
#: "According to" so close behind a figure is about that figure.
_BESIDE = 4
#: "That" follows a verb of saying and its subject within so many tokens.
_REACH = 16
#: … and a subject in front of its verb is as long as this with its titles and name.
_SUBJECT = 12
_BEFORE_SUBJECT = frozenset({"contrast", "opposed", "relative", "had_been"})
#: "اعترف بتورطه": what was said and not who said it.
_BY = "ب"
_SPEAKING = ("according", "said", "continues")
_BEHIND_NAME = frozenset({"name_stops", "clause", "said", "relative", "rise", "fall"})
_THE = "ال"
_NO_SUBJECT = frozenset({"clause", "prepositions", "function", "relative", "said", "zero_before"})


class SourceFinder:
    """Attributes the claims of a document sentence by sentence."""

    def __init__(self, tagged: Tagged) -> None:
        self._tagged = tagged
        self._last: str | None = None
        self._spoken: list[int] | None = None

    @property
    def _speaking(self) -> list[int]:
        """All tokens of the document at which somebody may be said to speak."""
        if self._spoken is None:
            self._spoken = sorted({k for name in _SPEAKING for k in self._tagged.places(name)})
        return self._spoken

    def attribute(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Set the source of each draft of the sentence that has one."""
        if not drafts and self._last is None:
            return
        named = self._named(sentence)
        for _position, name in named:
            if name is not None:
                self._last = name
        for draft in drafts:
            draft.source = self._for(draft, named)

    def _for(self, draft: Draft, named: Sequence[tuple[int, str | None]]) -> str | None:
        before = [name for position, name in named if position < draft.mention.first]
        after = [
            (position, name)
            for position, name in named
            if position >= draft.mention.first and name is not None and self._tagged.cue(position, "according")
        ]
        if after and (not before or after[0][0] - draft.last <= _BESIDE):
            return after[0][1]
        return (before[-1] or self._last) if before else None

    def _named(self, sentence: Sentence) -> list[tuple[int, str | None]]:
        """Places where someone is said to speak, with the name, or None for "he added"."""
        tagged = self._tagged
        found: list[tuple[int, str | None]] = []
        for i in self._speaking[bisect_left(self._speaking, sentence.first) :]:
            if i >= sentence.last:
                break
            if tagged.cue(i, "according"):
                mark = tagged.marks.get(i)
                found.append((i, self._name(mark.last if mark else i + 1, sentence.last)))
            elif tagged.cue(i, "said") and not tagged.definite(i) and not tagged.cue(i - 1, "not_said_after"):
                that = self._that(i, sentence.last)
                told = self._is_subject(i + 1, sentence.last) and (that is None or that > i + 1)
                name = self._name(i + 1, that or sentence.last, told=told)
                name = name or self._name_before(i, sentence.first)
                if name is not None or tagged.cue(i, "continues"):
                    found.append((i, name))
            elif tagged.cue(i, "continues"):
                found.append((i, None))
        return found

    def _name(self, start: int, limit: int, *, told: bool = False) -> str | None:
        """The name that begins at ``start``, if a source can begin there.

        ``told`` says that a verb of saying stands before it and "that" follows,
        so that any words between the two are the name.
        """
        tokens = self._tagged.tokens
        while start < limit and (tokens[start].kind == "punct" or self._is_skipped(start)):
            start += 1
        if start >= limit or not (self._can_begin(start) or (told and self._is_subject(start, limit))):
            return None
        end = start
        while end < min(start + _LENGTH, limit):
            token = tokens[end]
            if token.kind in ("punct", "newline", "number") or (end > start and self._ends_name(end)):
                break
            end += 1
        return " ".join(token.text for token in tokens[start:end]) or None

    def _is_skipped(self, i: int) -> bool:
        return self._tagged.word(i, "name_skips") or self._tagged.word(i, "on_day")

    def _ends_name(self, i: int) -> bool:
        """Whether what stands behind a name is no word of it: a clause, a harm that is told of ("الجيش مقتل …")."""
        trigger = self._tagged.roles[i].trigger
        harm = trigger is not None and trigger.outcome is not Outcome.RESCUED
        return harm or bool(self._tagged.cues_at(i) & _BEHIND_NAME)

    def _that(self, i: int, limit: int) -> int | None:
        """The "that" of what is said, if one follows soon."""
        for k in range(i + 1, min(i + _REACH, limit)):
            cues = self._tagged.cues_at(k)
            if "that" in cues:
                return k
            if k > i + 1 and ("said" in cues or "according" in cues):
                return None
        return None

    def _is_subject(self, i: int, limit: int) -> bool:
        """Whether the word behind a verb of saying can be the one who says it."""
        if i >= limit or self._tagged.tokens[i].kind != "word" or self._tagged.particles[i]:
            return False
        roles, norm = self._tagged.roles[i], self._tagged.tokens[i].norm
        owned = norm.startswith(_BY) and norm.endswith(HIS)
        harmed = roles.trigger is not None or roles.victim is not None
        return not harmed and not roles.cues & _NO_SUBJECT and not owned

    def _can_begin(self, i: int) -> bool:
        token = self._tagged.tokens[i]
        named = token.kind == "word" and token.norm.startswith(_THE) and len(token.norm) > len(_THE) + 2
        roles = self._tagged.roles[i]
        return self._tagged.cue(i, "speakers") or (named and roles.trigger is None and roles.victim is None)

    def _name_before(self, i: int, first: int) -> str | None:
        """A subject in front of its verb: "المصدر قال", at the start of the sentence."""
        while first < i and self._tagged.roles[first].cues & _BEFORE_SUBJECT:
            first += 1
        if 0 < i - first <= _SUBJECT and self._can_begin(first):
            return self._name(first, i)
        return None
