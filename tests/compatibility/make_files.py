"""Script that writes the files for ``test_older_files.py``, run with the program of commit 61d2e63, version 0.1.0.

A later program must open these files, verify them and export equal values from them, so the older program wrote them
and no later one ever does. To write them again, check that commit out and run, from its root:

    PYTHONPATH=core:. python make_files.py FOLDER

FOLDER is replaced. The imports are those of that commit. Boards, records with their times, the answers of the observers
and settings are the same in every run. PIN hashes, the times at which a database was migrated and a study registered,
and the weights of the small bundle on another processor differ; therefore ``expected.json`` is written in the same run.

What is in FOLDER:

    boards/, line/               small drawn boards: those of the workspace, and the data set of the bundle
    bundle/, bundle.run/         a small bundle with its score, and its run folder; two of its networks are rounded
    workspace/                   boards, judgments of all kinds, people, rules, thresholds
    workspace-schema-1/, -4/     databases of earlier versions, with the tables of their time
    study-unblinded/             a Visual Turing Test with two sessions, a withdrawal and its report
    study-sealed/                another one, with one finished and one interrupted session
    study-sealed-report/         tables that the older program computed from an unblinded copy of it
    exports/                     exported files, and two with the columns of earlier versions
    window.json                  the settings of the window
    expected.json                values that the older program computed for all of these
"""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import hashlib
import io
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from safetensors.numpy import load, save

from vqganodip import __version__
from vqganodip.blind_queue import BlindQueue
from vqganodip.board_names import NamePattern
from vqganodip.building import build_bundle
from vqganodip.bundle import Bundle, open_bundle, write_bundle
from vqganodip.calibrated import open_calibrated
from vqganodip.calibration import BASELINES
from vqganodip.calibration import fit as fit_bundle
from vqganodip.cli.main import main
from vqganodip.confirmed import confirmed_boards
from vqganodip.datasets import load_dataset
from vqganodip.escapes import find_escapes, record_escape
from vqganodip.export import export_boards, line_hash
from vqganodip.inspection import Inspected, Inspector, StageFinished
from vqganodip.line import inspect_folder
from vqganodip.metric_rows import MetricRows
from vqganodip.operator_figures import operator_figures
from vqganodip.people import People, Person, Role
from vqganodip.recalibration import offer_boards
from vqganodip.records import JudgmentKind, Purpose, QueueFilter, QueueOrder, RegionJudgment, Verdict
from vqganodip.report_page.turing_report import write_turing_report
from vqganodip.review import ReviewSession, WorkContext
from vqganodip.review_rules import ReviewRules, read_rules, set_rules
from vqganodip.settings import NetworkSettings
from vqganodip.presets import PRESETS
from vqganodip.store.migrations import MIGRATIONS
from vqganodip.store.panels import panel_key
from vqganodip.store.repository import Repository
from vqganodip.store.workspace import DATABASE, Workspace, open_workspace
from vqganodip.testing import SAMPLE_TIME, TickingClock, sample_inspection, sample_judgment
from vqganodip.threshold_log import ThresholdLog, in_force
from vqganodip.turing.audit import audit, write_audit
from vqganodip.turing.observers import Observer, SittingObserver
from vqganodip.turing.protocol import PAPER_16_5
from vqganodip.turing.sitting import find_unfinished, finish, resume, seal
from vqganodip.turing.study import StimulusPair, Study, open_study, prepare_study
from vqganodip.turing.unblinding import finished_sessions, may_unblind, unblind, withdraw
from vqganodip.turing.virtual import VirtualClock
from vqganodip.types import Box
from vqganodip_gui.settings import Settings

SIZE = (64, 48)  # width, height of the drawn boards
PINS = {"Ada": "4711", "Ann": "1000", "Ben": "2000", "Eva": "3000", "Quinn": "4000"}
RENDERED = {"good": 1, "defective": 1, "seed": 424242, "size": 1024}
OPENED = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
PATTERN = "{lot}_{serial}_{side}"
RULES_SEED = 11
SHORT = PAPER_16_5.changed("short", trials=12, break_after=6, break_s=10.0)
PREFLIGHT = {"refresh_hz": 60.0, "device_pixel_ratio": 1.0, "disp_w_px": 12, "disp_h_px": 8, "overrides": []}
SETTINGS: dict[str, str | bool | int] = {
    "operator": "Ann",
    "station": "line 1 – “Prüfplatz”",
    "theme": "light",
    "language": "de",
    "panel_layout": "1x4",
    "fifth_panel": "nearest",
    "weighting": "standardised",
    "scale": "absolute",
    "colours": "cividis",
    "keep_view": False,
    "idle_s": 90,
    "scanner": True,
    "boards_per_shift": 640,
    "name_pattern": PATTERN,
    "lot": "L42",
    "work_order": "WO 7",
    "board_side": "T",
    "keys": "ng=X",
    "workspace": "workspace",
    "bundle": "bundle",
    "boards": "boards",
    "queue_shown": False,
}

