"""What goes over the wire: one file a noun, apart from the records that the matcher works with."""
