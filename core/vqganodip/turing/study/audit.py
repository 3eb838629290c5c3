"""Leak audit: tests before the first session whether anything but the picture separates reals from fakes.

Each feature gets the area under the ROC curve of reals against fakes, with an interval from resampled boards.
``container`` features must have the same value in all files. ``pipeline`` features are red outside .35 to .65 and then
require a written justification. ``content`` features are informational: they are the subject of the study, and images
are never altered to hide them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message, TuringError, joined, message, plain, system_reason
from vqganodip.statistics import Interval, auroc, paired_auroc_interval
from vqganodip.turing.study.image_features import CONTENT, PIPELINE, Picture, feature_message
from vqganodip.turing.study.stimulus_file import HEADER_BYTES
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import json_bytes, write_whole
from vqganodip.turing.study.trial_order import List, Truth
from vqganodip.types import Image

__all__ = ["AuditRow", "AuditTable", "AuditVerdict", "audit", "read_audit", "value_message", "write_audit"]

_RED_BELOW, _RED_ABOVE = 0.35, 0.65


class AuditVerdict(StrEnum):
    """Verdict on a feature."""

    GREEN = "green"
    RED = "red"
    INFORMATIONAL = "informational"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Audit of one feature.

    Attributes:
        feature: Name of the feature.
        group: ``container``, ``pipeline`` or ``content``.
        auc: Separation of fakes from reals by this feature alone: .5 is none, 0 and 1 are perfect.
        low: Lower limit of the 95 % interval.
        high: Upper limit of the 95 % interval.
        verdict: Verdict on the feature.
        note: Explanation of the verdict.
    """

    feature: str
    group: str
    auc: float
    low: float
    high: float
    verdict: AuditVerdict
    note: Message


@dataclass(frozen=True, slots=True)
class AuditTable:
    """The audit of a study.

    Attributes:
        rows: Features, by group.
        boards: Number of boards compared, each as real and as fake.
        config_sha256: Hash of the registration it belongs to.
        justifications: Red feature → reason to continue nevertheless, once stored.
    """

    rows: tuple[AuditRow, ...]
    boards: int
    config_sha256: str
    justifications: Mapping[str, str] = field(default_factory=dict)

    @property
    def red(self) -> tuple[AuditRow, ...]:
        """Features that require a repair or a justification."""
        return tuple(row for row in self.rows if row.verdict is AuditVerdict.RED)

    @property
    def refused(self) -> tuple[AuditRow, ...]:
        """Red features that cannot be justified, because the files themselves differ."""
        return tuple(row for row in self.red if row.group == "container")


