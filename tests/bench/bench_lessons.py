"""Short trainings of the general segmentation network: number and variety of products, groups of inputs.

    python tests/bench/bench_lessons.py LESSONS KEPT_OUT FIGURES.jsonl [--steps 3000] [--device cpu] [--products 100]
    python tests/bench/bench_lessons.py LESSONS LESSONS FIGURES.jsonl --products 30 --render 2

LESSONS holds the folders product-NNNNN of a training with ``vqganodip pretrain``, KEPT_OUT its folders kept-out-NN
(the same folder, unless lessons were put aside); ``--render`` makes those that are missing, with that many processes,
and trains nothing. Each training starts from new weights, takes crops from all its products from the first step on, and
is judged on the products kept out; a line is written for each, and a training that has its line is not run again.
Trainings: 10, 30 and all products; all without features, without deviations, without texture; the half of the products
with the least variety, and every second product. They are for comparison with each other alone: a training of that
length is far from its end.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from vqganodip.neural.trainers.general_trainer import GeneralTrainer
from vqganodip.neural.trainers.lesson_product import LessonProduct
from vqganodip.training.lesson_pool import LessonPlan, LessonPool
from vqganodip.training.pretrain import lesson_auroc


def main() -> None:
    """Train and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons", type=Path)
    parser.add_argument("kept_out", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--products", type=int, default=100)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1, help="seed of weights and crops")
    parser.add_argument("--plan-seed", type=int, default=20261130, help="seed of the lessons")
    parser.add_argument("--render", type=int, metavar="PROCESSES", help="render missing lessons, train nothing")
    parser.add_argument("--only", action="append", metavar="TRAINING", help="run this training; may be repeated")
    args = parser.parse_args()
    if args.render:
        render(args.lessons, args.products, args.plan_seed, args.render)
        return
    folders = sorted(args.lessons.glob("product-?????"))[: args.products]
    pool = {int(f.name.removeprefix("product-")): LessonProduct(f, args.device) for f in folders}
    kept_out = [LessonProduct(f, args.device) for f in sorted(args.kept_out.glob("kept-out-??"))]
    plan = LessonPlan(args.plan_seed, products=max(pool) + 1)
    numbers = sorted(pool)
    by_variety = sorted(numbers, key=lambda n: float(plan.product(n)[0].rpartition("@")[2]))
    every: tuple[str, ...] = ()
    trainings = [
        ("10 products", numbers[:10], every),
        ("all products", numbers, every),
        ("30 products", numbers[:30], every),
        ("without deviations", numbers, ("deviations",)),
        ("without features", numbers, ("features",)),
        ("without texture", numbers, ("texture",)),
        ("least variety", by_variety[: len(numbers) // 2], every),
        ("every second", numbers[::2], every),
    ]
    done = {json.loads(line)["training"] for line in lines_of(args.figures)}
    for name, chosen, without in trainings:
        if name in done or (args.only and name not in args.only):
            continue
        began = time.monotonic()
        trainer = GeneralTrainer(args.seed, without, device=args.device)
        for _ in range(args.steps):
            trainer.learn({n: pool[n] for n in chosen})
        values = [lesson_auroc(trainer, product) for product in kept_out]
        figures = {
            "training": name,
            "products": len(chosen),
            "steps": args.steps,
            "auroc": round(float(np.mean(values)), 4),
            "standard_error": round(float(np.std(values, ddof=1) / len(values) ** 0.5), 4),
            "lowest": round(min(values), 4),
            "loss": round(trainer.loss, 5),
            "seconds": round(time.monotonic() - began, 1),
        }
        with args.figures.open("a", encoding="utf-8") as file:
            file.write(json.dumps(figures) + "\n")
        sys.stdout.write(f"{figures}\n")


def render(folder: Path, products: int, seed: int, processes: int) -> None:
    """Render the lessons of the first products and of those kept out."""
    plan = LessonPlan(seed, products=products, window=products)
    step = max(products - 8, 0) * plan.steps_each  # the training starts with eight products
    folder.mkdir(parents=True, exist_ok=True)
    pool = LessonPool(folder, plan, writers=processes)
    pool.start(step)
    try:
        pool.at(step)
        for _ in pool.kept_out():
            pass
    finally:
        pool.close()


def lines_of(path: Path) -> list[str]:
    """Lines of a file; none where it does not exist."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
