"""Run folder of a training, next to the bundle: progress for the user and the state to resume from.

    bundle.run/
      run.json                fingerprint of images and settings, state, step and time
      checkpoint.pt           complete state of the training; removed when the bundle is complete
      progress.csv            loss terms, PSNR, learning rate, codebook, every ten steps
      validation.csv          PSNR and SSIM of held-out images
      validation-STEP.png     originals, reconstructions, differences
      curves.png              the tables as curves

It is not inside the bundle, because the bundle is copied to inspection stations and exists only once it is complete.
"""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import cv2

from vqganodip.errors import Message, TrainingError, message, system_reason
from vqganodip.files import PARTIAL, lock_file, replace_file
from vqganodip.neural.trainers.checkpoint import Cadence, read_checkpoint, write_checkpoint
from vqganodip.types import Image

__all__ = ["PROGRESS_COLUMNS", "VALIDATION_COLUMNS", "RunFolder", "RunState"]

PROGRESS_COLUMNS: Final = (
    "step",
    "seconds",
    "loss",
    "pixel",
    "perceptual",
    "codebook",
    "gan",
    "gan_weight",
    "critic",
    "psnr",
    "learning_rate",
    "codes_used",
    "perplexity",
    "dead_codes",
)
VALIDATION_COLUMNS: Final = ("step", "seconds", "psnr", "ssim")

_RUN: Final = "run.json"
_CHECKPOINT: Final = "checkpoint.pt"
_LOCK: Final = ".lock"
_PROGRESS: Final = "progress.csv"
_VALIDATION: Final = "validation.csv"
_CURVES: Final = "curves.png"
_PANELS: Final = "validation-{step:07d}.png"
_MOST_PANELS: Final = 60
_CHECKPOINT_SHARE: Final = 0.01


class RunState(StrEnum):
    """State of a run. Only a finished one may be overwritten without ``restart``."""

    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"


