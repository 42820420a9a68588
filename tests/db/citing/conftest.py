# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A score of real works, each hard to cite in its own way, and what they are checked with."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from terkha_db.citing import Entry, arranged, sort_key, style_by_id
from terkha_db.citing.csl import to_csl
from terkha_db.citing.render import csl_text, render

DATA = Path(__file__).parents[2] / "data"
LOCATORS = {
    "ferenczy-2025-prc-mining-tibet": ("p. 12", "n. 13"),
    "singer-2008-porphyry-copper": ("paragraph 3", "abstract"),
}
USED_FOR = {"ferenczy-2025-prc-mining-tibet": ("Julong: resource 10.72 Mt & more",)}


@pytest.fixture(scope="session")
def records():
    return yaml.safe_load((DATA / "works.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def items(records):
    return [to_csl(record) for record in records]


@pytest.fixture(scope="session")
def item(items):
    return {item["id"]: item for item in items}


@pytest.fixture(scope="session")
def rendered(items):
    return render(items)


@pytest.fixture(scope="session")
def formatted(rendered):
    """Plain text by slug, style and form."""
    return {(one.slug, one.style, one.form): one.text for one in rendered}


@pytest.fixture(scope="session")
def entries(item, rendered):
    """Give the list of all works in a style, without or with what they are cited for."""

    repeated = {(one.style, one.slug): one.html for one in rendered if one.form == "repeated"}

    def build(style_id, slugs=None, cited=False):
        found = [
            Entry(
                csl=item[one.slug],
                html=one.html,
                text=one.text,
                sort_key=sort_key(one.order),
                locators=LOCATORS.get(one.slug, ()) if cited else (),
                used_for=USED_FOR.get(one.slug, ()) if cited else (),
                repeated=repeated.get((style_id, one.slug), ""),
                style=style_id,
            )
            for one in rendered
            if (one.style, one.form) == (style_id, "bibliography")
            and (slugs is None or one.slug in slugs)
        ]
        return arranged(found, style_by_id(style_id))

    return build


@pytest.fixture(scope="session")
def every_work(catalogue):
    """Every work of the catalogue, by id and without what it is cited for."""
    ids = sorted(row.id for row in catalogue.rows("citation"))
    return [Entry(work.csl) for work in catalogue.works(ids)]


@pytest.fixture(scope="session")
def csl_schema():
    return json.loads((DATA / "csl-data.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def validate(csl_schema):
    """Fail on items that are not CSL-JSON 1.0.2."""
    validator = jsonschema.Draft7Validator(csl_schema)

    def check(items):
        faults = [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(items)]
        assert faults == []

    return check


@pytest.fixture(scope="session")
def pandoc():
    """Run pandoc and return what it writes; it must not complain."""
    import pypandoc

    def run(text, *arguments):
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), *arguments],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stderr == ""
        return done.stdout

    return run


@pytest.fixture(scope="session")
def pandoc_list(pandoc, tmp_path_factory):
    """Pandoc's own list of works, given as CSL-JSON, in a style."""

    def run(csl_json, style):
        path = tmp_path_factory.mktemp("csl") / f"{style.csl_file}.csl"
        path.write_text(csl_text(style), encoding="utf-8")
        arguments = ["-f", "csljson", "-t", "html", "--citeproc", "--csl", str(path)]
        return pandoc(csl_json, *arguments, "-M", f"lang={style.locale}")

    return run
