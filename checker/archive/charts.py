"""Bar charts of rates: as SVG for the page, whose text the browser shapes, and as PNG (matplotlib).

matplotlib shapes and orders Arabic itself from version 3.11 on.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from checker.archive.failures import no_extra

_INK, _BAR, _FAINT = "#1f2933", "#b4472f", "#d9dee4"
_ROW, _LABELS, _BARS, _VALUES = 28, 230, 470, 80


class Bar(NamedTuple):
    """One bar: what it stands for, how long it is, and the figure written beside it."""

    label: str
    value: float
    shown: str


class Chart(NamedTuple):
    """A chart with its title; ``name`` is that of its file."""

    name: str
    title: str
    bars: Sequence[Bar]
    right_to_left: bool


def svg(chart: Chart) -> str:
    """The chart as inline SVG, its bars growing away from their labels in the direction of reading."""
    most = max((bar.value for bar in chart.bars), default=0) or 1
    width, height = _LABELS + _BARS + _VALUES, _ROW * len(chart.bars) + 8
    rtl = chart.right_to_left
    parts = [
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(chart.title)}" '
        f'xmlns="http://www.w3.org/2000/svg" direction="{"rtl" if rtl else "ltr"}">'
    ]
    for k, bar in enumerate(chart.bars):
        y = 4 + k * _ROW
        length = round(_BARS * bar.value / most, 1)
        label_x, bar_x = (width - _LABELS + 10, width - _LABELS - length) if rtl else (_LABELS - 10, _LABELS)
        value_x = bar_x - 8 if rtl else bar_x + length + 8
        # In text that runs from right to left "start" is the right end, so "end" is the left one.
        parts.append(
            f'<text x="{label_x}" y="{y + 17}" text-anchor="end">{escape(_short(bar.label))}</text>'
            f'<rect x="{bar_x:g}" y="{y + 3}" width="{length:g}" height="{_ROW - 10}" rx="2"/>'
            f'<text class="value" x="{value_x:g}" y="{y + 17}" text-anchor="start">{escape(bar.shown)}</text>'
        )
    return "".join(parts) + "</svg>"


def _short(label: str) -> str:
    return label if len(label) <= 30 else label[:29] + "…"


def png(chart: Chart) -> bytes:
    """The chart as a PNG; the same chart gives the same bytes.

    Raises:
        UsageError: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise no_extra("audit", "matplotlib") from error
    # Neither $ nor an underscore of a name is mathematics here, and no style of the user's changes the chart.
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, "text.parse_math": False, "font.family": "DejaVu Sans"}):
        figure = Figure(figsize=(8.4, 0.9 + 0.34 * max(1, len(chart.bars))), dpi=120, layout="constrained")
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        places = range(len(chart.bars))
        most = max((bar.value for bar in chart.bars), default=0) or 1
        axes.set_xlim(*((1.15 * most, 0) if chart.right_to_left else (0, 1.15 * most)))
        drawn = axes.barh(places, [bar.value for bar in chart.bars], color=_BAR, height=0.62)
        axes.bar_label(drawn, [bar.shown for bar in chart.bars], padding=5, color=_INK, fontsize=9)
        axes.set_yticks(places, [_short(bar.label) for bar in chart.bars], color=_INK, fontsize=10)
        axes.set_title(chart.title, loc="right" if chart.right_to_left else "left", color=_INK, fontsize=12, pad=10)
        axes.invert_yaxis()
        axes.xaxis.set_visible(False)
        for side in ("top", "bottom", "left", "right"):
            axes.spines[side].set_visible(False)
        if chart.right_to_left:
            axes.yaxis.tick_right()
        axes.tick_params(length=0)
        axes.axvline(0, color=_FAINT, linewidth=1)
        target = io.BytesIO()
        canvas.print_png(target, metadata={"Software": None})
    return target.getvalue()
