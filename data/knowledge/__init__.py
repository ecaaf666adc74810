"""Tables people can edit, and the loader that reads them."""
