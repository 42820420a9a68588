# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Export and import: nothing lost on the way, nothing lost on either side, nothing half done."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terkha_db.errors import LibraryError
from terkha_db.library.exchange import export_file, import_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.library.parsing import MalformedError, parse
from terkha_db.library.selection import Selection
from terkha_db.paths import profile_paths

SCHEMA = json.loads(files("terkha_db.library").joinpath("exchange.schema.json").read_text("utf-8"))
NOW = "2026-11-12T14:05:00Z"


@pytest.fixture
def full(library, clock, julong, zabuye):
    """A library with some of everything."""
    library.bookmarks.add([julong], collections=["Copper/Julong"], tags=["to check"])
    clock.pass_time(minutes=1)
    library.notes.add(julong, "Ask *Zijin*.\n\n<script>alert(1)</script>")
    library.notes.add(julong, "And the county.")
    library.bookmarks.add([zabuye, Target("claim/isdp-063")], collections=["Copper/Julong"])
    library.collections.file(["claim/isdp-063"], "Copper/Julong", index=0)
    library.collections.create("Empty “shelf” & more")
    library.bookmarks.pin(["mine/zabuye"])
    library.searches.save("copper, operating", 'status:operating "铜"', kind="mine")
    library.tray.add([Target("citation/ferenczy-2025-prc-mining-tibet", "citation", "Ferenczy")])
    library.history.visit(julong)
    return library


@pytest.fixture
def other(tmp_path, clock):
    """The library of somebody else."""
    with Library(profile_paths(tmp_path / "other"), clock=clock) as library:
        yield library


def everything(library):
    """All that is kept, without the numbers of notes, which differ between libraries."""
    document = library.document(history=True)
    bookmarks = [
        replace(each, notes=tuple(replace(note, id=0) for note in each.notes))
        for each in document.bookmarks
    ]
    return replace(document, exported="", bookmarks=tuple(bookmarks))


def written(tmp_path, content):
    file = tmp_path / "given.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


def document(**parts):
    return {"format": "terkha-library", "version": 1, **parts}


def test_there_and_back_nothing_is_lost(full, other, tmp_path):
    export_file(full, tmp_path / "mine.json", history=True)
    report = import_file(other, tmp_path / "mine.json")
    assert everything(other) == everything(full)
    assert report.sentence() == (
        "3 bookmarks added, 0 merged, 0 unchanged, 3 new collections, 1 new saved search, "
        "1 new thing in the tray, 1 new visit."
    )


def test_an_export_follows_the_schema_and_is_the_same_each_time(full, tmp_path):
    export_file(full, tmp_path / "a.json")
    export_file(full, tmp_path / "b.json")
    text = (tmp_path / "a.json").read_bytes()
    assert text == (tmp_path / "b.json").read_bytes()
    assert "巨龙铜矿".encode() in text
    content = json.loads(text)
    jsonschema.validate(content, SCHEMA)
    assert content["history"] == []
    assert content["collections"][1] == {
        "path": "Copper/Julong",
        "created": "2026-11-12T14:05:00Z",
        "links": ["claim/isdp-063", "mine/julong", "mine/zabuye"],
    }


def test_importing_again_changes_nothing(full, tmp_path):
    export_file(full, tmp_path / "mine.json", history=True)
    before, step = everything(full), full.next_undo()
    report = import_file(full, tmp_path / "mine.json")
    assert everything(full) == before
    assert full.next_undo() == step
    assert (report.added, report.merged, report.unchanged, report.decided) == ((), (), 3, ())


