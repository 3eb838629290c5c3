"""Paths of style sheet, icons, defect codes and demo bundle: next to the package, or inside a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def resource_folder() -> Path:
    """The folder of resources; FileNotFoundError if the installation lacks it."""
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if (folder / "style" / "app.qss").is_file():
            return folder
    raise FileNotFoundError(f"{_PACKAGE / '_resources'}: the window's resources are missing. Install VQGanoDIP again.")


def resource(name: str) -> Path:
    """The path of a resource such as ``icons/ok.svg``."""
    return resource_folder() / name


def demo_bundle(product: str = "gearbox") -> Path | None:
    """The bundle of the demo line; None if the installation lacks it."""
    folder = resource("demo") / product
    return folder if (folder / "manifest.json").is_file() else None


def defect_codes() -> list[str]:
    """The codes of ``defect-codes.txt`` in file order; none if the file is missing."""
    path = resource("defect-codes.txt")
    if not path.is_file():
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
