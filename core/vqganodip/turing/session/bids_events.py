"""Export of trials as BIDS task events (Gorgolewski et al. 2016): a TSV file with a JSON sidecar.

``onset`` and ``duration``, in seconds, are the first columns. Rows are sorted by onset, missing values are ``n/a``, and
the sidecar describes the columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from vqganodip.turing.session.trial_columns import MISSING, UNBLINDED_COLUMNS
from vqganodip.turing.session.trial_table import table_bytes
from vqganodip.turing.study.study_folder import json_bytes

__all__ = ["EVENT_COLUMNS", "events_sidecar", "events_tsv"]

_RENAMED: Final = {"trial_type": "truth", "response_time": "rt_s", "stim_file": "stimulus_id"}
_FURTHER: Final = (
    "phase",
    "block",
    "trial_index",
    "list_id",
    "board_id",
    "response",
    "response_key",
    "n_presses",
    "response_phase",
    "planned_onset",
    "onset_error_ms",
    "duration_error_ms",
    "onset_source",
    "status",
    "focus_lost",
    "flags",
)
EVENT_COLUMNS: Final = ("onset", "duration", *_RENAMED, *_FURTHER)


def events_tsv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Serialize the events of a session; ``trial_type`` is ``n/a`` until the rows contain the truth."""
    shown = [row for row in rows if row["onset"] != MISSING]
    shown.sort(key=lambda row: float(row["onset"]))
    return table_bytes([_event(row) for row in shown], EVENT_COLUMNS, "\t")


def events_sidecar(protocol: str) -> bytes:
    """Serialize the descriptions of the columns as JSON."""
    described: dict[str, Any] = {
        "TaskName": "vtt",
        "TaskDescription": f"Visual Turing Test, protocol {protocol}: is the board real or reconstructed?",
    }
    for column in EVENT_COLUMNS:
        described[column] = {"Description": UNBLINDED_COLUMNS[_RENAMED.get(column, column)]}
    described["stim_file"]["Description"] += " The file is stimuli/<id>.rgb in the study."
    return json_bytes(described)


def _event(row: Mapping[str, str]) -> dict[str, str]:
    return {column: row.get(_RENAMED.get(column, column), MISSING) or MISSING for column in EVENT_COLUMNS}
