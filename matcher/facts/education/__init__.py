"""Awards of general and vocational education: ``reader`` for CVs, ``asks`` for roles."""
