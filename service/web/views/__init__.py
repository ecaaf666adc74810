"""What a page shows, put together from what the service tells of it; no HTTP and no HTML."""
