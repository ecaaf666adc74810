"""Lengths of experience and what it is of: ``reader`` for CVs, ``asks`` for roles."""
