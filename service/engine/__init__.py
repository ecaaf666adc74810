"""The engine room: processes that parse, encode and judge, so that nobody who serves has to."""
