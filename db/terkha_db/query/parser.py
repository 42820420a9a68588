# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads queries: text to syntax tree, by recursive descent.

Grammar, in the order of binding (``NOT`` binds closest, a space means ``AND``)::

    query    = [ either ]
    either   = both { "OR" both }
    both     = single { [ "AND" ] single }
    single   = ( "NOT" | "-" ) single | "(" either ")" | term
    term     = field operator value | word | phrase
    operator = ":" | "=" | "!=" | "<" | "<=" | ">" | ">="
    value    = word | phrase | [ word ] ".." [ word ] | "(" either ")"
    phrase   = '"' { any character; a backslash before a quote or backslash } '"'

``AND``, ``OR`` and ``NOT`` are written in capitals. In brackets that are a value, each word or
phrase is a value of the field before them: ``status:(a OR b)`` is ``status:a OR status:b``.
The tree knows no fields: who evaluates it checks them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast, get_args

from terkha_db.errors import QueryError
from terkha_db.query.nodes import (
    GRAMMAR,
    And,
    Comparison,
    Everything,
    Node,
    Not,
    Operator,
    Or,
    Range,
    Word,
)

_LONGEST = 4000
_DEEPEST = 50
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<open>\() | (?P<close>\))
  | (?P<phrase>"(?:[^"\\]|\\.)*")
  | (?P<operator><=|>=|!=|[:=<>])
  | (?P<word>(?:[^\s()":=<>!]|!(?!=))+)
  | (?P<quote>")
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Readers' own tables have headers in any script; Tibetan vowel signs are no word characters.
_FIELD = re.compile(r"[^\W\d_][\w.\u0f00-\u0fff-]*")
_KEYWORDS = ("AND", "OR", "NOT")


def parse_query(text: str, grammar: int = GRAMMAR) -> Node:
    """Return the syntax tree of a query, written in that version of the language.

    Raises:
        QueryError: the text does not follow the grammar, or follows a newer one.

    """
    if grammar > GRAMMAR:
        raise QueryError(f"it was saved by a newer Terkha (language {grammar}); update Terkha.", 0)
    if len(text) > _LONGEST:
        raise QueryError(f"it is longer than {_LONGEST:,} characters.", _LONGEST)
    return _Parser(_tokens(text), len(text)).query()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = cast("str", match.lastgroup)
        if kind == "quote":
            raise QueryError('the quotation mark is never closed; add another ".', match.start())
        if kind == "other":
            raise QueryError(f"“{match[0]}” means nothing here.", match.start())
        found.append(_Token(kind, match[0], match.start()))
    return found


class _Parser:
    """Recursive descent over the tokens; spaces matter only between field, operator and value."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0
        self._compared: tuple[_Token, _Token] | None = None
        """Field and operator whose value is the group being read."""
        self._end = _Token("end", "", length)

    def query(self) -> Node:
        if self._peek().kind == "end":
            return Everything()
        node = self._either()
        if self._peek().kind == "close":
            raise QueryError("this bracket was never opened.", self._peek().at)
        return node

    def _either(self) -> Node:
        parts = [self._both()]
        while self._keyword("OR"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self) -> Node:
        parts = [self._single()]
        while self._keyword("AND") or self._begins_single():
            parts.append(self._single())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _single(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError("it nests too deeply.", self._peek().at)
        node = self._negation() or self._group() or self._term()
        self._depth -= 1
        return node

    def _negation(self) -> Node | None:
        token = self._peek()
        if self._keyword("NOT"):
            return Not(self._single())
        if token.kind == "word" and token.text[0] == "-":
            rest = _Token("word", token.text[1:], token.at + 1)
            following = [rest] if rest.text else []
            if following or self._touches(self._next + 1):
                self._tokens[self._next : self._next + 1] = following
                return Not(self._single())
        return None

    def _group(self) -> Node | None:
        opening = self._peek()
        if opening.kind != "open":
            return None
        self._advance()
        if self._peek().kind == "close":
            raise QueryError("there is nothing between the brackets.", self._peek().at)
        node = self._either()
        if self._peek().kind != "close":
            raise QueryError("this bracket is never closed; add another ).", opening.at)
        self._advance()
        return node

    def _term(self) -> Node:
        token = self._advance()
        if self._compared and (token.kind == "phrase" or _is_word(token)):
            return self._value(*self._compared, token)
        if token.kind == "phrase":
            return Word(_unquoted(token.text), phrase=True, at=token.at)
        if token.kind == "operator":
            raise QueryError(f"a field is missing before “{token.text}”.", token.at)
        if not _is_word(token):
            shown = f" before “{token.text}”" if token.text else " at the end"
            raise QueryError(f"a word is missing{shown}.", token.at)
        if self._peek().kind == "operator":
            return self._comparison(token)
        return Word(token.text, at=token.at)

    def _comparison(self, name: _Token) -> Node:
        if not _FIELD.fullmatch(name.text):
            raise QueryError(f"“{name.text}” cannot be the name of a field.", name.at)
        sign = self._advance()
        if self._peek().kind != "open":
            return self._value(name, sign, self._advance())
        self._compared = (name, sign)
        group = self._group()
        self._compared = None
        assert group is not None
        return group

    def _value(self, name: _Token, sign: _Token, value: _Token) -> Node:
        if self._compared and self._peek().kind == "operator":
            sentence = f"a field cannot stand among the values of “{name.text}”."
            raise QueryError(sentence, value.at)
        if value.kind not in ("word", "phrase"):
            raise QueryError(f"a value is missing after “{name.text}{sign.text}”.", value.at)
        operator = cast("Operator", sign.text)
        assert operator in get_args(Operator)
        if value.kind == "phrase":
            text = _unquoted(value.text)
            return Comparison(name.text, operator, text, True, name.at, value.at)
        low, dots, high = value.text.partition("..")
        if not dots:
            return Comparison(name.text, operator, value.text, False, name.at, value.at)
        if sign.text not in (":", "="):
            raise QueryError(f"a range stands after a colon, as in {name.text}:1..2.", sign.at)
        if not low and not high:
            raise QueryError("a range needs at least one end.", value.at)
        return Range(name.text, low, high, name.at, value.at)

    def _begins_single(self) -> bool:
        token = self._peek()
        if token.kind == "word":
            return token.text not in ("AND", "OR")
        return token.kind in ("phrase", "open", "operator")

    def _keyword(self, word: str) -> bool:
        token = self._peek()
        if token.kind == "word" and token.text == word:
            self._advance()
            return True
        return False

    def _touches(self, position: int) -> bool:
        """Tell whether a token follows with no space before it."""
        return position < len(self._tokens) and self._tokens[position].kind in ("open", "phrase")

    def _peek(self) -> _Token:
        while self._next < len(self._tokens) and self._tokens[self._next].kind == "space":
            self._next += 1
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _advance(self) -> _Token:
        token = self._peek()
        self._next += 1
        return token


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)


def _is_word(token: _Token) -> bool:
    return token.kind == "word" and token.text not in _KEYWORDS
