# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the library page does with shelves and entries; every change can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from terkha.models.shelves import Shelf, Sort
from terkha.views.messages import ask, tell
from terkha_db.errors import KnownError
from terkha_db.library.drafts import Drafts
from terkha_db.library.model import Bookmark, Target, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.context import Context
    from terkha.models.library import Kept


class LibraryActs(QObject):
    """Asks what needs to be asked, changes the library, and tells everybody."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._library = context.library
        self._parent = parent

    # Entries

    def remove(self, shelf: Shelf, entries: Sequence[Kept]) -> None:
        """Take entries off a shelf; what is kept elsewhere stays there."""
        links, library = [entry.link for entry in entries], self._library
        ways: dict[Sort, Callable[[], object]] = {
            Sort.COLLECTION: lambda: library.collections.take_out(links, shelf.name),
            Sort.TAG: lambda: library.tags.remove(links, [shelf.name]),
            Sort.TRAY: lambda: library.tray.remove(links),
            Sort.RECENT: lambda: library.history.forget(links),
            Sort.WORKS: lambda: library.works.remove(links),
            Sort.SEARCHES: lambda: self._remove_searches([entry.title for entry in entries]),
            Sort.EVERYTHING: lambda: library.bookmarks.remove(links),
        }
        if links:
            self._do(ways[shelf.sort])

    def _remove_searches(self, names: Sequence[str]) -> None:
        with self._library.change("search.remove", names[0], len(names)):
            for name in names:
                self._library.searches.remove(name)

    def put(self, entries: Sequence[Target], shelf: Shelf, index: int | None = None) -> None:
        """Put entries on a shelf that takes them, keeping those that are not kept yet."""
        library = self._library
        links = [entry.link for entry in entries]

        def change() -> None:
            if shelf.sort is Sort.TRAY:
                library.tray.add(entries)
                return
            action = "collection.file" if shelf.sort is Sort.COLLECTION else "tag.add"
            with library.change(action, entries[0].title, len(entries)):
                library.bookmarks.add(entries)
                if shelf.sort is Sort.COLLECTION:
                    library.collections.file(links, shelf.name, index)
                else:
                    library.tags.add(links, [shelf.name])

        if links and shelf.takes and self._do(change, tells=False) and shelf.sort is not Sort.TRAY:
            number = len(entries)
            what = entries[0].title if number == 1 else self.tr("%n item(s)", "", number)
            words = self.tr("Put into “%(name)s”: %(what)s")
            self._context.state.say(words % {"name": shelf.name, "what": what})

    def file(self, entries: Sequence[Target]) -> None:
        """Put entries into a collection, new or old."""
        paths = [collection.path for collection in self._library.collections.all()]
        path = self._choose(
            self.tr("File in collection"),
            self.tr(
                "Which collection? A new name makes a new one, Thesis/Chapter 2 one in another."
            ),
            paths or [self.tr("My collection")],
        )
        if path:
            self._do(lambda: self._library.collections.create(path), tells=False)
            self.put(entries, Shelf(Sort.COLLECTION, path.strip()))

    def tag(self, entries: Sequence[Target]) -> None:
        """Give entries a tag, new or old."""
        names = [tag.name for tag in self._library.tags.all()]
        name = self._choose(self.tr("Tag"), self.tr("Tag:"), names or [self.tr("to check")])
        if name:
            self.put(entries, Shelf(Sort.TAG, name.strip()))

    def note(self, entry: Kept) -> None:
        """Write, change or remove the note on an entry; what is noted is kept."""
        from terkha.views.note_dialog import NoteDialog

        kept = self._library.bookmarks.get(entry.link)
        first = kept.notes[0] if kept and kept.notes else None
        notes, target = self._library.notes, as_target(entry)

        def save(text: str) -> bool:
            if first and not text:
                return self._do(lambda: notes.remove(first.id))
            if first and text != first.text:
                return self._do(lambda: notes.edit(first.id, text))
            if text and not first:
                return self._do(lambda: notes.add(target, text))
            return True

        before = first.text if first else ""
        NoteDialog(self._context, target, before, save, self._parent).exec()

    def finish_notes(self) -> None:
        """Offer to go on with notes that were being written when Terkha ended last."""
        for draft in Drafts(self._context.paths).all():
            target = draft.target
            question = self.tr("A note on %s was not saved when Terkha ended last.")
            if ask(self._parent, question % target.title, self.tr("Go on writing")):
                self.note(Visit(target.link, target.kind, target.title, draft.written))

    def pin(self, entries: Sequence[Kept]) -> None:
        """Pin bookmarks to the top, or let them go if all of them are pinned."""
        kept = [entry for entry in entries if isinstance(entry, Bookmark)]
        links = [entry.link for entry in kept]
        bookmarks = self._library.bookmarks
        if kept and all(entry.pinned for entry in kept):
            self._do(lambda: bookmarks.unpin(links))
        elif kept:
            self._do(lambda: bookmarks.pin(links))

    # Shelves

    def create(self, inside: str = "") -> None:
        """Make a collection, perhaps inside another."""
        name, sure = QInputDialog.getText(
            self._parent,
            self.tr("New collection"),
            self.tr("Name of the collection inside %s:") % inside
            if inside
            else self.tr("Name of the collection:"),
        )
        if sure and name.strip():
            path = f"{inside}/{name.strip()}" if inside else name.strip()
            self._do(lambda: self._library.collections.create(path))

    def rename(self, shelf: Shelf) -> Shelf:
        """Give a collection or tag another name; return the shelf as it is called then."""
        old = shelf.name.rpartition("/")[2] if shelf.sort is Sort.COLLECTION else shelf.name
        name, sure = QInputDialog.getText(
            self._parent, self.tr("Rename"), self.tr("New name of %s:") % old, text=old
        )
        if not sure or not name.strip() or name.strip() == old:
            return shelf
        if shelf.sort is Sort.TAG:
            done = self._do(lambda: self._library.tags.rename(shelf.name, name))
            return Shelf(Sort.TAG, name.strip()) if done else shelf
        done = self._do(lambda: self._library.collections.rename(shelf.name, name))
        head = shelf.name.rpartition("/")
        return Shelf(Sort.COLLECTION, f"{head[0]}{head[1]}{name.strip()}") if done else shelf

    def remove_shelf(self, shelf: Shelf) -> None:
        """Remove a collection or tag; what stood there stays kept."""
        if shelf.sort is Sort.TAG:
            self._do(lambda: self._library.tags.delete(shelf.name))
        elif shelf.sort is Sort.COLLECTION:
            self._do(lambda: self._library.collections.remove(shelf.name))

    def move_shelf(self, shelf: Shelf, into: Shelf | None) -> None:
        """Put a collection into another, or outermost."""
        self._do(lambda: self._library.collections.move(shelf.name, into.name if into else ""))

    # Searches and works

    def rename_search(self, name: str) -> None:
        """Give a saved search another name."""
        new, sure = QInputDialog.getText(
            self._parent, self.tr("Rename"), self.tr("New name of %s:") % name, text=name
        )
        if sure and new.strip() and new.strip() != name:
            self._do(lambda: self._library.searches.rename(name, new))

    def new_work(self) -> None:
        """Open the form for a work that the catalogue does not have."""
        self.edit_work("")

    def edit_work(self, link: str) -> None:
        """Open the form of a work; undo takes back what is saved in it."""
        from terkha.views.work_dialog import edit_work

        edit_work(self._context, link, self._parent)

    def import_works(self) -> None:
        """Take works from a file of another program, and say what was not read."""
        file, _ = QFileDialog.getOpenFileName(
            self._parent,
            self.tr("Import works"),
            "",
            self.tr("Works (*.bib *.ris *.json);;All files (*)"),
        )
        if file:
            self.import_works_of(Path(file))

    def import_works_of(self, file: Path) -> None:
        """Take the works of a file into the library, and say what came of it."""
        from terkha_db.citing.reading import read_file

        try:
            found = read_file(file)
            new, there = self._library.works.add(found.items, file.name)
        except KnownError as error:
            tell(self._parent, str(error))
            return
        self._context.state.library_changed.emit()
        words = [self.tr("%n work(s) added", "", len(new))]
        if there:
            words.append(self.tr("%n in your library already", "", len(there)))
        lost = found.entries - len(found.items)
        if lost:
            words.append(self.tr("%n not read", "", lost))
        sentence = f"{file.name}: {', '.join(words)}."
        if found.faults:
            tell(self._parent, "\n".join((sentence, "", *found.faults[:_FAULTS])))
        else:
            self._context.state.say(sentence)

    def clear_history(self) -> None:
        """Forget all that was viewed, after asking."""
        question = self.tr("Forget everything that was viewed recently?")
        if ask(self._parent, question, self.tr("Forget")):
            self._do(self._library.history.clear)

    def _choose(self, title: str, question: str, known: Sequence[str]) -> str:
        text, sure = QInputDialog.getItem(self._parent, title, question, list(known), 0, True)
        return text.strip() if sure else ""

    def _do(self, change: Callable[[], object], *, tells: bool = True) -> bool:
        """Make a change and say what was done, or why it cannot be."""
        before = self._library.next_undo()
        try:
            change()
        except KnownError as error:
            tell(self._parent, str(error))
            return False
        finally:
            self._context.state.library_changed.emit()
        done = self._library.next_undo()
        if tells and done is not None and done != before:
            self._context.state.say(self.tr("Done: %s (Ctrl+Z undoes it)") % done.label)
        return True


_FAULTS = 12


def as_target(entry: Kept) -> Target:
    """Return an entry as the library keeps it."""
    edition = entry.edition if isinstance(entry, Bookmark) else ""
    kind = getattr(entry, "kind", "work")
    return Target(entry.link, kind, entry.title, edition)
