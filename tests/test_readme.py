"""Figures, commands and links of the documents for users are those of the program and of the files that ship."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest
from locations import ENGINE, ROOT
from typer.main import get_command

from vqganodip.cli.main import EXIT_CODES, KEPT, KEPT_BY_OTHERS, app
from vqganodip.statistics import miss_rate_upper_bound

README = (ROOT / "README.md").read_text(encoding="utf-8")
RESULTS = (ENGINE / "RESULTS.md").read_text(encoding="utf-8")


def scores(name: str) -> dict[str, list[str]]:
    """Read the first table of an evaluation that ships: score → cells; a long name takes several lines."""
    text = (ROOT / "resources" / "demo" / name).read_text(encoding="utf-8")
    table = text[: text.index("└")]
    rows: list[list[str]] = []
    for line in table.splitlines():
        if not line.startswith("│"):
            continue
        cells = [cell.strip() for cell in line.strip("│").split("│")]
        if cells[1]:
            rows.append(cells)
        elif cells[0]:
            rows[-1][0] += f" {cells[0]}"
    return {row[0]: row for row in rows}


def commands(document: str) -> Iterator[list[str]]:
    """Yield the words of each command of the program that a document shows."""
    for words in re.findall(r"^ {4}(vqganodip .*)$|`(vqganodip [^`]*)`", document, re.MULTILINE):
        yield shlex.split(" ".join(words), comments=True)


def test_that_the_figures_of_the_readme_are_those_of_the_evaluation_that_ships() -> None:
    composite = scores("unseen.txt")["composite score"]
    auroc, flagged, missed = composite[6], float(composite[4]), round(float(composite[5]) * 150 / 100)
    plain = " ".join(README.split())
    assert f"the composite score has AUROC {auroc}" in plain
    assert f"missed {missed} of 150 defective boards while it flagged {flagged:.0f} % of the normal ones" in plain
    assert f"at most {100 * miss_rate_upper_bound(0, 150):.2f} % with 95 % confidence" in plain


@pytest.mark.parametrize("name", ["golden board", "mean brightness"])
def test_that_the_table_of_the_demo_line_is_that_of_the_evaluation(name: str) -> None:
    row = scores("unseen.txt")[name]
    shown = {"golden board": "golden-board baseline"}.get(name, name)
    assert f"| {shown} | {row[6]} | {row[2]} % |" in RESULTS


@pytest.mark.parametrize("document", [README, RESULTS], ids=["README", "RESULTS"])
def test_that_every_command_and_option_exists(document: str) -> None:
    for words in commands(document):
        command = get_command(app)
        rest = words[1:]
        while rest and rest[0] in getattr(command, "commands", {}):
            command = command.commands[rest.pop(0)]  # type: ignore[attr-defined]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        options = {word.partition("=")[0] for word in rest if word.startswith("--")}
        assert options <= known, words


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^    make ([\w-]+)", README, re.MULTILINE))))
def test_that_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_that_the_readme_says_what_an_interrupted_verb_keeps() -> None:
    rows = dict(re.findall(r"^\| `([a-z ]+)` \| (.+) \|$", README, re.MULTILINE))
    assert {verb: words for verb, words in rows.items() if verb in KEPT} == KEPT
    assert f"| all others | {KEPT_BY_OTHERS} |" in README


def test_that_the_exit_codes_are_those_of_the_program() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| (.+) \|$", README, re.MULTILINE))
    assert rows == {str(code): words for code, words in EXIT_CODES.items()}
