"""Shapes are complete and say what they mean."""

from enduse.model import TABLES


def test_every_table_has_a_key_and_every_column_a_sentence() -> None:
    """No table without key, no column without meaning."""
    for table in TABLES.values():
        assert table.key, table.name
        assert all(column.doc for column in table.columns), table.name


def test_units_stand_in_the_names_of_numbers() -> None:
    """A mass says kg, a value says its currency column or usd."""
    for table in TABLES.values():
        for column in table.columns:
            if column.type == "double" and "mass" in column.name:
                assert column.name.endswith(("_kg", "_share")), (table.name, column.name)
