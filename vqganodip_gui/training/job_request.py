"""Request of an engineer to train and fit a model; stored in the run folder so that a training can be resumed."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.bundles.archive import model_name, name_of_folder
from vqganodip.files import replace_file
from vqganodip.records import ModelName
from vqganodip.review.model_names import ModelNames

RUN: Final = ".run"
REQUEST_FILE: Final = "order.json"
WHOLE: Final = "whole"
AT_ONCE: Final = "at-once"
ADAPTED: Final = "adapted"
"""Depths of a model, as the command line names them."""


@dataclass(frozen=True, slots=True)
class JobRequest:
    """Request for a training and the calibration after it.

    Attributes:
        bundle: Folder of the bundle, ``models/<name>/<version>`` of the workspace.
        dataset: Folder of the data set.
        preset: Name of the preset.
        minutes: Duration of the training; None if ``steps`` limits it. That of an adapted model is the time in which
            its network trains, without what comes before and after.
        steps: Number of steps; None if ``minutes`` limits it.
        seed: Seed of split, weights, batches and search.
        mm_per_px: Millimetres per pixel of the images; None if unknown.
        long_side: Longest side of the working grid in pixels; None for the preset's.
        fit_after: True to measure the labelled boards and fit as soon as the training is complete.
        protocol: ``paper`` or ``nested``.
        classifiers: Names separated by commas; empty for the default ones.
        operator: Name of the operator who started the training.
        checkpoint_s: Seconds between checkpoints; at most this much work is lost in a power cut.
        product: Name of the product; empty in requests of earlier versions, which are called like their folder.
        version: Version of the model; likewise.
        depth: ``whole``, ``adapted`` for a general network that trains further on this product, or ``at-once`` for a
            model without training.
        all_normal: True if the operator named all images of a plain folder as good boards.
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
    product: str = ""
    version: str = ""
    depth: str = WHOLE
    all_normal: bool = False

    @property
    def at_once(self) -> bool:
        """True for a model without training."""
        return self.depth == AT_ONCE

    @property
    def whole(self) -> bool:
        """True for a model with the VQGAN and all metrics."""
        return self.depth == WHOLE

    @property
    def planned_minutes(self) -> float | None:
        """Duration of all stages of the training; None if it is not given in advance."""
        return self.minutes if self.steps is None and self.whole else None

    @property
    def name(self) -> ModelName:
        """Product and version, as the bundle will state them."""
        return ModelName(self.product, self.version) if self.product else name_of_folder(self.bundle)

    @property
    def run_folder(self) -> Path:
        """Folder next to the bundle with checkpoints, tables, pictures and event logs."""
        return self.bundle.with_name(self.bundle.name + RUN)

    def train_arguments(self, *, resume: bool) -> list[str]:
        """Return the arguments of ``vqganodip`` that train the model."""
        optional: dict[str, Any] = {
            "--minutes": self.minutes if self.steps is None and not self.at_once else None,
            "--steps": None if self.at_once else self.steps,
            "--mm-per-px": self.mm_per_px,
            "--long-side": self.long_side,
        }
        options = [text for name, value in optional.items() if value is not None for text in (name, str(value))]
        common = ["--seed", str(self.seed), *(["--all-normal"] if self.all_normal else [])]
        common += ["--preset", self.preset] if self.whole else ["--depth", self.depth]
        if not self.at_once:
            common += ["--checkpoint-every", str(self.checkpoint_s), "--resume" if resume else "--restart"]
        events = ["--events", str(self.run_folder / "train.jsonl"), "--gentle", "--json"]
        named = [f"--product={self.name.product}", f"--model-version={self.name.version}"]
        return ["train", str(self.dataset), "--bundle", str(self.bundle), *named, *common, *options, *events]

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


def next_version(models: Path, product: str, names: ModelNames) -> str:
    """Return the lowest number that no bundle or training of this product uses.

    Its folders are the one with its name and those whose bundles are called so in the workspace.
    """
    named = {path for path in _folders(models) if _product_of(path, names) == product}
    folders = {models / clean_name(product)} | named
    used = {entry.name.removesuffix(RUN) for folder in folders for entry in _folders(folder)}
    number = 1
    while str(number) in used:
        number += 1
    return str(number)


def _folders(place: Path) -> list[Path]:
    return [entry for entry in place.iterdir() if entry.is_dir()] if place.is_dir() else []


def _product_of(folder: Path, names: ModelNames) -> str:
    """Name in force of the product of the models in a folder; empty without one."""
    found = next(folder.glob("*/manifest.json"), None)
    return "" if found is None else names.in_force(model_name(found.parent)).product
