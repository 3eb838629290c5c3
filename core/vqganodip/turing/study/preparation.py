"""Preparation of a study: stimuli, protocol and registered margin, written once before the first session."""

from __future__ import annotations

import dataclasses
import hashlib
import math
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from vqganodip import __version__
from vqganodip.errors import Message, TuringError, message, system_reason
from vqganodip.statistics import auroc
from vqganodip.turing.study.protocol import PAPER_16_5, TuringProtocol
from vqganodip.turing.study.scaling import check_screen
from vqganodip.turing.study.sealed_key import PRACTICE_LIST, KeyRow, key_bytes
from vqganodip.turing.study.stimulus_file import SUFFIX
from vqganodip.turing.study.study import FORMAT, Study, open_study
from vqganodip.turing.study.study_folder import StudyFolder, json_bytes, write_whole
from vqganodip.turing.study.trial_order import List, Truth, assign_lists
from vqganodip.turing.study.written_stimuli import (
    PART_SUFFIX,
    StimulusPair,
    WrittenStimuli,
    opaque_id,
    write_stimuli,
)

__all__ = ["MOST_PRACTICE", "StimulusPair", "StudyRegistration", "check_new_study", "prepare_study"]

MOST_PRACTICE: Final = 10
_FILE_TIME: Final = 946_684_800
"""Modification time of every stimulus file (2000-01-01), so that no file reveals when it was written."""

_MAX_SEPARATION: Final = 0.03
_TRIES: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRegistration:
    """Registration of a study, made before its first session.

    Attributes:
        study_id: A short name without spaces.
        margin: Distance from 50 % that counts as guessing; in (0, 0.5).
        alpha: Level of the tests, in (0, 0.5).
        protocol: How its sessions run; its trials must be a multiple of four.
        participants_planned: Sessions, 1 or more, before the study may be unblinded.
        screen: (width, height) of a screen in pixels to which larger images are shrunk; None shows them as they are.
    """

    study_id: str
    margin: float = 0.10
    alpha: float = 0.05
    protocol: TuringProtocol = PAPER_16_5
    participants_planned: int = 5
    screen: tuple[int, int] | None = None


