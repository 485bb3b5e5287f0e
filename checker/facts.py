"""All that is read from one document: claims, relations and dates."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from checker.arabic.dates import weekday_dates
from checker.arabic.lexicon import Lexicon, default_lexicon
from checker.claims.extract import Reading, read_claims
from checker.model import Claim, Document, Facts, Relation
from checker.relations.aboard import find_aboard
from checker.relations.agents import divided_tolls
from checker.relations.changes import find_changes, grown_apart, rises
from checker.relations.crossed import crossed_links
from checker.relations.denials import find_denials
from checker.relations.elsewhere import elsewhere
from checker.relations.events import name_events
from checker.relations.evidence import Placed, agree
from checker.relations.follow import following_links
from checker.relations.known import known_links
from checker.relations.opposed import opposed_links
from checker.relations.placing import place
from checker.relations.presences import find_presences
from checker.relations.repeated import repeated_links
from checker.relations.retinue import retinue_links, retinues_apart
from checker.relations.same import Link, SameGroup, as_relations, cluster, default_weights, find_links
from checker.relations.statements import statement_links
from checker.relations.sums import ONE_CAUSE, find_sums
from checker.relations.swapped import swapped_links
from checker.relations.totals import totals_behind
from checker.relations.unexplained import unexplained_links
from checker.values import frozen

#: An earlier count is told among so many figures of those that it is kept apart from.
_WINDOW = 60


@frozen
class Gathered:
    """The facts of a document together with what they were read from, for whoever links several documents."""

    facts: Facts
    reading: Reading
    placed: Sequence[Placed]
    """The drafts in the order of ``facts.claims``."""


def gather(document: Document, lexicon: Lexicon | None = None) -> Facts:
    """Read claims and relations from a document.

    ``lexicon`` defaults to the one that ships with the project.
    """
    with _no_collection():
        return _gather(document, lexicon or default_lexicon()).facts  # what it was read from goes before the search


def gather_whole(document: Document, lexicon: Lexicon | None = None) -> Gathered:
    """As :func:`gather`, with the reading and the drafts in their contexts."""
    with _no_collection():
        return _gather(document, lexicon or default_lexicon())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put the search for unreachable cycles off until a document is read.

    What reading makes is given back without it; the search costs an eighth of the time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _gather(document: Document, lexicon: Lexicon) -> Gathered:
    reading = read_claims(document, lexicon)
    dates = tuple(weekday_dates(document.text, reading.tagged.tokens))
    restated = tuple(q.quantity for q in reading.quantities if q.quantity.restated is not None)
    if not reading.drafts:
        return Gathered(Facts(document, dates=dates, restated=restated), reading, ())
    placed = place(reading)
    ids = {p.index: f"c{p.index + 1}" for p in placed}
    groups = _same_groups(reading, placed)
    sums = _sums(reading, placed, groups, ids)
    if torn := _wholes_linked_to_parts(sums, groups, ids):
        groups = _same_groups(reading, placed, torn)
        sums = _sums(reading, placed, groups, ids)
    events = name_events(placed, [group.indices for group in groups])
    id_of = {id(p.draft): ids[p.index] for p in placed}
    relations = [
        *as_relations(groups, ids),
        *find_changes(reading.tagged, placed, ids),
        *sums,
        *find_denials(placed, ids),
        *divided_tolls(reading.tagged, placed, sums, ids),
    ]
    facts = Facts(
        document,
        tuple(_claim(reading, p, id_of, events) for p in placed),
        tuple(relations),
        tuple(find_presences(reading.tagged, placed, ids)),
        dates,
        restated,
        tuple(find_aboard(reading.tagged, reading.sentences, reading.quantities, placed, ids)),
    )
    return Gathered(facts, reading, placed)


def _sums(
    reading: Reading, placed: Sequence[Placed], groups: Sequence[SameGroup], ids: Mapping[int, str]
) -> list[Relation]:
    return find_sums(reading.tagged, placed, [group.indices for group in groups], ids)


def _wholes_linked_to_parts(
    sums: Sequence[Relation], groups: Sequence[SameGroup], ids: Mapping[int, str]
) -> frozenset[frozenset[int]]:
    """Wholes that were linked to one of the parts that make them: the link is wrong."""
    index_of = {claim: index for index, claim in ids.items()}
    group_of = {index: k for k, group in enumerate(groups) for index in group.indices}
    wholes = [(r.whole, r.parts) for r in sums if r.whole is not None and ONE_CAUSE not in r.reasons]
    pairs = ((index_of[whole], index_of[part]) for whole, parts in wholes for part in parts)
    return frozenset(
        frozenset(pair) for pair in pairs if pair[0] in group_of and group_of[pair[0]] == group_of.get(pair[1])
    )


def _same_groups(
    reading: Reading, placed: Sequence[Placed], torn: frozenset[frozenset[int]] = frozenset()
) -> list[SameGroup]:
    """Groups by their own evidence, then with the links that follow from them; ``torn`` are pairs kept apart."""
    apart = _totals_and_parts(reading, placed) | torn
    found = [*find_links(placed, default_weights()), *opposed_links(reading.tagged, placed), *known_links(placed)]
    found += [*repeated_links(placed), *retinue_links(reading.tagged, placed)]
    found += [*crossed_links(placed), *swapped_links(placed), *statement_links(reading.tagged, placed)]
    links = _of_one_happening(found, placed)
    groups = cluster(placed, links, apart)
    following = [*following_links(reading.tagged, placed, groups), *unexplained_links(reading.tagged, placed, groups)]
    more = _of_one_happening(following, placed)
    return cluster(placed, [*links, *more], apart) if more else groups


def _of_one_happening(links: Sequence[Link], placed: Sequence[Placed]) -> list[Link]:
    return [link for link in links if link.answered or not elsewhere(*(placed[k] for k in sorted((link.a, link.b))))]


def _totals_and_parts(reading: Reading, placed: Sequence[Placed]) -> frozenset[frozenset[int]]:
    """Pairs of claims that never state one figure: a total and what makes it, a new toll and the earlier one."""
    sums = [(total.whole, total.parts) for total in totals_behind(reading.tagged, placed)]
    grown = list(rises(reading.tagged, placed))
    sums += [(rise.after, (rise.before, *rise.more)) for rise in grown]
    known = frozenset(frozenset((whole.index, part.index)) for whole, parts in sums for part in parts)
    known |= {frozenset((a.index, b.index)) for a, b in grown_apart(reading.tagged, placed)}
    earlier = {p.index for p in placed if p.draft.earlier} | {rise.before.index for rise in grown}
    return known | _superseded(placed, earlier) | retinues_apart(reading.tagged, placed)


def _superseded(placed: Sequence[Placed], earlier: Collection[int]) -> frozenset[frozenset[int]]:
    """Earlier counts, each with every other number of its outcome: the toll has changed, and nothing differs."""
    return frozenset(
        frozenset((a.index, b.index))
        for a in (placed[index] for index in earlier)
        for b in placed[max(0, a.index - _WINDOW) : a.index + _WINDOW + 1]
        if b.index not in earlier and a.draft.outcome is b.draft.outcome and not agree(a.draft, b.draft)
    )


def _claim(reading: Reading, placed: Placed, id_of: Mapping[int, str], events: Sequence[str]) -> Claim:
    draft = placed.draft
    mention, phrase = draft.mention, draft.phrase
    text = reading.document.text
    tokens = reading.tagged.tokens
    start = mention.span.start
    end = mention.span.end
    victims = ""
    if phrase.head is not None:
        joint = reading.tagged.particles[phrase.head][:1] in ("و", "ف")
        low, high = tokens.start(phrase.head) + joint, tokens.end(max(phrase.end - 1, phrase.head))
        if phrase.head >= mention.first:
            end = max(end, high)
            victims = text[low:high]
        else:
            start = min(start, low)
            victims = text[low : tokens.end(phrase.head)]
    elif phrase.end > mention.last:
        end = max(end, tokens.end(phrase.end - 1))
    whole = draft.whole or draft.tells
    return Claim(
        id=id_of[id(draft)],
        start=start,
        end=end,
        text=text[start:end],
        number=mention.number,
        number_text=mention.number.of(text),
        min=mention.min,
        max=mention.max,
        hedge=mention.hedge,
        outcome=draft.outcome,
        group=draft.group,
        victims=victims,
        implicit=mention.kind in ("single", "rest"),
        part_of=id_of[id(whole)] if whole is not None else None,
        event=events[placed.index],
        source=draft.source,
        in_title=draft.sentence.in_title,
        ambiguous_form=mention.ambiguous,
        restated=mention.quantity.restated if mention.quantity is not None else None,
    )
