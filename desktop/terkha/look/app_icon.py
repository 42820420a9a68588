# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Terkha's own icon, from its SVG; ``python -m terkha.look.app_icon FOLDER`` writes it as PNG."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from terkha_resources import path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def picture(size: int) -> QImage:
    """Return the icon, ``size`` pixels square, on a transparent ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(path("icon/terkha.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def app_icon() -> QIcon:
    """Return the icon for windows and task bars."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        icon.addPixmap(QPixmap.fromImage(picture(size)))
    return icon


def main(arguments: list[str]) -> int:
    """Write ``terkha-16.png`` to ``terkha-512.png`` into a folder, for installers."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        picture(size).save(str(folder / f"terkha-{size}.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
