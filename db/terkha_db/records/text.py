# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads YAML as people mean it: dates, codes, "no" and "010" stay text; a key stands once."""

from __future__ import annotations

import re
from typing import Any

import yaml


class DuplicateKeyError(yaml.MarkedYAMLError):
    """The same key stands twice in one mapping: YAML would silently keep the last."""


class PlainLoader(yaml.CSafeLoader):
    """The C loader of PyYAML with the implicit types of YAML 1.2's core schema and no others."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Make a mapping and refuse a key that stands twice."""
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) < len(node.value):
            seen = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise DuplicateKeyError(None, None, key.value, key.start_mark)
                seen.add(key.value)
        return mapping


for _tag, _pattern, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?", list("-0123456789")),
):
    PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first
    )


def read_yaml(text: str) -> object:
    """Return what a YAML text holds.

    Raises:
        yaml.MarkedYAMLError: the text is no YAML or has a key twice.

    """
    return yaml.load(text, Loader=PlainLoader)
