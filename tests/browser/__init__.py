"""The pages in a real browser, headless, against a real server."""