# --- boards and bundle


def _parts() -> list[tuple[int, int]]:
    return [(x, y) for y in range(8, SIZE[1] - 12, 16) for x in range(8, SIZE[0] - 12, 16)]


def _board(rng: np.random.Generator, missing: int | None = None) -> Image.Image:
    """A board of coloured parts that are a little out of place; ``missing`` leaves one out."""
    width, height = SIZE
    colours = np.random.default_rng(7).integers(20, 235, (len(_parts()), 3))
    pixels = np.full((height + 8, width + 8, 3), (28, 92, 60), np.float32)
    for number, (x, y) in enumerate(_parts()):
        dx, dy = rng.integers(0, 2, 2)
        if number != missing:
            pixels[4 + y + dy : 13 + y + dy, 4 + x + dx : 14 + x + dx] = colours[number]
    sx, sy = rng.integers(-2, 3, 2)
    cut = pixels[4 + sy : 4 + sy + height, 4 + sx : 4 + sx + width] * rng.uniform(0.96, 1.04)
    return Image.fromarray(np.clip(cut, 0, 255).astype(np.uint8))


def draw_boards() -> list[Path]:
    """The data set, and the boards of the workspace in their order: good and defective ones in turn."""
    rng = np.random.default_rng(0)
    for part, count in (("train/good", 8), ("test/good", 6), ("test/missing", 6)):
        folder = Path("line", part)
        folder.mkdir(parents=True)
        for number in range(count):
            missing = int(rng.integers(len(_parts()))) if part == "test/missing" else None
            _board(rng, missing).save(folder / f"{number:03d}.png", optimize=True)
    boards = []
    Path("boards").mkdir()
    for number in range(1, 10):
        side = "T" if number % 3 else "B"
        name = f"L42_SN{1000 + number}_{side}" if number != 9 else "without a pattern"
        boards.append(Path("boards") / f"{name}.png")
        _board(rng, int(rng.integers(len(_parts()))) if number % 2 else None).save(boards[-1], optimize=True)
    return boards


def _rounded(bundle: Bundle, role: str, step: float) -> tuple[str, bytes]:
    """The weights of a network rounded so coarsely that they take little room."""
    tensors = load(bundle.read(role))
    for name, values in tensors.items():
        if values.ndim > 1:
            width = values.astype(np.float32).std() * step
            whole = np.rint(values.astype(np.float32) / width) + 0.0  # no negative zeros
            tensors[name] = (whole * width).astype(values.dtype)
    return ".safetensors.xz", save(tensors)


def make_bundle() -> Path:
    """Train a bundle with a small network for 60 steps and fit its score."""
    robust = PRESETS["robust"]
    preset = dataclasses.replace(
        robust,
        network=NetworkSettings("tiny", 1, 8, (1, 2), 1, False, 16, 8),
        foreign=False,
        candidates=dataclasses.replace(robust.candidates, p=12, n=2, q=16),
    )
    folder = Path("bundle")
    for _event in build_bundle(load_dataset(Path("line")), folder, preset, steps=60, seed=1, mm_per_px=0.1):
        pass
    trained = open_bundle(folder)
    # the discriminator takes the most space and matters least, so it is rounded to little more than its biases
    rounded = {"discriminator": _rounded(trained, "discriminator", 8), "patch_net": _rounded(trained, "patch_net", 2)}
    trained = write_bundle(folder, rounded, base=trained)
    for _fit_event in fit_bundle(trained, load_dataset(Path("line"), to_train=False), classifiers=["LR"], seed=1):
        pass
    return folder


def tidy_run_folder() -> None:
    """Remove pictures, paths of this machine, and all metric rows but the first four."""
    folder = Path("bundle.run")
    kept = ("run.json", "progress.csv", "validation.csv", "searches-")
    for path in sorted(folder.iterdir()):
        if path.name.startswith("metrics-"):
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text("".join(lines[:5]), encoding="utf-8", newline="")
        elif not path.name.startswith(kept):
            path.unlink()


