"""A module of QML is what its qmldir says."""

from pathlib import Path

import pytest

from shared.translations import FACES

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    {file.parent for qml in FACES.values() for file in (ROOT / qml).rglob("*.qml")}
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_file_of_a_module_is_in_its_qmldir(module: Path) -> None:
    listed = (module / "qmldir").read_text(encoding="utf-8").splitlines()[1:]
    files = {line.split()[-1] for line in listed}
    assert files == {file.name for file in module.glob("*.qml")}
