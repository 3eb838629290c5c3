"""Read the judgments of a workspace, oldest first, and check that they are as they were written.

python core/examples/read_judgments.py WORKSPACE
"""

from __future__ import annotations

import sys
from pathlib import Path

from vqganodip.store.hash_chain import verify_records
from vqganodip.store.workspace import read_workspace


def main(folder: Path) -> None:
    """Print one line per judgment, then the result of the check."""
    with read_workspace(folder) as workspace:
        for judgment in workspace.repository.judgments():
            item = workspace.repository.item(judgment.item_id)
            print(f"{judgment.record_id} {item.serial} {judgment.kind} {judgment.defect_code} by {judgment.operator}")
        result = verify_records(workspace.repository.judgments())
        print(f"{result.records} records, {'unaltered' if result.holds else result.reason}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
