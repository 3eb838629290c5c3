"""Benchmark of one session of the Visual Turing Test through the real window at real speed: accuracy of its timing.

    nice -n -10 xvfb-run -a -s "-screen 0 1920x1200x24" env QT_QPA_PLATFORM=xcb \\
        python tests/bench/full_turing_session.py --out build/full-turing [--seconds 16 5 300] [--raster]

106 normal boards are rendered and reconstructed with the demo line's bundle, a study is prepared, a session sealed, and
a scripted participant takes it with key events as from a keyboard. With the durations of the paper this takes 41
minutes. The figures are computed from the journal afterwards.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip.errors import TuringError
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.folders import find_images
from vqganodip.inspection.inspector import place
from vqganodip.turing.session.journal import ReadJournal, read_journal
from vqganodip.turing.session.lifecycle import seal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.study.preparation import StimulusPair, StudyRegistration, prepare_study
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol
from vqganodip.turing.study.study import Study, open_study
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.turing import preflight_checks
from vqganodip_gui.turing.refresh_rate import RefreshMeasurement, RefreshRate
from vqganodip_gui.turing.runner import SessionRunner, SessionSetup
from vqganodip_gui.turing.surface import open_surface
from vqganodip_gui.widgets.theme import Theme, apply_theme

sys.path.insert(0, str(Path(__file__).parents[1]))
from gui.turing_person import PIN, Person

PRACTICE = 6
GREY = np.uint8(128)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def pairs(boards: Path, bundle: Path) -> Iterator[StimulusPair]:
    """Every board on the working grid of the bundle, and its reconstruction."""
    opened = open_bundle(bundle)
    model = load_bundle(opened)
    for path in find_images(boards):
        source = read_image(path)
        placed = place(model, source)
        original, made = placed.pixels.copy(), model.reconstructor.reconstruct(placed.pixels).pixels.copy()
        if placed.outside is not None:
            original[placed.outside] = made[placed.outside] = GREY
        yield StimulusPair(path.stem, original, made, path.name)


def protocol_of(seconds: list[float]) -> TuringProtocol:
    stimulus, blank, rest = seconds
    if seconds == [16, 5, 300]:
        return PAPER_16_5
    return PAPER_16_5.changed("accelerated", stimulus_s=stimulus, blank_s=blank, break_s=rest, lead_in_s=1.0)


def study_of(out: Path, protocol: TuringProtocol) -> Study:
    """The study, prepared when it is not there."""
    folder = out / "study"
    if folder.exists():
        return open_study(folder)
    bundle = demo_bundle()
    assert bundle is not None
    line = out / "line"
    if not line.exists():
        boards = RenderedLine("gearbox", 77_001, train=0, mask=0, good=protocol.trials + PRACTICE, defective=0)
        write_line(line, boards, jobs=1)
    return prepare_study(
        folder,
        pairs(line, bundle),
        StudyRegistration(study_id="full-length", margin=0.1, alpha=0.05, protocol=protocol, participants_planned=1),
        secret=None,
        model_id=open_bundle(bundle).sha256,
        excluded=[],
        progress=lambda done, name: say("prepared", done, name) if done % 20 == 0 else None,
    )


def measured(application: QApplication, raster: bool) -> tuple[RefreshRate, preflight_checks.Check, QSize, float]:
    """Refresh rate, kind of surface, size of the screen."""
    screen = application.primaryScreen()
    surface = open_surface(screen, raster=raster)
    surface.showFullScreen()
    found: list[RefreshRate] = []
    probe = RefreshMeasurement(surface, found.append)
    QTest.qWait(300)
    probe.start()
    while not found:
        QTest.qWait(20)
    kind = preflight_checks.check_surface(surface.source, surface.renderer)
    size, ratio = surface.device_size(), surface.devicePixelRatio()
    surface.close()
    surface.deleteLater()
    return found[0], kind, size, ratio


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, nargs=3, default=[16, 5, 300], metavar=("SHOWN", "BLANK", "BREAK"))
    parser.add_argument("--raster", action="store_true")
    parser.add_argument("--only-prepare", action="store_true")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    apply_theme(application, Theme.DARK)
    study = study_of(asked.out, protocol_of(asked.seconds))
    say(f"study: {len(study.stimuli)} stimuli of {study.size[0]}x{study.size[1]} px, protocol {study.protocol.name}")
    if asked.only_prepare:
        return
    refresh, kind, size, ratio = measured(application, asked.raster)
    found = (
        preflight_checks.check_refresh(refresh),
        kind,
        preflight_checks.check_size(study.size, size, ratio),
        preflight_checks.check_disk(study.folder),
        preflight_checks.check_stimuli(study.stimuli, study.pixels),
        preflight_checks.check_room(dict.fromkeys(preflight_checks.ROOM, True), 60.0, 150.0),
    )
    for check in found:
        say("preflight:", "pass" if check.passed else "OVERRIDE", check.result)
    record = preflight_checks.record_of(found, {check.name: "virtual screen, scripted keys" for check in found})
    number = len(study.sessions()) + 1
    session = seal(
        study,
        f"P{number:03d}",
        participant_answers={"role": "other", "built_the_model": "no", "saw_its_outputs": "no"},
        preflight=record,
        utc=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    )
    runner = SessionRunner(
        SessionSetup(
            session.participant,
            session.plan,
            study.pixels,
            session.journal_path,
            application.primaryScreen(),
            PIN,
            "script",
            refresh.refresh_hz,
            raster=asked.raster,
        )
    )
    runner.left.connect(application.quit)
    person = Person(runner, every_ms=50)
    begun = time.perf_counter()
    say(f"begun {datetime.now(UTC).isoformat(timespec='seconds')}, load {os.getloadavg()[0]:.1f}")
    runner.start()
    application.exec()
    person.stop()
    for notice in person.interruptions:
        say("INTERRUPTED:", notice)
    say(f"sat {time.perf_counter() - begun:.1f} s, load {os.getloadavg()[0]:.1f}, state {runner.session.state}")
    say(f"images decoded in {len(runner.stimuli.decoded_in)} thread(s), none of them the window's")
    report(session, read_journal(session.journal_path))


def report(session: SealedSession, journal: ReadJournal) -> None:
    """Compare the journal with the plan."""
    protocol = session.plan.protocol
    frame_ms = 1000.0 / 60.0
    onsets = [e for e in journal.of("onset") if e["block"]]
    offsets = {e["trial"]: e for e in journal.of("offset") if e["block"]}
    errors = [1000.0 * (e["onset"] - e["planned"]) for e in onsets]
    lasted = [1000.0 * (offsets[e["trial"]]["offset"] - e["onset"] - protocol.stimulus_s) for e in onsets]
    between = [
        1000.0 * (b["onset"] - a["onset"] - protocol.soa_s) for a, b in pairwise(onsets) if a["block"] == b["block"]
    ]
    ends = [e for e in journal.of("trial_end") if e["block"]]
    say(f"trials: {len(onsets)} shown, {sum(e['status'] == 'ok' for e in ends)} answered, of {protocol.trials}")
    rest = [next(journal.of(name))["t"] for name in ("break_start", "break_end")]
    say(f"break: {rest[1] - rest[0]:.3f} s, asked at least {protocol.break_s:g}")
    for name, values in (("onset against plan", errors), ("duration", lasted), ("onset to onset", between)):
        sizes = sorted(abs(value) for value in values)
        say(
            f"{name}: median {median(values):+.2f} ms, p95 {sizes[int(0.95 * (len(sizes) - 1))]:.2f} ms, "
            f"max {sizes[-1]:.2f} ms, within one frame (16.7 ms): {sum(s <= frame_ms for s in sizes)}/{len(sizes)}"
        )
    say(f"sources of moments: {sorted({e['source'] for e in onsets})}")
    try:
        written = finish(session)
    except TuringError as error:
        say(error)
        return
    say("files:", ", ".join(sorted(written)))
    with session.files.file("trials.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    say(f"trials.csv: {len(rows)} rows, {len(rows[0])} columns")
    say("session.json timing:", json.dumps(json.loads(session.files.file("session.json").read_text())["timing"]))


if __name__ == "__main__":
    main()
