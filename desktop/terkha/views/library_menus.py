# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The menus of the library page: of a shelf, and of what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from terkha.models.shelves import Sort

if TYPE_CHECKING:
    from terkha.views.library_page import LibraryPage
    from terkha.views.ways import Offer

translate = QCoreApplication.translate
FILED = (Sort.EVERYTHING, Sort.COLLECTION, Sort.TAG, Sort.RECENT, Sort.TRAY)
"""Shelves whose entries can be filed, tagged and noted."""


def shelf_menu(page: LibraryPage) -> QMenu:
    """Return what can be done with a collection or tag, or with what was viewed."""
    shelf, acts = page.shelves.shelf(), page.acts
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    inside = shelf.name if shelf and shelf.sort is Sort.COLLECTION else ""
    menu.addAction(translate("LibraryPage", "New collection…"), acts.create)
    if inside:
        words = translate("LibraryPage", "New collection inside…")
        menu.addAction(words, lambda: acts.create(inside))
    if shelf and shelf.sort in (Sort.COLLECTION, Sort.TAG):
        menu.addAction(translate("LibraryPage", "Rename…"), page.rename_shelf)
        words = translate("LibraryPage", "Remove; what stands there stays kept")
        menu.addAction(words, page.remove_shelf)
    if shelf and shelf.sort is Sort.RECENT:
        menu.addAction(translate("LibraryPage", "Forget all…"), acts.clear_history)
    if shelf and shelf.sort is Sort.WORKS:
        menu.addAction(translate("LibraryPage", "New work…"), acts.new_work)
        menu.addAction(translate("LibraryPage", "Import works…"), acts.import_works)
    return menu


def offers(page: LibraryPage) -> list[Offer]:
    """Return what the menu of an entry offers beside opening it."""
    sort, entries = page.model.shelf.sort, page.entries()
    if not entries:
        return []
    found: list[Offer] = []
    if sort in FILED:
        found = [
            (translate("LibraryPage", "Note…"), page.note_selected),
            (translate("LibraryPage", "Tag…"), page.tag_selected),
            (translate("LibraryPage", "File in collection…"), page.file_selected),
            (translate("LibraryPage", "Pin or unpin"), lambda: page.acts.pin(entries)),
        ]
    if sort is Sort.SEARCHES:
        rename = translate("LibraryPage", "Rename…")
        found = [(rename, lambda: page.acts.rename_search(entries[0].title))]
    if sort is Sort.WORKS:
        found = [
            (translate("LibraryPage", "Edit…"), page.edit_selected),
            (translate("LibraryPage", "Cite…"), page.cite),
        ]
    return [*found, (translate("LibraryPage", "Remove"), page.remove_selected)]
