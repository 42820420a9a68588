# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A dossier: chosen records, charts and notes with their bibliography, as one document."""

from terkha.dossier.contents import Contents
from terkha.dossier.formats import (
    DOSSIER_FORMATS,
    DossierFormat,
    dossier_steps,
    write_apart,
    write_dossier,
)

__all__ = [
    "DOSSIER_FORMATS",
    "Contents",
    "DossierFormat",
    "dossier_steps",
    "write_apart",
    "write_dossier",
]
