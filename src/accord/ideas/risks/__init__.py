"""Speak up: what somebody sees coming, said early, safely, and answered.

The article: not much is worse than hearing someone say, “I knew this would happen”. An *early warning* (in code a *risk*) names the goal it
threatens, what is seen, what it may cost, what is asked, and by when; who raises it does so openly, through somebody they trust, or without a
name. Somebody must answer by a day: say that they read it, ask, act, accept it for a time, or decline with a reason. What nobody answers
goes one voice up. *Likelihood* and *impact* are ranges, of which the *loss exceedance curve* is made. When it comes true, the earliest
warning that was sealed before the day says how early we were told.

Promises the database keeps: what was estimated, seen and answered is never changed or removed; an acceptance has the day it ends; a warning
without a name has no column that leads to who wrote it. Nobody's name stands on what came true.
"""
