"""Accuracy and cost of the room of companies, measured beside the best open tools on the same input, in turns."""