def prepare_study(
    folder: Path,
    pairs: Iterable[StimulusPair],
    registration: StudyRegistration,
    *,
    secret: bytes | None,
    model_id: str,
    excluded: Sequence[str],
    notes: Sequence[Message] = (),
    progress: Callable[[int, str], None] | None = None,
) -> Study:
    """Write a study: stimuli under opaque ids, the sealed key and the registration.

    Each board is real on one list and fake on the other. Up to ten boards beyond ``protocol.trials`` are used for
    practice. The assignment of boards to lists and practice is drawn from the secret.

    Args:
        folder: Folder of the study; must be absent or empty. It appears only when the study is complete.
        pairs: At least ``protocol.trials`` boards; consumed one by one, so they need not fit into memory.
        registration: What is fixed before the first session.
        secret: Seed of ids, lists and orders; None draws a random one, as a real study must.
        model_id: Identifies the bundle.
        excluded: Names or hashes of images excluded from the stimuli.
        notes: Notes on the boards, stored with the study; read after the last pair.
        progress: Called with the number of finished boards and the name of the last one.

    Raises:
        TuringError: A value is out of range, the images differ in size, a board occurs twice, there are too few boards,
            or the folder cannot be written.
    """
    check_new_study(folder, registration)
    temporary = _temporary_folder(folder)
    partial = temporary / "study"
    try:
        _write_study(
            StudyFolder(partial),
            pairs,
            registration,
            secret=secrets.token_bytes(32) if secret is None else secret,
            model_id=model_id,
            excluded=excluded,
            notes=notes,
            progress=progress,
        )
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise TuringError(
            "study-unwritable",
            "the study cannot be written ({error})",
            where=folder,
            todo="Check the folder, its rights and its space.",
            error=system_reason(error),
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return open_study(folder)


def _write_study(
    where: StudyFolder,
    pairs: Iterable[StimulusPair],
    registration: StudyRegistration,
    *,
    secret: bytes,
    model_id: str,
    excluded: Sequence[str],
    notes: Sequence[Message],
    progress: Callable[[int, str], None] | None,
) -> None:
    """Write all files of a study, its registration last."""
    protocol = registration.protocol
    written = write_stimuli(where, pairs, secret, 2 * protocol.trials, registration.screen, progress)
    assigned, practice = _assign_boards(written, secret, protocol.trials)
    names = _uninformative_ids(assigned, secret)
    _name_stimuli(where, written.rows, names)
    key = key_bytes([dataclasses.replace(row, stimulus_id=names[row.stimulus_id]) for row in assigned])
    write_whole(where.key, key, private=True)
    write_whole(where.secret, secret.hex().encode(), private=True)
    registered = {
        "format": FORMAT,
        "study_id": registration.study_id,
        "created_utc": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "app_version": __version__,
        "protocol": dataclasses.asdict(protocol),
        "margin": registration.margin,
        "alpha": registration.alpha,
        "participants_planned": registration.participants_planned,
        "model_id": model_id,
        "excluded": sorted(excluded),
        "notes": [note.to_json() for note in notes],
        "size": list(written.size),
        "scaling": None if written.scaling is None else dataclasses.asdict(written.scaling),
        "practice": [[names[stimulus], board] for stimulus, board in practice],
        "stimuli": {
            names[row.stimulus_id]: {"sha256": written.hashes[row.stimulus_id], "board": row.board_id}
            for row in assigned
        },
        "key_sha256": hashlib.sha256(key).hexdigest(),
        "secret_sha256": hashlib.sha256(secret).hexdigest(),
    }
    write_whole(where.study, json_bytes(registered))


def _name_stimuli(where: StudyFolder, rows: Sequence[KeyRow], names: Mapping[str, str]) -> None:
    """Give the stimuli in use their final names, in the order of these names, and delete the others."""
    for row in sorted(rows, key=lambda row: names.get(row.stimulus_id, "")):
        part = where.stimuli / f"{row.stimulus_id}{PART_SUFFIX}"
        if row.stimulus_id in names:
            part.rename(where.stimuli / f"{names[row.stimulus_id]}{SUFFIX}")
        else:
            part.unlink()
    _set_file_times(where.stimuli)


def check_new_study(folder: Path, registration: StudyRegistration) -> None:
    """Check what can be refused before the first board is reconstructed.

    Raises:
        TuringError: A value is out of range, or the folder is occupied.
    """
    _check_registration(registration)
    _check_folder(folder)


def _check_registration(registration: StudyRegistration) -> None:
    study_id, margin, alpha = registration.study_id, registration.margin, registration.alpha
    protocol = registration.protocol
    if not study_id or not all(c.isalnum() or c in "-_." for c in study_id) or len(study_id) > 60:
        raise TuringError(
            "study-id-invalid",
            "{name!r} is not a valid study id",
            where=message("place-study", "study"),
            todo="Use letters, digits, - and _, 60 at most.",
            name=study_id,
        )
    if not (0 < margin < 0.5 and math.isfinite(margin)):
        raise TuringError(
            "study-margin-invalid",
            "a margin of {margin}",
            where=message("place-study", "study"),
            todo="Register one between 0 and 0.5, such as 0.1.",
            margin=margin,
        )
    if not 0 < alpha < 0.5:
        raise TuringError(
            "study-level-invalid",
            "a level of {alpha}",
            where=message("place-study", "study"),
            todo="Register one such as 0.05.",
            alpha=alpha,
        )
    if protocol.trials % 4 or protocol.break_after * 2 != protocol.trials:
        raise TuringError(
            "study-trials-uneven",
            "{trials} trials with a break after {number} cannot be halved evenly",
            where=message("place-study", "study"),
            todo="Use a multiple of four trials and the break in the middle.",
            trials=protocol.trials,
            number=protocol.break_after,
        )
    if registration.screen is not None:
        check_screen(registration.screen)
    if registration.participants_planned < 1:
        raise TuringError(
            "study-participants-missing",
            "no participant is planned",
            where=message("place-study", "study"),
            todo="Plan one or more.",
        )


def _check_folder(folder: Path) -> None:
    try:
        occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise TuringError(
            "study-folder-unreadable",
            "the folder cannot be read ({error})",
            where=folder,
            todo="Choose another.",
            error=system_reason(error),
        ) from error
    if occupied:
        raise TuringError(
            "study-folder-exists",
            "there is already something here",
            where=folder,
            todo="Choose a new folder for the study.",
        )


def _temporary_folder(folder: Path) -> Path:
    """Create an empty folder on the same drive for the incomplete study."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise TuringError(
            "study-stimuli-unwritable",
            "the study cannot be written ({error})",
            where=folder,
            todo="Check the folder, its rights and its space.",
            error=system_reason(error),
        ) from error


def _assign_boards(written: WrittenStimuli, secret: bytes, trials: int) -> tuple[list[KeyRow], list[tuple[str, str]]]:
    """Draw from the secret which boards are on the lists and which are for practice."""
    boards = sorted({row.board_id for row in written.rows})
    if len(boards) < trials:
        raise TuringError(
            "study-too-few-boards",
            "{boards} boards for {trials} trials",
            where=message("place-study", "study"),
            todo="Give {needed} boards, and 6 to {most} more for practice.",
            boards=len(boards),
            trials=trials,
            needed=trials,
            most=MOST_PRACTICE,
        )
    seed = int.from_bytes(hashlib.sha256(secret + b"\x00lists").digest()[:8], "big")
    drawn = sorted(boards, key=lambda board: hashlib.sha256(secret + b"\x00draw\x00" + board.encode()).digest())
    shown, rest = sorted(drawn[:trials]), drawn[trials : trials + MOST_PRACTICE]
    on_a = dict(zip(shown, assign_lists(trials, seed)[0], strict=True))
    practice_truths = {board: Truth.REAL if place % 2 else Truth.FAKE for place, board in enumerate(rest)}
    rows, practice = [], {}
    for row in written.rows:
        if row.board_id in on_a:
            rows.append(dataclasses.replace(row, list=(List.A if row.truth is on_a[row.board_id] else List.B).value))
        elif practice_truths.get(row.board_id) is row.truth:
            rows.append(dataclasses.replace(row, list=PRACTICE_LIST))
            practice[row.board_id] = row.stimulus_id
    mixed = sorted(practice, key=lambda board: hashlib.sha256(secret + b"\x00mix\x00" + board.encode()).digest())
    return rows, [(practice[board], board) for board in mixed]


def _uninformative_ids(rows: Sequence[KeyRow], secret: bytes) -> dict[str, str]:
    """Draw final ids until their sort order does not separate reals from fakes (AUROC within .03 of .5).

    With a single draw, the order would favour one class at one end in about one of twenty studies.
    """
    best: tuple[float, dict[str, str]] | None = None
    for turn in range(_TRIES):
        names = {row.stimulus_id: opaque_id(secret, "S", str(turn), row.stimulus_id) for row in rows}
        shown = sorted((row for row in rows if row.list != PRACTICE_LIST), key=lambda row: names[row.stimulus_id])
        distance = abs(auroc(range(len(shown)), [row.truth is Truth.FAKE for row in shown]) - 0.5)
        if len(set(names.values())) == len(names) and (best is None or distance < best[0]):
            best = distance, names
            if distance <= _MAX_SEPARATION:
                break
    assert best is not None
    return best[1]


def _set_file_times(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        path.chmod(0o644)
        os.utime(path, (_FILE_TIME, _FILE_TIME))
        with path.open("rb") as file:
            os.fsync(file.fileno())
