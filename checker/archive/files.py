"""Files of an archive, on this machine or wherever fsspec reaches (``s3://…``, ``gs://…``, ``https://…``)."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from checker.archive.failures import no_extra, refused

#: A line of JSON that is longer holds no article.
LONGEST_LINE = 64 * 1024 * 1024
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class Found(NamedTuple):
    """A file of the archive and its size in bytes."""

    path: str
    size: int


def is_remote(path: str) -> bool:
    """Whether a path is a URL that fsspec must open."""
    return "://" in path


def find(source: str) -> list[Found]:
    """The files of a source by name: one, or those in and below a folder; hidden ones are left out.

    Raises:
        InputError: there is nothing of that name, or it cannot be listed.
    """
    if is_remote(source):
        return _find_remote(source)
    path = Path(source)
    try:
        if not path.is_dir():
            return [Found(source, path.stat().st_size)]
        found: list[Found] = []
        for parent, folders, names in os.walk(path, onerror=_raise):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += (
                Found(str(Path(parent, name)), Path(parent, name).stat().st_size)
                for name in sorted(names)
                if not name.startswith((".", "_"))
            )
    except FileNotFoundError as error:
        raise refused(source, "not-found") from error
    except OSError as error:
        raise refused(source, "unreadable", why=error.strerror or error) from error
    return found


def _raise(error: OSError) -> None:
    raise error


def _find_remote(source: str) -> list[Found]:
    system, root = _system(source)
    try:
        if not system.isdir(root):
            return [Found(source, int(system.size(root) or 0))]
        names = sorted(name for name in system.find(root) if not Path(name).name.startswith((".", "_")))
        return [Found(system.unstrip_protocol(name), int(system.size(name) or 0)) for name in names]
    except FileNotFoundError as error:
        raise refused(source, "not-found") from error
    except Exception as error:  # a file system of fsspec raises what its own library raises
        raise refused(source, "unreadable", why=error) from error


def _system(path: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise no_extra("audit", "fsspec") from error
    try:
        return cast("tuple[Any, str]", fsspec.core.url_to_fs(path))
    except (ImportError, ValueError) as error:  # a protocol that is not installed, or none
        raise refused(path, "unreadable", why=error) from error


def open_bytes(path: str) -> IO[bytes]:
    """A file as it is stored.

    Raises:
        OSError: it cannot be opened.
    """
    if not is_remote(path):
        return Path(path).open("rb")
    system, name = _system(path)
    return cast("IO[bytes]", system.open(name, "rb"))


def open_plain(path: str) -> tuple[IO[bytes], IO[bytes]]:
    """A file without its compression, by its first bytes, and the file as stored, to see how far it was read.

    Raises:
        OSError: it cannot be opened.
        UsageError: it is zstd, and no library for it is installed.
    """
    stored = open_bytes(path)
    head = stored.read(4)
    stored.seek(0)
    if head.startswith(_GZIP):
        return cast("IO[bytes]", io.BufferedReader(cast(Any, gzip.GzipFile(fileobj=stored)))), stored
    if head == _ZSTD:
        try:
            import zstandard
        except ImportError as error:
            raise no_extra("audit", "zstandard") from error
        return cast("IO[bytes]", io.BufferedReader(_Zstd(zstandard.ZstdDecompressor, stored), 1 << 17)), stored
    return stored, stored


class _Zstd(io.RawIOBase):
    """Frames of zstd one behind the other; a last one that is cut short raises EOFError."""

    def __init__(self, new: Callable[[], Any], stored: IO[bytes]) -> None:
        self._new = new
        self._stored = stored
        self._frame: Any = None
        self._ready = b""
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; 0 at the end of the last frame."""
        while not self._ready:
            data = self._rest or self._stored.read(1 << 16)
            if not data:
                if self._frame is not None:
                    raise EOFError("the last zstd frame has no end")
                return 0
            self._rest = b""
            if self._frame is None:
                self._frame = self._new().decompressobj()
            self._ready = self._frame.decompress(data)
            if self._frame.eof:
                self._rest, self._frame = self._frame.unused_data, None
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size
