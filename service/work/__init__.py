"""What the service does: files to stored candidates, roles to rankings. Must not know HTTP."""
