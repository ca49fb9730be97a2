"""``parley serve``: the pages and the REST interface over a ledger, on the reader's own machine."""
