"""``vqganodip train``: training of a bundle on normal images."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from vqganodip.cli.event_file import EventFile, coded
from vqganodip.cli.interruption import StopOnInterrupt
from vqganodip.cli.niceness import lower_priority
from vqganodip.cli.options import AsJson, EventsFile, Gentle
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.places import check_folder
from vqganodip.presets import PRESETS, without_imagenet

__all__ = ["train"]


_STOPPING: Final = "Stopping: the bundle is built from the weights trained so far. Ctrl-C again aborts."
_FINISHING: Final = "The training is over and the bundle is being built. Ctrl-C again aborts."
_NO_BUNDLE_YET: Final = (
    "Stopping: there is no bundle yet. The training so far is kept, and the same command with --resume continues it. "
    "Ctrl-C again aborts."
)
_EARLY_STAGES: Final = ("patch features", "foreign")
"""Stages that take long, can be stopped and resumed, and without which there is no bundle."""


class DepthName(StrEnum):
    """Depths of a model, as typed."""

    AT_ONCE = "at-once"
    ADAPTED = "adapted"
    WHOLE = "whole"


class PresetName(StrEnum):
    """Names of the presets; a test compares them with PRESETS."""

    ROBUST = "robust"
    PAPER = "paper"


_WITHOUT_IMAGENET: Final = {
    PresetName.PAPER: "Without ImageNet weights: the loss and the ranking are not those of the paper.",
    PresetName.ROBUST: "Without ImageNet weights: the segmentation network learns from this product alone, "
    "and does not start from the one that knows boards in general.",
}


def train(
    dataset: Annotated[Path, typer.Argument(help="Folder in MVTec AD layout, good/bad folders, or with manifest.csv.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Folder of the bundle to write.", metavar="DIR")],
    preset: Annotated[
        PresetName, typer.Option(help="robust: compact network with additions; paper: the method as published.")
    ] = PresetName.ROBUST,
    depth: Annotated[
        DepthName,
        typer.Option(
            help="at-once: reference board, spread and the network that knows boards in general, without training; "
            "adapted: that network trains further on this product, whole: the networks learn this product."
        ),
    ] = DepthName.WHOLE,
    all_normal: Annotated[
        bool, typer.Option("--all-normal", help="All images in the folder show good boards; no layout is needed.")
    ] = False,
    minutes: Annotated[float | None, typer.Option(help="Total training time; default 15.", min=0.01)] = None,
    steps: Annotated[int | None, typer.Option(help="Number of steps instead of minutes.", min=1)] = None,
    seed: Annotated[int, typer.Option(help="Seed of split, weights and batches.", min=0, max=2**32 - 1)] = 0,
    long_side: Annotated[
        int | None,
        typer.Option(
            "--long-side",
            help="Longest side of the working grid in pixels; default: 1024, and with --depth at-once or adapted at "
            "most that, as the detail of the images allows.",
            min=32,
        ),
    ] = None,
    mm_per_px: Annotated[
        float | None, typer.Option("--mm-per-px", help="Millimetres per pixel of the images.", min=1e-6)
    ] = None,
    imagenet_weights: Annotated[
        Path | None, typer.Option(help="Folder with the weight files of VGG-16 and Inception-v3.", metavar="DIR")
    ] = None,
    no_imagenet: Annotated[
        bool,
        typer.Option(
            "--without-imagenet",
            help="Leave out what was trained on ImageNet: VGG-16, Inception-v3, EfficientNet-Lite.",
        ),
    ] = False,
    devices: Annotated[int, typer.Option(help="Number of GPUs, or of processes if there is no GPU.", min=1)] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Resume an unfinished training of the bundle.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Discard an unfinished training.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the bundle in DIR, with its score and threshold.")
    ] = False,
    checkpoint_every: Annotated[float, typer.Option(help="Seconds between checkpoints.", min=0.0)] = 60.0,
    accumulate: Annotated[int | None, typer.Option(help="Batches per optimizer step.", min=1)] = None,
    ema: Annotated[
        float | None, typer.Option(help="Decay of the moving average of the weights, such as 0.999; 0 for none.")
    ] = None,
    patience: Annotated[
        int | None,
        typer.Option(help="Validations without improvement after which the training ends; 0 for never.", min=0),
    ] = None,
    start_from: Annotated[
        Path | None,
        typer.Option(
            help="Trained bundle whose segmentation network continues training on these boards; all else is kept. "
            "With --depth at-once, the network that knows boards in general takes its place, without training.",
            metavar="DIR",
        ),
    ] = None,
    start_from_esser: Annotated[
        Path | None,
        typer.Option(
            help="Preset paper: checkpoint of the original VQGAN implementation (Esser et al.) to start from.",
            metavar="FILE",
        ),
    ] = None,
    product: Annotated[
        str, typer.Option(help="Name of the product, shown in window, reports and exports; default: by the folder.")
    ] = "",
    model_version: Annotated[
        str, typer.Option("--model-version", help="Version of the model of this product; default: by the folder.")
    ] = "",
    events_file: EventsFile = None,
    gentle: Gentle = False,
    as_json: AsJson = None,
) -> None:
    """Train a bundle on the normal images of a data set.

    Ctrl-C while the reconstruction network trains ends its training early and writes the bundle; afterwards it lets the
    bundle be written. Before, while the smaller networks train, it writes a checkpoint and ends with exit code 130:
    there is no bundle yet, and --resume continues. A second Ctrl-C aborts with exit code 130: no bundle is written, and
    --resume continues from the last checkpoint. The folder DIR.run next to the bundle holds checkpoints, tables, curves
    and reconstructions.
    """
    if minutes is not None and steps is not None:
        raise typer.BadParameter("give --minutes or --steps, not both")
    if resume and restart:
        raise typer.BadParameter("give --resume or --restart, not both")
    if start_from is not None and (long_side or mm_per_px or preset is not PresetName.ROBUST):
        raise typer.BadParameter("--start-from keeps preset, long side and millimetres per pixel of its bundle")
    if start_from_esser is not None and (start_from is not None or preset is not PresetName.PAPER):
        raise typer.BadParameter("--start-from-esser needs --preset paper and excludes --start-from")
    of_the_vqgan: dict[str, object] = {
        "devices": None if devices == 1 else devices, "accumulate": accumulate, "ema": ema, "patience": patience,
        "without_imagenet": no_imagenet, "preset": None if preset is PresetName.ROBUST else preset,
    }  # fmt: skip
    of_a_training: dict[str, object] = {"minutes": minutes, "steps": steps, "resume": resume, "restart": restart}
    if depth is DepthName.AT_ONCE:
        _refuse_options(depth, of_the_vqgan | of_a_training)
    elif depth is DepthName.ADAPTED:
        _refuse_options(depth, of_the_vqgan | {"start_from": start_from})
    results = Results(as_json)
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")  # before torch is imported: idle threads must not spin
    if gentle:
        lower_priority()
    with StopOnInterrupt(_STOPPING) as stop, EventFile(events_file, "train", stop) as event_log:
        from vqganodip.bundles.archive import check_no_bundle, model_name, name_of_folder, open_bundle
        from vqganodip.cli.progress import StageBars
        from vqganodip.datasets.layouts import load_dataset, normal_folder
        from vqganodip.records import ModelName
        from vqganodip.training.adapted import build_adapted
        from vqganodip.training.at_once import build_at_once
        from vqganodip.training.continue_training import continue_bundle
        from vqganodip.training.events import BuildEvent, Built, Notice, Progress
        from vqganodip.training.general_network import use_general_network
        from vqganodip.training.request import TrainingRequest
        from vqganodip.training.segmentation import STAGE
        from vqganodip.training.train_bundle import RECONSTRUCTION, build_bundle

        check_folder(bundle)
        if not (replace or resume):
            check_no_bundle(bundle)
        default = name_of_folder(bundle)
        product = product.strip() or (default if start_from is None else model_name(start_from)).product
        settings = PRESETS[preset]
        if long_side is not None:
            registration = dataclasses.replace(settings.registration, long_side=long_side)
            settings = dataclasses.replace(settings, registration=registration)
        given = {"accumulate": accumulate, "ema": ema, "patience": patience}
        changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        settings = dataclasses.replace(settings, training=dataclasses.replace(settings.training, **changes))
        if no_imagenet:
            settings = without_imagenet(settings)
            echo(_WITHOUT_IMAGENET[preset], err=True)
        if start_from_esser is not None:
            from vqganodip.neural.networks.esser_checkpoint import checkpoint_network

            settings = dataclasses.replace(settings, network=checkpoint_network(start_from_esser))
        built: Built | None = None
        with StageBars() as bars:
            request = TrainingRequest(
                normal_folder(dataset) if all_normal else load_dataset(dataset),
                bundle,
                seconds=None if steps is not None else (minutes or 15.0) * 60,
                steps=steps,
                seed=seed,
                resume=resume,
                restart=restart,
                checkpoint_s=checkpoint_every,
                choose_scale=long_side is None and preset is PresetName.ROBUST,
                model=ModelName(product, model_version.strip() or default.version),
            )
            events: Iterator[BuildEvent]
            if start_from is not None and depth is DepthName.AT_ONCE:
                events = use_general_network(request, open_bundle(start_from))
            elif depth is DepthName.AT_ONCE:
                events = build_at_once(request, settings, mm_per_px=mm_per_px)
            elif depth is DepthName.ADAPTED:
                events = build_adapted(request, settings, mm_per_px=mm_per_px, stop=stop)
            elif start_from is not None:
                events = continue_bundle(request, open_bundle(start_from))
            else:
                events = build_bundle(
                    request,
                    settings,
                    mm_per_px=mm_per_px,
                    imagenet=imagenet_weights,
                    devices=devices,
                    esser=start_from_esser,
                    stop=stop,
                )
            for event in events:
                if isinstance(event, Progress):
                    adapts = depth is DepthName.ADAPTED and event.stage == STAGE
                    trains = event.stage == RECONSTRUCTION or adapts
                    early = depth is DepthName.WHOLE and start_from is None and event.stage in _EARLY_STAGES
                    stop.armed = (stop.armed or trains or early) and not event_log.aborted
                    stop.message = _STOPPING if trains else _NO_BUNDLE_YET if early else _FINISHING
                    bars.show(event.stage, event.share, str(event.message or ""))
                    event_log.progress(event.stage, event.share, event.message, event.figures)
                elif isinstance(event, Notice):
                    bars.note(str(event.text))
                    event_log.emit("notice", text=str(event.text), **coded(event.text))
                elif isinstance(event, Built):
                    built = event
        if built is None:  # stopped before there was a bundle: an interrupted run
            raise KeyboardInterrupt
        stopped = stop.asked and float(built.figures.get("trained_share", 1.0)) < 1.0
        event_log.emit("built", bundle=str(bundle), sha256=built.bundle.sha256, figures=built.figures, stopped=stopped)
        for name, value in built.figures.items():
            results.line(f"{name.replace('_', ' '):>16}  {f'{value:.2f}' if isinstance(value, float) else value}")
        if stopped:
            results.line(f"Stopped early at {built.figures['trained_share']:.0%} of the training.")
        scored = depth is not DepthName.WHOLE and start_from is None
        following = "inspect IMAGES" if scored else f"fit {dataset}"
        results.line(f"The bundle is in {bundle}. Next: vqganodip {following} --bundle {bundle}")
        named = {"product": built.bundle.name.product, "model_version": built.bundle.name.version}
        results.json({"bundle": bundle, "sha256": built.bundle.sha256, **named, **built.figures})


def _refuse_options(depth: DepthName, given: Mapping[str, object]) -> None:
    """Raise a usage error if an option is given that this depth does not use."""
    for name, value in given.items():
        if value not in (None, False):
            raise typer.BadParameter(f"--depth {depth} takes no --{name.replace('_', '-')}")
