"""A year at two clients of Fernhill, told one act a module; scenes of all acts happen in the order of time.

Alder Mutual, an insurer, loses the first hour of every named storm. Brightwell, a chain of clinics, is smaller and talks otherwise. Every
scene calls the product's actions as the person who would have done it, on the day and at the hour it would have been done. No result is
written down here: what a case is worth, what to ask next and who is waited for come from the product.
"""
