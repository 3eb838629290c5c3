"""The network ``esser`` against the literal one, and that one against sums written out in numpy."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from vqganodip.errors import SettingsError
from vqganodip.neural.inference import for_inference
from vqganodip.neural.networks.discriminator import PatchDiscriminator
from vqganodip.neural.networks.literal_vqgan import LiteralVqgan, discriminate
from vqganodip.neural.networks.losses import adaptive_weight, gan_loss
from vqganodip.neural.networks.quantizer import VectorQuantizer
from vqganodip.neural.networks.vqgan import VQGAN, AttnBlock, Downsample, ResnetBlock, Upsample
from vqganodip.presets import ESSER
from vqganodip.settings import Precision

BETA = 0.25
"""The commitment cost of Esser et al.'s code."""

BETA_WEIGHTS = {"text": (1.0, BETA), "legacy": (BETA, 1.0)}
"""(codebook, commitment) weights, as in van den Oord et al. (2017, eq. 3) and as in the code of Esser et al."""

SMALL = dataclasses.replace(ESSER, channels=32, n_embed=24, embed_dim=16)
Array = NDArray[np.float64]


def _shaken(network: nn.Module, seed: int = 0) -> nn.Module:
    """The network with weights that leave no term out: norms start at 1 and 0, which would hide them."""
    draws = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for p in network.parameters():
            p.add_(torch.randn(p.shape, generator=draws) * (0.2 if p.dim() == 1 else 0.02))
    return network


@pytest.fixture(scope="module")
def network() -> VQGAN:
    model = VQGAN(SMALL).eval()
    _shaken(model)
    with torch.no_grad():  # a codebook that lies among the latents, so that distances decide
        model.quantize.embedding.weight.copy_(torch.randn(24, 16, generator=torch.Generator().manual_seed(1)) * 0.3)
    return model


@pytest.fixture(scope="module")
def image() -> Tensor:
    return torch.rand(2, 3, 64, 96, generator=torch.Generator().manual_seed(2)) * 2 - 1


def _array(x: Tensor) -> Array:
    return x.detach().double().numpy()


def _numpy_conv(x: Array, weight: Array, bias: Array, stride: int = 1) -> Array:
    """C×H×W, no padding: every output is a sum written out."""
    out, _, kh, kw = weight.shape
    height, width = (x.shape[1] - kh) // stride + 1, (x.shape[2] - kw) // stride + 1
    y = np.empty((out, height, width))
    for i in range(height):
        for j in range(width):
            window = x[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = (weight * window).sum((1, 2, 3)) + bias
    return y


def _numpy_norm(x: Array, weight: Array, bias: Array) -> Array:
    groups = x.reshape(32, -1)
    normed = (groups - groups.mean(1, keepdims=True)) / np.sqrt(groups.var(1, keepdims=True) + 1e-6)
    return normed.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]


def test_that_a_residual_block_is_norm_swish_conv_twice_plus_the_input() -> None:
    block = _shaken(ResnetBlock(32, 64, 32))
    x = torch.randn(1, 32, 5, 4, generator=torch.Generator().manual_seed(3))
    w = {k: _array(v) for k, v in block.state_dict().items()}
    h = _array(x)[0]
    for n in "12":
        h = _numpy_norm(h, w[f"norm{n}.weight"], w[f"norm{n}.bias"])
        h = np.pad(h / (1 + np.exp(-h)), ((0, 0), (1, 1), (1, 1)))
        h = _numpy_conv(h, w[f"conv{n}.weight"], w[f"conv{n}.bias"])
    h += _numpy_conv(_array(x)[0], w["nin_shortcut.weight"], w["nin_shortcut.bias"])
    assert _array(block(x))[0] == pytest.approx(h, abs=1e-4)


def test_that_the_norm_has_32_groups_and_an_epsilon_of_1e_6() -> None:
    norms = [m for m in VQGAN(SMALL).modules() if isinstance(m, nn.GroupNorm)]
    assert {(m.num_groups, m.eps) for m in norms} == {(32, 1e-6)}
    quiet = torch.randn(1, 32, 4, 4) * 1e-3  # where the epsilon decides
    assert _array(norms[0](quiet))[0] == pytest.approx(
        _numpy_norm(_array(quiet)[0], np.ones(32), np.zeros(32)), abs=1e-5
    )


