"""Benchmark of the engine's networks against the literal network of Esser et al. (2021): time, memory, equality.

    python tests/bench/bench_networks.py [--size 1024] [--repeats 3] [--threads 2] [--image BOARD.png] [--json]

All run on one board and one machine, in turn, each pass in its own process, so that the load of the machine affects all
of them. ``literal`` is ``vqganodip/neural/networks/literal_vqgan.py``: float32, contiguous, with the whole attention
matrix and every activation of the encoder in memory. ``esser`` is the engine's network of that shape with the same
weights; ``compact`` is the network that the preset ``robust`` trains on registered products. Weights are random, which
does not affect the times; the codebook is drawn around real latents and the last layer scaled to the range of images,
so that equality is not trivial. Wall-clock time and processor time are medians over the repeats; the ratio of processor
times is the least sensitive to other load. Memory is the peak resident size during the pass above that before it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
for folder in ("core", "tests"):  # runs from a checkout without being installed
    sys.path.insert(0, str(ROOT / folder))

KINDS: Final = ("literal", "esser", "compact")
PASSES: Final = {"literal": 1, "esser": 1, "compact": 5}


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def resident_mib(what: str) -> float:
    """``VmRSS`` now, or ``VmHWM``, the most since ``forget_peak``."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{what}:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this benchmark reads memory from /proc and runs on Linux only")


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def prepare(folder: Path, size: int, image: str) -> None:
    """Write the board, and one set of weights for literal and esser."""
    import numpy as np
    import torch
    from safetensors.torch import save_file

    from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
    from vqganodip.datasets.synthetic.render import render_board
    from vqganodip.imaging.decoding import read_image, resize
    from vqganodip.neural.networks.literal_vqgan import LiteralVqgan
    from vqganodip.neural.networks.vqgan import VQGAN
    from vqganodip.presets import ESSER

    pixels = read_image(Path(image)).pixels if image else render_board(DEMO_PRODUCT, 1).image
    np.save(folder / "board.npy", resize(pixels, (size, size)))
    torch.manual_seed(0)
    state = {k: v.clone() for k, v in VQGAN(ESSER).state_dict().items()}
    literal = LiteralVqgan(state)
    with torch.no_grad():
        x = tensor(resize(pixels, (128, 128)))
        z = literal.encode(x)
        mean, std = z.mean((0, 2, 3)), z.std((0, 2, 3))
        state["quantize.embedding.weight"] = mean + std * torch.randn(ESSER.n_embed, ESSER.embed_dim)
        y = literal.decode(literal.quantize(z)[0])
        for name in ("weight", "bias"):
            state[f"decoder.conv_out.{name}"] /= 3.0 * float(y.std())
    save_file(state, folder / "esser.safetensors")


def tensor(pixels: Any) -> Any:
    """uint8 H×W×3 → float32 1×3×H×W in [-1, 1]."""
    import torch

    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float().div_(127.5).sub_(1.0).contiguous()


def measure(folder: Path, kind: str, check: bool) -> dict[str, Any]:
    """One kind in this process: the seconds and the memory of a pass, and where asked how equal it is."""
    import numpy as np
    import torch

    x = tensor(np.load(folder / "board.npy"))
    run = literal_pass(folder) if kind == "literal" else engine_pass(folder, kind, x.shape[-1])
    run(x[..., :64, :64])  # loads the kernels
    forget_peak()
    before, wall, processor = resident_mib("VmRSS"), [], []
    for _ in range(PASSES[kind]):
        start = time.perf_counter(), time.process_time()
        y, codes = run(x)
        wall.append(time.perf_counter() - start[0])
        processor.append(time.process_time() - start[1])
    result: dict[str, Any] = {
        "wall_s": statistics.median(wall),
        "processor_s": statistics.median(processor),
        "peak_mib": resident_mib("VmHWM") - before,
        "threads": torch.get_num_threads(),
    }
    if kind == "literal" and check:
        np.savez(folder / "literal.npz", y=y.numpy(), codes=codes.numpy())
    elif kind == "esser" and check:
        result["equality"] = equality(folder, x, y, codes)
    return result


def literal_pass(folder: Path) -> Any:
    import torch
    from safetensors.torch import load_file

    from vqganodip.neural.networks.literal_vqgan import LiteralVqgan

    literal = LiteralVqgan(load_file(folder / "esser.safetensors"))

    def run(x: Any) -> Any:
        with torch.no_grad():
            y, codes, _ = literal(x)
        return y, codes

    return run


