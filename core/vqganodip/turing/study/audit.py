"""The leak audit: can anything but the picture tell reals from fakes? Made before the first session.

For each feature the area under the ROC curve of reals against fakes, with an interval from resampled boards.
``container`` features must be one value in all files; ``pipeline`` features are red outside .35 to .65 and then need a
justification in writing; ``content`` features inform: they are what the study is about, and images are never altered
to hide them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from vqganodip.errors import TuringError
from vqganodip.statistics import Interval, auroc, paired_auroc_interval
from vqganodip.turing.study.image_features import CONTENT, PIPELINE, Picture
from vqganodip.turing.study.stimulus_file import HEADER_BYTES
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import json_bytes, write_whole
from vqganodip.turing.study.trial_order import List, Truth
from vqganodip.types import Image

__all__ = ["AuditRow", "AuditTable", "AuditVerdict", "audit", "read_audit", "write_audit"]

_RED_BELOW, _RED_ABOVE = 0.35, 0.65


class AuditVerdict(StrEnum):
    """What a feature means for the study."""

    GREEN = "green"
    RED = "red"
    INFORMATIONAL = "informational"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One feature.

    Attributes:
        feature: Its name.
        group: ``container``, ``pipeline`` or ``content``.
        auc: How well it alone tells fakes from reals: .5 is not at all; 0 and 1 are perfectly.
        low: Lower limit of the 95 % interval.
        high: Upper limit.
        verdict: What it means.
        note: A sentence about it.
    """

    feature: str
    group: str
    auc: float
    low: float
    high: float
    verdict: AuditVerdict
    note: str


@dataclass(frozen=True, slots=True)
class AuditTable:
    """The audit of a study.

    Attributes:
        rows: By group.
        boards: So many boards were compared, each real and fake.
        config_sha256: The registration it belongs to.
    """

    rows: tuple[AuditRow, ...]
    boards: int
    config_sha256: str

    @property
    def red(self) -> tuple[AuditRow, ...]:
        """The features that need a repair or a justification."""
        return tuple(row for row in self.rows if row.verdict is AuditVerdict.RED)

    @property
    def refused(self) -> tuple[AuditRow, ...]:
        """Red features that no words can justify: files that differ."""
        return tuple(row for row in self.red if row.group == "container")


def audit(study: Study, progress: Callable[[int, int], None] | None = None) -> AuditTable:
    """Audits the stimuli of a study; reads every one of them. Opens the sealed key, and tells of it only this table.

    Args:
        study: Prepared.
        progress: Called with how many stimuli are done, of how many.

    Raises:
        TuringError: A stimulus cannot be read, or the key is not the one that was committed to.
    """
    key = study.read_key()
    truths, lists = key.truths(), {row.stimulus_id: row.list for row in key.rows}
    shown = [name for name in study.stimuli if lists[name] in (List.A, List.B)]
    features = {**PIPELINE, **CONTENT}
    container: dict[str, dict[str, float]] = {}
    pictures: dict[str, dict[str, float]] = {}
    for done, name in enumerate(study.stimuli, start=1):
        data, container[name] = _container(study, name)
        if name in shown:
            picture = Picture.of(_pixels_of(data, study.size))
            pictures[name] = {feature: take(picture) for feature, take in features.items()}
        if progress is not None:
            progress(done, len(study.stimuli))
    places = {name: float(place) for place, name in enumerate(study.stimuli)}
    boards = sorted({study.boards[name] for name in shown})
    of = {(study.boards[name], truths[name]): name for name in shown}

    def measured(values: Mapping[str, float]) -> tuple[float, Interval]:
        reals, fakes = (np.array([values[of[board, truth]] for board in boards]) for truth in Truth)
        area = auroc(np.concatenate([reals, fakes]), np.repeat((0, 1), len(boards)))
        return area, paired_auroc_interval(reals, fakes)

    rows = [
        _constant(feature, {name: values[feature] for name, values in container.items()}, measured)
        for feature in _CONTAINER
    ]
    rows.append(_observed("order of names", "container", *measured(places)))
    rows += [_observed(f, "pipeline", *measured({n: v[f] for n, v in pictures.items()})) for f in PIPELINE]
    rows += [_observed(f, "content", *measured({n: v[f] for n, v in pictures.items()})) for f in CONTENT]
    return AuditTable(tuple(rows), len(boards), study.sha256)


