"""A repackaging of OFAC's SDN list as JSON or CSV: names and programmes only."""
