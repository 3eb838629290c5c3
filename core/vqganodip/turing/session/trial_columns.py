"""Columns of ``trials.csv`` in order, with their descriptions, which the BIDS export uses as well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["MISSING", "SCHEMA_VERSION", "TRIAL_COLUMNS", "TRUTH_COLUMNS", "UNBLINDED_COLUMNS"]

SCHEMA_VERSION: Final = "1"
MISSING: Final = "n/a"

TRIAL_COLUMNS: Final[Mapping[str, str]] = {
    "schema_version": "Version of this table.",
    "study_id": "Name of the study.",
    "participant_id": "P and a number; names are never stored.",
    "session_id": "Number of the session.",
    "list_id": "A or B: which of the two counterbalanced lists was shown.",
    "preset": "Name of the protocol.",
    "config_sha256": "sha256 of study.json, the registration.",
    "app_version": "Version of the program.",
    "git_commit": "Source revision of the program, if known.",
    "phase": "practice or test.",
    "block": "1 before the break, 2 after it; 0 for practice.",
    "trial_index": "Index among the test trials, from 1; n/a in practice.",
    "trial_in_block": "Index in the block, from 1.",
    "attempt": "1; higher only in a practice that was restarted. Test images are never shown twice.",
    "seed": "Seed of the order; n/a until unblinding, because seed and order together reveal the truth.",
    "order_algo": "Algorithm that derives the order from the seed.",
    "stimulus_id": "Opaque id of the image.",
    "stimulus_sha256": "sha256 of the displayed pixels.",
    "board_id": "Opaque id of the board.",
    "source_split": "Part of the data set; n/a until unblinding.",
    "model_id": "Model that made the reconstructions; n/a until unblinding.",
    "disp_w_px": "Width on the screen in device pixels.",
    "disp_h_px": "Height on the screen in device pixels.",
    "disp_x_px": "Left edge on the screen in device pixels.",
    "disp_y_px": "Top edge on the screen in device pixels.",
    "device_pixel_ratio": "Device pixels per logical pixel.",
    "response": "Last answer within the response window: real or fake.",
    "response_key": "Key of the last answer.",
    "n_presses": "Number of answers given.",
    "first_key": "Key of the first answer.",
    "confidence": "1 to 5 if the protocol asks for it.",
    "rt_s": "Seconds from onset to the last answer.",
    "rt_from_offset_s": "Seconds from offset to the last answer; n/a if it was given before the offset.",
    "response_phase": "Phase of the last answer: stim, blank or none.",
    "key_event_ts_ms": "Time stamp of the window system for the last answer, in milliseconds.",
    "onset": "Seconds from the start of the session until the image became visible.",
    "duration": "Seconds for which the image was visible.",
    "blank_duration": "Seconds of blank screen after the image.",
    "planned_onset": "Planned onset in seconds from the start of the session.",
    "onset_error_ms": "Onset minus planned onset.",
    "duration_error_ms": "Duration minus planned duration.",
    "soa_error_ms": "Time since the previous onset minus the planned time; n/a at the start of a block.",
    "onset_source": "Measurement of the onset: swap, repaint or virtual.",
    "refresh_hz": "Refresh rate measured before the session.",
    "frames_expected": "Planned duration of the image in frames.",
    "frames_dropped": "Frames dropped in its two transitions.",
    "max_frame_ms": "Longest frame of its two transitions.",
    "decode_ms": "Milliseconds of decoding, done in advance.",
    "queue_lag_ms": "Milliseconds from the request to the start of painting.",
    "status": "ok, missing (no answer), interrupted, or aborted (visible when the program or the session ended).",
    "focus_lost": "1 if the window lost the keyboard focus during the trial.",
    "interruption_s": "Seconds until the operator continued after an interrupted trial.",
    "resume_count": "Number of resumptions of the session before this trial.",
    "flags": "onset_late, duration_off, anticipation, no_onset; separated by semicolons.",
    "onset_utc": "Time of day, for information only.",
}

TRUTH_COLUMNS: Final[Mapping[str, str]] = {
    "truth": "real or fake; only after unblinding.",
    "correct": "1 if the answer matches the truth, 0 if not, n/a without an answer.",
}

_AFTER: Final = "model_id"
UNBLINDED_COLUMNS: Final[Mapping[str, str]] = {
    name: text
    for column in TRIAL_COLUMNS
    for name, text in ({column: TRIAL_COLUMNS[column]} | (dict(TRUTH_COLUMNS) if column == _AFTER else {})).items()
}
""":data:`TRIAL_COLUMNS` with the truth inserted after the columns of the stimulus."""