def test_that_norm_groups_must_divide_the_channels() -> None:
    with pytest.raises(SettingsError, match="32 groups"):
        dataclasses.replace(ESSER, channels=48)


def test_that_attention_divides_by_the_root_of_the_channels() -> None:
    block = _shaken(AttnBlock(32, 32))
    with torch.no_grad():
        for layer in (block.q, block.k):
            layer.weight.mul_(6)  # type: ignore[operator]  # a matrix far from uniform
    x = torch.randn(1, 32, 3, 4, generator=torch.Generator().manual_seed(4))
    w = {k: _array(v) for k, v in block.state_dict().items()}
    normed = _numpy_norm(_array(x)[0], w["norm.weight"], w["norm.bias"])
    q, k, v = (_numpy_conv(normed, w[f"{n}.weight"], w[f"{n}.bias"]).reshape(32, 12) for n in "qkv")
    looked = np.empty((32, 12))
    for i in range(12):
        weights = np.exp(q[:, i] @ k / np.sqrt(32))
        looked[:, i] = v @ (weights / weights.sum())
    expected = _array(x)[0] + _numpy_conv(looked.reshape(32, 3, 4), w["proj_out.weight"], w["proj_out.bias"])
    assert _array(block(x))[0] == pytest.approx(expected, abs=1e-4)


def test_that_downsampling_pads_one_row_below_and_one_column_at_the_right() -> None:
    layer = _shaken(Downsample(4))
    x = torch.randn(1, 4, 6, 8)
    padded = np.pad(_array(x)[0], ((0, 0), (0, 1), (0, 1)))
    expected = _numpy_conv(padded, _array(layer.conv.weight), _array(layer.conv.bias), stride=2)
    assert _array(layer(x))[0] == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_that_upsampling_repeats_pixels_and_convolves(dtype: torch.dtype) -> None:
    layer = _shaken(Upsample(4))
    x = torch.randn(1, 4, 3, 2).to(dtype)
    repeated = np.pad(_array(x)[0].repeat(2, 1).repeat(2, 2), ((0, 0), (1, 1), (1, 1)))
    expected = _numpy_conv(repeated, _array(layer.conv.weight), _array(layer.conv.bias))
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=dtype == torch.bfloat16):
        got = layer(x)
    assert _array(got)[0] == pytest.approx(expected, abs=1e-5 if dtype == torch.float32 else 0.02)


def test_that_the_whole_network_is_the_literal_one(network: VQGAN, image: Tensor) -> None:
    literal = LiteralVqgan(network.state_dict())
    with torch.no_grad():
        wanted, codes, latents = literal(image)
        got, quantized, z = network(image)
    assert wanted.std() > 0.1
    assert len(codes.unique()) > 4
    assert torch.allclose(z, latents, atol=1e-4)
    assert quantized.codes.flatten().tolist() == codes.tolist()
    assert torch.allclose(got, wanted, atol=2e-4)


def test_that_gradients_are_those_of_the_literal_network(network: VQGAN, image: Tensor) -> None:
    names = ["encoder.conv_in.weight", "quantize.embedding.weight", "decoder.conv_out.weight", "quant_conv.bias"]
    state = {k: v.clone().requires_grad_() for k, v in network.state_dict().items()}
    literal = LiteralVqgan(state)
    z = literal.encode(image)
    z_q, _, loss = literal.quantize(z)
    ((literal.decode(z_q) - image).abs().mean() + loss).backward()
    y, quantized, _ = network(image)
    codebook, commitment = BETA_WEIGHTS["legacy"]
    terms = codebook * quantized.codebook_loss + commitment * quantized.commitment_loss
    network.zero_grad()
    ((y - image).abs().mean() + terms).backward()
    for name in names:
        expected, got = state[name].grad, network.get_parameter(name).grad
        assert expected is not None
        assert got is not None
        assert torch.allclose(got, expected, atol=1e-3 * float(expected.abs().max()), rtol=1e-2), name


