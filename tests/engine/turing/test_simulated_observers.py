"""Whole studies on a virtual clock: acceptance A1, A4, A9, B4, E2, E3 and F1 (decision 045)."""

from __future__ import annotations

import csv
import os
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import ScriptedParticipant, pairs, seal_one, small_study

from vqganodip.turing.analysis.observer_group import Verdict, group_result
from vqganodip.turing.analysis.results import analyse
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.ports import SceneKind
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.simulated_observers import Observer, copy_study, noise_study, simulate_study
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.trial_order import Truth


def rows_of(study: Study, participant: str = "P001") -> list[dict[str, str]]:
    path = study.files.session(participant, "01").file("trials.csv")
    with path.open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["phase"] == "test"]


def never(*_: object) -> None:
    raise AssertionError("the clock is virtual: nothing may wait")


@pytest.fixture(scope="module")
def finished_study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """One session of the paper's protocol."""
    study = small_study(tmp_path_factory.mktemp("finished") / "study", PAPER_16_5, practice=6, given=pairs(106))
    sealed = seal_one(study)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", never)
        assert ScriptedParticipant(sealed, after=3.25).run() is SessionState.DONE
    finish(sealed)
    return study


def test_that_onsets_are_21_s_apart_the_break_is_300_s_and_the_session_2400_s(finished_study: Study) -> None:
    """Acceptance A1 (decision 045): measured in the table of trials, without waiting for 40 minutes."""
    study = finished_study
    rows = rows_of(study)
    onsets = [float(row["onset"]) for row in rows]
    for half in (onsets[:50], onsets[50:]):
        assert [round(onset - half[0], 6) for onset in half] == [21.0 * k for k in range(50)]
    events = study.sessions()[0].journal.read_text("utf-8")
    assert events.count('"event": "break_start"') == 1
    lead_in = PAPER_16_5.lead_in_s
    end = onsets[-1] + 21.0
    assert round(onsets[50] - (onsets[49] + 21.0) - lead_in, 6) == 300.0
    assert round(end - (onsets[0] - lead_in) - 2 * lead_in, 6) == 2400.0


def test_that_onset_errors_do_not_accumulate_over_a_block(tmp_path: Path) -> None:
    """Acceptance A4 (decision 045): frames are up to 16 ms late, and the 50th onset is no later than any other."""

    class Late(ScriptedParticipant):
        def respond(self, scene: object) -> None:
            super().respond(scene)  # type: ignore[arg-type]

    study = small_study(tmp_path / "study", PAPER_16_5, practice=0, given=pairs(100))
    person = Late(seal_one(study))
    rng = np.random.default_rng(0)
    display = person.display
    plain = display.show

    def late(scene: object, done: object) -> None:
        """Show a scene with the next frame, as a real screen does."""
        if getattr(scene, "kind", None) in (SceneKind.STIMULUS, SceneKind.GREY):
            when = person.clock.now() + float(rng.uniform(0.0, 0.016))
            person.clock.call_at(when, lambda: plain(scene, done))  # type: ignore[arg-type]
        else:
            plain(scene, done)  # type: ignore[arg-type]

    display.show = late  # type: ignore[method-assign, assignment]
    assert person.run() is SessionState.DONE
    finish(person.sealed)
    rows = rows_of(study)
    errors = np.array([float(row["onset_error_ms"]) for row in rows])
    assert errors.min() >= 0.0
    assert errors.max() > 10.0, "the screen was late"
    assert errors.max() <= 16.7, "one frame, not one frame per trial"
    drift = [float(b["onset"]) - float(a["onset"]) - 21.0 for a, b in pairwise(rows[:50])]
    assert abs(sum(drift)) <= 0.0167
    assert {row["flags"] for row in rows} == {""}


def test_that_the_journal_is_synced_in_every_trial_but_never_just_before_an_onset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acceptance B4 (decision 045): every fsync of the operating system, with its time on the session's clock."""
    study = small_study(tmp_path / "study", PAPER_16_5, practice=0, given=pairs(100))
    person = ScriptedParticipant(seal_one(study))
    syncs: list[float] = []
    monkeypatch.setattr("vqganodip.turing.session.journal.os.fsync", lambda _: syncs.append(person.clock.now()))
    person.writer.sync = lambda: os.fsync(person.journal._file.fileno())  # type: ignore[method-assign]
    assert person.run() is SessionState.DONE
    onsets = [at for at, scene in person.display.scenes if scene.kind is SceneKind.STIMULUS]
    assert len(onsets) == 100
    for onset in onsets:
        assert any(onset < at <= onset + 21.0 for at in syncs)
        assert not any(onset - 0.1 < at < onset for at in syncs)


