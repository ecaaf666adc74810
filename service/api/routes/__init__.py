"""The routes: one file for a noun, each with a ``router`` that `service.api.app` includes."""
