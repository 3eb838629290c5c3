"""The exported CSV in LibreOffice: opened without a window, nothing runs, and what was written is read back."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from engine.waiting import HANG_GUARD_S

from vqganodip.export.judgments_csv import CSV_COLUMNS, LINE_HASH, export_judgments, unguarded
from vqganodip.review.judgments import JudgmentKind
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        OFFICE is None,
        reason="LibreOffice Calc is not installed (Debian: apt-get install --no-install-recommends libreoffice-calc)",
    ),
]

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+1+2",
    "-2+3",
    "@SUM(1,2)",
    "\t=1+1",
    "'quoted",
    "''",
    'say "hello", twice',
    "first line\nsecond line\n\nfourth",
    "a;b,c\td",
    "שלום עולם",
    "مرحبا بالعالم",
    "\u202eright to left\u202c",
    "ü ß é 漢字 😀",
    "x" * 10_000,
    "y" * 4_999 + "\n=1+1\n" + "z" * 4_999,
    " leading and trailing ",
]
NUMERIC = ["00123", "1E5", "2026-03-01", "1/2", "12:30", "TRUE", "-5"]
"""Serial numbers that a spreadsheet takes for something else, unless their column is imported as text."""

NAMES = [column.name for column in (*CSV_COLUMNS, LINE_HASH)]
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def exported(texts: list[str], folder: Path) -> Path:
    repository = InMemoryRepository()
    for number, text in enumerate(texts, start=1):
        repository.add_inspection(sample_inspection(number, regions=0), text)
        repository.add_judgment(replace(sample_judgment(number, JudgmentKind.OK), comment=text, lot=text))
    export_judgments(repository, folder / "j.csv")
    return folder / "j.csv"


def opened(file: Path, options: str) -> list[list[ElementTree.Element]]:
    """The cells as LibreOffice has them, row by row, with repeated cells written out."""
    assert OFFICE is not None
    profile = (file.parent / "profile").resolve().as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", f"--infilter=CSV:{options}"]
    command += ["--convert-to", "fods", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, timeout=HANG_GUARD_S, capture_output=True)
    rows = []
    for row in ElementTree.parse(file.with_suffix(".fods")).getroot().iter(f"{_TABLE}table-row"):
        cells: list[ElementTree.Element] = []
        for cell in row.findall(f"{_TABLE}table-cell"):
            cells += [cell] * min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), len(NAMES) - len(cells))
        rows.append(cells)
    return rows


def text_of(cell: ElementTree.Element) -> str:
    """The text of a cell, its paragraphs as lines."""

    def flat(node: ElementTree.Element) -> str:
        found = node.text or ""
        for child in node:
            if child.tag == f"{_TEXT}s":
                found += " " * int(child.get(f"{_TEXT}c", "1"))
            elif child.tag == f"{_TEXT}tab":
                found += "\t"
            elif child.tag == f"{_TEXT}line-break":
                found += "\n"
            else:
                found += flat(child)
            found += child.tail or ""
        return found

    return "\n".join(flat(paragraph) for paragraph in cell.findall(f"{_TEXT}p"))


def column(rows: list[list[ElementTree.Element]], name: str) -> list[str]:
    return [unguarded(text_of(row[NAMES.index(name)])) for row in rows]


def test_that_nothing_runs_and_hostile_texts_read_back_equal(tmp_path: Path) -> None:
    head, *rows = opened(exported(HOSTILE, tmp_path), "44,34,76,1")[: len(HOSTILE) + 1]
    assert [text_of(cell) for cell in head] == NAMES
    assert not [cell for row in rows for cell in row if cell.get(f"{_TABLE}formula")]
    for name in ("serial", "comment", "lot"):
        assert column(rows, name) == HOSTILE
    assert column(rows, "record_id") == [str(number) for number in range(1, len(HOSTILE) + 1)]
    assert set(column(rows, "judgment")) == {"ok"}


def test_that_numeric_serials_read_back_equal_when_imported_as_text(tmp_path: Path) -> None:
    as_text = "/".join(f"{number}/2" for number in range(1, len(NAMES) + 1))
    _head, *rows = opened(exported(NUMERIC, tmp_path), f"44,34,76,1,{as_text}")[: len(NUMERIC) + 1]
    for name in ("serial", "comment"):
        assert column(rows, name) == NUMERIC
    assert len({len(row) for row in rows}) == 1
