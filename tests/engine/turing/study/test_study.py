"""Studies and sealed sessions of the Turing test: acceptance B2, B5, E6 and F2 (decision 045)."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import (
    EPOCH,
    PREFLIGHT,
    SECRET,
    SHORT,
    ScriptedParticipant,
    pairs,
    seal_one,
    small_study,
    unfinished,
)

from vqganodip.errors import TuringError
from vqganodip.turing.session.lifecycle import keys_of, list_of, next_participant, resume
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.session.trial_columns import TRIAL_COLUMNS
from vqganodip.turing.session.virtual import VirtualClock
from vqganodip.turing.study.preparation import StimulusPair
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import open_study
from vqganodip.turing.study.trial_order import Truth


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_that_a_study_contains_both_classes_of_each_board_in_files_of_equal_size_and_time(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    files = sorted((tmp_path / "study/stimuli").iterdir())
    assert len(files) == 2 * 8 + 2
    assert {(file.stat().st_size, file.stat().st_mtime_ns, file.stat().st_mode) for file in files} == {
        (32 + 12 * 8 * 3, 946_684_800 * 10**9, 0o100644)
    }
    assert [file.stem for file in files] == list(study.stimuli)
    given = {pair.board: pair for pair in pairs(10)}
    for row in study.read_key().rows:
        pair = given[row.board]
        expected = pair.original if row.truth is Truth.REAL else pair.reconstruction
        assert np.array_equal(study.pixels(row.stimulus_id), expected)
    assert Counter(row.list for row in study.read_key().rows) == {"A": 8, "B": 8, "practice": 2}


def test_that_a_study_opens_as_it_was_registered_and_the_same_secret_gives_the_same_ids(tmp_path: Path) -> None:
    study = small_study(tmp_path / "a")
    again = open_study(tmp_path / "a")
    assert again == study
    assert (again.margin, again.alpha, again.protocol, again.excluded) == (0.1, 0.05, SHORT, ("seen_001.png",))
    assert small_study(tmp_path / "b").stimuli == study.stimuli
    assert small_study(tmp_path / "c", secret=None).stimuli != study.stimuli


def test_that_up_to_ten_boards_beyond_the_trials_are_used_for_practice(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study", practice=14)
    assert len(study.practice) == 10
    assert len(study.stimuli) == 2 * 8 + 10
    lists = study.read_key().rows
    assert not {r.board_id for r in lists if r.list == "practice"} & {r.board_id for r in lists if r.list != "practice"}


def test_that_a_changed_stimulus_is_named_and_refused(tmp_path: Path) -> None:
    """Acceptance B5 (decision 045)."""
    study = small_study(tmp_path / "study")
    assert len({study.pixels(stimulus).tobytes() for stimulus in study.stimuli}) == 18
    path = study.stimulus_path(study.stimuli[3])
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(TuringError, match=path.name) as caught:
        study.pixels(study.stimuli[3])
    assert "changed" in str(caught.value)
    path.write_bytes(data[:-1])
    with pytest.raises(TuringError, match="missing or left over"):
        study.pixels(study.stimuli[3])
    path.unlink()
    with pytest.raises(TuringError, match="cannot be read"):
        study.pixels(study.stimuli[3])


def test_that_a_changed_key_or_registration_is_refused(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    seal_one(study)
    text = study.files.study.read_text("utf-8")
    study.files.study.write_text(text.replace('"margin": 0.1', '"margin": 0.2'), "utf-8")
    with pytest.raises(TuringError, match=r"changed after the session of P001"):
        open_study(study.folder)
    study.files.study.write_text(text, "utf-8")
    study.files.key.write_bytes(study.files.key.read_bytes().replace(b"real", b"fake", 1))
    with pytest.raises(TuringError, match="committed"):
        seal_one(open_study(study.folder), "P002")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"margin": 0.6}, "margin"),
        ({"alpha": 0.0}, "level"),
        ({"study_id": "a b"}, "study id"),
        ({"participants": 0}, "participant"),
        ({"protocol": PAPER_16_5.changed("odd", trials=10, break_after=5)}, "halved"),
        ({"given": pairs(7)}, "7 boards for 8 trials"),
        ({"given": iter(())}, "no board"),
    ],
)
def test_that_an_invalid_study_is_refused_and_leaves_no_files(
    tmp_path: Path, values: dict[str, object], words: str
) -> None:
    with pytest.raises(TuringError, match=words):
        small_study(tmp_path / "study", **values)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_that_a_drive_without_space_is_reported_at_the_first_board(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("vqganodip.turing.study.preparation.shutil.disk_usage", lambda _: usage._replace(free=1000))
    source = pairs(10)
    with pytest.raises(TuringError, match="the stimuli need"):
        small_study(tmp_path / "study", given=source)
    assert len(list(source)) == 9, "the others were not even asked for"
    assert list(tmp_path.iterdir()) == []


def test_that_boards_of_different_sizes_and_repeated_boards_are_refused(tmp_path: Path) -> None:
    some = list(pairs(8))
    odd = StimulusPair("odd", *(np.zeros((8, 13, 3), np.uint8),) * 2)
    with pytest.raises(TuringError, match="13×8 px, the others are 12×8"):
        small_study(tmp_path / "study", given=iter([*some[:7], odd]))
    with pytest.raises(TuringError, match="occurs twice"):
        small_study(tmp_path / "study", given=iter([*some, some[0]]))
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").touch()
    with pytest.raises(TuringError, match="already something here"):
        small_study(tmp_path / "full")


def test_that_lists_and_keys_are_crossed_over_four_participants() -> None:
    combinations = {(list_of(p), keys_of(p)["F"]) for p in ("P001", "P002", "P003", "P004")}
    assert len(combinations) == 4


def test_that_a_participant_has_one_session_and_ids_are_never_names(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    seal_one(study, "P001")
    with pytest.raises(TuringError, match="has already had a session"):
        seal_one(study, "P001", session_id="02")
    for name in ("Anna", "P1", "P000", "../P001"):
        with pytest.raises(TuringError, match="form P001"):
            seal_one(study, name)
    with pytest.raises(TuringError, match="not asked"):
        seal_one(study, "P002", participant_answers={"name": "Anna"})
    with pytest.raises(TuringError, match="no answer"):
        seal_one(study, "P002", participant_answers={"role": "Anna"})
    assert next_participant(study) == "P002"
    again = seal_one(study, "P001", session_id="02", restart_reason="power cut")
    assert again.plan.trials != unfinished(study)[0].plan.trials


def test_that_a_session_follows_its_plan_and_its_files_are_reproducible(tmp_path: Path) -> None:
    """Acceptance E6 (decision 045), in part: the files are a function of plan and journal."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    assert ScriptedParticipant(sealed).run() is SessionState.DONE
    assert unfinished(study) == []
    finish(sealed)
    first = {path.name: path.read_bytes() for path in sealed.folder.iterdir()}
    finish(sealed)
    assert {path.name: path.read_bytes() for path in sealed.folder.iterdir()} == first
    assert {name.removeprefix("sub-P001_ses-01_task-vtt_") for name in first} == {
        "journal.jsonl", "plan.json", "trials.csv", "frames.csv", "events.tsv", "events.json", "session.json",
        "checksums.sha256",
    }  # fmt: skip

    rows = rows_of(sealed.files.file("trials.csv"))
    assert list(rows[0]) == list(TRIAL_COLUMNS)
    assert [row["phase"] for row in rows] == ["practice"] * 2 + ["test"] * 8
    assert [row["stimulus_id"] for row in rows[2:]] == [trial.stimulus for trial in sealed.plan.trials]
    assert {row["status"] for row in rows} == {"ok"}
    assert {row["rt_s"] for row in rows} == {"2.000000"}
    assert {row["duration"] for row in rows} == {"16.000000"}
    assert {row["blank_duration"] for row in rows} == {"5.000000"}
    assert {row["onset_error_ms"] for row in rows} == {"0.000"}
    assert {row["frames_expected"] for row in rows} == {"960"}
    assert {row["flags"] for row in rows} == {""}
    record = json.loads(sealed.files.file("session.json").read_bytes())
    assert record["trials"] == {
        "planned": 8, "shown": 8, "not_shown": 0, "ok": 8, "missing": 0, "interrupted": 0, "aborted": 0,
        "missing_flagged": False,
    }  # fmt: skip
    assert record["break_s"] == 10.0
    assert record["debrief"]["share_of_fakes"] == "50"
    assert record["status"] == "final"


