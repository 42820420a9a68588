# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The outline of a PDF, which viewers show beside its sheets; Qt writes none.

It is put behind the end of the file as an incremental update (ISO 32000-1, 7.5.6), so that
nothing in the file moves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from terkha.views.pdf_links import PAGE, Place

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)")


def outlined(pdf: bytes, entries: Sequence[tuple[str, Place]]) -> bytes:
    """Return a PDF with an outline of titles and the places they lead to."""
    if not entries:
        return pdf
    root, size, start = (int(found.findall(pdf)[-1]) for found in (_ROOT, _SIZE, _START))
    pages = [int(found[1]) for found in PAGE.finditer(pdf)]
    first, last = size + 1, size + len(entries)
    opened = f"/Outlines {size} 0 R /PageMode /UseOutlines >>"
    catalog = re.search(rb"(?m)^%d 0 obj\s*(<<.*?)>>\s*endobj" % root, pdf, re.DOTALL)
    assert catalog is not None
    objects = {root: catalog[1].decode("latin-1") + opened}
    objects[size] = (
        f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {last - size} >>"
    )
    for number, (title, place) in enumerate(entries, start=first):
        near = f" /Prev {number - 1} 0 R" if number > first else ""
        near += f" /Next {number + 1} 0 R" if number < last else ""
        there = f"[{pages[place.sheet]} 0 R /XYZ 0 {place.height:.0f} 0]"
        words = ("\ufeff" + title).encode("utf-16-be").hex()
        objects[number] = f"<< /Title <{words}> /Parent {size} 0 R{near} /Dest {there} >>"
    return pdf + _update(len(pdf), objects, root, start, last + 1)


def _update(at: int, objects: dict[int, str], root: int, start: int, size: int) -> bytes:
    """Return objects, their table and a trailer that leads back to the table before."""
    body, places = b"\n", {}
    for number, text in objects.items():
        places[number] = at + len(body)
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = at + len(body)
    lines = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    trailer = f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {start} >>"
    return body + f"xref\n{lines}{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
