# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes tables of realistic sites of any size, and collections of them, for the measurements.

Three of ten sites are of the plateau, spelt in pinyin, romanised Tibetan, Chinese and Tibetan
script; the others are like those of the tables of geological surveys, in English. The same size
gives the same table, so that runs can be compared.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.variants import read_variants

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
FOLDER = Path(__file__).parents[2] / "build" / "bench"
HEADER = (
    "Site name,Name (Chinese),Name (Tibetan),Other names,Latitude,Longitude,Country,Province,"
    "County,Commodity,Status,Elevation,Discovered,Remarks"
)

# How one syllable is written: romanised Tibetan, pinyin, simplified Chinese, Tibetan.
_SYLLABLES = """
gya jia 甲 རྒྱ|ma ma 玛 མ|chu qu 曲 ཆུ|lung long 龙 ལུང|kar ga 嘎 དཀར|nag na 那 ནག|tso cuo 错 མཚོ
tse ze 泽 རྩེ|dong dong 东 གདོང|la la 拉 ལ|sa sa 萨 ས|shar xia 夏 ཤར|nub nu 努 ནུབ|ser se 色 སེར
yul yu 玉 ཡུལ|gar ge 格 སྒར|zha zha 扎 བཀྲ|bu bu 布 བུ|ye ye 耶 ཡེ|dam dang 当 འདམ|shung xiong 雄 གཞུང
go guo 果 མགོ|ri ri 日 རི|thang tang 塘 ཐང|lhun long 隆 ལྷུན|po bo 波 པོ|men men 门 སྨན|ra re 热 ར
gyal jie 杰 རྒྱལ|nor luo 罗 ནོར|tsa za 杂 རྩ|ba ba 巴 པ|dzong zong 宗 རྫོང|nying lin 林 ཉིང
lho luo 洛 ལྷོ|mo mu 木 མོ|ngari ali 阿里 མངའ་རིས|kham kang 康 ཁམས|am an 安 ཨ|do duo 多 མདོ
cha cha 查 ཆ|kha ka 卡 ཁ|drang zhang 章 གྲང|tag da 达 སྟག|yang yang 羊 ཡང|pa pa 帕 ཕ
zi zi 孜 རྩེ|ji ji 吉 སྐྱིད|wu wu 乌 དབུ|yu you 尤 གཡུ|tar ta 塔 ཐར|ne nie 聂 གནས
"""
_KINDS = (
    ("copper mine", "铜矿", "ཟངས་གཏེར"),
    ("gold mine", "金矿", "གསེར་གཏེར"),
    ("lithium mine", "锂矿", ""),
    ("salt lake", "盐湖", "ཚྭ་མཚོ"),
    ("lead-zinc deposit", "铅锌矿", ""),
    ("", "矿区", "གཏེར་ཁ"),
)
_ENGLISH = """
Lookout Silver King Copper Gold Hill Ridge Lucky Boy Golden Eagle Black Jack Bear Creek Red Mountain
Big Four Star Blue Bell Iron Queen Little Annie Last Chance Good Hope Mary Ellen North South East
West Upper Lower Old New Stone Rock Sand Spring Deer Elk Wolf Crow Pine Oak
"""
_STEMS = """
ash ban bel bran car chal cor cran dal dun east fair glen gran har hol ken lang lin mar mel mon nor
oak pen ral ros san sel sher stan thorn tre val wal wen whit win wood yor
"""
_ENDS = "bury by dale den field ford ham hill land ley mere mont ridge shaw stone ton vale wick"
_SITES = ("Mine", "Prospect", "Deposit", "Gravel Pit", "Claims", "Occurrence", "Quarry", "")
_COMMODITIES = ("Copper", "Gold", "Silver", "Lead, Zinc", "Iron", "Lithium", "Boron", "Sand")
_STATUSES = ("Producer", "Past Producer", "Prospect", "Occurrence", "Plant", "Unknown")
_DOTTED = str.maketrans("aeiou", "āéǐòü")


