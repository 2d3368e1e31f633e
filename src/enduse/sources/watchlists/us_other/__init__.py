"""Lists of the US Departments of Defense, State, Homeland Security and the Treasury, of CBP and of the FCC."""
