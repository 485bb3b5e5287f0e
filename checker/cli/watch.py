"""``checker watch``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import COLORS, Color, Lang, Width, complain, language, one_of
from checker.cli.configured import ConfigFile, Isolated, configured
from checker.errors import CheckerError, UsageError, missing_extra
from checker.model import Failure

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.reporting.canvas import Canvas
    from checker.reporting.terminal import Printer


def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of drafts, or one draft.")],
    lang: Lang = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also what was compared and holds, and the bounds used.")
    ] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    visual: Annotated[
        bool, typer.Option("--visual", help="Visual order, for a terminal that does not reorder Arabic.")
    ] = False,
    color: Color = "auto",
    width: Width = None,
) -> None:
    """Check a draft again whenever it is saved; Ctrl-C ends it.

    \b
    checker watch drafts/
    checker watch drafts/story.md --lang en --verbose

    Needs the extra: pip install 'checker[watch]'. A configuration that is
    changed counts from the next saved draft on.
    """
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise missing_extra("watch", "watchfiles") from error
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    if not folder.exists():
        ar, en = f"{folder}: لا مجلد ولا ملف بهذا الاسم", f"{folder}: no such folder or file"
        raise UsageError("not-found", ar=ar, en=en)
    from checker.pipeline import rules_for
    from checker.reading.formats import is_article
    from checker.reporting.canvas import Canvas
    from checker.reporting.messages import say
    from checker.reporting.screen import screen
    from checker.reporting.terminal import Look, Printer

    out = screen(shade, width)
    canvas = Canvas(out)
    canvas.write(say(spoken, "watching", path=folder), style="dim")
    whole = folder.is_dir()
    # Editors save by renaming, so it is the folder that is watched and never the file itself.
    for batch in changes(folder if whole else folder.parent, step=100, raise_interrupt=True):
        saved = sorted({Path(name) for _, name in batch})
        drafts = [path for path in saved if _wanted(path, folder, whole) and is_article(path.name)]
        if not drafts:
            continue
        try:
            chosen = configured(config, isolated)
            printer = Printer(rules_for(chosen.run()), out, Look(spoken, verbose, visual))
            _check(drafts, chosen, printer, canvas, spoken)
        except CheckerError as error:
            complain(error, spoken)


def _wanted(path: Path, folder: Path, whole: bool) -> bool:
    """Whether a file is one of the drafts: not hidden, and the one that was named if one was."""
    if not whole:
        return path.resolve() == folder.resolve()
    try:
        parts = path.resolve().relative_to(folder.resolve()).parts
    except ValueError:
        return False
    return not any(part.startswith(".") for part in parts)


def _check(drafts: list[Path], chosen: Configuration, printer: Printer, canvas: Canvas, lang: str) -> None:
    from checker.pipeline import check_paths
    from checker.reporting.messages import say

    for draft in drafts:
        if not draft.exists():
            canvas.write(say(lang, "gone", path=_near(draft)), style="dim")
            continue
        for item in check_paths([_near(draft)], chosen.settings):
            if isinstance(item, Failure):
                complain(item, lang)
            else:
                printer.document(item)


def _near(path: Path) -> str:
    """A path as the user would name it: below the working directory, if it is there."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
