"""The claims of a document, each with all that its place in the text says of it: what links are judged by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from checker.arabic.keys import word_key
from checker.claims.draft import Draft
from checker.claims.extract import Reading
from checker.model import Group, Hedge, Outcome
from checker.relations.arithmetic import adds_up, stated
from checker.relations.changes import is_risen
from checker.relations.context import ContextFinder
from checker.relations.evidence import Placed
from checker.relations.tellings import told_apart_later
from checker.relations.wholes import settle_wholes

#: A claim is made of later ones only if they stand among the next so many.
_NEAR = 60
#: A word for taking people somewhere stands so close in front of their number.
_MOVED = 3
#: One who gave a toll before is looked for among so many figures.
_RECENT = 12
_THE = "ال"
#: "وفاة اثنين من المصابين".
_DIED_SINCE = (Outcome.KILLED, Outcome.INJURED)
#: A total from this size on is not made by chance by the figures behind it.
_TELLING = 6


def place(reading: Reading) -> list[Placed]:
    """The drafts of a reading with their contexts."""
    finder = ContextFinder(reading.tagged, reading.sentences, reading.quantities)
    drafts = reading.drafts
    led: set[Outcome] = set()
    orders: Counter[Outcome] = Counter()
    sizes = Counter(draft.outcome for draft in drafts)
    patterns: dict[int, tuple[str, ...]] = {}
    for draft in drafts:
        first = draft.sentence.first
        patterns[first] = (*patterns.get(first, ()), draft.outcome.value)
    for index, draft in enumerate(drafts):
        head = draft.phrase.head
        draft.victims_key = word_key(reading.tagged.tokens[head].norm) if head is not None else ""
        draft.earlier = _is_earlier(reading, draft) or _had_announced(reading, drafts, index)
        draft.earlier = draft.earlier and not _has_told_since(reading, drafts[:index], draft)
        if draft.earlier and draft.whole is not None and is_risen(reading.tagged, draft.whole):
            draft.whole = draft.whole if draft.whole is not drafts[index - 1] else None
    settle_wholes(reading.tagged, drafts, _list_totals(drafts))
    totals = _list_totals(drafts)
    moved = frozenset(k for k, draft in enumerate(drafts) if _is_moved(reading, draft))
    apart = told_apart_later(drafts, moved)
    made_of = [
        _made_of(drafts, index) or _made_of_two(reading, drafts, index) or _made_of_all(reading, drafts, index)
        for index in range(len(drafts))
    ]
    fellows = _fellows(drafts, made_of)
    told = {(draft.outcome, stated(draft)) for draft in drafts if not draft.sentence.in_title}
    telling: dict[tuple[Outcome, int | None], set[int]] = defaultdict(set)
    for draft in drafts:
        telling[draft.outcome, stated(draft)].add(draft.sentence.first)
    group_numbers: dict[tuple[Outcome, Group], set[int | None]] = defaultdict(set)
    for draft in drafts:
        group_numbers[draft.outcome, draft.group].add(stated(draft))
    parts_of: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        parts_of[id(draft.whole or draft.tells)].append(draft)
    numbers: dict[Outcome, set[int]] = defaultdict(set)
    for draft, total in zip(drafts, totals, strict=True):
        if not total and draft.whole is None:
            numbers[draft.outcome].add(stated(draft) or 0)
    in_body: dict[Outcome, set[int]] = defaultdict(set)
    for draft in drafts:
        if draft.whole is None and not draft.sentence.in_title:
            in_body[draft.outcome].add(stated(draft) or 0)
    body_numbers = {outcome: frozenset(in_body[outcome]) for outcome in sizes}
    risen = {(draft.outcome, stated(draft)) for draft in drafts if is_risen(reading.tagged, draft)}
    died = frozenset(stated(d) or 0 for d in drafts if (d.outcome, d.phrase.outcome) == _DIED_SINCE)
    placed: list[Placed] = []
    told_of: set[str] = set()
    for index, draft in enumerate(drafts):
        context = finder.context(draft)
        opens = index == 0 or drafts[index - 1].sentence != draft.sentence
        if opens and placed:
            told_of |= placed[-1].context.sentence
        companions = _companions(drafts, index)
        kinds, nouns = _kinds_beside(drafts, index)
        lead = not draft.sentence.in_title and draft.whole is None and draft.outcome not in led
        if lead:
            led.add(draft.outcome)
        placed.append(
            Placed(
                index,
                draft,
                context,
                lead,
                orders[draft.outcome],
                companions,
                companions | _all_beside(drafts, index),
                patterns[draft.sentence.first],
                sizes[draft.outcome],
                made_of[index],
                totals[index],
                totals[index] in numbers[draft.outcome],
                apart.get(index, frozenset()),
                opens,
                draft.sentence.in_title and (draft.outcome, stated(draft)) in told,
                (draft.outcome, stated(draft)) in risen,
                fellows.get(index, frozenset()),
                len(telling[draft.outcome, stated(draft)]) - 1 + _is_borne_out(draft, parts_of[id(draft)]),
                len(group_numbers[draft.outcome, draft.group]),
                kinds,
                body_numbers[draft.outcome],
                reading.tagged.cue(draft.sentence.first, "had_been"),
                died,
                nouns,
                bool(context.clause_places) and not context.clause_places & told_of,
            )
        )
        orders[draft.outcome] += draft.whole is None and draft.tells is None  # what tells a figure apart is no other
    return placed


def _made_of(drafts: Sequence[Draft], index: int) -> frozenset[int]:
    """Two or three neighbouring later claims of the outcome that make this one; the same count twice is one figure."""
    here = drafts[index]
    value = 0 if here.mention.hedge is Hedge.VAGUE else stated(here) or 0
    later = [
        (k, d.mention.min or 0)
        for k, d in enumerate(drafts[index + 1 : index + 1 + _NEAR], index + 1)
        if d.outcome is here.outcome and d.whole is None and 0 < (d.mention.min or 0) < value
    ]
    for length in (2, 3):
        for start in range(len(later) - length + 1):
            run = later[start : start + length]
            repeated = len({(number, drafts[k].group) for k, number in run}) < len(run)
            if value > 2 and not repeated and sum(number for _, number in run) == value:
                return frozenset(k for k, _ in run)
    return frozenset()


def _made_of_two(reading: Reading, drafts: Sequence[Draft], index: int) -> frozenset[int]:
    """Two later claims, however far apart, that make the number of a headline on several happenings."""
    here = drafts[index]
    if not _heads_several(reading, here):
        return frozenset()
    value = 0 if here.mention.hedge is Hedge.VAGUE else stated(here) or 0
    later = {
        k: stated(d) or 0
        for k, d in enumerate(drafts[index + 1 : index + 1 + _NEAR], index + 1)
        if d.outcome is here.outcome and d.whole is None
    }
    numbers = set(later.values()) - {0}
    pair = next(({n, value - n} for n in later.values() if n in numbers and value - n in numbers - {n}), set())
    return frozenset(k for k, number in later.items() if number in pair)


def _made_of_all(reading: Reading, drafts: Sequence[Draft], index: int) -> frozenset[int]:
    """All later claims, each in a sentence of its own, that make the number of a headline on several happenings.

    Two of them may give the same number: each sentence tells of a happening.
    """
    here = drafts[index]
    if here.mention.hedge is not Hedge.EXACT or not _heads_several(reading, here):
        return frozenset()
    later = [k for k in range(index + 1, len(drafts)) if drafts[k].outcome is here.outcome and drafts[k].whole is None]
    if not 2 < len(later) <= _NEAR or len({drafts[k].sentence.first for k in later}) < len(later):
        return frozenset()
    return frozenset(later) if sum(stated(drafts[k]) or 0 for k in later) == stated(here) else frozenset()


def _heads_several(reading: Reading, draft: Draft) -> bool:
    """Whether a claim stands in a headline on several happenings."""
    sentence = draft.sentence
    return sentence.in_title and reading.tagged.cued("several", sentence.first, sentence.last)


def _fellows(drafts: Sequence[Draft], made_of: Sequence[frozenset[int]]) -> Mapping[int, frozenset[int]]:
    """For each part of a total too large to be met by chance, the total's other parts."""
    found: dict[int, frozenset[int]] = {}
    for whole, parts in zip(drafts, made_of, strict=True):
        if (stated(whole) or 0) >= _TELLING:
            told_again = sum(stated(drafts[k]) or 0 for k in parts) > (stated(whole) or 0)
            for k in parts:
                others = {i for i in parts - {k} if not told_again or stated(drafts[i]) != stated(drafts[k])}
                found[k] = found.get(k, frozenset()) | others
    return found


