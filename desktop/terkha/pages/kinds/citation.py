# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a citation: the reference, how the work was read, and everything that rests on it."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from terkha.pages import markup, values
from terkha.pages.parts import claims, differences, facts, head, supports
from terkha.pages.writer import Steps, Writer
from terkha_db import wording
from terkha_db.entities import Brief, Work
from terkha_db.vocabulary import SOURCE_KINDS

_DEFINITIONS = {choice.id: choice.definition for choice in SOURCE_KINDS}
_TAGS = re.compile(r"</?(\w+)[^>]*>")
_KEPT = ("i", "b", "sup", "sub")
_SAME = {"em": "i", "strong": "b"}


def write(writer: Writer) -> Steps:
    """Write the page of a citation."""
    work = writer.material.work
    head.write(writer, _kicker(writer, work))
    if work is not None:
        writer.enter(head.TOP, writer.translate("Pages", "The work"))
        writer.add(lead(writer, work))
    writer.add(_reference(writer))
    if work is not None:
        writer.add(facts.table(rows(writer, work)))
    yield
    made = writer.material.made
    if made:
        yield from claims.write_document(writer, made)
    _endnotes(writer)
    yield
    disputes = [
        one for one in writer.material.supports if isinstance(one, Brief) and one.kind == "dispute"
    ]
    title = writer.translate("Pages", "Questioned")
    differences.write_list(writer, title, disputes)
    yield
    supports.write(writer, without=frozenset(made))


def _kicker(writer: Writer, work: Work | None) -> list[str]:
    """Return what kind of work it is, and of which kind its claimant."""
    if work is None:
        return [wording.format_kind("citation")]
    sort = str(work.csl.get("genre") or work.csl.get("type") or "").replace("-", " ")
    return [sort, writer.translate("Vocabulary", wording.format_word(work.kind))]


def _endnotes(writer: Writer) -> None:
    """Write the works that the endnotes of the work name, in the order of the notes."""
    statements = writer.take("endnote")
    if not statements:
        return
    rows = []
    for one in statements:
        label = writer.translate("Pages", "n. {}").format(one.of)
        note = f" {writer.note(one.note)}" if one.note else ""
        works = markup.wrap("body", writer.links(one.records))
        rows.append(facts.row(label, markup.anchor(one.id) + works + note + writer.mark(one)))
    title = writer.translate("Pages", "Its endnotes")
    writer.section("endnotes", title, facts.table(rows), len(statements))


def lead(writer: Writer, work: Work) -> str:
    """Return author, container and date of a work in one line."""
    container = str(work.csl.get("container-title") or work.csl.get("publisher") or "")
    words = [work.author, container, wording.format_date(work.date)]
    shown = ", ".join(dict.fromkeys(filter(None, words)))
    return markup.paragraph("lead", markup.text(shown, "lead"), "lead-gap")


def _reference(writer: Writer) -> str:
    """Return the formatted reference in a card, with a link that copies it."""
    reference = writer.material.reference
    if reference is None:
        return ""
    title = markup.paragraph("caps", markup.text(reference.style, "caps"))
    copy = markup.link(
        f"cite:{writer.record.id}", markup.text(writer.translate("Pages", "Copy")), "mark"
    )
    body = f"{_TAGS.sub(_plain_tag, reference.html).strip()} {copy}"
    inside = title + markup.paragraph("reference", body)
    return facts.card(inside)


def _plain_tag(tag: re.Match[str]) -> str:
    """Return a tag that changes letters, in the type around it; links and blocks go."""
    name = _SAME.get(tag[1].lower(), tag[1].lower())
    if name not in _KEPT:
        return ""
    return f"</{name}>" if tag[0].startswith("</") else f'<{name} class="reference">'


def rows(writer: Writer, work: Work) -> list[str]:
    """Return what is known of the work and how it was read."""
    record = writer.record
    kind = writer.translate("Vocabulary", _DEFINITIONS.get(work.kind, ""))
    label = values.sentence_case(values.kind_word(writer, work.kind))
    read = (
        writer.translate("Pages", "a secondary copy; the work itself was not seen")
        if work.secondary
        else writer.translate("Pages", "the work itself")
    )
    unsigned = (
        writer.translate("Pages", "none is named; the outlet answers for it")
        if record.facts.get("unsigned")
        else ""
    )
    supplied = writer.translate("Pages", "supplied by an editor") if work.title_supplied else ""
    shown = (
        (writer.translate("Pages", "Kind of source"), f"{label}: {kind}" if kind else label),
        (writer.translate("Pages", "Read as"), read),
        (writer.translate("Pages", "Author"), unsigned),
        (writer.translate("Pages", "Title"), supplied),
        (writer.translate("Pages", "Language"), wording.format_language(work.language)),
        (writer.translate("Pages", "Cited as"), record.facts.get("cited_as", "")),
        (writer.translate("Pages", "Caution"), work.caution),
        (writer.translate("Pages", "Note"), work.note if work.note != record.note else ""),
        (writer.translate("Pages", "Remarks"), record.facts.get("remarks", "")),
    )
    known = [facts.row(label, writer.note(words, "body")) for label, words in shown if words]
    return [*known, _lens_row(writer, work), *_addresses(writer, work)]


def _lens_row(writer: Writer, work: Work) -> str:
    """Say whether the work counts, with a link that leaves it out or lets it count again."""
    lens = writer.material.lens
    out = work.id in lens.without
    if not lens.is_on:
        words = writer.translate("Pages", "none is on; the work counts")
    elif lens.admits(work.id, work.kind):
        words = writer.translate("Pages", "the work is inside it")
    else:
        words = writer.translate("Pages", "the work lies outside it")
    offer = (
        writer.translate("Pages", "Let this work count again")
        if out
        else writer.translate("Pages", "Without this work")
    )
    link = markup.link(f"lens:{'+' if out else '-'}{work.id}", markup.text(offer), "mark")
    return facts.row(writer.translate("Pages", "Lens"), f"{markup.span('body', words)} {link}")


def _addresses(writer: Writer, work: Work) -> list[str]:
    """Return DOI and address as links that ask before anything is opened, and can be copied."""
    rows = []
    for field, label in (("DOI", "DOI"), ("URL", writer.translate("Pages", "Address"))):
        address = str(work.csl.get(field) or "")
        if not address:
            continue
        host = urlsplit(address).hostname or "" if field == "URL" else ""
        copy = markup.link(
            f"copy:{quote(address, safe='')}",
            markup.text(writer.translate("Pages", "Copy address" if host else "Copy")),
            "mark",
        )
        words = f"{markup.span('strong', host)}<br/>" if host else ""
        target = address if host else f"https://doi.org/{address}"
        shown = markup.outside(target, markup.text(address))
        rows.append(facts.row(label, f"{words}{shown} {copy}"))
    return rows
