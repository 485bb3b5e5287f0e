"""A zip file with some of its entries replaced and all others copied as they are, still compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
#: Sizes follow the data; they are known here, and stand in front.
_FLAG_SIZES_BEHIND = 0x8
_FLAG_UTF8 = 0x800
_VERSION = 20
#: The first moment that a zip file can name.
_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Entry(NamedTuple):
    info: ZipInfo
    name: bytes
    flags: int
    method: int
    crc: int
    size: int
    data: bytes


def repack(original: bytes, archive: ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The bytes of ``original`` with the parts of ``changed`` replaced or, if they are new, added at its end.

    ``archive`` is ``original`` opened. Entries keep their order, times and
    attributes; those not changed keep their compressed bytes.
    """
    entries = [_copied(original, info, changed.get(info.filename)) for info in archive.infolist()]
    known = set(archive.namelist())
    entries += [
        _deflated(ZipInfo(name, _EPOCH), name.encode(), 0, data) for name, data in changed.items() if name not in known
    ]
    out = bytearray()
    directory = bytearray()
    for entry in entries:
        offset = len(out)
        moment = _moment(entry.info)
        head = (_VERSION, entry.flags, entry.method, *moment, entry.crc, len(entry.data), entry.size)
        out += _LOCAL.pack(b"PK\x03\x04", *head, len(entry.name), 0) + entry.name + entry.data
        made_by = entry.info.create_system << 8 | _VERSION
        tail = (len(entry.name), 0, len(entry.info.comment), 0, entry.info.internal_attr, entry.info.external_attr)
        directory += _CENTRAL.pack(b"PK\x01\x02", made_by, *head, *tail, offset) + entry.name + entry.info.comment
    count = len(entries)
    comment = archive.comment
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), len(comment))
    return bytes(out + directory + end + comment)


def _copied(original: bytes, info: ZipInfo, replaced: bytes | None) -> _Entry:
    flags = info.flag_bits & ~_FLAG_SIZES_BEHIND
    name = info.orig_filename.encode("utf-8" if flags & _FLAG_UTF8 else "cp437")
    if replaced is not None:
        return _deflated(info, name, flags, replaced)
    name_length, extra_length = _LOCAL.unpack_from(original, info.header_offset)[-2:]
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    data = original[start : start + info.compress_size]
    return _Entry(info, name, flags, info.compress_type, info.CRC, info.file_size, data)


def _deflated(info: ZipInfo, name: bytes, flags: int, data: bytes) -> _Entry:
    packer = zlib.compressobj(level=6, wbits=-15)
    packed = packer.compress(data) + packer.flush()
    return _Entry(info, name, flags, ZIP_DEFLATED, zlib.crc32(data), len(data), packed)


def _moment(info: ZipInfo) -> tuple[int, int]:
    """Time and date as a zip file writes them."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
