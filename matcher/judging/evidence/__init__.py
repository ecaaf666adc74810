"""Quotes: cut from a text, widened to whole words, kept short."""
