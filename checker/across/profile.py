"""What an article and each of its figures are about, small enough to keep for a whole archive."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.across.places import gazetteer
from checker.across.when import days_in, published
from checker.across.words import Words, settings
from checker.arabic.keys import word_key
from checker.arabic.tokens import Token
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.consistency.bounds import Interval, default_thresholds, interval_of, stated
from checker.facts import Gathered
from checker.model import Claim, Group, Hedge, Outcome, RelationKind
from checker.relations.evidence import Placed
from checker.values import frozen, replace

#: The first sentences of the body tell of what the article is about.
_OPENING = 3
_LETTERS = 3
#: A word tells figures of an article apart if it stands around at most one in so many of them.
_FEW = 4
#: Two figures told in one breath begin at most so many words apart.
_BREATH = 12

Keys = frozenset[str]


@frozen
class Told:
    """One figure as one article tells it, in one or several places, with what stands around it.

    Sets of words hold word keys (:func:`checker.arabic.keys.word_key`);
    other figures of the article are given by their index in ``Profile.figures``.
    """

    claims: tuple[str, ...]
    """Ids of the claims that state it, in text order."""
    outcome: Outcome
    group: Group
    number: int
    """As printed, by most of its claims."""
    bounds: Interval
    """What all its claims leave possible, or the first one where they contradict one another."""
    hedge: Hedge
    nouns: Keys
    clauses: tuple[Keys, ...]
    sentences: tuple[Keys, ...]
    around: Keys
    """Words of its sentences and their neighbours."""
    rare: Keys
    """Words of its sentences that stand beside few other figures of the article."""
    kinds: Keys
    """Kinds of happening named beside it."""
    places: Keys
    """Places named in its sentences, else in the nearest one before that names any."""
    own_place: bool
    names: Keys
    """Words behind "road", "quarter" and the like in its sentences, else in the nearest one before that has any."""
    days: frozenset[int]
    """Days spoken of in its sentences (proleptic ordinals), else in the nearest before of the paragraph."""
    own_day: bool
    background: bool
    title: bool
    lead: bool
    order: int
    """How many figures of the outcome stand before it."""
    position: int
    """Index of its first sentence."""
    others: bool
    listed: bool
    several: bool
    implicit: bool
    sole: bool
    """Whether it is the only figure of its outcome that the article gives, parts and background aside."""
    earlier: bool
    """Told as an earlier count."""
    revised: bool
    """A sentence of it says that the count was revised."""
    raised: bool
    """A sentence of it says that the count rose."""
    group_of: int
    """Index of the first figure that the article itself ties it to, its own where there is none."""
    strict: Interval
    """What all its claims leave possible, "about" read as exact; empty where they contradict one another."""
    beside: frozenset[int]
    paired: frozenset[int]
    """Those of another outcome that are told in one breath with it: "قتل 4 وأصيب 3"."""
    parts: frozenset[int]
    whole: int | None


@frozen
class Profile:
    """An article as linking sees it.

    ``day`` is that of publication (proleptic ordinal), None where it is not known.
    """

    path: str
    day: int | None
    places: Keys
    """Places named in title and opening, else anywhere."""
    kinds: Keys
    names: Keys
    """Names of roads, quarters, buildings and the like, anywhere."""
    figures: tuple[Told, ...]


def profile(gathered: Gathered) -> Profile:
    """The profile of a document that has been read."""
    document, tagged = gathered.reading.document, gathered.reading.tagged
    tokens, sentences = tagged.tokens, gathered.reading.sentences
    today = published(document)
    day = today.toordinal() if today is not None else None
    none: Keys = frozenset()
    if not gathered.placed:
        return Profile(document.path, day, none, none, none, ())
    words = settings().words
    looked_at = {k for p in gathered.placed for k in range(p.context.position - 1, p.context.position + 2)}
    keys = [_keys(tagged, sentence) if k in looked_at else none for k, sentence in enumerate(sentences)]
    places = _Places(tokens, sentences, words)
    found = days_in(document.text, tokens, today, words)
    starts = [one.place for one in found]
    days = [
        frozenset(one.ordinal for one in found[bisect_left(starts, s.first) : bisect_left(starts, s.last)])
        for s in sentences
    ]
    titles = [k for k, sentence in enumerate(sentences) if sentence.in_title]
    opening = [k for k, sentence in enumerate(sentences) if not sentence.in_title][:_OPENING]
    near = {*titles, *opening}
    goes_back = [tokens[s.first].norm in words.goes_back for s in sentences]
    names = [_names(tokens, s, words.name_leads) for s in sentences]
    around = _Around(sentences, keys, places, names, days, goes_back)
    return Profile(
        document.path,
        day,
        _union(places[k] for k in near) or _union(places[k] for k in range(len(sentences))),
        _union(p.context.events for p in gathered.placed if p.context.position in near),
        _union(names),
        _figures(gathered, around),
    )


class _Places(dict[int, Keys]):
    """The places named in each sentence by its index, looked for where they are asked for."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence], words: Words) -> None:
        super().__init__()
        self._tokens, self._sentences, self._words = tokens, sentences, words

    def __missing__(self, k: int) -> Keys:
        sentence = self._sentences[k]
        found = self[k] = frozenset(gazetteer().find(self._tokens, sentence.first, sentence.last, self._words))
        return found


