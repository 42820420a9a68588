# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a reader can do: ACTIONS, from which menus, shortcuts, palette and help are made.

To add an action is one line here, with a function of the window it acts on. Functions stay short:
they ask the page in front for what is selected and change the library or the state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from terkha.views import commands, library_files

if TYPE_CHECKING:
    from terkha.views.window import Window

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its words, icon, shortcuts, place in the menu and what it runs.

    ``needs_records`` disables it on pages where no record is shown or selected.
    """

    id: str
    label: str
    icon: str
    menu: str
    run: Callable[[Window], None]
    shortcuts: tuple[str | Key, ...] = ()
    needs_records: bool = False


def _text(text: str) -> str:
    return QT_TRANSLATE_NOOP("Actions", text)  # type: ignore[no-any-return]


GO = _text("Go")
RECORD = _text("Record")
VIEW = _text("View")
LIBRARY = _text("Library")
HELP = _text("Help")
MENUS = (GO, RECORD, LIBRARY, VIEW, HELP)


def _go(link: str) -> Callable[[Window], None]:
    return lambda window: window.context.state.open(link)


ACTIONS: tuple[Action, ...] = (
    Action("search", _text("Search"), "search", GO, lambda w: w.focus_search(),
           ("Ctrl+K", "/")),
    Action("back", _text("Back"), "arrow-left", GO, lambda w: w.context.state.back(),
           ("Alt+Left", Key.Back)),
    Action("forward", _text("Forward"), "arrow-right", GO, lambda w: w.context.state.forward(),
           ("Alt+Right", Key.Forward)),
    Action("go-home", _text("Home"), "house", GO, _go("page/home"), ("Ctrl+1",)),
    Action("go-mines", _text("Mines"), "pickaxe", GO, _go("page/mines"), ("Ctrl+2",)),
    Action("go-minerals", _text("Minerals"), "gem", GO, _go("page/minerals"), ("Ctrl+3",)),
    Action("go-commodities", _text("Commodities"), "flask-conical", GO, _go("page/commodities"),
           ("Ctrl+4",)),
    Action("go-organisations", _text("Organisations"), "building-2", GO,
           _go("page/organisations"), ("Ctrl+5",)),
    Action("go-places", _text("Places"), "map-pin", GO, _go("page/places"), ("Ctrl+6",)),
    Action("go-policies", _text("Policies"), "landmark", GO, _go("page/policies"),
           ("Ctrl+7",)),
    Action("go-claims", _text("Claims"), "quote", GO, _go("page/claims"), ("Ctrl+8",)),
    Action("go-citations", _text("Citations"), "book-open-text", GO, _go("page/citations"),
           ("Ctrl+9",)),
    Action("go-disputes", _text("Where sources differ"), "scale", GO, _go("page/disputes")),
    Action("go-library", _text("Library"), "library", GO, _go("page/library"), ("Ctrl+0",)),
    Action("palette", _text("All actions…"), "square-terminal", GO, lambda w: w.show_palette(),
           ("Ctrl+Shift+P",)),
    Action("bookmark", _text("Bookmark"), "bookmark", RECORD, commands.bookmark,
           ("Ctrl+D",), needs_records=True),
    Action("cite", _text("Cite…"), "quote", RECORD, commands.cite, ("Ctrl+Shift+C",),
           needs_records=True),
    Action("tray-add", _text("Add to citation tray"), "layers", RECORD, commands.add_to_tray,
           ("Ctrl+Shift+A",), needs_records=True),
    Action("copy-citation", _text("Copy formatted citation"), "copy", RECORD,
           commands.copy_citation, ("Ctrl+Alt+C",), needs_records=True),
    Action("copy-link", _text("Copy link"), "link", RECORD, commands.copy_link,
           ("Ctrl+Shift+L",)),
    Action("export", _text("Export…"), "download", RECORD, lambda w: w.page().export(),
           ("Ctrl+E",)),
    Action("print", _text("Print or save as PDF…"), "printer", RECORD,
           lambda w: w.page().print_page(), (Key.Print,)),
    Action("find", _text("Find on this page"), "search", RECORD, lambda w: w.page().find(),
           (Key.Find,)),
    Action("cite-tray", _text("Cite the tray…"), "layers", LIBRARY, commands.cite_tray),
    Action("undo", _text("Undo"), "undo-2", LIBRARY, commands.undo, (Key.Undo,)),
    Action("redo", _text("Redo"), "redo-2", LIBRARY, commands.redo, (Key.Redo,)),
    Action("library-export", _text("Export library…"), "download", LIBRARY,
           library_files.export_library),
    Action("library-import", _text("Import into library…"), "upload", LIBRARY,
           library_files.import_library),
    Action("library-backup", _text("Back up library…"), "archive", LIBRARY,
           library_files.back_up_library),
    Action("library-restore", _text("Restore library…"), "archive-restore", LIBRARY,
           library_files.restore_library),
    Action("text-larger", _text("Larger text"), "a-large-small", VIEW,
           lambda w: w.scale_text(+1), (Key.ZoomIn, "Ctrl+=")),
    Action("text-smaller", _text("Smaller text"), "a-large-small", VIEW,
           lambda w: w.scale_text(-1), (Key.ZoomOut,)),
    Action("text-reset", _text("Normal text size"), "a-large-small", VIEW,
           lambda w: w.scale_text(0)),
    Action("theme", _text("Light or dark"), "sun-moon", VIEW, lambda w: w.toggle_theme(),
           ("Ctrl+Shift+D",)),
    Action("next-pane", _text("Next pane"), "panel-right", VIEW, lambda w: w.next_pane(+1),
           ("F6",)),
    Action("previous-pane", _text("Previous pane"), "panel-left", VIEW,
           lambda w: w.next_pane(-1), ("Shift+F6",)),
    Action("preferences", _text("Preferences…"), "settings", VIEW, lambda w: w.show_preferences(),
           (Key.Preferences, "Ctrl+,")),
    Action("manual", _text("Manual"), "circle-question-mark", HELP, _go("page/manual"),
           (Key.HelpContents,)),
    Action("shortcuts", _text("Keyboard shortcuts"), "keyboard", HELP,
           lambda w: w.show_shortcuts()),
    Action("about", _text("About Terkha"), "info", HELP, lambda w: w.show_about()),
    Action("quit", _text("Quit"), "log-out", HELP, lambda w: w.close(), (Key.Quit,)),
)  # fmt: skip
ACTION_BY_ID = {action.id: action for action in ACTIONS}


def shortcuts_of(action: Action) -> list[QKeySequence]:
    """Return the key sequences of an action on this system, the first being the one shown."""
    keys: list[QKeySequence] = []
    for shortcut in action.shortcuts:
        found = (
            [QKeySequence(shortcut)]
            if isinstance(shortcut, str)
            else QKeySequence.keyBindings(shortcut)
        )
        keys += [key for key in found if key not in keys]
    return keys
