"""The UK Sanctions List as four tables of a third party."""
