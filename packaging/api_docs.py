"""Build the API reference of the engine from its docstrings.

    python packaging/api_docs.py OUT

Every module of the package becomes a page. Warnings are errors, and nothing is loaded from a network.
"""

from __future__ import annotations

import argparse
import pkgutil
import warnings
from pathlib import Path

import pdoc

import vqganodip


def modules() -> list[str]:
    """Return the engine's packages and root modules; pdoc finds what is inside the packages."""
    found = pkgutil.iter_modules(vqganodip.__path__, f"{vqganodip.__name__}.")
    return [vqganodip.__name__, *(module.name for module in found)]


def main() -> None:
    """Write the pages into a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("error")
    pdoc.render.configure(docformat="google", math=False, search=True)
    pdoc.pdoc(*modules(), output_directory=options.out)
    print(f"{options.out / 'index.html'}: {len(list(options.out.rglob('*.html')))} pages")


if __name__ == "__main__":
    main()
