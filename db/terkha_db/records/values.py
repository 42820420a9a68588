# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The single values of a record: dates, slugs, permanent ids and words of a closed list."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from terkha_db import vocabulary as words
from terkha_db.records.prose import typeset

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_date(text: str) -> str:
    """Return ``text`` if it is a date of any precision, or an interval of two such dates.

    Raises:
        ValueError: it is neither.

    """
    parts = text.split("/")
    if len(parts) > 2 or not all(_DATE.fullmatch(part) for part in parts):
        message = "a date is YYYY, YYYY-MM or YYYY-MM-DD, or two of them joined by a slash"
        raise ValueError(message)
    if len(parts) == 2 and parts[0] > parts[1]:
        message = "an interval begins before it ends"
        raise ValueError(message)
    return text


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        message = "an id is lower-case letters, digits and single hyphens"
        raise ValueError(message)
    return text


def _record_id(text: str) -> str:
    kind, _, slug = text.partition("/")
    if kind not in words.KIND_BY_ID or not _SLUG.fullmatch(slug):
        message = "a record is named by kind/id, as in mine/julong"
        raise ValueError(message)
    return text


def choice(choices: tuple[words.Choice, ...]) -> AfterValidator:
    """Return the rule that a text is the id of one of ``choices``."""
    ids = [item.id for item in choices]

    def check(text: str) -> str:
        if text not in ids:
            message = f"'{text}' is none of: {', '.join(ids)}"
            raise ValueError(message)
        return text

    return AfterValidator(check)


def _one_of(ids: tuple[str, ...], what: str) -> AfterValidator:
    def check(text: str) -> str:
        if text not in ids:
            from difflib import get_close_matches

            near = get_close_matches(text, ids, n=1)
            message = f"unknown {what} '{text}'" + (f"; nearest: {near[0]}" if near else "")
            raise ValueError(message)
        return text

    return AfterValidator(check)


def as_text(value: object) -> object:
    """YAML reads 2021 as a number and 2021-12-27 as a day; here they are text."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number or type(value) is date else value


Text = Annotated[str, Field(min_length=1)]
AnyText = Annotated[str, BeforeValidator(as_text), Field(min_length=1)]
Prose = Annotated[AnyText, AfterValidator(typeset)]
Date = Annotated[str, BeforeValidator(as_text), AfterValidator(check_date)]
Slug = Annotated[str, BeforeValidator(as_text), AfterValidator(_slug)]
RecordId = Annotated[str, AfterValidator(_record_id)]
Unit = Annotated[str, BeforeValidator(as_text), _one_of(tuple(words.UNIT_BY_ID), "unit")]
Lang = Annotated[str, _one_of(tuple(words.LANGUAGE_BY_TAG), "language")]
Property = Annotated[str, _one_of(tuple(words.PROPERTY_BY_ID), "property")]
