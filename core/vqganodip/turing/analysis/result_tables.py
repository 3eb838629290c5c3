"""CSV tables of the results: observers, panel, images, and all trials of all sessions.

The last column of each says whether the observers of the study were simulated.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence

from vqganodip.statistics import Interval
from vqganodip.turing.analysis.observer_group import GroupResult
from vqganodip.turing.analysis.observer_results import ObserverResult
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.session.trial_columns import MISSING, UNBLINDED_COLUMNS
from vqganodip.turing.session.trial_table import table_bytes
from vqganodip.turing.study.study import Study

__all__ = ["all_trials_csv", "images_csv", "observers_csv", "panel_csv"]


def observers_csv(results: StudyResults) -> bytes:
    """Return a table with one row per observer; shares in [0, 1]."""
    rows = [_observer(one) for one in results.observers]
    return _marked(rows, tuple(rows[0]), results.study)


def panel_csv(results: StudyResults) -> bytes:
    """Return a table with one row per treatment of the data, the primary one first, then other ways of pooling."""
    rows = [_panel(one.name, one.group) for one in results.sensitivity if one.group is not None]
    two_way = {"treatment": "two-way bootstrap over observers and boards", **_limits("95", results.two_way)}
    naive = {"treatment": "all answers as independent (too narrow)", **_limits("95", results.naive)}
    rows += [{column: row.get(column, MISSING) for column in rows[0]} for row in (two_way, naive)]
    return _marked(rows, tuple(rows[0]), results.study)


def images_csv(results: StudyResults) -> bytes:
    """Return a table with one row per image and the share of observers who took it for real."""
    columns = ("stimulus_id", "board_id", "truth", "answered", "said_fake", "taken_for_real")
    rows = [
        {
            "stimulus_id": one.stimulus,
            "board_id": one.board,
            "truth": "fake" if one.fake else "real",
            "answered": str(one.answered),
            "said_fake": str(one.answered_fake),
            "taken_for_real": _number(one.realism),
        }
        for one in results.images
    ]
    return _marked(rows, columns, results.study)


def all_trials_csv(study: Study) -> bytes:
    """Return one table of all unblinded trials of all sessions, for other programs."""
    rows: list[Mapping[str, str]] = []
    for files in study.sessions():
        path = files.file("trials_unblinded.csv")
        if path.exists():
            rows.extend(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
    return _marked(rows, tuple(UNBLINDED_COLUMNS), study)


def _marked(rows: Sequence[Mapping[str, str]], columns: tuple[str, ...], study: Study) -> bytes:
    mark = str(int(study.simulated))
    return table_bytes([{**row, "simulated": mark} for row in rows], (*columns, "simulated"))


def _observer(one: ObserverResult) -> dict[str, str]:
    answers, signal = one.answers, one.signal
    sensitivity, specificity = one.sensitivity, one.specificity
    return {
        "participant_id": one.participant,
        "session_id": one.session,
        "list_id": one.list_id,
        "answered": str(answers.answered),
        "missing": str(one.missing),
        "correct": str(answers.correct),
        "hits": str(answers.hits),
        "misses": str(answers.misses),
        "false_alarms": str(answers.false_alarms),
        "correct_rejections": str(answers.correct_rejections),
        "accuracy": _number(one.accuracy),
        **_limits("clopper_pearson", one.exact),
        **_limits("wilson", one.score),
        "p": _number(one.p, 8),
        "p_holm": _number(one.p_holm, 8),
        "fisher_p": _number(one.fisher_p, 8),
        "sensitivity": _number(sensitivity[0] if sensitivity else None),
        **_limits("sensitivity", sensitivity[1] if sensitivity else None),
        "specificity": _number(specificity[0] if specificity else None),
        **_limits("specificity", specificity[1] if specificity else None),
        "d_prime": _number(signal.d_prime if signal else None),
        "d_prime_se": _number(signal.d_prime_se if signal else None),
        "criterion": _number(signal.criterion if signal else None),
        "equivalent_alone": str(int(one.equivalent)),
        "outlier_z": _number(one.outlier_z),
        "outlier": str(int(one.outlier)),
        "median_rt_s": _number(one.median_rt_s),
        "flags": "; ".join(map(str, one.flags)),
    }


def _panel(name: str, panel: GroupResult) -> dict[str, str]:
    return {
        "treatment": name,
        "observers": str(panel.observers),
        "mean": _number(panel.mean),
        "sd_ddof_1": _number(panel.sd),
        "sd_ddof_0": _number(panel.sd_population),
        **_limits("95", panel.interval95),
        **_limits("90", panel.interval90),
        "margin": _number(panel.margin),
        "alpha": _number(panel.alpha),
        "verdict": panel.verdict.value,
    }


def _limits(name: str, interval: Interval | None) -> dict[str, str]:
    low, high = (interval.low, interval.high) if interval is not None else (None, None)
    return {f"{name}_low": _number(low), f"{name}_high": _number(high)}


def _number(value: float | None, decimals: int = 6) -> str:
    return MISSING if value is None or math.isnan(value) else f"{value:.{decimals}f}"
