"""The list of initiatives and the story of one: frames that the ideas fill.

`rows` gathers what each idea knows of every initiative in a constant number of queries; `filters` chooses and counts; `listing` builds the
list, folded above 25 so that a thousand stay readable; `telling` builds the page of one.
"""
