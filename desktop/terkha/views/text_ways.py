# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The ways of a page's text: its links, its source markers, and the statements themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QTextBlock, QTextCursor

from terkha.views.lens_offers import follow_lens, offer_of_work
from terkha.views.outside import show_outside
from terkha.views.pages import outside
from terkha.views.ways import Offer, Ways, copy_words
from terkha_db.codes import code_of, printed

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.pages import Marker
    from terkha.views.record_view import RecordView

translate = QCoreApplication.translate


def ways_of_text(context: Context, view: RecordView) -> Ways:
    """Give a page the ways of its links, and of each statement its link and its short code."""

    def link_at(place: QPoint | None) -> str:
        return link_of(view, view.focused_link() if place is None else view.anchorAt(place))

    def offers(place: QPoint | None) -> list[Offer]:
        record, statement = statement_at(view, place)
        made: list[Offer] = []
        marker = marker_at(view, place)
        if marker is not None:
            made += _of_value(view, marker)
            if len(marker.cites) == 1:
                made.append(offer_of_work(context, marker.cites[0].source.id))
        away = address_at(view, place)
        if away:
            made += [
                (
                    translate("Ways", "Open outside link…"),
                    lambda: show_outside(context, away, view),
                ),
                (translate("Ways", "Copy address"), lambda: copy_words(context, away)),
            ]
        if statement:
            link = outside(f"{record}#{statement}", context.catalogue.lens)
            code = printed(code_of(record, statement))
            made += [
                (
                    translate("Ways", "Copy link to this value"),
                    lambda: copy_words(context, link),
                ),
                (
                    translate("Ways", "Copy short code %s") % code,
                    lambda: copy_words(context, code),
                ),
            ]
        if made and view.textCursor().hasSelection():
            made.append((translate("Ways", "Copy selection"), view.copy))
        return made

    view.lens_requested.connect(lambda what: follow_lens(context, what))
    view.outside_requested.connect(lambda address: show_outside(context, address, view))
    return Ways(context, view, link_at, offers)


def address_at(view: RecordView, place: QPoint | None) -> str:
    """Return the outside address of the link at a point, empty where there is none."""
    href = view.focused_link() if place is None else view.anchorAt(place)
    scheme, _, rest = href.partition(":")
    return unquote(rest) if scheme == "outside" else ""


def link_of(view: RecordView, href: str) -> str:
    """Return where an address inside a page leads, as the state knows it; empty if nowhere."""
    scheme, _, rest = href.partition(":")
    if href.startswith("#"):
        return f"{view.shown.record}{href}"
    if scheme == "source":
        return view.shown.markers[href].cites[0].source.id
    return rest if scheme == "record" else ""


def statement_at(view: RecordView, place: QPoint | None) -> tuple[str, str]:
    """Return record and id of the statement at a point, or of the marker that has the keyboard.

    A value stands before its marker: in its line, or in its row of a table.
    """
    marker = marker_at(view, place)
    if marker is None or not marker.statement:
        return "", ""
    return marker.record or view.shown.record, marker.statement


def marker_at(view: RecordView, place: QPoint | None) -> Marker | None:
    """Return the marker at a point or that has the keyboard; else that of the statement there."""
    href = view.focused_link() if place is None else view.anchorAt(place)
    marker = view.shown.markers.get(href)
    if marker is None and place is not None:
        return next(_markers_after(view, view.cursorForPosition(place)), None)
    return marker


def _of_value(view: RecordView, marker: Marker) -> list[Offer]:
    """Return what can be done with a value beside taking its link."""
    made: list[Offer] = [
        (
            translate("Ways", "Copy value with its citation"),
            lambda: view.value_requested.emit(marker),
        ),
        (translate("Ways", "Show its source"), lambda: view.marker_pressed.emit(marker)),
    ]
    if marker.differs:
        made.append(
            (
                translate("Ways", "Show where sources differ on it"),
                lambda: view.show_anchor(marker.differs),
            )
        )
    return made


def _markers_after(view: RecordView, cursor: QTextCursor) -> Iterator[Marker]:
    """Yield the markers of statements that follow in the block, then in the row of the table."""
    at = cursor.position()
    yield from _markers(view, cursor.block(), at)
    table = cursor.currentTable()
    if table is None:
        return
    cell = table.cellAt(cursor)
    for column in range(cell.column(), table.columns()):
        block = table.cellAt(cell.row(), column).firstCursorPosition().block()
        last = table.cellAt(cell.row(), column).lastCursorPosition().block()
        while block.isValid():
            yield from _markers(view, block, at)
            if block == last:
                break
            block = block.next()


def _markers(view: RecordView, block: QTextBlock, after: int) -> Iterator[Marker]:
    part = block.begin()
    while not part.atEnd():
        piece = part.fragment()
        if piece.position() + piece.length() > after:
            marker = view.shown.markers.get(piece.charFormat().anchorHref())
            if marker is not None and marker.statement:
                yield marker
        part += 1
