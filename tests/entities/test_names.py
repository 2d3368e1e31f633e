"""Names analysed: keys, sounds, what is generic; printed names are never changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.entities.names import address_words, analyse, fold_lookalikes, romanise


@pytest.mark.parametrize("name", ["A", "E", "Е", "я", "1", "Z.", "宁", "É"])
def test_one_letter_is_a_name(name: str) -> None:
    """Single letters and figures keep a key."""
    assert analyse(name).key


@pytest.mark.parametrize("name", ["CORP", "ООО", "LLC", "Co., Ltd.", "有限公司", "株式会社", "Limited Liability Company", "---", ""])
def test_legal_form_alone_has_no_key(name: str) -> None:
    """Nothing but a legal form or signs leaves nothing to compare."""
    assert analyse(name).key is None


def test_lookalike_letters_are_folded_for_comparison_only() -> None:
    """A Latin word with a Cyrillic letter is the Latin word; a Russian word with a Latin letter the Russian one."""
    assert analyse("EХAMPLE").key == "example"
    assert fold_lookalikes("ПPИМЕР") == "ПРИМЕР"
    assert fold_lookalikes("Пример") == "Пример"


def test_second_name_in_brackets_is_kept_aside() -> None:
    """A name repeated in brackets in another script does not change the key."""
    named = analyse("ТОО EXAMPLE CERAMIC (ЭКЗАМПЛ КЕРАМИК)")
    assert (named.key, named.inner) == ("ceramic example", "ekzampl keramik")


def test_sound_folds_spellings_and_not_numbers() -> None:
    """Compel and Kompel sound alike; plants I and II do not."""
    assert analyse("Compel").sound == analyse("КОМПЭЛ").sound
    assert analyse("Invented Plant I").sound != analyse("Invented Plant II").sound


def test_latin_reading_keeps_latin_names() -> None:
    """Names in Latin letters stay as printed; others are romanised."""
    assert (romanise("Şti Ärger"), romanise("ЩУКА"), romanise("宁波")) == ("Şti Ärger", "SHCHUKA", "ning bo")


def test_addresses_share_words_across_scripts() -> None:
    """An address in Russian and its transliteration share street and number."""
    assert {"5", "primernaia"} <= address_words("ул. Примерная, д. 5") & address_words("5 Primernaya Street")


@given(st.text(max_size=60))
def test_any_text_is_analysed(name: str) -> None:
    """No printed name makes the analysis fail, and a key is stable under analysis of its own words."""
    named = analyse(name)
    assert named.key is None or named.key.strip()
    romanise(name)
