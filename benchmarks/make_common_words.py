"""Makes ``rules/common.tsv``, how common the words of news are, from an archive of articles.

::

    uv run python -m benchmarks.make_common_words ../shared/corpus/saudi-2015.jsonl.gz

A line is a word key (:func:`checker.arabic.keys.word_key`) and in how
many of a thousand articles it stands. What is rarer than ``_LEAST`` is left
out: it is rare wherever it stands.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from checker.arabic.keys import word_key
from checker.arabic.lexicon import default_lexicon
from checker.resources import rules_root

_LEAST = 4
_LETTERS = 3


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, help="JSON lines with title and text, compressed or not")
    archive = parser.parse_args().archive
    counts: Counter[str] = Counter()
    articles = 0
    with (gzip.open if archive.suffix == ".gz" else open)(archive, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles += 1
            tokens, _ = default_lexicon().read(f"{row['title']}\n{row['text']}")
            counts.update({word_key(t.norm) for t in tokens if t.kind == "word" and len(t.norm) >= _LETTERS})
    shares = ((key, round(1000 * count / articles)) for key, count in counts.items())
    kept = sorted((key, share) for key, share in shares if share >= _LEAST)
    head = (
        "# How common the words of news are: word key, and in how many of a thousand articles it stands.\n"
        f"# Counted in {articles} newspaper articles by `python -m benchmarks.make_common_words`;"
        f" words in fewer than {_LEAST} of a thousand are left out.\n"
    )
    path = rules_root() / "common.tsv"
    path.write_text(head + "".join(f"{key}\t{share}\n" for key, share in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
