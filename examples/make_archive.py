"""Writes an archive of invented articles, for trying ``checker audit`` and for the sample in ``reports/sample``.

::

    uv run python examples/make_archive.py archive.jsonl
    uv run checker audit archive.jsonl --out reports/sample --lang ar --force

Towns, papers and happenings are made up. About one article in seven holds a
slip of the kinds that newspapers print; the same seed gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path

_PAPERS = ("صدى الميناء", "الضفة اليوم", "أخبار السهل", "وكالة الواحة", "جريدة المنارة", "بريد الجنوب")
#: How likely a paper is to slip, so that their rates differ.
_CARE = {"صدى الميناء": 0.08, "الضفة اليوم": 0.2, "أخبار السهل": 0.12, "وكالة الواحة": 0.05, "جريدة المنارة": 0.28}
_TOWNS = ("بلدة الرابية", "مدينة السدرة", "حي النخيل", "قرية العين البيضاء", "ميناء الشروق", "ضاحية الزيتون")
_CAUSES = ("حريق في مصنع للنسيج", "انهيار مبنى", "تصادم حافلتين", "سيول جارفة", "انفجار خزان وقود", "غرق قارب صيد")
_SPEAKERS = ("مدير الدفاع المدني", "ناطق باسم البلدية", "مدير المستشفى العام", "رئيس فريق الإنقاذ")
_FILLERS = (
    "وأغلقت البلدية الطرق المؤدية إلى المكان حتى المساء.",
    "وقال سكان إنهم سمعوا دويا قويا قبيل الفجر.",
    "وتواصل فرق الإنقاذ عملها منذ الصباح وسط ظروف صعبة.",
    "ووعد المحافظ بفتح تحقيق في أسباب ما جرى.",
    "وتبرعت جمعيات محلية بالأغطية والماء للأسر المتضررة.",
    "ولم تصدر الشركة المالكة أي تعليق بعد.",
)
_PLAIN = (
    ("افتتاح سوق الخضار الجديد في {town}", "افتتحت البلدية اليوم سوق الخضار الجديد، ويضم 48 متجرا وساحة للعائلات."),
    ("أمطار متوقعة على {town} نهاية الأسبوع", "قالت هيئة الأرصاد إن الأمطار تبدأ مساء الخميس وتستمر يومين."),
    ("فريق {town} يتأهل إلى الدور الثاني", "فاز الفريق بهدفين مقابل هدف أمام 3000 متفرج في ملعبه."),
    ("معرض للكتاب في {town}", "يستقبل المعرض زواره عشرة أيام، ويشارك فيه أكثر من 60 ناشرا."),
)


def article(number: int, chance: random.Random) -> dict[str, str]:
    """One article; about one in three tells of no harm."""
    paper, town = chance.choice(_PAPERS), chance.choice(_TOWNS)
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    record = {"id": f"n{number:04d}", "source": paper, "published": f"2031-{month:02d}-{day:02d}"}
    if chance.random() < 0.3:
        title, lead = chance.choice(_PLAIN)
        body = [lead, *chance.sample(_FILLERS, 2)]
        return {**record, "title": title.format(town=town), "text": "\n\n".join(body)}
    slip = chance.choice(_SLIPS) if chance.random() < _CARE.get(paper, 0.15) else _right
    title, body = slip(chance, town, chance.choice(_CAUSES), chance.choice(_SPEAKERS))
    body.insert(chance.randint(1, len(body)), chance.choice(_FILLERS))
    return {**record, "title": title, "text": "\n\n".join(body)}


_Told = tuple[str, list[str]]


def _right(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    men, women, children = chance.randint(6, 14), chance.randint(3, 5), chance.randint(3, 5)
    dead, hurt = men + women + children, chance.randint(21, 60)
    return f"مقتل {dead} شخصا في {cause} في {town}", [
        f"قتل {dead} شخصا وأصيب {hurt} آخرون في {cause} وقع فجر اليوم في {town}.",
        f"وأوضح {speaker} أن القتلى هم {men} رجلا و{women} نساء و{children} أطفال.",
        f"وأضاف {speaker} أن معظم المصابين الـ{hurt} غادروا المستشفى.",
    ]


def _headline(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    title, body = _right(chance, town, cause, speaker)
    said = int(title.split()[1])
    return title.replace(str(said), str(said + chance.choice((1, 2, 10))), 1), body


def _sum(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    title, body = _right(chance, town, cause, speaker)
    men = int(body[1].split("هم ")[1].split()[0])
    return title, [body[0], body[1].replace(f"هم {men} ", f"هم {men + 1} ", 1), body[2]]


def _sources(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    dead = chance.randint(12, 40)
    return f"قتلى وجرحى في {cause} في {town}", [
        f"قال {speaker} إن {dead} شخصا قتلوا في {cause} في {town}.",
        f"لكن بيانا لوزارة الصحة قال إن {dead + chance.randint(2, 6)} شخصا قتلوا في {cause}.",
    ]


def _part(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    dead = chance.randint(11, 19)
    return f"{cause} في {town}", [
        f"قتل {dead} شخصا، بينهم {dead + 5} طفلا، في {cause} في {town}.",
        f"وقال {speaker} إن البحث مستمر.",
    ]


def _hedge(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    dead = chance.choice((20, 30, 40))
    return f"مقتل {dead} شخصا في {cause}", [
        f"قتل أكثر من {dead} شخصا في {cause} في {town}.",
        f"وقال {speaker} إن العدد مرشح للارتفاع.",
    ]


def _rise(chance: random.Random, town: str, cause: str, speaker: str) -> _Told:
    before = chance.randint(11, 30)
    return f"ارتفاع حصيلة {cause} في {town}", [
        f"ارتفعت حصيلة القتلى في {cause} في {town} من {before} إلى {before + 7} قتيلا بعد وفاة 4 مصابين.",
        f"وأكد {speaker} أن حالة الباقين مستقرة.",
    ]


_SLIPS: tuple[Callable[[random.Random, str, str, str], _Told], ...] = (_headline, _sum, _sources, _part, _hedge, _rise)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, help="the file to write, JSON lines")
    parser.add_argument("--articles", type=int, default=600, help="how many (default: %(default)s)")
    options = parser.parse_args()
    chance = random.Random(31)  # noqa: S311 - nothing secret
    with options.out.open("w", encoding="utf-8", newline="\n") as lines:
        for number in range(1, options.articles + 1):
            record: dict[str, str | None] = {**article(number, chance)}
            if number % 250 == 0:  # what archives hold: a text that was lost, an article exported twice
                record["text"] = None
            elif number % 251 == 0:
                record["id"] = "n0001"
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
