"""What every idea stands on; knows none of them."""
