"""A person's decisions on a bitext, made on a page of this machine's browser.

`actions` and `draft` are values without a file or a page, `keeper` writes them, `server` and
`static/` show them: another face, in a terminal say, needs only the first three.
"""
