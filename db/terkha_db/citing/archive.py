# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes the archives that DOCX and ODT are depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest date that an archive can hold


def timeless(data: bytes) -> bytes:
    """Give the same archive with the same date for all its members."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _BEGINNING)
            info.compress_type = member.compress_type
            new.writestr(info, old.read(member))
    return written.getvalue()
