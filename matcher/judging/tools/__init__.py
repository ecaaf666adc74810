"""Products, technologies and methods: begin with ``judge``."""
