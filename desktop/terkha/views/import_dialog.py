# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The import dialog: say what the columns of a table mean, see what comes of it, import it."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from terkha.views.import_panes import ProgressPane, SummaryPane
from terkha.views.import_setup import ImportSetup
from terkha.views.messages import ask
from terkha.views.parts import button, icons, label, rule
from terkha.worker import Worker
from terkha_db.errors import KnownError, NotFoundError
from terkha_db.imported.faults import CancelledError
from terkha_db.imported.load import load
from terkha_db.imported.preview import preview
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.variants import read_variants

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha_db.imported.info import Target
    from terkha_db.imported.load import Loaded, Progress
    from terkha_db.imported.mapping import Mapping
    from terkha_db.imported.preview import Preview

_SIZE = (1100, 760)
_SMALLEST = (860, 560)
_SAMPLE = 500


class ImportDialog(QDialog):
    """Imports one file; everything that reads or writes a file is done in a thread."""

    settled = Signal()
    """The table was read, or imported, or that failed: nothing runs any more."""

    def __init__(self, context: Context, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._file = file
        self._shelf = Shelf(context.paths.collections)
        self._asked = 0
        self._cancel = Event()
        self._worker = Worker("import")
        self.loaded: Loaded | None = None
        self.problem = ""
        """The last fault, in a sentence."""
        self.setWindowTitle(self.tr("Import table"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setup = ImportSetup(context.look, self)
        self.progress = ProgressPane(self)
        self.summary = SummaryPane(context.look, self)
        self._stack = QStackedWidget(self)
        for pane in (self.setup, self.progress, self.summary):
            self._stack.addWidget(pane)
        self.start = button(self.tr("Import"), "primary")
        self.stop = button(self.tr("Cancel"))
        self.visit = button(self.tr("Open the collection"), "primary")
        self._lay_out()
        self._connect()
        self.setup.name.setText(file.stem[:80])
        self._show_pane(self.setup)
        self.destroyed.connect(self._worker.close)
        self.read()

    @property
    def is_importing(self) -> bool:
        """True while the import runs."""
        return self._stack.currentWidget() is self.progress

    def read(self, mapping: Mapping | None = None) -> None:
        """Read the beginning of the table; without a mapping, guess what its columns mean."""
        self._asked += 1
        asked, file = self._asked, self._file
        self.start.setEnabled(False)
        self._worker.do(
            lambda: preview(file, mapping, rows=_SAMPLE) if asked == self._asked else None,
            lambda seen: self._take(seen, asked),
            self._fail,
        )

    def load(self) -> None:
        """Import the table under the name given, if the reader lets an older one of it go."""
        mapping = self.setup.mapping
        target = self._target() if mapping is not None else None
        if mapping is None or target is None:
            return
        self._cancel.clear()
        self.progress.begin(self._file.name)
        self._show_pane(self.progress)
        self._worker.do(lambda: self._load(mapping, target), self._finish, self._fail)

    def cancel(self) -> None:
        """Stop the import; what it has written is removed before the dialog answers again."""
        self._cancel.set()
        self.progress.stopping()
        self.stop.setEnabled(False)

    def reject(self) -> None:
        """Stop the import if it runs, and close the dialog otherwise."""
        if self.is_importing:
            self.cancel()
            return
        self._end()
        super().reject()

    def accept(self) -> None:
        """Close the dialog after the import."""
        self._end()
        super().accept()

    # In the thread

    def _load(self, mapping: Mapping, target: Target) -> Loaded:
        self._shelf.clean()
        return load(
            self._file,
            mapping,
            target,
            variants=read_variants(self._context.catalogue.path),
            progress=self._say,
            cancelled=self._cancel.is_set,
        )

    def _say(self, progress: Progress) -> None:
        self._worker.tell(lambda: self.progress.show_progress(progress))

    # Within

    def _target(self) -> Target | None:
        """Return where the collection goes; None if the name is taken and shall stay so."""
        name = self.setup.name.text()
        try:
            try:
                known = self._shelf.find(name.strip())
            except NotFoundError:
                return self._shelf.target(name)
            question = self.tr(
                "There is already a collection “%(name)s” with %(sites)s rows. "
                "Put this table in its place?"
            ) % {"name": known.name, "sites": f"{known.sites:,}"}
            if ask(self, question, self.tr("Replace")):
                return self._shelf.target(known.name, replace=True)
        except KnownError as error:
            self._fail(error)
        return None

    def _take(self, seen: Preview | None, asked: int) -> None:
        if seen is None or asked != self._asked:
            return
        self.setup.show_preview(seen)
        self._enable()
        self.settled.emit()

    def _finish(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.summary.show_loaded(loaded)
        self._show_pane(self.summary)
        self.visit.setFocus()
        self._context.state.library_changed.emit()
        self.settled.emit()

    def _fail(self, error: KnownError) -> None:
        """Go back to the columns and tell the fault there; a stopped import is none."""
        self.problem = str(error)
        self._show_pane(self.setup)
        self.setup.tell(self.problem, is_fault=not isinstance(error, CancelledError))
        self._enable()
        self.settled.emit()

    def _choose(self, header: str, role: str) -> None:
        mapping = self.setup.mapping
        if mapping is not None:
            self.read(mapping.with_role(header, role))

    def _exchange(self, *, on: bool) -> None:
        mapping = self.setup.mapping
        if mapping is not None:
            self.read(replace(mapping, swapped=on))

    def _enable(self) -> None:
        mapping = self.setup.mapping
        named = mapping is not None and bool(mapping.of("title") or mapping.of("name"))
        self.start.setEnabled(named and bool(self.setup.name.text().strip()))

    def _show_pane(self, pane: QWidget) -> None:
        self._stack.setCurrentWidget(pane)
        self.start.setVisible(pane is self.setup)
        self.visit.setVisible(pane is self.summary)
        self.stop.setText(self.tr("Close") if pane is self.summary else self.tr("Cancel"))
        self.stop.setEnabled(True)
        (self.visit if pane is self.summary else self.start).setDefault(True)

    def _open(self) -> None:
        loaded = self.loaded
        self.accept()
        if loaded is not None:
            self._context.state.open(f"collection/{loaded.target.slug}")

    def _end(self) -> None:
        self._cancel.set()
        self._worker.close()

    def _connect(self) -> None:
        self.setup.role_chosen.connect(self._choose)
        self.setup.swap.toggled.connect(lambda on: self._exchange(on=on))
        self.setup.name.textChanged.connect(lambda _: self._enable())
        self.start.clicked.connect(self.load)
        self.stop.clicked.connect(self.reject)
        self.visit.clicked.connect(self._open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 20, 12)
        head.addWidget(label(self.tr("Import table"), "dialog-title"))
        head.addSpacing(8)
        head.addWidget(label(self._file.name, "body", "ink3"))
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 20, 12)
        foot.setSpacing(8)
        words = self.tr("It becomes a collection of your own, apart from the catalogue.")
        foot.addWidget(label(words, "caption", "ink3"), 1)
        for each in (self.stop, self.start, self.visit):
            foot.addWidget(each)
        icons(self._context.look, (self.start, "upload"), (self.visit, "table"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addWidget(self._stack, 1)
        layout.addWidget(rule())
        layout.addLayout(foot)


def import_table(parent: QWidget, context: Context) -> None:
    """Ask for a file and open the dialog on it."""
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("ImportDialog", "Import table"),
        "",
        QCoreApplication.translate(
            "ImportDialog", "Tables (*.csv *.tsv *.tab *.txt *.geojson *.json *.xlsx)"
        ),
    )
    if name:
        dialog = ImportDialog(context, Path(name), parent)
        dialog.exec()
        dialog.deleteLater()
