"""Every schema there ever was becomes the present one, with what was in it."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from server.domain.refusals import NotValid
from server.store import schema, tables
from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, SetQueue
from tests.clock import FakeClock
from tests.database import opened
from tests.server.in_time import MONDAY_NINE, BranchInTime

OLD = """
INSERT INTO branch VALUES (1, 'main', '{"time_zone": "UTC"}', 3, 1763888400000000, '2026-11-23');
INSERT INTO queue VALUES (1, 'parking', 'A', '{"en": "Parking"}', 1, '{}', 0);
INSERT INTO desk VALUES (1, 3, '["parking"]', 'closed', NULL, NULL, NULL, 0);
INSERT INTO counter VALUES (1, 'parking', '2026-11-23', 1, 1);
INSERT INTO journal VALUES
  (1, 1, 1763888400000000, 'queue_configured', NULL, NULL, NULL, NULL,
   '{"queue": {"slug": "parking", "letter": "A", "names": {"en": "Parking"}, "ordinal": 1}}'),
  (1, 2, 1763888400000000, 'desk_configured', NULL, NULL, NULL, NULL,
   '{"desk": {"number": 3, "queues": ["parking"]}}'),
  (1, 3, 1763888400000000, 'taken', 3, NULL, NULL, NULL,
   '{"queue": "parking", "day": "2026-11-23", "number": 1, "label": "A001", "position": "17638884000000000000000003"}');
INSERT INTO ticket VALUES
  (1, 3, x'88b4f5553c7b7fd5c022bb4ed12db6fe224e2cb09710857868c382d72203e64a', '2026-11-23', 'parking', 1, 'A001', 'waiting', '17638884000000000000000003', 1763888400000000,
   1763888400000000, 3, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO idempotency VALUES ('device:1', 'key', x'00', 201, x'', 1763888400000000);
INSERT INTO device VALUES
  (1, 1, 'kiosk', 'Entrance', x'01', 1763888400000000, NULL),
  (2, 1, 'display', 'Hall', x'02', 1763888400000000, 1763888400000000),
  (3, 1, 'console', 'Desk 3', x'03', 1763888400000000, NULL);
"""


def scripts() -> Config:
    config = Config()
    directory = Path(schema.__file__).parent / "migrations"
    config.set_main_option("script_location", str(directory))
    return config


def database_at(revision: str, directory: Path) -> Path:
    """Return a database of an old schema, with a branch in which somebody waits."""
    directory.mkdir(parents=True)
    (directory / "secret.key").write_bytes(bytes(32))
    path = directory / "queue.db"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = scripts()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    return path


def test_head_is_the_newest_script() -> None:
    assert ScriptDirectory.from_config(scripts()).get_current_head() == schema.HEAD


def test_the_migrations_lead_to_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'queue.db'}")
    schema.prepare(engine, MONDAY_NINE)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_an_old_database_goes_on_with_what_was_in_it(tmp_path: Path) -> None:
    path = database_at("0001", tmp_path / "data")
    with opened(path) as database:
        database.executescript(OLD)
    branch = BranchInTime(tmp_path / "data", FakeClock(MONDAY_NINE))
    kiosk = branch.device("kiosk")
    assert kiosk.get("/board").json["waiting"] == {"parking": 1}
    assert kiosk.take()["label"] == "A002"
    branch.do(SetQueue(slug="parking", letter="B"))
    with pytest.raises(NotValid):
        branch.do(AddQueue(slug="tax", letter="A", names={"en": "Tax"}))
    with branch.store.reading(MAIN_BRANCH) as view:
        devices = {device.id: device.name for device in view.devices()}
        checked = check(view, branch.store.tokens)
    assert (devices[1], devices[3], 2 in devices) == ("Entrance", "Desk 3", False)
    assert checked.differences == []
    with opened(path) as database:
        acts = database.execute("SELECT seq, act FROM journal LIMIT 3").fetchall()
        kept = database.execute(
            "SELECT scope, key, outcome FROM idempotency"
        ).fetchall()
    assert acts == [(1, 1), (2, 2), (3, 3)]
    assert ("device:1", "key", b"201 ") in kept
    branch.close()


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = database_at("head", tmp_path / "data")
    with opened(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    engine = sa.create_engine(f"sqlite:///{path}")
    with pytest.raises(schema.SchemaTooNew):
        schema.prepare(engine, MONDAY_NINE)
    engine.dispose()
