"""The claims of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from checker.arabic.lexicon import NUMBERS, STOPS, Lexicon, may_restate, places
from checker.arabic.numbers import Scanner, TokenQuantity
from checker.arabic.tokens import Tokens
from checker.claims.as_many import with_as_many
from checker.claims.cases import ACCUSATIVE
from checker.claims.counted import parse_phrase
from checker.claims.draft import Draft, Path
from checker.claims.fates import fate_within
from checker.claims.filled import fill_wholes
from checker.claims.groups import group_of, inherit_groups, settle_wholes
from checker.claims.lists import is_besides
from checker.claims.lookup import read_words
from checker.claims.mentions import Mention, find_mentions
from checker.claims.noun_heads import is_loose
from checker.claims.nounphrase import NounPhrase
from checker.claims.of_them import of_those_before
from checker.claims.outcomes import Governor
from checker.claims.parts import aim_lists, attach_part, drop_lists_of_one, take_part
from checker.claims.place_runs import spell_out
from checker.claims.references import refer_back, refer_nearly, some_of_those
from checker.claims.sentences import Sentence, split_sentences
from checker.claims.sources import SourceFinder
from checker.claims.tagging import Tagged
from checker.claims.tolls import exceeding
from checker.claims.totals import is_comprised, total_of
from checker.model import Document, Group, Outcome, Span
from checker.reading.failures import failure
from checker.values import frozen, replace


@frozen
class Reading:
    """A document with its drafts of claims and what they were read from."""

    document: Document
    tagged: Tagged
    sentences: tuple[Sentence, ...]
    quantities: tuple[TokenQuantity, ...]
    drafts: tuple[Draft, ...]


#: The longest of 1,700 articles read holds 60: who passes this gave no article.
_MOST_CLAIMS = 2000
#: So close in front of victims stands that they are buried.
_BURIED = 8
#: So near the victims the hurt are counted besides: "، إضافة إلى".
_BESIDES = 4
#: A number so large is hardly that of others by chance; an open bound is short of it by one in so many at most.
_MANY, _PARTS = 5, 20
#: A dual in front of whose they are ends so.
_CONSTRUCT = ("ي", "ا")
#: Numbers whose counted noun stands in the accusative singular.
_TENS = (11, 99)


def read_claims(document: Document, lexicon: Lexicon) -> Reading:
    """Find every claim of a document, in text order.

    Raises:
        InputError: there are more claims than an article can hold.
    """
    tagged = read_words(document.text, lexicon)
    stops = places(tagged.codes, STOPS)
    numbers = _Numbers(document.text, tagged, stops)
    drafts: list[Draft] = []
    if not tagged.harms and not tagged.victims_in(0, len(tagged.tokens)):
        return Reading(document, tagged, (), tuple(numbers.found), ())
    sentences = split_sentences(document, tagged.tokens, stops)
    sources = SourceFinder(tagged)
    told, at = tagged.told(), 0
    for sentence in sentences:
        if not drafts:  # in front of the first claim only what tells of harm is looked at
            at = bisect_left(told, sentence.first, at)
            if at == len(told):
                break
            if told[at] >= sentence.last:
                continue
        found = _read_sentence(tagged, sentence, numbers, drafts)
        sources.attribute(sentence, found)
        drafts.extend(found)
        if len(drafts) > _MOST_CLAIMS:
            raise failure(document.path, "too-many-figures", limit=_MOST_CLAIMS)
    _settle_victims(tagged, drafts)
    return Reading(document, tagged, tuple(sentences), tuple(numbers.found), tuple(drafts))


class _Numbers:
    """The quantities of a document, read where they are asked for.

    Most sentences of most articles tell of no harm, and nobody asks for their
    numbers. What is read goes from stop to stop, since a number and the words
    around it can run over the edge of a sentence that no mark ends. Where a
    number may be given twice, all are read.
    """

    def __init__(self, text: str, tagged: Tagged, stops: Sequence[int]) -> None:
        self._scanner = Scanner(text, tagged.tokens)
        self._places = places(tagged.codes, NUMBERS)
        self._stops = stops
        self._next = 0
        """The first of the places that was not read."""
        self.found: list[TokenQuantity] = []
        if may_restate(tagged.codes):
            self._read(0, len(tagged.tokens))

    def _read(self, first: int, last: int) -> None:
        low = max(self._next, bisect_left(self._places, first))
        self._next = max(self._next, bisect_left(self._places, last))
        self.found += self._scanner.scan(self._places[low : self._next])

    def within(self, sentence: Sentence) -> list[TokenQuantity]:
        """The quantities that begin in a sentence."""
        before = bisect_left(self._stops, sentence.first) - 1
        behind = bisect_left(self._stops, sentence.last - 1)
        self._read(
            self._stops[before] if before >= 0 else 0,
            self._stops[behind] if behind < len(self._stops) else self._places[-1] + 1 if self._places else 0,
        )
        low = bisect_left(self.found, sentence.first, key=_first)
        return self.found[low : bisect_left(self.found, sentence.last, low, key=_first)]


_first = attrgetter("first")


def _settle_victims(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """ "الضحايا" are the dead where the text, or the sentence before, tells of dead alone, or the dead raise them."""
    told = {draft.outcome for draft in drafts if not draft.loose}
    only_dead = Outcome.KILLED in told and not told & {Outcome.INJURED, Outcome.CASUALTIES}
    last: tuple[int, set[Outcome]] = (-1, set())
    for draft in drafts:
        first = draft.sentence.first
        if draft.loose:
            if not _hold_dead(draft, drafts) and (
                only_dead
                or (last[0] < first and last[1] == {Outcome.KILLED})
                or _raised(tagged, draft, drafts)
                or _are_buried(tagged, draft)
                or _are_counted_dead(draft, drafts)
                or _hurt_besides(tagged, draft, drafts)
            ):
                draft.outcome = Outcome.KILLED
        else:
            last = (first, last[1] | {draft.outcome} if last[0] == first else {draft.outcome})


def _hold_dead(victims: Draft, drafts: Sequence[Draft]) -> bool:
    """ "8200 ضحية، من ضمنها 900 حالة وفاة": the dead are some of them."""
    return victims.phrase.loose and any(d.whole is victims and d.phrase.outcome is Outcome.KILLED for d in drafts)


def _are_counted_dead(victims: Draft, drafts: Sequence[Draft]) -> bool:
    """ "أكثر من 3500 ضحية" where "3551 قتيلا" are told of: the same number of dead, which an open bound rounds."""
    least, most = victims.mention.min or 0, victims.mention.max
    if least < _MANY:
        return False
    high = least * (_PARTS + 1) // _PARTS if most is None else most
    dead = (d.mention for d in drafts if d.outcome is Outcome.KILLED and not d.loose)
    return any(least <= (mention.min or 0) <= high and mention.min == mention.max for mention in dead)


def _are_buried(tagged: Tagged, draft: Draft) -> bool:
    """ "شيعت البلدة شقيقين من ضحايا الحريق", "جثث الضحايا التسعة": who is buried is dead."""
    return fate_within(tagged, "buried", max(draft.sentence.first, draft.first - _BURIED), draft.first)


def _hurt_besides(tagged: Tagged, victims: Draft, drafts: Sequence[Draft]) -> bool:
    """ "25 ضحية و40 جريحا": where the hurt are counted besides, the victims are the dead."""
    following = next((d for d in drafts if d.first > victims.first), None)
    if following is None or following.outcome is not Outcome.INJURED or following.whole is not None:
        return False
    if following.sentence != victims.sentence or following.phrase.others:
        return False
    end = max(victims.last, victims.phrase.end)
    harm = following.harm
    beside = following.mention.joined or is_besides(tagged, following.first)
    beside = beside or (harm is not None and harm.joined and harm.first >= victims.last)  # "5 ضحايا وإصابة 10"
    return beside and following.first - end <= _BESIDES


def _raised(tagged: Tagged, toll: Draft, drafts: Sequence[Draft]) -> bool:
    """ "وفاة خمسة مصابين ترفع ضحايا الحريق إلى 118": the dead of a sentence, and no one hurt, make the toll rise."""
    beside = [draft for draft in drafts if draft.sentence == toll.sentence and not draft.loose]
    if not beside or any(draft.outcome is not Outcome.KILLED for draft in beside):
        return False
    return any(tagged.cue(k, "rise") for k in range(beside[0].first, toll.mention.first))


def _read_sentence(tagged: Tagged, sentence: Sentence, numbers: _Numbers, earlier: Sequence[Draft]) -> list[Draft]:
    harms = tagged.harms_in(sentence.first, sentence.last)
    told = harms or tagged.victims_in(sentence.first, sentence.last)
    if not told and not earlier:
        return []
    quantities = numbers.within(sentence)
    if not told and not quantities:
        return []
    mentions = with_as_many(tagged, sentence, find_mentions(tagged, sentence, quantities))
    if not mentions:
        return []
    governor = Governor(tagged, sentence, mentions, harms)
    drafts: list[Draft] = []
    for index, mention in enumerate(mentions):
        if drafts and mention.first < drafts[-1].last and mention.kind in ("single", "dual", "rest"):
            continue  # a noun of the claim before
        if drafts and _counted_with(tagged, mention, drafts[-1]):
            continue
        phrase = parse_phrase(tagged, mention, sentence.last)
        if drafts and _says_who(tagged, mention, drafts[-1]):
            _name(drafts[-1], mention, phrase)
            continue
        decision = governor.decide(index, phrase, drafts)
        if decision is None:
            if not earlier and not drafts:
                continue  # nobody was told of whom it could mean
            those = some_of_those(tagged, mention, phrase, earlier, drafts)
            if those is not None and not governor.unreal(index):
                group = _referred_group(phrase, those)
                drafts.append(Draft(mention, phrase, sentence, those.outcome, "reference", None, group, those))
                continue
            reference = refer_back(tagged, mention, phrase, earlier, drafts)
            total = None
            if reference is None:
                total = total_of(tagged, sentence, mention, phrase, drafts, earlier, harms)
                if total is None:
                    reference = refer_nearly(tagged, mention, phrase, earlier, drafts)
                if (total or reference) is not None and governor.unreal(index):
                    total = reference = None
            if total is not None:
                drafts.append(_of_toll(tagged, sentence, mention, phrase, total))
            elif reference is not None:
                group = _referred_group(phrase, reference)
                again = Draft(mention, phrase, sentence, reference.outcome, "reference", None, group)
                take_part(tagged, drafts, again)
                drafts.append(again)
            elif not drafts and (whole := of_those_before(tagged, sentence, mention, phrase, earlier)) is not None:
                group = whole.group if phrase.of_before or phrase.group is None else phrase.group
                drafts.append(Draft(mention, phrase, sentence, whole.outcome, "partitive", None, group, whole))
            continue
        outcome, path, harm = decision
        if path in ("toll", "governed") and harm is not None and not any(d.first >= harm.last for d in drafts):
            mention = exceeding(tagged, mention, harm)
        told_again = phrase.definite and (path == "noun" or (path == "toll" and phrase.loose))
        known = refer_back(tagged, mention, phrase, earlier, drafts) if told_again else None
        if known is None and told_again and phrase.loose:
            known = refer_nearly(tagged, mention, phrase, earlier, drafts)
        if known is not None and phrase.loose:  # "الضحايا الخمسة عشر"
            group = _referred_group(phrase, known)
            drafts.append(Draft(mention, phrase, sentence, known.outcome, "reference", None, group))
            continue
        if not _is_person_count(mention, phrase, path, drafts):
            continue
        group = group_of(tagged, sentence, mention, phrase, path, harm, follows=bool(drafts))
        if known is not None and group is Group.PEOPLE:
            group = known.group  # "القتلى الأربعة" of four policemen told of before
        draft = Draft(mention, phrase, sentence, outcome, path, harm, group)
        draft.loose = _is_loose(tagged, draft, drafts)
        aboard = governor.passed and phrase.of_before  # "على متنها 4 من الدرك، …مقتل 3 منهم"
        attach_part(tagged, draft, drafts, () if aboard else earlier)
        take_part(tagged, drafts, draft)
        drafts.append(draft)
    spell_out(tagged, sentence, mentions, drafts, earlier)
    aim_lists(tagged, drafts, earlier)
    drop_lists_of_one(drafts)
    fill_wholes(tagged, drafts, earlier)
    inherit_groups(tagged, drafts)
    settle_wholes(drafts)
    return drafts


def _says_who(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "اثنان منهم قاصران": who those two are, and no other two."""
    if _tells_origins(tagged, mention, before):
        return True
    if _is_this_one(tagged, mention, before):
        return True
    beside = mention.kind == "dual" and mention.first == before.last and not mention.joined
    whose = before.phrase.outcome is not None and tagged.tokens[before.mention.first].norm.endswith(_CONSTRUCT)
    if beside and before.mention.kind == "dual" and (tagged.definite(mention.first) or whose):
        return True  # "جثتي القتيلين", "جثماني شهيدين"
    return beside and before.phrase.of_before and before.mention.min == before.mention.max == mention.min


