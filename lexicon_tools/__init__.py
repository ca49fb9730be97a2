"""Scripts that make lexicon tables from public facts; nothing here is needed to read an article."""
