"""One pure function per kind of requirement: criterion and candidate to a verdict."""
