"""What the project that a draft belongs to has set in its ``checker.toml``."""

from __future__ import annotations

from pathlib import Path

from pygls import uris

from checker.config import Configuration, find, load
from checker.pipeline import Settings

#: What the editor's own settings are called among the origins of values.
_EDITOR = "editor"
#: The time of a file's last change and its size: either differs after an edit.
_State = tuple[int, int]


class Projects:
    """The configurations of the projects whose drafts are open, each read again once its file has changed."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[_State, Configuration]] = {}

    def settings(self, uri: str, editor: Settings) -> Settings:
        """What counts for a draft: its project's configuration, and on top of it what the editor chooses.

        A draft that is no file belongs to no project.

        Raises:
            ConfigurationError: the project's configuration is not as it must be.
        """
        path = uris.to_fs_path(uri) if uri.startswith("file:") else None
        if not path:
            return editor
        file = find(Path(path).parent)
        if file is None:
            return editor
        chosen = self._configuration(file).with_layer(
            _EDITOR, select=editor.select or None, ignore=editor.ignore or None
        )
        return chosen.settings(path)

    def _configuration(self, file: Path) -> Configuration:
        status = file.stat()
        state = status.st_mtime_ns, status.st_size
        known = self._read.get(file)
        if known is None or known[0] != state:
            known = self._read[file] = state, load(file)
        return known[1]
