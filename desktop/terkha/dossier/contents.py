# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the reader puts into a dossier, and its text as pages of HTML."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.atlas import paper as atlas_paper
from terkha.atlas.scene import Scene
from terkha.atlas.viewport import WHOLE, Viewport
from terkha.charts import chart_by_id, chart_title
from terkha.charts.export import to_png
from terkha.charts.lens import picture_of
from terkha.charts.paper import Sheet
from terkha.charts.words import alternative
from terkha.dossier.notes import from_markdown
from terkha.dossier.walk import PAGE_OF
from terkha.look.fonts import Fonts
from terkha.models.sites import read_sites
from terkha.pages import Document, build, gather, markup
from terkha.views.map_export import sheet_of
from terkha_db import wording
from terkha_db.cited import gather as gather_works
from terkha_db.cited import listed
from terkha_db.citing import style_by_id
from terkha_db.lens import in_words

if TYPE_CHECKING:
    from terkha.context import Context

translate = QCoreApplication.translate

_WIDTH = 690  # logical pixels of a chart or the map across the text
_DRAWN, _PIXELS = 860, 2160  # of a chart: wide enough for its words, narrow enough to read them
_MAP, _AROUND = (660.0, 700.0), 90.0  # window of the map, and what it shows around the mines
LOW = 'style="margin-top: 260px"'
"""Of the first line: the title stands a third down its sheet."""
BREAK = 'style="page-break-before: always"'
"""Of the first line of a part on a page of its own."""
_NAMED = re.compile(r'<a name="([^"]*)">')
_WITHIN = re.compile(r'href="#([^"]*)"')
_SOURCE = re.compile(r'href="source:(\d+)\.\d+"')
_RECORD = re.compile(r'href="record:([^"#]*)(#[^"]*)?"')
_ENTRY = re.compile(r"</?div[^>]*>")


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a dossier."""

    title: str
    ids: tuple[str, ...]
    """Records, in order; works of the reader's own go into the bibliography."""
    line: str = ""
    """A line of the reader's under the title: a name, a course, a client."""
    charts: tuple[str, ...] = ()
    map: bool = False
    """With a map of the mines among the records, where a source gives a point for one."""
    notes: bool = True
    """With what the reader noted on the records and their figures."""
    style: str = "chicago-notes"
    """Of the bibliography."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a dossier: a record, the map, a chart or the bibliography."""

    anchor: str
    title: str
    kind: str
    html: Callable[[], str]
    """Writes it, which takes a while."""

    def page(self, *, broken: bool) -> str:
        """Write the part with its anchor; ``broken`` puts it on a page of its own."""
        attribute = f" {BREAK}" if broken else ""
        return self.html().replace(">", f"{attribute}>{markup.anchor(self.anchor)}", 1)


def front(
    context: Context,
    contents: Contents,
    parts: Sequence[Part],
    sheets: Mapping[str, int] | None = None,
) -> str:
    """Return title page and contents; ``sheets`` gives the sheet of each part by its anchor.

    Without it each number is a link that asks a word processor for the page of the part.
    """
    return _title_page(context, contents) + _list_of(parts, sheets)


def document_of(contents: Contents, html: str) -> Document:
    """Return pages of a dossier as a document of its name."""
    return Document("", contents.title, html)


def parts_of(context: Context, contents: Contents) -> list[Part]:
    """Return records, map, charts and bibliography, in the order in which they stand.

    Raises:
        KnownError: a chart is not there.

    """
    return list(_parts(context, contents))


def _parts(context: Context, contents: Contents) -> Iterator[Part]:
    records = [one for one in contents.ids if context.catalogue.exists(one)]
    place = {record: f"part-{number}" for number, record in enumerate(records, start=1)}
    for record in records:
        brief = context.catalogue.brief(record)
        make = partial(_record, context, contents, record, place)
        yield Part(place[record], brief.title, wording.format_kind(brief.kind), make)
    number = len(records)
    placed = frozenset(site.id for site in read_sites(context.catalogue, records) if site.is_placed)
    if contents.map and placed:
        number += 1
        title = translate("Dossier", "Where the mines are")
        yield Part(
            f"part-{number}",
            title,
            translate("Dossier", "Map"),
            partial(_map, context, placed, title),
        )
    for chart_id in contents.charts:
        number += 1
        title = chart_title(chart_by_id(chart_id).id)
        kind = translate("Dossier", "Chart")
        yield Part(f"part-{number}", title, kind, partial(_chart, context, chart_id))
    title = translate("Dossier", "Bibliography")
    yield Part(
        f"part-{number + 1}",
        title,
        translate("Dossier", "Works"),
        partial(_bibliography, context, contents, title),
    )


def _record(context: Context, contents: Contents, record: str, place: Mapping[str, str]) -> str:
    """Return the page of a record with every list unfolded, and what the reader noted on it."""
    material = gather(context.catalogue, record, contents.style)
    folded = build(material, translate).folded
    page = build(material, translate, folded)
    html = _led(page.html, place[record], place)
    return html + ("".join(_notes(context, record)) if contents.notes else "")


