"""The demo: an installation of its own that is told a year of work, signs you in without a password, and shows you everybody's side.

`seed` makes the home of a demo (standard library only, so the command starts at once); `telling` fills it, in a process of its own, by
calling the product's actions under a held clock; `story` is what is told. `views` are the few pages that only a demo has: who to be, the
letters that were sent, a participant's phone. They are part of an installation in demo mode and of no other, and answer only this machine.
"""
