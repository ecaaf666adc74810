"""One file per command; each has ``run(options) -> exit status``."""
