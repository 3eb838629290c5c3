"""Warnings that a person who reads a calibration report needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message, message
from vqganodip.scoring.folds import Rows
from vqganodip.scoring.leave_one_out import Protocol
from vqganodip.scoring.report_row import ReportRow

__all__ = ["read_warning", "report_warnings"]

_FEW: Final = 50  # abnormal images; below, 95 % bounds of the miss rate are above 5 %
_PROMISE: Final = {
    Protocol.PAPER: message(
        "report-protocol-paper",
        "Hyperparameters were searched on all images, the one left out included (the paper's protocol).",
    ),
    Protocol.NESTED: message(
        "report-protocol-nested", "Hyperparameters were searched without the images that were judged (nested)."
    ),
}


def report_warnings(row: ReportRow, protocol: Protocol, rows: Rows, *, parts: int, smote: bool) -> tuple[Message, ...]:
    """The warnings on the chosen classifier.

    Args:
        row: Its row of the report.
        protocol: How images were left out.
        rows: The images it was fitted on.
        parts: Number of parts that were left out in turn.
        smote: True if the smaller class was oversampled.
    """
    abnormal, normal = int((rows.labels == 1).sum()), int((rows.labels == 0).sum())
    sentences = [_PROMISE[protocol]]
    groups = len(np.unique(rows.groups))
    if protocol is Protocol.PAPER and parts < groups:
        sentences.append(_left_out_in_parts(parts))
    if row.zfn.confusion.fpr == 1.0:
        sentences.append(
            message(
                "report-separates-nothing",
                "The threshold that misses no defect flags every normal image: it separates nothing.",
            )
        )
    if abnormal < _FEW or normal < _FEW:
        bound = row.zfn.miss_bound or 1.0
        sentences.append(
            message(
                "report-few-images",
                "Few images ({normal} normal, {abnormal} abnormal): the miss rate may be as high as {bound:.1f} %, "
                "and one normal image is {points:.1f} points of the false-positive rate.",
                normal=normal,
                abnormal=abnormal,
                bound=100 * bound,
                points=100 / normal,
            )
        )
    sentences += _set_by_one_image(row, normal)
    if smote and abnormal != normal and min(abnormal, normal) <= 6:
        sentences.append(
            message(
                "report-smote",
                "The smaller class is so small that SMOTE interpolates between fewer than five neighbours.",
            )
        )
    return tuple(sentences)


def _left_out_in_parts(parts: int) -> Message:
    return message(
        "report-parts",
        "The images were left out in {parts} parts, not one by one; the search `paper` does the latter.",
        parts=parts,
    )


def read_warning(stored: Mapping[str, Any] | str) -> Message:
    """A stored warning; reports of earlier versions, such as the shipped one, hold the frequent ones as sentences.

    Raises:
        KeyError, TypeError, ValueError: These are not the values of a message.
    """
    if isinstance(stored, str):
        parts = re.fullmatch(r"The images were left out in (\d+) parts, .*", stored)
        known = [*_PROMISE.values(), *([_left_out_in_parts(int(parts[1]))] if parts else [])]
        return next((warning for warning in known if str(warning) == stored), Message.from_dict(stored))
    return Message.from_dict(stored)


def _set_by_one_image(row: ReportRow, normal: int) -> list[Message]:
    second = row.allowing(1)
    if second is None:
        return []
    strict, loose = row.zfn.confusion.fp, second.confusion.fp
    if strict - loose <= 0.2 * normal:
        return []
    return [
        message(
            "report-one-image",
            "One image sets the threshold ({names}): without it {loose} instead of {strict} "
            "of {normal} normal images would be flagged.",
            names=", ".join(row.zfn.set_by),
            loose=loose,
            strict=strict,
            normal=normal,
        )
    ]
