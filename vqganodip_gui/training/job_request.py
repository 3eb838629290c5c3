"""Request of an engineer to train and fit a model; stored in the run folder so that a training can be resumed."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.files import replace_file

RUN: Final = ".run"
REQUEST_FILE: Final = "order.json"


@dataclass(frozen=True, slots=True)
class JobRequest:
    """Request for a training and the calibration after it.

    Attributes:
        bundle: Folder of the bundle, ``models/<name>/<version>`` of the workspace.
        dataset: Folder of the data set.
        preset: Name of the preset.
        minutes: Duration of the training; None if ``steps`` limits it.
        steps: Number of steps; None if ``minutes`` limits it.
        seed: Seed of split, weights, batches and search.
        mm_per_px: Millimetres per pixel of the images; None if unknown.
        long_side: Longest side of the working grid in pixels; None for the preset's.
        fit_after: True to measure the labelled boards and fit as soon as the training is complete.
        protocol: ``paper`` or ``nested``.
        classifiers: Names separated by commas; empty for the default ones.
        operator: Name of the operator who started the training.
        checkpoint_s: Seconds between checkpoints; at most this much work is lost in a power cut.
    """

    bundle: Path
    dataset: Path
    preset: str = "robust"
    minutes: float | None = 15.0
    steps: int | None = None
    seed: int = 0
    mm_per_px: float | None = None
    long_side: int | None = None
    fit_after: bool = True
    protocol: str = "paper"
    classifiers: str = ""
    operator: str = ""
    checkpoint_s: float = 30.0

    @property
    def run_folder(self) -> Path:
        """Folder next to the bundle with checkpoints, tables, pictures and event logs."""
        return self.bundle.with_name(self.bundle.name + RUN)

    @property
    def title(self) -> str:
        """Name and version of the model."""
        return f"{self.bundle.parent.name} {self.bundle.name}"

    def train_arguments(self, *, resume: bool) -> list[str]:
        """Return the arguments of ``vqganodip`` that train the model."""
        optional: dict[str, Any] = {
            "--minutes": self.minutes if self.steps is None else None,
            "--steps": self.steps,
            "--mm-per-px": self.mm_per_px,
            "--long-side": self.long_side,
        }
        options = [text for name, value in optional.items() if value is not None for text in (name, str(value))]
        common = ["--preset", self.preset, "--seed", str(self.seed), "--checkpoint-every", str(self.checkpoint_s)]
        events = ["--events", str(self.run_folder / "train.jsonl"), "--gentle", "--json"]
        how = "--resume" if resume else "--restart"
        return ["train", str(self.dataset), "--bundle", str(self.bundle), *common, *options, *events, how]

    def fit_arguments(self, jobs: int) -> list[str]:
        """Return the arguments of ``vqganodip`` that fit score and threshold."""
        classifiers = ["--classifiers", self.classifiers] if self.classifiers else []
        common = ["--protocol", self.protocol, "--seed", str(self.seed), "--jobs", str(jobs)]
        events = ["--events", str(self.run_folder / "fit.jsonl"), "--gentle"]
        return ["fit", str(self.dataset), "--bundle", str(self.bundle), *common, *classifiers, *events]

    def write(self) -> None:
        """Write the request to the run folder, creating the folder; OSError."""
        self.run_folder.mkdir(parents=True, exist_ok=True)
        values = {**dataclasses.asdict(self), "dataset": str(self.dataset)}
        del values["bundle"]  # derived from the run folder, since a workspace may be moved
        replace_file(self.run_folder / REQUEST_FILE, json.dumps(values, indent=1).encode())


def read_request(run_folder: Path) -> JobRequest | None:
    """Read the request in a run folder; None if there is none that can be read."""
    try:
        values = json.loads((run_folder / REQUEST_FILE).read_text(encoding="utf-8"))
        bundle = run_folder.with_name(run_folder.name.removesuffix(RUN))
        return JobRequest(**{**values, "dataset": Path(values["dataset"]), "bundle": bundle})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def clean_name(text: str) -> str:
    """Reduce a text to a portable file name: letters, digits, ``-`` and ``_``."""
    return re.sub(r"[^\w-]+", "-", text.strip()).strip("-_")[:60]


def next_version(models: Path, name: str) -> str:
    """Return the lowest number that no bundle or training of this name uses."""
    folder = models / name
    used = {entry.name.removesuffix(RUN) for entry in folder.iterdir()} if folder.is_dir() else set()
    number = 1
    while str(number) in used:
        number += 1
    return str(number)
