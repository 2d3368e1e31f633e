"""OFAC's SDN list as XML."""
