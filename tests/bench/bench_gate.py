"""Benchmark of the gate: false positives with and without it on unseen boards, and a simulated month of shifts.

    python tests/bench/bench_gate.py LEARN UNSEEN --bundle DIR --cache DIR [--month] [--more DIR] [--new-kind scratch]
        [--threshold T] [--json FILE]

Each board is inspected once; its score and descriptors are kept in the cache. Given up are defects whose score is below
the threshold or that the gate clears. For each threshold that misses 0 to 8 unseen defects a gate is learned; for each
number of defects given up, the best of them counts. A gate that the rules do not allow to filter clears nothing. In the
month, boards of all sets come in 20 shifts of 90 normal and 10 defective boards; normal boards come again once all have
come, as boards with another serial number, and are counted apart. Two people judge every board that waits, each with
2 % wrong answers, and the gate is learned again after every shift from what both agree on. It filters when the rules
allow it; next to it runs one without a guard, which filters from two defects on. A new kind of defect comes from shift
15 on.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import cv2
import numpy as np
from numpy.random import Generator

from vqganodip.calibration.learn_gate import FREE_OF_PLACE, rows_at
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.region_descriptors import DESCRIPTOR_FORMAT
from vqganodip.files import sha256_of
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.records import Label, RegionDescriptors, RegionOpinion
from vqganodip.scoring.gate_fit import GateBoard, fit_gate
from vqganodip.scoring.region_gate import GateReport, RegionGate
from vqganodip.statistics import clopper_pearson
from vqganodip.types import Box

GIVEN_UP: Final = (0, 1, 2, 5, 8)
LEARNED: Final = (20, 50, 150)
SHIFTS: Final = 20
NEW_FROM: Final = 15
WRONG: Final = 0.02
SHARE: Final = 0.05
NORMAL: Final = 90
DEFECTIVE: Final = 10
"""Boards of a shift."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A board with its truth.

    Attributes:
        kind: Kind of its defect; empty for a normal board.
        score: Composite score.
        board: Its regions, with the true defects.
        again: True if it has come before in the month.
    """

    kind: str
    score: float
    board: GateBoard
    again: bool = False

    @property
    def defective(self) -> bool:
        return bool(self.kind)


def boards_of(folder: Path, bundle: Path, cache: Path) -> list[Known]:
    """The test boards of a data set, measured or from the cache."""
    dataset = load_dataset(folder, to_train=False)
    truth, inspector = load_defects(dataset), None
    found = []
    for number, image in enumerate(dataset.test):
        digest = sha256_of(image.path)
        file = cache / f"{digest[:24]}-{DESCRIPTOR_FORMAT}.npz"
        if not file.exists():
            inspector = inspector or Inspector.open(bundle)
            measure(inspector, image.path, file)
            sys.stderr.write(f"\r{folder.name}: {number + 1} of {len(dataset.test)}")
        with np.load(file) as arrays:
            stored = {name: arrays[name] for name in arrays.files}
        described = RegionDescriptors(DESCRIPTOR_FORMAT, stored["boxes"], stored["values"].astype(np.float32))
        inverse = np.linalg.inv(np.vstack([stored["transform"], [0, 0, 1]]))
        kind, places = "", []
        if image.label is Label.DEFECTIVE:
            kind = image.defect
            places = [on_grid(defect.box, inverse) for defect in truth.get(image.path, ())]
        on = tuple(rows_at(described, box) for box in places)
        score = float(stored["score"])
        board = GateBoard(digest, described.values, int(stored["shown"]), on, tuple(places), score)
        if bool(kind) == bool(places):
            found.append(Known(kind, score, board))
    return found


def measure(inspector: Inspector, path: Path, file: Path) -> None:
    """Inspect a board and keep what the benchmark needs."""
    *_, measured = inspector.measure(path)
    assert isinstance(measured, Measured)
    inspection, described = inspector.decide(measured), inspector.describe(measured)
    assert described is not None
    kept = {
        "score": inspection.score,
        "boxes": described.boxes,
        "values": described.values.astype(np.float16),
        "transform": np.asarray(measured.placed.transform),
        "shown": max(len(inspection.shown_regions), 1),
    }
    fresh = file.with_suffix(".part.npz")
    np.savez_compressed(fresh, **kept)  # type: ignore[arg-type]
    assert zipfile.is_zipfile(fresh)
    fresh.replace(file)


def on_grid(box: Box, inverse: Any) -> Box:
    """A box of source pixels on the working grid, rounded outwards."""
    corners = np.array([[x, y, 1] for x in (box.x0, box.x1) for y in (box.y0, box.y1)], float).T
    x, y, _ = inverse @ corners
    return Box(int(np.floor(x.min())), int(np.floor(y.min())), int(np.ceil(x.max())), int(np.ceil(y.max())))


def learned(boards: Sequence[GateBoard], threshold: float) -> RegionGate:
    return fit_gate(
        boards, bundle_sha256="", format=DESCRIPTOR_FORMAT, free_of_place=FREE_OF_PLACE, from_score=threshold
    )


def opinions(gate: RegionGate, known: Known) -> tuple[RegionOpinion, ...]:
    boxes = np.zeros((len(known.board.values), 4), np.int32)
    return gate.opinions(
        RegionDescriptors(DESCRIPTOR_FORMAT, boxes, known.board.values), known.board.shown, known.score
    )


def clears(gate: RegionGate, known: Known, *, guard: bool = True) -> bool:
    """True if a gate clears a board; without the guard by the trees alone."""
    found = opinions(gate, known)
    return bool(found) and all(one.cleared if guard else one.share < gate.limit for one in found)


def compare(learn: Sequence[Known], unseen: Sequence[Known]) -> list[dict[str, Any]]:
    """False positives on unseen boards, without a gate and with gates learned from 20, 50 and 150 defective boards.

    For each number of defects given up by the score alone there is a threshold, and a gate learned for it.
    """
    good = [known for known in learn if not known.defective]
    bad = [known for known in learn if known.defective]
    order = np.random.default_rng(0).permutation(len(bad))
    lowest = sorted(known.score for known in unseen if known.defective)
    thresholds = [lowest[missed] for missed in range(max(GIVEN_UP) + 1)]
    none = [
        Used(threshold, missed, _flagged(unseen, threshold), None, ()) for missed, threshold in enumerate(thresholds)
    ]
    rows = [row_of("without a gate", unseen, none)]
    for count in sorted({min(wanted, len(bad)) for wanted in LEARNED}):
        boards = [known.board for known in [*good, *(bad[i] for i in order[:count])]]
        used = []
        for missed, threshold in enumerate(thresholds):
            gate = learned(boards, threshold)
            filters = gate.report.may_filter  # else every flagged board waits for a person
            stopped = [filters and known.score >= threshold and clears(gate, known) for known in unseen]
            lost = tuple(sorted(k.kind for k, c in zip(unseen, stopped, strict=True) if k.defective and c))
            spared = sum(not k.defective and c for k, c in zip(unseen, stopped, strict=True))
            used.append(Used(threshold, missed, _flagged(unseen, threshold) - spared, gate.report, lost))
        rows.append(row_of(f"learned from {count} defective and {len(good)} good", unseen, used))
    return rows


@dataclass(frozen=True, slots=True)
class Used:
    """A threshold, and a gate learned for it, on unseen boards.

    Attributes:
        threshold: The threshold.
        missed: Defective boards with a lower score.
        calls: Normal boards that wait for a person; all that are flagged if the gate may not filter.
        report: Counts of the gate on the boards that it was learned from; None without a gate.
        lost: Kinds of the defects that it cleared.
    """

    threshold: float
    missed: int
    calls: int
    report: GateReport | None
    lost: tuple[str, ...]


def _flagged(boards: Sequence[Known], threshold: float) -> int:
    return sum(not known.defective and known.score >= threshold for known in boards)


def row_of(name: str, unseen: Sequence[Known], used: Sequence[Used]) -> dict[str, Any]:
    normal = sum(not known.defective for known in unseen)
    row: dict[str, Any] = {"gate": name, "normal": normal, "used": [asdict(one) for one in used], "fpr": {}}
    for given_up in GIVEN_UP:
        possible = [one for one in used if one.missed + len(one.lost) <= given_up]
        best = min(possible, key=lambda one: one.calls, default=None)
        bounds = None if best is None else clopper_pearson(best.calls, normal)
        row["fpr"][given_up] = None if best is None or bounds is None else (best.calls, bounds.low, bounds.high)
    return row


@dataclass
class Month:
    """A month of one station.

    Attributes:
        guard: False for a gate without a guard.
        threshold: Boards with a score at or above it are flagged.
        labels: What both people agree on.
        gate: The gate that was learned last; None before the first.
        filters: True while it filters.
    """

    guard: bool
    threshold: float
    labels: list[GateBoard]
    gate: RegionGate | None = None
    filters: bool = False

    def shift(self, boards: Sequence[Known], rng: Generator) -> dict[str, Any]:
        """Work through the boards of a shift, then learn."""
        lost = checks = 0
        flagged, calls = Counter[bool](), Counter[bool]()
        kinds: list[str] = []
        alarm, first = False, True
        for known in boards:
            if known.score < self.threshold:
                continue
            flagged[known.again] += not known.defective
            if self.gate is not None and self.filters and clears(self.gate, known, guard=self.guard):
                if not (self.guard and (first or rng.random() < SHARE)):
                    lost += known.defective
                    kinds += [known.kind] if known.defective else []
                    continue
                first, checks = False, checks + 1
                if known.defective:
                    alarm, self.filters = True, False
            calls[known.again] += not known.defective
            says = [known.defective is (rng.random() >= WRONG) for _ in range(2)]
            if says[0] is says[1]:
                self.labels.append(self._label(known, says[0]))
        self._learn()
        good = Counter(known.again for known in boards if not known.defective)
        return {
            "good": dict(good),
            "flagged": dict(flagged),
            "calls": dict(calls),
            "cleared": lost,
            "kinds": kinds,
            "checks": checks,
            "alarm": alarm,
            "filters_next": self.filters,
            "defects_known": sum(board.defective for board in self.labels),
        }

    def _label(self, known: Known, defective: bool) -> GateBoard:
        board = known.board
        if defective and not known.defective:  # both wrong: the first region is taken for a defect
            x, y = (int(v) for v in board.values[0, :2])
            return replace(board, defects=((0,),), places=(Box(x - 8, y - 8, x + 8, y + 8),))
        return board if defective else replace(board, defects=(), places=())

    def _learn(self) -> None:
        defects = sum(board.defective for board in self.labels)
        if defects < 2 or len(self.labels) - defects < 2:
            return
        self.gate = learned(self.labels, self.threshold)
        self.filters = self.gate.report.may_filter if self.guard else True


def shifts_of(pool: Sequence[Known], new_kind: str, rng: Generator) -> Iterator[list[Known]]:
    """The boards of each shift; a new kind of defect comes from shift 15 on, up to half of the defective boards."""
    good = [known for known in pool if not known.defective]
    usual = [known for known in pool if known.defective and known.kind != new_kind]
    fresh = iter([known for known in pool if known.defective and known.kind == new_kind])
    normal, defective = again_and_again(good, rng), again_and_again(usual, rng)
    for number in range(1, SHIFTS + 1):
        late = list(itertools.islice(fresh, DEFECTIVE // 2)) if number >= NEW_FROM else []
        boards = [next(normal) for _ in range(NORMAL)] + late
        boards += [next(defective) for _ in range(DEFECTIVE - len(late))]
        yield [boards[i] for i in rng.permutation(len(boards))]


def again_and_again(boards: Sequence[Known], rng: Generator) -> Iterator[Known]:
    """All boards in a random order, then all of them again as boards of other serial numbers."""
    for turn in itertools.count():
        for i in rng.permutation(len(boards)):
            known = boards[i]
            yield replace(known, again=turn > 0, board=replace(known.board, serial=f"{known.board.serial}-{turn}"))


def month(pool: Sequence[Known], threshold: float, new_kind: str) -> dict[str, list[dict[str, Any]]]:
    """The shifts of a month with the guard and without it, on the same boards and answers."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, guard in (("with guard", True), ("without guard", False)):
        station, rng = Month(guard, threshold, []), np.random.default_rng(1)
        shifts = shifts_of(pool, new_kind, np.random.default_rng(2))
        found[name] = [station.shift(boards, rng) for boards in shifts]
    return found


