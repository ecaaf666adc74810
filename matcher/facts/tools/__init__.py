"""Products, technologies and methods: ``reader`` for CVs, ``asks`` for roles."""
