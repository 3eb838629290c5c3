"""Images: every awkward file gives pixels or one clear error; names and folders are looked through safely."""

from __future__ import annotations

import csv
import hashlib
import os
import struct
import tarfile
import threading
import zlib
from pathlib import Path

import numpy as np
import pytest
from locations import SHARED
from PIL import Image as PilImage
from PIL import ImageCms

from vqganodip.errors import DatasetError, ExportError, ImageError
from vqganodip.imaging import decoding, folders

CORPUS = SHARED / "hostile-images.tar.gz"
NO_IMAGE = "is not a PNG"
REFUSED = {
    "._resource.png": NO_IMAGE,
    "Thumbs.db": NO_IMAGE,
    "animated.gif": NO_IMAGE,
    "animated.png": "2 pages or frames",
    "bad_crc_ihdr.png": NO_IMAGE,
    "bomb_20000x20000.png": "400 megapixels",
    "bomb_20000x20000_1bit.png": "400 megapixels",
    "bomb_header_60000x60000.png": "3600 megapixels",
    "corrupt_pixels.png": "damaged",
    "corrupt_scan.jpg": "damaged",
    "float32_nan_inf.tiff": "no numbers",
    "html_renamed.jpg": NO_IMAGE,
    "image.svg": NO_IMAGE,
    "loop_a.png": "points to itself",
    "loop_b.png": "points to itself",
    "loopdir/up": "is a folder",
    "multipage.tiff": "3 pages or frames",
    "one_pixel.png": "smallest side",
    "only_signature.png": NO_IMAGE,
    "random_bytes.png": NO_IMAGE,
    "small_7x5.png": "smallest side",
    "svg_renamed.png": NO_IMAGE,
    "tall_1x8000.jpg": "smallest side",
    "text_renamed.png": NO_IMAGE,
    "truncated_half.jpg": "truncated",
    "truncated_half.png": "truncated",
    "truncated_header.png": "truncated",
    "truncated_no_eoi.jpg": "truncated",
    "wide_8000x1.png": "smallest side",
    "x.png": "is a folder",
    "zero_byte.jpg": "empty",
    "zero_byte.png": "empty",
    "zero_width.png": NO_IMAGE,
    "ztxt_bomb.png": "damaged",
}
"""The files of the corpus that are refused, with words of the error; all others are read."""


def ramp(width: int = 40, height: int = 30) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([x * 255 // (width - 1), y * 255 // (height - 1), (x + y) * 3 % 256], axis=2).astype(np.uint8)


def png_header(width: int, height: int) -> bytes:
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", body) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CORPUS.is_file():
        pytest.skip("the corpus of hostile images is not installed")
    folder = tmp_path_factory.mktemp("hostile")
    with tarfile.open(CORPUS) as archive:
        archive.extractall(folder, filter="fully_trusted")  # circular links are part of the test data
    return folder


def test_that_every_hostile_file_gives_pixels_or_the_error_it_deserves(corpus: Path) -> None:
    table = next(corpus.rglob("hostile_expected.csv"))
    root = next(p for p in corpus.rglob("gray8.png")).parent
    with table.open(newline="", encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert len(names) >= 79
    for name in names:
        path = root / name
        if name in REFUSED:
            with pytest.raises(ImageError) as error:
                decoding.read_image(path)
            assert REFUSED[name] in error.value.what, name
            assert error.value.todo, name
            assert "\n" not in str(error.value)
        else:
            image = decoding.read_image(path)
            assert image.pixels.dtype == np.uint8, name
            assert image.pixels.shape[2] == 3, name
            assert decoding.image_size(path) == image.pixels.shape[1::-1], name
    assert set(REFUSED) <= set(names)


def test_that_a_folder_of_hostile_files_is_listed_once_and_without_hidden_ones(corpus: Path) -> None:
    root = next(p for p in corpus.rglob("gray8.png")).parent
    paths = folders.find_images(root)
    assert len(paths) == len({(p.parent.resolve(), p.name) for p in paths})
    assert not any(part.startswith(".") for p in paths for part in p.relative_to(root).parts)
    assert root / "x.png" / "inside.png" in paths
    assert root / "loop_a.png" in paths  # reading it says what is wrong


def test_that_an_image_comes_with_its_pixels_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    decoding.write_png(path, ramp())
    image = decoding.read_image(str(path))
    np.testing.assert_array_equal(image.pixels, ramp())
    assert image.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert image.path == path


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.png", b"", "empty"),
        ("text.png", b"this is no picture at all", NO_IMAGE),
        ("signature.png", b"\x89PNG\r\n\x1a\n", NO_IMAGE),
        ("bomb.png", png_header(20000, 20000), "400 megapixels"),
        ("small.png", png_header(400, 15), "smallest side"),
        ("nothing_inside.png", png_header(400, 400), "truncated"),
    ],
)
def test_that_bytes_that_are_no_usable_image_are_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImageError, match=words) as error:
        decoding.read_image(tmp_path / name)
    assert error.value.todo
    assert str(tmp_path / name) in str(error.value)


