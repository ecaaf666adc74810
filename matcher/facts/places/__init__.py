"""Homes, moves and travel: ``reader`` for CVs, ``asks`` for roles."""
