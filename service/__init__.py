"""The doors: command line, reports, HTTP."""
