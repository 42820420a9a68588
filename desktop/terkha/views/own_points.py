# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own tables as layers of the map: points in one colour, without a claim of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.atlas.cloud import Cloud
from terkha.views.messages import tell
from terkha_db.errors import KnownError
from terkha_db.imported.collection import Collection
from terkha_db.imported.info import Info
from terkha_db.imported.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context


def own_tables(context: Context) -> list[tuple[str, str]]:
    """Return id and name of each of the reader's tables that has points."""
    found = Shelf(context.paths.collections).collections()
    return [(info.slug, info.name) for info in found if isinstance(info, Info) and info.placed]


def own_clouds(parent: QWidget, context: Context, slugs: Iterable[str]) -> list[Cloud]:
    """Return the points of tables; one that cannot be read is told and left out."""
    clouds = []
    for slug in slugs:
        try:
            info = Shelf(context.paths.collections).find(slug)
            with Collection(info.target.file) as collection:
                clouds.append(Cloud(info.name, collection.points(), context.look.theme.accent))
        except KnownError as error:
            tell(parent, str(error))
    return clouds
