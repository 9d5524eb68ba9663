"""Speak: the one place where somebody warns without a name, and comes back with a code. An application and a process of its own.

It knows no session, no account and no cookie, keeps no log, and reaches one table to add to and three to read. What it learns of a visit is
thrown away before a page is made (`forgetting`), so there is nothing that code further in could keep by mistake.
"""
