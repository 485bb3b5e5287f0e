"""The toll over time as a drawing (matplotlib): one panel a happening, one line an outcome."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.across.tolls import Toll
from checker.errors import missing_extra
from checker.reporting.bidi import isolate
from checker.reporting.inert import clean
from checker.reporting.messages import say
from checker.reporting.shared_figures import event_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = ("svg", "png")
#: More panels than this are no picture any more; those with most articles are drawn.
_PANELS = 8
_COLUMNS = 2
_COLOURS = ("#a4262c", "#c76b00", "#1f5f8b", "#4f6b3a", "#6b4c9a", "#5c5c5c")
_INK, _PALE = "#222222", "#8a8a8a"
_PANEL = (5.6, 3.1)
_DPI = 160
#: Fonts with Arabic letters, the best first; DejaVu comes with matplotlib.
_FONTS = ["Noto Naskh Arabic", "Noto Sans Arabic", "Amiri", "DejaVu Sans"]

_Series = dict[str, list[Toll]]


def tolls_chart(rows: Sequence[Toll], kind: str, lang: str) -> bytes:
    """A drawing of the tolls, ``svg`` or ``png``; the band is low to high, the line the best figure.

    Letters of an SVG are drawn as outlines, so that it looks alike everywhere.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib import font_manager
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise missing_extra("charts", "matplotlib") from error
    known = {font.name for font in font_manager.fontManager.ttflist}
    family = [name for name in _FONTS if name in known]
    settings: Any = {"font.family": family, "svg.hashsalt": "checker", "text.parse_math": False}
    with matplotlib.rc_context(settings):
        panels = _panels(rows)
        lines = max(1, -(-len(panels) // _COLUMNS))
        across = min(_COLUMNS, max(1, len(panels)))
        figure = Figure(figsize=(_PANEL[0] * across, _PANEL[1] * lines + 0.5), layout="constrained")
        FigureCanvasAgg(figure)
        figure.suptitle(say(lang, "chart_title"), fontsize=14, color=_INK)
        for number, (event, series) in enumerate(panels):
            place = number + 1
            if lang == "ar":  # the first happening stands at the right
                row, column = divmod(number, across)
                place = row * across + across - column
            _draw(figure.add_subplot(lines, across, place), _title(event, lang), series, lang)
        file = io.BytesIO()
        figure.savefig(file, format=kind, dpi=_DPI, metadata={"Date": None} if kind == "svg" else None)
    return file.getvalue()


def _panels(rows: Sequence[Toll]) -> list[tuple[str, _Series]]:
    """Happenings with their figures' rows by day, those of most articles first."""
    series: dict[str, _Series] = defaultdict(lambda: defaultdict(list))
    weight: dict[str, int] = defaultdict(int)
    event: dict[str, str] = {}
    for row in rows:
        event[row.happening] = row.event
        if row.level == "all":
            weight[row.happening] += row.articles + 5 * (row.low != row.high)
        elif row.level == "day":
            series[row.happening][row.figure].append(row)
    chosen = sorted((name for name in series if series[name]), key=lambda name: (-weight[name], name))
    return [(event[name], series[name]) for name in chosen[:_PANELS]]


def _title(event: str, lang: str) -> str:
    """The words on a happening, each part kept in its own direction: a date among Arabic words stays a date."""
    return " · ".join(isolate(part) for part in clean(event_words(event, lang)).split(" · "))


def _draw(axes: Axes, title: str, series: _Series, lang: str) -> None:
    shown = sorted(series.values(), key=lambda found: -max(row.high for row in found))[: len(_COLOURS)]
    days = sorted({row.day for found in shown for row in found})
    for colour, found in zip(_COLOURS, shown, strict=False):
        at = [_ordinal(row.day) for row in found]
        low, best, high = ([getattr(row, name) for row in found] for name in ("low", "best", "high"))
        axes.fill_between(at, low, high, color=colour, alpha=0.18, linewidth=0)
        axes.vlines(at, low, high, color=colour, alpha=0.5, linewidth=3)
        axes.plot(at, best, color=colour, marker="o", markersize=5, linewidth=1.8, label=_named(found[0], lang))
        axes.annotate(str(best[-1]), (at[-1], best[-1]), textcoords="offset points", xytext=(7, 4), color=colour)
    axes.set_title(title, fontsize=11, color=_INK)
    axes.set_ylim(0, 1.18 * max(1, *(row.high for found in shown for row in found)))
    axes.margins(x=0.18)
    axes.set_xticks([_ordinal(day) for day in days], days, fontsize=8)
    if len(days) > 4:
        axes.tick_params(axis="x", labelrotation=30)
    axes.set_xlabel(say(lang, "chart_days"), fontsize=8, color=_PALE)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=_PALE, labelcolor=_INK)
    axes.grid(axis="y", color="#e4e4e4", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.legend(frameon=False, fontsize=9, loc="best")


def _named(row: Toll, lang: str) -> str:
    outcome = say(lang, f"outcome_{row.outcome.value}")
    return outcome if row.who.value == "people" else f"{outcome} ({say(lang, f'group_{row.who.value}')})"


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
