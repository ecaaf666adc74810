"""What a caller did, noted in the transaction that does it.

Must not know any route.
"""

from __future__ import annotations

from sqlalchemy import Connection

from service.api.identity import Caller
from service.store import audit


def note(
    connection: Connection,
    caller: Caller,
    action: str,
    subject: str,
    **detail: str | int | bool | None,
) -> None:
    """Add a record to the audit trail; ids and numbers only.

    Args:
        connection: In the transaction that does what is noted.
        caller: Who does it.
        action: Such as "role.created".
        subject: The public id of what it is done to.
        detail: What says more; None is left out.
    """
    audit.append(
        connection,
        caller.tenant_id,
        actor=caller.actor,
        action=action,
        subject=subject,
        request=caller.request,
        detail={name: value for name, value in detail.items() if value is not None},
    )
