"""The verbs of the gate, from judgments to a filter and back."""

from __future__ import annotations

import io
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from engine.command_line import run
from engine.gate_boards import GateInspector, add_board, confirm_boards, judged, pictures
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration import learn_gate
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.records import Inspection
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind, QueueFilter
from vqganodip.scoring.gate_fit import fit_gate
from vqganodip.store.workspace import open_workspace


class DemoInspector(GateInspector):
    """Inspector whose boards are those of the shipped bundle."""

    bundle_sha256 = open_bundle(DEMO_BUNDLE).sha256


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with people; quality has confirmed 12 good boards and 6 with defects."""
    monkeypatch.setattr(learn_gate, "fit_gate", partial(fit_gate, trees=60))
    with open_workspace(tmp_path / "ws") as opened:
        people = People(opened.repository)
        admin = people.register("Ada", Role.ADMIN, "1111")
        people.register("Q", Role.QUALITY, "2222", admin)
        people.register("Op", Role.OPERATOR, "3333", admin)
        confirm_boards(opened, good=12, bad=6, bundle=DemoInspector.bundle_sha256)
        single = add_board(opened, 90, defect=True, bundle=DemoInspector.bundle_sha256)
        judged(opened, single, JudgmentKind.FALSE_CALL, "Op", "operator")
    return tmp_path / "ws"


class Said:
    """The program with a PIN on standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path) -> None:
        self._patch, self._capsys, self._place = monkeypatch, capsys, place

    def __call__(self, verb: str, *more: object, pin: str = "") -> tuple[int, str, str]:
        self._patch.setattr("sys.stdin", io.StringIO(f"{pin}\n"))
        self._capsys.readouterr()
        code = run("gate", verb, self._place, *more, "--bundle", DEMO_BUNDLE)
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, verb: str, *more: object, pin: str = "") -> Any:
        code, out, err = self(verb, *more, "--json", pin=pin)
        assert code == 0, err
        return json.loads(out)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path) -> Said:
    return Said(monkeypatch, capsys, place)


def inspected(place: Path, folder: Path) -> list[Inspection]:
    inspector = DemoInspector()
    with open_workspace(place) as opened:
        boards = inspect_folder(inspector, folder, opened.repository, opened.panels, gates=opened.gates)
        assert list(boards)
        items = opened.repository.whole_items(opened.repository.item_ids(QueueFilter()))
    return [item.inspection for item in items if item.inspection.image.parent == folder]


def test_the_way_from_judgments_to_a_filter_and_back(said: Said, place: Path, tmp_path: Path) -> None:
    assert said("show")[1].splitlines()[0] == "No gate is in force"
    code, out, err = said("learn", "--synthetic", 0)
    assert code == 0, err
    assert "Confirmed: 6 boards with defects, 12 good" in out
    assert "Not entering: 1 judged by one person only" in out
    assert "It may not filter: not yet: 6 of 20 confirmed defects" in out
    first = said.json("show")["gates"][0]
    as_quality = ("--gate", first[:10], "--operator", "Q")
    assert said("level", "advice", *as_quality, pin="9999")[0] == 1
    assert "no reason is given" in said("level", "advice", *as_quality, pin="2222")[2]
    assert (
        "may not set the level of the gate"
        in said("level", "advice", "--gate", first[:10], "--operator", "Op", "--reason", "x", pin="3333")[2]
    )
    assert "not yet: 6 of 20" in said("level", "filter", *as_quality, "--reason", "x", pin="2222")[2]
    assert said("level", "shadow", *as_quality, "--reason", "first look", pin="2222")[0] == 0
    with open_workspace(place) as opened:
        for number in range(200, 218):
            item = add_board(opened, number, defect=True, bundle=DemoInspector.bundle_sha256)
            judged(opened, item, JudgmentKind.NG)
    learned = said.json("learn", "--synthetic", 0)
    assert learned["labels"]["defects"] == 24
    assert learned["report"]["may_filter"]
    assert learned["before"]["defects"] == learned["after"]["defects"] == 24, "on the same boards"
    second = learned["gate"]
    level = said.json(
        "level", "filter", "--gate", second, "--operator", "Q", "--reason", "0 of 24", "--share", 0.01, pin="2222"
    )
    assert (level["level"], level["role"], level["report"]["cleared"]) == ("filter", "quality", 0)
    found = inspected(place, pictures(tmp_path / "line", good=12))
    passed = sum(bool(one.cleared_by) for one in found)
    assert passed >= 4
    cleared = said.json("cleared", "--last", 2)
    assert cleared["cleared"] == passed
    assert [board["gate"] for board in cleared["boards"]] == [second, second]
    assert "of the trees see a defect" in said("cleared")[1]
    code, out, err = said("level", "shadow", "--operator", "Op", pin="3333")
    assert (code, err) == (0, ""), "one key back, for everyone who judges"
    lines = said("show")[1]
    assert f"In force: gate {second[:12]} in shadow" in lines
    assert "Q: gate" in lines
    assert run("verify", place) == 0


def test_that_an_ng_raises_an_alarm_that_show_prints(said: Said, place: Path, tmp_path: Path) -> None:
    with open_workspace(place) as opened:
        for number in range(200, 218):
            item = add_board(opened, number, defect=True, bundle=DemoInspector.bundle_sha256)
            judged(opened, item, JudgmentKind.NG)
    gate = said.json("learn", "--synthetic", 0)["gate"]
    words = ("--gate", gate, "--operator", "Q", "--reason", "x")
    assert said("level", "filter", *words, pin="2222")[0] == 0
    inspected(place, pictures(tmp_path / "line", good=12))
    with open_workspace(place) as opened:
        items = opened.repository.whole_items(opened.repository.item_ids(QueueFilter()))
        drawn = next(item for item in items if item.inspection.gate and item.inspection.gate.drawn)
        judged(opened, drawn, JudgmentKind.NG, "Op", "operator")
    shown = said.json("show")
    assert shown["level"] == "shadow"
    assert f"Board number {drawn.item_id}" in shown["alarm"]
    assert "ALARM: " in said("show")[1]


def test_that_an_unknown_gate_and_an_open_station_are_said(
    said: Said, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "0 gates begin with abc" in said("level", "shadow", "--gate", "abc", "--operator", "Q", pin="2222")[2]
    with open_workspace(tmp_path / "open"):
        pass
    assert run("gate", "learn", tmp_path / "open", "--bundle", DEMO_BUNDLE) == 1
    assert "a gate needs two boards with confirmed defects" in capsys.readouterr().err