def _list_totals(drafts: Sequence[Draft]) -> list[int]:
    """For each claim what its list of figures of one outcome comes to, 0 where there is no list."""
    totals = [0] * len(drafts)
    run: list[int] = []
    for k, draft in enumerate(drafts):
        last = drafts[run[-1]] if run else None
        goes_on = draft.path == "joined" or draft.mention.joined
        if last is None or not goes_on or draft.outcome is not last.outcome or draft.whole is not None:
            run = []
        run.append(k)
        if len(run) > 1:
            total = sum(drafts[i].mention.min or 0 for i in run)
            for i in run:
                totals[i] = total
    return totals


def _companions(drafts: Sequence[Draft], index: int) -> frozenset[tuple[str, int]]:
    here = drafts[index]
    return frozenset(
        (other.outcome.value, other.mention.min or 0)
        for k in range(max(0, index - 4), min(index + 5, len(drafts)))
        if k != index and (other := drafts[k]).sentence == here.sentence and other.outcome is not here.outcome
    )


def _all_beside(drafts: Sequence[Draft], index: int) -> frozenset[tuple[str, int]]:
    """What the claims of each other outcome in the sentence come to, parts of others left out."""
    here = drafts[index]
    totals: Counter[str] = Counter()
    for k in range(max(0, index - 4), min(index + 5, len(drafts))):
        other = drafts[k]
        if other.sentence == here.sentence and other.outcome is not here.outcome and other.whole is None:
            totals[other.outcome.value] += other.mention.min or 0
    return frozenset(totals.items())


