"""Results and report of a study from its files: acceptance E2 to E7 and F6 (decision 045)."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import SECRET, SHORT, ScriptedParticipant, pairs, seal_one, small_study
from locations import ENGINE

from vqganodip.errors import TuringError
from vqganodip.reports.turing_report import write_turing_report
from vqganodip.turing.analysis.bids_dataset import export_bids
from vqganodip.turing.analysis.observer_group import Verdict, group_result
from vqganodip.turing.analysis.observer_results import outlier_z
from vqganodip.turing.analysis.results import StudyResults, analyse
from vqganodip.turing.analysis.wording import methods_paragraph, planner_words, verdict_words
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.simulated_observers import SIMULATED_PREFLIGHT
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.trial_order import Truth

UTC = "2026-02-01T12:00:00Z"
RATES = (87, 48, 53, 54, 57)


def run_session_with(study: Study, participant: str, right: int, *, silent: int = 0, **sealed: object) -> None:
    """Run a session with a given number of correct answers, none in the last ``silent`` trials, others wrong."""
    sealed = seal_one(study, participant, **sealed)  # type: ignore[arg-type]
    truths = study.read_key().truths()
    other = {Truth.REAL: "fake", Truth.FAKE: "real"}
    order = {trial.stimulus: trial.index for trial in sealed.plan.trials}
    rng = np.random.default_rng(int(participant[1:]))
    lucky = set(rng.permutation(len(order) - silent)[:right].tolist())

    def answer(stimulus: str) -> str | None:
        place = order.get(stimulus, 0)
        if place >= len(order) - silent:
            return None
        return truths[stimulus].value if place in lucky else other[truths[stimulus]]

    ScriptedParticipant(sealed, answer, after=4.0).run()
    finish(sealed)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A whole study in files with the rates of the paper's five experts."""
    folder = tmp_path_factory.mktemp("paper") / "study"
    study = small_study(folder, PAPER_16_5, practice=2, participants=5, given=pairs(102))
    for number, rate in enumerate(RATES, start=1):
        run_session_with(study, f"P{number:03d}", rate)
    return unblind(study, "leader", utc=UTC)


@pytest.fixture(scope="module")
def results(paper: Study) -> StudyResults:
    return analyse(paper)


def test_that_the_five_rates_of_the_paper_give_an_inconclusive_verdict(results: StudyResults) -> None:
    """Acceptance E4 (decision 045)."""
    assert tuple(round(100 * one.accuracy) for one in results.observers) == RATES
    panel = results.group
    assert panel.sd is not None
    assert (100 * panel.mean, 100 * panel.sd, 100 * panel.sd_population) == pytest.approx(
        (59.8, 15.55, 13.91), abs=0.005
    )
    assert panel.verdict is Verdict.INCONCLUSIVE
    assert results.observers[0].outlier
    assert [one.outlier for one in results.observers[1:]] == [False] * 4
    assert len(results.observers) == 5, "nobody is dropped"


def test_that_the_page_names_both_deviations_and_the_main_figures(paper: Study, tmp_path: Path) -> None:
    """Acceptance E4 and E7 (decision 045)."""
    page, _ = write_turing_report(paper, tmp_path / "report")
    text = re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))
    for words in (
        "15.55", "SD, points (ddof 1)", "13.91", "SD, points (ddof 0, as the paper)", "59.80 %", "inconclusive",
        "±10", "observers (R)", "trials each (N)", "answers missing", "timing breaches", "α",
        "50 %: guessing", "no evidence that the images cannot be told apart",
    ):  # fmt: skip
        assert words in text, words
    assert "cannot tell the images apart by more" not in text
    assert "http" not in re.sub(r"http-equiv", "", page.read_text("utf-8")), "nothing outside the page"


