# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A value for the clipboard with everybody who says so, the places in their works and a link."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from terkha.views.pages import outside
from terkha.views.references import reference_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.pages import Document, Marker
    from terkha_db.entities import Cite


def copy_value(context: Context, marker: Marker, page: Document) -> None:
    """Copy a value, rich and plain at once, and say so."""
    html, text = value_with_citation(context, marker, page)
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    words = QCoreApplication.translate("ValueCopy", "Copied with its citation: {}")
    context.state.say(words.format(marker.says))


def _link(context: Context, marker: Marker, page: Document) -> str:
    """Return the link of a value: of its statement, or of the page where it is none."""
    record = marker.record or page.record
    link = f"{record}#{marker.statement}" if marker.statement else record
    return outside(link, context.catalogue.lens)


def value_with_citation(context: Context, marker: Marker, page: Document) -> tuple[str, str]:
    """Return a value with its works as HTML and as plain text, in the reader's citation style."""
    about = context.catalogue.brief(marker.record).title if marker.record else page.title
    said = f"{about}. {marker.says}"
    if marker.as_of:
        said += f" ({marker.as_of})"
    if marker.note:
        said += f"; {marker.note}"
    cites = _all_cites(marker, page)
    works = reference_texts(context, [cite.source.id for cite in cites])
    plain = [_placed(text, cite) for (_, text), cite in zip(works, cites, strict=True)]
    rich = [_placed(html, cite) for (html, _), cite in zip(works, cites, strict=True)]
    link = _link(context, marker, page)
    text = "\n".join([f"{said}.", *plain, link])
    html = "".join(f"<p>{part}</p>" for part in (escape(f"{said}."), *rich, escape(link)))
    return html, text


def _all_cites(marker: Marker, page: Document) -> Sequence[Cite]:
    """Return everybody who says so: works that stand beside a value have a marker each."""
    if not marker.statement:
        return marker.cites
    key = marker.statement, marker.record
    found = [one for one in page.markers.values() if (one.statement, one.record) == key]
    return list(dict.fromkeys(cite for one in found for cite in one.cites))


def _placed(reference: str, cite: Cite) -> str:
    """Return a reference with the place in the work after it."""
    if not cite.locator:
        return reference
    words = QCoreApplication.translate("ValueCopy", "Place in the work: {}.")
    return f"{reference} {words.format(cite.locator)}"
