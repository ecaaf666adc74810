"""Text to vectors to neighbours.

Holds the sentence encoder, a classifier of marked spans, the vector cache, the vector and lexical
indexes and the fusion of their rankings. Must not know what a candidate, a role or a requirement
is, and imports nothing else of this project. Importing this package loads no machine-learning
library: each one stands behind the first call that needs it.
"""