def _is_borne_out(whole: Draft, parts: Sequence[Draft]) -> bool:
    """Whether the parts that are said to be of a figure make it: its number is told once more by them."""
    return len(parts) > 1 and adds_up(whole, parts)


def _kinds_beside(drafts: Sequence[Draft], index: int) -> tuple[frozenset[Group], frozenset[str]]:
    """The groups and the counted nouns of the other claims of the outcome in the sentence."""
    here = drafts[index]
    beside = [
        other
        for k in range(max(0, index - 4), min(index + 5, len(drafts)))
        if k != index and (other := drafts[k]).sentence == here.sentence and other.outcome is here.outcome
    ]
    return frozenset([other.group for other in beside]), frozenset([d.victims_key for d in beside if d.victims_key])


def _is_moved(reading: Reading, draft: Draft) -> bool:
    """Whether the figure counts who of the hurt was taken where: "تم نقل حالة واحدة للمستشفى"."""
    first = draft.mention.first
    return any(reading.tagged.cue(k, "moved") for k in range(max(draft.sentence.first, first - _MOVED), first))


def _is_earlier(reading: Reading, draft: Draft) -> bool:
    tagged = reading.tagged
    first = draft.sentence.first
    if tagged.cued("earlier", max(first, draft.first - 12), draft.first):
        return True
    told = range(first + 2, min(draft.first, first + 12))  # who told of it stands between
    if tagged.cue(first, "had_been") and any(tagged.cue(k, "a_toll") for k in told):
        return True
    return any(tagged.cue(k, "earlier_behind") for k in range(draft.last, min(draft.last + 2, draft.sentence.last)))


def _has_told_since(reading: Reading, before: Sequence[Draft], draft: Draft) -> bool:
    """ "بعدما كانت 36، وذلك إثر انتشال ثلاث جثث": only the first is the earlier count."""
    for other in reversed(before):
        if other.sentence != draft.sentence:
            return False
        if other.earlier and other.outcome is draft.outcome:
            return any(reading.tagged.cue(k, "since") for k in range(other.last, draft.first))
    return False


def _had_announced(reading: Reading, drafts: Sequence[Draft], index: int) -> bool:
    """ "وكانت الوزارة أعلنت مساء الأحد مقتل 32": the one who gives a toll now had given another, at a time told."""
    tagged, draft = reading.tagged, drafts[index]
    first = draft.sentence.first
    if not tagged.cue(first, "had_been") or draft.source is None:
        return False
    said = next((k for k in range(first + 2, draft.first) if tagged.cue(k, "said")), None)
    if said is None or not any(tagged.cue(k, "on_day") for k in range(said, draft.first)):
        return False
    if any(tagged.roles[k].event is not None for k in range(said, draft.sentence.last)):
        return False  # "وكانت الوزارة أعلنت أمس مقتل 20 في هجوم": of another happening
    known = [d for d in drafts[max(0, index - _RECENT) : index] if d.outcome is draft.outcome and d.whole is None]
    if any(d.first > said for d in known):
        return False  # "أعلنت مقتل ثمانية، ثم توفي ثلاثة آخرون"
    return any(d.source is not None and _one_speaker(d.source, draft.source) for d in known)


def _one_speaker(a: str, b: str) -> bool:
    """Whether one of two names is the other cut short: "المجلس" of "المجلس الوطني"; "مصدر" may be any source."""
    short, long = sorted((a, b), key=len)
    known = " " in short or short.startswith(_THE)
    return known and (long == short or long.startswith(f"{short} "))
