# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""An import leaves a whole collection, or what was there before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from terkha_db.imported.faults import CancelledError, CollectionError, TableError
from terkha_db.imported.info import Info

HEADER = "Site name,Other names,Latitude,Longitude,Commodity,Remarks\n"
ROWS = 50_000
PROGRAM = """
import json, resource, sys
from pathlib import Path
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
file, folder, most = sys.argv[1:]
if int(most):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
shelf = Shelf(Path(folder))
shelf.clean()
def show(progress):
    print(progress.sites, flush=True)
load(Path(file), guess_mapping(Path(file)), shelf.target("Sites", replace=True), variants={},
     progress=show)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([before / 1024, after / 1024]))
"""


def line(number):
    return (
        f"Site {number} of Ke'eryin,甲玛铜矿{number};Gyama {number},{29 + number % 7},"
        f"{90 + number % 9},Copper,{'a remark of some length ' * 4}{number}\n"
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A table of 50,000 rows."""
    file = tmp_path_factory.mktemp("tables") / "large.csv"
    with file.open("w", encoding="utf-8") as opened:
        opened.write(HEADER)
        opened.writelines(map(line, range(ROWS)))
    return file


def start(file, folder, most=0):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file), str(folder), str(most)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def listing(shelf):
    return {path.name: path.read_bytes() for path in sorted(shelf.folder.iterdir())}


@pytest.fixture
def kept(table, load_table, shelf):
    """A collection that is there already, byte for byte."""
    load_table(table("name,lat,lon\nGyama,29,91\nTorn,29\n"))
    return listing(shelf)


def test_a_large_table_needs_little_memory(large, shelf):
    run = start(large, shelf.folder)
    out, err = run.communicate(timeout=300)
    assert run.returncode == 0, err
    before, after = json.loads(out.splitlines()[-1])
    assert shelf.find("Sites").sites == ROWS
    # The file itself is 9 MB; what is held in memory does not grow with it.
    assert after - before < 120


def test_a_long_line_needs_little_memory(tmp_path, shelf):
    file = tmp_path / "long.csv"
    with file.open("wb") as opened:
        opened.write(b"name,lat,lon\nGyama,29,91\n")
        for _ in range(300):
            opened.write(b"x" * (1 << 20))
        opened.write(b",1,2\nQulong,29,91\n")
    run = start(file, shelf.folder)
    out, err = run.communicate(timeout=300)
    file.unlink()
    assert run.returncode == 0, err
    before, after = json.loads(out.splitlines()[-1])
    assert (shelf.find("Sites").sites, shelf.find("Sites").rejected) == (2, 1)
    assert after - before < 100


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_in_the_middle_leaves_the_old_collection(large, shelf, kept):
    run = start(large, shelf.folder)
    assert run.stdout is not None
    while int(run.stdout.readline()) < ROWS // 2:
        pass
    run.send_signal(signal.SIGKILL)
    run.communicate()
    left = listing(shelf)
    assert {name: left[name] for name in kept} == kept
    partial = left.keys() - kept.keys()
    assert len(partial) == 1
    assert [info.name for info in shelf.collections() if isinstance(info, Info)] == ["Sites"]
    shelf.clean()
    assert listing(shelf) == kept


def test_what_an_import_of_another_process_writes_is_left_alone(large, shelf):
    run = start(large, shelf.folder)
    assert run.stdout is not None
    while int(run.stdout.readline()) < 5000:
        pass
    shelf.clean()
    _, err = run.communicate(timeout=300)
    assert run.returncode == 0, err
    assert shelf.find("Sites").sites == ROWS


@pytest.mark.parametrize("after", [0, 3, 60])
def test_a_cancelled_import_leaves_no_trace(large, load_table, shelf, kept, after):
    calls = iter(range(after))
    with pytest.raises(CancelledError, match="nothing was changed"):
        load_table(large, cancelled=lambda: next(calls, None) is None)
    assert listing(shelf) == kept


def test_features_can_be_cancelled_while_their_properties_are_gathered(table, load_table, shelf):
    feature = '{"type": "Feature", "properties": {"name": "A"}, "geometry": null}'
    last = feature.replace('"name"', '"name": "B", "more"')
    file = table(f"{feature}\n{last}\n", "a.geojsonl")
    with pytest.raises(CancelledError):
        load_table(file, cancelled=lambda: True)
    assert not shelf.folder.exists()


def test_cancelling_is_heard_while_indexes_are_made(large, load_table, shelf, kept):
    shares = []
    asked_at = []

    def cancelled():
        if shares and shares[-1] >= 0.7:
            asked_at.append(time.perf_counter())
            return True
        return False

    with pytest.raises(CancelledError):
        load_table(large, progress=lambda one: shares.append(one.share), cancelled=cancelled)
    assert time.perf_counter() - asked_at[0] < 1
    assert listing(shelf) == kept


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limits of files")
def test_a_disk_that_takes_no_more_leaves_the_old_collection(large, shelf, kept):
    run = start(large, shelf.folder, most=4 << 20)
    _, err = run.communicate(timeout=300)
    assert run.returncode == 1
    assert "CollectionError: The disk " in err.splitlines()[-1]
    assert listing(shelf) == kept


def test_progress_tells_how_far_it_is(large, load_table):
    told = []
    load_table(large, progress=told.append)
    shares = [one.share for one in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert len(shares) > 50
    assert told[-1].sites == ROWS


def test_a_name_is_given_once(table, load_table, shelf):
    file = table("name\nGyama\n")
    load_table(file, name="Ma mine")
    with pytest.raises(CollectionError, match="already a collection “Ma mine”"):
        shelf.target("MA MINE")
    assert shelf.target("Ma-mine").slug == "ma-mine-2"
    assert shelf.target("矿山").slug == "collection"
    for name in ("", " ", "x" * 81, "a\x07b"):
        with pytest.raises(CollectionError, match="cannot be called"):
            shelf.target(name)


def test_replacing_takes_the_old_report_away(table, load_table):
    loaded = load_table(table("name,lat,lon\nGyama,29,91\nTorn,29\n"))
    assert loaded.report is not None
    report = loaded.report
    assert report.is_file()
    again = load_table(table("name,lat,lon\nGyama,29,91\n"))
    assert again.report is None
    assert not report.exists()


def test_another_file_than_was_mapped_is_refused(table, shelf):
    from terkha_db.imported.load import load
    from terkha_db.imported.preview import guess_mapping

    mapping = guess_mapping(table("name,lat,lon\nGyama,29,91\n"))
    other = table("name,lat\nGyama,29\n")
    with pytest.raises(TableError, match="other columns"):
        load(other, mapping, shelf.target("Sites"), variants={})
