"""The columns of ``trials.csv``, in their order, each with what it means; the same table describes the BIDS export."""

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
    "session_id": "Number of the sitting.",
    "list_id": "A or B: which of the two counterbalanced lists was shown.",
    "preset": "Name of the protocol.",
    "config_sha256": "sha256 of study.json, the registration.",
    "app_version": "Version of the program.",
    "git_commit": "Its source revision, when known.",
    "phase": "practice or test.",
    "block": "1 before the break, 2 after it; 0 for practice.",
    "trial_index": "1 to the number of trials, over the test; n/a in practice.",
    "trial_in_block": "From 1.",
    "attempt": "1; more only in a practice that was begun again. Test images are never shown twice.",
    "seed": "Seed of the order; n/a until unblinding, because the seed and the order together give the truth away.",
    "order_algo": "How the order follows from the seed.",
    "stimulus_id": "Opaque id of the image.",
    "stimulus_sha256": "sha256 of its displayed pixels.",
    "board_id": "Opaque id of the board.",
    "source_split": "Part of the data set; n/a until unblinding.",
    "model_id": "Model that reconstructed; n/a until unblinding.",
    "disp_w_px": "Width on the screen in device pixels.",
    "disp_h_px": "Height on the screen in device pixels.",
    "disp_x_px": "Left edge on the screen in device pixels.",
    "disp_y_px": "Upper edge on the screen in device pixels.",
    "device_pixel_ratio": "Device pixels per logical pixel.",
    "response": "Last answer within the window: real or fake.",
    "response_key": "Key of that answer.",
    "n_presses": "How many answers were given.",
    "first_key": "Key of the first answer.",
    "confidence": "1 to 5 where the protocol asks for it.",
    "rt_s": "Seconds from onset to the last answer.",
    "rt_from_offset_s": "Seconds from offset to the last answer; n/a when it came before.",
    "response_phase": "stim, blank or none: when the last answer came.",
    "key_event_ts_ms": "Time stamp of the window system for the last answer, in milliseconds.",
    "onset": "Seconds from the begin of the session until the image was seen.",
    "duration": "Seconds for which it was seen.",
    "blank_duration": "Seconds of blank screen after it.",
    "planned_onset": "Onset by the plan, in seconds from the begin of the session.",
    "onset_error_ms": "Onset minus planned onset.",
    "duration_error_ms": "Duration minus planned duration.",
    "soa_error_ms": "Time since the onset before minus the planned one; n/a at the begin of a block.",
    "onset_source": "swap, repaint or virtual: how the onset was measured.",
    "refresh_hz": "Refresh rate measured before the session.",
    "frames_expected": "Frames that the image should last.",
    "frames_dropped": "Frames that its two transitions took too long.",
    "max_frame_ms": "Longest frame of its two transitions.",
    "decode_ms": "Milliseconds of decoding, done beforehand.",
    "queue_lag_ms": "Milliseconds from the asked moment to the begin of painting.",
    "status": "ok, missing (no answer), interrupted, or aborted (seen when the program or the session ended).",
    "focus_lost": "1 when the window lost the keyboard during the trial.",
    "interruption_s": "Seconds until the operator went on, after an interrupted trial.",
    "resume_count": "How often the session had been resumed before this trial.",
    "flags": "onset_late, duration_off, anticipation, no_onset; separated by semicolons.",
    "onset_utc": "Time of day, for information only.",
}

TRUTH_COLUMNS: Final[Mapping[str, str]] = {
    "truth": "real or fake; only after unblinding.",
    "correct": "1 when the answer is the truth, 0 when not, n/a without an answer.",
}

_AFTER: Final = "model_id"
UNBLINDED_COLUMNS: Final[Mapping[str, str]] = {
    name: text
    for column in TRIAL_COLUMNS
    for name, text in ({column: TRIAL_COLUMNS[column]} | (dict(TRUTH_COLUMNS) if column == _AFTER else {})).items()
}
"""As :data:`TRIAL_COLUMNS`, the truth after the columns of the stimulus."""
