"""Channels, hours and tasks that no kind of fact holds: ``asked`` for roles, ``told`` for CVs."""
