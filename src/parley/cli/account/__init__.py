"""The account on the terminal: one reading, laid out for people. Imported only when something is printed."""