def write_table(file: Path, count: int) -> None:
    """Write a table of so many sites as CSV."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(HEADER.split(","))
        writer.writerows(sites(count))


def sites(count: int) -> Iterator[list[object]]:
    """Yield so many sites, the same ones each time."""
    chance = random.Random(count)
    syllables = [part.split() for part in _SYLLABLES.replace("\n", "|").split("|") if part]
    counties = [_plateau(chance, syllables, ("", "", ""))[0] for _ in range(120)]
    for number in range(count):
        plateau = chance.random() < 0.3
        name, chinese, tibetan, others = (
            _plateau(chance, syllables, chance.choice(_KINDS)) if plateau else _western(chance)
        )
        yield [
            name,
            chinese,
            tibetan,
            "; ".join(others),
            round(chance.uniform(26, 39) if plateau else chance.uniform(-55, 70), 5),
            round(chance.uniform(74, 104) if plateau else chance.uniform(-180, 180), 5),
            "China" if plateau else "United States",
            chance.choice(("Xizang", "Qinghai", "Sichuan") if plateau else ("Nevada", "Alaska")),
            chance.choice(counties),
            chance.choice(_COMMODITIES),
            chance.choice(_STATUSES),
            chance.randrange(1000, 6000) if number % 3 else "",
            chance.randrange(1850, 2024) if number % 4 == 0 else "",
            f"Bulletin {chance.randrange(9000)}, page {number % 400}" if number % 2 else "",
        ]


def _plateau(
    chance: random.Random, syllables: list[list[str]], kind: tuple[str, str, str]
) -> tuple[str, str, str, list[str]]:
    """Return a name in pinyin, Chinese and Tibetan, and other spellings of it."""
    parts = chance.choices(syllables, k=chance.choice((2, 2, 3, 3, 4)))
    pinyin = "".join(part[1] for part in parts)
    romanised = "".join(part[0] for part in parts)
    chinese = "".join(part[2] for part in parts) + kind[1]
    tibetan = "་".join([part[3] for part in parts] + [kind[2]] * bool(kind[2])) + "་"
    title = f"{pinyin.title()} {kind[0]}".strip()
    others = [romanised.title()]
    if chance.random() < 0.3:
        others.append("'".join(part[1] for part in parts).capitalize())
    if chance.random() < 0.2:
        others.append(pinyin.translate(_DOTTED).title())
    return title, chinese, tibetan if chance.random() < 0.5 else "", others


def _western(chance: random.Random) -> tuple[str, str, str, list[str]]:
    """Return a name as in the tables of geological surveys; some have another."""
    words = [chance.choice(_ENGLISH.split()) if chance.random() < 0.5 else _surname(chance)]
    words += [_surname(chance)] * (chance.random() < 0.6) + [chance.choice(_SITES)]
    others = [f"{_surname(chance)} {chance.choice(_SITES)}".strip()] * (chance.random() < 0.25)
    return " ".join(filter(None, words)), "", "", others


def _surname(chance: random.Random) -> str:
    stems = chance.choices(_STEMS.split(), k=chance.choice((1, 1, 2)))
    return ("".join(stems) + chance.choice(_ENDS.split())).title()


def collection(size: str, catalogue: Path) -> Path:
    """Return the file of the collection of a size of SIZES; make it if it is not there yet."""
    shelf = Shelf(FOLDER)
    target = shelf.target(f"sites {size}", replace=True)
    if target.file.is_file():
        return target.file
    FOLDER.mkdir(parents=True, exist_ok=True)
    table = FOLDER / f"sites-{size}.csv"
    print(f"Making {target.file.name} once ({SIZES[size]:,} sites)", file=sys.stderr, flush=True)
    write_table(table, SIZES[size])
    shelf.clean()
    load(table, guess_mapping(table), target, variants=read_variants(catalogue))
    table.unlink()
    return target.file
