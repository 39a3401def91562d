"""Who asks, apart from how they prove it."""

from dataclasses import dataclass

from flask import current_app, request

from server.domain.events import Actor
from server.live.last_seen import LastSeen
from server.store.store import Store
from server.web.problems import NotAllowed, NotAuthenticated
from shared.wire.messages import Role


@dataclass(frozen=True, slots=True)
class Asker:
    """Of which branch they are, what they may do, as whom they act, and whose idempotency keys they use."""

    branch_id: int
    role: Role
    actor: Actor
    scope: str


def bearer() -> str:
    """Return the secret that came with the request; raise `NotAuthenticated` where none did."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret:
        raise NotAuthenticated
    return secret


def by_bearer(roles: frozenset[Role]) -> Asker:
    """Return who holds the token that came with the request; raise `NotAuthenticated`, or `NotAllowed` for another role."""
    return by_token(bearer(), roles)


def by_token(token: str, roles: frozenset[Role]) -> Asker:
    """Return who holds the token; raise `NotAuthenticated`, or `NotAllowed` for another role."""
    store: Store = current_app.extensions["store"]
    paired = store.device_of(token)
    if paired is None:
        raise NotAuthenticated
    device = paired.device
    last_seen: LastSeen = current_app.extensions["last_seen"]
    last_seen.note(paired.branch_id, device.id)
    if device.role not in roles:
        raise NotAllowed(device.role)
    role = Role(device.role)
    manager = device.name if role is Role.MANAGER else None
    actor = Actor(device=device.id, manager=manager)
    return Asker(paired.branch_id, role, actor, f"device:{device.id}")