@pytest.mark.parametrize("after", [0.3, 3.25, 15.999, 16.5, 20.9])
def test_that_a_key_press_is_recorded_with_its_time(tmp_path: Path, after: float) -> None:
    """Acceptance A9 (decision 045), virtual clock: the response time is exact to two milliseconds."""
    study = small_study(tmp_path / "study")
    sealed = seal_one(study)
    ScriptedParticipant(sealed, after=after).run()
    finish(sealed)
    for row in rows_of(study):
        assert abs(float(row["rt_s"]) - after) <= 0.002
        assert row["response_phase"] == ("stim" if after < 16 else "blank")
        assert (row["rt_from_offset_s"] != "n/a") == (after >= 16)


@pytest.mark.parametrize(("waited", "expected"), [(299.9, SessionState.BREAK), (300.0, SessionState.READY)])
def test_that_the_break_cannot_be_ended_a_tenth_of_a_second_early(
    tmp_path: Path, waited: float, expected: SessionState
) -> None:
    """Acceptance F1 (decision 045)."""
    study = small_study(tmp_path / "study", PAPER_16_5, practice=0, given=pairs(100))
    person = ScriptedParticipant(seal_one(study))
    person.session.start()
    begin = PAPER_16_5.lead_in_s + 50 * 21.0
    person.clock.run(until=begin)
    person.display.watch = None  # only this test presses keys
    assert person.session.state is SessionState.BREAK
    person.clock.run(until=begin + waited)
    person.session.key("Space")
    assert person.session.state is expected
    person.journal.close()


def test_that_a_break_shortened_by_the_operator_is_recorded(tmp_path: Path) -> None:
    """Acceptance F1 (decision 045)."""
    study = small_study(tmp_path / "study", practice=0)
    sealed = seal_one(study)
    person = ScriptedParticipant(sealed)
    person.session.start()
    person.clock.run(until=5 + 4 * 21 + 2.0)
    assert person.session.state is SessionState.BREAK
    person.session.shorten_break("leader")
    person.run()
    finish(sealed)
    assert '"break shortened, by leader"' in sealed.files.file("session.json").read_text("utf-8")


def test_that_a_study_of_five_runs_without_waiting_and_detects_strong_observers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", never)
    study = noise_study(tmp_path / "study", PAPER_16_5, 5, 0.1, 3)
    simulate_study(study, [Observer(d_prime=value, misses=0.02) for value in (2.5, 2.0, 2.2, 1.8, 2.4)], seed=3)
    results = analyse(unblind(study, "simulation"))
    assert results.group.verdict is Verdict.DIFFERENT
    assert results.group.mean > 0.8
    assert 0 < results.missing < 30
    assert results.observations.simulated
    again = noise_study(tmp_path / "again", PAPER_16_5, 5, 0.1, 3)
    simulate_study(again, [Observer(d_prime=value, misses=0.02) for value in (2.5, 2.0, 2.2, 1.8, 2.4)], seed=3)
    assert [one.accuracy for one in analyse(unblind(again, "x")).observers] == [
        one.accuracy for one in results.observers
    ]


def test_that_a_simulation_does_not_change_the_study(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study")
    seal_one(study)
    copy = copy_study(study, tmp_path / "copy")
    assert copy.sessions() == ()
    simulate_study(copy, [Observer(), Observer()])
    assert len(copy.sessions()) == 2
    assert len(study.sessions()) == 1
    assert copy.sha256 == study.sha256


def test_that_an_observer_with_d_prime_one_half_answers_60_percent_correctly() -> None:
    rng = np.random.default_rng(0)
    for d_prime, expected in ((0.0, 0.5), (0.507, 0.60), (2.25, 0.87)):
        one = Observer(d_prime=d_prime)
        right = [one.answer(truth, rng) == truth.value for truth in (Truth.REAL, Truth.FAKE) * 5000]
        assert np.mean(right) == pytest.approx(expected, abs=0.015)


def simulated_verdicts(rate: float, studies: int, seed: int) -> tuple[float, float]:
    """Share of studies called different, and equivalent: 5 observers of 100 independent trials each."""
    rng = np.random.default_rng(seed)
    results = [group_result(row / 100.0).verdict for row in rng.binomial(100, rate, (studies, 5))]
    different = np.mean([verdict in (Verdict.DIFFERENT, Verdict.BOTH) for verdict in results])
    equivalent = np.mean([verdict in (Verdict.EQUIVALENT, Verdict.BOTH) for verdict in results])
    return float(different), float(equivalent)


def test_that_four_thousand_studies_of_guessers_are_called_different_in_five_percent() -> None:
    """Acceptance E2 (decision 045)."""
    different, equivalent = simulated_verdicts(0.5, 4000, 10)
    assert different == pytest.approx(0.05, abs=0.015)
    assert equivalent >= 0.93


def test_that_observers_at_the_margin_are_rarely_called_equivalent() -> None:
    """Acceptance E3 (decision 045)."""
    assert simulated_verdicts(0.60, 4000, 11)[1] <= 0.06
    assert simulated_verdicts(0.65, 4000, 12)[1] <= 0.005
