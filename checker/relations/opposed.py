"""Two sides that count the same people and say so one after the other.

Their numbers differ by nature, so likeness of numbers says nothing here: the
link rests on the words of opposition and on two different sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.arabic.keys import word_key
from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Group
from checker.relations.arithmetic import stated
from checker.relations.evidence import Placed, agree, apart_in_time, compatible
from checker.relations.same import Link

#: Sides answer each other within so many sentences.
_NEAR = 4
#: Enough for a warning: the two may still count different people.
_OPPOSED = 0.62
_RATIO = 3
#: What one side says it has killed is at the most so many times what the other says it has lost.
_MOST = 12
#: Whom two sides call differently they count nearly alike, where there are more than a few.
_CLOSE, _FEW = 1.25, 3
#: "The number of the dead" ends so close in front of the figure, which is of the same size.
_TOLL, _ALIKE = 3, 1.5
_THEY = "وا"
#: "But" stands among the first so many words of its sentence.
_BEGINS = 2
_ARMED = {Group.SECURITY, Group.MILITANTS}
_DISPUTED = {Group.CIVILIANS, Group.MILITANTS}


def opposed_links(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Link]:
    """Claims of two sources set against each other, each with the nearest one before it."""
    for b in placed:
        if b.draft.whole is not None or b.draft.mention.kind in ("single", "rest"):
            continue
        if b.draft.source is None and not _speaks(tagged, b.draft):
            continue
        told = [a for a in _near(placed, b) if _stands_for_all(a, b) and _opposed(tagged, a, b)]
        if told:
            kills = _kills(tagged, told[0], b)
            alike = [a for a in told if a.draft.group is b.draft.group] if b.draft.group not in WIDE_GROUPS else []
            a = max(told, key=lambda p: _likeness(p.draft, b.draft)) if kills else (alike or told)[0]
            own = b.context.own and a.draft.group is b.draft.group in _ARMED
            yield _link(a, b, answered=kills or own)
            if not kills and (c := _third(placed, a, b)) is not None:
                yield _link(b, c)


def _link(a: Placed, b: Placed, *, answered: bool = False) -> Link:
    reasons = ("two sides of one happening",)
    return Link(a.index, b.index, _OPPOSED, not agree(a.draft, b.draft), reasons, opposed=True, answered=answered)


def _stands_for_all(a: Placed, b: Placed) -> bool:
    """Whether a figure is no part, or all of a kind: "18 شخصا، هم 11 جنديا و7 مدنيين", and then "24 من الجيش وحده"."""
    x, y = a.draft, b.draft
    return x.whole is None or (x.group is y.group not in WIDE_GROUPS and x.whole.group is not x.group)


def _third(placed: Sequence[Placed], a: Placed, b: Placed) -> Placed | None:
    """The count of a third source in the sentence behind two that differ, which is nearly the same as the second."""
    for c in placed[b.index + 1 : b.index + 1 + _NEAR]:
        draft = c.draft
        if draft.outcome is not b.draft.outcome or draft.whole is not None:
            continue
        sources = a.draft.source, b.draft.source, draft.source
        told = None not in sources and all(_other_source(str(one), str(draft.source)) for one in sources[:2])
        numbers = sorted((stated(b.draft) or 0, stated(draft) or 0))
        close = numbers[0] * _CLOSE >= numbers[1] > _FEW
        here = c.context.position - b.context.position == 1 and c.context.turns == b.context.turns
        return c if told and close and here and compatible(b.draft, draft) and not apart_in_time(b, c) else None
    return None


def _near(placed: Sequence[Placed], b: Placed) -> Iterator[Placed]:
    """The claims in front of one, the nearest first, a few sentences back."""
    for a in reversed(placed[: b.index]):
        if b.context.position - a.context.position > _NEAR:
            return
        yield a


def _likeness(x: Draft, y: Draft) -> float:
    small, large = sorted((x.mention.min or 0, y.mention.min or 0))
    return small / max(1, large)


def _opposed(tagged: Tagged, a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    if (
        not (compatible(x, y) or _disputed(a, b))
        or x.mention.kind in ("single", "rest")
        or x.path == "joined"
        or y.path == "joined"
    ):
        return False
    if x.group is not y.group and Group.MILITANTS in (x.group, y.group) and not _disputed(a, b):
        return False
    if (x.group is not y.group or x.group is Group.PEOPLE) and not (_comparable(x, y) or _but(tagged, a, b)):
        return False
    kills = _kills(tagged, a, b)
    answers = kills and b.context.turns - a.context.turns == 1 and tagged.cued("opposed", y.sentence.first, y.first)
    if (a.context.turns != b.context.turns and not answers) or not _as_many_happenings(tagged, a, b):
        return False
    if x.source is None and not (kills and not x.sentence.in_title):
        return False
    told = x.source is not None and y.source is not None and not _other_source(x.source, y.source)
    if told and not (kills and _names_enemy(tagged, a, b)):
        return False
    if a.context.partly != b.context.partly or apart_in_time(a, b):
        return False
    start = x.last if x.sentence == y.sentence else y.sentence.first
    words = [k for k in range(start, y.mention.first) if tagged.cue(k, "opposed")]
    if any(tagged.cue(k, "another") for k in range(words[0] if words else start, y.mention.first)):
        return False
    if kills:
        return _likeness(x, y) * _MOST >= 1
    return bool(words) or _the_toll(tagged, a, b)


def _but(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """ "… ما زال 5 مفقودين. لكن الهلال الأحمر تحدث عن 30 مفقودا": the very next sentence answers, figure by figure."""
    first = b.draft.sentence.first
    ones = all(p.pattern.count(p.draft.outcome.value) == 1 for p in (a, b))
    return ones and b.context.position - a.context.position == 1 and tagged.cued("opposed", first, first + _BEGINS)


def _as_many_happenings(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """Whether both tell of one happening or of several; who begins with "but" answers what was said of several."""
    first = b.draft.sentence.first
    answers = a.context.several and tagged.cued("opposed", first, first + _BEGINS)
    return a.context.several == b.context.several or answers


def _kills(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """Whose men died says one number, who killed them another: "ان مقاتليه قتلوا 115 جنديا", "قتل 40 من المرتزقة"."""
    x, y = a.draft, b.draft
    if not x.group is y.group is Group.SECURITY:
        return False
    start = x.last if x.sentence == y.sentence else y.sentence.first
    named = any(tagged.cue(k, "enemy_names") for k in range(y.first, y.last))
    return named or _they_killed(tagged, y) or any(tagged.cue(k, "own_kills") for k in range(start, y.mention.first))


def _names_enemy(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """Whether the other side speaks, whatever words its name shares: "زعم المتحدث … أكثر من 40 من المرتزقة"."""
    x, y = a.draft, b.draft
    words = range(x.last if x.sentence == y.sentence else y.sentence.first, y.last)
    return any(tagged.cue(k, "enemy_names") or tagged.cue(k, "own_kills") for k in words)


def _they_killed(tagged: Tagged, draft: Draft) -> bool:
    """ "صدوا زحفا واسعا وقتلوا 16 جنديا": a verb of killing in the plural, with the killed behind it."""
    harm = draft.harm
    if harm is None or harm.kind != "cause" or draft.path != "governed" or harm.last != draft.mention.first:
        return False
    return tagged.tokens[harm.first].norm.endswith(_THEY)


def _the_toll(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """ "قال المرصد إن 28 جنديا قتلوا … وذكرت الوكالة أن عدد القتلى 25": the number of the very dead, by another."""
    x, y = a.draft, b.draft
    first = y.mention.first
    known = any(tagged.roles[k].victim is not None and tagged.definite(k) for k in range(max(0, first - _TOLL), first))
    numbers = sorted((x.mention.min or 0, y.mention.min or 0))
    near = b.order - a.order == 1 and b.context.position - a.context.position <= 1
    return known and y.phrase.head is None and near and numbers[0] * _ALIKE >= numbers[1]


def _speaks(tagged: Tagged, draft: Draft) -> bool:
    """Whether somebody says the figure whose name was not read: "لكن الحركة قالت، في شريط مصور، إنها …"."""
    start = draft.sentence.first
    return tagged.cued("opposed", start, draft.mention.first) and tagged.cued("said", start, draft.mention.first)


def _disputed(a: Placed, b: Placed) -> bool:
    """One side's civilians are the other's gunmen: "أسفر عن 21 مدنيا … لكن المتحدث قال إن 22 مسلحا قتلوا"."""
    x, y = a.draft, b.draft
    numbers = sorted((x.mention.min or 0, y.mention.min or 0))
    close = x.outcome is y.outcome and numbers[0] * _CLOSE >= numbers[1] > _FEW
    told = b.context.contrast and bool(a.context.events & b.context.events)
    return close and {x.group, y.group} == _DISPUTED and told


def _comparable(x: Draft, y: Draft) -> bool:
    """People of no named group are the same people only if their numbers are of one size."""
    numbers = sorted((x.mention.min or 0, y.mention.min or 0))
    return numbers[0] * _RATIO >= numbers[1]


def _other_source(first: str, second: str) -> bool:
    """Whether two sources have no word in common."""
    return not {word_key(w) for w in first.split() if len(w) > 3} & {word_key(w) for w in second.split() if len(w) > 3}
