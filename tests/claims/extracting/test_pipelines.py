"""An official spaCy pipeline adds names when it is installed, and nothing is missed when it is not; here a fake one stands in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from enduse.claims.extracting import gate
from enduse.claims.extracting.pipelines import installed, with_names
from enduse.claims.reading import read_text, told
from enduse.errors import SettingError

FAKE = r'''
"""A stand-in: every word that begins with "Zz" is a name, its label by its ending."""
import re
__version__ = "3.8.99"
class Entity:
    def __init__(self, start, end, label): self.start_char, self.end_char, self.label_ = start, end, label
class Document:
    def __init__(self, text):
        rule = re.compile(r"(?:the )?\bZz\w*(?:’s)?|Example Trading|in 2023")
        labels = {"o": "PERSON", "g": "ORG", "a": "GPE"}
        self.ents = [Entity(*m.span(), labels.get(m[0].removesuffix("’s")[-1], "DATE")) for m in rule.finditer(text)]
class Language:
    def pipe(self, texts): return map(Document, texts)
def load(name, exclude):
    if name == "zh_core_web_sm": raise OSError("[E050] invented")
    assert "ner" not in exclude
    return Language()
'''
TEXT = (
    "A title that stands above the text\n\nZzo visited the Zzing before Example Trading delivered 40 engines to Zzata’s plant in "
    "2023, and Zzoo smiled.\n"
)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a fake spaCy on the path; `install` below adds pipelines to it."""
    (tmp_path / "spacy").mkdir()
    (tmp_path / "spacy" / "__init__.py").write_text(FAKE, encoding="utf-8")
    util = (
        "from pathlib import Path\ndef get_installed_models(): return [one.name.split('-')[0] for one in "
        "Path(__file__).parents[1].glob('*.dist-info')]\n"
    )
    (tmp_path / "spacy" / "util.py").write_text(util, encoding="utf-8")
    for name in [one for one in sys.modules if one.partition(".")[0] == "spacy"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in [one for one in sys.modules if one.partition(".")[0] == "spacy"]:
        del sys.modules[name]


def install(folder: Path, name: str, version: str, called: str | None = None) -> None:
    """Write what an installed package leaves behind."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {called or name}\nVersion: {version}\n", encoding="utf-8")


def test_without_spacy_articles_stay_as_they_are() -> None:
    """Nothing is needed and nothing is changed."""
    read = read_text("made.txt", TEXT)
    assert (installed(), with_names([read])) == ((), ([read], []))


def test_names_are_added_where_none_stands(fake: Path) -> None:
    """People, organisations and places, whole and without possessive; the rules' own mentions and claims stay."""
    install(fake, "en_core_web_sm", "3.8.0")
    read = read_text("made.txt", TEXT)
    (named,), used = with_names([read])
    added = {one.text: one.kind for one in named.view.mentions if one not in read.view.mentions}
    assert added == {"Zzo": "person", "Zzing": "organisation", "Zzata": "place", "Zzoo": "person"}
    assert [(one.name, one.version) for one in used] == [("en_core_web_sm", "3.8.0")]
    assert set(read.view.mentions) < set(named.view.mentions)
    assert [(one.id, one.chain, one.type) for one in named.claims] == [(one.id, one.chain, one.type) for one in read.claims]
    assert with_names([read]) == ([named], used)


def test_claims_with_added_names_pass_the_gate(fake: Path) -> None:
    """A candidate from a pipeline is as grounded as one from the rules."""
    install(fake, "en_core_web_sm", "3.8.0")
    (named,), _ = with_names([read_text("made.txt", TEXT)])
    assert any(one.text == "Zzata" and one.role == "object" for claim in named.claims for one in claim.mentions)
    assert gate(named, told([named])["claims"])[1] == []


@pytest.mark.parametrize(
    ("name", "version", "called"),
    [
        ("en_core_web_trf", "999.9.9", None),
        ("en_core_web_sm", "999.9.9", None),
        ("en_core_web_sm", "3.7.1", None),
        ("invented_model", "3.8.0", None),
    ],
)
def test_a_package_that_is_not_official_is_not_loaded(fake: Path, name: str, version: str, called: str | None) -> None:
    """Another version than spaCy's, or another name, is passed over."""
    install(fake, name, version, called)
    assert installed() == ()


def test_a_copy_under_another_name_is_not_official(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline registered by a package of another name is somebody else's."""
    util = fake / "spacy" / "util.py"
    util.write_text("def get_installed_models(): return ['en_core_web_sm']\n", encoding="utf-8")
    install(fake, "en_core_web_sm_copy", "3.8.0")
    assert installed() == ()


def test_the_largest_pipeline_of_a_language_is_used(fake: Path) -> None:
    """The middle one before the small one."""
    install(fake, "en_core_web_sm", "3.8.0")
    install(fake, "en_core_web_md", "3.8.0")
    assert [one.name for one in installed()] == ["en_core_web_md"]


def test_a_pipeline_that_cannot_be_loaded_says_so(fake: Path) -> None:
    """One sentence with the way out."""
    install(fake, "zh_core_web_sm", "3.8.0")
    with pytest.raises(SettingError, match="--no-pipeline"):
        with_names([read_text("made.txt", "虚构工厂在2023年收到了四十台发动机，两名官员说。这家工厂没有回应。\n")])
