"""Invented articles of any length."""

from __future__ import annotations

#: About fifty words with three figures, each time of another place and with other numbers.
_PARAGRAPH = (
    "وفي بلدة {place} قال رئيس البلدية إن فرق الإنقاذ عملت طوال الليل وسط أمطار غزيرة، وإن السيول جرفت الجسر القديم "
    "وقطعت الطريق إلى المستشفى. وأضاف أن {killed} أشخاص قتلوا هناك وأصيب {injured} آخرون بجروح، فيما لا يزال {missing} "
    "في عداد المفقودين، وأن المدارس ستبقى مغلقة حتى نهاية الأسبوع إلى أن تنتهي اللجنة من فحص المباني المتضررة.\n\n"
)
_PLACES = ("الزهراء", "الوادي", "النخيل", "الربوة", "السد", "الميناء", "القلعة", "الصفصاف", "العين", "البستان")
HEAD = "سيول تضرب عشر بلدات\n\nقتل 41 شخصا في السيول، وفق الدفاع المدني.\n\n"
#: Ends an article with the only figures of it that cannot both be true.
SLIP = "وفي حادث آخر قتل 14 شخصا هم 10 جنود وخمسة مدنيين."


def article(words: int) -> str:
    """An article of at least so many words, whose last line is :data:`SLIP`."""
    text = HEAD
    place = 0
    while len(text.split()) + len(SLIP.split()) < words:
        numbers = {"killed": 3 + place % 7, "injured": 12 + place % 80, "missing": 3 + place % 5}
        text += _PARAGRAPH.format(place=_PLACES[place % len(_PLACES)], **numbers)
        place += 1
    return text + SLIP
