"""The texts of the engine, read out of its sources: every error and message with its code and templates."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import vqganodip
import vqganodip_gui
from vqganodip import errors

ROOTS: Final = {"vqganodip": Path(vqganodip.__file__).parent, "vqganodip_gui": Path(vqganodip_gui.__file__).parent}
ERRORS: Final = frozenset(name for name in errors.__all__ if name.endswith("Error")) | {"RecalibrationStoppedError"}
MESSAGES: Final = frozenset({"message", "Message"})


@dataclass(frozen=True)
class Text:
    """An error or a message as written in the source.

    Attributes:
        code: Its identifier; None where it is no literal.
        template: What it says; None where it is neither a literal nor a named constant.
        todo: Template of what to do about it, empty when there is none; None as for ``template``.
        places: Names of the values that are given; None where they are a mapping made elsewhere.
        error: Whether it is an error.
        module: The file, below the package.
        line: Where in the file.
    """

    code: str | None
    template: str | None
    todo: str | None
    places: frozenset[str] | None
    error: bool
    module: str
    line: int

    @property
    def parts(self) -> dict[str, str]:
        """The templates by their identifiers in the catalogues."""
        if self.code is None or self.template is None or self.todo is None:
            return {}
        return {self.code: self.template} | ({f"{self.code}.todo": self.todo} if self.todo else {})

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.code}"


def places_of(template: str) -> frozenset[str]:
    """The places of a template, each with its conversion and format: ``count:,``, ``name!r``.

    ``count:board|boards`` is a count with its word, so ``count:,``. Words alone, ``count:|was|were``, are left out: a
    language has them where it needs them.
    """
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{',' if '|' in spec else spec}" if spec else "")
        for _, name, spec, conversion in string.Formatter().parse(template)
        if name is not None and not (spec or "").startswith("|")
    )


def names_of(template: str) -> frozenset[str]:
    """The names of the places of a template."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


@cache
def all_texts() -> tuple[Text, ...]:
    """Every text of engine and window, in the order of the files; plain texts, whose code is empty, are left out."""
    return tuple(
        text
        for root in ROOTS.values()
        for file in sorted(root.rglob("*.py"))
        for text in _texts(file, root)
        if text.code != ""
    )


def _texts(file: Path, root: Path) -> Iterator[Text]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {**_imported(tree), **_constants(tree)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in ERRORS | MESSAGES:
            continue
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        todo = given.pop("todo", None)
        given.pop("where", None)
        yield Text(
            code=_literal(node.args[0], {}) if node.args else None,
            template=_literal(node.args[1], constants) if len(node.args) > 1 else None,
            todo="" if todo is None else _literal(todo, constants),
            places=None if len(node.args) > 2 or None in given else frozenset(filter(None, given)),
            error=node.func.id in ERRORS,
            module=file.relative_to(root).as_posix(),
            line=node.lineno,
        )


def _literal(node: ast.expr, constants: Mapping[str, str]) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name):
            return constants.get(name)
    return None


def _constants(tree: ast.Module) -> dict[str, str]:
    """The texts of a module that have a name."""
    found = {}
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text))):
                found[name] = text
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                found[name] = text
    return found


def _imported(tree: ast.Module) -> dict[str, str]:
    """Those that it takes from another module of engine or window."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] in ROOTS:
            package, _, rest = node.module.partition(".")
            file = ROOTS[package].joinpath(*rest.split(".")).with_suffix(".py")
            wanted = {alias.name for alias in node.names if alias.name.isupper() or alias.name.startswith("_")}
            if wanted and file.is_file():
                known = _constants(ast.parse(file.read_text(encoding="utf-8")))
                found |= {name: known[name] for name in wanted & known.keys()}
    return found
