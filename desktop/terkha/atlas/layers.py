# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""LAYERS: what can be drawn on the map or left out. Links name them, so this loads nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Layer:
    """Something that can be drawn or left out."""

    id: str
    label: str
    shown: bool = True


LAYERS: tuple[Layer, ...] = (
    Layer("labels", "Names of mines, when near"),
    Layer("names", "Names of towns and waters"),
    Layer("graticule", "Degrees"),
    Layer("outside", "Mines outside filters and lens"),
    Layer("gather", "Gather mines where they are dense"),
    Layer("impacts", "Impacts and protests recorded", shown=False),
    Layer("basins", "Where the water goes, as stated", shown=False),
)


UNSEEN = frozenset(layer.id for layer in LAYERS if not layer.shown)
"""Layers that are not drawn until they are asked for."""


def layer_label(layer: Layer) -> str:
    """Return how a layer is called in the reader's language."""
    return QCoreApplication.translate("Map", layer.label)
