"""Articles to measure with: those of a JSON-lines file, or generated ones."""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path

#: Where a corpus of newspaper articles may lie.
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus"
_PLACES = ("الميناء الشرقي", "حي الزيتون", "بلدة الرمانة", "الطريق الساحلي", "مصنع النسيج", "سوق الخضار", "محطة القطار")
_CAUSES = ("انفجار", "حريق", "قصف", "انهيار مبنى", "حادث سير", "هجوم مسلح", "سيول")
_SPEAKERS = ("وزارة الصحة", "الدفاع المدني", "مصدر أمني", "مدير المستشفى", "المتحدث باسم الشرطة", "الهلال الأحمر")
_PEOPLE = ("شخصا", "مدنيا", "عاملا", "جنديا", "طفلا", "راكبا")
_HEDGES = ("", "", "", "نحو ", "ما لا يقل عن ", "قرابة ")
_FIGURES = (
    "قتل {hedge}{n} {people} وأصيب {m} آخرون في {cause} وقع في {place} صباح اليوم.",
    "وبحسب {speaker}، بلغت حصيلة القتلى {n}، بينهم {k} من النساء و{j} أطفال.",
    "وأفاد بيان صادر عن {speaker} بمقتل {n} {people} وإصابة {m} بجروح متفاوتة نقلوا إلى مستشفيات المدينة.",
    "ولا يزال {k} أشخاص في عداد المفقودين، فيما أنقذت الفرق {j} عمال كانوا محاصرين.",
    "وفي {elsewhere}، أسفر {cause} آخر عن مقتل ثلاثة عشر {people} وإصابة خمسة وعشرين آخرين.",
    "وأدى {cause} مماثل قبل عام إلى مقتل شخصين ونزوح عشرات العائلات من {elsewhere}.",
)
_FILLERS = (
    "وتواصلت أعمال رفع الأنقاض حتى ساعات الليل وسط انتشار كثيف لقوات الأمن في محيط {place}.",
    "وأغلقت السلطات الطريق المؤدي إلى {place} ودعت السكان إلى سلوك طرق بديلة حتى إشعار آخر.",
    "وقال شهود إن سحب الدخان شوهدت من مسافة بعيدة وإن سيارات الإسعاف هرعت إلى المكان.",
    "وفتحت النيابة العامة تحقيقا لمعرفة الأسباب وتحديد المسؤوليات، بحسب {speaker}.",
    "وعقد مجلس الوزراء جلسة طارئة بحث فيها تعويض المتضررين وخطة لإعادة الإعمار بكلفة 12.5 مليون دولار.",
    "وشهدت المدينة، التي يقطنها مليونا نسمة، حوادث مشابهة عام 2019 في محيط {place}.",
    "ومن المقرر أن تعلن لجنة التحقيق نتائجها خلال 10 أيام، على أن تنشر كاملة في الصحف الرسمية.",
    "وبقيت المدارس القريبة مغلقة، واستؤنفت الدروس عن بعد إلى حين انتهاء فحص المباني.",
    "وتفقد المحافظ موقع الحادث واستمع من المهندسين إلى شرح عن حجم الأضرار التي لحقت بالمكان.",
    "وشدد المسؤولون على ضرورة الالتزام بإجراءات السلامة وتحديث شبكات الإنذار في المباني العامة.",
)


def add_options(parser: argparse.ArgumentParser, count: int) -> None:
    """Let a benchmark be told which articles to measure, and how many."""
    parser.add_argument(
        "--corpus",
        type=Path,
        help="a .jsonl or .jsonl.gz file of articles (default: the corpus beside the project, where it is)",
    )
    parser.add_argument("--generated", action="store_true", help="generated articles, also where there is a corpus")
    parser.add_argument("--articles", type=int, default=count, help="how many articles (default: %(default)s)")


def asked_for(options: argparse.Namespace) -> list[str]:
    """The articles that the options of :func:`add_options` ask for."""
    corpus: Path | None = options.corpus or next(iter(sorted(_BESIDE.glob("*.jsonl.gz"))), None)
    return generated(options.articles) if corpus is None or options.generated else from_corpus(corpus, options.articles)


def generated(count: int, words: int = 350, seed: int = 1) -> list[str]:
    """News articles made of invented sentences, a quarter of which hold figures; the same for the same seed.

    An article is about one happening and repeats its figures, as news does.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return [_article(chance, words) for _ in range(count)]


def _article(chance: random.Random, words: int) -> str:
    killed = chance.randint(21, 90)
    facts: dict[str, object] = {
        "n": killed,
        "m": chance.randint(91, 300),
        "k": chance.randint(6, 10),
        "j": chance.randint(3, 5),
        "cause": chance.choice(_CAUSES),
        "people": chance.choice(_PEOPLE),
    }
    place, elsewhere = chance.sample(_PLACES, 2)
    lines = [f"مقتل {killed} {facts['people']} في {facts['cause']} في {place}", ""]
    written = 0
    while written < words:
        paragraph = []
        for _ in range(chance.randint(1, 3)):
            pattern = chance.choice(_FIGURES if chance.random() < 1 / 4 else _FILLERS)
            paragraph.append(
                pattern.format(
                    **facts,
                    hedge=chance.choice(_HEDGES),
                    place=place,
                    elsewhere=elsewhere,
                    speaker=chance.choice(_SPEAKERS),
                )
            )
        lines += [" ".join(paragraph), ""]
        written += len(" ".join(paragraph).split())
    return "\n".join(lines)


def from_corpus(path: Path, count: int) -> list[str]:
    """The first texts of a file with one JSON object a line, each with ``text`` and perhaps ``title``."""
    texts: list[str] = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            texts.append("\n\n".join(part for part in (article.get("title"), article["text"]) if part))
            if len(texts) == count:
                break
    return texts
