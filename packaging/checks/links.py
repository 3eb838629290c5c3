"""Checks that every path and every cross-reference in documents and docstrings resolves.

    python packaging/checks/links.py

Markdown files: relative links, and paths in backticks that name a Python file, a Markdown file, or anything below a
top-level folder. Docstrings and comments: the same paths in double backticks, ``:mod:``, ``:class:``, ``:func:``,
``:meth:``, ``:attr:`` and ``:data:`` roles, and dotted names that begin with one of the two packages.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGES: Final = {"vqganodip": ROOT / "core" / "vqganodip", "vqganodip_gui": ROOT / "vqganodip_gui"}
BASES: Final = (ROOT, ROOT / "core", *PACKAGES.values(), ROOT / "resources", ROOT / "tests", ROOT / "packaging")
"""Folders that a path in a document may be relative to, besides the folder of the document."""

_ROLE: Final = re.compile(r":(?:mod|class|func|meth|attr|data|exc):`~?([\w.]+)`")
_CODE: Final = re.compile(r"(?<!:)`{1,2}([^`\n]+)`{1,2}")
_LINK: Final = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_PATH: Final = re.compile(r"[\w.-]+(?:/[\w.*-]+)*/?")
_DOTTED: Final = re.compile(r"(?:vqganodip|vqganodip_gui)(?:\.\w+)+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A reference that does not resolve."""

    file: Path
    line: int
    reference: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.reference!r} does not resolve"


@dataclass(slots=True)
class Index:
    """Tracked files, and the names that each module and class defines."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    names: dict[str, set[str]] = field(default_factory=dict)
    """Module → names defined or imported there, with ``Class.member`` for members."""

    def has_path(self, reference: str, beside: Path) -> bool:
        """Return True if a path exists relative to the document or to one of the usual folders."""
        plain = reference.rstrip("/")
        if "/" not in plain:
            return any(Path(name).name == plain for name in self.files | self.folders)
        for base in (beside, *BASES):
            try:
                name = (base / plain).resolve().relative_to(ROOT).as_posix()
            except ValueError:
                continue
            if name in self.files or name in self.folders:
                return True
            if "*" in name and any(Path(known).match(name) for known in self.files):
                return True
        return False

    def has_name(self, dotted: str, module: str = "") -> bool:
        """Return True if a dotted name is a package, module, definition or member; ``module`` is where it is used."""
        if dotted in self.names:
            return True
        parts = dotted.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            known = self.names.get(".".join(parts[:cut]))
            if known is not None:
                return ".".join(parts[cut:]) in known
        own = self.names.get(module, set())
        if dotted in own or any(name.endswith(f".{dotted}") for name in own):
            return True
        return parts[0][:1].isupper() and any(dotted in names for names in self.names.values())


def tracked() -> list[Path]:
    """Return the files of the checkout that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


def module_of(file: Path) -> str:
    """Return the dotted name of a module of the two packages; empty for other files."""
    for name, folder in PACKAGES.items():
        if file.is_relative_to(folder):
            parts = [name, *file.relative_to(folder).with_suffix("").parts]
            return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return ""


def build_index(files: list[Path]) -> Index:
    """Collect files, folders and the names of all modules."""
    index = Index()
    for file in files:
        relative = file.relative_to(ROOT)
        index.files.add(relative.as_posix())
        index.folders |= {parent.as_posix() for parent in relative.parents if parent != Path()}
        module = module_of(file)
        if module and file.suffix == ".py":
            index.names[module] = set(_defined(ast.parse(file.read_text(encoding="utf-8"))))
    return index


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            yield from (alias.asname or alias.name for alias in node.names)
    for node in tree.body:
        yield from _targets(node)
        if isinstance(node, ast.ClassDef):
            for inner in ast.walk(node):
                yield from (f"{node.name}.{name}" for name in _targets(inner))
                if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store):
                    yield f"{node.name}.{inner.attr}"


def _targets(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def check_markdown(file: Path, index: Index) -> Iterator[Finding]:
    """Yield the links, paths and dotted names of a document that do not resolve."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        for link in _LINK.findall(line):
            if "://" not in link and not link.startswith("mailto:") and not index.has_path(f"./{link}", file.parent):
                yield Finding(file, number, link)
        yield from _check_line(file, number, line, index, "")


def check_python(file: Path, index: Index) -> Iterator[Finding]:
    """Yield the paths, roles and dotted names in docstrings and comments that do not resolve."""
    module = module_of(file)
    for token in tokenize.generate_tokens(io.StringIO(file.read_text(encoding="utf-8")).readline):
        documentation = token.type == tokenize.STRING and token.string.lstrip("rRfFbBuU").startswith('"""')
        if token.type != tokenize.COMMENT and not documentation:
            continue
        for number, line in enumerate(token.string.splitlines(), start=token.start[0]):
            for name in _ROLE.findall(line):
                if not index.has_name(name, module):
                    yield Finding(file, number, name)
            yield from _check_line(file, number, line, index, module)


def _check_line(file: Path, number: int, line: str, index: Index, module: str) -> Iterator[Finding]:
    tops = {name.split("/")[0] for name in index.folders}
    for code in _CODE.findall(line):
        for word in code.split():
            word = word.strip(",;:()").removesuffix(".")
            if _DOTTED.fullmatch(word):
                if not index.has_name(word, module):
                    yield Finding(file, number, word)
            elif _PATH.fullmatch(word) and _is_source(word, tops) and not index.has_path(word, file.parent):
                yield Finding(file, number, word)


def _is_source(word: str, tops: set[str]) -> bool:
    """Return True for a path that must exist in the checkout: not a file that the program writes."""
    first, _, rest = word.partition("/")
    return word.endswith((".py", ".md")) or (bool(rest) and first in tops and not word.startswith(".venv"))


def findings() -> list[Finding]:
    """Return all references of the checkout that do not resolve."""
    files = tracked()
    index = build_index(files)
    found: list[Finding] = []
    for file in files:
        if file.suffix == ".md":
            found += check_markdown(file, index)
        elif file.suffix == ".py":
            found += check_python(file, index)
    return found


def main() -> int:
    """Print what does not resolve; the exit code is 1 if there is any."""
    found = findings()
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
