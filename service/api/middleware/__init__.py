"""What every request passes through before a route sees it; plain ASGI, one idea a file."""
