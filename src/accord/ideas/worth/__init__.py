"""Is it worth solving, and what is most worth finding out before deciding?

The article: get to the root of the problem with five questions before anything is solved; often there is "a better path", and sometimes it is
"not worth solving at all". The answers become a *value case*: *quantities* as ranges that people give (nine in ten), *options* that always
include doing nothing, and formulas one can read. The engine in `base/estimate` weighs them; here the case is kept, asked about and shown.

Promises the database keeps: an initiative has one case; a name means one thing in a case; what somebody said (a `Voice`) is never changed
and never deleted; notes about politics are stored sealed.
"""