class SteadyInspector:
    """Inspector with a bundle that reports fixed times and durations."""

    def __init__(self, bundle: Path) -> None:
        self._inspector = Inspector.open(bundle)
        self._clock = TickingClock(step_s=8.0)
        self.bundle_sha256 = self._inspector.bundle_sha256

    def inspect(self, path: Path) -> Iterator[StageFinished | Inspected]:
        for event in self._inspector.inspect(path):
            if isinstance(event, Inspected):
                seconds = dict.fromkeys(event.inspection.stage_s, 0.0625)
                steady = dataclasses.replace(event.inspection, inspected_at=self._clock(), stage_s=seconds)
                yield dataclasses.replace(event, inspection=steady)
            else:
                yield event


# --- the workspace


def make_workspace(bundle: Path, boards: Sequence[Path]) -> None:
    """Nine boards under four thresholds, judged by three people in all ways that there are."""
    inspector = SteadyInspector(bundle)
    found = open_calibrated(bundle)
    clock = TickingClock(SAMPLE_TIME + timedelta(hours=1), step_s=11.0)
    with open_workspace(Path("workspace")) as workspace:
        repository = workspace.repository
        people = _register(repository)
        inspect = _Line(workspace, inspector)

        def put(who: str, value: float, upper: float | None, reason: str) -> None:
            log = ThresholdLog(repository, operator=who, role=people[who].role.value, station="line 1", clock=clock)
            log.put_in_force(
                value,
                calibrated=found.threshold.value,
                missed=len(found.missed(value)),
                bundle_sha256=found.bundle_sha256,
                data_sha256=found.data_sha256,
                reason=reason,
                upper=upper,
            )

        inspect(boards[:3])  # under the threshold of the bundle
        scores = [repository.item(number).inspection.score for number in (1, 2, 3)]
        put("Eva", round(max(min(scores) - 0.01, 0.0), 4), 1.0, "first shift with a doubtful band")
        inspect(boards[3:5])
        put("Quinn", 1.0, None, "=1+1: a trial, known defects are missed")
        inspect(boards[5:6])
        quinn = ThresholdLog(repository, operator="Quinn", role="quality", station="line 1", clock=clock)
        quinn.go_back(1, bundle_sha256=found.bundle_sha256, reason="the trial is over")
        put("Eva", found.threshold.value, None, "")
        inspect(boards[6:])
        _judge(repository, clock, people)
        repository.put_setting("review.position.line 1", "7")
        for number in range(5, 10):  # pictures may be thrown away to save room; those of four boards are enough here
            key = panel_key(repository.item(number).inspection)
            shutil.rmtree(workspace.panels.folder / key[:2] / key)
    _settle(Path("workspace"))


class _Line:
    """Folder inspection into a workspace under its active threshold."""

    def __init__(self, workspace: Workspace, inspector: SteadyInspector) -> None:
        self._workspace, self._inspector = workspace, inspector

    def __call__(self, boards: Sequence[Path]) -> None:
        repository = self._workspace.repository

        def lines() -> Any:
            standing = in_force(repository.threshold_changes(), self._inspector.bundle_sha256)
            return None if standing is None else standing.lines

        events = inspect_folder(
            self._inspector,
            list(boards),
            repository,
            self._workspace.panels,
            lines=lines,
            names=lambda: NamePattern(PATTERN),
        )
        for _event in events:
            pass


def _register(repository: Repository) -> dict[str, Person]:
    people = People(repository)
    ada = people.register("Ada", Role.ADMIN, PINS["Ada"])
    roles = {"Ann": Role.OPERATOR, "Ben": Role.OPERATOR, "Eva": Role.ENGINEER, "Quinn": Role.QUALITY}
    for name, role in roles.items():
        people.register(name, role, PINS[name], by=ada)
    return {person.name: people.log_in(person.name, PINS[person.name]) for person in people.registered()}


def _sitting(view: Any, person: Person, clock: TickingClock, *, verdict_first: bool = False) -> ReviewSession:
    purpose = {"purpose_of": view.purpose} if isinstance(view, BlindQueue) else {}
    session = ReviewSession(view, person.name, "line 1", clock, __version__, person.role.value, **purpose)
    session.names = NamePattern(PATTERN)
    session.work = WorkContext(work_order="WO 7", side="B")
    session.verdict_first = verdict_first
    return session


