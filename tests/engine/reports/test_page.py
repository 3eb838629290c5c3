"""The HTML report: nothing from outside, nothing run, every figure right, and the verb that writes it."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from PIL import Image as Pillow

from vqganodip.bundles.archive import Bundle, write_bundle
from vqganodip.errors import BundleError, StoreError, plain
from vqganodip.records import GateLevel, GateOpinion, Label, LabelledImage, Panels, Reason, Verdict
from vqganodip.reports import NotInspected, ReportContent, gather, report_page
from vqganodip.reports.embedded_images import close_up_box
from vqganodip.reports.histogram import BINS, Series, bin_counts, histogram
from vqganodip.reports.markup import tag
from vqganodip.reports.wording import percent, score
from vqganodip.review.judgments import JudgmentKind
from vqganodip.scoring.leave_one_out import Protocol
from vqganodip.scoring.report import Report, report_to_dict
from vqganodip.scoring.report_row import RowKind, measured_row
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import SAMPLE_TIME, InMemoryRepository, sample_inspection, sample_judgment, sample_panels
from vqganodip.types import Box

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
SCORES = (0.91, 0.12, 0.5, 0.75, 0.3)
HOSTILE = "<script>alert(1)</script>\"'&\u202e\x00 http-equiv=x"


class KeptPanels:
    """Panels by key, as a workspace keeps them."""

    def __init__(self, panels: Panels | None = None) -> None:
        self._panels = panels
        self.asked: list[str] = []

    def read(self, key: str) -> Panels | None:
        self.asked.append(key)
        return self._panels


class Seen(HTMLParser):
    """The elements of a page in order, and whether each was closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((name, dict(attrs)))
        if name not in ("meta", "link", "img", "br"):
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += f"{data} "

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.elements if found == name]


def queue(scores: tuple[float, ...] = SCORES) -> InMemoryRepository:
    repository = InMemoryRepository()
    for number, value in enumerate(scores, start=1):
        repository.add_inspection(sample_inspection(number, score=value), f"SN {number}")
    return repository


def truth_of(labels: dict[int, Label]) -> list[LabelledImage]:
    return [LabelledImage(sample_inspection(n).image, label, "solder_bridge") for n, label in labels.items()]


def page_of(content: ReportContent, panels: KeptPanels | None = None, worst: int = 2) -> str:
    return report_page(content, panels or KeptPanels(sample_panels(512, 384)), worst=worst)


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """A bundle that holds a calibration and nothing else."""
    images = tuple(LabelledImage(Path(f"bad/{n}.png"), Label.DEFECTIVE) for n in range(25))
    images += tuple(LabelledImage(Path(f"good/{n}.png"), Label.NORMAL) for n in range(8))
    scores = np.array([0.5 + n / 60 for n in range(25)] + [0.6] + [0.1] * 7)
    row = measured_row("DLR", RowKind.CLASSIFIER, scores, [1] * 25 + [0] * 8, images)
    report = Report(
        protocol=Protocol.NESTED, search="quick", draws=12, seed=0, normal=8, abnormal=25, groups=33, parts=8,
        metrics=11, kept=4, chosen="DLR", rows=(row,), warnings=(plain("Few images."),),
    )  # fmt: skip
    rows = [{"image": i.path.name, "label": i.label, "score": float(s)} for i, s in zip(images, scores, strict=True)]
    contents = {
        "report": (".json", json.dumps(report_to_dict(report)).encode()),
        "scores": (".json", json.dumps({"protocol": "nested", "scores": rows}).encode()),
    }
    return write_bundle(tmp_path / "gearbox", contents)


def by_bundle(bundle: Bundle) -> InMemoryRepository:
    repository = InMemoryRepository()
    for number, value in enumerate(SCORES, start=1):
        inspection = replace(sample_inspection(number, score=value), bundle_sha256=bundle.sha256)
        repository.add_inspection(inspection, f"SN {number}")
    return repository


