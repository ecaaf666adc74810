"""Measured results: ``reader`` for CVs, ``asks`` for roles, ``measures`` for both."""
