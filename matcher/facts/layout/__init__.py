"""How sentences, lists and tables lie on the page, for every kind of fact."""
