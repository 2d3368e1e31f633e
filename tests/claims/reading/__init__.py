"""Tests of reading articles; every sentence is invented."""
