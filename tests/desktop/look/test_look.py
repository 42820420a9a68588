# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One look for the whole application, that changes at once when it is told to."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QFile, QPointF, QResource, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from terkha.look.gallery import Gallery
from terkha.look.lettering import draw_line, line_width
from terkha.look.resource_file import resource_file
from terkha.look.scheme import theme_for
from terkha.look.sheet import style_sheet
from terkha.look.sheet_images import IMAGES, SheetImages
from terkha.look.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES

Scheme, Contrast = Qt.ColorScheme, Qt.ContrastPreference


def hints(scheme: Scheme, preference: Contrast = Contrast.NoPreference) -> SimpleNamespace:
    """What a platform may say of itself; the one that tests run on says nothing."""
    asked = SimpleNamespace(contrastPreference=lambda: preference)
    return SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: asked)


def system(ground: str, ink: str, selection: str = "#0000FF") -> QPalette:
    palette = QPalette(QColor(ground))
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(selection))
    return palette


PALE, DEEP = system("#EFEFEF", "#000000"), system("#202020", "#EEEEEE")


@pytest.mark.parametrize(
    ("scheme", "palette", "theme"),
    [
        (Scheme.Light, PALE, LIGHT),
        (Scheme.Dark, PALE, DARK),
        (Scheme.Light, DEEP, LIGHT),
        (Scheme.Unknown, PALE, LIGHT),
        (Scheme.Unknown, DEEP, DARK),
    ],
)
def test_the_theme_follows_the_system(qapp, scheme, palette, theme):
    assert theme_for("system", hints(scheme), palette) is theme


def test_high_contrast_takes_the_colours_of_the_system(qapp):
    asked = hints(Scheme.Light, Contrast.HighContrast)
    theme = theme_for("system", asked, system("#FFFFFF", "#000000", "#37006E"))
    assert (theme.name, theme.surface.upper(), theme.ink) == ("contrast", "#FFFFFF", "#000000")
    assert not theme.tints


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_the_reader_chose_stands_over_the_system(qapp, theme):
    for scheme in (Scheme.Light, Scheme.Dark):
        asked = hints(scheme, Contrast.HighContrast)
        assert theme_for(theme.name, asked, PALE) is theme


def test_choosing_dresses_the_application_and_says_so_once(look, qapp, qtbot):
    with qtbot.waitSignal(look.changed):
        look.choose(appearance="dark", text_scale=150)
    assert look.theme is look.icons.theme is look.symbols.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.surface
    assert qapp.font().pixelSize() == look.fonts.font("body").pixelSize() == 21


def test_choosing_what_is_already_so_disturbs_nobody(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.choose(appearance="light", text_scale=100)


def test_an_unknown_appearance_is_a_mistake_of_ours(look):
    with pytest.raises(KeyError):
        look.choose(appearance="sepia")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_qt_understands_the_whole_sheet(look, qtbot, theme):
    # Qt warns of what it cannot parse or load, and a warning fails a test.
    images = SheetImages(look.icons, look.fonts)
    sheet = style_sheet(theme, look.fonts, images.urls())
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)
    assert "$" not in sheet
    for kind in (QComboBox, QCheckBox, QSpinBox, QLineEdit, QPushButton):
        kind(widget)
    widget.grab()


def test_pictures_of_the_sheet_are_files_in_memory_and_go_with_it(look):
    images = SheetImages(look.icons, look.fonts)
    places = [url.removeprefix('url("').removesuffix('")') for url in images.urls().values()]
    assert len(set(places)) == len(IMAGES)
    for place in places:
        assert place.startswith(":/")
        assert QSvgRenderer(place).isValid()
    del images
    assert not any(QFile.exists(place) for place in places)


@given(st.dictionaries(st.text(st.characters(categories=["L", "N"]), min_size=1), st.binary()))
def test_qt_finds_each_file_in_memory_by_its_name(files):
    written = resource_file(files)
    assert QResource.registerResourceData(written, "/tried")
    try:
        for name, content in files.items():
            file = QFile(f":/tried/{name}")
            assert file.open(QFile.OpenModeFlag.ReadOnly)
            assert bytes(file.readAll()) == content
    finally:
        QResource.unregisterResourceData(written, "/tried")


def polished(widget: QWidget, qtbot, **properties: str) -> QWidget:
    qtbot.addWidget(widget)
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.ensurePolished()
    return widget


@pytest.mark.parametrize(
    ("kind", "height"), [("", 28), ("primary", 28), ("segment", 28), ("nav", 32), ("chip", 24)]
)
@pytest.mark.parametrize("scale", [100, 200])
def test_buttons_have_the_heights_of_the_design(look, qtbot, kind, height, scale):
    look.choose(text_scale=scale)
    button = polished(QPushButton("Cite 8 works"), qtbot, kind=kind)
    assert button.sizeHint().height() == pytest.approx(look.fonts.px(height), abs=2)


def test_the_search_field_is_higher_than_others(look, qtbot):
    assert polished(QLineEdit(), qtbot, kind="search").sizeHint().height() == 34
    assert polished(QLineEdit(), qtbot).sizeHint().height() == 28


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "make",
    [lambda: QPushButton("Cite"), QLineEdit, QComboBox, lambda: QCheckBox("Copper")],
    ids=["button", "field", "choice", "box"],
)
def test_focus_is_seen_and_moves_nothing(look, qtbot, appearance, make):
    look.choose(appearance=appearance)
    window = QWidget()
    qtbot.addWidget(window)
    widget, other = make(), QLineEdit()
    for child, y in ((widget, 10), (other, 60)):
        child.setParent(window)
        child.move(10, y)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    size, before = widget.sizeHint(), widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.sizeHint() == size
    ring = widget.grab().toImage().pixelColor(widget.width() // 2, 0)
    assert ring.name().upper() == look.theme.accent
    assert before.pixelColor(widget.width() // 2, 0) != ring
    window.close()


def test_labels_take_font_and_colour_by_role_and_tone(look, qtbot):
    label = polished(QLabel("Julong"), qtbot, role="record-title", tone="disp")
    assert label.font().families() == look.fonts.font("record-title").families()
    assert label.font().pixelSize() == 30
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.disp


def drawn(text: str, width: float, fonts) -> tuple[float, QImage]:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    used = draw_line(painter, QPointF(0, 30), width, text, "body", fonts)
    painter.end()
    return used, image


def test_a_line_of_mixed_scripts_is_as_wide_as_measured(fonts):
    text = "Jiama 甲玛 རྒྱ་མ་"
    used, image = drawn(text, 400, fonts)
    assert used == pytest.approx(line_width(text, "body", fonts))
    right = max(x for x in range(400) for y in range(60) if image.pixel(x, y) != 0xFFFFFFFF)
    assert right <= used + 1


def test_a_line_that_is_too_long_is_cut(fonts):
    text = "Tiegelongnan 铁格隆南矿区荣那矿段"
    used, image = drawn(text, 120, fonts)
    assert 90 < used <= 120
    assert all(image.pixel(x, y) == 0xFFFFFFFF for x in range(122, 400) for y in range(60))


def test_the_gallery_shows_every_theme(look, qtbot):
    pictures = set()
    for theme in (LIGHT, DARK, HIGH_CONTRAST):
        look.choose(appearance=theme.name)
        gallery = Gallery(look)
        qtbot.addWidget(gallery)
        corner = gallery.grab().toImage().pixelColor(2, 2).name().upper()
        assert corner == theme.surface
        pictures.add(corner)
    assert len(pictures) == 3