def calls_of(shift: dict[str, Any]) -> str:
    """False calls of a shift on 100 normal boards, with and without the gate, new boards and those that come again."""
    found = []
    for again, word in ((False, "new"), (True, "again")):
        if good := shift["good"].get(again, 0):
            with_gate, without = (100 * shift[name].get(again, 0) / good for name in ("calls", "flagged"))
            found.append(f"{word} {with_gate:5.1f} of {without:5.1f}")
    return ", ".join(found) + " false calls per 100 good"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("learn", type=Path)
    parser.add_argument("unseen", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--month", action="store_true")
    parser.add_argument("--more", type=Path, help="Further normal boards for the month.")
    parser.add_argument("--new-kind", default="scratch")
    parser.add_argument("--threshold", type=float, help="Of the month; without it the lowest score of a known defect.")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    cv2.setNumThreads(1)
    given.cache.mkdir(parents=True, exist_ok=True)
    learn, unseen = (boards_of(folder, given.bundle, given.cache) for folder in (given.learn, given.unseen))
    rows = compare(learn, unseen)
    for row in rows:
        sys.stdout.write(f"{row['gate']}\n")
        for one in row["used"]:
            own = ""
            if (report := one["report"]) is not None:
                own = f", itself: spares {report['spared']} of {report['looks']}, cleared {report['cleared']} of "
                own += f"{report['defects']}" + (" (may not filter)" if report["cleared"] else "")
            lost = f"{len(one['lost'])} cleared {list(one['lost']) or ''}"
            sys.stdout.write(
                f"  from {one['threshold']:.4f}: {one['missed']} missed, {lost}, {one['calls']} calls{own}\n"
            )
        for given_up, fpr in row["fpr"].items():
            text = "not reached" if fpr is None else f"{fpr[0]} ({100 * fpr[1]:.1f} to {100 * fpr[2]:.1f} %)"
            sys.stdout.write(f"  {given_up} given up: false positives {text}\n")
    months: dict[str, Any] = {}
    if given.month:
        pool = [*learn, *unseen]
        if given.more is not None:
            pool += boards_of(given.more, given.bundle, given.cache)
        threshold = given.threshold
        if threshold is None:
            threshold = min(known.score for known in pool if known.defective)
        months = month(pool, threshold, given.new_kind)
        for name, shifts in months.items():
            sys.stdout.write(f"{name}\n")
            for number, shift in enumerate(shifts, start=1):
                calls, cleared = calls_of(shift), shift["cleared"]
                state = ("filters next" if shift["filters_next"] else "shadow next") + (", ALARM" * shift["alarm"])
                sys.stdout.write(
                    f"  shift {number:2}: {calls}, {cleared} defects cleared "
                    f"{shift['kinds'] or ''}, {shift['checks']} checks, {shift['defects_known']} known, {state}\n"
                )
    if given.json is not None:
        given.json.write_text(json.dumps({"unseen": rows, "month": months}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