def test_merging_loses_neither_side(full, other, clock, tmp_path, julong):
    clock.pass_time(days=1)
    other.bookmarks.add(
        [Target("mine/julong", title="Their title")], collections=["Lhasa"], tags=["theirs"]
    )
    other.notes.add(julong, "Their note.")
    other.notes.add(julong, "And the county.")
    other.searches.save("copper, operating", "something else")
    other.bookmarks.pin(["mine/julong"])
    export_file(other, tmp_path / "theirs.json")
    report = import_file(full, tmp_path / "theirs.json")
    kept = full.bookmarks.get("mine/julong")
    assert kept.title == "Julong 巨龙铜矿"
    assert kept.added == "2026-11-12T14:05:00Z"
    assert kept.collections == ("Copper/Julong", "Lhasa")
    assert kept.tags == ("theirs", "to check")
    assert [note.text for note in kept.notes] == [
        "Ask *Zijin*.\n\n<script>alert(1)</script>",
        "And the county.",
        "Their note.",
        "Also called: Their title",
    ]
    assert [each.link for each in full.bookmarks.select() if each.pinned] == [
        "mine/zabuye",
        "mine/julong",
    ]
    assert [(each.name, each.query) for each in full.searches.all()] == [
        ("copper, operating", 'status:operating "铜"'),
        ("copper, operating (2)", "something else"),
    ]
    assert report.merged == ("Julong 巨龙铜矿",)
    assert report.sentence() == (
        "0 bookmarks added, 1 merged, 0 unchanged, 1 new collection, 1 new saved search, both kept "
        "of: the title of Julong 巨龙铜矿; notes on Julong 巨龙铜矿; the search copper, operating."
    )
    again = import_file(full, tmp_path / "theirs.json")
    assert (again.merged, again.decided) == ((), ())


def test_an_import_is_one_step(full, other, tmp_path):
    other.bookmarks.add([Target("mine/a"), Target("mine/b")], collections=["New"], tags=["t"])
    export_file(other, tmp_path / "theirs.json")
    before = everything(full)
    rehearsed = import_file(full, tmp_path / "theirs.json", rehearse=True)
    assert everything(full) == before
    assert rehearsed == import_file(full, tmp_path / "theirs.json")
    assert full.undo().label == "Import theirs.json"
    assert everything(full) == before


def test_the_least_document_is_enough(library, tmp_path):
    import_file(library, written(tmp_path, document(bookmarks=[{"link": "terkha:mine/julong"}])))
    (kept,) = library.bookmarks.select()
    assert (kept.link, kept.kind, kept.title, kept.added) == (
        "mine/julong",
        "mine",
        "mine/julong",
        NOW,
    )


def test_a_link_given_twice_becomes_one_bookmark(library, tmp_path):
    twice = [
        {"link": "mine/a", "tags": ["x"], "notes": [{"text": "same"}]},
        {"link": "terkha:mine/a", "tags": ["y"], "notes": [{"text": "same"}, {"text": "new"}]},
    ]
    report = import_file(library, written(tmp_path, document(bookmarks=twice)))
    (kept,) = library.bookmarks.select()
    assert kept.tags == ("x", "y")
    assert [note.text for note in kept.notes] == ["same", "new"]
    assert report.added == ("mine/a",)


def test_a_link_that_is_only_filed_is_kept_too(library, tmp_path):
    shelf = {"path": "Copper", "links": ["mine/a"]}
    import_file(library, written(tmp_path, document(collections=[shelf])))
    assert [each.link for each in library.bookmarks.select(Selection(collection="Copper"))] == [
        "mine/a"
    ]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "not JSON at line 1, column 1"),
        ('{"format": "terkha-library",\n "version": }', "not JSON at line 2, column 13"),
        ("[" * 100_000, "not JSON that can be read"),
        ("[]", "the document is not an object"),
        ({}, "not an exported library"),
        (document() | {"version": 3}, "newer Terkha (format 3, this one knows up to 2)"),
        (document() | {"version": True}, "the version is not a whole number"),
        (document(bookmark=[]), "the document has the unknown key “bookmark”"),
        (document(bookmarks={}), "bookmarks is not a list"),
        (document(bookmarks=[{"link": "mine/a"}, 7]), "bookmarks[1] is not an object"),
        (document(bookmarks=[{"title": "x"}]), "bookmarks[0] has no “link”"),
        (document(bookmarks=[{"link": 7}]), "bookmarks[0].link is not a text"),
        (document(bookmarks=[{"link": "https://x"}]), "bookmarks[0].link is wrong: “https://x”"),
        (document(bookmarks=[{"link": "a", "pinned": 1}]), "bookmarks[0].pinned is neither"),
        (document(bookmarks=[{"link": "a", "tags": [""]}]), "bookmarks[0].tags[0] is wrong"),
        (
            document(bookmarks=[{"link": "a", "notes": [{"text": "x", "created": "soon"}]}]),
            "bookmarks[0].notes[0].created is wrong: “soon” is not a time",
        ),
        (document(bookmarks=[{"link": "a", "notes": [{"text": " "}]}]), "notes[0] has no “text”"),
        (document(collections=[{"path": "A//B"}]), "collections[0].path is wrong"),
        (document(saved_searches=[{"name": "x"}]), "saved_searches[0] has no “query”"),
        (
            document(saved_searches=[{"name": "x", "query": "y", "grammar": "1"}]),
            "saved_searches[0].grammar is not the number",
        ),
        (document(tray=[{"link": ""}]), "tray[0] has no “link”"),
        (document(history=[None]), "history[0] is not an object"),
        (document(works=[{"csl": 1}]), "works[0] has no CSL-JSON item"),
        (document(works=[{"csl": {"id": "a"}}]), "works[0].csl has no “title”"),
    ],
)
def test_a_malformed_file_says_where_and_changes_nothing(full, tmp_path, content, where):
    before = everything(full)
    file = written(tmp_path, content)
    with pytest.raises(LibraryError) as caught:
        import_file(full, file)
    message = str(caught.value)
    assert message.startswith(f"{file} was not imported, and nothing was changed: ")
    assert where in message
    assert "\n" not in message
    assert everything(full) == before