def write_audit(study: Study, table: AuditTable, justifications: Mapping[str, str]) -> None:
    """Keeps an audit with the operator's words about what is red; sessions take it into their record.

    Args:
        study: That was audited.
        table: What :func:`audit` found.
        justifications: Feature → why the study goes on nevertheless, one for each red feature of the pipeline.

    Raises:
        TuringError: Files differ, a red feature is without a word, or the file cannot be written.
    """
    for row in table.refused:
        raise TuringError(f"{row.feature}: {row.note}", where=study.files.stimuli, todo="Prepare the study again.")
    silent = [row.feature for row in table.red if not justifications.get(row.feature, "").strip()]
    if silent:
        raise TuringError(
            f"reals and fakes differ in {', '.join(silent)}",
            where=study.folder,
            todo="Bring both through the same steps, or justify in writing why observers cannot use it.",
        )
    words = {row.feature: justifications[row.feature].strip() for row in table.red}
    write_whole(study.files.audit, json_bytes({**asdict(table), "justifications": words}))


def read_audit(study: Study) -> AuditTable | None:
    """The audit that was kept; None when there is none of this registration."""
    try:
        about: dict[str, Any] = json.loads(study.files.audit.read_bytes())
        rows = tuple(AuditRow(**{**row, "verdict": AuditVerdict(row["verdict"])}) for row in about["rows"])
        table = AuditTable(rows, int(about["boards"]), str(about["config_sha256"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TuringError(
            "the leak audit is damaged", where=study.files.audit, todo="Delete the file and audit again."
        ) from error
    return table if table.config_sha256 == study.sha256 else None


_CONTAINER: Final = ("file size", "header", "metadata", "time of change", "rights")


def _container(study: Study, name: str) -> tuple[bytes, dict[str, float]]:
    path = study.stimulus_path(name)
    try:
        data, status = path.read_bytes(), path.stat()
    except OSError as error:
        raise TuringError(
            f"the stimulus cannot be read ({error.strerror or error})", where=path, todo="Copy the study again."
        ) from error
    width, height = study.size
    beyond = data[HEADER_BYTES + 3 * width * height :]
    values = (len(data), zlib.crc32(data[:HEADER_BYTES]), zlib.crc32(beyond), status.st_mtime_ns, status.st_mode)
    return data, dict(zip(_CONTAINER, map(float, values), strict=True))


def _pixels_of(data: bytes, size: tuple[int, int]) -> Image:
    """The pixels, of a file with bytes missing or left over too: the audit says what is wrong instead of failing."""
    width, height = size
    raw = data[HEADER_BYTES : HEADER_BYTES + 3 * width * height].ljust(3 * width * height, b"\x00")
    return np.frombuffer(raw, np.uint8).reshape(height, width, 3)


def _constant(
    feature: str, values: Mapping[str, float], measured: Callable[[Mapping[str, float]], tuple[float, Interval]]
) -> AuditRow:
    area, interval = measured(values)
    distinct = len(set(values.values()))
    same = distinct == 1
    note = "the same in all files" if same else f"{distinct} different values; must be one"
    verdict = AuditVerdict.GREEN if same else AuditVerdict.RED
    return _row(feature, "container", area, interval, verdict, note)


def _observed(feature: str, group: str, area: float, interval: Interval) -> AuditRow:
    outside = not _RED_BELOW <= area <= _RED_ABOVE
    if group == "content":
        verdict = AuditVerdict.INFORMATIONAL
        note = "what the model does to a board; not to be altered"
    else:
        verdict = AuditVerdict.RED if outside else AuditVerdict.GREEN
        note = f"tells {'fakes from reals' if outside else 'little'}; red outside {_RED_BELOW} to {_RED_ABOVE}"
    return _row(feature, group, area, interval, verdict, note)


def _row(feature: str, group: str, area: float, interval: Interval, verdict: AuditVerdict, note: str) -> AuditRow:
    return AuditRow(feature, group, round(area, 4), round(interval.low, 4), round(interval.high, 4), verdict, note)
