"""Training of the general segmentation network: the plan of its lessons, the pool, resuming, the end."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from vqganodip.datasets.synthetic.product import PRODUCTS
from vqganodip.errors import TrainingError
from vqganodip.training.lesson_pool import LessonPlan
from vqganodip.training.pretrain import PretrainEvent, Pretraining, PretrainStep, PretrainValidation, levelled_off

TINY = LessonPlan(
    5,
    products=3,
    boards=2,
    further_least=1,
    further_most=2,
    defects=1,
    steps_each=2,
    size=256,
    window=2,
    kept_out=1,
    judged=2,
    reference=2,
)


def test_the_pool_depends_on_seed_and_step_alone() -> None:
    plan = LessonPlan(7, steps_each=50)
    assert plan.entries(0) == range(8)
    assert plan.entries(49) == range(8)
    assert plan.entries(50) == range(1, 9)
    later = LessonPlan(7, steps_each=200, first_step=1000, first_entry=20)
    assert later.entries(1199) == range(20, 28)
    assert later.entries(1200) == range(21, 29)
    wide = LessonPlan(7, steps_each=50, window=12, first_step=1000, first_entry=20)
    assert wide.entries(1000) == range(20, 28)  # a training starts with eight, and the pool then grows
    assert wide.entries(1200) == range(20, 32)
    assert wide.entries(1250) == range(21, 33)
    assert plan.product(3) == LessonPlan(7).product(3)
    assert plan.product(3) != LessonPlan(8).product(3)


def test_products_kept_out_are_never_lessons() -> None:
    plan = LessonPlan(7)
    lessons = {plan.product(n)[0].partition("@")[0] for n in range(plan.products)}
    assert len(lessons) == plan.products
    assert not lessons & {plan.product(n, 2)[0].partition("@")[0] for n in range(plan.kept_out)}
    assert not lessons & set(PRODUCTS)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[PretrainEvent]]:
    """The folder of a training of three steps, and its events; tests take a copy of the folder."""
    folder = tmp_path_factory.mktemp("pretraining") / "run"
    return folder, list(Pretraining(folder, TINY, validate_every=100).run(steps=3))


def test_training_goes_on_where_it_stopped(begun: tuple[Path, list[PretrainEvent]], tmp_path: Path) -> None:
    folder, events = begun
    assert [e.step for e in events if isinstance(e, PretrainStep)][-1] == 3
    assert any(isinstance(e, PretrainValidation) and 0.0 <= e.auroc <= 1.0 for e in events)
    assert (folder / "log.csv").read_text(encoding="utf-8").count("\n") == 2
    again = Path(shutil.copytree(folder, tmp_path / "run"))
    events = list(Pretraining(again, TINY, validate_every=100).run(steps=5, resume=True))
    assert next(e.step for e in events if isinstance(e, PretrainStep)) == 4
    assert len(list((again / "snapshots").iterdir())) == 2


def test_several_processes_write_the_same_lessons(begun: tuple[Path, list[PretrainEvent]], tmp_path: Path) -> None:
    alone, together = begun[0], tmp_path / "run"
    list(Pretraining(together, replace(TINY, window=3), validate_every=100, writers=2, batch=2).run(steps=2))
    for name in ("product-00001/normal.npy", "product-00002/mean0.npy", "kept-out-00/defective_map3.npy"):
        assert (alone / "lessons" / name).read_bytes() == (together / "lessons" / name).read_bytes()
    plan = json.loads((together / "plan.json").read_text(encoding="utf-8"))
    assert plan["batch"] == 2


def test_a_training_with_another_number_of_crops_is_another_training(
    begun: tuple[Path, list[PretrainEvent]], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(begun[0], tmp_path / "run"))
    with pytest.raises(TrainingError, match="other settings"):
        next(Pretraining(folder, TINY, batch=16).run(steps=4, resume=True))


def test_a_gpu_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(TrainingError, match="no GPU"):
        next(Pretraining(tmp_path / "run", TINY, device="cuda").run(steps=1))
    assert not (tmp_path / "run").exists()


def test_another_training_in_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with pytest.raises(TrainingError, match="no training to continue"):
        next(Pretraining(folder, TINY).run(steps=1, resume=True))
    folder.mkdir()
    (folder / "plan.json").write_text("{}", encoding="utf-8")
    with pytest.raises(TrainingError, match="already a training"):
        next(Pretraining(folder, TINY).run(steps=1))
    with pytest.raises(TrainingError, match="other settings"):
        next(Pretraining(folder, TINY).run(steps=1, resume=True))


def test_the_end_is_where_the_last_quarter_brought_nothing() -> None:
    rising = [(n * 1000, 0.5 + 0.04 * n) for n in range(1, 11)]
    assert not levelled_off(rising)
    flat = [*rising, *((n * 1000, 0.901) for n in range(11, 16))]
    assert levelled_off(flat)
    assert not levelled_off(flat[:3])


def test_training_goes_on_from_averaged_weights_alone(begun: tuple[Path, list[PretrainEvent]], tmp_path: Path) -> None:
    """The checkpoint may be on another machine: the averaged weights and their step are enough."""
    folder, _ = begun
    (weights,) = (folder / "snapshots").iterdir()
    shutil.copytree(folder / "lessons", tmp_path / "second" / "lessons")  # only to save the time of rendering them
    second = Pretraining(tmp_path / "second", TINY, validate_every=100, start=(weights, 3))
    events = list(second.run(steps=4))
    assert next(e.step for e in events if isinstance(e, PretrainStep)) == 4
    assert second.rows[-1]["products"] == len(range(TINY.entries(4).stop)[: TINY.products])
