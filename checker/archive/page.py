"""The report of an audit as one page of HTML that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from checker.archive.charts import Bar, Chart, svg
from checker.archive.tally import FEWEST, SEVERITIES, Tally, per_100
from checker.archive.words import say
from checker.reporting.html.markup import sentence
from checker.reporting.inert import clean

#: So many sources and months are drawn and listed; all are in ``summary.json``.
MOST_ROWS = 40
_MOST_BARS = 24
_STYLE = """
:root{--ink:#1f2933;--faint:#616e7c;--line:#d9dee4;--bar:#b4472f;--paper:#fdfcfa;--card:#fff;--mark:#fbe3c8}
@media(prefers-color-scheme:dark){:root{--ink:#e4e7eb;--faint:#9aa5b1;--line:#3e4c59;--bar:#e0705a;
--paper:#161b21;--card:#1f262e;--mark:#5a3d1e}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.2rem 4rem;max-width:62rem;background:var(--paper);color:var(--ink);
font:1.02rem/1.75 "Noto Naskh Arabic","Segoe UI",Tahoma,"DejaVu Sans",sans-serif}
h1{font-size:1.7rem;line-height:1.3;margin:0}h2{font-size:1.2rem;margin:2.6rem 0 .8rem;
border-bottom:1px solid var(--line);padding-bottom:.3rem}
.faint,.from{color:var(--faint)}
.from{margin:.2rem 0 1.6rem}
.totals{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.2rem,1fr));gap:.7rem;padding:0;margin:0}
.totals li{list-style:none;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem}
.totals b{display:block;font-size:1.5rem;line-height:1.3;font-variant-numeric:tabular-nums}
.totals span{color:var(--faint);font-size:.9rem}
.chart{width:100%;height:auto;min-width:38rem;max-width:49rem;display:block}
.chart text{fill:var(--ink);font-size:14px}.chart .value{fill:var(--faint);font-variant-numeric:tabular-nums}
.chart rect{fill:var(--bar)}
table{border-collapse:collapse;width:100%;font-size:.95rem}.wide{overflow-x:auto}
th,td{text-align:start;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--faint);font-weight:600;white-space:nowrap}td.n,th.n{text-align:end;font-variant-numeric:tabular-nums}
article{background:var(--card);border:1px solid var(--line);border-inline-start:.3rem solid var(--line);
border-radius:.5rem;padding:.8rem 1rem;margin:0 0 .9rem;overflow-wrap:anywhere}
article.error{border-inline-start-color:#b4472f}article.warning{border-inline-start-color:#d08b1d}
article h3{font-size:1.02rem;margin:0 0 .2rem}article p{margin:.25rem 0}
blockquote{margin:.5rem 0 0;padding-inline-start:.8rem;border-inline-start:2px solid var(--line)}
mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .15rem}
.tag{font-size:.82rem;border:1px solid var(--line);border-radius:1rem;padding:.05rem .6rem;color:var(--faint)}
details{margin-top:.8rem}summary{cursor:pointer;color:var(--faint)}
@media print{body{max-width:none;background:#fff}article{break-inside:avoid}}
"""


def charts(total: Tally, lang: str) -> list[Chart]:
    """The charts of an audit: rates by source and by month, findings by rule; none of them empty."""
    rtl = lang == "ar"
    counts = total.plain()
    groups = [
        Bar(name or say(lang, "no_group"), row["per_100"], f"{row['per_100']:g} ({row['articles']})")
        for name, row in _by_rate(counts["by_group"])[:_MOST_BARS]
    ]
    months = [
        Bar(name or say(lang, "no_month"), row["per_100"], f"{row['per_100']:g} ({row['articles']})")
        for name, row in list(counts["by_month"].items())[-_MOST_BARS:]
    ]
    rules = [Bar(rule, row["total"], str(row["total"])) for rule, row in counts["by_rule"].items()]
    found = (("by_group", groups), ("by_month", months), ("by_rule", rules))
    return [Chart(name.replace("_", "-"), say(lang, name), bars, rtl) for name, bars in found if bars]


def _by_rate(rows: dict[str, Any]) -> list[tuple[str, Any]]:
    """Groups of enough articles, the highest rate first."""
    kept = [item for item in rows.items() if item[1]["articles"] >= FEWEST] or list(rows.items())
    return sorted(kept, key=lambda item: (-item[1]["per_100"], -item[1]["articles"], item[0]))


def page(total: Tally, settings: dict[str, Any], lang: str) -> str:
    """The whole page. Whatever an archive holds is text in it, and never markup."""
    counts = total.plain()
    drawn = charts(total, lang)
    sections = [
        _totals(counts, lang),
        *(_drawn(chart, counts, lang) for chart in drawn),
        _worst(total, counts, lang),
        _coverage(counts, lang),
        _unread(total, counts, lang),
        _settings(settings, lang),
    ]  # fmt: skip
    direction = "rtl" if lang == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_say(lang, 'title')}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<header><h1>{_say(lang, "title")}</h1><p class="from">'
        f"{_say(lang, 'of', source=settings['source'])}</p></header>\n" + "\n".join(sections) + "\n</body>\n</html>\n"
    )


def _drawn(chart: Chart, counts: dict[str, Any], lang: str) -> str:
    drawn = f'<div class="wide" tabindex="0">{svg(chart)}</div>'
    return f"<section><h2>{_text(chart.title)}</h2>{drawn}{_table(chart, counts, lang)}</section>"


def _say(lang: str, key: str, **values: object) -> str:
    return _text(say(lang, key, **values))


def _text(value: object) -> str:
    return escape(clean(str(value)))


def _totals(counts: dict[str, Any], lang: str) -> str:
    a, c, f = counts["articles"], counts["claims"], counts["findings"]
    tiles = [
        ("articles", a["read"]), ("with_claims", a["with_claims"]), ("claims", c["total"]),
        ("with_findings", a["with_findings"]), ("per_100", f["articles_with_findings_per_100"]),
        *((name, f[name]) for name in SEVERITIES), ("unread", a["unread"]),
    ]  # fmt: skip
    cells = (f"<li><b>{_number(value)}</b><span>{_say(lang, key)}</span></li>" for key, value in tiles)
    return f'<ul class="totals">{"".join(cells)}</ul>'


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _table(chart: Chart, counts: dict[str, Any], lang: str) -> str:
    if chart.name == "by-rule":
        rows = list(counts["by_rule"].items())
        head: tuple[str, ...] = ("rule", "total", *SEVERITIES)
        cells: list[Sequence[object]] = [(rule, row["total"], *(row[s] for s in SEVERITIES)) for rule, row in rows]
        return _grid(head, cells, lang)
    kind = "group" if chart.name == "by-group" else "month"
    data = counts[f"by_{kind}"]
    listed = _by_rate(data) if kind == "group" else list(data.items())[::-1]
    head = (kind, "articles", "claims", "findings", *SEVERITIES, "with_findings", "per_100")
    cells = [
        (
            name or say(lang, f"no_{kind}"), row["articles"], row["claims"], row["findings"]["total"],
            *(row["findings"][s] for s in SEVERITIES), row["articles_with_findings"], row["per_100"],
        )
        for name, row in listed[:MOST_ROWS]
    ]  # fmt: skip
    left = len(data) - len(cells)
    more = _say(lang, "few_left", count=left, fewest=FEWEST, most=MOST_ROWS) if left else ""
    return (
        f"<details><summary>{_say(lang, kind)}: {len(data)}</summary>{_grid(head, cells, lang)}<p>{more}</p></details>"
    )


def _grid(head: Sequence[str], rows: Iterable[Sequence[object]], lang: str) -> str:
    top = "".join(f"<th{'' if k == 0 else ' class=n'}>{_say(lang, key)}</th>" for k, key in enumerate(head))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td class="n">{_number(cell)}</td>' if isinstance(cell, (int, float)) else f"<td>{_isolated(cell)}</td>"
            for cell in row
        )
        + "</tr>"
        for row in rows
    )
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _isolated(value: object) -> str:
    return f"<bdi>{_text(value)}</bdi>"


def _worst(total: Tally, counts: dict[str, Any], lang: str) -> str:
    head = f"<h2>{_say(lang, 'worst')}</h2>"
    worst = total.worst
    if not worst:
        alone = counts["claims"]["alone"]
        said = _say(lang, "none", alone=alone) if counts["claims"]["total"] else _say(lang, "nothing")
        return f"<section>{head}<p>{said}</p></section>"
    how = _say(lang, "worst_how", shown=len(worst), total=counts["findings"]["total"])
    cards = "".join(_card(finding, article, lang) for finding, article in worst)
    return f'<section>{head}<p class="faint">{how}</p>{cards}</section>'


def _card(finding: dict[str, Any], article: dict[str, Any], lang: str) -> str:
    told = [_isolated(article[key]) for key in ("group", "date", "place") if article[key]]
    quotes = "".join(
        f'<blockquote dir="auto">{_marked(text, marks)}</blockquote>' for text, marks in finding["sentences"]
    )
    return (
        f'<article class="{_text(finding["severity"])}"><h3 dir="auto">{_text(article["title"])}</h3>'
        f'<p><span class="tag">{_say(lang, "one_" + finding["severity"])}</span> '
        f'<span class="tag">{_isolated(finding["rule"])}</span> <span class="faint">{" · ".join(told)}</span></p>'
        f"<p>{sentence(finding[lang], finding['arithmetic'])}</p>{quotes}</article>"
    )  # fmt: skip


def _marked(text: str, marks: Iterable[Sequence[int]]) -> str:
    """A sentence with its figures marked."""
    parts, at = [], 0
    for start, end in marks:
        if start >= at:
            parts += [_text(text[at:start]), f"<mark>{_text(text[start:end])}</mark>"]
            at = end
    return "".join((*parts, _text(text[at:])))


def _coverage(counts: dict[str, Any], lang: str) -> str:
    a, c = counts["articles"], counts["claims"]
    said = _say(
        lang, "coverage_text", compared=_number(c["compared"]), claims=_number(c["total"]), alone=_number(c["alone"]),
        without=_number(a["read"] - a["with_claims"]), articles=_number(a["read"]),
    )  # fmt: skip
    notices = "، ".join(f"{name} ({count})" for name, count in counts["notices"].items())
    more = f"<p>{_say(lang, 'notices', list=notices)}</p>" if notices else ""
    rate = per_100(c["compared"], c["total"])
    return f"<section><h2>{_say(lang, 'coverage')} ({rate:g}%)</h2><p>{said}</p>{more}</section>"


def _unread(total: Tally, counts: dict[str, Any], lang: str) -> str:
    head = f"<h2>{_say(lang, 'unread_title')}</h2>"
    if not total.unread_list:
        return f"<section>{head}<p>{_say(lang, 'unread_none')}</p></section>"
    said = _say(lang, "unread_text", count=counts["articles"]["unread"])
    rows = [(item["place"], item[lang]) for item in total.unread_list[:MOST_ROWS]]
    return f"<section>{head}<p>{said}</p>{_grid(('place', 'why'), rows, lang)}</section>"


def _settings(settings: dict[str, Any], lang: str) -> str:
    rows = [(key, _setting(value)) for key, value in settings.items()]
    return f"<section><h2>{_say(lang, 'settings')}</h2>{_grid(('key', 'value'), rows, lang)}</section>"


def _setting(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_setting(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None else str(value)
