"""Output of the program: one line per line, on every terminal, to every reader."""

from __future__ import annotations

import io
import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from engine.command_line import run
from locations import ENGINE

from vqganodip.cli.main import VERBS, app
from vqganodip.cli.results import json_text, with_json_places
from vqganodip.cli.terminal import console, echo
from vqganodip.printable import printable
from vqganodip.reports.markup import tag
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection, sample_judgment

HOSTILE = "SN\n1\r\x1b[31m\u202e\u2066\x00\x9b2J\u2028."
OLD_NAME = os.fsdecode(b"M\xfcller")
"""A file name from a system that wrote latin-1."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    with open_workspace(tmp_path / "w") as opened:
        opened.repository.add_inspection(sample_inspection(1), HOSTILE)
        opened.repository.add_judgment(sample_judgment(1))
    return tmp_path / "w"


def streams(monkeypatch: pytest.MonkeyPatch, encoding: str) -> tuple[io.BytesIO, io.BytesIO]:
    """Replace standard output and standard error by streams of an encoding; what is written to them."""
    written = (io.BytesIO(), io.BytesIO())
    for name, raw in zip(("stdout", "stderr"), written, strict=True):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(raw, encoding=encoding, errors="strict"))
    return written


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "vqganodip.cli.main", *map(os.fsencode, map(str, arguments))]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_that_no_text_breaks_the_line_or_moves_the_cursor() -> None:
    shown = printable(HOSTILE)
    assert shown == r"SN\n1\r\x1b[31m\u202e\u2066\x00\x9b2J\u2028."
    assert printable("Größe 3\u00a0mm 板\u3000") == "Größe 3\u00a0mm 板\u3000"
    assert printable(OLD_NAME) == r"M\xfcller"
    assert str(tag("td", HOSTILE)) == f"<td>{shown}</td>", "reports"


def test_that_tables_show_names_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    from vqganodip.cli.report_table import rows_table
    from vqganodip.scoring.report_row import RowKind, measured_row

    names = ["[/]", "[red]a", ":warning:"]
    import numpy as np

    from vqganodip.records import Label, LabelledImage

    images = tuple(LabelledImage(Path("test") / "bad" / name, Label.DEFECTIVE) for name in (*names, HOSTILE))
    good = LabelledImage(Path("test/good/1.png"), Label.NORMAL)
    scores, labels = np.array([0.5, 0.5, 0.5, 0.5, 0.1]), np.array([1, 1, 1, 1, 0])
    console(width=400).print(rows_table([measured_row("[b]x", RowKind.BASELINE, scores, labels, (*images, good))]))
    out = capsys.readouterr().out
    for name in ("[b]x", *names, printable(HOSTILE)):
        assert name in out
    assert "\x1b" not in out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_that_every_terminal_takes_every_line(
    encoding: str, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdout, stderr = streams(monkeypatch, encoding)
    out = tmp_path / f"{OLD_NAME} – 板.csv"
    assert run("export", "--workspace", workspace, "--out", out) == 0
    assert run("verify", workspace, "--csv", out) == 0
    assert run("export", "--workspace", tmp_path / OLD_NAME, "--out", out) == 1
    said = stdout.getvalue().decode(encoding)
    assert r"M\xfcller" in said
    assert said.splitlines()[0].endswith(".csv")
    assert said.replace("\n", "").replace("\u202f", "").isprintable()
    assert ("–" if encoding in ("utf-8", "cp1252") else "-") in said
    assert ("板" if encoding == "utf-8" else r"\u677f") in said
    assert r"M\xfcller: there is no workspace here" in stderr.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1:strict", "utf-8:strict"])
def test_that_json_and_help_reach_a_terminal_of_any_encoding(encoding: str, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / f"{OLD_NAME}.csv"
    done = program("export", "--workspace", workspace, "--out", out, "--json", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["out"] == str(out), "the JSON names the very file"
    assert done.stderr.isascii()


def test_that_help_is_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    from typer.main import get_command

    verbs = [(verb.__name__,) for verb in VERBS]
    groups = get_command(app).commands  # type: ignore[attr-defined]
    studies = [(group, name) for group in ("vtt", "gate", "workspace") for name in groups[group].commands]
    for words in ((), *verbs, *studies):
        assert run(*words, "--help") == 0
        assert capsys.readouterr().out.isascii(), words


def test_that_a_reader_that_goes_ends_the_program_quietly(workspace: Path) -> None:
    for arguments in (["vtt", "plan"], ["verify", str(workspace), "--json"]):
        command = [sys.executable, "-m", "vqganodip.cli.main", *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_that_a_full_disk_under_standard_output_is_an_error_in_one_line() -> None:
    command = [sys.executable, "-m", "vqganodip.cli.main", "vtt", "plan"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("vqganodip: standard output: it cannot be written (No space left on device).")
    assert done.stderr.count("\n") == 1


def test_that_messages_that_cannot_be_written_do_not_end_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as gone:
        monkeypatch.setattr(sys, "stderr", gone)
        echo("a message", err=True)
        console(err=True).print("another one")
    monkeypatch.setattr(sys, "stderr", None)
    echo("a program without a console", err=True)


def test_that_json_has_no_nan_and_is_ascii() -> None:
    text = json_text({"a": [math.nan, math.inf, 0.5], "ü": Path(OLD_NAME), 3: (True, None)})
    assert text == r'{"a": [null, null, 0.5], "\u00fc": "M\udcfcller", "3": [true, null]}'


@pytest.mark.parametrize(
    ("given", "attached"),
    [
        (["verify", "w", "--json"], ["verify", "w", "--json=-"]),
        (["verify", "--json", "w"], ["verify", "--json=-", "w"]),
        (["inspect", "--json", "a.png", "b.png"], ["inspect", "--json=-", "a.png", "b.png"]),
        (["fit", "d", "--json", "r.json", "--seed", "1"], ["fit", "d", "--json=r.json", "--seed", "1"]),
        (["inspect", "d", "--json", "x/y.JSONL"], ["inspect", "d", "--json=x/y.JSONL"]),
        (["fit", "d", "--json", "-"], ["fit", "d", "--json=-"]),
        (["fit", "d", "--json", "/dev/fd/63"], ["fit", "d", "--json=/dev/fd/63"]),
        (["fit", "d", "--json=name"], ["fit", "d", "--json=name"]),
        (["inspect", "--", "--json"], ["inspect", "--", "--json"]),
    ],
)
def test_that_the_word_after_json_counts_only_if_it_names_a_json_file(given: list[str], attached: list[str]) -> None:
    assert with_json_places(given) == attached


def test_that_every_verb_has_the_same_option_json() -> None:
    from typer.main import get_command

    program = get_command(app)
    verbs = dict(program.commands)  # type: ignore[attr-defined]
    for group in ("vtt", "gate", "workspace"):
        verbs |= {f"{group} {name}": verb for name, verb in verbs.pop(group).commands.items()}
    options = {name: [(p.metavar, p.help) for p in verb.params if "--json" in p.opts] for name, verb in verbs.items()}
    assert len(options) == len(VERBS) + 9 + 4 + 2
    assert len({str(of) for of in options.values()}) == 1, options


def test_that_all_output_of_the_verbs_passes_through_one_place() -> None:
    elsewhere = re.compile(r"typer\.echo|click|\bprint\(|sys\.std(?:out|err)\.write|Console\(|json\.dumps")
    for file in (ENGINE / "vqganodip" / "cli").glob("*.py"):
        if file.name in ("terminal.py", "results.py", "event_file.py"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            assert not elsewhere.search(re.sub(r"console\.print\(|def _print|_print\w*\(", "", line)), (file.name, line)


def test_that_json_replaces_the_words_on_standard_output_and_a_file_adds_to_them(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, file = tmp_path / "r.html", tmp_path / "r.json"
    for arguments in (
        ("report", "--workspace", workspace, "--out", page),
        ("verify", workspace),
        ("vtt", "plan", "--most", 10),
        ("vtt", "rates", 50, 60, 70),
    ):
        assert run(*arguments) == 0
        words = capsys.readouterr().out
        assert run(*arguments, "--json") == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert run(*arguments, "--json", file) == 0
        assert capsys.readouterr().out == f"{words}JSON written to {file}\n"
        assert json.loads(file.read_text(encoding="ascii")) == json.loads(out)
