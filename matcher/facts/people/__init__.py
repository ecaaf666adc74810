"""People led: ``reader`` for CVs, ``asks`` for roles; the rest: how many, and whose."""
