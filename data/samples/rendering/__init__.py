"""Turn the hand-written sources into the .docx and .pdf samples, to the byte.

A tool of the repository, used by `data.samples.build`; nothing at run time
imports it.
"""
