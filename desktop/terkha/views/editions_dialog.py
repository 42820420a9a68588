# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Editions: which catalogues are here, and what a newer one from a file would change."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
)

from terkha.views.lines import Lines
from terkha.views.messages import ask, tell
from terkha.views.parts import button, icons, label, lead
from terkha.worker import Worker
from terkha_db.catalogue import Catalogue, default_catalogue
from terkha_db.catalogue.changes import compare
from terkha_db.editions import Editions
from terkha_db.errors import KnownError
from terkha_db.library.library import Library
from terkha_db.touched import touched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha_db.catalogue.changes import Changes
    from terkha_db.editions import Installed
    from terkha_db.touched import Touched

_SIZE = (860, 680)
_LIST = (70, 128)
_LONGEST = 400
"""Lines of the report that are shown; `terkha edition diff` writes all."""

Report = tuple["Installed", "Changes", "list[Touched]"]


class EditionsDialog(QDialog):
    """Lists the editions; reads, compares and installs another in a thread."""

    settled = Signal()
    """A file was read, or an edition installed, or that failed: nothing runs any more."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, bundled: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._editions = Editions(context.paths, bundled or default_catalogue())
        self._worker = Worker("editions")
        self._known: list[Installed] = []
        self._offered: Installed | None = None
        self.setWindowTitle(self.tr("Editions of the catalogue"))
        self.resize(*_SIZE)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Editions on this computer"))
        self.list.setItemDelegate(Lines(context.look, self.list))
        self.list.setMinimumHeight(context.look.fonts.px(_LIST[0]))
        self.list.setMaximumHeight(context.look.fonts.px(_LIST[1]))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = lead("", "ink2")
        self.report = QTextBrowser(self)
        self.report.setAccessibleName(self.tr("What would change"))
        self.report.setOpenLinks(False)
        self.report.setPlaceholderText(
            self.tr("What an edition would change is told here before it is installed.")
        )
        self.report.setMinimumHeight(context.look.fonts.px(_LIST[0]))
        self.browse = button(self.tr("Install from a file…"))
        self.use = button(self.tr("Use this edition"))
        self.remove = button(self.tr("Remove"))
        self.install = button(self.tr("Install"), "primary")
        self.leave = button(self.tr("Close"))
        icons(context.look, (self.browse, "download"), (self.remove, "trash-2"))
        self._lay_out()
        self._connect()
        self._show_editions()
        self._rest()
        self.destroyed.connect(self._worker.close)

    def read(self, file: Path) -> None:
        """Verify a file and show what it would change."""
        self._offered = None
        self._work(self.tr("Verifying %s and comparing it …") % file.name)
        self._worker.do(lambda: self._compared(file), self._offer, self._fail)

    def done(self, result: int) -> None:
        """Close the dialog; a file that is being read is left alone."""
        self._worker.close()
        super().done(result)

    # In the thread

    def _compared(self, file: Path) -> Report:
        edition = self._editions.check(file)
        present = self._context.catalogue.path
        changes = compare(present, file)
        with (
            Catalogue.open(present) as old,
            Catalogue.open(file) as new,
            Library(self._context.paths) as library,
        ):
            return edition, changes, touched(library, changes, old, new)

    # Within

    def _offer(self, report: Report) -> None:
        edition, changes, kept = report
        self._offered = edition
        present = self._context.catalogue.edition
        words = self.tr("From edition %(old)s to %(new)s: %(more)s records new, %(gone)s gone, "
                        "%(changed)s changed; %(kept)s of what you keep is touched.") % {
            "old": present.version,
            "new": edition.words,
            "more": f"{len(changes.new):,}",
            "gone": f"{len(changes.gone):,}",
            "changed": f"{len(changes.values.keys() | changes.renamed.keys()):,}",
            "kept": f"{len(kept):,}",
        }  # fmt: skip
        if edition.date < present.date:
            words += " " + self.tr("It is older than the one you read.")
        self.words.setText(words)
        self.report.setHtml("".join(self._page(changes, kept)))
        self.install.setEnabled(edition.checksum != present.checksum)
        self._ready()

    def _page(self, changes: Changes, kept: list[Touched]) -> Iterator[str]:
        if kept:
            yield f"<h3>{escape(self.tr('What you keep'))}</h3>"
            for each in kept:
                yield f"<p><b>{escape(each.title)}</b> {escape(each.what)}.</p>"
                yield from _preformatted(each.details)
        yield f"<h3>{escape(self.tr('The catalogue'))}</h3>"
        lines = changes.lines()
        if not lines:
            yield f"<p>{escape(self.tr('No record changed.'))}</p>"
        yield from _preformatted(lines[:_LONGEST])
        if len(lines) > _LONGEST:
            rest = self.tr("… and %s lines more: `terkha edition diff` writes all of them.")
            yield f"<p>{escape(rest % f'{len(lines) - _LONGEST:,}')}</p>"

    def _install(self) -> None:
        offered = self._offered
        if offered is not None:
            self._work(self.tr("Installing %s …") % offered.words)
            self._worker.do(
                lambda: self._editions.install(offered.file), self._installed, self._fail
            )

    def _installed(self, edition: Installed) -> None:
        self._offered = None
        self.report.clear()
        self._show_editions()
        self._rest()
        self._chosen(edition)

    def _use(self) -> None:
        edition = self._selected()
        if edition is None:
            return
        try:
            self._editions.choose(edition)
        except KnownError as error:
            tell(self, str(error))
            return
        self._show_editions()
        self._chosen(edition)

    def _remove(self) -> None:
        edition = self._selected()
        question = self.tr("Remove %s from this computer?")
        if edition is None or not ask(self, question % edition.words, self.tr("Remove")):
            return
        try:
            self._editions.remove(edition)
        except KnownError as error:
            tell(self, str(error))
        self._show_editions()

    def _chosen(self, edition: Installed) -> None:
        self.words.setText(
            self.tr("Terkha reads %s when it starts the next time; yours stays as it is.")
            % edition.words
        )
        self.settled.emit()

    def _fail(self, error: KnownError) -> None:
        self.words.setText(str(error))
        self.report.clear()
        self._ready()

    def _work(self, words: str) -> None:
        self.words.setText(words)
        self.report.clear()
        for each in (self.browse, self.install, self.use, self.remove):
            each.setEnabled(False)

    def _ready(self) -> None:
        self.browse.setEnabled(True)
        self._enable()
        self.settled.emit()

    def _rest(self) -> None:
        self.install.setEnabled(False)
        self.browse.setEnabled(True)
        self.words.setText(
            self.tr("A newer edition comes as one file. Nothing is changed before you have seen "
                    "what it would change, and the present edition stays for going back.")
        )  # fmt: skip

    def _show_editions(self) -> None:
        self._known = self._editions.all()
        chosen = self._editions.chosen()
        self.list.clear()
        for edition in self._known:
            notes = [self.tr("came with Terkha")] if edition.bundled else []
            if edition.checksum == self._context.catalogue.edition.checksum:
                notes.append(self.tr("read now"))
            if edition.file == chosen and len(self._known) > 1:
                notes.append(self.tr("chosen"))
            words = edition.words[:1].upper() + edition.words[1:]
            item = QListWidgetItem(" · ".join([words, *notes]))
            item.setToolTip(f"{item.text()}\n{edition.checksum}")
            self.list.addItem(item)
            if edition.file == chosen:
                self.list.setCurrentItem(item)
        self._enable()

    def _selected(self) -> Installed | None:
        row = self.list.currentRow()
        return self._known[row] if 0 <= row < len(self._known) else None

    def _enable(self) -> None:
        edition = self._selected()
        self.use.setEnabled(edition is not None and edition.file != self._editions.chosen())
        self.remove.setEnabled(edition is not None and not edition.bundled)

    def _ask_for_file(self) -> None:
        title, kind = self.tr("Install edition"), self.tr("Edition of the catalogue (*.sqlite)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kind)
        if name:
            self.read(Path(name))

    def _connect(self) -> None:
        self.browse.clicked.connect(self._ask_for_file)
        self.install.clicked.connect(self._install)
        self.use.clicked.connect(self._use)
        self.remove.clicked.connect(self._remove)
        self.leave.clicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._enable)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        for each in (self.browse, self.use, self.remove):
            beside.addWidget(each)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.list, 1)
        top.addLayout(beside)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.install)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Editions on this computer"), "section"))
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.report, 1)
        layout.addLayout(foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def _preformatted(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"<p style='white-space: pre-wrap'>{escape(chr(10).join(lines))}</p>"
