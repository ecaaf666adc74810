"""The right to work in the United Kingdom: ``reader`` for CVs, ``asks`` for roles."""
