"""Checkpoints of the original implementation: read without executing code, refused with the names of misfits."""

from __future__ import annotations

import collections
import dataclasses
import io
import pickletools
import sys
import types
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from vqganodip.errors import WeightsError
from vqganodip.neural.networks.discriminator import PatchDiscriminator
from vqganodip.neural.networks.esser_checkpoint import (
    Part,
    checkpoint_network,
    esser_name,
    load_esser_checkpoint,
    our_name,
)
from vqganodip.neural.networks.literal_vqgan import LiteralVqgan
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.trainers.vqgan_trainer import Budget, TrainedNetwork, VqganTraining, train_vqgan
from vqganodip.presets import COMPACT, ESSER, PRESETS

SMALL = dataclasses.replace(ESSER, channels=32, multipliers=(1, 2), n_embed=16, embed_dim=8)


def _original(seed: int = 0) -> dict[str, torch.Tensor]:
    """A state dict as the original writes it: network, discriminator and LPIPS."""
    torch.manual_seed(seed)
    state = dict(VQGAN(SMALL).state_dict())
    state |= {f"loss.discriminator.{k}": v for k, v in PatchDiscriminator(8).state_dict().items()}
    state["loss.perceptual_loss.scaling_layer.shift"] = torch.zeros(1, 3, 1, 1)
    state["loss.perceptual_loss.net.slice1.0.weight"] = torch.zeros(64, 3, 3, 3)
    return state


def _saved(path: Path, state: dict[str, Any], **others: Any) -> Path:
    torch.save({"state_dict": state, "global_step": 1200, "epoch": 3, **others}, path)
    return path