def _good(verdict: Verdict) -> JudgmentKind:
    return JudgmentKind.FALSE_CALL if verdict is Verdict.REVIEW else JudgmentKind.OK


def _judge(repository: Repository, clock: TickingClock, people: dict[str, Person]) -> None:
    ann, ben, quinn = (people[name] for name in ("Ann", "Ben", "Quinn"))
    ng, ok, doubtful = JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.DOUBTFUL
    open_work = _sitting(repository, ann, clock)
    first = open_work.open(1)
    drawn = Box(3, 4, 17, 15)
    marked = first.inspection.regions[0].box
    regions = [RegionJudgment(marked, ng, "Short"), RegionJudgment(drawn, ok)]
    open_work.judge(first, ng, 3.25, "ComponentMissing", 'two lines,\n"quoted", with commas', regions)
    open_work.judge(open_work.open(2), _good(repository.item(2).inspection.verdict), 1.5, comment="=1+1")
    assert open_work.undo() is not None
    assert open_work.redo() is not None
    open_work.judge(open_work.open(3), doubtful, 8.0, comment="größer als sonst? שלום 😀")
    open_work.judge(open_work.open(4), ok, 2.0, comment="", regions=[RegionJudgment(drawn, doubtful)])
    open_work.judge(open_work.open(5), ng, 2.0, "own code")
    assert open_work.undo() is not None  # board 5 has no judgment
    quality = _sitting(repository, quinn, clock)
    quality.judge(quality.open(3), ng, 12.5, "Tombstone", "seen under the microscope")

    seeded = dataclasses.asdict(ReviewRules(seed=RULES_SEED))
    repository.put_setting("review.rules", json.dumps(seeded, sort_keys=True))
    last = repository.last_judgments(1)[0].record_id
    set_rules(
        repository,
        second_share=1.0,
        probe_rate=0.5,
        verdict_first=True,
        last_record=last,
        operator="Quinn",
        role="quality",
        alarm_false_calls=0.25,
        alarm_defects=0.5,
        clock=clock,
    )
    rules = read_rules(repository)

    view = BlindQueue(repository, rules, "Ann")
    view.update()
    hidden = _sitting(view, ann, clock, verdict_first=True)
    hidden.judge(hidden.open(5), ok, 4.0)
    hidden.judge(hidden.open(5), ng, 2.5, "Short", "now that it is shown")  # after the reveal
    hidden.judge(hidden.open(6), ok, 1.25)
    hidden.judge(hidden.open(7), ng, 1.75, "Solderball")

    view = BlindQueue(repository, rules, "Ben")
    view.update()
    hidden = _sitting(view, ben, clock, verdict_first=True)
    for number in (8, 9):
        hidden.judge(hidden.open(number), ok, 2.25, comment="-")
        view.update()
    asked = {number: view.purpose(number) for number in range(1, 10) if view.waits(number)}
    assert Purpose.SECOND in asked.values()
    assert Purpose.PROBE in asked.values(), "no probe is due: choose another RULES_SEED"
    for number, purpose in asked.items():
        said = ok if number == 6 else ng
        stored = hidden.judge(view.item(number), said, 3.5, "Short" if said is ng else "")
        assert stored.purpose is purpose
    escape = next(found for found in find_escapes(repository, "SN1008"))
    record_escape(
        repository,
        escape,
        operator="Quinn",
        role="quality",
        station="complaints",
        defect_code="LiftedLead",
        comment="returned by a customer",
        clock=clock,
    )
    every = list(repository.judgments())
    assert {judgment.kind for judgment in every} == set(JudgmentKind)
    assert {judgment.purpose for judgment in every} == set(Purpose)


def _settle(folder: Path) -> None:
    """Merge the write-ahead log into the database and remove empty folders."""
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        Path(f"{folder / DATABASE}{suffix}").unlink(missing_ok=True)


