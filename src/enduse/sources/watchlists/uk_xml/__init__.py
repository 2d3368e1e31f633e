"""The UK Sanctions List as the Foreign, Commonwealth and Development Office publishes it."""
