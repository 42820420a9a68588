# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The citation dialog: choose style and format, see the list as it will be, copy or save it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.models.citation_list import CitationList
from terkha.views.lines import Lines
from terkha.views.messages import tell
from terkha.views.parts import button, icons, label, part, upright
from terkha.views.scrolling import Scrolling
from terkha_db.cited import view_item
from terkha_db.citing import FORMATS, STYLES, style_by_id
from terkha_db.citing.styles import LICENCE
from terkha_db.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context

_SIZE = (1000, 704)
_SIDE = 284
_FEWEST = 4
"""Lines that each list shows at least."""


class CiteDialog(QDialog):
    """Makes a citation list of every work that the records given rest on."""

    def __init__(
        self,
        context: Context,
        ids: Sequence[str],
        origin: str,
        parent: QWidget | None = None,
        *,
        entries: bool = False,
        view: tuple[str, str] | None = None,
    ) -> None:
        """Cite the works that records rest on, or with ``entries`` the records themselves.

        A view, by link and title, may be cited beside the works that it rests on.
        """
        super().__init__(parent)
        self._context = context
        style = context.settings["citation_style"]
        made = _list_of(context, ids, style_by_id(style).id, entries=entries)
        self._view = (view_item(context.catalogue, *view, date.today()),) if view else ()
        if entries and view:
            made = replace(made, cited=replace(made.cited, records=self._view))
        self._list = replace(made, format=context.settings["citation_format"])
        count = self._list.cited.count
        title = self.tr("Cite Terkha's own entry") if entries else self._title_of(count)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._title = label(title, "dialog-title")
        self._origin = label(self.tr("from %s") % origin, "body", "ink3")
        self._styles = self._choices(
            self.tr("Style"), [(style.id, style.label) for style in STYLES]
        )
        self._formats = self._choices(
            self.tr("Format"), [(kind.id, kind.label) for kind in FORMATS]
        )
        self._locators = QCheckBox(self.tr("Places in the work (page, paragraph)"))
        self._uses = QCheckBox(self.tr("What each work was used for"))
        self._entries = QCheckBox(self.tr("Terkha's own entry for each record"))
        self._of_view = QCheckBox(self.tr("Terkha's own entry for this view"), self)
        self._of_view.setVisible(bool(view) and not entries)
        self._of_view.setToolTip(view[1] if view else "")
        self._records = () if entries else _entries_of(context, ids)
        # An entry of Terkha has neither places in it nor uses.
        for made_for_works in (self._locators, self._uses):
            made_for_works.setEnabled(not entries)
        self._entries.setEnabled(bool(self._records))
        self._preview = part(QTextBrowser(self), "raised")
        self._preview.setOpenLinks(False)
        self._preview.setAccessibleName(self.tr("Preview, as it will be pasted"))
        self._loss = label("", "caption", "disp", wrap=True)
        self._foot = label("", "caption", "ink3", wrap=True)
        self._copy = button(self.tr("Copy"), "primary")
        self._save, self._close = map(button, (self.tr("Save as…"), self.tr("Close")))
        self._lay_out()
        self._connect()
        self._choose(self._styles, self._list.style)
        self._choose(self._formats, self._list.format)
        self._locators.setChecked(True)
        self._styles.setFocus()
        self.show_list()

    def _title_of(self, works: int) -> str:
        return grouped(self.tr("Cite %n work(s)", "", works), works)

    def chosen(self) -> CitationList:
        """Return the list as the reader has set it."""
        return replace(
            self._list,
            style=self._chosen(self._styles),
            format=self._chosen(self._formats),
            locators=self._locators.isChecked(),
            uses=self._uses.isChecked(),
            cited=replace(self._list.cited, records=self._own()),
        )

    def _own(self) -> tuple[Mapping[str, Any], ...]:
        """Return the entries of Terkha that are wanted in the list."""
        pairs = ((self._of_view, self._view), (self._entries, self._records))
        wanted = [one for box, items in pairs if box.isChecked() for one in items]
        return (*self._list.cited.records, *wanted)

    def show_list(self) -> None:
        """Show the list in style and format chosen, and what the format would lose."""
        chosen, catalogue = self.chosen(), self._context.catalogue
        if chosen.kind.formatted:
            html = chosen.written(catalogue, "html").decode()
            self._preview.setHtml(self._dressed(html))
        else:
            self._preview.setPlainText(chosen.written(catalogue).decode())
        self._loss.setText(chosen.loses(catalogue))
        self._loss.setVisible(bool(self._loss.text()))
        self._styles.setEnabled(chosen.kind.formatted)
        self._copy.setEnabled(not chosen.kind.binary)
        self._copy.setToolTip(
            self.tr("A file of this kind can only be saved") if chosen.kind.binary else ""
        )
        self._foot.setText(self._footnote(chosen))

    def mime(self) -> QMimeData:
        """Return the list for the clipboard: HTML and plain text at once where it is formatted."""
        chosen, catalogue = self.chosen(), self._context.catalogue
        data = QMimeData()
        if chosen.kind.formatted:
            data.setHtml(chosen.pasted(catalogue))
            plain = chosen.format if chosen.format == "markdown" else "text"
            data.setText(chosen.written(catalogue, plain).decode())
        else:
            data.setText(chosen.written(catalogue).decode())
        return data

    def save(self, file: Path) -> bool:
        """Write the list to ``file``; tell the reader and return False where that fails."""
        content = self.chosen().written(self._context.catalogue)
        try:
            file.write_bytes(content)
        except OSError as error:
            tell(
                self,
                self.tr("%(file)s could not be written (%(why)s): choose another place.")
                % {"file": file, "why": error.strerror},
            )
            return False
        self._context.state.say(self.tr("Saved %s") % file)
        return True

    def _footnote(self, chosen: CitationList) -> str:
        edition = self._context.catalogue.edition.version
        words = self.tr("From Terkha, edition %s.") % edition
        if chosen.cited.lens:
            words = f"{chosen.cited.lens} {words}"
        if chosen.kind.formatted:
            style = style_by_id(chosen.style)
            words += self.tr(" Style file: %(licence)s, %(authors)s.") % {
                "licence": LICENCE,
                "authors": ", ".join(style.authors),
            }
        return words

    def _dressed(self, html: str) -> str:
        """Return the list with the fonts of the look, hanging as lists of works do."""
        look = self._context.look
        px = look.fonts.px
        sheet = (
            f"<style>div.csl-entry, div.entry {{ margin-top: {px(10)}px; margin-bottom: 0;"
            f" margin-left: {px(28)}px; text-indent: -{px(28)}px; }}"
            # What stands under a work belongs to it, and not to the next one.
            f"div.terkha-note {{ margin: {px(2)}px 0 0 0; color: {look.theme.ink3};"
            f" font-size: {px(12)}px; }}"
            f"a {{ color: {look.theme.accent}; text-decoration: none; }}"
            f"ul {{ color: {look.theme.ink3}; margin-top: 0; }}</style>"
        )
        self._preview.document().setDefaultFont(look.fonts.font("citation"))
        return sheet + html

    def _choices(self, name: str, pairs: Sequence[tuple[str, str]]) -> QListWidget:
        made = _Choices(self)
        made.setAccessibleName(name)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, text in pairs:
            item = QListWidgetItem(text, made)
            item.setData(Qt.ItemDataRole.UserRole, key)
        made.setItemDelegate(Lines(self._context.look, made))
        # On a low screen the lists scroll.
        line = self._context.look.fonts.px(31)
        made.setMinimumHeight(line * _FEWEST + 2)
        made.setMaximumHeight(line * len(pairs) + 2)
        return made

    def _choose(self, choices: QListWidget, key: str) -> None:
        for row in range(choices.count()):
            if choices.item(row).data(Qt.ItemDataRole.UserRole) == key:
                choices.setCurrentRow(row)
                return
        choices.setCurrentRow(0)

    def _chosen(self, choices: QListWidget) -> str:
        return str(choices.currentItem().data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side())
        middle.addWidget(upright())
        middle.addLayout(self._right(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(part(_line(), "rule"))
        layout.addLayout(middle, 1)
        layout.addWidget(part(_line(), "rule"))
        layout.addLayout(self._bottom())
        icons(self._context.look, (self._copy, "copy"), (self._save, "download"))
        self._copy.setDefault(True)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 20, 14)
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._origin)
        head.addStretch(1)
        return head

    def _side(self) -> QWidget:
        side = QVBoxLayout()
        side.setSpacing(4)
        groups = (
            (self.tr("Style"), (self._styles,)),
            (self.tr("Format"), (self._formats,)),
            (self.tr("Include"), (self._locators, self._uses, self._of_view, self._entries)),
        )
        for title, widgets in groups:
            side.addWidget(label(title, "caption-strong", "ink2"))
            for widget in widgets:
                side.addWidget(widget)
            side.addSpacing(8)
        side.addStretch(1)
        left = Scrolling(side)
        side.setContentsMargins(20, 14, 16, 12)
        left.setFixedWidth(self._context.look.fonts.px(_SIDE))
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(20, 14, 20, 12)
        right.addWidget(label(self.tr("Preview, as it will be pasted"), "caps", "ink3"))
        right.addWidget(self._preview, 1)
        right.addWidget(self._loss)
        return right

    def _bottom(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        for each in (self._close, self._save, self._copy):
            foot.addWidget(each)
        return foot

    def _connect(self) -> None:
        self._styles.currentRowChanged.connect(lambda _: self._changed("citation_style"))
        self._formats.currentRowChanged.connect(lambda _: self._changed("citation_format"))
        self._locators.toggled.connect(lambda _: self.show_list())
        self._uses.toggled.connect(lambda _: self.show_list())
        self._of_view.toggled.connect(lambda _: self.show_list())
        self._entries.toggled.connect(lambda _: self.show_list())
        self._copy.clicked.connect(self._copy_list)
        self._save.clicked.connect(self._save_as)
        self._close.clicked.connect(self.reject)

    def _changed(self, setting: str) -> None:
        if self._styles.currentItem() is None or self._formats.currentItem() is None:
            return
        chosen = self.chosen()
        value = chosen.style if setting == "citation_style" else chosen.format
        if self._context.settings[setting] != value:
            self._context.settings[setting] = value
        self.show_list()

    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setMimeData(self.mime())
        self._context.state.say(self.tr("Copied %n work(s)", "", self.chosen().cited.count))

    def _save_as(self) -> None:
        kind = self.chosen().kind
        name = f"terkha-citations{kind.extension}"
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save citations"), name, f"{kind.label} (*{kind.extension})"
        )
        if file:
            self.save(Path(file))


class _Choices(QListWidget):
    """A list that keeps what is chosen in sight, however low it becomes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring what is chosen into sight again."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())


def _list_of(context: Context, ids: Sequence[str], style: str, *, entries: bool) -> CitationList:
    if entries:
        return CitationList.of_records(context.catalogue, ids, style)
    return CitationList.of(context.catalogue, context.library, ids, style)


def _entries_of(context: Context, ids: Sequence[str]) -> tuple[Mapping[str, Any], ...]:
    """Return Terkha's own entries for those of the ids that are records."""
    records = [one for one in ids if context.catalogue.exists(one.partition("#")[0])]
    return CitationList.of_records(context.catalogue, records, STYLES[0].id).cited.records


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    return line
