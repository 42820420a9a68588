# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads the catalogue: one edition of all records, opened read-only."""

from terkha_db.catalogue.catalogue import Catalogue, default_catalogue
from terkha_db.catalogue.tables import Row, columns_of

__all__ = ["Catalogue", "Row", "columns_of", "default_catalogue"]
