"""The written forms of Arabic nouns and verbs, made from one line of the lexicon.

Only what newspapers write is made: no vowels, no case beyond the accusative
alif. Forms come out folded (see :mod:`checker.arabic.normalise`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from checker.arabic.normalise import fold

#: ``singular``, ``dual``, ``plural``, or a form that can be read as dual or plural ("مدنيين").
Number = Literal["singular", "dual", "plural", "dual_or_plural"]

_POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "نا")
_OBJECTS = ("هم", "هما", "هن")
#: "أخاها" is her brother: nouns as short as this show their case before a pronoun.
_CASED = 2
_ONE_OBJECT = ("ه", "ها")
#: Marks a dual that is written out.
_DUAL = "="
#: Those of them that make no adjective of a masculine dual ("شخصيه" is "شخصية" as well).
_OF_OTHERS = ("ها", "هم", "هما")


def noun_forms(line: str, *, owned: bool = False, construct: bool = False) -> Iterator[tuple[str, Number]]:
    """Every form of one lexicon line, ``singular plural plural …``.

    A ``+`` among the plurals asks for the regular masculine plural, a ``*``
    for no plural at all. Possessive pronouns are attached to plurals
    ("جنودها"), and to duals where they are ``owned`` ("ابنتيه"): a possessed
    singular names a known person. ``construct`` adds the masculine dual in
    front of its owner ("شهيدي الواجب").
    """
    if "|" in line:
        yield from _compound_forms(line)
        return
    singular, *plurals = line.split()
    stem = fold(singular)
    feminine = singular.endswith("ة")
    base = stem[:-1] + "ت" if feminine else stem
    regular = "+" in plurals
    irregular = {fold(plural) for plural in plurals}
    yield stem, "singular"
    if not feminine and stem[-1] not in "اهء":
        yield stem + "ا", "singular"
    yield base + "ان", "dual"
    yield base + "ين", "dual_or_plural" if regular or base + "ين" in irregular else "dual"
    if feminine:
        yield base + "ا", "dual"
        yield base + "ي", "dual"
    if feminine and owned:
        for possessive in _POSSESSIVES:
            yield base + "ي" + possessive, "dual"
            yield base + "ا" + possessive, "dual"
    if construct and not feminine and not regular and not {base + "ي", base + "ين"} & irregular:
        yield base + "ي", "dual"
    if owned and not feminine and not regular and base + "ين" not in irregular:
        for possessive in _OF_OTHERS:
            yield base + "ي" + possessive, "dual"
        for possessive in ("ه", *_OF_OTHERS) if len(base) > _CASED else ():
            yield base + "ا" + possessive, "dual"
    if regular:
        yield stem + "ون", "plural"
        yield stem + "و", "plural"
        yield from _plural_forms(stem + "ي")
    if feminine and not plurals:
        yield from _plural_forms(stem[:-1] + "ات")
    for plural in plurals:
        if plural.startswith(_DUAL):
            yield fold(plural[1:]), "dual"
        elif plural not in ("+", "*"):
            yield from _plural_forms(fold(plural))


def _plural_forms(plural: str) -> Iterator[tuple[str, Number]]:
    """A plural, its accusative, and its forms with a possessive pronoun."""
    yield plural, "plural"
    if plural[-1] not in "اءهيهنت":
        yield plural + "ا", "plural"
    stems = (plural[:-1] + "ي", plural[:-1] + "و", plural) if plural.endswith("اء") else (plural,)
    for stem in stems:
        for possessive in _POSSESSIVES:
            yield stem + possessive, "plural"


def _compound_forms(line: str) -> Iterator[tuple[str, Number]]:
    """``حالة وفاة|حالات وفاة``: a counted head with a fixed second word."""
    singular, *plurals = (fold_phrase(part) for part in line.split("|"))
    head, _, tail = singular.partition(" ")
    yield singular, "singular"
    stem = head[:-1] + "ت" if head.endswith("ه") else head
    many = any(plural.startswith(f"{stem}ي ") for plural in plurals)  # "صيادي سمك" are many
    for ending in ("ا", "ان") if many else ("ا", "ي", "ان", "ين"):
        yield f"{stem}{ending} {tail}", "dual"
    if any(plural.endswith((f" {tail}ين", f" {tail}ون")) for plural in plurals):  # an adjective: "زعيما قبليا"
        yield f"{head}ا {tail}ا", "singular"
        yield f"{head}ان {tail}ان", "dual"
        two = f"{head}ين {tail}ين"
        yield two, "dual_or_plural" if two in plurals else "dual"
    for plural in plurals:
        yield plural, "plural"


def fold_phrase(phrase: str) -> str:
    """Several words, each folded, joined by single blanks."""
    return " ".join(fold(word) for word in phrase.split())


def object_forms(line: str) -> Iterator[str]:
    """A verb with those it is done to as a pronoun: "قتلهم", "تحتجزهم", "اعتقلوهم"."""
    past, *rest = line.split()
    stem = fold(past)
    stems = [stem, stem + "و"]
    if not (len(stem) == 4 and stem[0] == stem[2] == "ا"):
        stems.append(stem + "ت")  # "أصابتهم" is written like "إصابتهم", their injury
    if rest:
        body = fold(rest[0])[1:]
        stems += [prefix + body for prefix in ("ي", "ت")]
    for stem in stems:
        for pronoun in _OBJECTS:
            yield stem + pronoun
    for pronoun in _ONE_OBJECT:  # not of the singular: "قتله" is his killing as well
        yield stems[1] + pronoun


def verb_forms(line: str) -> Iterator[tuple[str, Number]]:
    """The third persons of one lexicon line, ``past present``, present optional.

    The present is given in its masculine form; the feminine, the plural and
    the future are made from it.
    """
    past, *rest = line.split()
    stem = fold(past)
    short = stem[:-1] if stem.endswith("ي") else stem
    yield stem, "singular"
    for ending, number in (("ت", "singular"), ("ا", "dual"), ("تا", "dual"), ("ن", "plural"), ("نا", "singular")):
        yield stem + ending, number  # type: ignore[misc]
        yield short + ending, number  # type: ignore[misc]
    yield short + "وا", "plural"
    if rest:
        present = fold(rest[0])
        body = present[1:]
        for prefix in ("ي", "ت", "سي", "ست"):
            yield prefix + body, "singular"
            yield prefix + body + "ون", "plural"
            yield prefix + body + "وا", "plural"
            yield prefix + body + "ان", "dual"
