"""No readable file reveals the truth before the unblinding: acceptance C4 and F2 (decision 045)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import ScriptedParticipant, pairs, seal_one, small_study

from vqganodip.statistics import auroc
from vqganodip.turing.session.lifecycle import list_of
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.trial_columns import MISSING, TRIAL_COLUMNS
from vqganodip.turing.study.audit import audit, write_audit
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.trial_order import Truth, plan_trials, seed_of

RESPONSES = {"response", "response_key", "first_key", "n_presses", "rt_s", "rt_from_offset_s", "response_phase"}


@pytest.fixture(scope="module")
def blinded(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A blinded, audited study with four sessions of participants who always give the same answer."""
    folder = tmp_path_factory.mktemp("blinded") / "study"
    study = small_study(folder, PAPER_16_5, practice=6, participants=4, given=pairs(106))
    write_audit(study, audit(study), {})
    for number in range(1, 5):
        sealed = seal_one(study, f"P{number:03d}")
        ScriptedParticipant(sealed, lambda _: "fake").run()
        finish(sealed)
    return study


def readable(study: Study) -> list[Path]:
    """Return all files outside the folder that only its owner may open."""
    return [p for p in study.folder.rglob("*") if p.is_file() and study.files.sealed not in p.parents]


def test_that_no_readable_file_contains_the_truth(blinded: Study) -> None:
    """Acceptance C4 (decision 045): "real" and "fake" occur only as an answer or as the meaning of a key."""
    allowed = re.compile(
        r'"answer": "(real|fake)"|"[FJ]": "(real|fake)"|real or fake|real or reconstructed|share_of_fakes|'
        r"tells (little|fakes from reals)"
    )
    for path in readable(blinded):
        if path.suffix == ".rgb":
            continue
        text = path.read_text("utf-8")
        if path.name.endswith(("trials.csv", "events.tsv")):
            with path.open(newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ","))
            text = "\n".join(str({k: v for k, v in row.items() if k not in RESPONSES}) for row in rows)
        left = allowed.sub("", text)
        assert not re.search(r"\b(real|fake|reals|fakes|original|reconstruction)\b", left, re.I), path.name
    secret = blinded.read_secret()
    for path in readable(blinded):
        data = path.read_bytes()
        assert secret not in data
        assert secret.hex().encode() not in data
        assert b"board_0" not in data, "the names of the boards are in the key only"


def test_that_no_readable_file_contains_the_seed(blinded: Study) -> None:
    """Acceptance C4 (decision 045): order and seed give the truth, so neither table nor plan contains the seed."""
    for files in blinded.sessions():
        seed = seed_of(blinded.read_secret(), files.participant, files.session)
        for path in readable(blinded):
            assert str(seed).encode() not in path.read_bytes()
        key = blinded.read_key().shown_on(list_of(files.participant))
        planned = plan_trials([row.truth for row in key], seed)
        with files.file("trials.csv").open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["phase"] == "test"]
        assert [row["stimulus_id"] for row in rows] == [key[trial.board].stimulus_id for trial in planned]
        assert {row["seed"] for row in rows} == {MISSING}


def test_that_sizes_times_and_names_of_files_reveal_nothing(blinded: Study) -> None:
    """Acceptance C4 (decision 045): equal sizes and times; the interval of the AUROC of the names contains .5."""
    states = [blinded.stimulus_path(name).stat() for name in blinded.stimuli]
    assert len({(state.st_size, state.st_mtime_ns, state.st_mode) for state in states}) == 1
    (row,) = [row for row in audit(blinded).rows if row.feature == "order of names"]
    assert row.low <= 0.5 <= row.high
    assert abs(row.auc - 0.5) <= 0.05


@pytest.mark.parametrize("turn", range(5))
def test_that_the_order_of_names_reveals_nothing_in_any_study(tmp_path: Path, turn: int) -> None:
    study = small_study(tmp_path / "study", PAPER_16_5, given=pairs(102, (4, 4)), secret=bytes([turn]) * 32)
    (row,) = [row for row in audit(study).rows if row.feature == "order of names"]
    assert abs(row.auc - 0.5) <= 0.03


def test_that_no_column_of_a_blinded_table_reveals_the_truth(blinded: Study) -> None:
    """Acceptance C4 (decision 045): onset error, decoding time and all other numbers, over all sessions."""
    truths = blinded.read_key().truths()
    rows = []
    for files in blinded.sessions():
        with files.file("trials.csv").open(newline="", encoding="utf-8") as file:
            rows += [row for row in csv.DictReader(file) if row["phase"] == "test"]
    fake = np.array([truths[row["stimulus_id"]] is Truth.FAKE for row in rows])
    assert fake.sum() == 200
    for column in TRIAL_COLUMNS:
        values = [row[column] for row in rows]
        if len(set(values)) == 1:
            continue
        try:
            numbers = np.array([float(value) for value in values])
        except ValueError:  # ids and times of day: their order is what might tell
            ranks = {value: place for place, value in enumerate(sorted(set(values)))}
            numbers = np.array([float(ranks[value]) for value in values])
        assert 0.4 < auroc(numbers, fake) < 0.6, column


def test_that_answers_do_not_reveal_the_truth(blinded: Study) -> None:
    """A participant who always answers fake is right in half of the trials, and no file reveals which half."""
    truths = blinded.read_key().truths()
    for files in blinded.sessions():
        with files.file("trials.csv").open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["phase"] == "test"]
        assert {row["response"] for row in rows} == {"fake"}
        assert sum(truths[row["stimulus_id"]] is Truth.FAKE for row in rows) == 50
        assert "truth" not in rows[0]
        assert "correct" not in rows[0]


def test_that_a_name_is_refused_and_in_no_file(blinded: Study) -> None:
    """Acceptance F2 (decision 045)."""
    for answers in ({"name": "Erika Mustermann"}, {"role": "Erika Mustermann"}, {"e-mail": "erika@example.org"}):
        with pytest.raises(Exception, match=r"not asked|no answer"):
            seal_one(blinded, "P005", participant_answers=answers)
    for path in blinded.folder.rglob("*"):
        if path.is_file():
            assert b"Mustermann" not in path.read_bytes()


def test_that_only_the_owner_can_read_the_sealed_folder(blinded: Study) -> None:
    assert blinded.files.sealed.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in blinded.files.sealed.iterdir())