@pytest.mark.parametrize("kind", ["png", "jpg", "tif", "webp", "bmp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_that_a_file_cut_anywhere_is_refused(tmp_path: Path, kind: str, share: float) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    path = tmp_path / f"cut.{kind}"
    PilImage.fromarray(noise).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ImageError):
        decoding.read_image(path)


def test_that_the_largest_board_opens_where_the_limit_allows_it_and_not_above(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    PilImage.new("L", (300, 200)).save(path)
    assert decoding.read_image(path, max_pixels=60_000).pixels.shape == (200, 300, 3)
    with pytest.raises(ImageError, match="300×200"):
        decoding.read_image(path, max_pixels=59_999)
    assert PilImage.MAX_IMAGE_PIXELS is None  # Pillow's own limit would stop boards of 100 megapixels


def test_that_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    os.mkfifo(tmp_path / "pipe.png")
    for name, words in [
        ("folder.png", "folder"),
        ("loop.png", "itself"),
        ("pipe.png", "regular"),
        ("no.png", "not exist"),
        ("nul\0.png", "cannot be read"),
    ]:
        for read in (decoding.read_image, decoding.image_size):
            with pytest.raises(ImageError, match=words):
                read(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_that_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "locked.png"
    decoding.write_png(path, ramp())
    path.chmod(0)
    with pytest.raises(ImageError, match="may not be read"):
        decoding.read_image(path)


def test_that_a_missing_permission_and_a_broken_drive_are_distinguished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    decoding.write_png(path, ramp())

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(ImageError, match="may not be read"):
        decoding.read_image(path)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_the_exif_orientation_is_applied(tmp_path: Path, orientation: int) -> None:
    upright = PilImage.fromarray(ramp(40, 30))
    stored = {
        1: upright,
        2: upright.transpose(PilImage.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(PilImage.Transpose.ROTATE_180),
        4: upright.transpose(PilImage.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(PilImage.Transpose.TRANSPOSE),
        6: upright.transpose(PilImage.Transpose.ROTATE_90),
        7: upright.transpose(PilImage.Transpose.TRANSVERSE),
        8: upright.transpose(PilImage.Transpose.ROTATE_270),
    }[orientation]
    exif = PilImage.Exif()
    exif[0x0112] = orientation
    for kind in ("png", "tif"):
        path = tmp_path / f"turned.{kind}"
        stored.save(path, exif=exif)
        np.testing.assert_array_equal(decoding.read_image(path).pixels, ramp(40, 30))
        assert decoding.image_size(path) == (40, 30)


def test_that_transparent_pixels_are_black(tmp_path: Path) -> None:
    layer = np.full((20, 20, 4), 200, np.uint8)
    layer[:, :10, 3], layer[:, 10:, 3] = 0, 255
    PilImage.fromarray(layer).save(tmp_path / "rgba.png")
    PilImage.fromarray(layer[:, :, 2:]).save(tmp_path / "la.png")
    palette = PilImage.fromarray(np.repeat([[0] * 10 + [1] * 10], 20, axis=0).astype(np.uint8), "P")
    palette.putpalette([200, 200, 200] * 2)
    palette.save(tmp_path / "p.png", transparency=0)
    for name in ("rgba.png", "la.png", "p.png"):
        pixels = decoding.read_image(tmp_path / name).pixels
        assert (pixels[:, :10] == 0).all(), name
        assert (pixels[:, 10:] == 200).all(), name


def test_that_one_bit_and_grey_become_three_equal_channels(tmp_path: Path) -> None:
    squares = np.kron([[0, 1], [1, 0]], np.ones((10, 10))).astype(np.uint8) * 255
    PilImage.fromarray(squares).convert("1").save(tmp_path / "bit.png")
    PilImage.fromarray(squares).save(tmp_path / "grey.png")
    for name in ("bit.png", "grey.png"):
        np.testing.assert_array_equal(decoding.read_image(tmp_path / name).pixels, np.dstack([squares] * 3))


def test_that_sixteen_bits_are_scaled_by_depth_and_twelve_in_sixteen_by_twelve(tmp_path: Path) -> None:
    full = np.zeros((20, 20), np.uint16)
    full[0, :5] = 0, 257, 32768, 65279, 65535
    twelve = np.zeros((20, 20), np.uint16)
    twelve[0, :3] = 0, 2048, 4095
    PilImage.fromarray(full).save(tmp_path / "full.png")
    PilImage.fromarray(full).save(tmp_path / "full.tif")
    PilImage.fromarray(twelve).save(tmp_path / "twelve.png")
    for name in ("full.png", "full.tif"):
        assert decoding.read_image(tmp_path / name).pixels[0, :5, 1].tolist() == [0, 1, 128, 254, 255]
    assert decoding.read_image(tmp_path / "twelve.png").pixels[0, :3, 1].tolist() == [0, 128, 255]


def test_that_sixteen_bit_colour_of_a_twelve_bit_camera_is_not_black(tmp_path: Path) -> None:
    import cv2

    picture = np.zeros((20, 20, 3), np.uint16)
    picture[:, :] = (100, 2048, 4095)  # red, green, blue
    for name in ("colour.png", "colour.tif"):
        cv2.imwrite(str(tmp_path / name), picture[:, :, ::-1])
        pixels = decoding.read_image(tmp_path / name).pixels
        assert pixels[3, 3].tolist() == [6, 128, 255], name


def test_that_float_images_must_be_finite_and_in_0_to_1(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 400, dtype=np.float32).reshape(20, 20)
    PilImage.fromarray(values).save(tmp_path / "float.tif")
    np.testing.assert_array_equal(decoding.read_image(tmp_path / "float.tif").pixels[:, :, 0], np.rint(values * 255))
    for bad, words in [(np.nan, "no numbers"), (np.inf, "no numbers"), (2.0, "0 to 1")]:
        values[3, 3] = bad
        PilImage.fromarray(values).save(tmp_path / "bad.tif")
        with pytest.raises(ImageError, match=words):
            decoding.read_image(tmp_path / "bad.tif")


def test_that_cmyk_becomes_rgb(tmp_path: Path) -> None:
    PilImage.new("CMYK", (32, 32), (0, 255, 255, 0)).save(tmp_path / "red.tif")
    PilImage.new("CMYK", (32, 32), (0, 0, 0, 0)).save(tmp_path / "white.jpg", quality=95)
    assert decoding.read_image(tmp_path / "red.tif").pixels[5, 5].tolist() == [255, 0, 0]
    assert decoding.read_image(tmp_path / "white.jpg").pixels[5, 5].min() >= 253


def test_that_an_embedded_profile_is_converted_and_a_broken_one_ignored(tmp_path: Path) -> None:
    picture = PilImage.new("RGB", (32, 32), (200, 60, 60))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = bytearray(srgb.replace("sRGB".encode("utf-16-be"), "xxxx".encode("utf-16-be")))
    for tag in range(struct.unpack_from(">I", swapped, 128)[0]):  # red and blue primaries change places
        at = 132 + 12 * tag
        name = bytes(swapped[at : at + 4])
        swapped[at : at + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(name, name)
    picture.save(tmp_path / "swapped.png", icc_profile=bytes(swapped))
    picture.save(tmp_path / "broken.png", icc_profile=b"nonsense")
    red, green, blue = (int(v) for v in decoding.read_image(tmp_path / "swapped.png").pixels[0, 0])
    assert blue > 150 > max(red, green)
    assert decoding.read_image(tmp_path / "broken.png").pixels[0, 0].tolist() == [200, 60, 60]


def test_that_further_pages_are_refused_and_reduced_copies_are_not(tmp_path: Path) -> None:
    pages = [PilImage.fromarray(ramp()), PilImage.fromarray(ramp()[::-1].copy())]
    pages[0].save(tmp_path / "pages.tif", save_all=True, append_images=pages[1:])
    pages[0].save(tmp_path / "frames.webp", save_all=True, append_images=pages[1:])
    for name in ("pages.tif", "frames.webp"):
        with pytest.raises(ImageError, match="2 pages or frames"):
            decoding.read_image(tmp_path / name)
    pages[1].encoderinfo = {"tiffinfo": {254: 1}}
    pages[0].save(tmp_path / "thumbnail.tif", save_all=True, append_images=pages[1:])
    np.testing.assert_array_equal(decoding.read_image(tmp_path / "thumbnail.tif").pixels, ramp())


def test_that_many_threads_may_read_at_once(tmp_path: Path) -> None:
    decoding.write_png(tmp_path / "a.png", ramp())
    equal: list[bool] = []
    threads = [
        threading.Thread(
            target=lambda: equal.append(bool((decoding.read_image(tmp_path / "a.png").pixels == ramp()).all()))
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert equal == [True] * 8


@pytest.mark.parametrize(
    ("name", "is_image"),
    [
        ("a.png", True),
        ("A.PNG", True),
        ("a.JpEg", True),
        ("a.jfif", True),
        ("a.tiff", True),
        ("a.webp", True),
        ("a.b.bmp", True),
        ("-rf.tif", True),
        (".a.png", False),
        ("._a.png", False),
        (".png", False),
        ("a.gif", False),
        ("a", False),
        ("a.png.part", False),
        ("Thumbs.db", False),
    ],
)
def test_that_images_are_recognised_by_their_suffix(name: str, is_image: bool) -> None:
    assert folders.is_image_name(f"folder/{name}") is is_image


def test_that_images_are_listed_in_natural_order_and_circular_links_terminate(tmp_path: Path) -> None:
    for name in ("board10.png", "board2.png", "Board1.PNG", "lot2/a.png", "lot10/a.png", "notes.txt", ".hidden/b.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "lot2" / "up").symlink_to(tmp_path)
    (tmp_path / "dir.png").mkdir()
    names = [p.relative_to(tmp_path).as_posix() for p in folders.find_images(tmp_path)]
    assert names == ["Board1.PNG", "board2.png", "board10.png", "lot2/a.png", "lot10/a.png"]
    assert len(folders.find_images(tmp_path, recursive=False)) == 3
    assert folders.find_images(tmp_path / "notes.txt") == (tmp_path / "notes.txt",)


def test_that_a_folder_without_images_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no images"):
        folders.find_images(tmp_path)
    with pytest.raises(DatasetError, match="no such file"):
        folders.find_images(tmp_path / "no")


def test_that_a_png_replaces_the_old_one_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 240}.png"
    decoding.write_png(path, ramp())
    decoding.write_png(path, ramp()[:, :, 0])
    assert decoding.image_size(path) == (40, 30)
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ExportError, match="cannot be written"):
        decoding.write_png(path / "a.png", ramp())
    (tmp_path / "taken.png").mkdir()
    with pytest.raises(ExportError):
        decoding.write_png(tmp_path / "taken.png", ramp())
    assert not list(tmp_path.glob(".*"))
    with pytest.raises(ValueError, match="uint8"):
        decoding.write_png(path, ramp().astype(np.float32))  # type: ignore[arg-type]


def test_that_shrinking_averages(tmp_path: Path) -> None:
    squares = np.kron(np.array([[0, 100], [200, 40]]), np.ones((4, 4))).astype(np.uint8)
    assert decoding.resize(squares, (2, 2)).tolist() == [[0, 100], [200, 40]]
    assert decoding.resize(ramp(), (40, 30)) is not ramp()
    assert decoding.resize(ramp(), (80, 60)).shape == (60, 80, 3)
