# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Files that Qt finds in memory, under ``:/``, as it finds those that ``rcc`` compiles."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_HEAD = struct.Struct(">4s4I")  # mark, version, where tree, data and names begin
_FOLDER = struct.Struct(">IHII")  # name, flags, number of entries, the first of them
_FILE = struct.Struct(">IHHHI")  # name, flags, territory, language, data
_VERSION = 1
_IS_FOLDER = 2
_ANY_LANGUAGE = 1


def resource_file(files: Mapping[str, bytes]) -> bytes:
    """Return a binary resource with these files, by name, in its root.

    The format is that of ``rcc --binary --format-version 1``, as QResource reads it: a tree whose
    entries are sorted by the hashes of their names, the names, and what the files hold.
    """
    names, places, tree, data = bytearray(), {}, bytearray(), bytearray()
    for name in sorted(files, key=_hash):
        places[name] = len(names)
        written = name.encode("utf-16-be")
        names += struct.pack(">HI", len(written) // 2, _hash(name)) + written
    tree += _FOLDER.pack(0, _IS_FOLDER, len(places), 1)
    for name, place in places.items():
        tree += _FILE.pack(place, 0, 0, _ANY_LANGUAGE, len(data))
        data += struct.pack(">I", len(files[name])) + files[name]
    begin = _HEAD.size
    head = _HEAD.pack(b"qres", _VERSION, begin, begin + len(tree), begin + len(tree) + len(data))
    return bytes(head + tree + data + names)


def _hash(name: str) -> int:
    """Return Qt's hash of a name (``qt_hash`` of qhash.cpp, that of ELF)."""
    value = 0
    for unit in struct.iter_unpack(">H", name.encode("utf-16-be")):
        value = (value << 4) + unit[0]
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
