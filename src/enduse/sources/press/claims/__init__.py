"""Ledgers of claims found in articles."""
