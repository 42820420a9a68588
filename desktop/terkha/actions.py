# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a reader can do: ACTIONS, from which menus, shortcuts, palette and help are made.

To add an action is one line here, with a function of the window it acts on. Functions stay short:
they ask the page in front for what is selected and change the library or the state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

from terkha.trail import HOME
from terkha.views import commands, library_files

if TYPE_CHECKING:
    from terkha.views.window import Window

Key = QKeySequence.StandardKey


class Action(NamedTuple):
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


GO = "Go"
RECORD = "Record"
TABS = "Tabs"
VIEW = "View"
LIBRARY = "Library"
HELP = "Help"
MENUS = (GO, TABS, RECORD, LIBRARY, VIEW, HELP)


def _go(link: str) -> Callable[[Window], None]:
    return lambda window: window.context.state.open(link)


ACTIONS: tuple[Action, ...] = (
    Action("search", "Search", "search", GO, lambda w: w.focus_search(),
           ("Ctrl+K", "/")),
    Action("back", "Back", "arrow-left", GO, lambda w: w.context.state.back(),
           ("Alt+Left", Key.Back)),
    Action("forward", "Forward", "arrow-right", GO, lambda w: w.context.state.forward(),
           ("Alt+Right", Key.Forward)),
    Action("tab-new", "New tab", "plus", TABS,
           lambda w: w.context.state.open_beside(HOME, in_front=True), ("Ctrl+T",)),
    Action("window-new", "New window", "app-window", TABS,
           lambda w: w.context.state.open_apart(HOME), ("Ctrl+Shift+N",)),
    Action("tab-next", "Next tab", "chevron-right", TABS,
           lambda w: w.context.state.show_tab(w.context.state.front + 1),
           ("Ctrl+Tab", "Ctrl+PgDown")),
    Action("tab-previous", "Previous tab", "chevron-left", TABS,
           lambda w: w.context.state.show_tab(w.context.state.front - 1),
           ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
    Action("tab-apart", "Move tab to a window of its own", "maximize", TABS,
           lambda w: w.context.state.detach_tab(w.context.state.front)),
    Action("tab-close", "Close tab", "x", TABS,
           lambda w: w.context.state.close_tab(w.context.state.front), ("Ctrl+W",)),
    Action("tab-reopen", "Reopen closed tab", "rotate-ccw", TABS,
           lambda w: w.context.state.reopen_tab(), ("Ctrl+Shift+R",)),
    Action("recent", "Recently viewed…", "history", GO, lambda w: w.show_recent(),
           ("Ctrl+H",)),
    Action("go-home", "Home", "house", GO, _go("page/home"), ("Ctrl+1",)),
    Action("go-mines", "Mines", "pickaxe", GO, _go("page/mines"), ("Ctrl+2",)),
    Action("go-minerals", "Minerals", "gem", GO, _go("page/minerals"), ("Ctrl+3",)),
    Action("go-commodities", "Commodities", "flask-conical", GO, _go("page/commodities"),
           ("Ctrl+4",)),
    Action("go-organisations", "Organisations", "building-2", GO,
           _go("page/organisations"), ("Ctrl+5",)),
    Action("go-places", "Places", "map-pin", GO, _go("page/places"), ("Ctrl+6",)),
    Action("go-policies", "Policies", "landmark", GO, _go("page/policies"),
           ("Ctrl+7",)),
    Action("go-claims", "Claims", "quote", GO, _go("page/claims"), ("Ctrl+8",)),
    Action("go-topics", "Claims by topic", "quote", GO, _go("page/claims?view=topics")),
    Action("go-timeline", "Timeline", "calendar", GO, _go("page/events?view=timeline"),
           ("Ctrl+Shift+E",)),
    Action("go-citations", "Citations", "book-open-text", GO, _go("page/citations"),
           ("Ctrl+9",)),
    Action("go-disputes", "Where sources differ", "scale", GO, _go("page/disputes")),
    Action("go-library", "Library", "library", GO, _go("page/library"), ("Ctrl+0",)),
    Action("palette", "All actions…", "square-terminal", GO, lambda w: w.show_palette(),
           ("Ctrl+Shift+P",)),
    Action("bookmark", "Bookmark", "bookmark", RECORD, commands.bookmark,
           ("Ctrl+D",)),
    Action("bookmark-view", "Bookmark this view", "bookmark-plus", RECORD,
           commands.bookmark_view, ("Ctrl+Shift+B",)),
    Action("cite", "Cite…", "quote", RECORD, commands.cite, ("Ctrl+Shift+C",),
           needs_records=True),
    Action("cite-entry", "Cite Terkha's own entry…", "quote", RECORD, commands.cite_entry,
           ("Ctrl+Alt+E",), needs_records=True),
    Action("tray-add", "Add to citation tray", "layers", RECORD, commands.add_to_tray,
           ("Ctrl+Shift+A",), needs_records=True),
    Action("copy-citation", "Copy formatted citation", "copy", RECORD,
           commands.copy_citation, ("Ctrl+Alt+C",), needs_records=True),
    Action("compare", "Compare", "columns-2", RECORD, commands.compare, ("Ctrl+Shift+M",),
           needs_records=True),
    Action("add-up", "Add up…", "plus", RECORD, lambda w: w.page().add_up(),
           ("Ctrl+Shift+U",)),
    Action("copy-link", "Copy link", "link", RECORD, commands.copy_link,
           ("Ctrl+Shift+L",)),
    Action("copy-code", "Copy short code", "tag", RECORD, commands.copy_code,
           needs_records=True),
    Action("export", "Export…", "download", RECORD, lambda w: w.page().export(),
           ("Ctrl+E",)),
    Action("dossier", "Make a dossier…", "file-text", RECORD, commands.dossier,
           ("Ctrl+Alt+D",), needs_records=True),
    Action("print", "Print or save as PDF…", "printer", RECORD,
           lambda w: w.page().print_page(), (Key.Print,)),
    Action("find", "Find on this page", "search", RECORD, lambda w: w.page().begin_find(),
           (Key.Find,)),
    Action("find-next", "Find next", "chevron-down", RECORD,
           lambda w: w.page().find_again(+1), (Key.FindNext,)),
    Action("find-previous", "Find previous", "chevron-up", RECORD,
           lambda w: w.page().find_again(-1), (Key.FindPrevious,)),
    Action("filters", "Filters of the table", "funnel", VIEW,
           lambda w: w.page().begin_filtering(), ("Alt+Shift+F",)),
    Action("lens", "Lens: whose works count…", "glasses", VIEW, lambda w: w.choose_lens(),
           ("Ctrl+L",)),
    Action("cite-tray", "Cite the tray…", "layers", LIBRARY, commands.cite_tray),
    Action("undo", "Undo", "undo-2", LIBRARY, commands.undo, (Key.Undo,)),
    Action("redo", "Redo", "redo-2", LIBRARY, commands.redo, (Key.Redo,)),
    Action("work-new", "New work…", "book-open-text", LIBRARY, commands.new_work,
           ("Ctrl+Alt+W",)),
    Action("import-table", "Import table…", "table", LIBRARY, commands.import_table),
    Action("library-export", "Export library…", "download", LIBRARY,
           library_files.export_library),
    Action("library-import", "Import into library…", "upload", LIBRARY,
           library_files.import_library),
    Action("library-backup", "Back up library…", "archive", LIBRARY,
           library_files.back_up_library),
    Action("library-restore", "Restore library…", "archive-restore", LIBRARY,
           library_files.restore_library),
    Action("text-larger", "Larger text", "a-large-small", VIEW,
           lambda w: w.scale_text(+1), (Key.ZoomIn, "Ctrl+=")),
    Action("text-smaller", "Smaller text", "a-large-small", VIEW,
           lambda w: w.scale_text(-1), (Key.ZoomOut,)),
    Action("text-reset", "Normal text size", "a-large-small", VIEW,
           lambda w: w.scale_text(0)),
    Action("theme", "Light or dark", "sun-moon", VIEW, lambda w: w.toggle_theme(),
           ("Ctrl+Shift+D",)),
    Action("next-pane", "Next pane", "panel-right", VIEW, lambda w: w.next_pane(+1),
           ("F6",)),
    Action("previous-pane", "Previous pane", "panel-left", VIEW,
           lambda w: w.next_pane(-1), ("Shift+F6",)),
    Action("preferences", "Preferences…", "settings", VIEW, lambda w: w.show_preferences(),
           (Key.Preferences, "Ctrl+,")),
    Action("manual", "Manual", "circle-question-mark", HELP, _go("page/manual"),
           (Key.HelpContents,)),
    Action("shortcuts", "Keyboard shortcuts", "keyboard", HELP,
           lambda w: w.show_shortcuts()),
    Action("editions", "Editions of the catalogue…", "layers", HELP,
           lambda w: w.show_editions()),
    Action("about", "About Terkha", "info", HELP, lambda w: w.show_about()),
    Action("quit", "Quit", "log-out", HELP, commands.quit_application, (Key.Quit,)),
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
