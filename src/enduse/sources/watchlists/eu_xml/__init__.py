"""The EU's consolidated list of financial sanctions as XML 1.1."""