def test_what_is_no_text_or_not_there_says_so(full, paths, tmp_path):
    (tmp_path / "latin.json").write_bytes(b'{"x": "\xff"}')
    with pytest.raises(LibraryError, match=r"not UTF-8 text \(byte 7\)"):
        import_file(full, tmp_path / "latin.json")
    with pytest.raises(LibraryError, match=r"could not be read \(No such file or directory\)"):
        import_file(full, tmp_path / "nowhere.json")
    with pytest.raises(LibraryError, match="is a library or a backup, not an export"):
        import_file(full, paths.library)


def test_a_byte_order_mark_is_no_fault(library, tmp_path):
    file = tmp_path / "windows.json"
    file.write_text(json.dumps(document(tray=[{"link": "citation/x"}])), "utf-8-sig")
    assert import_file(library, file).tray == 1


def test_an_export_never_overwrites_a_library(full, paths, tmp_path):
    with pytest.raises(LibraryError, match="is a database and was left as it is"):
        export_file(full, paths.library)
    assert full.bookmarks.count() == 3
    with pytest.raises(LibraryError, match=r"could not be written \(Not a directory\)"):
        export_file(full, written(tmp_path, "x") / "below.json")


class Reader(HTMLParser):
    """Collects links, headings and whether anything could run."""

    def __init__(self):
        super().__init__()
        self.links, self.headings, self.tags, self._tag = [], [], set(), ""

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self._tag = tag
        self.links += [value for name, value in attributes if name == "href"]

    def handle_data(self, data):
        if self._tag in {"h1", "h2", "h3"} and data.strip():
            self.headings.append((self._tag, data))
        self._tag = ""


def test_html_is_readable_and_safe(full, tmp_path):
    export_file(full, tmp_path / "mine.html")
    text = (tmp_path / "mine.html").read_text("utf-8")
    reader = Reader()
    reader.feed(text)
    assert reader.headings == [
        ("h1", "Terkha library"),
        ("h2", "Copper"),
        ("h3", "Julong"),
        ("h2", "Empty “shelf” & more"),
        ("h2", "Saved searches"),
        ("h2", "Citation tray"),
    ]
    assert reader.links == [
        "terkha:claim/isdp-063",
        "terkha:mine/julong",
        "terkha:mine/zabuye",
        "terkha:citation/ferenczy-2025-prc-mining-tibet",
    ]
    assert "script" not in reader.tags
    assert "Ask *Zijin*.\n\n&lt;script&gt;" in text
    assert "3 bookmarks, exported 2026-11-12" in text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["link", "path", "links", "notes", "text", "tags", "name", "query", "added"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    st.fixed_dictionaries(
        {"format": st.just("terkha-library"), "version": st.just(1)},
        optional=dict.fromkeys(["collections", "bookmarks", "saved_searches", "tray"], JSON),
    )
)
def test_whatever_is_given_is_read_or_refused(content):
    with contextlib.suppress(MalformedError):
        parse(json.dumps(content), NOW)
        jsonschema.validate(content, SCHEMA)