def _is_this_one(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "أحدهم رضيع قضى حرقا": who the one of them is; "قتل أحدهم طفلا" has another for its object."""
    one = before.mention.kind == "one_of" and tagged.cue(before.mention.first, "one_of_them")
    beside = mention.kind == "single" and mention.first == before.last and not mention.joined
    return one and beside and not tagged.tokens[mention.first].norm.endswith(ACCUSATIVE)


def _name(two: Draft, mention: Mention, phrase: NounPhrase) -> None:
    """Of "جثتي طفلين" both words say that there are two, and the second who they are."""
    two.phrase = replace(two.phrase, end=max(two.phrase.end, phrase.end))
    if two.mention.kind == "one_of":
        two.group = phrase.group or two.group
    if two.phrase.of_before or phrase.definite or two.mention.kind == "one_of":
        return
    two.mention = replace(
        two.mention,
        number=Span(two.mention.number.start, mention.number.end),
        number_last=mention.number_last,
        last=mention.last,
        span=Span(two.mention.span.start, mention.span.end),
    )
    if phrase.group not in (None, Group.PEOPLE):
        two.group = phrase.group


def _tells_origins(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "جنديين أميركي وجورجي", "جنديين: أميركي وجورجي": where the two are from."""
    if before.mention.kind != "dual" or mention.kind != "single" or not mention.joined:
        return False
    first, second = tagged.roles[mention.first - 1].noun, tagged.roles[mention.first].noun
    told = range(before.mention.last, mention.first)
    alike = first is not None and second is not None and first.group is second.group and second.generic
    return (
        alike
        and first is not None
        and first.number == "singular"
        and len(told) - (tagged.tokens[told.start].text == ":") == 1
    )


def _counted_with(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "13 جنديا وشرطيا", "ألفي مهاجر ولاجئ": the number counts both nouns, as their case shows."""
    value, head = before.mention.min or 0, before.phrase.head
    if mention.kind != "single" or not mention.joined or before.mention.kind != "number" or head is None:
        return False
    noun = tagged.roles[head].noun
    if mention.first != before.last or head < before.mention.number_last or noun is None or noun.number != "singular":
        return False
    norm = tagged.tokens[mention.first].norm
    if mention.first in tagged.phrases and _TENS[0] <= value % 100 <= _TENS[1]:
        return True  # "20 شرطيا ورجل أمن": the case is not written
    accusative = norm.endswith("ا") or norm == f"و{tagged.tokens[head].norm.removesuffix('ا')}ه"  # "مواطنا ومواطنة"
    return accusative if _TENS[0] <= value % 100 <= _TENS[1] else value >= _TENS[1] and not accusative


def _of_toll(tagged: Tagged, sentence: Sentence, mention: Mention, phrase: NounPhrase, total: Draft) -> Draft:
    """ "وارتفعت الحصيلة إلى 27"; of "الحصيلة تشمل 11 جنديا" the figure is one of those that make the toll."""
    spelt_out = is_comprised(tagged, mention.first)
    outer = total.whole if total.whole is not None and total.whole.outcome is total.outcome else total
    group = phrase.group if spelt_out and phrase.group is not None else outer.group
    draft = Draft(mention, phrase, sentence, total.outcome, "toll", total.harm, group)
    draft.tells = total if spelt_out else None
    return draft


def _referred_group(phrase: NounPhrase, known: Draft) -> Group:
    """Who those told of before are: as the noun says here, or as it was said there."""
    return phrase.group if phrase.group not in (None, Group.PEOPLE) and not phrase.generic else known.group


def _is_loose(tagged: Tagged, draft: Draft, before: Sequence[Draft]) -> bool:
    if draft.outcome is not Outcome.CASUALTIES:
        return False
    if draft.path in ("joined", "partitive"):
        return before[-1].loose
    among = draft.path == "noun" and draft.harm is None and draft.phrase.outcome is None  # "طفلين بين الضحايا"
    head = draft.phrase.head
    of_victims = draft.phrase.definite_victims and head is not None and is_loose(tagged, head)  # "أربعة من الضحايا"
    # "900 حالة وفاة واختفاء" can mean no dead alone.
    lumped = draft.phrase.outcome is not None and head is not None and not is_loose(tagged, head)
    told = draft.harm is not None and draft.harm.kind == "toll"
    return not lumped and (draft.phrase.loose or of_victims or among or told)


def _is_person_count(mention: Mention, phrase: NounPhrase, path: Path, before: Sequence[Draft]) -> bool:
    """Whether the noun counts people, and a form like "مدنيين" stands in a list of counted parts."""
    if mention.kind == "dual" and mention.ambiguous:
        return path == "joined" and before[-1].whole is not None and before[-1].mention.kind == "number"
    if mention.kind == "one_of":
        return phrase.head is None or not phrase.thing
    return True


def tokens_span(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Code points that the tokens ``first`` up to ``last`` cover."""
    return tokens.start(first), tokens.end(last - 1)


__all__ = ["Outcome", "Reading", "read_claims", "tokens_span"]
