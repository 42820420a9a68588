# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Draws the application's icon in the sizes that desktops ask for.

``python icons.py DRAWING FOLDER`` writes FOLDER/48x48/apps/terkha.png and the other sizes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def picture(drawing: Path, size: int) -> QImage:
    """Return ``drawing`` as a square picture of ``size`` pixels on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def save(image: QImage, target: Path) -> None:
    """Write a picture in the format that the name of ``target`` asks for.

    Raises:
        OSError: it could not be written.

    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"{target} could not be written")


def draw(drawing: Path, folder: Path) -> None:
    """Write one picture of ``drawing`` for each size below ``folder``."""
    for size in SIZES:
        save(picture(drawing, size), folder / f"{size}x{size}" / "apps" / "terkha.png")


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
