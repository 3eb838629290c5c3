"""What an engineer asked for: kept in the run folder, so that a training goes on as it was asked for."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.files import replace_file

RUN: Final = ".run"
ORDER: Final = "order.json"


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A training and the calibration after it.

    Attributes:
        bundle: Where the bundle goes: ``models/<name>/<version>`` of the workspace.
        dataset: The folder of boards.
        preset: Name of the preset.
        minutes: Time for the training; None where ``steps`` counts.
        steps: Steps instead of minutes.
        seed: Of split, weights, batches, search.
        mm_per_px: Millimetres per pixel of the images; None when unknown.
        long_side: Longest side of the working grid in pixels; None for the preset's.
        fit_after: Whether the labelled boards are measured and fitted as soon as the training is done.
        protocol: ``paper`` or ``nested``.
        classifiers: Names with commas; empty for the usual ones.
        operator: Who asked.
        checkpoint_s: Seconds between checkpoints: what a power cut costs at most.
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
        """Beside the bundle: checkpoints, tables, pictures, events."""
        return self.bundle.with_name(self.bundle.name + RUN)

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.bundle.parent.name} {self.bundle.name}"

    def train_arguments(self, *, resume: bool) -> list[str]:
        """For ``vqganodip``."""
        given: dict[str, Any] = {
            "--minutes": self.minutes if self.steps is None else None,
            "--steps": self.steps,
            "--mm-per-px": self.mm_per_px,
            "--long-side": self.long_side,
        }
        options = [text for name, value in given.items() if value is not None for text in (name, str(value))]
        common = ["--preset", self.preset, "--seed", str(self.seed), "--checkpoint-every", str(self.checkpoint_s)]
        events = ["--events", str(self.run_folder / "train.jsonl"), "--gentle", "--json"]
        how = "--resume" if resume else "--restart"
        return ["train", str(self.dataset), "--bundle", str(self.bundle), *common, *options, *events, how]

    def fit_arguments(self, jobs: int) -> list[str]:
        """For ``vqganodip``."""
        chosen = ["--classifiers", self.classifiers] if self.classifiers else []
        common = ["--protocol", self.protocol, "--seed", str(self.seed), "--jobs", str(jobs)]
        events = ["--events", str(self.run_folder / "fit.jsonl"), "--gentle"]
        return ["fit", str(self.dataset), "--bundle", str(self.bundle), *common, *chosen, *events]

    def write(self) -> None:
        """Keeps the order in the run folder, which is made; OSError."""
        self.run_folder.mkdir(parents=True, exist_ok=True)
        values = {**dataclasses.asdict(self), "dataset": str(self.dataset)}
        del values["bundle"]  # a workspace may be moved
        replace_file(self.run_folder / ORDER, json.dumps(values, indent=1).encode())


def read_request(run_folder: Path) -> JobRequest | None:
    """The order in a run folder; None where there is none that can be read."""
    try:
        values = json.loads((run_folder / ORDER).read_text(encoding="utf-8"))
        bundle = run_folder.with_name(run_folder.name.removesuffix(RUN))
        return JobRequest(**{**values, "dataset": Path(values["dataset"]), "bundle": bundle})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def clean_name(text: str) -> str:
    """A name that every file system takes: letters, digits, ``-`` and ``_``."""
    return re.sub(r"[^\w-]+", "-", text.strip()).strip("-_")[:60]


def next_version(models: Path, name: str) -> str:
    """The first number that no bundle and no training of this name has."""
    folder = models / name
    taken = {entry.name.removesuffix(RUN) for entry in folder.iterdir()} if folder.is_dir() else set()
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)
