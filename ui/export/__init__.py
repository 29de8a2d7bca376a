"""From a meeting to a document: what, in which form, a look at it, what is missing, the file."""
