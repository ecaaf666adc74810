"""Licences to drive and to practise a trade: begin with ``reader``."""
