# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The names card: every spelling with its script or language, who uses it, and its source."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from terkha.pages import markup, values
from terkha.pages.parts import facts
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.entities import Name

ANCHOR = "names"
_FIRST = 10
# Scripts in the order of the card; other languages follow as the record has them.
_ORDER = ("bo", "bo-Latn-wylie", "bo-Latn", "zh-Hans", "zh-Hant", "zh-Latn", "mn", "mn-Latn", "en")
_PLACED = ("mine", "place")  # kinds of which a Tibetan and a Chinese name are to be expected


def card(writer: Writer) -> str:
    """Return the card's inside, and name it in the contents list; "" where nothing is named."""
    names = writer.record.names
    if not names and writer.record.kind not in _PLACED:
        return ""
    writer.enter(ANCHOR, writer.translate("Pages", "Names"), len(names))
    title = writer.translate("Pages", "Names")
    ordered = in_order(names)
    shown = ordered if ANCHOR in writer.opened else first_of_each(ordered, _FIRST)
    rows = [_row(writer, name) for name in shown]
    parts = [
        markup.paragraph("caps", markup.anchor(ANCHOR) + markup.text(title, "caps")),
        markup.table(rows, kind="after") if rows else "",
        _more(writer, len(names) - len(shown)),
        _uncited(writer),
        missing(writer),
    ]
    return "".join(parts)


def in_order(names: Sequence[Name]) -> list[Name]:
    """Return names with the preferred first, then by script and language."""
    return sorted(
        names,
        key=lambda name: (
            not name.preferred,
            _ORDER.index(name.lang) if name.lang in _ORDER else len(_ORDER),
        ),
    )


def first_of_each(names: Sequence[Name], most: int) -> list[Name]:
    """Return at most ``most`` names, none of whose languages is left out, in the order given."""
    if len(names) <= most + 2:
        return list(names)
    firsts = list({name.lang: name for name in reversed(names)}.values())
    others = [name for name in names if name not in firsts]
    kept = [*firsts, *others[: max(0, most - len(firsts))]]
    return [name for name in names if name in kept]


def write(writer: Writer) -> None:
    """Write the card over the whole width, for kinds without key facts beside it."""
    inside = card(writer)
    if inside:
        writer.add(facts.card(inside))


def missing(writer: Writer) -> str:
    """Say in words which script no name is recorded in."""
    if writer.record.kind not in _PLACED:
        return ""
    langs = {name.lang for name in writer.record.names}
    lines = []
    if "bo" not in langs:
        lines.append(writer.translate("Pages", "No name in Tibetan script recorded"))
    if not langs & {"zh-Hans", "zh-Hant"}:
        lines.append(writer.translate("Pages", "No name in Chinese characters recorded"))
    return "".join(markup.paragraph("small", markup.text(line, "small")) for line in lines)


def _uncited(writer: Writer) -> str:
    """Say on which works names rest that have none of their own."""
    if all(name.cites for name in writer.record.names):
        return ""
    works = writer.record.works
    if works:
        words = writer.translate("Pages", "Names without a number: works of the record as a whole")
    else:
        words = writer.translate("Pages", "Names without a number: no work is recorded for them")
    mark = writer.cite_whole(works, words)
    return markup.paragraph("small", markup.text(words, "small") + mark)


def _row(writer: Writer, name: Name) -> str:
    text = markup.span("body", name.text)
    if name.lang == "bo-Latn-wylie":
        text = f"<i>{text}</i>"
    text = values.shaded(name, text)
    words = [wording.format_language(name.lang)]
    if name.used_by:
        words.append(writer.translate("Pages", "used by {}").format(name.used_by))
    if name.note:
        words.append(name.note)
    said = writer.cite(name.cites, writer.translate("Pages", "Name: {}").format(name.text))
    label = markup.text(writer.translate("Pages", "copy"), "small")
    copy = markup.link(f"copy:{quote(name.text)}", label, "small")
    return markup.row(
        [
            markup.cell("name", text, width="44%"),
            markup.cell("name-low", writer.note(", ".join(words)) + said, width="44%"),
            markup.cell("name-end", copy, width="12%", align="right"),
        ]
    )


def _more(writer: Writer, hidden: int) -> str:
    if hidden <= 0:
        return ""
    writer.fold(ANCHOR)
    words = writer.translate("Pages", "{} more names").format(hidden)
    return markup.paragraph("body", markup.link(f"more:{ANCHOR}", markup.text(words)))
