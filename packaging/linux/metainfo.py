# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Completes what software centres are told of Terkha.

``python metainfo.py METAINFO CHANGELOG PICTURES [URL]`` prints the file with one release for
each section of the changelog and, if the web folder is given that the screenshots are published
in, with these: AppStream allows none that only lie in a package.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

# As in "## 0.2.0, edition 2026.11 (28 November 2026)"; what is not released yet has no date.
_SECTION = re.compile(r"^## (\S+?),? .*\((\d+ \w+ \d{4})\)\n\n(.+?)(?=\n)", re.MULTILINE)

# Of the manual's pictures; the first one stands for Terkha where there is room for one.
CAPTIONS = {
    "record.png": "A record: every value with its source, disputes in plain sight",
    "map.png": "The map, as sure of each point as its source",
    "chart.png": "Charts that show what sources disagree about",
}


def releases(changelog: str) -> Iterator[tuple[str, str, str]]:
    """Yield version, ISO date and first paragraph of each released section, newest first."""
    for version, date, summary in _SECTION.findall(changelog):
        yield version, datetime.strptime(date, "%d %B %Y").date().isoformat(), summary


def complete(metainfo: str, changelog: str, screenshots: Path, url: str = "") -> str:
    """Return the metainfo with releases and, given a ``url``, screenshots.

    Raises:
        ValueError: the changelog has no released section, or a picture is missing.

    """
    builder = ET.TreeBuilder(insert_comments=True)
    root = ET.fromstring(metainfo, ET.XMLParser(target=builder))
    if url:
        root.append(_pictures(screenshots, url.rstrip("/")))
    told = ET.SubElement(root, "releases")
    for version, date, summary in releases(changelog):
        release = ET.SubElement(told, "release", version=version, date=date)
        ET.SubElement(ET.SubElement(release, "description"), "p").text = summary
    if not len(told):
        raise ValueError("the changelog has no section with a date")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _pictures(folder: Path, url: str) -> ET.Element:
    pictures = ET.Element("screenshots")
    missing = [name for name in CAPTIONS if not (folder / name).is_file()]
    if missing:
        raise ValueError(f"there is no picture {', '.join(missing)} in {folder}")
    for position, (name, caption) in enumerate(CAPTIONS.items()):
        picture = ET.SubElement(pictures, "screenshot")
        if position == 0:
            picture.set("type", "default")
        ET.SubElement(picture, "caption").text = caption
        ET.SubElement(picture, "image").text = f"{url}/{name}"
    return pictures


if __name__ == "__main__":
    template, changes = (Path(path).read_text("utf-8") for path in sys.argv[1:3])
    print(complete(template, changes, Path(sys.argv[3]), *sys.argv[4:]), end="")