class RunFolder:
    """An opened run folder; see :meth:`open`.

    Attributes:
        folder: Its path.
        sections: State to resume from, by stage, as read from the checkpoint.
        resumed: True if training resumes from a checkpoint.
        seconds_before: Training time before that checkpoint.
        checkpoints: Schedule of the checkpoints.
    """

    def __init__(self, folder: Path, fingerprint: Mapping[str, str], every_s: float) -> None:
        self.folder = folder
        self.sections: dict[str, Any] = {}
        self.resumed = False
        self.seconds_before = 0.0
        self._opened = time.monotonic()
        self.checkpoints = Cadence(every_s, _CHECKPOINT_SHARE)
        self._fingerprint = dict(fingerprint)
        self._notes: list[Message] = []
        self._failed: set[Message] = set()
        self._lock: Callable[[], None] = lambda: None

    @classmethod
    def open(
        cls,
        folder: Path,
        fingerprint: Mapping[str, str],
        *,
        resume: bool = False,
        restart: bool = False,
        every_s: float = 60.0,
    ) -> RunFolder:
        """Open a run folder for writing.

        Args:
            folder: Created if missing. Unrelated files in it are left alone.
            fingerprint: Images and settings by name; a run can be resumed only if all of them are the same.
            resume: True resumes from the checkpoint, or starts from the beginning if there is none.
            restart: True discards an unfinished run.
            every_s: Seconds between checkpoints; longer if writing one takes more than a hundredth of that.

        Raises:
            TrainingError: An unfinished run exists and neither flag is set; the run to resume is finished, of other
                images or settings, or damaged; another process writes here; or the folder cannot be written.
        """
        run = cls(folder, fingerprint, every_s)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            run._lock = _locked(folder / _LOCK)
        except OSError as error:
            raise TrainingError(
                "run-folder-unwritable",
                "the run folder cannot be written ({error})",
                where=folder,
                todo="Check its rights.",
                error=system_reason(error),
            ) from error
        try:
            run._begin(resume, restart)
        except BaseException:
            run.close()
            raise
        return run

    @classmethod
    def check(cls, folder: Path, *, resume: bool, restart: bool) -> None:
        """Refuse before the images are read what :meth:`open` refuses for all images.

        Raises:
            TrainingError: As :meth:`open`.
        """
        run = cls(folder, {}, 0.0)
        previous = None if restart else run._read()
        if previous is not None:
            run._check_state(previous, resume)

    def _check_state(self, previous: dict[str, Any], resume: bool) -> None:
        finished = previous["state"] == RunState.FINISHED
        if finished and resume:
            raise TrainingError(
                "run-finished",
                "the training here is finished, there is nothing to resume",
                where=self.folder,
                todo="Train again with --replace instead of --resume.",
            )
        if not finished and not resume:
            raise TrainingError(
                "run-unfinished",
                "an unfinished training is here ({stage} at step {step})",
                where=self.folder,
                todo="Continue with --resume, or discard it with --restart.",
                stage=previous["state"],
                step=previous["step"],
            )

    def _begin(self, resume: bool, restart: bool) -> None:
        previous = None if restart else self._read()
        if previous is not None:
            self._check_state(previous, resume)
        if previous is not None and resume:
            self._check_same(previous)
            if (self.folder / _CHECKPOINT).exists():
                self.sections = read_checkpoint(self.folder / _CHECKPOINT)
                self.seconds_before = previous["seconds"]
                self.resumed = True
                self._notes.append(
                    message("run-resumed", "The training resumes from step {step}.", step=previous["step"])
                )
        if resume and not self.resumed:
            self._notes.append(
                message(
                    "run-no-checkpoint",
                    "There is no checkpoint in {folder}: the training starts from the beginning.",
                    folder=self.folder,
                )
            )
        if not self.resumed:
            self._clear()
            self._write(RunState.RUNNING, 0)

    def _read(self) -> dict[str, Any] | None:
        """Read run.json; None if there is no run."""
        path = self.folder / _RUN
        try:
            content = json.loads(path.read_bytes())
            return {
                "state": RunState(content["state"]),
                "step": int(content["step"]),
                "seconds": float(content["seconds"]),
                "fingerprint": {str(k): str(v) for k, v in content["fingerprint"].items()},
            }
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise TrainingError(
                "run-state-unreadable",
                "the state of the training here cannot be read",
                where=path,
                todo="Train again with --restart.",
            ) from error

    def _check_same(self, previous: dict[str, Any]) -> None:
        then, now = previous["fingerprint"], self._fingerprint
        names = [name for name in {**then, **now} if then.get(name) != now.get(name)]
        if names:
            differences = ", ".join(f"{n}: {then.get(n, 'none')} then, {now.get(n, 'none')} now" for n in names)
            raise TrainingError(
                "run-of-other-images",
                "the training here cannot be resumed, it was another one ({difference})",
                where=self.folder,
                todo="Use the same images and settings, or train again with --restart.",
                difference=differences,
            )

    def _clear(self) -> None:
        """Remove the files of an earlier run."""
        for name in (_RUN, _CHECKPOINT, _PROGRESS, _VALIDATION, _CURVES):
            (self.folder / name).unlink(missing_ok=True)
        for pattern in ("validation-*.png", PARTIAL):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    def _write(self, state: RunState, step: int) -> None:
        seconds = round(self.seconds_before + time.monotonic() - self._opened, 1)
        content = {"state": state, "step": step, "seconds": seconds, "fingerprint": self._fingerprint}
        with self._noting(_not_written(_RUN)):
            replace_file(self.folder / _RUN, json.dumps(content, indent=1).encode())

    @contextmanager
    def _noting(self, what: Message) -> Iterator[None]:
        """Turn a failed write into a note, once, so that a full disk does not end a training; later writes retry."""
        try:
            yield
            self._failed.discard(what)
        except OSError as error:
            if what not in self._failed:
                self._notes.append(
                    message(
                        "run-file-not-written",
                        "{folder}: {failure} ({error}). The training continues without it.",
                        folder=self.folder,
                        failure=what,
                        error=system_reason(error),
                    )
                )
            self._failed.add(what)

    def add_notes(self, notes: Sequence[Message]) -> None:
        """Add messages for the user."""
        self._notes += notes

    def take_notes(self) -> list[Message]:
        """Return the messages for the user since the last call."""
        notes, self._notes = self._notes, []
        return notes

    def save(self, step: int, **sections: Any) -> None:
        """Write a checkpoint in which these sections replace those of the same name; None removes one."""
        self.sections = {k: v for k, v in {**self.sections, **sections}.items() if v is not None}
        with (
            self.checkpoints.timed(),
            self._noting(message("run-checkpoint-not-written", "the checkpoint could not be written")),
        ):
            write_checkpoint(self.folder / _CHECKPOINT, self.sections)
            self._write(RunState.RUNNING, step)

    def add_progress(self, row: Mapping[str, float]) -> None:
        """Append a row to progress.csv."""
        self._append(_PROGRESS, PROGRESS_COLUMNS, row)

    def add_validation(self, row: Mapping[str, float]) -> None:
        """Append a row to validation.csv."""
        self._append(_VALIDATION, VALIDATION_COLUMNS, row)

    def _append(self, name: str, columns: Sequence[str], row: Mapping[str, float]) -> None:
        path = self.folder / name
        with self._noting(_not_written(name)), path.open("a", encoding="utf-8", newline="") as file:
            if file.tell() == 0:
                file.write(",".join(columns) + "\n")
            file.write(",".join(_number(row[column]) for column in columns) + "\n")

    def write_panels(self, step: int, image: Image) -> None:
        """Write a picture of reconstructions; if there are too many, remove every second except the first and last."""
        self._picture(_PANELS.format(step=step), image)
        pictures = sorted(self.folder.glob("validation-*.png"))
        if len(pictures) > _MOST_PANELS:
            for path in pictures[1:-2:2]:
                path.unlink(missing_ok=True)

    def write_curves(self, image: Image) -> None:
        """Write the picture of the curves."""
        self._picture(_CURVES, image)

    def _picture(self, name: str, image: Image) -> None:
        _, data = cv2.imencode(".png", cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
        with self._noting(_not_written(name)):
            replace_file(self.folder / name, data.tobytes())

    def progress(self) -> dict[str, list[float]]:
        """Read the columns of progress.csv."""
        return _columns(self.folder / _PROGRESS, PROGRESS_COLUMNS)

    def validation(self) -> dict[str, list[float]]:
        """Read the columns of validation.csv."""
        return _columns(self.folder / _VALIDATION, VALIDATION_COLUMNS)

    def rewind(self, step: int) -> None:
        """Drop the rows and pictures after a step, which are newer than the checkpoint."""
        for name, columns in ((_PROGRESS, PROGRESS_COLUMNS), (_VALIDATION, VALIDATION_COLUMNS)):
            path = self.folder / name
            rows = _rows(path, columns)
            text = io.StringIO()
            text.write(",".join(columns) + "\n")
            text.writelines(",".join(row) + "\n" for row in rows if float(row[0]) <= step)
            with self._noting(_not_written(name)):
                replace_file(path, text.getvalue().encode())
        for path in self.folder.glob("validation-*.png"):
            if path.stem.rpartition("-")[2] > f"{step:07d}":
                path.unlink(missing_ok=True)

    def stop(self, step: int) -> None:
        """Mark the run as stopped early; the bundle exists, and the checkpoint stays for a resumption."""
        self._write(RunState.STOPPED, step)

    def finish(self, step: int) -> None:
        """Mark the run as finished and remove the checkpoint."""
        self._write(RunState.FINISHED, step)
        with self._noting(message("run-checkpoint-not-removed", "the checkpoint could not be removed")):
            (self.folder / _CHECKPOINT).unlink(missing_ok=True)

    def close(self) -> None:
        """Release the lock on the folder."""
        self._lock()
        self._lock = lambda: None


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6g}"


def _rows(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """Read the complete rows of a table, without its header."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return []
    whole = text[: text.rfind("\n") + 1]
    return [row for row in list(csv.reader(io.StringIO(whole)))[1:] if len(row) == len(columns)]


def _columns(path: Path, columns: Sequence[str]) -> dict[str, list[float]]:
    rows = _rows(path, columns)
    return {name: [float(row[i]) for row in rows] for i, name in enumerate(columns)}


def _locked(path: Path) -> Callable[[], None]:
    """Lock the folder against a second training until the returned function is called or this process ends."""
    try:
        return lock_file(path)
    except BlockingIOError as error:
        raise TrainingError(
            "run-locked",
            "another training is writing here",
            where=path.parent,
            todo="Wait for it, or give another --bundle.",
        ) from error


def _not_written(name: str) -> Message:
    return message("run-table-not-written", "{name} could not be written", name=name)
