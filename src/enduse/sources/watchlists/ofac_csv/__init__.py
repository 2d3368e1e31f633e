"""OFAC's own CSV files: SDN, ALT and ADD, and the same three of the non-SDN lists."""
