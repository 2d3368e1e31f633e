"""The words that reading, extracting and typing go by: one place for each, by language; adding one here adds it everywhere.

`english`, `russian` and `chinese` hold the words of saying, doubting and denying; `deeds` what companies do, by rung and class, in
all three; `voices` what names a source; `across` the questions asked whatever the language. Words are alternatives of a pattern,
as printed; a table says in its docstring what follows from a word of it.
"""
