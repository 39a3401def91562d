"""The tables: `journal` is the truth and most others its fold, kept beside it; `push`, `pin_try`, `pairing`, `account_try`, `account_session`,
`used_code`, `start_code`, `sign_in`, `told` and `idempotency` are kept for a while only, and `clock` for one run of the machine; `learnt` and
`day_figures` are what was made of the journal to tell people how long they will wait, and managers how long they did; both can be made anew.

`servicer`, `account` and `device` hold the hashed secrets of whom the journal admits.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from server.domain.ticket import OPEN_STATES, TicketState

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970 in UTC: exact, compact, and ordered."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        return None if value is None else (value - EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Duration(TypeDecorator[timedelta]):
    """A timedelta, kept as microseconds."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Any) -> int | None:
        return None if value is None else value // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> timedelta | None:
        return None if value is None else timedelta(microseconds=value)


metadata = sa.MetaData()


def _digest() -> sa.Column[bytes]:
    """Return a table's last column, see `digests.py`; a row from before there were any has none."""
    return sa.Column("digest", sa.LargeBinary)


branch = sa.Table(
    "branch",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("slug", sa.Text, nullable=False, unique=True),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("last_seq", sa.BigInteger, nullable=False),
    sa.Column("last_moment", Instant, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("stands_for", sa.Date, nullable=False, server_default="1970-01-01"),
    sa.Column("message", sa.Text),
    sa.Column("help", sa.Text, nullable=False, server_default="{}"),
    sa.Column("today", sa.Text, nullable=False, server_default="{}"),
    _digest(),
)

queue = sa.Table(
    "queue",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("slug", sa.Text, primary_key=True),
    sa.Column("letter", sa.Text, nullable=False),
    sa.Column("names", sa.Text, nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("removed", sa.Boolean, nullable=False),
    _digest(),
)

counter = sa.Table(
    "counter",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("queue", sa.Text, primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("last_number", sa.Integer, nullable=False),
    sa.Column("waiting", sa.Integer, nullable=False),
    sa.Column("given", sa.Integer, nullable=False, server_default="0"),
    sa.Column("letters", sa.Text, nullable=False, server_default=""),
    sa.Column("turns", sa.Text, nullable=False, server_default="[0,0]"),
    _digest(),
)

desk = sa.Table(
    "desk",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("queues", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("servicer", sa.Text),
    sa.Column("device", sa.Integer),
    sa.Column("since", Instant),
    sa.Column("removed", sa.Boolean, nullable=False),
    sa.Column("policy", sa.Text, nullable=False, server_default="oldest"),
    sa.Column("weights", sa.Text, nullable=False, server_default="[]"),
    sa.Column("reason", sa.Text),
    sa.Column("back_at", Instant),
    sa.Column("help_since", Instant),
    sa.Column("stored_since", Instant),
    sa.Column("turns", sa.Text, nullable=False, server_default="{}"),
    sa.Column("names", sa.Text, nullable=False, server_default="{}"),
    sa.Column("lent", sa.Text, nullable=False, server_default="[]"),
    sa.Column("helper", sa.Text),
    _digest(),
)

servicer = sa.Table(
    "servicer",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("pin_hash", sa.Text, nullable=False),
    sa.Column("removed", sa.Boolean, nullable=False),
    _digest(),
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("shown", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("has_second_factor", sa.Boolean, nullable=False),
    sa.Column("removed", sa.Boolean, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("factor_salt", sa.LargeBinary),
    sa.Column("is_given", sa.Boolean, nullable=False, server_default=sa.false()),
    _digest(),
)

account_session = sa.Table(
    "account_session",
    metadata,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("branch_id", sa.ForeignKey("branch.id"), nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("began_at", Instant, nullable=False),
    sa.Column("seen_at", Instant, nullable=False),
    sa.Column("proved_at", Instant, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("browser", sa.Text, nullable=False),
    sa.Index("account_session_of", "branch_id", "account"),
)

account_try = sa.Table(
    "account_try",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("account", sa.Text, primary_key=True),
    sa.Column("whence", sa.Text, primary_key=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

used_code = sa.Table(
    "used_code",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("account", sa.Text, primary_key=True),
    sa.Column("step", sa.BigInteger, nullable=False),
)

recovery_code = sa.Table(
    "recovery_code",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("account", sa.Text, primary_key=True),
    sa.Column("code_hash", sa.LargeBinary, primary_key=True),
)

start_code = sa.Table(
    "start_code",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("code_hash", sa.LargeBinary, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

sign_in = sa.Table(
    "sign_in",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("branch_id", sa.ForeignKey("branch.id"), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("browser", sa.Text, nullable=False),
    sa.Column("before", sa.LargeBinary),
    sa.Column("link", sa.LargeBinary),
    sa.Index("sign_in_by_age", "branch_id", "at"),
)

pin_try = sa.Table(
    "pin_try",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("device", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("servicer", sa.Text, primary_key=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

device = sa.Table(
    "device",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("revoked_at", Instant),
    sa.Column("desk", sa.Integer),
    _digest(),
)

pairing = sa.Table(
    "pairing",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("device", sa.Integer),
    sa.Column("at", Instant, nullable=False),
    sa.Column("fetched", sa.Boolean, nullable=False),
)

ticket = sa.Table(
    "ticket",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("token_hash", sa.LargeBinary, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("queue", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("position", sa.Text, nullable=False),
    sa.Column("taken_at", Instant, nullable=False),
    sa.Column("since", Instant, nullable=False),
    sa.Column("touched", sa.BigInteger, nullable=False),
    sa.Column("waited", Duration, nullable=False),
    sa.Column("served", Duration, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("priority", sa.Text),
    sa.Column("calls", sa.Integer, nullable=False),
    sa.Column("called_at", Instant),
    sa.Column("last_called_at", Instant),
    sa.Column("called_seq", sa.BigInteger),
    sa.Column("started_at", Instant),
    sa.Column("ended_at", Instant),
    sa.Column("desk", sa.Integer),
    sa.Column("servicer", sa.Text),
    sa.Column("for_desk", sa.Integer),
    sa.Column("hold_reason", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("postponed", sa.Integer, nullable=False, server_default="0"),
    sa.Column("on_my_way_at", Instant),
    sa.Column("print", sa.Text),
    sa.Column("rating", sa.Integer),
    sa.Column("corrected", Duration, nullable=False, server_default="0"),
    sa.Column("promise", sa.Text),
    _digest(),
    sa.Index("ticket_by_token", "token_hash", unique=True),
    sa.Index("ticket_by_day", "branch_id", "day"),
    sa.Index("ticket_by_call", "branch_id", "called_seq"),
)

OPEN = [state.value for state in TicketState if state in OPEN_STATES]
"""The states of a ticket that has not ended, in the order that the index and who uses it have to share."""

# The two questions asked at every call: who is first in this queue, and who is at this desk.
# Partial, so that they stay as small as the waiting room however old the branch is.
sa.Index(
    "ticket_in_line",
    ticket.c.branch_id,
    ticket.c.queue,
    ticket.c.position,
    sqlite_where=ticket.c.state == "waiting",
    postgresql_where=ticket.c.state == "waiting",
)
sa.Index(
    "ticket_open",
    ticket.c.branch_id,
    ticket.c.desk,
    sqlite_where=ticket.c.state.in_(OPEN),
    postgresql_where=ticket.c.state.in_(OPEN),
)

sa.Index(
    "ticket_missed",
    ticket.c.branch_id,
    ticket.c.day,
    sqlite_where=ticket.c.state == "missed",
    postgresql_where=ticket.c.state == "missed",
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("act", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("ticket", sa.BigInteger),
    sa.Column("device", sa.Integer),
    sa.Column("desk", sa.Integer),
    sa.Column("servicer", sa.Text),
    sa.Column("manager", sa.Text),
    sa.Column("body", sa.Text, nullable=False),
    _digest(),
    sa.Index("journal_of_ticket", "branch_id", "ticket", "seq"),
    sa.Index("journal_of_desk", "branch_id", "desk", "seq"),
)

# What is about no ticket is rare: how desks and the branch stood long ago is found without reading what came since.
sa.Index(
    "journal_about_none",
    journal.c.branch_id,
    journal.c.kind,
    journal.c.seq,
    journal.c.desk,
    sqlite_where=journal.c.ticket.is_(None),
    postgresql_where=journal.c.ticket.is_(None),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.LargeBinary, nullable=False),
    sa.Column("outcome", sa.LargeBinary, nullable=False),
    sa.Column("at", Instant, nullable=False),
    _digest(),
    sa.Index("idempotency_by_age", "at"),
    sqlite_with_rowid=False,
)

push = sa.Table(
    "push",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("ticket", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("endpoint", sa.Text, primary_key=True),
    sa.Column("p256dh", sa.Text, nullable=False),
    sa.Column("auth", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("ahead", sa.Integer, nullable=False, server_default="0"),
)

picture = sa.Table(
    "picture",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    _digest(),
)

clock = sa.Table(
    "clock",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("boot", sa.Text, nullable=False),
    sa.Column("ahead", Duration, nullable=False),
    sa.Column("since", sa.BigInteger, nullable=False),
    _digest(),
)

seen = sa.Table(
    "seen",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("device", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
)

report = sa.Table(
    "report",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("device", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("paper", sa.Text),
    sa.Column("screen", sa.Text, nullable=False),
    sa.Column("sound", sa.Text),
    sa.Column("at", Instant, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("link", sa.LargeBinary),
)

told = sa.Table(
    "told",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("ticket", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("ranges", sa.Text, nullable=False),
    sa.Index("told_by_day", "branch_id", "day"),
)

learnt = sa.Table(
    "learnt",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

day_figures = sa.Table(
    "day_figures",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    _digest(),
)

pulse = sa.Table(
    "pulse",
    metadata,
    sa.Column("branch_id", sa.ForeignKey("branch.id"), primary_key=True),
    sa.Column("at", Instant, nullable=False),
)
