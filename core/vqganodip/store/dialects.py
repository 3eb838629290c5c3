"""Differences between SQLite and PostgreSQL in statements: texts, positions, values of JSON documents, and upserts.

Everything else that belongs to one of them lives in the modules ``sqlite_*`` and ``postgresql_*``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Float,
    Integer,
    Select,
    Table,
    Text,
    TypeDecorator,
    cast,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

__all__ = [
    "INTEGER",
    "REAL",
    "TEXT",
    "contains",
    "escape_nul",
    "json_flag",
    "json_number",
    "json_text",
    "listed",
    "put_row",
]

_ESCAPE: Final = "\x1a"
_ESCAPED: Final = re.compile(f"{_ESCAPE}([\x01{_ESCAPE}])")


def escape_nul(text: str) -> str:
    r"""Write NUL, which no text of PostgreSQL can hold, as ``\x1a\x01``, and ``\x1a`` twice."""
    return text.replace(_ESCAPE, _ESCAPE * 2).replace("\0", f"{_ESCAPE}\x01")


def _unescape_nul(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\0" if found[1] == "\x01" else _ESCAPE, text)


class _EscapedText(TypeDecorator[str]):
    """Text of PostgreSQL that holds every character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value if value is None else escape_nul(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value if value is None or _ESCAPE not in value else _unescape_nul(value)


TEXT: Final = Text().with_variant(_EscapedText(), "postgresql")
"""Text of any characters, compared by their numbers."""

INTEGER: Final = Integer().with_variant(BigInteger(), "postgresql")
"""Whole number of 64 bits."""

REAL: Final = Float(53)
"""Number of double precision."""


class _Position(FunctionElement[int]):
    """Place of a text in another, counted from 1; 0 if it is not in it."""

    inherit_cache = True
    type = Integer()


class _JsonText(FunctionElement[str]):
    """Value in a JSON document by its keys: a number, or text for anything else."""

    inherit_cache = True
    type = Text()


class _JsonRows(FunctionElement[Any]):
    """Elements of a JSON list, as rows with the column ``value``."""

    inherit_cache = True


@compiles(_Position, "sqlite")
def _position_in_sqlite(element: _Position, compiler: SQLCompiler, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(_Position, "postgresql")
def _position_in_postgresql(element: _Position, compiler: SQLCompiler, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


@compiles(_JsonText, "sqlite")
def _json_in_sqlite(element: _JsonText, compiler: SQLCompiler, **options: Any) -> str:
    document, *keys = (compiler.process(clause, **options) for clause in element.clauses)
    path = " || '.' || ".join(keys)
    return f"json_extract({document}, '$.' || {path})"


@compiles(_JsonText, "postgresql")
def _json_in_postgresql(element: _JsonText, compiler: SQLCompiler, **options: Any) -> str:
    r"""PostgreSQL refuses a whole document for ``\u0000`` or half a surrogate pair in any of its texts, so they are
    defused first: pairs of backslashes, then the escapes. Numbers and words without escapes stay as they are."""
    document, *keys = (compiler.process(clause, **options) for clause in element.clauses)
    harmless = rf"replace(replace({document}, E'\\\\', '//'), E'\\u', '/u')"
    return f"jsonb_extract_path_text(CAST({harmless} AS jsonb), {', '.join(keys)})"


@compiles(_JsonRows, "sqlite")
def _rows_in_sqlite(element: _JsonRows, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_JsonRows, "postgresql")
def _rows_in_postgresql(element: _JsonRows, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **options)} AS json))"


def contains(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    """True where a column contains a text, whatever its characters."""
    return _Position(column, literal(text, TEXT)) > 0


def json_number(document: ColumnElement[str], *keys: str) -> ColumnElement[float]:
    """A number in a JSON document by its keys; NULL without it."""
    return cast(_JsonText(document, *(literal(key, Text()) for key in keys)), REAL)


def json_text(document: ColumnElement[str], *keys: str) -> ColumnElement[str]:
    """A word without escapes in a JSON document by its keys; NULL without it."""
    return _JsonText(document, *(literal(key, Text()) for key in keys))


def json_flag(document: ColumnElement[str], *keys: str) -> ColumnElement[bool]:
    """True where a truth value in a JSON document is true."""
    return cast(json_text(document, *keys), Text()).in_(("1", "true"))


def listed(numbers: Collection[int]) -> Select[tuple[int]]:
    """Numbers as rows: a list of any length in one value, as JSON."""
    rows = _JsonRows(literal(json.dumps(sorted(numbers)), Text())).table_valued("value")
    return select(cast(rows.c.value, INTEGER))


def put_row(connection: Connection, table: Table, row: Mapping[str, object], key: str) -> None:
    """Insert a row, or replace the given columns of the row that has the same key."""
    newer = {name: value for name, value in row.items() if name != key}
    if connection.dialect.name == "postgresql":
        added = postgresql.insert(table).values(**row)
        connection.execute(added.on_conflict_do_update(index_elements=[key], set_=newer))
    else:
        kept = sqlite.insert(table).values(**row)
        connection.execute(kept.on_conflict_do_update(index_elements=[key], set_=newer))