def _names(tokens: Sequence[Token], sentence: Sentence, leads: frozenset[str]) -> Keys:
    """The words right behind one of ``leads``: "طريق الساحل"."""
    found = [tokens[k + 1] for k in range(sentence.first, sentence.last - 1) if tokens[k].norm in leads]
    return frozenset(word_key(token.norm) for token in found if token.kind == "word" and len(token.norm) >= _LETTERS)


def _union(sets: Iterable[Keys]) -> Keys:
    return frozenset().union(*sets)


def _keys(tagged: Tagged, sentence: Sentence) -> Keys:
    """The words that say what a sentence is about: none that only join, count, or name the harm."""
    return frozenset(
        word_key(tagged.tokens[k].norm) for k in range(sentence.first, sentence.last) if _is_telling(tagged, k)
    )


def _is_telling(tagged: Tagged, k: int) -> bool:
    token, roles = tagged.tokens[k], tagged.roles[k]
    if token.kind != "word":
        return token.kind == "latin"
    return len(token.norm) >= _LETTERS and not roles.cues and roles.trigger is None and roles.victim is None


@frozen
class _Around:
    """Words, places and days by sentence."""

    sentences: Sequence[Sentence]
    keys: Sequence[Keys]
    places: Mapping[int, Keys]
    names: Sequence[Keys]
    days: Sequence[frozenset[int]]
    goes_back: Sequence[bool]
    """Whether the sentence begins with a word that goes back to what was before."""

    def paragraph(self, at: int) -> int:
        """The first sentence of the paragraph."""
        while at and self.sentences[at - 1].paragraph == self.sentences[at].paragraph:
            at -= 1
        return at

    def words(self, at: int) -> Keys:
        """Those of a sentence and of its neighbours in the paragraph."""
        low = max(self.paragraph(at), at - 1)
        high = at + 2 if at + 1 < len(self.keys) and self._joined(at) else at + 1
        return _union(self.keys[low:high])

    def _joined(self, at: int) -> bool:
        return self.sentences[at + 1].paragraph == self.sentences[at].paragraph

    def where(self, at: int) -> tuple[Keys, bool]:
        """Places of the nearest sentence up to this one, and whether it is this one."""
        k = next((k for k in range(at, -1, -1) if self.places[k]), None)
        return (frozenset(), False) if k is None else (self.places[k], k == at)

    def called(self, at: int) -> Keys:
        """Names of roads, quarters and the like in the nearest sentence up to this one."""
        return next((self.names[k] for k in range(at, -1, -1) if self.names[k]), frozenset())

    def when(self, at: int) -> tuple[frozenset[int], bool]:
        """Days of the nearest sentence of the paragraph up to this one, and whether it is this one."""
        k = next((k for k in range(at, self.paragraph(at) - 1, -1) if self.days[k]), None)
        return (frozenset(), False) if k is None else (self.days[k], k == at)