def test_that_the_same_files_give_the_same_report_twice_without_a_window(paper: Study, tmp_path: Path) -> None:
    """Acceptance E6 (decision 045)."""
    code = (
        "import sys; from pathlib import Path; from vqganodip.turing.study.study import open_study;"
        "from vqganodip.reports.turing_report import write_turing_report;"
        "write_turing_report(open_study(Path(sys.argv[1])), Path(sys.argv[2]));"
        "assert not any(name.startswith(('PySide6', 'torch')) for name in sys.modules)"
    )
    core = str(ENGINE)
    write_turing_report(paper, tmp_path / "here")
    subprocess.run(
        [sys.executable, "-c", code, str(paper.folder), str(tmp_path / "there")], check=True, env={"PYTHONPATH": core}
    )
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("here", "there"))
    assert here == there
    assert set(here) == {
        "report.html", "observers.csv", "panel.csv", "images.csv", "trials.csv", "methods.txt", "mixed_model.R",
    }  # fmt: skip


def test_that_other_treatments_are_reported_but_never_replace_the_result(results: StudyResults) -> None:
    """Acceptance E5 (decision 045)."""
    names = [one.name for one in results.sensitivity]
    assert names[0].endswith("(primary)")
    assert names[1:3] == ["missing counted as wrong", "missing counted as right"]
    assert names[3] == "without the outlier P001"
    assert results.sensitivity[0].group == results.group
    without = results.sensitivity[3].group
    assert without is not None
    assert without.verdict is Verdict.EQUIVALENT


def test_that_missing_answers_are_left_out_counted_wrong_and_counted_right(tmp_path: Path) -> None:
    """Acceptance E5 (decision 045)."""
    study = small_study(tmp_path / "study", participants=2)
    run_session_with(study, "P001", 4, silent=2)
    run_session_with(study, "P002", 5)
    results = analyse(unblind(study, "leader", utc=UTC))
    assert [one.missing for one in results.observers] == [2, 0]
    rates = [one.group.mean for one in results.sensitivity[:3] if one.group is not None]
    assert rates == pytest.approx([(4 / 6 + 5 / 8) / 2, (4 / 8 + 5 / 8) / 2, (6 / 8 + 5 / 8) / 2])
    assert tuple(map(str, results.observers[0].flags)) == ("more than 5 % of the answers are missing",)
    assert "2 of 16 planned answers are missing" in methods_paragraph(results)


def test_that_the_verdict_has_one_sentence_for_each_outcome() -> None:
    sentences = {
        verdict: str(verdict_words(group_result(rates)))
        for verdict, rates in {
            Verdict.EQUIVALENT: (0.50, 0.52, 0.48, 0.51, 0.49),
            Verdict.DIFFERENT: (0.80, 0.82, 0.78, 0.81),
            Verdict.BOTH: (0.53, 0.532, 0.528, 0.531),
            Verdict.INCONCLUSIVE: tuple(rate / 100 for rate in RATES),
        }.items()
    }
    assert "is equivalent to guessing" in sentences[Verdict.EQUIVALENT]
    assert "is different:" in sentences[Verdict.DIFFERENT]
    assert "different and equivalent" in sentences[Verdict.BOTH]
    assert "no evidence that the images cannot be told apart" in sentences[Verdict.INCONCLUSIVE]
    assert all("not significant" not in words for words in sentences.values())
    assert "labels are exchanged" in str(verdict_words(group_result((0.20, 0.22, 0.18, 0.21))))
    assert "one observer" in str(verdict_words(group_result((0.6,))))


def test_that_the_planner_reports_in_advance_that_five_such_observers_are_too_few() -> None:
    assert "6.0 % of studies" in str(planner_words(5, 0.155, 0.1, 0.06, 25))
    assert "25 observers are needed" in str(planner_words(5, 0.155, 0.1, 0.06, 25))
    assert "More than 100" in str(planner_words(5, 0.4, 0.1, 0.01, None))


