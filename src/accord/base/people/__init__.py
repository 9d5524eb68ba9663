"""Who there is, and who may do what.

A *provider* looks after *clients*. A client has *teams* on two *sides* (business and IT) and *people* in them. A few people have an
*account* and are *assigned* to clients in a role; everybody else is reached by a *link*: one person, one purpose, for a time.

Promises the database keeps: a person's mail address is theirs alone within a client; a link's secret is never stored, only its digest.
"""
