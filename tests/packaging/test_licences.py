# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Everything that is shipped comes with its licence."""

from __future__ import annotations


def wheel(folder, name, metadata, files):
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{metadata}")
    for place, text in files.items():
        path = info / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    listed = [f"{info.name}/{place},,\n" for place in ["METADATA", *files]]
    (info / "RECORD").write_text("".join(listed))


def test_licence_files_keep_apart(licences, tmp_path, monkeypatch):
    packages = tmp_path / "environment"
    wheel(
        packages,
        "ours",
        "License-Expression: MIT\n",
        {"licenses/LICENSE": "code", "licenses/db/records/LICENSE": "data"},
    )
    wheel(packages, "old", "Classifier: License :: OSI Approved :: Zlib\n", {"COPYING": "zlib"})
    wheel(packages, "pyinstaller-hooks-contrib", "License: GPL\n", {})
    monkeypatch.setattr(licences.sysconfig, "get_path", lambda *_, **__: str(packages))
    licences.gather(tmp_path, tmp_path / "out")
    out = tmp_path / "out"
    assert (out / "ours/LICENSE").read_text() == "code"
    assert (out / "ours/db/records/LICENSE").read_text() == "data"
    assert (out / "old/COPYING").read_text() == "zlib"
    assert (out / "README").read_text().splitlines() == ["old 1.0: Zlib", "ours 1.0: MIT"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (out / "LGPL-3.txt").read_text()
    assert "GNU GENERAL PUBLIC LICENSE" in (out / "GPL-3.txt").read_text()
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in (out / "Python.txt").read_text()