def _figures(gathered: Gathered, around: _Around) -> tuple[Told, ...]:
    groups = _groups(gathered)
    ties = _ties(gathered)
    place = {claim: k for k, group in enumerate(groups) for claim in group}
    orders: Counter[Outcome] = Counter()
    figures = []
    for k, group in enumerate(groups):
        told = _told(gathered, group, place, around, k)
        tie = place[min(ties.get(claim, claim) for claim in group)]
        figures.append(replace(told, order=orders[told.outcome], group_of=tie))
        orders[told.outcome] += 1
    spread = Counter(word for told in figures for word in told.around)
    few = max(1, len(figures) // _FEW)
    whole = {(told.outcome, told.group_of) for told in figures if _is_whole(told)}
    tolls = Counter(outcome for outcome, _ in whole)
    return tuple(
        replace(
            told,
            rare=frozenset(w for w in told.around if spread[w] <= few),
            sole=_is_whole(told) and tolls[told.outcome] == 1,
        )
        for told in figures
    )


def _is_whole(told: Told) -> bool:
    """Whether a figure is neither a part nor background."""
    return told.whole is None and not told.background and not told.earlier


def _groups(gathered: Gathered) -> list[list[int]]:
    """The claims (by index) of each figure of the article, in the order of their first.

    A figure that the article gives with two numbers is two here: which of
    them the other articles give is what a comparison is for.
    """
    claims = gathered.facts.claims
    first: list[tuple[int, int | None]] = [(k, None) for k in range(len(claims))]
    index = {claim.id: k for k, claim in enumerate(claims)}
    for relation in gathered.facts.relations:
        if relation.kind is RelationKind.SAME:
            members = sorted(index[claim] for claim in relation.claims)
            for member in members:
                first[member] = members[0], stated(claims[member])
    groups: dict[tuple[int, int | None], list[int]] = defaultdict(list)
    for member, leader in enumerate(first):
        groups[leader].append(member)
    return sorted(groups.values())


def _ties(gathered: Gathered) -> dict[int, int]:
    """For each claim of a group of the same figure the first claim of the group."""
    index = {claim.id: k for k, claim in enumerate(gathered.facts.claims)}
    same = (r for r in gathered.facts.relations if r.kind is RelationKind.SAME)
    return {index[claim]: min(index[c] for c in r.claims) for r in same for claim in r.claims}


def _told(gathered: Gathered, group: Sequence[int], place: dict[int, int], around: _Around, here: int) -> Told:
    placed = [gathered.placed[k] for k in group]
    claims = [gathered.facts.claims[k] for k in group]
    main = _main(claims)
    at = [p.context.position for p in placed]
    index_of = {id(p.draft): p.index for p in gathered.placed}
    where = [around.where(k) for k in at]
    when = [around.when(k) for k in at]
    own_place, own_day = any(own for _, own in where), any(own for _, own in when)
    wholes = [place[index_of[id(p.draft.whole)]] for p in placed if p.draft.whole is not None]
    return Told(
        claims=tuple(claim.id for claim in claims),
        outcome=main.outcome,
        group=next((c.group for c in claims if c.group is not Group.PEOPLE), Group.PEOPLE),
        number=stated(main) or 0,
        bounds=_bounds(claims),
        hedge=main.hedge,
        nouns=frozenset(p.draft.victims_key for p in placed if p.draft.victims_key),
        clauses=tuple(dict.fromkeys(p.context.clause for p in placed)),
        sentences=tuple(dict.fromkeys(p.context.sentence for p in placed)),
        around=_union(around.words(k) for k in at),
        rare=frozenset(),
        kinds=_union(p.context.events for p in placed),
        places=_union(names for names, own in where if own or not own_place),
        own_place=own_place,
        names=_union(around.called(k) for k in at),
        days=frozenset().union(*(days for days, own in when if own or not own_day)),
        own_day=own_day,
        background=all(p.context.background for p in placed),
        title=any(claim.in_title for claim in claims),
        lead=any(p.lead for p in placed),
        order=0,
        position=min(at),
        others=any(p.draft.phrase.others for p in placed),
        listed=any(p.draft.path == "joined" for p in placed),
        several=any(p.context.several for p in placed),
        implicit=all(claim.implicit for claim in claims),
        sole=False,
        earlier=all(p.draft.earlier or around.goes_back[p.context.position] for p in placed),
        revised=any(_says(gathered, p, "revised") for p in placed),
        raised=any(_says(gathered, p, "rise") for p in placed),
        group_of=here,
        strict=Interval(
            max(claim.min or 0 for claim in claims),
            min((claim.max for claim in claims if claim.max is not None), default=None),
        ),
        beside=frozenset(place[q.index] for p in placed for q in _neighbours(gathered.placed, p)) - {here},
        paired=frozenset(place[q.index] for p in placed for q in _paired(gathered.placed, p)) - {here},
        parts=frozenset(
            place[q.index]
            for q in gathered.placed
            if q.draft.whole is not None and index_of[id(q.draft.whole)] in group and place[q.index] != here
        ),
        whole=wholes[0] if len(wholes) == len(placed) and wholes[0] != here else None,
    )


def _says(gathered: Gathered, here: Placed, cue: str) -> bool:
    """Whether the sentence of a claim has a cue."""
    sentence = here.draft.sentence
    return any(gathered.reading.tagged.cue(k, cue) for k in range(sentence.first, sentence.last))


def _neighbours(placed: Sequence[Placed], here: Placed) -> list[Placed]:
    """The other claims of its sentence, as far as six away."""
    near = placed[max(0, here.index - 6) : here.index + 7]
    return [p for p in near if p is not here and p.context.position == here.context.position]


def _paired(placed: Sequence[Placed], here: Placed) -> list[Placed]:
    """The claims right before and right behind one, of another outcome and a few words away."""
    near = [placed[k] for k in (here.index - 1, here.index + 1) if 0 <= k < len(placed)]
    return [
        p
        for p in near
        if p.context.position == here.context.position
        and p.draft.outcome is not here.draft.outcome
        and p.draft.whole is None
        and abs(p.draft.first - here.draft.first) <= _BREATH
    ]


def _main(claims: Sequence[Claim]) -> Claim:
    """The first claim with the number that most of them give."""
    numbers = Counter(stated(claim) for claim in claims)
    most = max(numbers.values())
    return next(claim for claim in claims if numbers[stated(claim)] == most)


def _bounds(claims: Sequence[Claim]) -> Interval:
    main = _main(claims)
    kept = interval_of(main, default_thresholds())
    for claim in claims:
        met = kept.meets(interval_of(claim, default_thresholds()))
        if not met.empty:
            kept = met
    return kept
