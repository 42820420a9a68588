# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Puts an icon where desktops look for it, as a drawing and in the sizes that they ask for.

``python icons.py terkha.svg FOLDER apps`` writes FOLDER/scalable/apps/terkha.svg,
FOLDER/48x48/apps/terkha.png and the other sizes.
"""

from __future__ import annotations

import shutil
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


def install(drawing: Path, folder: Path, context: str) -> None:
    """Write ``drawing`` and one picture of it for each size below ``folder``.

    ``context`` is what it stands for, as icon themes call it: apps, mimetypes.
    """
    for size in SIZES:
        target = folder / f"{size}x{size}" / context / f"{drawing.stem}.png"
        save(picture(drawing, size), target)
    target = folder / "scalable" / context / drawing.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, target)


if __name__ == "__main__":
    install(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
