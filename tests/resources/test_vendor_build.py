# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Building ``vendor/`` from packages: pinned, complete, repeatable, and never twice."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

from terkha_resources.assets import PACKAGES, Asset, Index, Make, Package, han_characters
from terkha_resources.vendor_build import VendorError, build, npm_fetch, pip_fetch


def woff2_face(text: str) -> bytes:
    """A face with hints whose characters are all the same box, packed as for the web."""
    builder = FontBuilder(1000)
    names = [".notdef", *(f"box{ord(character):x}" for character in text)]
    pen = TTGlyphPen(None)
    for corner in ((0, 0), (0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner) if corner != (0, 0) else pen.moveTo(corner)
    pen.closePath()
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, text), names[1:], strict=True)))
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Toy", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font["prep"] = newTable("prep")
    builder.font["prep"].program = Program()
    builder.font["prep"].program.fromAssembly(["PUSHB[ ]", "0", "POP[ ]"])
    builder.font.flavor = "woff2"
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


class Registry:
    """Hands out one archive and counts how often it was asked."""

    def __init__(self, **files: bytes) -> None:
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="w:gz") as tar:
            for name, content in files.items():
                info = tarfile.TarInfo(f"package/{name}")
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
        self.archive = stream.getvalue()
        self.asked = 0

    def package(self, *assets: Asset) -> Package:
        digest = base64.b64encode(hashlib.sha512(self.archive).digest()).decode()
        return Package("toy", "1.0.0", digest, assets)

    def fetch(self, package: Package, folder: Path) -> Path:
        self.asked += 1
        path = folder / "toy.tgz"
        path.write_bytes(self.archive)
        return path


def run(registry: Registry, vendor: Path, *assets: Asset) -> None:
    build([registry.package(*assets)], vendor, registry.fetch, lambda line: None)


def test_takes_the_files_that_are_named_and_no_other(tmp_path):
    registry = Registry(a=b"first", b=b"second")
    run(registry, tmp_path, Asset("a", "fonts/a.ttf"))
    assert (tmp_path / "fonts" / "a.ttf").read_bytes() == b"first"
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == {"a.ttf", "stamp.json"}


def test_a_second_run_fetches_nothing(tmp_path):
    registry = Registry(a=b"first")
    for _ in range(2):
        run(registry, tmp_path, Asset("a", "a"))
    assert registry.asked == 1


@pytest.mark.parametrize("spoil", ["a", "stamp.json"])
def test_what_was_lost_or_damaged_is_made_again(tmp_path, spoil):
    registry = Registry(a=b"first")
    run(registry, tmp_path, Asset("a", "a"))
    (tmp_path / spoil).unlink()
    run(registry, tmp_path, Asset("a", "a"))
    assert (tmp_path / "a").read_bytes() == b"first"
    assert registry.asked == 2


def test_files_that_are_no_longer_listed_go(tmp_path):
    registry = Registry(a=b"first", b=b"second")
    run(registry, tmp_path, Asset("a", "a"), Asset("b", "b"))
    run(registry, tmp_path, Asset("b", "b"))
    assert not (tmp_path / "a").exists()


def test_another_archive_than_the_pinned_one_is_refused(tmp_path):
    registry = Registry(a=b"first")
    package = registry.package(Asset("a", "a"))
    registry.archive += b"\0"
    with pytest.raises(VendorError, match=r"toy 1\.0\.0 is not the one that was reviewed"):
        build([package], tmp_path, registry.fetch, lambda line: None)
    assert not (tmp_path / "a").exists()


def test_a_file_that_the_package_lacks_is_named(tmp_path):
    with pytest.raises(VendorError, match=r"toy 1\.0\.0 has no file icons/none\.svg"):
        run(Registry(a=b"first"), tmp_path, Asset("icons/none.svg", "none.svg"))


def test_a_web_font_becomes_true_type_without_hints_with_the_same_bytes_each_time(tmp_path):
    registry = Registry(face=woff2_face("aརྒྱ"))
    for name in ("one", "two"):
        run(registry, tmp_path / name, Asset("face", "face.ttf", Make.UNPACK))
    made = (tmp_path / "one" / "face.ttf").read_bytes()
    assert made == (tmp_path / "two" / "face.ttf").read_bytes()
    font = TTFont(io.BytesIO(made))
    assert font.flavor is None
    assert set(font.getBestCmap()) == set(map(ord, "aརྒྱ"))
    assert "prep" not in font


def test_a_chinese_face_is_cut_to_the_characters_in_use(tmp_path):
    registry = Registry(face=woff2_face("a驱鈺\u9fa5"))
    run(registry, tmp_path, Asset("face", "face.ttf", Make.SUBSET_HAN))
    assert set(TTFont(tmp_path / "face.ttf").getBestCmap()) == set(map(ord, "驱鈺"))


def test_an_unreachable_registry_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(VendorError, match=r"npm could not fetch .* connect to a network") as caught:
        npm_fetch(PACKAGES[0], tmp_path)
    assert "\n" not in str(caught.value)


def test_a_wheel_gives_the_files_that_are_named(tmp_path):
    registry = Registry()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as wheel:
        wheel.writestr("toy/a", b"first")
        wheel.writestr("toy/b", b"second")
    registry.archive = stream.getvalue()
    run(registry, tmp_path, Asset("toy/b", "b"))
    assert (tmp_path / "b").read_bytes() == b"second"
    assert not (tmp_path / "a").exists()


def test_an_unreachable_index_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    monkeypatch.setenv("PIP_RETRIES", "0")
    package = next(package for package in PACKAGES if package.index is Index.PIP)
    with pytest.raises(VendorError, match=r"pip could not fetch .* connect to a network") as caught:
        pip_fetch(package, tmp_path)
    assert "\n" not in str(caught.value)


def test_a_machine_without_npm_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with pytest.raises(VendorError, match="npm was not found"):
        npm_fetch(PACKAGES[0], tmp_path)


def test_the_chinese_face_keeps_simplified_traditional_and_japanese():
    kept = {chr(code) for code in han_characters()}
    assert (
        set("驱龙铜矿 驅龍銅礦 肅鋰絨鈺鉛鎳蘊 庁鉱 釹鋱鈮鉭銣 カタカナ、。".replace(" ", ""))
        <= kept
    )
    assert len(kept) < 13_000
