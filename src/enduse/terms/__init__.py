"""Values of the field, pure, no I/O: hs, identifiers, legal forms, territories, measures, periods, ids."""
