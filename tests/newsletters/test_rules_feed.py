"""Feeds of all kinds are read; what is new is told apart; what is a trap is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.newsletters.rules.feed import Entry, Feed, fresh, read, told

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>Été à la CPTS</title>
<item><title>Grippe</title><link>https://x.example/1</link><guid>1</guid>
<description><![CDATA[<p>Le <b>vaccin</b><script>alert(1)</script> arrive.</p>]]></description>
<pubDate>Sat, 21 Nov 2026 09:00:00 +0100</pubDate></item>
<item><title>Sans adresse</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>CPTS</title>
<entry><id>urn:1</id><title type="html">A &lt;i&gt;B&lt;/i&gt; &amp;amp; C</title>
<link href="https://x.example/a"/><updated>2026-11-20T10:00:00Z</updated>
<summary>Un résumé</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Vieux</title></channel>
<item rdf:about="y"><title>Un</title><link>https://x.example/y</link></item></rdf:RDF>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_rss_in_every_encoding(encoding: str) -> None:
    found = read(RSS.format(encoding=encoding).encode(encoding))
    assert found.title == "Été à la CPTS"
    [one] = found.entries
    assert (one.title, one.link) == ("Grippe", "https://x.example/1")
    assert one.summary == "Le vaccin arrive."
    assert one.at == NOW - timedelta(hours=1)
    assert len(one.keys) == 2


def test_atom_and_the_first_rss() -> None:
    [one] = read(ATOM.encode()).entries
    assert (one.title, one.summary) == ("A B & C", "Un résumé")
    [old] = read(RDF.encode()).entries
    assert (old.title, old.at) == ("Un", None)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "unreadable"),
        (b"\x00\xff\xfe", "unreadable"),
        (b"<rss><channel>", "unreadable"),
        (b"<?xml version='1.0' encoding='utf-7'?><rss/>", "unreadable"),
        (b"<rss>&nbsp;</rss>", "unreadable"),
        (b"<!DOCTYPE html><html><body/></html>", "doctype"),
        (b"<html><body><br></body></html>", "no-feed"),
        (b"<html><body/></html>", "no-feed"),
        (b"<note>Bonjour</note>", "no-feed"),
        (b"<a>" * 51 + b"</a>" * 51, "deep"),
        (
            '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>'.encode("utf-16"),
            "doctype",
        ),
        (
            b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><r>&b;</r>',
            "doctype",
        ),
    ],
)
def test_what_is_no_feed_or_a_trap_is_refused_with_a_word(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}$"):
        read(data)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail_otherwise(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^(doctype|deep|unreadable|no-feed)$"):
        read(data)


@given(st.text(max_size=200))
def test_a_title_is_one_plain_line_whatever_is_in_it(title: str) -> None:
    kept = "".join(c for c in title if c.isprintable())
    marked = kept.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "")
    page = f"<rss version='2.0'><channel><title>{marked}</title></channel></rss>"
    try:
        found = read(page.encode("utf-8", "ignore"))
    except ValueError:
        return
    assert "\n" not in found.title
    assert len(found.title) <= 125


def entry(n: int, at: datetime | None = NOW, keys: tuple[str, ...] = ()) -> Entry:
    return Entry(keys or (f"id{n}", f"link{n}"), f"Titre {n}", f"https://x.example/{n}", "", at)


def test_known_by_its_id_or_by_its_address_and_title_is_known() -> None:
    found = fresh([entry(1), entry(2), entry(3)], {"id1", "link2"}, NOW)
    assert [one.title for one in found] == ["Titre 3"]


def test_the_newest_five_are_told_the_oldest_first() -> None:
    entries = [entry(n, NOW - timedelta(hours=n)) for n in range(9)]
    assert [one.title for one in fresh(entries, (), NOW)] == [f"Titre {n}" for n in (4, 3, 2, 1, 0)]


def test_without_times_the_feed_s_order_counts() -> None:
    found = fresh([entry(n, None) for n in range(9)], (), NOW)
    assert [one.title for one in found] == [f"Titre {n}" for n in (4, 3, 2, 1, 0)]


def test_what_speaks_of_a_patient_is_not_passed_on() -> None:
    bad = Entry(("k",), "Mme Martin, 2 55 08 14 168 025 38", "https://x.example/", "", NOW)
    assert fresh([bad], (), NOW) == []


def test_one_is_told_by_its_title_several_under_the_site_s() -> None:
    assert told("CPTS", [entry(1)]) == ("Titre 1", "https://x.example/1")
    title, words = told("CPTS", [entry(1), entry(2)])
    assert title == "CPTS"
    assert words == "# Titre 1\nhttps://x.example/1\n\n# Titre 2\nhttps://x.example/2"


def test_nothing_that_is_no_address_of_the_web_is_passed_on() -> None:
    page = RSS.format(encoding="utf-8").replace("https://x.example/1", "javascript:alert(1)")
    assert read(page.encode()) == Feed("Été à la CPTS", ())
