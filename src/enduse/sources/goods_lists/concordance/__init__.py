"""Which codes correspond between two editions of the Harmonized System."""
