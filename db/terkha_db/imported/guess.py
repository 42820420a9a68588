# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Guesses what the columns of a table mean from their headers and first rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from terkha_db.imported.cells import is_number
from terkha_db.imported.coordinates import read_coordinate
from terkha_db.imported.dates import day_comes_first, read_date
from terkha_db.imported.mapping import ROLE_BY_ID, Column, Type
from terkha_db.imported.mapping import Mapping as ColumnMapping
from terkha_db.imported.source import Cell

HEADERS: Mapping[str, str] = {
    "title": "title sitename site minename depositname projectname propertyname name "
    "depname mine deposit project property facilityname feature featurename label "
    "矿山名称 矿区名称 矿床名称 矿山 矿区 矿床 项目名称 名称 名 地名 མིང མིང་།",
    "name": "names othernames othername altname altnames alternatename alternatenames alias "
    "aliases synonym synonyms akas aka formername formernames localname 别名 曾用名 又名 别称",
    "lat": "geometrylatitude latitude lat latdd latdec declat latitudedd latitudewgs84 ddlat "
    "wgs84lat latdeg y ycoord ycoordinate 纬度 北纬 緯度",
    "lon": "geometrylongitude longitude lon long lng longdd londd londec declong longitudedd "
    "longitudewgs84 ddlong ddlon wgs84lon londeg longdeg x xcoord xcoordinate 经度 东经 經度",
    "position": "coordinates coordinate coords latlon latlong latlng position location wkt geom "
    "坐标 座標 经纬度",
    "commodity": "commodity commodities commod1 commod2 commod3 commod mineral minerals "
    "maincommodity primarycommodity resource product products metal metals "
    "矿种 主要矿种 矿产 主矿种",
    "status": "status devstat developmentstatus projectstatus operationalstatus stage opertype "
    "状态 开发状态 勘查程度",
    "country": "country nation countryname 国家",
    "province": "province state region stateprovince provincestate admin1 省 省份 自治区",
    "county": "county district town admin2 prefecture 县 市县 地区 行政区",
    "url": "url link web website webpage href 链接 网址",
}
"""What headers are called, folded, the likeliest first."""
_LANGUAGES: Mapping[str, str] = {
    "bo": "tibetan bo tib 藏文 藏语 བོད",
    "zh-Latn": "pinyin 拼音",
    "zh-Hant": "traditional 繁體 繁体",
    "zh-Hans": "chinese zh cn zho chi simplified hans 中文 汉语 中文名",
    "bo-Latn-wylie": "wylie",
    "en": "english en eng 英文 英语",
    "mn": "mongolian mn 蒙古",
}
_FOLD = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_ENOUGH = 0.9
_SEPARATORS = ";|；、\n"
_HAN = re.compile(r"[\u3400-\u9fff]")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]")

Rows = Sequence[Sequence[Cell]]


def guess(header: Sequence[str], sample: Rows) -> ColumnMapping:
    """Return the likeliest meaning of each column; ``sample`` holds the first rows."""
    roles = _roles(header, sample)
    columns = []
    for at, name in enumerate(header):
        texts = [str(row[at]).strip() for row in sample if str(row[at]).strip()]
        role = roles.get(at, "free")
        named = role in ("title", "name")
        kind, day_first = ("text", None) if named else _type_of(name, texts)
        columns.append(
            Column(
                name,
                role,
                _language(name, texts) if named else "",
                kind,
                _separators(name) if role == "name" else "",
                day_first,
            )
        )
    return ColumnMapping(tuple(columns))


def language_of(text: str) -> str:
    """Return the language that the script of a name tells, or "" for Latin and other letters."""
    if text.isascii():
        return ""
    if _TIBETAN.search(text):
        return "bo"
    return "zh-Hans" if _HAN.search(text) else ""


def _roles(header: Sequence[str], sample: Rows) -> dict[int, str]:
    """Return the roles that headers name, each once where only one column may have it."""
    folded = {at: _FOLD.sub("", name.casefold()) for at, name in enumerate(header)}
    roles: dict[int, str] = {}
    for role, at in _named(folded):
        single = ROLE_BY_ID[role].single
        if at not in roles and not (single and role in roles.values()) and _fits(role, at, sample):
            roles[at] = role
    for at, name in enumerate(header):
        if at not in roles and _is_other_name(name, sample, at):
            roles[at] = "name" if "title" in roles.values() else "title"
    if "lat" in roles.values() and "lon" in roles.values():
        return {at: role for at, role in roles.items() if role != "position"}
    return {at: role for at, role in roles.items() if role not in ("lat", "lon")}


def _named(folded: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    for role, words in HEADERS.items():
        for word in words.split():
            yield from ((role, at) for at, name in folded.items() if name == word)


def _fits(role: str, at: int, sample: Rows) -> bool:
    """Tell whether the cells can be what a header says: X and Y may also be metres of a grid."""
    cells = [row[at] for row in sample if str(row[at]).strip()]
    if role in ("lat", "lon"):
        # Swapped coordinates are coordinates too: longitudes fit wherever either fits.
        good = [cell for cell in cells if read_coordinate(cell, "lon").value is not None]
        odd = [cell for cell in cells if read_coordinate(cell, "lat").value is not None]
        return not cells or max(len(good), len(odd)) > len(cells) / 2
    if role in ("title", "name"):
        return not cells or not all(is_number(cell) for cell in cells)
    return True


def _is_other_name(header: str, sample: Rows, at: int) -> bool:
    """Tell whether a header names a name in some language, as in “Name (Chinese)”."""
    words = {word.casefold() for word in _WORDS.findall(header)}
    told = words & {"name", "names", "title"} or header.endswith(("名", "名称"))
    return bool(told) and bool(_header_language(header)) and _fits("name", at, sample)


def _language(header: str, texts: Sequence[str]) -> str:
    told = _header_language(header)
    if told:
        return told
    scripts = [language_of(text) for text in texts]
    # A column of mixed scripts has no one language: each name tells its own.
    return scripts[0] if scripts and len(set(scripts)) == 1 else ""


def _header_language(header: str) -> str:
    words = {word.casefold() for word in _WORDS.findall(header)}
    for tag, told in _LANGUAGES.items():
        for word in told.split():
            if word in words or (not word.isascii() and word in header):
                return tag
    return ""


def _separators(header: str) -> str:
    plural = header.casefold().endswith("s")
    return f"{_SEPARATORS}," if plural else _SEPARATORS


def _type_of(header: str, texts: Sequence[str]) -> tuple[Type, bool | None]:
    if not texts:
        return "text", None
    if "date" in header.casefold() or "日期" in header or not all(map(is_number, texts)):
        day_first = day_comes_first(texts)
        dates = [text for text in texts if read_date(text, day_first=day_first is not False)]
        if len(dates) >= _ENOUGH * len(texts):
            return "date", day_first
    numbers = sum(map(is_number, texts))
    return ("number", None) if numbers >= _ENOUGH * len(texts) else ("text", None)
