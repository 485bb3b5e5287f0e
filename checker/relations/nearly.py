"""Parts that all but make their whole, where they are meant to make it: a slip in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.marks import COMMAS
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Group, Hedge, Outcome
from checker.relations.arithmetic import hand_slip, low, one_slip
from checker.relations.evidence import Placed, apart_in_time

#: A list spells out a figure told at the most so many sentences before.
_NEAR = 3
#: Smaller numbers all but make each other by chance.
_LARGE = 10
#: So many places make a list, whatever it begins with.
_LIST = 3
#: So many people are hardly told of but for a few by chance.
_MANY = 20
#: "Adults" stands so close behind their number.
_ADULTS = 2
_ARMED = {Group.SECURITY, Group.MILITANTS}


def nearly_all(tagged: Tagged, whole: Placed, parts: Sequence[Placed]) -> bool:
    """Whether stated parts leave no one out by their kind, and make the whole but for a slip.

    "منهم 70 في العاصمة و30 في الساحل": by place; "8 مدنيين و6 عسكريين": by
    side; "9 رجال و5 نساء": who counts the men counts all.
    """
    drafts = [p.draft for p in parts]
    if len(parts) < 2 or not all(map(_is_plain, (whole.draft, *drafts))):
        return False
    groups = {draft.group for draft in drafts}
    by_side = Group.CIVILIANS in groups and bool(groups & _ARMED)
    by_sex = Group.WOMEN in groups and any(_are_men(tagged, draft) for draft in drafts)
    whole_kind = by_side or by_sex or _by_place(tagged, drafts)
    return whole_kind and hand_slip(whole.draft, drafts)


def _is_plain(draft: Draft) -> bool:
    return draft.mention.kind in ("number", "dual") and draft.mention.hedge is Hedge.EXACT


def _are_men(tagged: Tagged, draft: Draft) -> bool:
    head = draft.phrase.head  # "رجال" alone: those of the police are of either sex
    return head is not None and draft.group not in _ARMED and tagged.cue(head, "men")


def _by_place(tagged: Tagged, drafts: Sequence[Draft]) -> bool:
    """Whether bare numbers stand in front of a place each, the first perhaps with "of them"."""
    some = drafts[0].phrase.definite_victims and len(drafts) < _LIST  # "15 من الضحايا في المدينة و4 في القرية"
    bare = all(d.phrase.head is None for d in drafts[1:]) and not some
    return bare and all(_leads_to_place(tagged, d) for d in drafts[1:])


def _leads_to_place(tagged: Tagged, draft: Draft) -> bool:
    return any(tagged.cue(k, "at_place") for k in range(draft.last, min(draft.last + 2, draft.sentence.last)))


def there_and_later(tagged: Tagged, run: Sequence[Placed]) -> bool:
    """ "قضى 14 في الحال، وتوفي أربعة في المستشفى": on the spot, and of it later."""
    first, last = run[0].draft, run[-1].draft
    if first.outcome is not Outcome.KILLED or first.sentence != last.sentence or len(run) < 2:
        return False
    there = any(tagged.cue(k, "on_the_spot") for k in range(first.sentence.first, last.first))
    return there and any(tagged.cue(k, "later_on") for k in range(last.first, last.sentence.last))


def _left_and_still_there(tagged: Tagged, part: Placed, p: Placed) -> bool:
    """ "خرج 310 منهم من المستشفيات، ولا يزال 110 يتلقون العلاج"."""
    left = part.draft.outcome is Outcome.OTHER
    return left and any(tagged.cue(k, "still") for k in range(part.draft.last, p.draft.mention.first))


def _adults_and_minors(tagged: Tagged, part: Placed, p: Placed) -> bool:
    """ "وضع 35 من الراشدين تحت الحراسة، فيما جرى الاحتفاظ بـ29 قاصرا": who tells the adults apart tells all."""
    draft = part.draft
    grown = any(tagged.cue(k, "adults") for k in range(draft.first, min(draft.last + _ADULTS, draft.sentence.last)))
    return grown and p.draft.group is Group.CHILDREN


def goes_through(tagged: Tagged, whole: Draft, parts: Sequence[Draft]) -> bool:
    """Whether numbers alone go through known people, or through many right behind them.

    "55 من المتوفين قضوا بانهيار المنازل و33 غرقا و3 بالصعق"; "43 جثة، 31 منها لأشخاص قضوا اختناقا و12 لسجناء".
    """
    first, *others = parts
    bare = bool(others) and all(part.mention.joined and part.phrase.head is None for part in others)
    if first.phrase.definite_victims:
        return bare and len(parts) >= _LIST
    right_behind = whole.last < whole.sentence.last and tagged.tokens[whole.last].text in COMMAS
    shared = first.phrase.of_before and first.sentence == whole.sentence and right_behind
    return bare and shared and low(whole) >= _MANY


def rest_behind(tagged: Tagged, placed: Sequence[Placed], whole: Placed, parts: Sequence[Placed]) -> Placed | None:
    """The figure behind the last part that all but fills what the parts leave, by what is said of it.

    "17 منهم هنا، وستة آخرون …" of 24; "بينهم 20 …، والباقون وعددهم 26 …" of 45; "7 في موقع الحادث، فيما لفظ 4
    أنفاسهم في المستشفى" of 11.
    """
    part = parts[-1]
    for p in placed[part.index + 1 : part.index + 2]:
        draft = p.draft
        alike = draft.outcome is whole.draft.outcome and draft.sentence == part.draft.sentence and draft.whole is None
        named = len(parts) == 1 and (
            draft.phrase.others or any(tagged.cue(k, "the_rest") for k in range(part.draft.last, draft.first))
        )
        later = len(parts) == 1 and (there_and_later(tagged, (part, p)) or _left_and_still_there(tagged, part, p))
        later = later or (len(parts) == 1 and _adults_and_minors(tagged, part, p))
        goes_on = any(
            q.draft.sentence == draft.sentence and q.draft.outcome is draft.outcome and q.draft.whole is not draft
            for q in placed[p.index + 1 : p.index + 2]
        )
        drafts = [*(q.draft for q in parts), draft]
        plain = all(map(_is_plain, drafts))
        if not alike or goes_on or not plain:
            return None
        if (named or later) and one_slip(whole.draft, drafts):
            return p
        if goes_through(tagged, whole.draft, drafts) and hand_slip(whole.draft, drafts):
            return p
    return None


def nearly_spelt_out(
    tagged: Tagged, placed: Sequence[Placed], run: Sequence[Placed], passed: frozenset[int]
) -> Placed | None:
    """The figure right before a list that makes it but for a slip: "81 شخصا … 48 في الرملة و28 في البصيرة و6 …".

    ``passed`` are the counts that a toll has grown from, which stand aside.
    """
    first = run[0]
    if any(q.draft.mention.kind != "number" or q.context.partly or q.draft.earlier for q in run):
        return None
    before = [
        p
        for p in placed[: first.index]
        if p.draft.outcome is first.draft.outcome
        and p.draft.whole is None
        and not p.draft.earlier
        and p.index not in passed
    ]
    if not before or before[-1].draft.mention.hedge is not Hedge.EXACT or before[-1].list_total:
        return None
    if any(_goes_on(run[-1], p) for p in placed[run[-1].index + 1 : run[-1].index + 2]):
        return None  # "21 إلى المستشفى العام و17 إلى المركزي، فيما استقبل مستشفى الوادي عشرة"
    whole = before[-1]
    near = 0 < first.context.position - whole.context.position <= _NEAR and whole.context.turns == first.context.turns
    fits = whole.draft.group in WIDE_GROUPS or {q.draft.group for q in run} == {whole.draft.group}
    over = sum(low(q.draft) >= low(whole.draft) for q in run)
    slip = over < 2 and low(whole.draft) >= _LARGE and hand_slip(whole.draft, [q.draft for q in run])
    if slip and low(whole.draft) - sum(low(q.draft) for q in run) == 1 and one_more(tagged, placed, run[-1].draft):
        return None
    return whole if near and fits and slip and not apart_in_time(whole, first) else None


def _goes_on(last: Placed, p: Placed) -> bool:
    x, y = last.draft, p.draft
    return y.sentence == x.sentence and y.outcome is x.outcome and y.whole is None


def one_more(tagged: Tagged, placed: Sequence[Placed], last: Draft) -> bool:
    """Whether someone without a number is told to have fared the same behind a list: "كما أصيب قائد الشاحنة"."""
    counted = {id(p.draft.harm) for p in placed if p.draft.harm is not None}
    behind = tagged.harms_in(last.last, last.sentence.last)
    return any(harm.outcome is last.outcome and id(harm) not in counted for harm in behind)
