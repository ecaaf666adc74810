"""What can go wrong at the doors: each message names the input, what is wrong and what to do."""

from __future__ import annotations


class InputError(Exception):
    """Something the user gave cannot be processed at all."""


class UsageError(Exception):
    """The command was called in a way that makes no sense."""


class CannotRead(Exception):
    """A document cannot be read; the message names it, what is wrong and what to do."""