@pytest.fixture
def lightning(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    """Classes under the names that Lightning, OmegaConf and the original pickle; undoing the patch forgets them."""
    made: dict[str, type] = {}
    for module, name, base in (
        ("pytorch_lightning.callbacks.model_checkpoint", "ModelCheckpoint", object),
        ("pytorch_lightning.utilities.parsing", "AttributeDict", dict),
        ("omegaconf.dictconfig", "DictConfig", object),
        ("taming.models.vqgan", "VQModel", object),
    ):
        packages = module.split(".")
        for depth in range(1, len(packages) + 1):
            path = ".".join(packages[:depth])
            monkeypatch.setitem(sys.modules, path, sys.modules.get(path) or types.ModuleType(path))
        made[name] = type(name, (base,), {"__module__": module})
        setattr(sys.modules[module], name, made[name])
    return types.SimpleNamespace(**made)


def test_that_a_checkpoint_fills_network_and_discriminator(tmp_path: Path) -> None:
    state = _original()
    path = _saved(tmp_path / "last.ckpt", state)
    network, critic = VQGAN(SMALL), PatchDiscriminator(8)
    report = load_esser_checkpoint(path, network, critic)
    assert report.steps == 1200
    assert report.loaded == {
        Part.NETWORK: len(network.state_dict()),
        Part.DISCRIMINATOR: len(critic.state_dict()),
    }
    assert report.ignored == {Part.PERCEPTUAL: 2}
    assert [str(note) for note in report.notes] == [
        "Not loaded from the checkpoint: perceptual loss (2 tensors).",
        "The checkpoint was trained for 1200 steps.",
    ]
    assert all(torch.equal(v, state[k]) for k, v in network.state_dict().items())
    assert all(torch.equal(v, state[f"loss.discriminator.{k}"]) for k, v in critic.state_dict().items())
    x = torch.rand(1, 3, 32, 48) * 2 - 1
    with torch.no_grad():
        assert torch.allclose(network.eval()(x)[0], LiteralVqgan(state)(x)[0], atol=1e-4)


def test_that_every_name_of_the_full_network_maps_both_ways() -> None:
    with torch.device("meta"):
        networks = {Part.NETWORK: VQGAN(ESSER), Part.DISCRIMINATOR: PatchDiscriminator()}
    count = 0
    for part, module in networks.items():
        for name in module.state_dict():
            assert our_name(esser_name(part, name)) == (part, name)
            count += 1
    assert count > 300
    for name in (
        "encoder.down.0.block.0.norm1.weight",
        "encoder.mid.attn_1.q.weight",
        "encoder.norm_out.bias",
        "decoder.up.3.upsample.conv.weight",
        "post_quant_conv.weight",
        "quantize.embedding.weight",
        "loss.discriminator.main.0.weight",
        "loss.discriminator.main.3.running_mean",
    ):
        place = our_name(name)
        assert place is not None
        assert esser_name(*place) == name
        assert place[1] in networks[place[0]].state_dict()
    assert our_name("colorize") is None
    with pytest.raises(KeyError, match="position"):
        esser_name(Part.NETWORK, "position")


def test_that_the_shape_of_the_network_is_read_off_the_checkpoint(tmp_path: Path) -> None:
    assert checkpoint_network(_saved(tmp_path / "a.ckpt", _original())) == SMALL
    for net in (
        dataclasses.replace(SMALL, attention_at_lowest=False, residual_blocks=1, n_embed=64),
        dataclasses.replace(ESSER, channels=32, multipliers=(1, 1, 2, 2, 4), embed_dim=4, n_embed=8),
    ):
        assert checkpoint_network(_saved(tmp_path / "b.ckpt", dict(VQGAN(net).state_dict()))) == net
    state = _original()
    del state["quantize.embedding.weight"]
    path = _saved(tmp_path / "b.ckpt", state)
    with pytest.raises(WeightsError, match="not the weights of a VQGAN"):
        checkpoint_network(path)
    other = _original() | {"quantize.embedding.weight": torch.zeros(16, 4)}
    path = _saved(tmp_path / "c.ckpt", other)
    with pytest.raises(WeightsError, match="8 channels of the encoder for entries of 4 dimensions"):
        checkpoint_network(path)


def test_that_missing_unexpected_and_misshapen_tensors_are_all_named_and_nothing_is_changed(tmp_path: Path) -> None:
    state = _original()
    del state["encoder.conv_in.bias"]
    state["colorize"] = torch.zeros(3, 12, 1, 1)
    state["decoder.up.0.attn.0.q.weight"] = torch.zeros(32, 32, 1, 1)
    state["quantize.embedding.weight"] = torch.zeros(1024, 8)
    state["quant_conv.bias"] = torch.full((8,), float("nan"))
    network = VQGAN(SMALL)
    before = {k: v.clone() for k, v in network.state_dict().items()}
    with pytest.raises(WeightsError) as caught:
        load_esser_checkpoint(_saved(tmp_path / "x.ckpt", state), network, PatchDiscriminator(8))
    said = str(caught.value)
    for part in (
        "missing encoder.conv_in.bias 32",
        "unexpected colorize 3×12×1×1",
        "unexpected decoder.up.0.attn.0.q.weight 32×32×1×1",
        "quantize.embedding.weight is 1024×8, expected 16×8",
        "quant_conv.bias holds values that are not finite",
        "x.ckpt",
    ):
        assert part in said
    assert all(torch.equal(v, before[k]) for k, v in network.state_dict().items())


def test_that_another_network_is_refused_with_a_short_list(tmp_path: Path) -> None:
    path = _saved(tmp_path / "x.ckpt", _original())
    with pytest.raises(WeightsError, match=r"48×3×3|and \d+ more"):
        load_esser_checkpoint(path, VQGAN(COMPACT), None)
    position = dataclasses.replace(SMALL, position_channels=8)
    with pytest.raises(WeightsError, match=r"position .which no checkpoint of the original has"):
        load_esser_checkpoint(path, VQGAN(position, (4, 4)), None)


def test_that_a_checkpoint_without_discriminator_says_so(tmp_path: Path) -> None:
    state = {k: v.half() for k, v in _original().items() if not k.startswith("loss.")}
    state["model_ema.decay"] = torch.tensor(0.999)
    path = tmp_path / "bare.ckpt"
    torch.save(state, path)  # a state dict alone, in half precision
    network = VQGAN(SMALL)
    report = load_esser_checkpoint(path, network, PatchDiscriminator(8))
    assert report.steps is None
    assert Part.DISCRIMINATOR not in report.loaded
    assert [str(note) for note in report.notes] == [
        "Not loaded from the checkpoint: moving averages (1 tensors).",
        "The checkpoint has no discriminator: training starts with a new one.",
    ]
    assert network.quant_conv.weight.dtype == torch.float32


def test_that_a_discriminator_that_is_not_asked_for_is_left_and_said(tmp_path: Path) -> None:
    report = load_esser_checkpoint(_saved(tmp_path / "x.ckpt", _original()), VQGAN(SMALL), None)
    assert report.ignored == {Part.DISCRIMINATOR: len(PatchDiscriminator(8).state_dict()), Part.PERCEPTUAL: 2}


def test_that_lightning_s_objects_are_read_as_empty_shells(
    tmp_path: Path, lightning: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = lightning.DictConfig()
    config.__dict__ |= {"ch": 128, "_content": {"ch_mult": [1, 1, 2]}}
    counts = collections.defaultdict(int, {"a": 1})
    path = _saved(
        tmp_path / "last.ckpt",
        _original(),
        callbacks={lightning.ModelCheckpoint: {"best_model_score": torch.tensor(0.5), "dirpath": "logs"}},
        hyper_parameters=lightning.AttributeDict(lossconfig=config, dirs=Path("logs"), counts=counts),
        optimizer_states=[{"state": {0: {"step": 5, "exp_avg": torch.zeros(3)}}, "param_groups": []}],
    )
    monkeypatch.undo()
    allowed = set(torch.serialization.get_safe_globals())
    report = load_esser_checkpoint(path, VQGAN(SMALL), PatchDiscriminator(8))
    assert report.steps == 1200
    assert "pytorch_lightning" not in sys.modules
    assert not any(name.startswith("omegaconf") for name in sys.modules)
    assert set(torch.serialization.get_safe_globals()) == allowed


def test_that_other_objects_are_refused_and_the_error_says_how_to_strip_the_file(
    tmp_path: Path, lightning: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _saved(tmp_path / "x.ckpt", _original(), model=lightning.VQModel())
    monkeypatch.undo()
    with pytest.raises(WeightsError, match=r"taming\.models\.vqgan\.VQModel") as caught:
        load_esser_checkpoint(path, VQGAN(SMALL), None)
    assert "torch.save({'state_dict': c['state_dict']}" in str(caught.value)


class _Call:
    """Pickles as a call of a function."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return self.call


@pytest.mark.parametrize("function", [exec, __import__("os").system, __import__("shutil").rmtree])
def test_that_a_file_that_would_run_code_is_refused_and_runs_none(tmp_path: Path, function: Any) -> None:
    mark = tmp_path / "ran"
    path = _saved(tmp_path / "x.ckpt", _original(), hook=_Call(function, f"touch {mark}"))
    with pytest.raises(WeightsError, match="unsupported objects"):
        load_esser_checkpoint(path, VQGAN(SMALL), None)
    assert not mark.exists()


def test_that_files_that_are_no_checkpoints_are_refused(tmp_path: Path) -> None:
    good = _saved(tmp_path / "good.ckpt", _original())
    cut = tmp_path / "cut.ckpt"
    cut.write_bytes(good.read_bytes()[:-2000])
    (tmp_path / "text.ckpt").write_text("no weights here")
    torch.save([1, 2], tmp_path / "list.ckpt")
    torch.save({"state_dict": {"a": 1}}, tmp_path / "numbers.ckpt")
    with zipfile.ZipFile(tmp_path / "zip.ckpt", "w") as archive:
        archive.writestr("a", "b")
    for name in ("none", "cut", "text", "list", "numbers", "zip"):
        with pytest.raises(WeightsError) as caught:
            load_esser_checkpoint(tmp_path / f"{name}.ckpt", VQGAN(SMALL), None)
        assert f"{name}.ckpt" in str(caught.value)


def test_that_the_test_s_lightning_file_does_hold_foreign_names(
    tmp_path: Path, lightning: types.SimpleNamespace
) -> None:
    path = _saved(tmp_path / "x.ckpt", {}, callbacks={lightning.ModelCheckpoint: {}})
    with zipfile.ZipFile(path) as archive:
        data = archive.read(next(n for n in archive.namelist() if n.endswith("data.pkl")))
    names = {argument for op, argument, _ in pickletools.genops(io.BytesIO(data)) if op.name == "GLOBAL"}
    assert "pytorch_lightning.callbacks.model_checkpoint ModelCheckpoint" in names


def test_that_a_training_starts_from_a_checkpoint(tmp_path: Path) -> None:
    state = {k: v for k, v in _original().items() if not k.startswith("loss.")}
    path = _saved(tmp_path / "start.ckpt", state)
    settings = dataclasses.replace(PRESETS["paper"].training, perceptual=0.0, gan=0.0, learning_rate=1e-12)
    images = [np.full((32, 32, 3), 90, np.uint8)] * 2
    training = VqganTraining(images, checkpoint_network(path), settings, Budget(steps=1), seed=5, esser=path)
    *_, result = train_vqgan(training)
    assert isinstance(result, TrainedNetwork)
    trained = result.vqgan.state_dict()
    assert all(torch.allclose(trained[name], value, atol=1e-6) for name, value in state.items())
