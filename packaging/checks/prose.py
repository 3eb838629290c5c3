"""Checks docstrings, comments, messages and documents against the wordings in ``prose-patterns.toml``.

    python packaging/checks/prose.py [--count] [PATH …]

Decisions keep their history: of a file in ``core/decisions`` only the title is checked.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PATTERNS: Final = Path(__file__).with_name("prose-patterns.toml")
MESSAGES: Final = frozenset({"tr", "Message", "Notice", "ActionRow", "Setting"})
"""Calls whose string arguments a person reads; so are those of exceptions, and ``help=`` and ``todo=`` anywhere."""

_CODE: Final = re.compile(r"``[^`]*``|`[^`]*`|\"[^\"\n]*\"(?=\s*(?:in|as) )")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording to avoid.

    Attributes:
        find: The wording.
        say: What to write instead.
        docstring: True if only the first lines of docstrings are checked.
        unless: The proper use of the same words; None if there is none.
    """

    find: re.Pattern[str]
    say: str
    docstring: bool
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Text:
    """A line of prose: where it is, and whether it is the first line of a docstring."""

    file: Path
    line: int
    text: str
    first: bool = False


def read_patterns() -> list[Pattern]:
    """Read the list of wordings."""
    rows = tomllib.loads(PATTERNS.read_text(encoding="utf-8"))["pattern"]
    return [
        Pattern(
            re.compile(row["find"], re.IGNORECASE),
            row["say"],
            row.get("where") == "docstring",
            re.compile(row["unless"], re.IGNORECASE) if "unless" in row else None,
        )
        for row in rows
    ]


def tracked(paths: list[Path]) -> list[Path]:
    """Return the Python and Markdown files below the paths that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *map(str, paths)]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    files = [ROOT / name for name in listed if name.endswith((".py", ".md"))]
    return [file for file in files if file.is_file() and not file.is_relative_to(ROOT / "packaging" / "checks")]


def texts_of(file: Path) -> Iterator[Text]:
    """Yield the prose of a file."""
    source = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        title_only = file.is_relative_to(ROOT / "core" / "decisions") and file.name != "README.md"
        yield from _markdown(file, source, title_only=title_only)
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield Text(file, token.start[0], token.string.lstrip("# "))
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            text = _text_of(statement)
            if text is not None:
                documents = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and statement is body[0]
                for number, line in enumerate(text.splitlines()):
                    yield Text(file, statement.lineno + number, line.strip(), first=documents and number == 0)
        if isinstance(node, ast.Call):
            yield from _messages(file, node)


def _text_of(statement: ast.stmt) -> str | None:
    """Return the text of a statement that is a string and nothing else: a docstring, or one after an assignment."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement.value.value if isinstance(statement.value.value, str) else None
    return None


def _markdown(file: Path, source: str, *, title_only: bool) -> Iterator[Text]:
    fenced = False
    for number, line in enumerate(source.splitlines(), start=1):
        fenced ^= line.startswith("```")
        if not fenced and not line.startswith("    ") and (not title_only or line.startswith("# ")):
            yield Text(file, number, line.lstrip("#*- |"))


def _messages(file: Path, call: ast.Call) -> Iterator[Text]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    read = [k.value for k in call.keywords if k.arg in ("help", "todo", "tip", "what")]
    if name in MESSAGES or name.endswith(("Error", "Row")):
        read += call.args
    for value in read:
        for part in ast.walk(value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value:
                yield Text(file, part.lineno, part.value)


def findings(paths: list[Path]) -> Iterator[tuple[Text, Pattern, str]]:
    """Yield the texts that a pattern matches, with the words found."""
    patterns = read_patterns()
    for file in tracked(paths):
        for text in texts_of(file):
            plain = _CODE.sub("``", text.text)
            for pattern in patterns:
                if pattern.docstring and not text.first:
                    continue
                rest = pattern.unless.sub("", plain) if pattern.unless else plain
                match = pattern.find.search(rest)
                if match:
                    yield text, pattern, match[0]


def main() -> int:
    """Print what was found; the exit code is 1 if there is anything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--count", action="store_true", help="print the number of findings per folder only")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for text, pattern, words in findings([path.resolve() for path in options.paths]):
        relative = text.file.relative_to(ROOT)
        counts["/".join(relative.parts[:3][:-1])] += 1
        if not options.count:
            print(f"{relative}:{text.line}: {words!r}: {pattern.say}")
    if options.count:
        for folder, count in sorted(counts.items()):
            print(f"{count:6}  {folder}")
    print(f"{sum(counts.values())} findings", file=sys.stderr)
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
