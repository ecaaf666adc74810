"""The steps from an empty database to the tables in `service.store.schema`."""