def make_older_workspace(version: int) -> None:
    """A workspace with the tables of a schema version before, with boards and judgments that it could hold.

    The rows are written by the program and carried over into tables that the migrations of that version make: records
    without what came later have the hashes that they always had.
    """
    folder = Path(f"workspace-schema-{version}")
    folder.mkdir()
    with tempfile.TemporaryDirectory() as beside:
        with open_workspace(Path(beside)) as workspace:
            _fill_plain(workspace.repository, version)
        with (
            contextlib.closing(sqlite3.connect(Path(beside) / DATABASE)) as source,
            contextlib.closing(sqlite3.connect(folder / DATABASE)) as target,
        ):
            for migration in MIGRATIONS[:version]:
                for statement in migration.statements:
                    target.execute(statement)
                row = (migration.version, SAMPLE_TIME.isoformat(timespec="seconds"), "0.0.1")
                target.execute("INSERT INTO schema_version VALUES (?, ?, ?)", row)
            _carry_over(source, target)
            target.commit()
    _settle(folder)


def _fill_plain(repository: Repository, version: int) -> None:
    for number in (1, 2, 3):
        item = repository.add_inspection(sample_inspection(number, score=0.2 + 0.3 * (number - 1)), f"SN {number}")
        said = sample_judgment(item.item_id, JudgmentKind.NG if number == 3 else JudgmentKind.OK)
        if version >= 2:
            drawn = (RegionJudgment(Box(1, 2, 9, 12), JudgmentKind.NG, "Short"),) if number == 3 else ()
            said = dataclasses.replace(said, role="operator", lot="L1", work_order="WO 1", side="T", regions=drawn)
        repository.add_judgment(said)
    undone = sample_judgment(2, JudgmentKind.WITHDRAWN, corrects=2)
    repository.add_judgment(undone if version == 1 else dataclasses.replace(undone, role="operator"))
    repository.put_setting("review.position.line 1", "2")
    if version >= 4:
        log = ThresholdLog(repository, operator="Eva", station="line 1", clock=lambda: SAMPLE_TIME)
        bundle = hashlib.sha256(b"bundle").hexdigest()
        for value, upper in ((0.4, None), (0.5, 0.6)):
            log.put_in_force(
                value, calibrated=0.4, missed=0, bundle_sha256=bundle, data_sha256="", reason="why not", upper=upper
            )


