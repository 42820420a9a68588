# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Formats works by the program pandoc, in one style, and takes its output apart."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from terkha_db.citing.runs import plain
from terkha_db.citing.styles import NUMBER, Form, Style

_LIST = re.compile(r'<div id="refs"[^>]*>\n(.*)\n</div>\n?(?:<section|$)', re.S)
_ENTRY = re.compile(r'<div\s+id="ref-([^"]+)"')
_NOTE = re.compile(r'<li\s+id="fn\d+"><p>(.*?)<a\s+href="#fnref\d+"\s+class="footnote-back"', re.S)
_CITE = re.compile(r'<p><span\s+class="citation"\s+data-cites="[^"]+">(.*?)</span></p>', re.S)
_NUMBER = re.compile(r"(<div\s+class=\"csl-left-margin\">\D*)\d+")
_DIGITS = re.compile(r"\d+")
# A dash for a repeated author is right or wrong by the neighbours in a list: a form of its own.
_SUBSTITUTE = re.compile(r'\s+subsequent-author-substitute="[^"]*"')
_DISAMBIGUATION = re.compile(
    r'\s+(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule)="[^"]*"'
)
# What a style leaves out of its bibliography (Chicago: unsigned entries of encyclopedias) is
# listed in the form that the style has for web pages: no work a reader cites may get lost.
_LISTED_EVERYWHERE = "webpage"

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rendered:
    """One work in one style and form, as HTML and as plain text on one line."""

    slug: str
    style: str
    form: Form
    html: str
    """For an entry of the list the whole ``div``, as pandoc writes it; else inline markup."""
    text: str
    order: int
    """Rank in the style's own order of all works, from 0; by slug where the style has no order."""


def render_style(items: Sequence[Item], style: Style, csl: str, pandoc: str) -> list[Rendered]:
    """Format works in one style, given as the text of its CSL file, by the program ``pandoc``.

    Raises:
        RuntimeError: pandoc cannot format them.

    """
    slugs = [str(item["id"]) for item in items]
    undashed = without_dash(csl)
    listed, cited = _run_pandoc(items, style, undashed, pandoc)
    if omitted := {slug for slug in slugs if not plain(listed[slug])}:
        items = [
            {**item, "type": _LISTED_EVERYWHERE} if item["id"] in omitted else item
            for item in items
        ]
        listed, cited_again = _run_pandoc(items, style, undashed, pandoc)
        # Notes cite these works well; other citations must match the entry in the list.
        cited = cited if style.form == "note" else cited_again
    forms: dict[Form, dict[str, str]] = {"bibliography": listed}
    if style.dash:
        forms["repeated"] = repeated(items, style, csl, pandoc)
    for number, form in enumerate(style.cited):
        start = number * len(slugs)
        forms[form] = dict(zip(slugs, cited[start : start + len(slugs)], strict=True))
    order = {slug: rank for rank, slug in enumerate(listed)}
    return [
        Rendered(slug, style.id, form, html, plain(html), order[slug])
        for form, entries in forms.items()
        for slug, html in sorted(entries.items())
    ]


def without_dash(csl: str) -> str:
    """Give a CSL file that names authors in every entry, also below another of their works."""
    return _SUBSTITUTE.sub("", csl)


def list_apart(items: Sequence[Item], style: Style, csl: str, pandoc: str) -> dict[str, str]:
    """Format a list whose entries know nothing of each other, by slug in the style's order.

    There are no dashes and no year letters, nor what else tells works apart that are much alike;
    so thousands of them take no longer than they must.

    Raises:
        RuntimeError: pandoc cannot format them.

    """
    apart = _DISAMBIGUATION.sub("", without_dash(csl))
    return _entries(_run(items, style, apart, pandoc, "---\nnocite: '@*'\n---\n"), style)


def list_together(items: Sequence[Item], style: Style, csl: str, pandoc: str) -> dict[str, str]:
    """Format a list as readers make one: with year letters, but without dashes.

    Raises:
        RuntimeError: pandoc cannot format them.

    """
    return _run_pandoc(items, style, without_dash(csl), pandoc)[0]


def repeated(items: Sequence[Item], style: Style, csl: str, pandoc: str) -> dict[str, str]:
    """Give the entry of each work as it reads below itself, so that its authors repeat."""
    # A copy sorts right below its work; its id is as long, so that lines break alike.
    twice = [one for item in items for one in (item, {**item, "id": str(item["id"]).upper()})]
    listed, _ = _run_pandoc(twice, style, csl, pandoc)
    return {
        slug: listed[slug.upper()].replace(f"ref-{slug.upper()}", f"ref-{slug}", 1)
        for slug in (str(item["id"]) for item in items)
    }


def _run_pandoc(
    items: Sequence[Item], style: Style, csl: str, pandoc: str
) -> tuple[dict[str, str], list[str]]:
    """Give the entries by slug, in the style's order, and the citations, one pass per form."""
    passes = len(style.cited)
    document = "\n\n".join(f"[@{{{item['id']}}}]" for item in [*items] * passes)
    made = _run(items, style, csl, pandoc, document)
    return _entries(made, style), _citations(made, style)


def _run(items: Sequence[Item], style: Style, csl: str, pandoc: str, document: str) -> str:
    """Give the HTML that pandoc makes of a document in Markdown, with its list of works."""
    with TemporaryDirectory() as folder:
        style_file, works = Path(folder, "style.csl"), Path(folder, "works.json")
        style_file.write_text(csl, encoding="utf-8")
        works.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        command = [pandoc, "--from=markdown", "--to=html", "--citeproc"]
        command += [
            f"--csl={style_file}",
            f"--bibliography={works}",
            f"--metadata=lang:{style.locale}",
        ]
        run = subprocess.run(
            command, input=document, capture_output=True, encoding="utf-8", check=False
        )
    if run.returncode:
        raise RuntimeError(f"pandoc could not format the works in {style.id}: {run.stderr}")
    return run.stdout


def _entries(html: str, style: Style) -> dict[str, str]:
    (listed,) = _LIST.findall(html)
    pieces = re.split(rf"\n(?={_ENTRY.pattern.replace('(', '(?:')})", listed)
    entries = {match[1]: piece for piece in pieces if (match := _ENTRY.match(piece))}
    if style.form == "numeric":
        entries = {slug: _NUMBER.sub(rf"\g<1>{NUMBER}", entry) for slug, entry in entries.items()}
    return entries


def _citations(html: str, style: Style) -> list[str]:
    """Give the notes or in-text citations in the order of the document, each on one line."""
    found = (_NOTE if style.form == "note" else _CITE).findall(html)
    found = [re.sub(r"\s*\n\s*", " ", citation).strip() for citation in found]
    if style.form == "numeric":
        found = [_DIGITS.sub(NUMBER, citation) for citation in found]
    return found
