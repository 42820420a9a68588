# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every script of the records is drawn, by a face that is shipped, at every text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPdfWriter, QTextLayout

from terkha.look.fonts import ROLES, Face, Fonts
from terkha.look.scripts import Script, runs, script_of
from terkha_resources import path

RECORDS = Path(__file__).parents[3] / "db" / "records"
SAMPLES = {
    Script.LATIN: "Julong ≠ 5.78–25.88 Mt Li₂CO₃ · g/t · ā ê ś ṇ ŋ ǔ ● → ‘q’ “q” 1\u202f000 ×",
    Script.TIBETAN: "གཏེར་ཁ་ རྒྱ་མ་ བསྒྲུབས་ ཧཱུྃ མལ་གྲོ་གུང་དཀར།",
    Script.HAN: "巨龙铜矿 巨龍銅礦 肅鋰絨鈺鉛鎳蘊 庁鉱 カタカナ",
}
roles = pytest.mark.parametrize("role", [role.id for role in ROLES])


def drawn_with(text: str, font: QFont) -> set[str]:
    """Lay the text out; return the families used, failing on a missing glyph."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    glyphs = layout.glyphRuns()
    assert glyphs
    assert all(0 not in run.glyphIndexes() for run in glyphs), text
    return {run.rawFont().familyName() for run in glyphs}


@roles
@pytest.mark.parametrize("script", Script)
def test_each_role_draws_each_script_with_shipped_faces(fonts, families, role, script):
    shipped = {families.sans, families.serif, families.tibetan, families.han}
    assert drawn_with(SAMPLES[script], fonts.script(role, script)) <= shipped
    assert drawn_with(SAMPLES[script], fonts.font(role)) <= shipped


@roles
def test_words_are_as_wide_in_a_file_as_on_screen(fonts, role):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    page = QPdfWriter(buffer)
    page.setResolution(1200)
    font = fonts.font(role)
    on_screen = QFontMetricsF(font).horizontalAdvance("Kyrgyzstan")
    assert QFontMetricsF(font, page).horizontalAdvance("Kyrgyzstan") == pytest.approx(on_screen)


def test_each_script_has_its_face(fonts, families):
    tibetan = fonts.script("body", Script.TIBETAN)
    assert drawn_with("རྒྱ་མ་", tibetan) == {families.tibetan}
    assert drawn_with("驱龙", fonts.script("body", Script.HAN)) == {families.han}
    assert drawn_with("Julong", fonts.font("body")) == {families.sans}
    assert drawn_with("Julong", fonts.font("citation")) == {families.serif}


@roles
def test_latin_is_at_the_weight_of_the_role_and_the_others_are_plain(fonts, role):
    weight = next(entry.weight for entry in ROLES if entry.id == role)
    assert fonts.font(role).weight() == weight
    for script in (Script.TIBETAN, Script.HAN):
        assert fonts.script(role, script).weight() == QFont.Weight.Normal


def test_a_stack_of_tibetan_takes_one_place(fonts):
    font = fonts.script("body", Script.TIBETAN)
    metrics = QFontMetrics(font)
    assert metrics.horizontalAdvance("བསྒྲུབས") < sum(map(metrics.horizontalAdvance, "བསྒྲུབས"))


def test_a_line_of_tibetan_is_not_twice_as_high(fonts):
    assert QFontMetrics(fonts.script("body", Script.TIBETAN)).height() <= fonts.px(36)


@pytest.mark.parametrize(("scale", "size"), [(50, 11), (80, 11), (100, 14), (125, 18), (300, 28)])
def test_all_sizes_come_from_one_factor_within_its_bounds(families, scale, size):
    fonts = Fonts(families, scale)
    assert fonts.font("body").pixelSize() == size
    assert fonts.px(100) == min(200, max(80, scale))
    assert f"font-size:{size}px" in fonts.css("body")


def test_figures_can_stand_under_one_another(fonts):
    metrics = QFontMetrics(fonts.font("body", tabular=True))
    assert len({metrics.horizontalAdvance(digit * 9) for digit in "0123456789"}) == 1


def test_nobody_can_change_the_font_of_others(fonts):
    fonts.font("body").setPixelSize(99)
    assert fonts.font("body").pixelSize() == 14


def test_text_is_cut_by_script_without_loss():
    text = "Qulong 驱龙铜矿 (རྒྱ་མ་), 2021"
    pieces = list(runs(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [script.value for _, script in pieces] == ["latin", "han", "latin", "tibetan", "latin"]


@pytest.mark.parametrize("face", [Face.SANS, Face.SERIF])
def test_every_character_of_the_records_is_in_a_shipped_face(face):
    stack = (face, Face.SANS, Face.TIBETAN, Face.HAN)
    covered = {"\n"} | {
        chr(code) for each in stack for code in TTFont(path(each.files[0])).getBestCmap()
    }
    files = sorted(RECORDS.rglob("*.yaml"))
    assert files
    missing = {
        (character, file.name)
        for file in files
        for character in set(file.read_text(encoding="utf-8")) - covered
    }
    assert missing == set()


def test_characters_outside_all_known_ranges_count_as_latin():
    assert script_of("Ж") is Script.LATIN
    assert script_of("\U0001f600") is Script.LATIN
