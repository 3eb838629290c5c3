"""Learning of a gate, and its judgment on boards that it has not learned from.

Every tree learns from a random part of the boards, so each board is judged by the trees that have not seen it. The
limit that is applied to a board is set without it as well: each other defect counts by the trees that have seen neither
of the two boards. This is leave-one-board-out, nested, with one forest instead of one for every pair of boards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ScoringError
from vqganodip.scoring.region_gate import Forest, GateReport, Known, Looks, RegionGate, distances, serial_hash
from vqganodip.types import Box, FloatArray, Map

__all__ = ["TREES", "GateBoard", "GateStoppedError", "fit_gate", "judge_gate"]

TREES: Final = 400
_SEEN: Final = 0.632
"""Share of the boards that a tree learns from."""

_TAIL: Final = 10
"""Known defects with the lowest shares from which the limit is extrapolated; at most half of all."""

_EXPECTED: Final = 0.1
"""The limit lies so far below the lowest known defect that, if the shares continue as those of the lowest ones do, a
tenth of a defect is to be expected below it among as many again."""

_LEAST_SLOPE: Final = 0.5
"""Smallest slope of that tail: from few defects it comes out too steep. The limit is never above a third of the lowest
known defect."""

_LEAST_SHARE: Final = 1e-4

_SYNTHETIC: Final = 0.3
"""Weight of a synthetic anomaly next to a confirmed defect."""

_MOST_REJECTED: Final = 2000
"""Rejected regions that are kept to state what a region looks like."""


class GateStoppedError(ScoringError):
    """Learning was stopped; nothing was written."""


@dataclass(frozen=True, slots=True, eq=False)
class GateBoard:
    """A board that a gate learns from or is judged on.

    Attributes:
        serial: Boards with one serial number are left out together and count as one.
        values: float32 N×D, descriptors of its regions, highest first; x and y of the place come first.
        shown: Number of regions that stand out from normal boards.
        defects: For each confirmed defect the rows of the regions on it; empty if no region lies on it.
        places: The confirmed defects in pixels of the working grid, in the same order.
        score: Its composite score, in [0, 1]. Only boards that the machine flags at the threshold for which a gate is
            learned judge the gate and set its limit: it never passes another one.
        confirmed: True if people confirmed it; only such boards judge a gate.
        synthetic: True for a normal board with anomalies drawn into it: its ``defects`` are learned, no other region.
    """

    serial: str
    values: Map = field(repr=False)
    shown: int
    defects: tuple[tuple[int, ...], ...] = ()
    places: tuple[Box, ...] = ()
    score: float = 1.0
    confirmed: bool = True
    synthetic: bool = False

    @property
    def defective(self) -> bool:
        """True if there is a defect on it."""
        return bool(self.places)

    @property
    def shown_defects(self) -> tuple[int, ...]:
        """Rows of the shown regions on its defects; empty if none stands out: the board as a whole is then judged."""
        rows = {row for on in self.defects for row in on}
        return tuple(sorted(row for row in rows if row < self.shown))


def fit_gate(
    boards: Sequence[GateBoard],
    *,
    bundle_sha256: str,
    format: str,
    free_of_place: NDArray[np.bool_],
    from_score: float = 0.0,
    labels_sha256: str = "",
    learned_at: str = "",
    trees: int = TREES,
    seed: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> RegionGate:
    """Learn a gate and judge it.

    Args:
        boards: At least two flagged boards with confirmed defects and two boards without.
        bundle_sha256: Hash of the model that found the regions.
        format: Hash of the names of the descriptors.
        free_of_place: bool D, True for descriptors that tell what a region looks like, False for place and rank.
        from_score: Threshold for which the gate is learned, in [0, 1]: it clears no board with a lower score.
        labels_sha256: Hash of the labels.
        learned_at: Time for the record.
        trees: Number of trees.
        seed: Seed of the random choices.
        progress: Called after every tree with the number of trees done and of all.
        stop: Called before every tree; returns True to stop.

    Raises:
        ScoringError: Too few boards.
        GateStoppedError: ``stop`` returned True.
    """
    table = _Table.of(boards, from_score)
    if len(table.defective) < 2 or len(table.good) < 2:
        raise ScoringError(
            "gate-too-few-boards",
            "a gate needs two boards with confirmed defects and two good ones; there are {defects} and {good}",
            todo="Let two people, or quality, confirm more boards, and mark the region of each defect.",
            defects=len(table.defective),
            good=len(table.good),
        )
    forest, seen, weights = _grow(table, trees, seed, progress, stop)
    shares = forest.shares(table.values)
    measure = _looks(table, np.where(free_of_place, weights, 0.0))
    looks = measure.of(table.values)
    known = table.known_defects(looks)
    report = _counted(table, shares, seen, looks, measure.usual, known, _limits(table, shares, seen))
    return RegionGate(
        bundle_sha256=bundle_sha256,
        format=format,
        forest=forest,
        limit=_limit([_lowest(shares, ~seen[:, group], table.defects_of[group]) for group in table.defective]),
        measure=measure,
        defects=known,
        rejected=table.rejected_regions(looks, seed),
        report=report,
        seen=seen,
        serials=table.serials,
        labels_sha256=labels_sha256,
        learned_at=learned_at,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The regions of all boards below one another.

    Attributes:
        boards: The boards.
        from_score: Boards with a score at or above it are flagged.
        values: float32 R×D.
        group: int R, number of the board; boards with one serial number have one number.
        label: int R, 1 for a defect, 0 for a rejected region, -1 without a label.
        weight: float64 R.
        rows: First and last row of each of ``boards``.
        group_of: Number of the group of each of ``boards``.
        defects_of: For each flagged picture of a group, the rows on its confirmed defects; all of it where no shown
            region lies on any.
        defective: Groups of flagged boards with confirmed defects.
        unflagged: Groups of boards with confirmed defects and no flagged picture: learned, not judged.
        good: Groups of good and of normal boards.
    """

    boards: tuple[GateBoard, ...]
    from_score: float
    values: Map
    group: NDArray[np.int64]
    label: NDArray[np.int64]
    weight: FloatArray
    rows: tuple[slice, ...]
    group_of: tuple[int, ...]
    defects_of: dict[int, list[NDArray[np.int64]]]
    defective: tuple[int, ...]
    unflagged: tuple[int, ...]
    good: tuple[int, ...]

    @classmethod
    def of(cls, given: Sequence[GateBoard], from_score: float) -> _Table:
        boards = tuple(given)
        numbers: dict[tuple[str, bool], int] = {}
        group_of = tuple(numbers.setdefault((b.serial, b.synthetic), len(numbers)) for b in boards)
        pictures = np.bincount(group_of, minlength=len(numbers))
        rows, start = [], 0
        for board in boards:
            rows.append(slice(start, start + len(board.values)))
            start = rows[-1].stop
        label, weight = np.full(start, -1, np.int64), np.zeros(start)
        group = np.zeros(start, np.int64)
        defects_of: dict[int, list[NDArray[np.int64]]] = {}
        known: set[int] = set()
        for board, part, number in zip(boards, rows, group_of, strict=True):
            group[part] = number
            weight[part] = (_SYNTHETIC if board.synthetic else 1.0) / pictures[number]
            everywhere = np.arange(part.start, part.stop)
            if not board.defective:
                label[part] = 0
            on = part.start + np.array(board.shown_defects, np.int64)
            label[on] = 1
            if board.defective and board.confirmed and not board.synthetic:
                known.add(number)
                if board.score >= from_score:
                    defects_of.setdefault(number, []).append(on if len(on) else everywhere)
        good = {n for b, n in zip(boards, group_of, strict=True) if not b.defective and not b.synthetic}
        width = boards[0].values.shape[1] if boards else 0
        values = np.concatenate([b.values for b in boards]) if boards else np.zeros((0, width), np.float32)
        defective = tuple(sorted(defects_of))
        return cls(
            boards,
            from_score,
            np.asarray(values, np.float32),
            group,
            label,
            weight,
            tuple(rows),
            group_of,
            defects_of,
            defective,
            tuple(sorted(known - set(defective))),
            tuple(sorted(good)),
        )

    @property
    def serials(self) -> tuple[str, ...]:
        """Hash of the serial number of each group; empty for synthetic ones."""
        pairs = zip(self.group_of, self.boards, strict=True)
        found = {number: "" if board.synthetic else serial_hash(board.serial) for number, board in pairs}
        return tuple(found[number] for number in range(self.groups))

    @property
    def groups(self) -> int:
        """Number of groups."""
        return max(self.group_of, default=-1) + 1

    def known_defects(self, looks: Map) -> Known:
        """Every confirmed defect: the places and looks of its regions, and the place that people marked."""
        at: list[list[float]] = []
        of: list[Map] = []
        numbers: list[int] = []
        for board, part, number in zip(self.boards, self.rows, self.group_of, strict=True):
            if board.synthetic or not board.confirmed:
                continue
            for rows, box in zip(board.defects, board.places, strict=True):
                on = [row for row in rows if row < board.shown]
                for row in on:
                    x, y = board.values[row, :2].tolist()
                    at.append([x, y, x, y])
                    of.append(looks[part.start + row])
                    numbers.append(number)
                if not on:  # its looks are unknown: nothing looks like it
                    at.append([float(box.x0), float(box.y0), float(box.x1), float(box.y1)])
                    of.append(np.full(looks.shape[1], 1e6, np.float32))
                    numbers.append(number)
        return Known(np.array(of, np.float32), np.array(at, np.float32), np.array(numbers, np.int32))

    def rejected_regions(self, looks: Map, seed: int) -> Known:
        """The rejected regions, or a random part of them."""
        rows = np.flatnonzero(self.label == 0)
        if len(rows) > _MOST_REJECTED:
            rows = np.sort(np.random.default_rng(seed).choice(rows, _MOST_REJECTED, replace=False))
        places = self.values[rows][:, [0, 1, 0, 1]]
        return Known(looks[rows], places, self.group[rows].astype(np.int32))