def test_that_an_outlier_is_measured_against_the_others() -> None:
    results = outlier_z([rate / 100 for rate in RATES])
    assert results[0] == pytest.approx((87 - 53) / (3.7417 * np.sqrt(1.25)), abs=1e-3)
    assert outlier_z([0.5, 0.6]) == (None, None)


def test_that_the_methods_paragraph_agrees_with_the_records(paper: Study, results: StudyResults) -> None:
    """Acceptance F6 (decision 045)."""
    sentences = methods_paragraph(results)
    records = [json.loads(files.file("session.json").read_bytes()) for files in paper.sessions()]
    protocol = records[0]["protocol"]
    for words in (
        f"{len(records)} observers",
        f"protocol {protocol['name']}",
        f"{protocol['trials']} images each",
        f"{protocol['stimulus_s']:g} s per image",
        f"{protocol['blank_s']:g} s of blank screen",
        f"at least {protocol['break_s']:g} s after the {protocol['break_after']}th image",
        f"±{100 * records[0]['study']['margin']:g} points",
        f"α = {records[0]['study']['alpha']:g}",
        records[0]["study"]["key_sha256"][:16],
        f"list A: {sum(r['list_id'] == 'A' for r in records)}, list B: {sum(r['list_id'] == 'B' for r in records)}",
        f"{sum(r['trials']['missing'] for r in records)} of {sum(r['trials']['planned'] for r in records)} planned",
        f"{sum(r['timing']['breaches'] for r in records)} of 500 trials",
        f"{sum(len(r['overrides']) for r in records)} overrides",
    ):
        assert words in sentences, words


def test_that_the_tables_agree_with_the_sessions(paper: Study, tmp_path: Path) -> None:
    write_turing_report(paper, tmp_path)

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO((tmp_path / name).read_text("utf-8"), newline="")))

    assert [row["correct"] for row in rows("observers.csv")] == [str(rate) for rate in RATES]
    assert len(rows("trials.csv")) == 5 * 102
    images = rows("images.csv")
    assert sum(int(row["answered"]) for row in images) == 500
    fakes = [float(row["taken_for_real"]) for row in images if row["truth"] == "fake"]
    assert fakes == sorted(fakes, reverse=True), "the most realistic reconstructions first"
    treatments = rows("panel.csv")
    assert treatments[0]["verdict"] == "inconclusive"
    assert treatments[-1]["treatment"].startswith("all answers as independent")


def test_that_halves_agreement_and_repetitions_are_reported(results: StudyResults) -> None:
    trends = results.trends
    assert [half.participant for half in trends.halves] == [f"P{n:03d}" for n in range(1, 6)]
    for half, one in zip(trends.halves, results.observers, strict=True):
        assert half.accuracy[0] is not None
        assert half.accuracy[1] is not None
        assert (half.accuracy[0] + half.accuracy[1]) / 2 == pytest.approx(one.accuracy)
    assert trends.accuracy_change is not None
    assert trends.accuracy_change.observers == 5
    assert len(trends.by_tenth) == 10
    assert trends.response_times[0].median_s == pytest.approx(4.0)
    assert results.agreement is not None
    assert [(one.list_id, one.observers, one.images) for one in results.agreement.lists] == [
        ("A", 3, 100), ("B", 2, 100),
    ]  # fmt: skip
    assert results.two_way is not None
    assert results.two_way.low < results.group.mean < results.two_way.high
    assert results.naive.high - results.naive.low < results.two_way.high - results.two_way.low


