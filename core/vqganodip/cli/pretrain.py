"""``vqganodip pretrain``: training of the general segmentation network on random products."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.niceness import lower_priority
from vqganodip.cli.options import AsJson, Gentle
from vqganodip.cli.results import Results
from vqganodip.places import check_folder

__all__ = ["pretrain"]


def pretrain(
    folder: Annotated[Path, typer.Argument(help="Folder for the training: lessons, checkpoint, log, weights.")],
    seed: Annotated[int, typer.Option(help="Seed of products, boards, weights and crops.", min=0)] = 0,
    products: Annotated[int, typer.Option(help="Number of random products.", min=8)] = 300,
    steps: Annotated[int | None, typer.Option(help="Number of steps; default: until it brings no more.", min=1)] = None,
    minutes: Annotated[float | None, typer.Option(help="Minutes of this call.", min=0.01)] = None,
    steps_each: Annotated[int, typer.Option(help="Steps between two products.", min=1)] = 100,
    variety: Annotated[float, typer.Option(help="Largest variety of the products.", min=0.0, max=1.0)] = 1.0,
    without: Annotated[
        str,
        typer.Option(help="Inputs to leave out: features, deviations, texture; separated by commas."),
    ] = "",
    validate_every: Annotated[int, typer.Option(help="Steps between validations.", min=1)] = 2000,
    start_from: Annotated[
        Path | None, typer.Option(help="Averaged weights to continue from; needs --first-step.", metavar="FILE")
    ] = None,
    first_step: Annotated[int, typer.Option(help="Step of these weights.", min=0)] = 0,
    first_entry: Annotated[
        int | None,
        typer.Option(help="Number of the first product at that step; default: as if trained from the start.", min=0),
    ] = None,
    batch: Annotated[int, typer.Option(help="Crops of a step.", min=1)] = 8,
    window: Annotated[
        int, typer.Option(help="Products from which the crops are drawn; training starts with eight.", min=8)
    ] = 8,
    writers: Annotated[int, typer.Option(help="Processes that render lessons.", min=1)] = 1,
    gpu: Annotated[bool, typer.Option("--gpu", help="Train on the GPU.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Continue the training in the folder.")] = False,
    gentle: Gentle = False,
    as_json: AsJson = None,
) -> None:
    """Learn from boards of many random products what an anomaly is on any board.

    A second process keeps rendering lessons while the first trains. The averaged weights at each validation are in the
    folder snapshots, its AUROC on twelve products kept out in log.csv.
    """
    from vqganodip.training.lesson_pool import LessonPlan
    from vqganodip.training.pretrain import Pretraining, PretrainStep, PretrainValidation, PretrainWaiting

    results = Results(as_json)
    check_folder(folder)
    if gentle:
        lower_priority()
    plan = LessonPlan(seed, products=products, steps_each=steps_each, variety=variety, window=window)
    if first_entry is not None:
        plan = dataclasses.replace(plan, first_step=first_step, first_entry=first_entry)
    groups = tuple(name for name in without.split(",") if name)
    training = Pretraining(
        folder,
        plan,
        validate_every=validate_every,
        without=groups,
        batch=batch,
        device="cuda" if gpu else "cpu",
        writers=writers,
    )
    figures: dict[str, float] = {}
    if start_from is not None:
        training.start = (start_from, first_step)
    for event in training.run(steps=steps, minutes=minutes, resume=resume):
        if isinstance(event, PretrainWaiting):
            results.line(f"waited for {event.missing} products")
        elif isinstance(event, PretrainStep):
            if event.step % 50 == 0:
                results.line(f"step {event.step}, loss {event.loss:.4f}, products {event.products}")
        elif isinstance(event, PretrainValidation):
            results.line(f"step {event.step}: AUROC {event.auroc:.4f} on products kept out, lowest {event.lowest:.4f}")
            figures = {"step": event.step, "auroc": event.auroc, "lowest": event.lowest}
    results.json({"folder": folder, **figures})
