"""Experience of a field: begin with ``judge``, then ``fields``, ``posts`` and ``fits``."""