def _led(html: str, own: str, place: Mapping[str, str]) -> str:
    """Return a page whose places are told apart from those of other pages in the dossier."""

    def record(link: re.Match[str]) -> str:
        there = place.get(link[1])
        if there is None:
            return link[0]
        return f'href="#{there}{"-" + link[2][1:] if link[2] else ""}"'

    html = _NAMED.sub(rf'<a name="{own}-\1">', html)
    html = _WITHIN.sub(rf'href="#{own}-\1"', html)
    html = _SOURCE.sub(rf'href="#{own}-work-\1"', html)
    return _RECORD.sub(record, html)


def _notes(context: Context, record: str) -> Iterator[str]:
    """Yield what the reader noted on a record and on its figures."""
    kept = context.library.bookmarks.select()
    noted = [one for one in kept if one.link.partition("#")[0] == record and one.notes]
    if noted:
        yield markup.heading(
            2, "h2", markup.text(translate("Dossier", "Your notes"), "h2"), "section"
        )
    for bookmark in noted:
        if "#" in bookmark.link:
            yield markup.paragraph("small", markup.text(bookmark.title, "small"), "gap")
        for note in bookmark.notes:
            yield from_markdown(note.text)


def _map(context: Context, placed: frozenset[str], title: str) -> str:
    """Return the map around mines; all others are hollow."""
    sites = read_sites(context.catalogue)
    points = [site.point for site in sites if site.id in placed]
    view = Viewport.around_points(points, *_MAP, margin=_AROUND)
    if len(points) == 1:  # a point alone says nothing of where it is
        view = Viewport.around(WHOLE, *_MAP)
    others = frozenset(site.id for site in sites) - placed
    sheet = sheet_of(context, Scene(view, sites, outside=others), "")
    fonts = Fonts(context.look.fonts.families)
    named = ", ".join(site.title for site in sites if site.id in placed)
    return _picture(
        translate("Dossier", "Map"),
        title,
        atlas_paper.to_png(sheet, fonts),
        f"{sheet.title}: {named}. {sheet.lead}",
    )


def _chart(context: Context, chart_id: str) -> str:
    picture = picture_of(context.catalogue, chart_id)
    fonts = Fonts(context.look.fonts.families)
    drawn = to_png(picture, fonts, _PIXELS, Sheet(picture, fonts, _DRAWN, titled=False))
    return _picture(translate("Dossier", "Chart"), picture.title, drawn, alternative(picture))


def _picture(kind: str, title: str, png: bytes, words: str) -> str:
    """Return a picture under its title; ``words`` are for those who cannot see it."""
    image = base64.b64encode(png).decode()
    head = markup.paragraph("caps", markup.text(kind, "caps"), "kicker")
    head += markup.heading(1, "headline", markup.text(title, "headline"))
    alt = escape(words)
    return f'{head}<p><img alt="{alt}" width="{_WIDTH}" src="data:image/png;base64,{image}" /></p>'


def _bibliography(context: Context, contents: Contents, title: str) -> str:
    """Return every work that the records rest on, and the reader's own that were chosen."""
    cited = gather_works(context.catalogue, context.library, contents.ids)
    entries = listed(context.catalogue, cited, contents.style, locators=False, uses=False)
    rows = [
        markup.paragraph("reference", _ENTRY.sub("", entry.html).strip(), "entry")
        for entry in entries
    ]
    style = style_by_id(contents.style).label
    head = markup.heading(1, "headline", markup.text(title, "headline"), "section")
    words = translate("Dossier", "Works: {}. Style: {}.").format(len(entries), style)
    note = markup.paragraph("small", markup.text(words, "small"), "gap")
    return head + note + "".join(rows)


def _title_page(context: Context, contents: Contents) -> str:
    edition, lens = context.catalogue.edition, context.catalogue.lens
    made = translate("Dossier", "Made on {} from Terkha, edition {} of {}.").format(
        wording.format_date(date.today().isoformat()),
        edition.version,
        wording.format_date(edition.date),
    )
    about = [
        made,
        translate("Dossier", "Every value names who says so; where sources differ, all are shown."),
        translate("Dossier", "Numbers of works, as in [3], begin anew with each record."),
    ]
    if lens.is_on:
        about.append(translate("Dossier", "Lens: {}.").format(in_words(lens)))
    lines = [
        markup.paragraph(
            "caps", markup.text(translate("Dossier", "Dossier"), "caps"), "kicker"
        ).replace(">", f" {LOW}>", 1),
        markup.heading(1, "title", markup.text(contents.title, "title")),
    ]
    if contents.line:
        lines.append(markup.paragraph("lead", markup.text(contents.line, "lead"), "gap"))
    lines += [markup.paragraph("small", markup.text(words, "small"), "gap") for words in about]
    return "".join(lines)


def _list_of(parts: Sequence[Part], sheets: Mapping[str, int] | None) -> str:
    """Return the contents, with the sheet of each part where it is known."""

    def number(part: Part) -> str:
        if sheets is None:
            return markup.link(f"#{PAGE_OF}{part.anchor}", "1")
        return markup.text(str(sheets.get(part.anchor, "")))

    words = markup.text(translate("Dossier", "Contents"), "headline")
    head = markup.heading(1, "headline", words, "section").replace(">", f" {BREAK}>", 1)
    rows = [
        markup.row(
            [
                markup.cell("row", markup.span("small", part.kind), width="18%"),
                markup.cell("row", markup.link(f"#{part.anchor}", markup.text(part.title))),
                markup.cell(
                    "row",
                    number(part),
                    width="10%",
                    align="right",
                ),
            ]
        )
        for part in parts
    ]
    return head + markup.table(rows)
