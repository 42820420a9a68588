# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What stands beside a page: the pinned source, and who speaks on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from terkha.pages import markup
from terkha.pages.document import Document, FacetValue, Marker
from terkha.pages.parts import facts
from terkha.pages.writer import Translate, outside_lens, ranges, record_link
from terkha_db import wording
from terkha_db.entities import Cite, Work, all_outside

_MANY = 1  # works of a marker beyond which the card lists them


def source_title(marker: Marker, translate: Translate) -> str:
    """Return the heading of the card: ``Source [3]``."""
    word = (
        translate("Source", "Source")
        if len(marker.numbers) <= _MANY
        else translate("Source", "Sources")
    )
    return f"{word} [{ranges(marker.numbers)}]"


def source_card(
    marker: Marker, page: Document, works: Mapping[str, Work], translate: Translate
) -> Document:
    """Return the inside of the card of a marker; ``works`` are those it names, by id."""
    if len(marker.cites) > _MANY:
        html = _several(marker, translate)
    else:
        html = _one(marker, page, works.get(marker.cites[0].source.id), translate)
    return Document(page.record, source_title(marker, translate), html)


def claimants(page: Document, translate: Translate) -> Document:
    """Return how many works of which kind of claimant a page rests on."""
    counts = Counter((source.kind, source.outside) for source in page.sources)
    rows = []
    for (kind, outside), number in counts.most_common():
        label = _kind(kind, translate)
        if outside:
            label += f", {outside_lens(translate)}"
        tone = "small" if outside else "head"
        rows.append(
            markup.row(
                [
                    markup.cell("low", markup.span("small", label), width="80%"),
                    markup.cell("low", markup.span(tone, str(number)), width="20%", align="right"),
                ]
            )
        )
    return Document(page.record, translate("Source", "Who speaks here"), markup.table(rows))


def narrowing(page: Document, translate: Translate) -> Document:
    """Return the facets of a page as lists of boxes to press, each with its count."""
    parts = []
    for facet in page.facets:
        parts.append(markup.paragraph("strong", markup.text(facet.label, "strong"), "gap"))
        parts.append(markup.table([_choice(value) for value in facet.values], kind="on"))
    return Document(page.record, translate("Source", "Narrow the claims"), "".join(parts))


def _choice(value: FacetValue) -> str:
    box = markup.image("box:on" if value.chosen else "box:off")
    label = markup.link(f"narrow:{value.word}", f"{box}\u00a0 {markup.text(value.label)}")
    count = markup.span("small", str(value.count))
    return markup.row(
        [
            markup.cell("name", label, width="82%"),
            markup.cell("name-low", count, width="18%", align="right"),
        ]
    )


def _one(marker: Marker, page: Document, work: Work | None, translate: Translate) -> str:
    cite = marker.cites[0]
    source = cite.source
    parts = [
        markup.paragraph("caps", markup.text(_kind(source.kind, translate), "caps")),
        markup.paragraph("strong", markup.text(source.title, "strong"), "item"),
        markup.paragraph("body", _outlet(cite, work)),
        markup.table(_rows(marker, page, work, translate)),
    ]
    return "".join(parts)


def _outlet(cite: Cite, work: Work | None) -> str:
    """Return author, container and date of a work."""
    source = cite.source
    container = str(work.csl.get("container-title") or "") if work else ""
    words = [markup.text(source.author)]
    if container and container != source.author:
        words.append(f'<i class="body">{markup.text(container)}</i>')
    words.append(markup.text(wording.format_date(source.date)))
    return ", ".join(words)


def _rows(marker: Marker, page: Document, work: Work | None, translate: Translate) -> Sequence[str]:
    number = marker.numbers[0]
    supported = sum(number in other.numbers for other in page.markers.values())
    where = marker.cites[0].locator or translate("Source", "place in the work not recorded")
    rows = [
        (translate("Source", "Says"), marker.says),
        (translate("Source", "As of"), marker.as_of),
        (translate("Source", "Note"), marker.note),
        (translate("Source", "Where"), where),
        (translate("Source", "Language"), wording.format_language(work.language) if work else ""),
        (
            translate("Source", "Read as"),
            translate("Source", "a secondary copy") if marker.cites[0].source.secondary else "",
        ),
        (translate("Source", "Lens"), _outside(marker.cites, translate)),
        (translate("Source", "Caution"), work.caution if work else ""),
        (translate("Source", "Supports"), _supports(supported, translate)),
    ]
    return [facts.row(label, markup.span("body", words)) for label, words in rows if words]


def _outside(cites: Sequence[Cite], translate: Translate) -> str:
    return outside_lens(translate) if all_outside(cites) else ""


def _supports(number: int, translate: Translate) -> str:
    if number == 1:
        return translate("Source", "1 value on this page")
    return translate("Source", "{} values on this page").format(number)


def _several(marker: Marker, translate: Translate) -> str:
    """Return the works of a marker as a list, and that none is named for the value itself."""
    words = translate(
        "Source", "These works are named for the record as a whole, not for this value."
    )
    rows = []
    for number, cite in sorted(zip(marker.numbers, marker.cites, strict=True), key=_number):
        source = cite.source
        title = record_link(source.id, source.title)
        line = markup.span(
            "small",
            f"{source.author}, {wording.format_date(source.date)},"
            f" {_kind(source.kind, translate).lower()}",
        )
        rows.append(
            markup.row(
                [
                    markup.cell("low", markup.span("mark", f"[{number}]"), width="12%"),
                    markup.cell("row", f"{title}<br/>{line}", width="88%"),
                ]
            )
        )
    said = markup.paragraph("body", markup.text(marker.says), "item")
    return said + markup.paragraph("small", markup.text(words, "small")) + markup.table(rows)


def _number(pair: tuple[int, Cite]) -> int:
    return pair[0]


def _kind(kind: str, translate: Translate) -> str:
    return translate("Vocabulary", wording.format_word(kind))
