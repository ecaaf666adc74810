"""What is judged by words and closeness alone: begin with ``closeness`` and ``practice``."""
