"""Names of products and models: from the bundle's manifest, renamed as a record, and the same in every export."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.bundles.archive import model_name, name_of_folder, open_bundle, write_bundle
from vqganodip.errors import ReviewError
from vqganodip.export.formats import FORMATS
from vqganodip.records import ModelName
from vqganodip.reports import gather, report_page
from vqganodip.review.accounts import Role
from vqganodip.review.model_names import rename_product
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.testing import SAMPLE_TIME, sample_inspection, sample_judgment

FILES = Path(__file__).parents[2] / "compatibility" / "files"
SENSOR = ModelName("IR sensor", "2")
BUNDLE = sample_inspection().bundle_sha256


@pytest.mark.parametrize(
    ("folder", "product", "version"),
    [
        ("line/IR sensor/2", "IR sensor", "2"),
        ("line/pump/v1.3", "pump", "v1.3"),
        ("ws/models/pump/night", "pump", "night"),
        ("bundles/gearbox", "gearbox", ""),
    ],
)
def test_that_a_bundle_without_a_name_is_called_like_its_folder(
    tmp_path: Path, folder: str, product: str, version: str
) -> None:
    assert name_of_folder(tmp_path / folder) == ModelName(product, version)
    assert model_name(tmp_path / folder) == ModelName(product, version)  # also without a bundle in it


def test_that_a_name_lives_in_the_manifest_and_older_bundles_keep_their_identity(tmp_path: Path) -> None:
    contents = {"settings": (".json", b"{}")}
    nameless = write_bundle(tmp_path / "a", contents)
    before = (tmp_path / "a" / "manifest.json").read_bytes()
    assert b'"name": {' not in before
    assert write_bundle(tmp_path / "a", {}, base=open_bundle(tmp_path / "a")).sha256 == nameless.sha256
    named = write_bundle(tmp_path / "b", contents, model=SENSOR)
    assert named.sha256 != nameless.sha256
    fitted = write_bundle(tmp_path / "b", {"threshold": (".json", b"{}")}, base=open_bundle(tmp_path / "b"))
    assert open_bundle(tmp_path / "b").name == fitted.name == SENSOR  # a fit keeps the name
    moved = shutil.copytree(tmp_path / "b", tmp_path / "elsewhere")
    assert model_name(moved) == SENSOR
    assert open_bundle(moved).sha256 == fitted.sha256


def workspace_of(folder: Path, name: ModelName | None = SENSOR) -> Path:
    with open_workspace(folder) as workspace:
        repository = workspace.repository
        repository.use_model(BUNDLE, "Ada", name)
        repository.add_inspection(sample_inspection(1), "SN 1")
        repository.add_judgment(sample_judgment(1))
    return folder


def exported(folder: Path, out: Path) -> dict[str, str]:
    """Names of product and model in the first record of each export."""
    with read_workspace(folder) as workspace:
        for form in FORMATS:
            form.write(workspace.repository, out / f"judgments{form.ending}")
    with (out / "judgments.csv").open(newline="", encoding="utf-8") as file:
        row = next(csv.DictReader(file))
    line = json.loads((out / "judgments.jsonl").read_text(encoding="utf-8").splitlines()[0])
    message = json.loads((out / "judgments.cfx.json").read_text(encoding="utf-8").splitlines()[0])["MessageBody"]
    assert message["InspectedUnits"][0]["ActiveRecipeName"] == message["RecipeName"]
    assert (row["product"], row["model_name"]) == (line["product"] or "", line["model_name"] or "")
    return {"product": row["product"], "model": row["model_name"], "recipe": message["RecipeName"]}


def test_that_a_renamed_product_is_called_so_everywhere_and_nothing_else_changes(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "ws")
    assert exported(folder, tmp_path) == {"product": "IR sensor", "model": "IR sensor 2", "recipe": "IR sensor 2"}
    with open_workspace(folder) as workspace:
        repository = workspace.repository
        before = list(repository.judgments())
        rename_product(repository, "IR sensor", " Sensor  IR-4 ", operator="Eva", role=Role.ENGINEER)
        names = repository.model_names()
        assert names.of(BUNDLE) == ModelName("Sensor IR-4", "2")
        assert names.in_force(ModelName("IR sensor", "3")) == ModelName("Sensor IR-4", "3")  # any other version
        renaming = names.last_renaming("Sensor IR-4")
        assert renaming is not None
        assert (renaming.before, renaming.operator) == ("IR sensor", "Eva")
        assert list(repository.judgments()) == before
        assert repository.verify().holds
        page = report_page(gather(repository, made_at=SAMPLE_TIME), workspace.panels, worst=0)
        assert "Inspection report: Sensor IR-4 2" in page
    assert exported(folder, tmp_path) == {"product": "Sensor IR-4", "model": "Sensor IR-4 2", "recipe": "Sensor IR-4 2"}
    with open_workspace(folder) as workspace:
        rename_product(workspace.repository, "Sensor IR-4", "IR sensor", operator="Eva")
        assert workspace.repository.model_names().of(BUNDLE) == SENSOR
        workspace.repository.use_model(BUNDLE, "Ada", SENSOR)
        assert workspace.repository.verify().entries == 3  # the model in use is noted once


def test_that_verify_names_a_renaming_that_was_altered_or_removed(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "ws")
    with open_workspace(folder) as workspace:
        rename_product(workspace.repository, "IR sensor", "Sensor IR-4", operator="Eva")
    for number, change in enumerate(
        (
            """UPDATE audit_trail SET document = '{"name":"Other"}' WHERE subject = 'product'""",
            "UPDATE audit_trail SET operator = 'Otto' WHERE subject = 'product'",
            "DELETE FROM audit_trail WHERE subject = 'product'",
            "UPDATE audit_trail SET document = 'x' WHERE subject = 'product'",
        )
    ):
        copy = Path(shutil.copytree(folder, tmp_path / str(number)))
        with closing(sqlite3.connect(copy / DATABASE)) as database:
            for action in ("update", "delete"):
                database.execute(f"DROP TRIGGER audit_trail_no_{action}")
            database.execute(change)
            database.commit()
        with read_workspace(copy) as workspace:
            assert [f.subject for f in workspace.repository.verify().findings][:1] == ["audit"]
            workspace.repository.model_names()  # can still be read


def test_that_a_workspace_from_before_has_no_names_until_its_model_inspects_again(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "ws", None)
    assert exported(folder, tmp_path) == {"product": "", "model": "", "recipe": "VQGanoDIP"}
    with open_workspace(folder) as workspace:
        workspace.repository.use_model(BUNDLE, "Ada", SENSOR)
    assert exported(folder, tmp_path)["model"] == "IR sensor 2"
    older = Path(shutil.copytree(FILES / "workspace", tmp_path / "older"))
    with open_workspace(older) as workspace:
        rename_product(workspace.repository, "a", "b", operator="Eva")
        assert workspace.repository.verify().holds


@pytest.mark.parametrize(
    ("after", "who", "role", "words"),
    [
        ("", "Eva", "", "needs a name"),
        ("x" * 61, "Eva", "", "too long"),
        ("IR sensor", "Eva", "", "this name already"),
        ("pump", "Eva", "", "another product here is called pump"),
        ("valve", "Eva", "", "another product here is called valve"),
        ("new", " ", "", "needs a name"),
        ("new", "Otto", "operator", "may not train models"),
    ],
)
def test_that_a_renaming_that_would_confuse_is_refused(
    tmp_path: Path, after: str, who: str, role: str, words: str
) -> None:
    with open_workspace(workspace_of(tmp_path / "ws")) as workspace:
        repository = workspace.repository
        other = replace(sample_inspection(2), bundle_sha256="other")
        repository.use_model(other.bundle_sha256, "Ada", ModelName("pump", "1"))
        with pytest.raises(ReviewError, match=words):
            rename_product(repository, "IR sensor", after, operator=who, role=role, others=["valve"])
        assert repository.model_names().renamings == ()
