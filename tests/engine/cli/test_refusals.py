"""Refusals before the first image is read, in one line, by every verb."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from engine.command_line import run
from engine.tiny_boards import write_tiny_line
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle, run_folder_of
from vqganodip.errors import BundleError
from vqganodip.inspection.inspector import _check_metrics
from vqganodip.scoring.composite import MAX_SEED


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data sets and a copy of the bundle that ships; nothing here reads a picture."""
    folder = tmp_path_factory.mktemp("data")
    write_tiny_line(folder / "line", train=4, good=3, defective=3)
    write_tiny_line(folder / "few", train=3, good=2, defective=3)
    shutil.copytree(DEMO_BUNDLE, folder / "bundle")
    (folder / "file").write_text("")
    unfinished = run_folder_of(folder / "begun")
    unfinished.mkdir()
    (unfinished / "run.json").write_text(
        json.dumps({"state": "running", "step": 7, "seconds": 1.0, "fingerprint": {}}), encoding="utf-8"
    )
    return folder


@pytest.fixture
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError("a picture was read")

    for module in ("inspection.inspector", "training.images", "turing.stimuli"):
        monkeypatch.setattr(f"vqganodip.{module}.read_image", read)
    monkeypatch.setattr("vqganodip.datasets.synthetic.dataset.render_board", read)


BAD_FILES = (("no/such/x.json", "no such folder"), ("file/x.json", "cannot be written"), ("bundle", "this is a folder"))

REFUSED = [
    ("fit line --bundle bundle --classifiers ET,Nonsense", 1, "unknown classifier 'Nonsense'"),
    ("fit line --bundle bundle --classifiers ET,ET", 1, "named once"),
    ("fit line --bundle bundle --seed -1", 2, "--seed"),
    (f"fit line --bundle bundle --seed {MAX_SEED + 1}", 1, "cannot be used"),
    ("fit few --bundle bundle", 1, "2 normal images in 2 groups are too few"),
    ("fit line --bundle nowhere", 1, "no model bundle"),
    ("fit line --bundle bundle --groups nowhere.csv", 1, "nowhere.csv"),
    ("fit line --bundle bundle --review-seconds 0", 2, "--review-seconds"),
    ("train few --bundle new --steps 1", 1, "3 usable normal images are too few"),
    ("train line --bundle file --steps 1", 1, "this is no folder"),
    ("train line --bundle begun --steps 1", 1, "unfinished training"),
    ("train line --bundle new --steps 1 --devices 9999", 1, "9999 devices"),
    ("train line --bundle new --steps 1 --seed -1", 2, "--seed"),
    ("train line --bundle new --steps 1 --ema 1.5", 1, "ema"),
    ("train line --bundle new --steps 1 --preset paper --imagenet-weights few", 1, "few"),
    ("train line --bundle new --steps 1 --preset paper --start-from-esser file", 1, "file"),
    ("inspect line --bundle bundle --panels file", 1, "this is no folder"),
    ("inspect line nowhere --bundle bundle", 1, "nowhere"),
    ("evaluate line --bundle nowhere", 1, "no model bundle"),
    ("ignore --bundle bundle --box 1,1,9,9 --picture no/such/x.png", 1, "no such folder"),
    ("ignore --bundle bundle --box 1,1,9,9 --picture file/x.png", 1, "cannot be written"),
    ("render file --good 1 --seed 1", 1, "this is no folder"),
    ("render file/x --good 1 --seed 1", 1, "Not a directory"),
    ("render new --good 1 --seed 1 --size 700", 1, "700"),
    ("render new --good 1 --seed 1 --product nonsense", 1, "nonsense"),
    ("render new --good 1 --seed 1 --variation -1", 1, "variation"),
    ("render new --good 1 --seed 1 --variation nan", 1, "variation"),
    ("vtt prepare bundle line file", 1, "this is no folder"),
    ("vtt prepare bundle line study --trials 6", 1, "6 trials"),
    ("vtt prepare bundle line study --alpha 2", 1, "level"),
    ("vtt simulate file", 1, "this is no folder"),
    ("vtt audit nowhere --justify sharpness", 2, "FEATURE=REASON"),
]


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize(("words", "code", "said"), REFUSED, ids=[words for words, _, _ in REFUSED])
def test_that_it_is_refused_before_a_picture_is_read(
    words: str, code: int, said: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(data)
    before = sorted(data.rglob("*"))
    assert run(*words.split()) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    errors = [line for line in err.splitlines() if line.startswith("vqganodip: ")]
    assert len(errors) == (code == 1)
    assert sorted(data.rglob("*")) == before


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize(("place", "said"), BAD_FILES, ids=[place for place, _ in BAD_FILES])
@pytest.mark.parametrize(
    "words",
    [
        "fit line --bundle bundle --json=",
        "fit line --bundle bundle --html=",
        "fit line --bundle bundle --csv=",
        "train line --bundle new --steps 1 --json=",
        "inspect line --bundle bundle --json=",
        "evaluate line --bundle bundle --json=",
        "bench --bundle bundle --json=",
        "ignore --bundle bundle --box 1,1,9,9 --json=",
        "report --workspace nowhere --out=",
        "export --workspace nowhere --format csv --out=",
        "render new --good 1 --seed 1 --json=",
        "recalibrate nowhere --bundle bundle --json=",
        "grow nowhere --bundle bundle --data line --out new --json=",
        "threshold nowhere --bundle bundle --json=",
        "verify nowhere --json=",
        "vtt simulate new --json=",
    ],
)
def test_that_a_file_that_cannot_be_written_is_refused_before_the_work(
    words: str, place: str, said: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(data)
    before, bundle = sorted(data.rglob("*")), open_bundle(data / "bundle").sha256
    assert run(*f"{words}{place}".split()) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"vqganodip: {place.rpartition('/')[0] if 'no such' in said else place}: ")
    assert said in err
    assert err.count("\n") == 1
    assert sorted(data.rglob("*")) == before
    assert open_bundle(data / "bundle").sha256 == bundle


def test_that_a_score_with_an_unknown_metric_is_refused_when_the_bundle_is_opened() -> None:
    class Scorer:
        names = ("raw.image.mse", "raw.image.of_tomorrow")

    with pytest.raises(BundleError, match=r"needs the metric raw\.image\.of_tomorrow"):
        _check_metrics(Scorer(), Path("b"))  # type: ignore[arg-type]