@pytest.mark.parametrize("legacy", [True, False])
def test_that_beta_lies_on_the_codebook_term_in_the_released_code_and_on_commitment_in_the_text(legacy: bool) -> None:
    quantizer = VectorQuantizer(6, 4)
    with torch.no_grad():
        quantizer.embedding.weight.copy_(torch.randn(6, 4))
    z = torch.randn(1, 4, 2, 3, requires_grad=True)
    state = {"quantize.embedding.weight": quantizer.embedding.weight.detach().clone().requires_grad_()}
    _, _, wanted = LiteralVqgan(state).quantize(z, BETA, legacy=legacy)
    wanted_grad = torch.autograd.grad(wanted, (z, state["quantize.embedding.weight"]))
    out = quantizer(z)
    codebook, commitment = BETA_WEIGHTS["legacy" if legacy else "text"]
    got = codebook * out.codebook_loss + commitment * out.commitment_loss
    got_grad = torch.autograd.grad(got, (z, quantizer.embedding.weight))
    assert got.item() == pytest.approx(wanted.item(), rel=1e-5)
    assert all(torch.allclose(a, b, atol=1e-6) for a, b in zip(got_grad, wanted_grad, strict=True))


def test_that_the_nearest_entry_is_that_of_the_written_out_distances() -> None:
    quantizer = VectorQuantizer(7, 3)
    z = torch.randn(1, 3, 4, 5) * 0.2
    book, latents = _array(quantizer.embedding.weight), _array(z)[0].reshape(3, -1).T
    distances = np.array([[((a - b) ** 2).sum() for b in book] for a in latents])
    assert quantizer(z).codes.flatten().tolist() == distances.argmin(1).tolist()


@pytest.mark.parametrize("training", [True, False])
def test_that_the_discriminator_is_the_literal_one(training: bool) -> None:
    critic = _shaken(PatchDiscriminator(8)).train(training)
    with torch.no_grad():
        for m in critic.modules():
            if isinstance(m, nn.BatchNorm2d):
                m.running_mean.normal_()  # type: ignore[union-attr]
                m.running_var.uniform_(0.5, 2.0)  # type: ignore[union-attr]
    x = torch.randn(2, 3, 64, 64)
    state = {k: v.clone() for k, v in critic.state_dict().items()}
    with torch.no_grad():
        assert torch.allclose(critic(x), discriminate(state, x, training=training), atol=1e-5)


def test_that_the_adaptive_weight_compares_gradients_at_the_last_layer_and_stays_below_1e4(
    network: VQGAN, image: Tensor
) -> None:
    critic = _shaken(PatchDiscriminator(8)).eval()
    y, _, _ = network(image)
    reconstruction, gan = (y - image).abs().mean(), gan_loss(critic(y), "hinge")
    weight = float(adaptive_weight(reconstruction, gan, network.last_layer, 1e-6))
    state = {k: v.clone() for k, v in network.state_dict().items()}
    last = state["decoder.conv_out.weight"].requires_grad_()
    again = LiteralVqgan(state)(image)[0]
    rec = torch.autograd.grad((again - image).abs().mean(), last, retain_graph=True)[0]
    fake = discriminate(critic.state_dict(), again, training=False)
    adversarial = torch.autograd.grad(-fake.mean(), last)[0]
    assert weight == pytest.approx(
        float(rec.square().sum().sqrt() / (adversarial.square().sum().sqrt() + 1e-6)), rel=1e-3
    )
    y, _, _ = network(image)
    assert float(adaptive_weight((y - image).abs().mean(), y.mean() * 0, network.last_layer, 1e-6)) == 1e4


def test_that_inference_in_bfloat16_gives_what_autocast_gives_to_the_bit(image: Tensor) -> None:
    model = VQGAN(SMALL).eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    x = image.contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        wanted = model(x)[0].detach().clone()
        fast = for_inference(model, Precision.BFLOAT16)
        with torch.inference_mode():
            got = fast(x)[0]
    assert torch.equal(got, wanted)
    assert x.equal(image)  # nothing wrote into the input
