"""A small morphology database in camel-tools' own format, with invented words, for the tests of morphology."""

from __future__ import annotations

import pytest

_FEATURES = {
    "pos": ("noun", "noun_prop", "adj", "verb"),
    "num": ("s", "d", "p", "na", "u", "-"),
    "form_num": ("s", "d", "p", "na", "u", "-"),
    "gen": ("m", "f", "na", "-"),
    "form_gen": ("m", "f", "na", "-"),
    "rat": ("r", "i", "y", "n", "na"),
    "prc1": ("0", "bi_prep"),
    "prc2": ("0", "wa_conj"),
    "lex": (),
    "diac": (),
    "gloss": (),
    "source": (),
    "pos_lex_logprob": (),
}

#: Affix, category, features: nothing, "and", "with"; nothing, the dual, the plural that looks like it.
_PREFIXES = (
    ("", "Pref-0", "diac:"),
    ("و", "Pref-Wa", "diac:وَ prc2:wa_conj"),
    ("ب", "Pref-Bi", "diac:بِ prc1:bi_prep"),
)
_SUFFIXES = (
    ("", "Suff-0", "diac:"),
    ("ان", "Suff-An", "diac:انِ num:d form_num:d"),
    ("ين", "Suff-In", "diac:َيْنِ num:d form_num:d"),
    ("ين", "Suff-In", "diac:ِينَ num:p form_num:p"),
)

#: Stem, lemma, part of speech, number by meaning and by form, rationality, log likelihood.
_STEMS = (
    ("زرقوم", "زَرْقُوم_1", "noun", "s", "s", "r", -3.0),  # a trade
    ("زراقيم", "زَرْقُوم_1", "noun", "p", "s", "r", -3.0),  # its broken plural
    ("ملقاع", "مِلْقاع_1", "noun", "s", "s", "i", -3.0),  # a tool
    ("شنطوف", "شُنْطُوف_1", "noun", "s", "s", "r", -3.5),  # a trade, and more rarely …
    ("شنطوف", "شَنْطُوف_2", "noun", "s", "s", "i", -5.0),  # … a vessel
    ("خربوط", "خُرْبُوط_1", "noun", "s", "s", "r", -4.0),  # a person or a thing, as often
    ("خربوط", "خَرْبُوط_2", "noun", "s", "s", "i", -4.0),
    ("بركاع", "بَرْكاع_1", "noun", "s", "s", "i", -6.0),  # a rare thing, whose first letter …
    ("ركاع", "رَكّاع_1", "noun", "s", "s", "r", -2.0),  # … could be "with" before a frequent person
    ("طنقوري", "طَنْقُورِيّ_1", "adj", "s", "s", "i", -3.0),  # of a country
    ("قلفوص", "قَلْفُوص_1", "noun", "s", "s", "y", -3.0),  # without a word on its rationality
    ("دمشال", "دَمْشال_1", "noun", "u", "p", "r", -3.0),  # number by form alone
    ("سئبار", "سِئْبار_1", "noun", "s", "s", "r", -3.0),  # a hamza in the middle
    ("لطمظ", "لَطْمَظ_1", "verb", "s", "s", "n", -3.0),
)


@pytest.fixture(scope="session")
def small_database() -> str:
    """The text of the database file."""
    lines = ["###DEFINES###"]
    for name, values in _FEATURES.items():
        lines.append(" ".join(["DEFINE", name, *(f"{name}:{value}" for value in values or ("*open*",))]))
    lines += ["###DEFAULTS###", "DEFAULT pos:noun num:s rat:i lex:* diac:* gloss:*"]
    lines += ["###ORDER###", "ORDER " + " ".join(_FEATURES)]
    lines += ["###TOKENIZATIONS###", "TOKENIZATION diac", "###STEMBACKOFF###", "STEMBACKOFF NOUN none none"]
    lines += ["###PREFIXES###", *("\t".join(prefix) for prefix in _PREFIXES)]
    lines += ["###SUFFIXES###", *("\t".join(suffix) for suffix in _SUFFIXES), "###STEMS###"]
    for stem, lemma, pos, number, form, rational, likelihood in _STEMS:
        features = f"diac:{lemma.partition('_')[0]} lex:{lemma} pos:{pos} num:{number} form_num:{form} rat:{rational}"
        more = f"gen:m form_gen:m prc1:0 prc2:0 gloss:invented source:lex pos_lex_logprob:{likelihood}"
        lines.append(f"{stem}\tN\t{features} {more}")
    prefixes = [category for _, category, _ in _PREFIXES]
    suffixes = dict.fromkeys(category for _, category, _ in _SUFFIXES)
    lines += ["###TABLE AB###", *(f"{prefix} N" for prefix in prefixes)]
    lines += ["###TABLE BC###", *(f"N {suffix}" for suffix in suffixes)]
    lines += ["###TABLE AC###", *(f"{prefix} {suffix}" for prefix in prefixes for suffix in suffixes)]
    return "\n".join(lines) + "\n"
