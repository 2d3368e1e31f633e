"""Legal entities of the Global LEI Foundation."""
