"""The sentences of the engine, read out of its source: what its errors say, as templates with ``{}`` for places."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import vqganodip
from vqganodip import errors

ENGINE: Final = Path(vqganodip.__file__).parent
ERRORS: Final = frozenset(errors.__all__)
UNKNOWN: Final = "{}"


@dataclass(frozen=True)
class Sentence:
    """A template, the part of the error that it is (``what`` or ``todo``), and where it stands."""

    text: str
    part: str
    place: str


def sentences_of_errors(file: Path, root: Path = ENGINE) -> Iterator[Sentence]:
    """Everything that the errors of a module say. A part that cannot be read comes as ``{}`` alone."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = _assigned(tree.body)
    inside = {id(n): f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS):
            continue
        function = inside.get(id(node))
        known = {**names, **_assigned(list(ast.walk(function)))} if function else names
        parts = [("what", value) for value in node.args[:1]]
        parts += [("todo", k.value) for k in node.keywords if k.arg == "todo"]
        for part, value in parts:
            for text in _texts(value, known):
                yield Sentence(text, part, f"{file.relative_to(root)}:{node.lineno}")


def _assigned(body: list[ast.stmt] | list[ast.AST]) -> dict[str, list[ast.expr]]:
    """What is assigned to each name, in any branch."""
    found: dict[str, list[ast.expr]] = {}
    for node in body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    for name, value in zip(target.elts, node.value.elts, strict=False):
                        if isinstance(name, ast.Name):
                            found.setdefault(name.id, []).append(value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found.setdefault(node.target.id, []).append(node.value)
    return found


def _texts(node: ast.expr, names: dict[str, list[ast.expr]], depth: int = 0) -> list[str]:
    """All texts that an expression can come to."""
    if depth > 4:
        return [UNKNOWN]
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=values):
            parts = [
                _places(v, names, depth) if isinstance(v, ast.FormattedValue) else _texts(v, names) for v in values
            ]
            return ["".join(each) for each in itertools.product(*parts)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a in _texts(left, names, depth + 1) for b in _texts(right, names, depth + 1)]
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, names, depth + 1) + _texts(other, names, depth + 1)
        case ast.Name(id=name) if name in names:
            return [text for value in names[name] for text in _texts(value, names, depth + 1)]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, other]) if name in names:
            return _values(names[name], names, depth) + _texts(other, names, depth + 1)
        case ast.Subscript(value=ast.Name(id=name)) if name in names:
            return _values(names[name], names, depth)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _texts(inner, names, depth + 1)
    return [UNKNOWN]


def _places(node: ast.FormattedValue, names: dict[str, list[ast.expr]], depth: int) -> list[str]:
    """A place; a name that stands for constants of the module alone is these constants."""
    if isinstance(node.value, ast.Name) and node.value.id.isupper() and node.value.id in names:
        return _texts(node.value, names, depth + 1)
    return [UNKNOWN]


def _values(tables: list[ast.expr], names: dict[str, list[ast.expr]], depth: int) -> list[str]:
    return [
        t for table in tables if isinstance(table, ast.Dict) for v in table.values for t in _texts(v, names, depth + 1)
    ]