def audit(study: Study, progress: Callable[[int, int], None] | None = None) -> AuditTable:
    """Audit all stimuli of a study. Opens the sealed key but reveals nothing of it except this table.

    Args:
        study: Prepared study.
        progress: Called with the number of finished stimuli and their total.

    Raises:
        TuringError: A stimulus cannot be read, or the key does not match its commitment.
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


def value_message(row: AuditRow) -> Message:
    """State the measured separation of a feature, and the limits outside which it is red."""
    value = message("audit-value", "{auc:.2f} ({low:.2f} to {high:.2f})", auc=row.auc, low=row.low, high=row.high)
    if row.feature in _CONTAINER:
        return message("audit-value-constant", "{value}; must be the same in all files", value=value)
    if row.group == "content":
        return message("audit-value-free", "{value}; no limits", value=value)
    return message(
        "audit-value-limited",
        "{value}; limits {least:.2f} to {most:.2f}",
        value=value,
        least=_RED_BELOW,
        most=_RED_ABOVE,
    )


def write_audit(study: Study, table: AuditTable, justifications: Mapping[str, str]) -> None:
    """Store an audit with the operator's justifications; sessions copy it into their records.

    Args:
        study: Audited study.
        table: Result of :func:`audit`.
        justifications: Feature → reason to continue nevertheless, for each red pipeline feature.

    Raises:
        TuringError: The files differ, a red feature has no justification, or the file cannot be written.
    """
    for row in table.refused:
        raise TuringError(
            "audit-refused",
            "{feature}: {note}",
            where=study.files.stimuli,
            todo="Prepare the study again.",
            feature=feature_message(row.feature),
            note=row.note,
        )
    silent = [row.feature for row in table.red if not justifications.get(row.feature, "").strip()]
    if silent:
        raise TuringError(
            "audit-not-justified",
            "reals and fakes differ in {features}",
            where=study.folder,
            todo="Bring both through the same steps, or justify in writing why observers cannot use it.",
            features=joined([feature_message(name) for name in silent]),
        )
    words = {row.feature: justifications[row.feature].strip() for row in table.red}
    rows = [{**asdict(replace(row, note=plain(""))), "note": row.note.to_json()} for row in table.rows]
    write_whole(
        study.files.audit,
        json_bytes(
            {
                **asdict(replace(table, rows=())),
                "rows": rows,
                "justifications": words,
                "size": study.size,
                "scaling": None if study.scaling is None else asdict(study.scaling),
            }
        ),
    )


def read_audit(study: Study) -> AuditTable | None:
    """Read the stored audit; None if there is none for this registration."""
    try:
        about: dict[str, Any] = json.loads(study.files.audit.read_bytes())
        rows = tuple(
            AuditRow(**{**row, "verdict": AuditVerdict(row["verdict"]), "note": Message.from_dict(row["note"])})
            for row in about["rows"]
        )
        reasons = {str(name): str(reason) for name, reason in about.get("justifications", {}).items()}
        table = AuditTable(rows, int(about["boards"]), str(about["config_sha256"]), reasons)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TuringError(
            "audit-damaged",
            "the leak audit is damaged",
            where=study.files.audit,
            todo="Delete the file and audit again.",
        ) from error
    return table if table.config_sha256 == study.sha256 else None


_CONTAINER: Final = ("file size", "header", "metadata", "time of change", "rights")


def _container(study: Study, name: str) -> tuple[bytes, dict[str, float]]:
    path = study.stimulus_path(name)
    try:
        data, status = path.read_bytes(), path.stat()
    except OSError as error:
        raise TuringError(
            "audit-stimulus-unreadable",
            "the stimulus cannot be read ({error})",
            where=path,
            todo="Copy the study again.",
            error=system_reason(error),
        ) from error
    width, height = study.size
    beyond = data[HEADER_BYTES + 3 * width * height :]
    values = (len(data), zlib.crc32(data[:HEADER_BYTES]), zlib.crc32(beyond), status.st_mtime_ns, status.st_mode)
    return data, dict(zip(_CONTAINER, map(float, values), strict=True))


def _pixels_of(data: bytes, size: tuple[int, int]) -> Image:
    """Return the pixels even if bytes are missing or left over: the audit reports such files instead of failing."""
    width, height = size
    raw = data[HEADER_BYTES : HEADER_BYTES + 3 * width * height].ljust(3 * width * height, b"\x00")
    return np.frombuffer(raw, np.uint8).reshape(height, width, 3)


def _constant(
    feature: str, values: Mapping[str, float], measured: Callable[[Mapping[str, float]], tuple[float, Interval]]
) -> AuditRow:
    area, interval = measured(values)
    distinct = len(set(values.values()))
    same = distinct == 1
    note = (
        message("audit-same", "the same in all files")
        if same
        else message("audit-different", "{count} different values; must be one", count=distinct)
    )
    verdict = AuditVerdict.GREEN if same else AuditVerdict.RED
    return _row(feature, "container", area, interval, verdict, note)


def _observed(feature: str, group: str, area: float, interval: Interval) -> AuditRow:
    outside = not _RED_BELOW <= area <= _RED_ABOVE
    if group == "content":
        verdict = AuditVerdict.INFORMATIONAL
        note = message("audit-content", "what the model does to a board; not to be altered")
    else:
        verdict = AuditVerdict.RED if outside else AuditVerdict.GREEN
        limits = {"low": _RED_BELOW, "high": _RED_ABOVE}
        telling = Message("audit-tells-apart", "tells fakes from reals; red outside {low} to {high}", limits)
        note = (
            telling if outside else Message("audit-tells-little", "tells little; red outside {low} to {high}", limits)
        )
    return _row(feature, group, area, interval, verdict, note)


def _row(feature: str, group: str, area: float, interval: Interval, verdict: AuditVerdict, note: Message) -> AuditRow:
    return AuditRow(feature, group, round(area, 4), round(interval.low, 4), round(interval.high, 4), verdict, note)