def _grow(
    table: _Table,
    trees: int,
    seed: int,
    progress: Callable[[int, int], None],
    stop: Callable[[], bool],
) -> tuple[Forest, NDArray[np.bool_], FloatArray]:
    """The trees, which groups each has seen (bool T×G), and the importance of each descriptor."""
    from sklearn.tree import ExtraTreeClassifier

    rng = np.random.default_rng(seed)
    synthetic = tuple(sorted({n for b, n in zip(table.boards, table.group_of, strict=True) if b.synthetic}))
    kinds = [np.array(kind, np.int64) for kind in (table.defective, table.unflagged, table.good, synthetic) if kind]
    seen = np.zeros((trees, table.groups), bool)
    importance = np.zeros(table.values.shape[1])
    parts: dict[str, list[NDArray[np.generic]]] = {name: [] for name in ("feature", "limit", "left", "right", "share")}
    roots, start = np.zeros(trees, np.int32), 0
    tried = min(max(round(_FEATURES[0] * table.values.shape[1]), _FEATURES[1]), table.values.shape[1])
    for number in range(trees):
        if stop():
            raise GateStoppedError("gate-stopped", "learning the gate was stopped", todo="Nothing has changed.")
        for kind in kinds:
            most = max(len(kind) - 1, 1)
            count = min(max(round(_SEEN * len(kind)), 1), most)
            seen[number, rng.choice(kind, count, replace=False)] = True
        rows = np.flatnonzero(seen[number][table.group] & (table.label >= 0))
        label, weight = table.label[rows], table.weight[rows].copy()
        for value in (0, 1):  # both labels weigh the same
            weight[label == value] /= max(weight[label == value].sum(), 1e-9)
        tree = ExtraTreeClassifier(
            max_features=tried, min_samples_leaf=_LEAF, random_state=int(rng.integers(2**31))
        ).fit(table.values[rows], label, sample_weight=weight * len(rows))
        nodes = tree.tree_
        leaf = nodes.children_left < 0
        share = nodes.value[:, 0, list(tree.classes_).index(1)] if 1 in tree.classes_ else np.zeros(nodes.node_count)
        share = share / nodes.value[:, 0].sum(axis=1)
        parts["feature"].append(np.where(leaf, -1, nodes.feature).astype(np.int32))
        parts["limit"].append(nodes.threshold.astype(np.float64))
        parts["left"].append(np.where(leaf, 0, nodes.children_left + start).astype(np.int32))
        parts["right"].append(np.where(leaf, 0, nodes.children_right + start).astype(np.int32))
        parts["share"].append(share.astype(np.float32))
        roots[number], start = start, start + nodes.node_count
        importance += tree.feature_importances_
        progress(number + 1, trees)
    whole = {name: np.concatenate(values) for name, values in parts.items()}
    return Forest(roots=roots, **whole), seen, importance / max(importance.sum(), 1e-12)


