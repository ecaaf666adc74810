"""Numbers, amounts, lengths and figures as documents write them: begin with ``numbers``."""