def test_that_a_session_resumes_after_a_crash_and_shows_no_image_twice(tmp_path: Path) -> None:
    """Acceptance B2 (decision 045)."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    dead = ScriptedParticipant(sealed)
    dead.run(until=2 * 21 + 5 + 5 + 2 * 21 + 3)  # in the third test trial, after an answer
    dead.journal.close()
    (unfinished_session,) = unfinished(open_study(study.folder))
    point = resume(unfinished_session, "2026-01-12T09:20:00Z")
    assert (point.next_trial, point.practised, point.break_done, point.resumes) == (3, True, False, 1)
    assert point.at == 20 * 60
    alive = ScriptedParticipant(unfinished_session, resume=point, clock=VirtualClock(1200.0, EPOCH))
    assert alive.run() is SessionState.DONE
    finish(unfinished_session)
    rows = [row for row in rows_of(unfinished_session.files.file("trials.csv")) if row["phase"] == "test"]
    assert [row["trial_index"] for row in rows] == [str(n) for n in range(1, 9)]
    assert [row["stimulus_id"] for row in rows] == [trial.stimulus for trial in sealed.plan.trials]
    assert [row["status"] for row in rows] == ["ok", "ok", "aborted"] + ["ok"] * 5
    assert [row["resume_count"] for row in rows] == ["0"] * 3 + ["1"] * 5
    onsets = [float(row["onset"]) for row in rows]
    assert onsets == sorted(onsets)


def test_that_a_gap_beyond_the_limit_is_refused_and_the_files_are_kept(tmp_path: Path) -> None:
    """Acceptance B2 (decision 045)."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    dead = ScriptedParticipant(sealed)
    dead.run(until=60.0)
    dead.journal.close()
    with pytest.raises(TuringError, match="interrupted for 31 minutes, 30 are allowed"):
        resume(sealed, "2026-01-12T09:32:00Z")
    assert resume(sealed, "2026-01-12T09:32:00Z", max_gap_s=3600.0).next_trial == 1
    assert sealed.journal_path.exists()


def test_that_a_session_that_crashed_before_the_consent_asks_for_it(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    point = resume(sealed, "2026-01-12T12:00:00Z")
    assert not point.consented
    person = ScriptedParticipant(sealed, resume=point)
    person.session.start()
    assert person.session.state is SessionState.CONSENT
    person.clock.run(0.0)
    assert person.run() is SessionState.DONE
    with pytest.raises(TuringError, match="has ended"):
        resume(sealed, "2026-01-12T12:00:00Z")


def test_that_a_changed_plan_is_refused(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    sealed.files.plan.write_bytes(sealed.files.plan.read_bytes().replace(b'"list_id": "A"', b'"list_id": "B"'))
    with pytest.raises(TuringError, match="changed after it was sealed"):
        unfinished(study)


def test_that_the_preflight_results_are_sealed(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    assert sealed.about["preflight"] == PREFLIGHT
    assert [event["event"] for event in sealed.read_journal().events] == ["preflight", "plan"]
    assert study.files.session_key(sealed.files).stat().st_mode & 0o077 == 0
    assert SECRET.hex() not in sealed.files.plan.read_text("utf-8")
