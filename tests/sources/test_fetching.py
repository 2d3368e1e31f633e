"""Downloads end whole or not at all, whatever the server does; only the loopback address is asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from enduse.errors import FetchFailed, SettingError, StorageFailed, WorkspaceLocked
from enduse.sources import fetching
from enduse.sources.catalog import Download, SourceDefinition
from enduse.sources.downloading import Patience
from enduse.sources.fetching import Fetched
from enduse.store import writing
from tests.sources.unruly import BODY, Unruly, serving

HASTY = Patience(connect_s=1, read_s=0.15, stall_s=0.2, stall_bytes=1000, tries=3, backoff_s=0.001)
Get = Callable[..., Fetched]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Unruly]:
    """A server that behaves until told otherwise."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with serving(Unruly()) as unruly:
        yield unruly


@pytest.fixture
def get(server: Unruly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """Fetch the server's one file into the temporary folder."""

    def fetch(mirror: str | None = None, file: str = "list.xml", size_min: int = 1) -> Fetched:
        declared = Download(url=f"{server.base}/pub/{file}", file=file, size_min=size_min)
        definition = SourceDefinition(
            id="watchlists/invented",
            kind="watchlists",
            title="Invented",
            publisher="nobody",
            licence="none",
            description="none",
            formats=("xml",),
            fetch=(declared,),
        )
        monkeypatch.setattr(fetching, "definition_of", lambda _: definition)
        return fetching.fetch("watchlists/invented", tmp_path, mirror, patience=HASTY)[0]

    return fetch


def test_a_file_comes_whole_with_size_and_hash_recorded(get: Get, tmp_path: Path) -> None:
    """The bytes are the server's, and the record beside them says so."""
    fetched = get()
    assert (tmp_path / "list.xml").read_bytes() == BODY
    record = json.loads((tmp_path / "list.xml.fetch.json").read_text())
    assert record["sha256"] == hashlib.sha256(BODY).hexdigest() == fetched.sha256
    assert (record["size_bytes"], record["etag"], fetched.unchanged) == (len(BODY), '"v1"', False)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "list.xml", "list.xml.fetch.json"]


def test_an_unchanged_file_is_not_downloaded_again(get: Get, server: Unruly) -> None:
    """The second time the server is asked with the ETag, answers 304, and the record keeps the first time."""
    first = get()
    second = get()
    assert server.seen[-1][1]["If-None-Match"] == '"v1"'
    assert second.unchanged
    assert second.retrieved_at == first.retrieved_at


