# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the manual as one HTML file and as PDF, with the pictures inside.

``python manual.py FOLDER`` writes FOLDER/manual.html and FOLDER/manual.pdf from the chapters that
the application shows.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pypandoc
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontDatabase

from terkha.app import make_application, make_context
from terkha.pages import Document
from terkha.views.manual_words import chapter
from terkha.views.paper import save_pdf
from terkha_db import __version__
from terkha_db.catalogue import Catalogue, default_catalogue
from terkha_db.options import Options
from terkha_db.paths import profile_paths
from terkha_db.wording import format_date
from terkha_resources import path
from terkha_resources.help import CHAPTERS

TITLE = "Terkha: the manual"
_CHAPTER = re.compile(r"\]\((\w+)\.md\)")
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_PLACED = re.compile(r'<h([1-6])[^>]* id="([\w-]+)"[^>]*>')
_OUTSIDE = re.compile(r'href="(https?:[^"]+)"')
_PICTURE = re.compile(r'<img src="pictures/(\w+\.png)"[^>]*/>')
_STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.55 "Source Sans 3", "Noto Sans", system-ui, sans-serif; max-width: 46rem;
       margin: 2.5rem auto; padding: 0 1.25rem; color: #22262b; background: #fffefb; }
h1, h2 { font-family: "Source Serif 4", "Noto Serif", Georgia, serif; line-height: 1.2; }
h1 { margin-top: 3.5rem; } header h1 { margin-top: 0; }
a { color: #1f4e79; text-decoration: none; } a:hover { text-decoration: underline; }
img { max-width: 100%; border: 1px solid #0002; border-radius: 6px; }
figcaption { color: #5c6570; font-size: .9em; } figure { margin: 1.5rem 0; }
table { border-collapse: collapse; } td, th { padding: .3rem .8rem .3rem 0; text-align: left;
        vertical-align: top; border-bottom: 1px solid #8883; }
pre { overflow-x: auto; background: #8881; padding: .8rem; border-radius: 6px; }
code { font-size: .92em; } nav ul { list-style: none; padding-left: 0; columns: 2; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8eb; background: #1b1e22; } a { color: #8fc1ee; } figcaption { color: #a4adb8; }
}
"""


def chapters(catalogue: Catalogue) -> Iterator[str]:
    """Yield the chapters in Markdown, with headings that can be led to by the chapter's name."""
    for name, _ in CHAPTERS:
        words = chapter(name, catalogue)
        words = _HEADING.sub(rf"# \1 {{#{name}}}", words, count=1)
        yield _CHAPTER.sub(r"](#\1)", words)


def about(catalogue: Catalogue) -> str:
    """Return which version and edition the manual is of."""
    edition = catalogue.edition
    return f"Version {__version__}, edition {edition.version} of {format_date(edition.date)}"


def to_html(catalogue: Catalogue, file: Path) -> None:
    """Write the manual as one HTML file that needs no other."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as style:
        style.write(f"<style>{_STYLE}</style>")
        style.flush()
        pypandoc.convert_text(
            "\n\n".join(chapters(catalogue)),
            "html5",
            format="markdown-implicit_header_references",
            outputfile=str(file),
            extra_args=[
                *("--standalone", "--embed-resources", "--toc", "--toc-depth=1"),
                *("--metadata", f"title={TITLE}", "--metadata", f"subtitle={about(catalogue)}"),
                *("--metadata", "lang=en", "--variable", "document-css=false"),
                *("--include-in-header", style.name, "--resource-path", str(path("help"))),
            ],
        )


def take_fonts_from_memory() -> None:
    """Let Qt know no file of a font: it orders the fonts of a PDF by the names of their files."""

    def load(file: str) -> int:
        return QFontDatabase.addApplicationFontFromData(Path(file).read_bytes())

    QFontDatabase.addApplicationFont = load  # type: ignore[method-assign]


def to_pdf(file: Path) -> int:
    """Write the manual as PDF, with a list that leads to the chapters; return its sheets."""
    with tempfile.TemporaryDirectory() as profile:
        options = Options(profile_paths(profile), default_catalogue())
        context = make_context(make_application(), options)
        try:
            return save_pdf(context, Document("", TITLE, _printed(context.catalogue)), file)
        finally:
            context.library.close()
            context.catalogue.close()


def dateless(pdf: bytes) -> bytes:
    """Return a PDF as of SOURCE_DATE_EPOCH, with an id that follows from its text.

    Nothing changes its length, since a PDF names the places of its parts by counting bytes.
    """
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    pdf = re.sub(rb"D:\d{14}Z", moment.strftime("D:%Y%m%d%H%M%SZ").encode(), pdf)
    pdf = re.sub(
        rb'Date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"',
        moment.strftime('Date="%Y-%m-%dT%H:%M:%S+00:00"').encode(),
        pdf,
    )
    found = re.search(rb"uuid:([\da-f-]{36})", pdf)
    if found is None:
        return pdf
    blank = pdf.replace(found[1], b"").replace(found[1].hex().encode(), b"")
    name = str(uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(blank).hexdigest())).encode()
    return pdf.replace(found[1], name).replace(found[1].hex().encode(), name.hex().encode())


def _printed(catalogue: Catalogue) -> str:
    """Return the manual in the HTML that Qt lays out."""
    body = pypandoc.convert_text(
        "\n\n".join(chapters(catalogue)),
        "html4",
        format="markdown-implicit_header_references-implicit_figures",
        extra_args=["--wrap=none", "--syntax-highlighting=none"],
    )
    body = _PLACED.sub(_heading, body)
    body = body.replace("<table>", '<table cellpadding="4">')
    body = re.sub(r"<th( [^>]*)?>", '<th align="left">', body)
    body = _OUTSIDE.sub(lambda link: f'href="outside:{quote(unescape(link[1]))}"', body)
    folder = QUrl.fromLocalFile(str(path("help/pictures"))).toString()
    body = _PICTURE.sub(rf'<img src="{folder}/\1" width="640"/>', body)
    listed = "".join(f'<p><a href="#{name}">{title}</a></p>' for name, title in CHAPTERS)
    return f'<h1 class="title">{TITLE}</h1><p>{about(catalogue)}</p>{listed}{body}'


def _heading(found: re.Match[str]) -> str:
    """Return a heading that Qt can lead to, the first one of a chapter on a sheet of its own."""
    level, place = found[1], found[2]
    style = ' style="page-break-before: always"' if level == "1" else ""
    role = "title" if level == "1" else "h2"
    return f'<h{level} class="{role}"{style}><a name="{place}"></a>'


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    take_fonts_from_memory()
    application = make_application()  # without one, Qt knows no keys
    with Catalogue.open(default_catalogue()) as opened:
        to_html(opened, target / "manual.html")
    to_pdf(target / "manual.pdf")
    (target / "manual.pdf").write_bytes(dateless((target / "manual.pdf").read_bytes()))