_FEATURES: Final = (0.1, 4)
"""Share of the descriptors that are tried at a node, and the fewest."""

_LEAF: Final = 2
"""Fewest regions in a leaf."""


def _looks(table: _Table, weights: FloatArray) -> Looks:
    """The measure of looks, with the usual distance between rejected regions of different boards."""
    rejected = table.label == 0
    values = table.values[rejected]
    centre = np.median(values, axis=0)
    low, high = np.percentile(values, (10, 90), axis=0)
    spread = np.maximum((high - low) / 2.56, 1e-3 + 0.01 * np.abs(centre))
    weight = np.sqrt(weights / max(weights.max(), 1e-12)) / spread
    measure = Looks(centre.astype(np.float32), weight.astype(np.float32), 1.0)
    groups = table.group[rejected]
    some = np.random.default_rng(0).permutation(len(values))[:1500]
    looks = measure.of(values)
    apart = distances(looks[some], looks)
    apart[groups[some][:, None] == groups[None, :]] = np.inf
    nearest = apart.min(axis=1)
    usual = float(np.median(nearest[np.isfinite(nearest)])) if np.isfinite(nearest).any() else 0.0
    return Looks(measure.centre, measure.weight, max(usual, 1e-6))


def _lowest(shares: Map, trees: NDArray[np.bool_], defects: Sequence[NDArray[np.int64]]) -> float:
    """Share of some trees for the picture of a board that fewest of them recognise, at its most conspicuous region."""
    return min(float(shares[trees][:, rows].mean(axis=0).max()) if len(rows) else 0.0 for rows in defects)


