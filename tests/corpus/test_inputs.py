"""Any file people have is read by what it holds, told by id, and kept from doing harm."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import io
import json
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.corpus.pages import PARAGRAPHS, page, paragraphs
from tui.config import Config, Reading
from tui.corpus.inputs import Kind, documents, kind_of
from tui.corpus.limits import Limits
from tui.corpus.model import iso
from tui.corpus.raw import RawDocument, Unreadable

TEXT = " ".join(PARAGRAPHS)


def read(path: Path, limits: Limits | None = None, config: Config | None = None) -> list[RawDocument | Unreadable]:
    return list(documents(path, path.parent, config or Config(), limits))


def articles(path: Path, limits: Limits | None = None, config: Config | None = None) -> list[RawDocument]:
    found = read(path, limits, config)
    assert all(isinstance(item, RawDocument) for item in found), found
    return [item for item in found if isinstance(item, RawDocument)]


def failures(path: Path, limits: Limits | None = None) -> list[Unreadable]:
    return [item for item in read(path, limits) if isinstance(item, Unreadable)]


def record(n: int, **more: Any) -> dict[str, Any]:
    return {
        "title": f"Report {n}",
        "maintext": f"{TEXT} This is report {n}.",
        "date_publish": f"2014-03-{n:02} 08:30:00",
        "url": f"https://courier.example/{n}",
        "source_domain": "courier.example",
        "authors": ["Ann Bell"],
        **more,
    }


def assert_record(document: RawDocument, n: int) -> None:
    assert document.text.split("\n")[0] == f"Report {n}"
    assert document.titles == {0}
    assert f"This is report {n}." in document.text
    assert document.hints.title == f"Report {n}"
    assert document.hints.published == dt.date(2014, 3, n)
    assert document.hints.url == f"https://courier.example/{n}"
    assert document.hints.outlet == "courier.example"
    assert document.hints.authors == ("Ann Bell",)
    assert document.clean


# what a file is


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Plain words about the army.", "a.txt", Kind.TEXT),
        (b"<!doctype html><p>x", "a.txt", Kind.HTML),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "a", Kind.HTML),
        (b"<p>a</p><p>b</p><div>c</div>", "a", Kind.HTML),
        (b"<title>Salt</title><source>Courier</source><text>The army</text>", "a.txt", Kind.TEXT),
        (b"Words and a <b>tag</b>", "a.html", Kind.TEXT),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "a", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a.xml", Kind.FEED),
        (b'{"title": 1}', "a.txt", Kind.JSON),
        (b"[1, 2]", "a.json", Kind.JSON),
        (b"[File: soldiers march] The army", "a.txt", Kind.TEXT),
        (b"{\\rtf1 hello}", "a.rtf", Kind.OTHER),
        (b"headline,text,url\nx,y,z", "a", Kind.TABLE),
        (b"The army, which text, url", "a", Kind.TEXT),
        (b"a;b", "a.csv", Kind.TABLE),
        (b"WARC/1.0\r\n", "a", Kind.WARC),
        (b"\x1f\x8b\x08", "a.txt", Kind.GZIP),
        (b"PK\x03\x04", "a.txt", Kind.ZIP),
    ],
)
def test_the_kind_is_told_by_content(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


def test_a_text_is_given_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "a.txt"
    file.write_text("Headline\n\nThe army “moved” on Monday.\n", encoding="utf-8")
    [document] = documents(file, tmp_path, Config())
    assert isinstance(document, RawDocument)
    assert (document.id, document.text) == ("sub/a.txt", "Headline\n\nThe army “moved” on Monday.\n")
    assert not document.clean


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"\xfd7zXZ\0", "XZ"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x1f\x8b\x08broken", "broken"),
        (b"PK\x03\x04 no zip", "broken"),
        (b'<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>', "site map"),
        (b"<html><body><script>x</script></body></html>", "no article"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(data)
    [failure] = failures(file)
    assert failure.path == "a.bin"
    assert reason in failure.reason


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    [failure] = failures(tmp_path / "missing.txt")
    assert failure.path == "missing.txt"
    os.mkfifo(tmp_path / "pipe")
    # A pipe that nobody writes to would be waited for forever.
    assert failures(tmp_path / "pipe")[0].reason == "it is no regular file."


# JSON


def jsonl(*records: Any) -> str:
    return "".join(json.dumps(r) + "\n" for r in records)


SHAPES = {
    "lines": jsonl(record(1), record(2)),
    "lines with gaps": "\n\n" + jsonl(record(1)) + "\n \n" + jsonl(record(2)),
    "an array": json.dumps([record(1), record(2)]),
    "an array over lines": json.dumps([record(1), record(2)], indent=2),
    "objects over lines": json.dumps(record(1), indent=2) + "\n" + json.dumps(record(2), indent=2),
    "an array in an object": json.dumps({"status": "ok", "total": 2, "articles": [record(1), record(2)]}),
    "search hits": json.dumps({"hits": {"total": 2, "hits": [{"_id": n, "_source": record(n)} for n in (1, 2)]}}),
    "by id": json.dumps({"x1": record(1), "x2": record(2)}),
    "nested one level": jsonl(*({"id": n, "article": record(n)} for n in (1, 2))),
    "with a mark of byte order": "\ufeff" + jsonl(record(1), record(2)),
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_json_of_any_shape(tmp_path: Path, text: str) -> None:
    file = tmp_path / "dump.json"
    file.write_text(text, encoding="utf-8")
    found = articles(file)
    assert [document.id for document in found] == ["dump.json#1", "dump.json#2"]
    for n, document in enumerate(found, 1):
        assert_record(document, n)


def test_one_object_is_one_article(tmp_path: Path) -> None:
    for name, indent in (("a.json", None), ("b.json", 2)):
        file = tmp_path / name
        file.write_text(json.dumps(record(1), indent=indent))
        [document] = articles(file)
        assert document.id == name
        assert_record(document, 1)


NAMES = {
    "schema.org": {
        "headline": "Report 1", "articleBody": TEXT, "datePublished": "2014-03-01T08:00:00Z",
        "url": "https://courier.example/1", "publisher": {"name": "Courier"}, "author": {"name": "Ann Bell"},
    },
    "crawler": {
        "title": "Report 1", "full_text": TEXT, "publish_date": "2014-03-01", "url": "https://courier.example/1",
        "source": "Courier", "byline": "By Ann Bell",
    },
    "search service": {
        "title": "Report 1", "content": TEXT, "publishedAt": "2014-03-01T08:00:00Z", "url": "https://courier.example/1",
        "source": {"id": None, "name": "Courier"}, "author": "Ann Bell",
    },
    "content service": {
        "webTitle": "Report 1", "webPublicationDate": "2014-03-01T08:00:00Z", "webUrl": "https://courier.example/1",
        "fields": {"bodyText": TEXT, "byline": "Ann Bell", "publication": "Courier"},
    },
    "blog": {
        "title": {"rendered": "Report 1"}, "content": {"rendered": paragraphs()}, "date": "2014-03-01T08:00:00",
        "link": "https://courier.example/1", "publisher": "Courier", "author": "Ann Bell",
    },
    "paragraphs": {
        "Title": "Report 1", "Paragraphs": list(PARAGRAPHS), "Pub Date": "1 March 2014",
        "Link": "https://courier.example/1", "Newspaper": "Courier", "Authors": "Ann Bell",
    },
    "database": {
        "headline": "Report 1", "article_text": TEXT, "pub_date": {"$date": "2014-03-01T08:00:00Z"},
        "canonical_url": "https://courier.example/1", "site_name": "Courier", "writer": "Ann Bell",
    },
    "epoch": {
        "title": "Report 1", "text": TEXT, "timestamp": 1393660800, "uri": "https://courier.example/1",
        "outlet": "Courier", "creator": "Ann Bell",
    },
}  # fmt: skip


@pytest.mark.parametrize("data", NAMES.values(), ids=NAMES.keys())
def test_field_names_of_common_dumps_are_known(tmp_path: Path, data: dict[str, Any]) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data))
    [document] = articles(file)
    assert PARAGRAPHS[3] in document.text
    assert "<p>" not in document.text
    hints = document.hints
    assert (hints.title, hints.published, hints.url) == ("Report 1", dt.date(2014, 3, 1), "https://courier.example/1")
    assert (hints.outlet, hints.authors) == ("Courier", ("Ann Bell",))


def test_configured_names_are_believed_over_guesses(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": TEXT * 2, "inner": {"words": "The right text."}, "title": "No", "kopf": "Yes"}))
    config = Config(reading=Reading(fields={"text": ("inner.words",), "title": ("none", "kopf")}))
    [document] = articles(file, config=config)
    assert document.text == "Yes\n\nThe right text."
    # A record without these is read as ever.
    file.write_text(json.dumps({"text": TEXT, "title": "No"}))
    [document] = articles(file, config=config)
    assert document.text == f"No\n\n{TEXT}"


def test_the_config_says_how_large_a_document_may_be(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"word " * 300_000)
    assert articles(file)
    [failure] = [
        item for item in read(file, config=Config(reading=Reading(max_file_mb=1))) if isinstance(item, Unreadable)
    ]
    assert "1 MB" in failure.reason


def test_the_longest_text_is_the_body_and_a_summary_its_standfirst(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    data = {"title": "T", "description": "Short words first.", "content": "Cut off [+900 chars]", "full_text": TEXT}
    file.write_text(json.dumps(data))
    [document] = articles(file)
    assert document.text == f"T\n\nShort words first.\n\n{TEXT}"
    assert document.standfirsts == {2}
    file.write_text(json.dumps({"title": "T", "description": "Short words first."}))
    [document] = articles(file)
    assert document.text == "T\n\nShort words first."
    assert document.notes


def test_a_broken_line_costs_that_line_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(jsonl(record(1)) + '{"title": \n' + "[]\n" + '{"id": 4}\n' + jsonl(record(5)))
    found = read(file)
    assert [item.id if isinstance(item, RawDocument) else item.path for item in found] == [
        f"a.jsonl#{n}" for n in range(1, 6)
    ]
    assert [isinstance(item, RawDocument) for item in found] == [True, False, False, False, True]


def test_a_broken_array_gives_what_came_before(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([record(1), record(2)], indent=1)[:-40])
    first, failure = read(file)
    assert isinstance(first, RawDocument)
    assert_record(first, 1)
    assert isinstance(failure, Unreadable)
    assert "broken" in failure.reason


def test_a_long_line_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(jsonl(record(1), record(2, more="x" * 90_000), record(3)))
    first, failure, third = read(file, Limits(document=20_000))
    assert isinstance(first, RawDocument)
    assert isinstance(third, RawDocument)
    assert isinstance(failure, Unreadable)
    assert_record(third, 3)


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_in_an_object_larger_than_a_document_is_read_one_by_one(tmp_path: Path, indent: int | None) -> None:
    file = tmp_path / "a.json"
    data = {"meta": {"made": "today"}, "articles": [record(n) for n in range(1, 29)] * 20, "end": True}
    file.write_text(json.dumps(data, indent=indent))
    found = articles(file, Limits(document=40_000))
    assert len(found) == 560
    assert_record(found[-1], 28)
    assert found[-1].id == "a.json#560"


def test_many_failures_are_told_as_a_number(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("{broken}\n" * 100 + jsonl(record(1)))
    found = failures(file, Limits(failures=5))
    assert len(found) == 6
    assert "95 more" in found[-1].reason
    assert found[-1].path == "a.jsonl"


# tables


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("a.csv", ";"), ("a.txt", "|")])
def test_tables(tmp_path: Path, name: str, delimiter: str) -> None:
    file = tmp_path / name
    with file.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle, delimiter=delimiter)
        writer.writerow(["", "title", "maintext", "date_publish", "url", "source_domain", "authors"])
        for n in (1, 2):
            r = record(n)
            body = r["maintext"].replace(" The two", "\n\nThe two")
            writer.writerow([n, r["title"], body, r["date_publish"], r["url"], r["source_domain"], "['Ann Bell']"])
    found = articles(file)
    assert [document.id for document in found] == [f"{name}#1", f"{name}#2"]
    for n, document in enumerate(found, 1):
        assert_record(document, n)


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("3/4/2014", "25/4/2014"), ("2014-04-03", "2014-04-25")),
        (("3/4/2014", "4/25/2014"), ("2014-03-04", "2014-04-25")),
        (("3/4/2014", "5/5/2014"), ("2014", "2014-05-05")),
    ],
)
def test_dates_with_slashes_are_read_as_the_file_writes_them(
    tmp_path: Path, dates: tuple[str, str], days: tuple[str, str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("title,text,date\n" + "".join(f"T,{PARAGRAPHS[3]},{date}\n" for date in dates))
    hints = [document.hints for document in articles(file)]
    assert tuple(iso(h.published, h.published_precision) for h in hints) == days


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("year,price\n2014,3\n")
    [failure] = failures(file)
    assert "year, price" in failure.reason


# feeds and archives of the web

RSS = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Report 1</title><link>https://courier.example/1</link><pubDate>Sat, 01 Mar 2014 08:00:00 GMT</pubDate>
<dc:creator>Ann Bell</dc:creator><description>Short words first.</description>
<content:encoded><![CDATA[{paragraphs()}]]></content:encoded></item>
<item><title>Report 2 &x;</title><guid>https://courier.example/2</guid><description>{PARAGRAPHS[0]}</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title>
<entry><title>Report 1</title><link rel="enclosure" href="https://courier.example/1.mp3"/>
<link rel="alternate" href="https://courier.example/1"/><published>2014-03-01T08:00:00Z</published>
<author><name>Ann Bell</name></author><summary>Short words first.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{paragraphs()}</div></content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_feeds(tmp_path: Path, feed: str) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(feed, encoding="utf-8")
    first = read(file)[0]
    assert isinstance(first, RawDocument)
    assert first.id == "feed.xml#1"
    assert first.text.split("\n\n") == ["Report 1", "Short words first.", *PARAGRAPHS]
    hints = first.hints
    assert (hints.outlet, hints.url, hints.language) == ("Courier", "https://courier.example/1", "en")
    assert (hints.published, hints.authors) == (dt.date(2014, 3, 1), ("Ann Bell",))


def test_a_feed_reads_no_other_file_and_tells_items_without_text(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(RSS, encoding="utf-8")
    _, second, third = read(file)
    assert isinstance(second, RawDocument)
    assert "root:" not in second.text
    assert second.text.endswith(PARAGRAPHS[0])
    assert isinstance(third, Unreadable)
    assert third.path == "feed.xml#3"


def test_a_page_saved_with_its_pictures(tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://courier.example/1"
    message.set_content(page(paragraphs()).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    (tmp_path / "a.mhtml").write_bytes(bytes(message))
    [document] = articles(tmp_path / "a.mhtml")
    assert PARAGRAPHS[2] in document.text
    assert document.hints.url == "https://courier.example/1"


def warc(compressed: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)

    def add(url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))

    add("https://courier.example/1", page(paragraphs()))
    add("https://courier.example/x.png", b"\x89PNG", kind="image/png")
    add("https://courier.example/gone", b"<html>gone", status="404 Not Found")
    add("https://courier.example/2014/03/02/two", page(paragraphs(), title="The second page of the archive"))
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_web_archives(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(warc(name.endswith("gz")))
    one, two = articles(file)
    assert (one.id, one.hints.url) == (f"{name}#1", "https://courier.example/1")
    assert (two.id, two.hints.published) == (f"{name}#2", dt.date(2014, 3, 2))
    assert two.text.startswith("The second page of the archive")
    file.write_bytes(warc(False)[:-200])
    assert isinstance(read(file)[0], RawDocument)


# archives


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".bin", gzip.compress)],
)
def test_compressed_files_of_any_kind(tmp_path: Path, suffix: str, pack: Any) -> None:
    for name, data in (
        ("a.txt", TEXT.encode()),
        ("a.jsonl", jsonl(record(1), record(2)).encode()),
        ("a", page(paragraphs())),
    ):
        file = tmp_path / (name + suffix)
        file.write_bytes(pack(data))
        found = articles(file)
        assert PARAGRAPHS[0] in found[0].text
        assert found[0].id.startswith(file.name)


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_archives_name_their_members(tmp_path: Path, pack: Any) -> None:
    file = tmp_path / "a.archive"
    inner = zipped({"deep.txt": TEXT.encode()})
    members = {"b/one.txt": TEXT.encode(), "c.jsonl": jsonl(record(1), record(2)).encode(), "d.zip": inner}
    file.write_bytes(pack(members | {"__MACOSX/._x": b"x", ".hidden": b"x", "README.md": b"x", "manifest.tsv": b"x"}))
    assert [document.id for document in articles(file)] == [
        "a.archive/b/one.txt", "a.archive/c.jsonl#1", "a.archive/c.jsonl#2", "a.archive/d.zip/deep.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "c:/out.txt"])
def test_a_member_whose_name_leads_out_is_refused_and_the_rest_goes_on(tmp_path: Path, pack: Any, name: str) -> None:
    file = tmp_path / "a.archive"
    file.write_bytes(pack({name: TEXT.encode(), "z.txt": TEXT.encode()}))
    refused, good = read(file)
    assert isinstance(refused, Unreadable)
    assert "leads out" in refused.reason
    assert isinstance(good, RawDocument)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.archive"]


def test_an_office_document_is_no_archive_of_articles(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": page(paragraphs())}))
    [failure] = failures(tmp_path / "a.docx")
    assert "office document" in failure.reason


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    assert "link" in failures(tmp_path / "a.zip")[0].reason
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive_:
        entry = tarfile.TarInfo("link.txt")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive_.addfile(entry)
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    assert "link" in failures(tmp_path / "a.tar")[0].reason


def test_a_failing_member_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"a.gz": b"\x1f\x8b\x08 broken", "b.txt": TEXT.encode(), "c.txt": b"\0\1\2" * 900}))
    first, good, third = read(file)
    assert isinstance(first, Unreadable)
    assert first.path == "a.zip/a.gz"
    assert isinstance(good, RawDocument)
    assert isinstance(third, Unreadable)
    assert third.path == "a.zip/c.txt"


def test_a_corrupt_member_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": os.urandom(3000).hex().encode(), "b.txt": TEXT.encode()}))
    data[400:420] = bytes(20)
    (tmp_path / "a.zip").write_bytes(bytes(data))
    first, good = read(tmp_path / "a.zip")
    assert isinstance(first, Unreadable)
    assert isinstance(good, RawDocument)


# limits


def test_nothing_larger_than_the_limit_is_read(tmp_path: Path) -> None:
    limits = Limits(document=10_000)
    for name, data in (
        ("a.txt", b"word " * 4000),
        ("a.gz", gzip.compress(b"word " * 4000)),
        ("a.html", page("x" * 20_000)),
    ):
        (tmp_path / name).write_bytes(data)
        assert "larger than 10000 bytes" in failures(tmp_path / name, limits)[0].reason


def test_a_file_made_to_fill_a_disk_is_stopped(tmp_path: Path) -> None:
    limits = Limits(small=1_000_000, ratio=10)
    line = json.dumps(record(1)).encode() + b"\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line * 40_000))
    found = read(tmp_path / "a.jsonl.gz", limits)
    assert isinstance(found[0], RawDocument)
    assert isinstance(found[-1], Unreadable)
    assert "fill a disk" in found[-1].reason
    (tmp_path / "a.zip").write_bytes(zipped({"a.jsonl": line * 20_000, "b.jsonl": line * 20_000}))
    assert "fill a disk" in failures(tmp_path / "a.zip", limits)[-1].reason


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(6):
        data = zipped({"inner.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert "deep" in failures(tmp_path / "a.zip")[0].reason


def test_members_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.txt": TEXT.encode() for n in range(6)}))
    found = read(tmp_path / "a.zip", Limits(members=4))
    assert [isinstance(item, RawDocument) for item in found] == [True] * 4 + [False]


def test_standard_input_is_told_by_content_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> Iterator[RawDocument | Unreadable]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return documents(Path("-"), Path("."), Config())

    assert [d.id for d in given(TEXT.encode()) if isinstance(d, RawDocument)] == ["-"]
    assert [d.id for d in given(jsonl(record(1), record(2)).encode()) if isinstance(d, RawDocument)] == ["-#1", "-#2"]
    assert [d.id for d in given(zipped({"a.txt": TEXT.encode()})) if isinstance(d, RawDocument)] == ["-/a.txt"]