def _carry_over(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    for table in ("boards", "findings", "judgments", "queue", "settings", "people", "threshold_changes"):
        columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
        for row in source.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1") if columns else ():
            target.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", row)


# --- exported files


def make_exports() -> None:
    """All formats, the boards, and files as versions of before wrote them."""
    Path("exports").mkdir()
    for name, more in (
        ("judgments.csv", []),
        ("judgments.jsonl", []),
        ("judgments.cfx.json", []),
        ("quinn.csv", ["--operator", "Quinn"]),
    ):
        assert _run("export", "--workspace", "workspace", "--out", f"exports/{name}", *more) == 0
    with open_workspace(Path("workspace"), create=False) as workspace:
        export_boards(workspace.repository, Path("exports/boards.csv"))
    _settle(Path("workspace"))
    for version in (1, 4):
        folder = f"workspace-schema-{version}"
        with tempfile.TemporaryDirectory() as beside:  # opened, it would have the newest tables
            copy = shutil.copytree(folder, Path(beside) / "copy")
            assert _run("export", "--workspace", copy, "--out", f"exports/schema-{version}.csv") == 0
    for name, gone in (
        ("before-the-band.csv", {"doubtful_low", "doubtful_high", "reveal_order"}),
        ("before-verdict-first.csv", {"reveal_order"}),
    ):
        _without_columns(Path("exports/schema-4.csv"), Path("exports") / name, gone)


def _without_columns(whole: Path, out: Path, gone: set[str]) -> None:
    """The same records in a file of a version that did not have those columns yet."""
    with whole.open(encoding="utf-8", newline="") as file:
        names, *lines = list(csv.reader(file))
    kept = [place for place, name in enumerate(names) if name not in gone]
    text, chain = io.StringIO(), ""
    writer = csv.writer(text)
    writer.writerow([names[place] for place in kept])
    for line in lines:
        cells = [line[place] for place in kept[:-1]]
        chain = line_hash(chain, cells)
        writer.writerow([*cells, chain])
    out.write_bytes(text.getvalue().encode())


# --- Turing tests


def _pairs(boards: int) -> Iterator[StimulusPair]:
    rng = np.random.default_rng(5)
    for number in range(boards):
        original, other = rng.integers(0, 256, (2, 8, 12, 3)).astype(np.uint8)
        yield StimulusPair(f"board {number:03d}", original, other, f"board_{number:03d}.png")


def _study(name: str, participants: int) -> Study:
    return prepare_study(
        Path(name),
        _pairs(SHORT.trials + 2),
        study_id=name,
        secret=hashlib.sha256(name.encode()).digest(),
        margin=0.15,
        alpha=0.05,
        protocol=SHORT,
        participants_planned=participants,
        model_id="bundle 1",
        excluded=["seen_001.png"],
    )


def _sit(study: Study, number: int, observer: Observer, until: float = float("inf")) -> None:
    """A session on virtual time; one that is cut off leaves what a program leaves that dies."""
    clock = VirtualClock(epoch=OPENED + timedelta(days=number))
    about = {"role": "inspector" if number % 2 else "engineer", "years_inspecting": "3-5", "vision": "corrected"}
    if number == 2:
        about["saw_its_outputs"] = "yes"
    sitting = seal(study, f"P{number:03d}", participant_answers=about, preflight=PREFLIGHT, utc=clock.utc())
    seat = SittingObserver(sitting, observer, study.read_key().truths(), clock, seed=number)
    seat.session.start()
    clock.run(until)
    seat.journal.close()
    finish(sitting)


def make_studies() -> None:
    """One study to its report, one that is still sealed, and the tables of a copy of that."""
    study = _study("study-unblinded", 2)
    write_audit(study, audit(study), {})
    _sit(study, 1, Observer(misses=0.1, changes_mind=0.3))
    _sit(study, 2, Observer(d_prime=2.0, criterion=0.2))
    _sit(study, 3, Observer())
    withdraw(study, "P003", utc="2026-01-15T12:00:00Z")
    write_turing_report(unblind(study, "study lead", utc="2026-01-16T09:00:00Z"))
    for name in ("report.html", "mixed_model.R"):
        (study.files.report / name).unlink()

    study = _study("study-sealed", 3)
    _sit(study, 1, Observer(d_prime=1.0))
    _sit(study, 2, Observer(), until=190.0)
    with tempfile.TemporaryDirectory() as beside:
        copy = open_study(Path(shutil.copytree("study-sealed", Path(beside) / "study-sealed")))
        unblind(copy, "study lead", "the boards are needed elsewhere", utc="2026-01-16T09:00:00Z")
        write_turing_report(copy, Path("study-sealed-report").absolute())
    for name in ("report.html", "mixed_model.R"):
        Path("study-sealed-report", name).unlink()


# --- what the program says


def _run(*arguments: object) -> int:
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _said(*arguments: object) -> str:
    """Return what the program prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = _run(*arguments)
    assert code == 0, (arguments, code)
    return out.getvalue()


def _workspace_values() -> dict[str, Any]:
    verified = json.loads(_said("verify", "workspace", "--json"))
    threshold = json.loads(_said("threshold", "workspace", "--bundle", "bundle", "--json"))
    with open_workspace(Path("workspace"), create=False) as workspace:
        repository = workspace.repository
        numbers = repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))
        items = repository.whole_items(numbers)
        settled = confirmed_boards(repository.judgments())
        offer = offer_boards(repository, open_calibrated(Path("bundle")))
        values = {
            "verify": verified,
            "threshold": threshold,
            "boards": [
                {
                    "serial": item.serial,
                    "standing": None if item.judgment is None else item.judgment.record_id,
                    "kind": None if item.judgment is None else item.judgment.kind.value,
                    "panels": _panel_hashes(workspace, panel_key(item.inspection)),
                }
                for item in items
            ],
            "queue": list(repository.item_ids(QueueFilter())),
            "people": [[person.name, person.role.value] for person in repository.people()],
            "pins": PINS,
            "rules": dataclasses.asdict(read_rules(repository)),
            "position": repository.get_setting("review.position.line 1"),
            "settled": {
                str(number): [found.defective, list(found.by), found.by_quality] for number, found in settled.items()
            },
            "offer": {
                "entries": [entry.item.serial for entry in offer.entries],
                "known": offer.known,
                "gone": offer.gone,
                "waiting": offer.waiting,
                "doubtful": offer.doubtful,
            },
            "escape": [found.caught_by for found in find_escapes(repository, "SN1008")],
            "operators": [_plain_fields(figures) for figures in operator_figures(list(repository.judgments()))],
        }
    _settle(Path("workspace"))
    return values


def _plain_fields(value: Any) -> dict[str, Any]:
    return {
        field.name: getattr(value, field.name)
        for field in dataclasses.fields(value)
        if isinstance(getattr(value, field.name), str | int | float | None)
    }


def _panel_hashes(workspace: Workspace, key: str) -> dict[str, str] | None:
    panels = workspace.panels.read(key)
    if panels is None:
        return None
    pictures = {"original": panels.original, "reconstruction": panels.reconstruction}
    pictures |= {weighting.value: found for weighting, found in panels.differences.items()}
    return {name: hashlib.sha256(np.ascontiguousarray(array).data).hexdigest() for name, array in pictures.items()}


def _inspected(bundle: Path, images: Sequence[Path]) -> list[dict[str, Any]]:
    lines = _said("inspect", *images, "--bundle", bundle).splitlines()
    names = ("sha256", "score", "threshold", "verdict", "grid")
    return [{name: line[name] for name in names} for line in map(json.loads, lines)]


def _shipped_values(project: Path) -> dict[str, Any]:
    """Scores of the bundle that ships with the program, for two rendered boards."""
    bundle = project / "resources" / "demo" / "gearbox"
    with tempfile.TemporaryDirectory() as beside:
        options = [part for name, value in RENDERED.items() for part in (f"--{name}", value)]
        _said("render", Path(beside) / "line", *options, "--json")
        images = sorted((Path(beside) / "line" / "test").glob("*/*.png"))
        return {
            "rendered": RENDERED,
            "boards": _inspected(bundle, images),
            "threshold": json.loads(_said("threshold", "workspace", "--bundle", bundle, "--json")),
        }


def _study_values(folder: Path) -> dict[str, Any]:
    study = open_study(folder)
    unfinished = find_unfinished(study)
    return {
        "study_id": study.study_id,
        "margin": study.margin,
        "alpha": study.alpha,
        "participants_planned": study.participants_planned,
        "created_utc": study.created_utc,
        "sha256": study.sha256,
        "key_sha256": study.key_sha256,
        "stimuli": len(study.stimuli),
        "sessions": [files.stem for files in study.sessions()],
        "unblinded": study.unblinded,
        "may_unblind": may_unblind(study),
        "finished": finished_sessions(study),
        "unfinished": [
            [s.files.stem, dataclasses.asdict(resume(s, s.read_journal().events[-1].get("utc", _last_utc(s))))]
            for s in unfinished
        ],
    }


def _last_utc(sitting: Any) -> str:
    """The last time of day in a journal."""
    return str([event["utc"] for event in sitting.read_journal().events if "utc" in event][-1])


def _metric_values() -> dict[str, Any]:
    (table,) = Path("bundle.run").glob("metrics-*.csv")
    rows = MetricRows(table.parent, table.stem.removeprefix("metrics-"), BASELINES)
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    found = {}
    for line in lines:
        sha256 = line.partition(",")[0]
        known = rows.find(sha256)
        assert known is not None
        row, baselines = known
        found[sha256] = {"sum": float(row.values.sum()), "metrics": len(row.names), "baselines": baselines}
    return {"identity": table.stem.removeprefix("metrics-"), "rows": found}


def make_settings() -> None:
    """The settings of the window, each put as the dialog puts it."""
    settings = Settings(Path("window.json"))
    for name, value in SETTINGS.items():
        settings.put(name, value)


def make_all(folder: Path) -> None:
    """Write all files."""
    project = Path.cwd()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.chdir(folder)  # so that no path of this machine gets into a file
    boards = draw_boards()
    bundle = make_bundle()
    make_workspace(bundle, boards)
    for version in (1, 4):
        make_older_workspace(version)
    make_exports()
    make_studies()
    make_settings()
    expected = {
        "version": __version__,
        "precision": "bfloat16 (autocast on the processor, weights of convolutions in bfloat16)",
        "workspace": _workspace_values(),
        "bundle": {
            "sha256": open_bundle(bundle).sha256,
            "threshold": open_calibrated(bundle).threshold.value,
            "boards": _inspected(bundle, boards),
        },
        "shipped": _shipped_values(project),
        "studies": {name: _study_values(Path(name)) for name in ("study-unblinded", "study-sealed")},
        "metric_rows": _metric_values(),
        "settings": SETTINGS,
    }
    tidy_run_folder()
    _settle(Path("workspace"))
    shutil.rmtree("line")
    Path("expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for empty in [path for path in Path().rglob("*") if path.is_dir() and not any(path.iterdir())]:
        empty.rmdir()


if __name__ == "__main__":
    make_all(Path(sys.argv[1]).absolute())