def test_a_damaged_copy_is_fetched_anew(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A file that is no longer the one recorded is not vouched for by its ETag."""
    get()
    (tmp_path / "list.xml").write_bytes(b"damaged")
    assert not get().unchanged
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_a_changed_file_replaces_the_old_one(get: Get, server: Unruly, tmp_path: Path) -> None:
    """Another ETag brings the new bytes."""
    get()
    server.body, server.etag = b"<list/>\n", '"v2"'
    assert get().etag == '"v2"'
    assert (tmp_path / "list.xml").read_bytes() == b"<list/>\n"


@pytest.mark.parametrize("trick", ["cut 5000", "stall 5000", "announce 10", "status 500", "status 503", "drip"])
def test_one_trouble_is_survived(get: Get, server: Unruly, tmp_path: Path, trick: str) -> None:
    """After a cut, a stall, a drip, a wrong length or a 5xx the next try brings the whole file."""
    server.tricks = [trick]
    get()
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_a_cut_download_is_resumed_where_it_ended(get: Get, server: Unruly, tmp_path: Path) -> None:
    """The second request asks only for the rest, of the same version."""
    server.tricks = ["cut 5000"]
    get()
    assert server.seen[1][1]["Range"] == "bytes=5000-"
    assert server.seen[1][1]["If-Range"] == '"v1"'
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_a_later_command_resumes_what_an_earlier_one_left(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A part left by a killed command is continued by the next one."""
    server.tricks = ["stall 9000", "stall 0", "stall 0", "stall 0"]
    with pytest.raises(FetchFailed, match="3 tries"):
        get()
    assert not (tmp_path / "list.xml").exists()
    assert (tmp_path / "list.xml.part").read_bytes() == BODY[:9000]
    get()
    assert server.seen[-2][1]["Range"] == "bytes=9000-"
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_two_versions_are_never_glued(get: Get, server: Unruly, tmp_path: Path) -> None:
    """When the file changed after a cut, If-Range makes the server send all of the new one."""
    server.tricks = ["cut 5000", "status 404"]
    with pytest.raises(FetchFailed):
        get()
    server.body, server.etag = b"<other>" + b" " * 9000 + b"</other>", '"v2"'
    get()
    assert (tmp_path / "list.xml").read_bytes() == server.body


def test_a_server_that_ignores_ranges_sends_all_again(get: Get, server: Unruly, tmp_path: Path) -> None:
    """200 to a Range request replaces the part."""
    server.ranges, server.tricks = False, ["cut 5000"]
    get()
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_a_shifted_piece_is_not_appended(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A Content-Range that does not begin where the part ends begins anew."""
    server.tricks = ["cut 5000", "shift 7"]
    get()
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_without_validators_nothing_is_resumed(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A server that names no version cannot be trusted to continue the same one."""
    server.etag, server.tricks = None, ["cut 5000"]
    get()
    assert "Range" not in server.seen[1][1]
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_a_part_that_was_whole_when_the_command_died_is_taken(get: Get, server: Unruly, tmp_path: Path) -> None:
    """Nothing is sent again when only the rename was missing."""
    (tmp_path / "list.xml.part").write_bytes(BODY)
    note = {"url": f"{server.base}/pub/list.xml", "etag": '"v1"', "last_modified": None}
    (tmp_path / "list.xml.part.json").write_text(json.dumps(note))
    get()
    assert len(server.seen) == 1
    assert (tmp_path / "list.xml").read_bytes() == BODY


def test_too_short_a_length_is_found_out_by_asking_for_more(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A CSV cut by its own Content-Length is completed: the server holds a byte after the last."""
    server.body, server.tricks = b"a,b\n" * 5000, ["announce -4000"]
    get(file="list.csv")
    assert (tmp_path / "list.csv").read_bytes() == server.body


@pytest.mark.parametrize(("file", "body"), [("list.xml", BODY), ("list.json", b'{"a": [' + b"1, " * 900 + b"1]}")])
def test_too_short_a_length_is_found_out_by_the_ending(get: Get, server: Unruly, tmp_path: Path, file: str, body: bytes) -> None:
    """XML and JSON that end in the middle are refused even when the server takes no ranges."""
    server.body, server.ranges, server.tricks = body, False, ["announce -40"]
    with pytest.raises(FetchFailed, match="ends in the middle"):
        get(file=file)
    assert not (tmp_path / file).exists()


def test_a_body_without_length_that_is_cut_is_refused(get: Get, server: Unruly) -> None:
    """Nobody announced a length, the connection closed early: the ending tells."""
    server.ranges, server.body, server.tricks = False, BODY[:-9], ["unsaid"]
    with pytest.raises(FetchFailed, match="ends in the middle"):
        get()


def test_a_stalling_server_is_given_up_in_time(get: Get, server: Unruly, tmp_path: Path) -> None:
    """After the tries allowed the reason and the remedy are told, and no file stands under its name."""
    server.tricks = ["stall 10"] + ["stall 0"] * 5
    with pytest.raises(FetchFailed, match=r"did not answer in time.*3 tries.*Run the same command again"):
        get()
    assert not (tmp_path / "list.xml").exists()


def test_a_failed_fetch_leaves_the_earlier_file(get: Get, server: Unruly, tmp_path: Path) -> None:
    """The old file and its record are untouched when the new one cannot be had."""
    get()
    before = (tmp_path / "list.xml.fetch.json").read_bytes()
    server.body, server.etag, server.tricks = b"<x>", '"v2"', []
    with pytest.raises(FetchFailed):
        get()
    assert (tmp_path / "list.xml").read_bytes() == BODY
    assert (tmp_path / "list.xml.fetch.json").read_bytes() == before


def test_redirects_are_followed(get: Get, server: Unruly, tmp_path: Path) -> None:
    """A relative and an absolute redirect lead to the file."""
    server.tricks = ["redirect /b", f"redirect {server.base}/c"]
    get()
    assert [path for path, _ in server.seen[:3]] == ["/pub/list.xml", "/b", "/c"]
    assert (tmp_path / "list.xml").read_bytes() == BODY


@pytest.mark.parametrize(
    ("tricks", "reason"),
    [
        (["redirect /pub/list.xml"] * 9, "redirected more than 5 times"),
        (["redirect file:///etc/hostname"], "only http and https"),
        (["redirect ftp://127.0.0.1/x"], "only http and https"),
        (["status 404"], "no such file"),
        (["status 403"], "refuses access"),
        (["gzip"], "compressed"),
        (["status 500"] * 3, "answered 500"),
    ],
)
def test_what_cannot_be_had_is_refused_with_a_reason(get: Get, server: Unruly, tmp_path: Path, tricks: list[str], reason: str) -> None:
    """A loop, another protocol, a missing file: the reason is told and nothing is left under the file's name."""
    server.tricks = tricks
    with pytest.raises(FetchFailed, match=reason):
        get()
    assert not (tmp_path / "list.xml").exists()


def test_a_step_down_from_https_is_not_followed(tmp_path: Path) -> None:
    """An https address that redirects to http is refused."""
    import contextlib

    import httpx

    from enduse.sources.downloading import _Attempt

    down = httpx.MockTransport(lambda _: httpx.Response(302, headers={"Location": "http://127.0.0.1/x"}))
    with httpx.Client(transport=down) as client, contextlib.ExitStack() as stack, pytest.raises(FetchFailed, match="from https down"):
        _Attempt(client, "https://127.0.0.1/x", tmp_path / "x.part", lambda done, total: None, HASTY)._follow(stack, {})


def test_a_web_page_in_place_of_the_file_is_refused(get: Get, server: Unruly) -> None:
    """A login or error page sent with 200 is not the list."""
    server.body = b"\n<!DOCTYPE html><html><body>Please sign in</body></html>"
    with pytest.raises(FetchFailed, match="a web page came"):
        get(file="list.csv")


def test_a_file_below_its_least_size_is_refused(get: Get, server: Unruly, tmp_path: Path) -> None:
    """size_min catches a list that was emptied."""
    server.body = b"<list/>"
    with pytest.raises(FetchFailed, match="at least 1,000"):
        get(size_min=1000)
    assert not (tmp_path / "list.xml.part").exists()


@pytest.mark.parametrize("form", ["{}", "file://{}"])
@pytest.mark.parametrize("place", ["list.xml", "pub/list.xml"])
def test_a_folder_can_stand_in_for_the_publisher(get: Get, server: Unruly, tmp_path: Path, form: str, place: str) -> None:
    """A mirror folder is read by path or by bare name, and no request is made."""
    folder = tmp_path / "a mirror"
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_bytes(BODY)
    assert get(mirror=form.format(folder)).size_bytes == len(BODY)
    assert get(mirror=form.format(folder)).unchanged
    assert server.seen == []


def test_a_mirror_on_the_web_replaces_scheme_and_host(get: Get, server: Unruly) -> None:
    """The path of the publisher's address is kept below the mirror's."""
    assert get(mirror=f"{server.base}/copies/").url == f"{server.base}/copies/pub/list.xml"


def test_a_mirror_without_the_file_or_that_is_no_folder_is_refused(get: Get, tmp_path: Path) -> None:
    """The message names where was looked."""
    with pytest.raises(FetchFailed, match=r"holds neither .*list\.xml"):
        get(mirror=str(tmp_path))
    with pytest.raises(SettingError, match="not a folder"):
        get(mirror=str(tmp_path / "nowhere"))


def test_a_folder_that_cannot_be_written_is_said(get: Get, tmp_path: Path) -> None:
    """A file in place of the folder is a storage failure, not a crash."""
    (tmp_path / "blocked").write_text("")
    with pytest.raises(StorageFailed):
        fetching.fetch("watchlists/invented", tmp_path / "blocked") if get() else None


def test_two_fetches_at_once_do_not_mix(get: Get, tmp_path: Path) -> None:
    """The second is told who is writing there."""
    with writing(tmp_path, "enduse fetch"), pytest.raises(WorkspaceLocked, match="enduse fetch"):
        get()


def test_a_source_without_downloads_names_those_that_have(tmp_path: Path) -> None:
    """Asking for what is not offered is a setting error."""
    with pytest.raises(SettingError, match="declares no download"):
        fetching.fetch("components/gur", tmp_path)