def test_that_a_blinded_study_has_no_results(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study", participants=1)
    run_session_with(study, "P001", 4)
    with pytest.raises(TuringError, match="blinded"):
        analyse(study)
    with pytest.raises(TuringError, match="blinded"):
        export_bids(study, tmp_path / "bids")


def test_that_sessions_that_did_not_end_and_observers_who_knew_the_model_are_named(tmp_path: Path) -> None:
    """Acceptance E7 (decision 045): exclusions."""
    study = small_study(tmp_path / "study", participants=3)
    run_session_with(study, "P001", 4)
    run_session_with(study, "P002", 5, participant_answers={"built_the_model": "yes"})
    broken = ScriptedParticipant(seal_one(study, "P003"))
    broken.run(until=100.0)
    broken.session.abort("leader", "unwell")
    broken.journal.close()
    results = analyse(unblind(study, "leader", "one observer unwell", utc=UTC))
    assert [(one.participant, one.reason) for one in results.observations.left_out] == [
        ("P003", "the session was aborted")
    ]
    assert results.sensitivity[-1].name == "without P002, who knew the model"
    page, _ = write_turing_report(study, tmp_path / "report")
    text = page.read_text("utf-8")
    for words in ("P003, session 01: the session was aborted", "P002: built the model", "one observer unwell"):
        assert words in text
    assert "Unblinded after 2 of 3 planned sessions: one observer unwell." in text
    assert "−0." in text, "a true minus sign"


def test_that_simulated_observers_are_labelled(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study", participants=1)
    run_session_with(study, "P001", 4, preflight=SIMULATED_PREFLIGHT)
    page, results = write_turing_report(unblind(study, "leader", utc=UTC))
    assert page == study.files.report / "report.html"
    assert "These observers were simulated" in page.read_text("utf-8")
    assert methods_paragraph(results).startswith("The observers of this study were simulated")


def test_that_a_damaged_table_is_named(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study", participants=1)
    run_session_with(study, "P001", 4)
    unblind(study, "leader", utc=UTC)
    path = study.sessions()[0].file("trials_unblinded.csv")
    path.write_text("nothing\n1\n", "utf-8")
    with pytest.raises(TuringError, match=r"trials_unblinded.csv is missing or damaged"):
        analyse(study)
    unblind(study, "leader", utc=UTC)
    assert analyse(study).group.observers == 1


def test_that_the_bids_export_has_onset_and_duration_first_and_describes_every_column(
    paper: Study, tmp_path: Path
) -> None:
    export_bids(paper, tmp_path / "bids")
    events = sorted((tmp_path / "bids").glob("sub-*/ses-*/beh/*_events.tsv"))
    assert len(events) == 5
    rows = list(csv.DictReader(io.StringIO(events[0].read_text("utf-8")), delimiter="\t"))
    assert list(rows[0])[:3] == ["onset", "duration", "trial_type"]
    onsets = [float(row["onset"]) for row in rows]
    assert onsets == sorted(onsets)
    assert {row["trial_type"] for row in rows} == {"real", "fake"}
    assert all(value for row in rows for value in row.values()), "missing is n/a, never empty"
    described = json.loads(events[0].with_suffix(".json").read_bytes())
    assert set(rows[0]) <= set(described)
    people = (tmp_path / "bids/participants.tsv").read_text("utf-8").splitlines()
    assert people[0].split("\t")[0] == "participant_id"
    with pytest.raises(TuringError, match="already something here"):
        export_bids(paper, tmp_path / "bids")


def test_that_ids_are_stripped_on_request(paper: Study, tmp_path: Path) -> None:
    export_bids(paper, tmp_path / "bids", strip_ids=True)
    files = [path for path in (tmp_path / "bids").rglob("*") if path.is_file()]
    assert not any("P00" in path.name or b"P00" in path.read_bytes() for path in files)
    assert not any(b"inspector" in path.read_bytes() for path in files if path.name.startswith("participants"))


def test_that_a_study_can_be_moved_to_another_folder(paper: Study, tmp_path: Path) -> None:
    moved = shutil.copytree(paper.folder, tmp_path / "moved")
    again = analyse(replace(paper, folder=moved))
    assert again.group == analyse(paper).group
    assert SECRET.hex() in (moved / "sealed/secret").read_text("ascii")
    assert SHORT.name == "short"
