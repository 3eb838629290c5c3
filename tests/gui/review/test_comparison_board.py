"""The fifth panel: the reference board, or the nearest board judged good, next to the board on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from gui.conftest import SCORES, Stations
from gui.fakes import GRID, DrawnBoardInspector, bare_board, draw_board
from gui.review.test_blind_work import become, put_rules, repository_of, settled
from gui.viewer.test_large_boards import with_large_original
from gui.viewer.test_panels import wheel
from gui.waiting import put_off, settle, turn, wait_until
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import Bundle, arrays_to_bytes, write_bundle
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.review import blind_assignment
from vqganodip.review.judgments import JudgmentKind, Purpose, ReviewItem
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.viewer.comparison_board import ComparisonBoard, ComparisonKind
from vqganodip_gui.viewer.comparison_panel import ComparisonPanel
from vqganodip_gui.viewer.panel_grid import PanelGrid, PanelName

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames

Press = Callable[..., None]
Key = Qt.Key
NONE_YET = "No other board has been judged good yet."


def fifth(station: Station) -> ComparisonPanel:
    panel = station.window.review.panels.panels[PanelName.GOOD_BOARD]
    assert isinstance(panel, ComparisonPanel)
    return panel


def shown(station: Station, qtbot: QtBot) -> ComparisonBoard:
    """The fifth panel once it has settled."""
    grid = station.window.review.panels
    settle(qtbot, station)
    wait_until(qtbot, lambda: bool(grid.good_board().picture or grid.good_board().words))
    return grid.good_board()


def show(station: Station, serial: str, qtbot: QtBot) -> ReviewItem:
    controller = station.window.review.controller
    controller.find(serial)
    wait_until(qtbot, lambda: controller.can_judge() and controller.current.serial == serial)
    assert controller.current is not None
    return controller.current


def trained(folder: Path, *, fixed: bool = True, images: int = 8) -> Bundle:
    """The parts of a bundle that the fifth panel reads: the average of bare boards in varying light."""
    board = bare_board(*GRID).astype(np.float32)
    boards = [np.clip(board * (0.9 + 0.02 * n), 0, 255).astype(np.uint8) for n in range(images)]
    contents = {"golden": (".npz", arrays_to_bytes(PixelStatistics.build(boards).to_arrays()))}
    if fixed:
        contents["reference"] = (".npz", b"template")
    return write_bundle(folder, contents)


def inspector_of(bundle: Bundle) -> DrawnBoardInspector:
    inspector = DrawnBoardInspector()
    inspector.bundle_sha256 = bundle.sha256
    return inspector


def reviewing(
    stations: Stations, boards: Path, qtbot: QtBot, inspector: DrawnBoardInspector, inspected: int = len(SCORES)
) -> Station:
    station = stations.start(boards, inspector=inspector)
    controller = station.window.review.controller
    wait_until(qtbot, lambda: controller.count() == inspected and not station.engine.busy())
    wait_until(qtbot, controller.can_judge)
    return station


def pixels(image: QImage) -> np.ndarray:  # type: ignore[type-arg]
    """Displayed pixels, height × width × 3."""
    found = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return found[:, : image.width(), 2::-1]


def test_that_one_key_brings_the_reference_board_then_the_nearest_and_none(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bundle = trained(tmp_path / "bundle")
    station = reviewing(stations, boards, qtbot, inspector_of(bundle))
    grid = station.window.review.panels
    four = list(grid.panels)
    assert PanelName.GOOD_BOARD not in four
    qtbot.keyClick(station.window, Key.Key_L)
    found = shown(station, qtbot)
    assert station.settings.text("fifth_panel") == "reference"
    assert (found.tag, fifth(station).tag.text()) == ("Reference board\naverage of 8 normal boards",) * 2
    assert fifth(station).accessibleName() == "Reference board, average of 8 normal boards"
    assert found.picture is not None
    golden = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    assert np.abs(pixels(found.picture.full) - golden.mean).max() <= 0.5
    assert all(panel.isVisible() for panel in grid.panels.values())
    sizes = {panel.size().toTuple() for panel in grid.panels.values()}
    assert len(sizes) == 1
    assert fifth(station).y() == grid.panels[PanelName.ORIGINAL].y()
    before = found.picture
    station.window.actions_by_name["next_board"].trigger()
    assert grid.good_board().picture is before, "the same for every board: it stays"
    qtbot.keyClick(station.window, Key.Key_L)
    assert shown(station, qtbot).words.startswith(NONE_YET)
    assert NONE_YET in fifth(station).text.text()
    assert not fifth(station).button.isVisible()
    qtbot.keyClick(station.window, Key.Key_L)
    assert list(grid.panels) == four
    assert station.settings.text("fifth_panel") == "none"


def test_that_the_fifth_panel_is_chosen_in_the_settings_and_stays_chosen(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    dialog = SettingsDialog(station.settings, station.window)
    box = dialog.findChild(QComboBox, "setting_fifth_panel")
    assert [box.itemText(n) for n in range(box.count())] == ["None", "Reference board", "Nearest good board"]
    box.setCurrentIndex(2)
    assert fifth(station).isVisible(), "at once, with the dialog still open"
    dialog.close()
    settled(station, qtbot)
    stations.stop(station)
    again = stations.reviewing(boards)
    assert fifth(again).isVisible()
    assert shown(again, qtbot).words.startswith(NONE_YET)


def test_that_a_board_judged_good_becomes_the_nearest_of_another_until_it_is_judged_anew(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    grid = station.window.review.panels
    first = show(station, "SN10440", qtbot)
    press(station, Key.Key_1)
    found = shown(station, qtbot)
    assert (found.serial, found.about) == ("SN10440", "of 1 judged good")
    assert fifth(station).tag.text() == "Nearest good board · SN10440\nof 1 judged good"
    assert fifth(station).accessibleName() == "Nearest good board, SN10440, of 1 judged good"
    kept = station.context.workspace.panels.open  # type: ignore[union-attr]
    assert kept is not None
    original = station.window.review.controller.loader.pictures(first.item_id)
    assert original is not None
    assert found.picture is not None
    assert (pixels(found.picture.full) == pixels(original.original.full)).all()
    press(station, Key.Key_4)  # a false call is a good board as well
    assert shown(station, qtbot).about == "of 2 judged good"
    show(station, "SN10440", qtbot)
    assert shown(station, qtbot).serial == "SN10441", "never the board itself"
    press(station, Key.Key_2)  # corrected: it is not good after all
    show(station, "SN10443", qtbot)
    assert (shown(station, qtbot).serial, grid.good_board().about) == ("SN10441", "of 1 judged good")
    show(station, "SN10441", qtbot)
    assert shown(station, qtbot).words.startswith(NONE_YET)


def test_that_the_board_that_looks_most_alike_is_taken_and_no_other_picture_of_the_same_board(
    stations: Stations, tmp_path: Path, press: Press, qtbot: QtBot
) -> None:
    folder = tmp_path / "line"
    (folder / "again").mkdir(parents=True)
    for number, seed in enumerate((1, 2, 3)):
        draw_board(folder / f"SN2000{number}.png", 0.9 - number / 100, seed=seed)
    draw_board(folder / "again" / "SN20001.png", 0.81, seed=2)  # the same board, photographed once more
    draw_board(folder / "SN20009.png", 0.8, seed=2)  # and another one with spots at the same places
    station = stations.start(folder)
    controller = station.window.review.controller
    wait_until(qtbot, lambda: controller.count() == 5 and not station.engine.busy())
    station.settings.set("fifth_panel", "nearest")
    for item in repository_of(station).whole_items(range(1, 6)):
        if item.serial != "SN20009":
            controller.show_item(item.item_id)
            wait_until(qtbot, controller.can_judge)
            press(station, Key.Key_4)
    show(station, "SN20009", qtbot)
    found = shown(station, qtbot)
    assert (found.serial.rpartition("/")[2], found.about) == ("SN20001", "of 4 judged good")
    press(station, Key.Key_4)
    again = next(
        i for i in repository_of(station).whole_items(range(1, 6)) if i.inspection.image.parent.name == "again"
    )
    controller.show_item(again.item_id)
    wait_until(qtbot, controller.can_judge)
    assert shown(station, qtbot).serial == "SN20009"


def test_that_it_zooms_flips_and_maximises_with_the_others(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    grid, do = station.window.review.panels, station.window.actions_by_name
    show(station, "SN10440", qtbot)
    press(station, Key.Key_1)
    shown(station, qtbot)
    wheel(fifth(station), QPointF(120, 90), 6)
    seen = {name: panel.seen() for name, panel in grid.panels.items()}
    assert len({(round(s.x(), 1), round(s.y(), 1), round(s.width(), 1)) for s in seen.values()}) == 1
    assert seen[PanelName.GOOD_BOARD].width() < grid.link.scene.width()
    do["fit"].trigger()
    do["next_region"].trigger()
    assert fifth(station).marks._chosen == 0, "the place of the region is marked on the good board as well"
    do["fit"].trigger()
    qtbot.mouseDClick(fifth(station).viewport(), Qt.MouseButton.LeftButton)
    assert grid.maximised() is PanelName.GOOD_BOARD
    assert [n for n, p in grid.panels.items() if p.isVisible()] == [PanelName.GOOD_BOARD]
    current = station.window.review.controller.current
    assert current is not None
    qtbot.keyPress(station.window, Key.Key_B)
    assert fifth(station).tag.text() == f"Original · {current.serial}", "blink says what is seen"
    qtbot.keyRelease(station.window, Key.Key_B)
    assert fifth(station).tag.text().startswith("Nearest good board · SN10440")
    do["toggle_swipe"].trigger()
    assert fifth(station).tag.text() == f"Nearest good board · SN10440 | Original · {current.serial}"
    do["toggle_swipe"].trigger()
    do["brighter"].trigger()
    assert "tones changed" in fifth(station).tag.text()
    do["reset_tones"].trigger()
    do["flip_panel"].trigger()
    assert grid.maximised() is PanelName.ORIGINAL
    do["flip_back"].trigger()
    assert grid.maximised() is PanelName.GOOD_BOARD
    station.settings.set("fifth_panel", "none")
    assert grid.maximised() is None
    assert all(panel.isVisible() for panel in grid.panels.values())
    station.settings.set("fifth_panel", "nearest")
    do["toggle_layout"].trigger()
    assert len({(p.width(), p.height(), p.y()) for p in grid.panels.values()}) == 1, "five in a line"


def test_that_the_good_board_of_the_board_before_is_never_seen_beside_the_next(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    review = station.window.review
    show(station, "SN10440", qtbot)
    press(station, Key.Key_1, Key.Key_1)
    assert shown(station, qtbot).picture is not None
    seen: list[ComparisonBoard] = []
    taken = review.panels.set_board

    def set_board(*given: object, **named: object) -> None:
        seen.append(review.panels.good_board())
        taken(*given, **named)  # type: ignore[arg-type]

    review.panels.set_board = set_board  # type: ignore[method-assign]
    review.controller.next_unjudged()
    wait_until(qtbot, lambda: bool(seen))
    assert seen == [ComparisonBoard(ComparisonKind.NEAREST)], "only its name, on neutral ground"
    assert shown(station, qtbot).picture is not None


def test_that_a_bundle_without_fixed_position_says_so_and_offers_the_nearest_board(
    stations: Stations, boards: Path, tmp_path: Path, press: Press, qtbot: QtBot
) -> None:
    station = reviewing(stations, boards, qtbot, inspector_of(trained(tmp_path / "bundle", fixed=False)))
    press(station, Key.Key_1)
    qtbot.keyClick(station.window, Key.Key_L)
    found = shown(station, qtbot)
    assert found.words.startswith("The boards of this product lie in free position")
    assert fifth(station).button.isVisible()
    assert fifth(station).accessibleDescription() == found.words
    qtbot.mouseClick(fifth(station).button, Qt.MouseButton.LeftButton)
    assert station.settings.text("fifth_panel") == "nearest"
    assert shown(station, qtbot).serial == "SN10440"


def test_that_without_the_model_of_a_board_the_panel_says_what_is_missing(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)  # the folder of its bundle holds nothing
    station.settings.set("fifth_panel", "reference")
    assert shown(station, qtbot).words.startswith("There is no model bundle here")
    assert fifth(station).button.isVisible()
    other = trained(tmp_path / "bundle")
    assert station.context.bundle == other.folder
    station.window.actions_by_name["next_board"].trigger()
    settled(station, qtbot)
    assert shown(station, qtbot).words.startswith("Another model than the one chosen now inspected this board")
    station.context.set_sources(None, None)
    station.window.actions_by_name["next_board"].trigger()
    settled(station, qtbot)
    assert shown(station, qtbot).words.startswith("No model is chosen")


def test_that_blind_work_is_not_given_away_by_the_nearest_board(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    review = station.window.review
    put_rules(station, second=1.0)
    become(station, "Ann", qtbot)
    for serial in ("SN10440", "SN10441", "SN10442"):
        show(station, serial, qtbot)
        press(station, Key.Key_1)
    settled(station, qtbot)
    assert shown(station, qtbot).about == "of 3 that you judged good"
    become(station, "Bob", qtbot)
    wait_until(qtbot, lambda: review.queue.rowCount() == len(SCORES))
    own = "You have judged no other board good yet."
    for item in map(review.queue.item_at, range(len(SCORES))):
        assert item is not None
        show(station, item.serial, qtbot)
        assert shown(station, qtbot).words.startswith(own), "what Ann said of any board is not shown to Bob"
    show(station, "SN10440", qtbot)
    press(station, Key.Key_1)  # a second opinion is not the final judgment, so the board is not offered
    assert shown(station, qtbot).words.startswith(own)
    show(station, "SN10443", qtbot)
    press(station, Key.Key_1)
    settled(station, qtbot)
    found = shown(station, qtbot)
    assert (found.serial, found.about) == ("SN10443", "of 1 that you judged good")


def test_that_a_hidden_probe_looks_like_any_other_board(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blind_assignment, "draw", lambda *_what: 0.0)  # every judgment calls for a probe
    monkeypatch.setattr(blind_assignment, "_REST", 1)
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    review, repository = station.window.review, repository_of(station)
    put_rules(station, second=1.0)
    for name in ("Ann", "Bob"):  # Ann judges three boards good, Bob confirms them
        become(station, name, qtbot)
        for serial in ("SN10440", "SN10441", "SN10442"):
            show(station, serial, qtbot)
            press(station, Key.Key_1)
        settled(station, qtbot)
    become(station, "Ann", qtbot)
    put_rules(station, probes=0.5)
    settled(station, qtbot)
    show(station, "SN10443", qtbot)
    press(station, Key.Key_4)
    settled(station, qtbot)
    blind = review.blind.queue
    assert blind is not None
    probes = [n for n in range(1, 8) if blind.purpose(n) is Purpose.PROBE]
    assert probes
    abouts = set()
    for number in range(1, 8):
        item = repository.item(number)
        show(station, item.serial, qtbot)
        found = shown(station, qtbot)
        assert found.serial != item.serial
        if found.serial:
            assert found.serial not in {repository.item(n).serial for n in probes}
            abouts.add(found.about)
    # whether the board on the screen is among the good ones cannot be counted out
    assert abouts == {"of 4 that you judged good"}


def test_that_verdict_first_shows_a_good_board_and_nothing_that_the_machine_found(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    grid: PanelGrid = station.window.review.panels
    show(station, "SN10440", qtbot)
    press(station, Key.Key_1)
    put_rules(station, verdict_first=True)
    settled(station, qtbot)
    before = shown(station, qtbot)
    assert before.serial == "SN10440"
    two = {PanelName.ORIGINAL, PanelName.GOOD_BOARD}
    assert {n for n, p in grid.panels.items() if p.isVisible()} == two
    for key in (Key.Key_B, Key.Key_V, Key.Key_X, Key.Key_N):
        qtbot.keyPress(station.window, key)
        assert {n for n, p in grid.panels.items() if p.isVisible()} == two
        assert grid.effect() is None
        assert all(panel.marks._chosen == -1 for panel in grid.panels.values())
        qtbot.keyRelease(station.window, key)
    grid.toggle_swipe()  # the X of above
    flipped = set()
    for _ in range(3):
        qtbot.keyClick(station.window, Key.Key_F)
        flipped |= {n for n, p in grid.panels.items() if p.isVisible()}
    assert flipped == two, "to and fro between the board and the good one, and nowhere else"
    qtbot.keyClick(station.window, Key.Key_Escape)
    press(station, Key.Key_2)
    assert {n for n, p in grid.panels.items() if p.isVisible()} == set(PanelName)
    assert grid.good_board() == before, "what was found does not change which board is nearest"


def test_that_a_nearest_board_whose_pictures_are_gone_is_passed_over(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    show(station, "SN10440", qtbot)
    press(station, Key.Key_1, Key.Key_1)
    settled(station, qtbot)
    for file in (tmp := station.context.workspace.folder / "panels").rglob("small.png"):  # type: ignore[union-attr]
        if file.parent.name == key_of(station, 1):
            file.write_bytes(b"damaged")
    assert tmp.is_dir()
    station.settings.set("fifth_panel", "nearest")
    assert shown(station, qtbot).serial == "SN10441"


def test_that_a_window_closed_right_after_a_key_looks_for_no_good_board(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    shown(station, qtbot)
    station.window.actions_by_name["next_board"].trigger()
    wait_until(qtbot, station.window.review.controller.can_judge)
    station.review_state.comparison.search()
    station.window.close()
    wait_until(qtbot, lambda: not put_off(station))
    turn()  # threads have ended: pending work would have failed now


def test_that_the_nearest_board_of_many_megapixels_is_read_in_tiles(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    large = with_large_original(station, qtbot)
    item = station.window.review.controller.current
    assert item is not None
    press(station, Key.Key_1)
    station.settings.set("fifth_panel", "nearest")
    found = shown(station, qtbot)
    assert found.serial == item.serial
    assert found.picture is not None
    assert found.picture.tiles is not None
    assert found.picture.width == large.shape[1] > found.picture.full.width()


def key_of(station: Station, number: int) -> str:
    from vqganodip.store.panels import panel_key

    return panel_key(repository_of(station).item(number).inspection)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_that_the_longest_words_fit_into_the_narrowest_panel(
    stations: Stations, boards: Path, qtbot: QtBot, language: str, qapp: QApplication
) -> None:
    try:
        assert translation.choose_language(qapp, language) == language
        station = stations.reviewing(boards)
        station.window.resize(1366, 768)
        station.settings.set("panel_layout", "1x4")
        station.settings.set("fifth_panel", "reference")
        shown(station, qtbot)
        panel = fifth(station)
        for widget in (panel.tag, panel.text, panel.button):
            place = widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft()))
            assert panel.rect().contains(place), (language, widget.text(), place)
        panel._offer = f"{panel._offer} {panel._offer}"
        panel._place_words()
        assert panel.button.text().count("\n") == 1
    finally:
        translation.choose_language(qapp, "en")


def test_that_judging_is_as_it_was_with_the_fifth_panel_on(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    station.settings.set("fifth_panel", "nearest")
    repository = repository_of(station)
    press(station, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_1)
    kinds = [j.kind for j in repository.judgments()]
    expected = [JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.DOUBTFUL, JudgmentKind.FALSE_CALL, JudgmentKind.OK]
    assert kinds == expected
    assert station.window.review.controller.current is None
    settled(station, qtbot)
