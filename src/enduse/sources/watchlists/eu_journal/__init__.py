"""Annexes of EU sanctions regulations as consolidated in the Official Journal, one CSV for each regulation."""
