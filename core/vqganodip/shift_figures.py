"""The figures of a shift: boards, time, false calls, defects, agreement. Every rate comes with its denominator.

Cohen's kappa (Cohen 1960) is (po − pe) / (1 − pe), po the share of agreement and pe the one expected from the raters'
own frequencies. A board counts as defective (1) for NG and doubtful, as good (0) for OK and false call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vqganodip.records import Judgment, JudgmentKind, Purpose, ReviewItem, Verdict

__all__ = ["ProbeRates", "ShiftFigures", "kappa", "probe_rates", "shift_figures"]


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """What a shift was.

    Attributes:
        boards: Boards judged, by the judgment that stands; withdrawn ones do not count.
        seconds_per_board: Mean review time of them; None without boards.
        flagged: How many of them the machine had flagged.
        false_calls: How many were judged a false call.
        defects: How many were judged NG (confirmed defects).
        doubtful: How many are doubtful.
        escapes: How many the machine passed and a person judged NG.
        false_calls_per_board: false_calls / boards; None without boards.
        false_call_ppm: The same times 1e6. The denominator is boards reviewed, not components or joints.
        by_code: (defect code, boards), most frequent first; an empty code is NG without a code.
        machine_kappa: Agreement of machine (flagged) and person (defective); None where it is undefined.
        operator_kappa: Agreement of first judgment and blind second opinion; None where it is undefined.
        second_opinions: How many boards that one rests on.
    """

    boards: int
    seconds_per_board: float | None
    flagged: int
    false_calls: int
    defects: int
    doubtful: int
    escapes: int
    false_calls_per_board: float | None
    false_call_ppm: float | None
    by_code: tuple[tuple[str, int], ...]
    machine_kappa: float | None
    operator_kappa: float | None
    second_opinions: int


@dataclass(frozen=True, slots=True)
class ProbeRates:
    """What hidden probes showed of one operator: misses of defective probes, false alarms on good ones."""

    operator: str
    defective: int
    missed: int
    good: int
    false_alarms: int

    @property
    def miss_rate(self) -> float | None:
        """missed / defective; None without defective probes."""
        return self.missed / self.defective if self.defective else None

    @property
    def false_alarm_rate(self) -> float | None:
        """false_alarms / good; None without good probes."""
        return self.false_alarms / self.good if self.good else None


def kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Cohen's kappa of two raters over the same boards, in [-1, 1]; None where it is undefined (one class, or none).

    Raises:
        ValueError: The raters judged different numbers of boards.
    """
    pairs = list(zip(first, second, strict=True))
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    one, two = Counter(first), Counter(second)
    expected = sum(one[c] * two[c] for c in one) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def shift_figures(records: Iterable[tuple[Judgment, ReviewItem]]) -> ShiftFigures:
    """The figures over some records (a day, a lot, a shift).

    Args:
        records: Judgments with their boards, oldest first; the newest of a board among them stands.
    """
    standing: dict[int, tuple[Judgment, bool]] = {}
    seconds: dict[int, list[Judgment]] = {}
    for judgment, item in records:
        if judgment.purpose is Purpose.REVIEW:
            standing[judgment.item_id] = (judgment, item.inspection.verdict is Verdict.REVIEW)
        elif judgment.purpose is Purpose.SECOND:
            seconds.setdefault(judgment.item_id, []).append(judgment)
    judged = {n: pair for n, pair in standing.items() if pair[0].kind is not JudgmentKind.WITHDRAWN}
    kinds = Counter(judgment.kind for judgment, _ in judged.values())
    boards, false_calls = len(judged), kinds[JudgmentKind.FALSE_CALL]
    codes = Counter(j.defect_code for j, _ in judged.values() if j.kind is JudgmentKind.NG)
    twice = [(judged[n][0], other) for n, others in seconds.items() if n in judged for other in others]
    return ShiftFigures(
        boards=boards,
        seconds_per_board=sum(j.review_s for j, _ in judged.values()) / boards if boards else None,
        flagged=sum(flagged for _, flagged in judged.values()),
        false_calls=false_calls,
        defects=kinds[JudgmentKind.NG],
        doubtful=kinds[JudgmentKind.DOUBTFUL],
        escapes=sum(j.kind is JudgmentKind.NG and not flagged for j, flagged in judged.values()),
        false_calls_per_board=false_calls / boards if boards else None,
        false_call_ppm=1e6 * false_calls / boards if boards else None,
        by_code=tuple(sorted(codes.items(), key=lambda pair: (-pair[1], pair[0]))),
        machine_kappa=kappa([int(f) for _, f in judged.values()], [_class(j) for j, _ in judged.values()]),
        operator_kappa=kappa([_class(a) for a, _ in twice], [_class(b) for _, b in twice]),
        second_opinions=len(twice),
    )


def probe_rates(records: Iterable[Judgment]) -> tuple[ProbeRates, ...]:
    """Miss and false-alarm rates of each operator over the hidden probes, by name.

    Args:
        records: All records of the workspace, oldest first. A probe is held against the judgment that stands at the
            end; a board whose standing judgment is doubtful or withdrawn is left out.
    """
    truth: dict[int, Judgment] = {}
    answers: list[Judgment] = []
    for judgment in records:
        if judgment.purpose is Purpose.REVIEW:
            truth[judgment.item_id] = judgment
        elif judgment.purpose is Purpose.PROBE:
            answers.append(judgment)
    counts: dict[str, list[int]] = {}
    for answer in answers:
        known = truth.get(answer.item_id)
        if known is None or known.kind in (JudgmentKind.WITHDRAWN, JudgmentKind.DOUBTFUL):
            continue
        tally = counts.setdefault(answer.operator, [0, 0, 0, 0])
        defective = _class(known)
        tally[0 if defective else 2] += 1
        tally[1 if defective else 3] += _class(answer) != defective
    return tuple(ProbeRates(name, *counts[name]) for name in sorted(counts))


def _class(judgment: Judgment) -> int:
    return int(judgment.kind in (JudgmentKind.NG, JudgmentKind.DOUBTFUL))