def test_that_the_page_needs_nothing_but_itself(bundle: Bundle) -> None:
    page = page_of(gather(by_bundle(bundle), made_at=NOW, bundle=bundle))
    bare = re.sub(r'"data:image/webp;base64,[A-Za-z0-9+/=]+"', '""', page)
    assert re.findall(r"(?i)https?:|//[a-z]|@import|url\((?!#)", bare) == []
    seen = Seen(page)
    assert seen.open == []
    assert not {"script", "iframe", "object", "embed", "form", "base"} & {name for name, _ in seen.elements}
    assert not [key for _, attributes in seen.elements for key in attributes if key.startswith("on")]
    assert all(str(picture["src"]).startswith("data:image/") for picture in seen.all("img"))
    policies = [m["content"] for m in seen.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    assert "default-src 'none'" in str(policies[0])


def test_that_every_text_from_outside_is_shown_and_never_obeyed() -> None:
    repository = InMemoryRepository()
    inspection = replace(sample_inspection(1, name=HOSTILE.replace("/", "_")), warnings=(plain(HOSTILE),))
    repository.add_inspection(inspection, HOSTILE)
    judgment = replace(sample_judgment(1, JudgmentKind.NG), defect_code=HOSTILE, comment=HOSTILE, operator=HOSTILE)
    repository.add_judgment(judgment)
    failed = [NotInspected(Path(HOSTILE), HOSTILE)]
    seen = Seen(page_of(gather(repository, made_at=NOW, workspace=HOSTILE, failed=failed)))
    assert seen.open == []
    assert "script" not in {name for name, _ in seen.elements}
    assert "\x00" not in seen.text
    assert "\u202e" not in seen.text
    shown = "<script>alert(1)</script>\"'&\\u202e\\x00 http-equiv=x"
    assert seen.text.count(shown) >= 7
    assert any(shown in str(picture["alt"]) for picture in seen.all("img"))


def test_that_the_same_content_gives_the_same_page() -> None:
    assert page_of(gather(queue(), made_at=NOW)) == page_of(gather(queue(), made_at=NOW))


def test_that_the_counts_are_those_of_the_queue() -> None:
    repository = queue()
    repository.add_judgment(sample_judgment(1, JudgmentKind.NG))
    repository.add_judgment(sample_judgment(3, JudgmentKind.FALSE_CALL))
    content = gather(repository, made_at=NOW, workspace="line 1")
    assert (len(content.boards), content.flagged, content.judged()) == (5, 3, 2)
    assert (content.judged(JudgmentKind.NG), content.judged(JudgmentKind.OK)) == (1, 0)
    assert [board.item.serial for board in content.boards] == ["SN 1", "SN 4", "SN 3", "SN 5", "SN 2"]
    text = " ".join(Seen(page_of(content)).text.split())
    assert "5 boards inspected; 3 flagged for a person to look at. 1 flagged board still waits for a judgment." in text
    assert "2026-03-02 06:30 UTC" in text
    assert "NG (Short), M. L." in text
    assert "What the calibration promised" not in text
    assert "Against ground truth" not in text


def test_that_ground_truth_gives_confusion_counts_at_the_threshold() -> None:
    truth = truth_of({1: Label.DEFECTIVE, 2: Label.NORMAL, 3: Label.NORMAL, 5: Label.DEFECTIVE})
    content = gather(queue(), made_at=NOW, truth=truth)
    counts = content.against_truth()
    assert counts is not None
    assert (counts.tp, counts.fp, counts.tn, counts.fn) == (1, 1, 1, 1)
    assert content.truth_auroc() == 0.75
    text = " ".join(Seen(page_of(content)).text.split())
    assert "1 missed of 2 defective boards" in text
    assert "1 false call on 2 normal boards. AUROC 0.750." in text
    assert "Missed: SN 5." in text
    assert "Without ground truth, and not counted here: 1 board." in text
    assert "defective (solder bridge)" in text
    assert "MISSED" in text


def test_that_the_page_speaks_of_the_doubtful_band() -> None:
    repository = InMemoryRepository()
    for number, value in enumerate(SCORES, start=1):
        repository.add_inspection(Thresholds(0.4, 0.8).apply(sample_inspection(number, score=value)), f"SN {number}")
    content = gather(repository, made_at=NOW)
    assert (content.flagged, content.in_doubt, content.held_elsewhere) == (3, 2, 0)
    page = page_of(content)
    text = " ".join(Seen(page).text.split())
    assert "0.4000: a board with this score or more is flagged; below 0.8000 the machine is in doubt" in text
    assert "2 of them in doubt" in text
    assert "score 0.750, in doubt" in text
    assert "doubtful band, scores 0.4000 to 0.8000: a person decides" in text
    assert "flagged from here, in doubt up to 0.8000" in text
    assert page.count("▲ in doubt") == 2


def test_that_boards_passed_by_a_gate_are_said_and_counted() -> None:
    repository = InMemoryRepository()
    opinion = GateOpinion("3f" * 32, GateLevel.FILTER, clears=True)
    passed = replace(sample_inspection(1, score=0.91), gate=opinion, verdict=Verdict.PASS)
    repository.add_inspection(passed, "SN 1")
    repository.add_inspection(sample_inspection(2, score=0.12), "SN 2")
    text = Seen(page_of(gather(repository, made_at=NOW))).text
    assert "1 board passed by a gate, with a score that flags." in text
    assert "○ passed by the gate" in text
    assert "○ passed " in text
    assert "gate" not in Seen(page_of(gather(queue(), made_at=NOW))).text


def test_that_a_threshold_that_was_changed_meanwhile_is_said_and_verdicts_stand() -> None:
    repository = InMemoryRepository()
    for number, value in enumerate(SCORES, start=1):
        inspection = Thresholds(0.4 if number < 4 else 0.2).apply(sample_inspection(number, score=value))
        moment = inspection.inspected_at + timedelta(minutes=number)
        repository.add_inspection(replace(inspection, inspected_at=moment), f"SN {number}")
    content = gather(repository, made_at=NOW, truth=truth_of({3: Label.NORMAL, 5: Label.DEFECTIVE}))
    assert (content.thresholds, content.held_elsewhere) == (Thresholds(0.2), 3)
    counts = content.against_truth()
    assert counts is not None
    assert (counts.tp, counts.fp, counts.tn, counts.fn) == (1, 1, 0, 0)
    text = " ".join(Seen(page_of(content)).text.split())
    assert "The threshold was changed meanwhile: 3 boards on this page had been held against the one before." in text


def test_that_the_page_repeats_what_the_calibration_promised(bundle: Bundle) -> None:
    content = gather(by_bundle(bundle), made_at=NOW, bundle=bundle)
    text = " ".join(Seen(page_of(content)).text.split())
    assert "Inspection report: gearbox" in text
    assert bundle.sha256 in text
    assert "0 missed of 25 defective images: with 95 % confidence fewer than 11.3 % are missed." in text
    assert "274 more defects without a miss" in text
    assert "nested (hyperparameters searched without the images that were judged)" in text
    assert "AUROC 0.968" in text
    assert "1 of 8 (12.5 %; 95 %: 0.32 % to 52.7 %)" in text
    assert "Few images." in text
    assert "defective images (25)" in text


def test_that_only_the_boards_of_one_bundle_are_reported(bundle: Bundle) -> None:
    repository = by_bundle(bundle)
    later = replace(sample_inspection(9, score=0.2), inspected_at=SAMPLE_TIME.replace(year=2027))
    repository.add_inspection(later, "SN 9")
    assert len(gather(repository, made_at=NOW, bundle=bundle).boards) == 5
    newest = gather(repository, made_at=NOW)
    assert [board.item.serial for board in newest.boards] == ["SN 9"]
    assert "The workspace holds 5 more inspections by other bundles" in page_of(newest)
    with pytest.raises(BundleError, match="no board of the workspace was inspected by this bundle"):
        gather(queue(), made_at=NOW, bundle=bundle)


def test_that_boards_with_one_serial_are_told_apart() -> None:
    repository = InMemoryRepository()
    for number in (1, 2):
        repository.add_inspection(sample_inspection(number), "SN 1")
    names = [board.name for board in gather(repository, made_at=NOW).boards]
    assert names == ["SN 1 (boards/SN 10001.png)", "SN 1 (boards/SN 10002.png)"]


def test_that_the_worst_boards_are_shown_with_four_panels_and_a_close_up() -> None:
    panels = KeptPanels(sample_panels(512, 384))
    page = page_of(gather(queue(), made_at=NOW), panels, worst=2)
    seen = Seen(page)
    assert panels.asked == [panel_key(sample_inspection(n, score=SCORES[n - 1])) for n in (1, 4)]
    assert len(seen.all("img")) == 2 * 8
    assert all(picture["alt"] for picture in seen.all("img"))
    assert [a["href"] for a in seen.all("a")] == ["#board-1", "#board-4"]
    assert [a["id"] for a in seen.all("article")] == ["board-1", "board-4"]
    pictures = []
    for picture in seen.all("img"):
        data = base64.b64decode(str(picture["src"]).partition("base64,")[2])
        pictures.append(Pillow.open(io.BytesIO(data)))
    assert pictures[0].size == (640, 480)
    assert pictures[4].size == (400, 298)
    original, reconstruction = (np.asarray(p.convert("RGB")).astype(float) for p in pictures[:2])
    assert np.abs(original - reconstruction).max() > 50
    assert "<article" not in page_of(gather(queue(), made_at=NOW), worst=0)


def test_that_reasons_have_a_column_where_regions_have_some() -> None:
    inspection = sample_inspection(1, score=0.9)
    first, *others = inspection.regions
    reason = Reason("less_texture", -4.64, "left_end", 12.0, 60.0)
    repository = InMemoryRepository()
    repository.add_inspection(replace(inspection, regions=(replace(first, reasons=(reason,)), *others)), "SN 1")
    page = page_of(gather(repository, made_at=NOW), worst=1)
    assert "Left end, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)" in Seen(page).text
    assert "Reasons" in Seen(page).text
    assert "Reasons" not in Seen(page_of(gather(queue(), made_at=NOW), worst=1)).text


def test_that_a_missed_defect_is_shown_however_low_its_score() -> None:
    content = gather(queue(), made_at=NOW, truth=truth_of({2: Label.DEFECTIVE, 5: Label.DEFECTIVE, 1: Label.NORMAL}))
    seen = Seen(page_of(content, worst=1))
    assert "Missed defects" in seen.text
    assert [a["id"] for a in seen.all("article")] == ["board-1", "board-5", "board-2"]
    assert [a["href"] for a in seen.all("a")] == ["#board-1", "#board-5", "#board-2"]


def test_that_shares_are_not_rounded_to_none_or_all() -> None:
    assert [percent(rate) for rate in (0, 0.004, 0.01, 0.11293, 0.95, 0.9996, 1)] == [
        "0 %", "0.4 %", "1 %", "11.3 %", "95 %", "99.96 %", "100 %",
    ]  # fmt: skip


def test_that_missing_pictures_are_said_and_the_page_goes_on() -> None:
    class Damaged(KeptPanels):
        def read(self, key: str) -> Panels | None:
            if self.asked:
                return None
            self.asked.append(key)
            raise StoreError("panel-damaged", "a panel is damaged", where="p.png", todo="Inspect the board again.")

    text = Seen(page_of(gather(queue(), made_at=NOW), Damaged())).text
    assert "The pictures of this board cannot be shown. p.png: a panel is damaged. Inspect the board again." in text
    assert "The pictures of this board are not kept in the workspace." in text
    assert "All boards" in text


def test_that_images_that_were_not_inspected_stand_at_the_top() -> None:
    content = gather(queue(), made_at=NOW, failed=[NotInspected(Path("cam/x.png"), "is truncated")])
    text = " ".join(Seen(page_of(content)).text.split())
    assert text.index("1 image could not be inspected") < text.index("Distribution of the scores")
    assert "x.png : is truncated" in text


def test_that_an_infinite_threshold_is_no_obstacle() -> None:
    repository = InMemoryRepository()
    inspection = replace(sample_inspection(1), threshold=1e9, verdict=Verdict.PASS, regions=())
    repository.add_inspection(inspection, "SN 1")
    content = replace(
        gather(repository, made_at=NOW, truth=truth_of({1: Label.NORMAL})), thresholds=Thresholds(float("inf"))
    )
    assert content.against_truth() is None
    assert "The machine marked no region on this board." in page_of(content)


def test_that_an_empty_queue_is_refused() -> None:
    with pytest.raises(StoreError, match="no board was inspected yet"):
        gather(InMemoryRepository(), made_at=NOW)


def test_that_no_score_is_lost_in_the_histogram() -> None:
    counts = bin_counts([0.0, 1.0, 0.999, 0.5, 0.4999])
    assert (sum(counts), counts[0], counts[-1], counts[BINS // 2], counts[BINS // 2 - 1]) == (5, 1, 2, 1, 1)
    series = (Series("passed", "calm", (0.1,) * 7), Series("flagged", "alarm", (0.1,) * 3 + (0.9,)))
    drawing = Seen(histogram(series, Thresholds(0.5), title="t", name="n", unit="boards", known=()))
    bars = [a for a in drawing.all("rect") if str(a.get("class")).startswith("bar")]
    assert len(bars) == 3
    heights = [float(str(bar["height"])) for bar in bars]
    assert heights[0] == pytest.approx(7 * heights[2], rel=1e-3)
    feet = [float(str(bar["y"])) + float(str(bar["height"])) for bar in bars]
    assert feet[0] == pytest.approx(feet[2], abs=0.01)
    assert feet[1] == pytest.approx(float(str(bars[0]["y"])), abs=0.01)
    assert histogram((), Thresholds(0.5), title="t", name="n", unit="boards", known=())


def test_that_a_score_is_told_from_its_neighbours() -> None:
    assert [score(v, 0.5) for v in (0.5, 0.49999, 0.9999999, 1.0, 0.0, 0.25)] == [
        "0.500", "0.499", "0.999", "1.000", "0.000", "0.250",
    ]  # fmt: skip


def test_that_a_close_up_holds_its_region_and_stays_on_the_board() -> None:
    grid = (512, 384)
    for region in (Box(0, 0, 8, 8), Box(500, 370, 512, 384), Box(0, 0, 512, 384), Box(250, 10, 260, 380)):
        box = close_up_box(region, grid)
        assert 0 <= box.x0 <= region.x0
        assert region.x1 <= box.x1 <= grid[0]
        assert 0 <= box.y0 <= region.y0
        assert region.y1 <= box.y1 <= grid[1]


def test_that_only_markup_is_taken_as_it_is() -> None:
    assert tag("p", "<b>", tag("b", "x&y"), None, class_='a"b', hidden=True, id=None) == (
        '<p class="a&quot;b" hidden>&lt;b&gt;<b>x&amp;y</b></p>'
    )


def test_that_the_verb_writes_the_page(tmp_path: Path, bundle: Bundle, capsys: pytest.CaptureFixture[str]) -> None:
    with open_workspace(tmp_path / "line 1") as workspace:
        for number in (1, 2, 3):
            image = replace(sample_inspection(number, score=SCORES[number - 1]), bundle_sha256=bundle.sha256)
            workspace.repository.add_inspection(image, f"SN {number}")
            workspace.panels.write(panel_key(image), sample_panels(512, 384))
    out = tmp_path / "made" / "report.html"
    out.parent.mkdir()
    asked = ("report", "--workspace", tmp_path / "line 1", "--out", out, "--bundle", bundle.folder, "--worst", 1)
    assert run(*asked) == 0
    assert capsys.readouterr().out == f"3 boards, 2 flagged, reported in {out}\n"
    seen = Seen(out.read_text(encoding="utf-8"))
    assert "line 1" in seen.text
    assert len(seen.all("article")) == 1


def test_that_the_verb_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_workspace(tmp_path / "empty").close()
    for arguments, said in (
        (("--workspace", tmp_path / "none"), "there is no workspace here. Give the folder of an existing workspace."),
        (("--workspace", tmp_path / "empty"), "no board was inspected yet. Inspect boards, then make the report."),
        (("--workspace", tmp_path / "empty", "--bundle", tmp_path), "there is no model bundle here"),
    ):
        assert run("report", *arguments, "--out", tmp_path / "r.html") == 1
        err = capsys.readouterr().err
        assert err.startswith("vqganodip: ")
        assert err.count("\n") == 1
        assert said in err
    assert not (tmp_path / "r.html").exists()
    assert run("report", "--workspace", tmp_path, "--out", "r.html", "--worst", -1) == 2