def engine_network(folder: Path, kind: str, size: int) -> Any:
    import torch
    from safetensors.torch import load_file

    from vqganodip.neural.networks.vqgan import VQGAN
    from vqganodip.presets import ESSER, PRESETS, for_position

    torch.manual_seed(0)
    if kind == "compact":
        net = for_position(PRESETS["robust"], True).network
        return VQGAN(net, (size // net.downsampling, size // net.downsampling)).eval()
    network = VQGAN(ESSER).eval()
    network.load_state_dict(load_file(folder / "esser.safetensors"))
    return network


def engine_pass(folder: Path, kind: str, size: int) -> Any:
    """As an inspection with a bundle of earlier versions runs it: bfloat16, channels last."""
    import torch

    from vqganodip.neural.inference import for_inference
    from vqganodip.settings import Precision

    network = for_inference(engine_network(folder, kind, size), Precision.BFLOAT16)

    def run(x: Any) -> Any:
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            y, quantized, _ = network(x)
        return y, quantized.codes.flatten()

    return run


def equality(folder: Path, x: Any, y: Any, codes: Any) -> dict[str, Any]:
    """Against the literal output: in float32, in bfloat16, and the bfloat16 decoder on the literal codes."""
    import numpy as np
    import torch

    from vqganodip.neural.inference import for_inference
    from vqganodip.settings import Precision

    with np.load(folder / "literal.npz") as stored:
        wanted, wanted_codes = torch.from_numpy(stored["y"]), torch.from_numpy(stored["codes"])
    network = engine_network(folder, "esser", x.shape[-1]).to(memory_format=torch.channels_last)
    with torch.inference_mode():
        exact, quantized, _ = network(x.contiguous(memory_format=torch.channels_last))
        same = {"float32": compared(exact, wanted, quantized.codes.flatten(), wanted_codes)}
        same["bfloat16"] = compared(y, wanted, codes, wanted_codes)
        entries = network.quantize.embedding.weight[wanted_codes]
        side = x.shape[-1] // network.net.downsampling
        z_q = entries.view(1, side, side, -1).permute(0, 3, 1, 2)
        with torch.autocast("cpu", torch.bfloat16):
            decoded = for_inference(network, Precision.BFLOAT16).decode(z_q)
        same["bfloat16, same codes"] = compared(decoded, wanted, wanted_codes, wanted_codes)
    return same


def compared(y: Any, wanted: Any, codes: Any, wanted_codes: Any) -> dict[str, float]:
    difference = (y - wanted).abs()
    grey = (y.clamp(-1, 1) - wanted.clamp(-1, 1)).abs() * 127.5
    return {
        "equal_codes": float((codes == wanted_codes).float().mean()),
        "max": float(difference.max()),
        "mean": float(difference.mean()),
        "max_grey": float(grey.max()),
        "mean_grey": float(grey.mean()),
        "range": float(wanted.max() - wanted.min()),
    }


def child(folder: Path, kind: str, threads: int, *more: str) -> dict[str, Any]:
    """This script again, in a process of its own."""
    environment = {**os.environ, "GOMP_SPINCOUNT": "1000"}
    if threads:
        environment["OMP_NUM_THREADS"] = str(threads)
    command = [sys.executable, __file__, "--child", kind, "--folder", str(folder), *more]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{kind} failed:\n{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def bench(size: int, repeats: int, threads: int, image: str, talk: bool) -> dict[str, Any]:
    runs: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        child(folder, "prepare", threads, "--size", str(size), "--image", image)
        for repeat in range(repeats):
            for kind in KINDS:
                runs[kind].append(child(folder, kind, threads, *(["--check"] if repeat == 0 else [])))
                if talk:
                    last = runs[kind][-1]
                    words = f"wall {last['wall_s']:8.2f} s  processor {last['processor_s']:8.2f} s"
                    say(f"  run {repeat + 1}  {kind:8}  {words}  {last['peak_mib']:6.0f} MiB")
    medians = {
        kind: {key: statistics.median(run[key] for run in of_kind) for key in ("wall_s", "processor_s", "peak_mib")}
        for kind, of_kind in runs.items()
    }
    pairs = {kind: list(zip(runs["literal"], runs[kind], strict=True)) for kind in KINDS[1:]}
    return {
        "size": size,
        "repeats": repeats,
        "threads": runs["literal"][0]["threads"],
        "median": medians,
        "ratio": {
            kind: {key: statistics.median(a[key] / b[key] for a, b in both) for key in ("wall_s", "processor_s")}
            for kind, both in pairs.items()
        },
        "equality": runs["esser"][0]["equality"],
    }


def report(found: dict[str, Any]) -> None:
    size = found["size"]
    say(f"\n{size}×{size} px, {found['threads']} threads, medians of {found['repeats']}, random weights")
    say(f"{'':10}{'wall s':>10}{'processor s':>13}{'peak MiB':>10}{'× wall':>9}{'× processor':>13}")
    for kind, values in found["median"].items():
        ratio = found["ratio"].get(kind, {"wall_s": 1.0, "processor_s": 1.0})
        line = f"{kind:10}{values['wall_s']:>10.2f}{values['processor_s']:>13.2f}{values['peak_mib']:>10.0f}"
        say(f"{line}{ratio['wall_s']:>9.1f}{ratio['processor_s']:>13.1f}")
    say("\nesser against literal     equal codes   max |Δ|  mean |Δ|   max grey  mean grey levels")
    for name, of in found["equality"].items():
        line = f"{name:25}{of['equal_codes']:>12.2%}{of['max']:>10.5f}{of['mean']:>10.5f}"
        say(f"{line}{of['max_grey']:>11.2f}{of['mean_grey']:>11.3f}")
    say("(images in [-1, 1]; grey levels of 255 after clipping. A code that flips between two near entries changes")
    say(" its neighbourhood, so the last line decodes the same codes.)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1024, help="side in pixels, a multiple of 16 from 64 on")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=0, help="0 leaves it to torch")
    parser.add_argument("--image", default="", help="a board; without it one is rendered")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    for hidden in ("--child", "--folder"):
        parser.add_argument(hidden, default="", help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.size < 64 or given.size % 16:
        parser.error("--size must be a multiple of 16 from 64 on")
    if given.child == "prepare":
        prepare(Path(given.folder), given.size, given.image)
        say("{}")
    elif given.child:
        say(json.dumps(measure(Path(given.folder), given.child, given.check)))
    else:
        found = bench(given.size, given.repeats, given.threads, given.image, talk=not given.json)
        if given.json:
            say(json.dumps(found))
        else:
            report(found)


if __name__ == "__main__":
    main()
