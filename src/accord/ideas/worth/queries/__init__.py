"""What can be asked about worth. Other ideas call what is named here."""