def _limit(known: Sequence[float]) -> float:
    """The limit below the shares of known defects: the lowest one, and as far below it as their tail reaches.

    The tail is extrapolated by the estimator of Hill (1975): the mean of log(sₖ₊₁ / sᵢ) over the k lowest shares.
    """
    lowest = np.sort(np.maximum(np.array(known, np.float64), _LEAST_SHARE))
    count = min(_TAIL, len(lowest) // 2)
    if len(lowest) < 4:
        return float(_EXPECTED * lowest[0]) if len(lowest) else 0.0
    slope = float(np.log(lowest[count] / lowest[:count]).mean())
    return float(lowest[0] * _EXPECTED ** max(slope, _LEAST_SLOPE))


def judge_gate(gate: RegionGate, boards: Sequence[GateBoard], from_score: float = 0.0) -> GateReport:
    """Judge a gate on boards, each by the trees and the guard that have not learned from it, under the gate's limit.

    Unlike the report of :func:`fit_gate`, which sets the limit again without each board, it compares two gates on the
    same boards: those with a score at or above ``from_score``.
    """
    table = _Table.of(boards, from_score)
    number_of = {serial: number for number, serial in enumerate(gate.serials) if serial}
    seen = np.zeros((len(gate.seen), table.groups), bool)
    known = gate.defects
    renamed = np.full(len(known.boards), -1, np.int32)
    for group, serial in enumerate(table.serials):
        if serial and serial in number_of:
            seen[:, group] = gate.seen[:, number_of[serial]]
            renamed[known.boards == number_of[serial]] = group
    own = Known(known.looks, known.places, renamed)
    shares, limits = gate.forest.shares(table.values), np.full(table.groups, gate.limit)
    for board, number in zip(table.boards, table.group_of, strict=True):
        if board.score < gate.report.from_score:  # the gate clears no region there
            limits[number] = 0.0
    return _counted(table, shares, seen, gate.measure.of(table.values), gate.measure.usual, own, limits)


def _counted(
    table: _Table,
    shares: Map,
    seen: NDArray[np.bool_],
    looks: Map,
    usual: float,
    known: Known,
    limits: FloatArray,
) -> GateReport:
    """Judge every confirmed board by the trees that have not seen it, its limit, and the guard without it."""
    counts = dict.fromkeys(("cleared", "spared", "cleared_without_guard", "spared_without_guard", "looks"), 0)
    cleared: set[int] = set()
    without: set[int] = set()
    for board, part, number in zip(table.boards, table.rows, table.group_of, strict=True):
        if board.synthetic or not board.confirmed or board.score < table.from_score:
            continue
        low = shares[~seen[:, number], part].mean(axis=0) < limits[number]
        others = known.boards != number
        rest = Known(known.looks[others], known.places[others], known.boards[others])
        alike = (distances(looks[part], rest.looks) < usual).any(axis=1)
        here = np.array([rest.at(x, y).any() for x, y in board.values[:, :2].tolist()], bool)
        safe = low & ~((alike | here) & (np.arange(len(low)) < board.shown))
        if board.defective:
            rows = list(board.shown_defects) or list(range(len(low)))
            cleared |= {number} if safe[rows].all() else set()
            without |= {number} if low[rows].all() else set()
        else:
            counts["looks"] += 1
            counts["spared"] += bool(len(safe) and safe.all())
            counts["spared_without_guard"] += bool(len(low) and low.all())
    return GateReport(
        defects=len(table.defective),
        unflagged=len(table.unflagged),
        cleared=len(cleared),
        looks=counts["looks"],
        spared=counts["spared"],
        cleared_without_guard=len(without),
        spared_without_guard=counts["spared_without_guard"],
        good=len({n for b, n in zip(table.boards, table.group_of, strict=True) if b.confirmed and not b.defective}),
        normal=len(
            {n for b, n in zip(table.boards, table.group_of, strict=True) if not b.confirmed and not b.synthetic}
        ),
        synthetic=sum(board.synthetic for board in table.boards),
        regions=int((table.label == 0).sum()),
        from_score=table.from_score,
    )


def _limits(table: _Table, shares: Map, seen: NDArray[np.bool_]) -> FloatArray:
    """The limit for each group, from the defects of the other groups, by trees that have seen neither."""
    unseen = (~seen).T.astype(np.float32)  # G×T
    known = np.zeros((len(table.defective), table.groups))
    for row, group in enumerate(table.defective):
        trees = unseen * unseen[group]
        count = np.maximum(trees.sum(axis=1), 1.0)
        pictures = [
            (trees @ shares[:, rows] / count[:, None]).max(axis=1) if len(rows) else np.zeros(table.groups)
            for rows in table.defects_of[group]
        ]
        known[row] = np.min(pictures, axis=0)
    others = np.array(table.defective)[:, None] != np.arange(table.groups)[None, :]
    return np.array([_limit(known[others[:, group], group].tolist()) for group in range(table.groups)])
