"""Experience of a field: begin with ``judge``, then ``fields`` and ``posts``."""
