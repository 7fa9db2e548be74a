"""Web-service XML and decision records (JSON): what is read, what is refused and why."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import layouts
from pipeline.extract import extract
from pipeline.readers import Refused, read
from pipeline.readers.json import read_json
from pipeline.readers.xml import read_xml
from schemas.facts import Amount, Attachment, Resolution
from tests.support import needs_shared

PAGES = Path(__file__).parent / "cases/layouts"
MEETING = (PAGES / "service_meeting.xml").read_bytes()
RECORD = (PAGES / "records_one.jsonl").read_bytes()
ENVELOPE = (
    b'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>%s'
    b"</soap:Body></soap:Envelope>"
)


def item(**values: str) -> bytes:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in values.items())
    return (
        f"<meeting><agendaitems><agendaitem>{inner}</agendaitem></agendaitems></meeting>".encode()
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<!DOCTYPE m [<!ENTITY a 'b'>]><meeting>&a;</meeting>", "decompression_limit"),
        (b"<meeting><!entity x></meeting>", "decompression_limit"),
        (b"<meeting>" + b"<a>" * 300 + b"</a>" * 300 + b"</meeting>", "depth_limit"),
        (b"<meeting><meetingid>" + b"1" * 10_100_000 + b"</meetingid></meeting>", "text_limit"),
        (item(agendatext="&lt;b " * 700_000), "depth_limit"),
        (b"<rss><channel/></rss>", "unknown_type"),
        (b"<councillorsbyward><ward/></councillorsbyward>", "unknown_type"),
        (b"<memberlist><address>1 Quay</address></memberlist>", "unknown_type"),
        (b"<meeting xmlns='http://example.org/other'/>", "unknown_type"),
        (ENVELOPE % b"<x/>", "unknown_type"),
        (
            ENVELOPE % b"<soap:Fault><faultstring>No meeting</faultstring></soap:Fault>",
            "not_a_council_page",
        ),
        (b"<meeting><meetingid>5</wrong></meeting>", "damaged"),
        (b"<meeting>&undefined;</meeting>", "damaged"),
        (b"<?xml version='1.0'?>", "damaged"),
        (b"<meeting> </meeting>", "empty"),
    ],
)
def test_xml_that_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_xml(data)
    assert (caught.value.stage, caught.value.reason) == ("parse", reason)


def test_an_error_page_under_the_name_of_xml() -> None:
    with pytest.raises(Refused) as caught:
        read(b"<!DOCTYPE html><html><body><p>Moved</p></body></html>", "meeting.xml")
    assert caught.value.reason == "type_mismatch"


def test_nothing_of_a_councillor_but_name_part_and_attendance() -> None:
    person = (
        b'<attendee name="Councillor A Plover" roledescription="Chair" attendance="Absent" '
        b'ward="Quay" keyposts="Mayor"><homeaddress>1 Quay Street</homeaddress>'
        b"<mobile>07700 900123</mobile><url>https://x.gov.uk/mgUserInfo.aspx?UID=1</url></attendee>"
    )
    document = read_xml(b"<meeting><attendees>" + person + b"</attendees></meeting>")
    assert document.text == "Attendance:\n\nCouncillor A Plover | Chair | Absent"
    assert document.hosts == ("x.gov.uk",)


def test_an_envelope_and_control_characters() -> None:
    answer = b'<R xmlns="http://moderngov.co.uk/namespaces"><A>%s</A></R>' % item(
        agendaitemtitle="Piers&#x1f;and \x0bslips &amp;amp; stairs"
    )
    assert read_xml(ENVELOPE % answer).text == "Piers and slips & stairs"


def test_a_file_that_was_cut_is_partial() -> None:
    whole = read_xml(MEETING)
    cut = read_xml(MEETING[: MEETING.index(b"<agendaitemid>40553")])
    assert whole.status == "whole"
    assert (cut.status, cut.is_complete) == ("partial", 0)
    assert "Sea wall repairs" in cut.text
    assert "Lease of the lifeboat slip" not in cut.text


def test_html_inside_keeps_its_paragraphs_and_words() -> None:
    markup = (
        "&lt;p&gt;It was&lt;br/&gt;&lt;b&gt;RESOLVED&lt;/b&gt; that "
        "S100B(&lt;i&gt;4&lt;/i&gt;) apply.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;"
    )
    text = read_xml(item(agendaitemtitle="Law", minutesnonemptyhtmlbody=markup)).text
    assert text == "Law\n\nMinutes:\n\nIt was\nRESOLVED that S100B(4) apply."


def test_what_a_meeting_gives() -> None:
    found = extract(read(MEETING, "m.xml"))
    limbs = [r.text for r in found.rows if isinstance(r, Resolution)]
    assert len(limbs) == 3  # two limbs, once for Decision and Minutes, and the deferment
    assert 41_260_000 in {r.pence for r in found.rows if isinstance(r, Amount)}
    assert found.kind == "meeting"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{", "damaged"),
        ('{"a": 1}', "unknown_type"),
        ("[]", "unknown_type"),
        ('[{"raw_title": "x", "raw_date": "y"}, 3]', "unknown_type"),
        ('{"raw_title": "no other key"}', "unknown_type"),
        ('{"raw_title": null, "raw_date": "2024-01-01"}', "unknown_type"),
        ("[" * 100_000, "depth_limit"),
        ('{"raw_title": " ", "raw_date": null}', "empty"),
    ],
)
def test_json_that_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_json(source.encode())
    assert caught.value.reason == reason


def test_one_record_a_list_and_lines_are_alike() -> None:
    one = json.loads(RECORD)
    several = json.dumps([one, one])
    in_lines = f"{json.dumps(one)}\n\n{json.dumps(one)}\n"
    assert read_json(several.encode()).text == read_json(in_lines.encode()).text
    assert layouts.cut(read(RECORD, "one.json")).kind == "decision"
    assert layouts.cut(read(in_lines.encode(), "two.jsonl")).kind == "decision_list"


def test_a_record_in_full() -> None:
    found = extract(read(RECORD, "one.json"))
    assert [r.text for r in found.rows if isinstance(r, Resolution)]
    assert [r.title for r in found.rows if isinstance(r, Attachment)] == ["Lamps report"]


def test_huge_numbers_and_lone_surrogates() -> None:
    record = '{"raw_title": "A \\ud800 pier", "raw_identifier": ' + "9" * 5_000 + "}"
    assert read_json(record.encode()).text.startswith("A \ufffd pier\n\nReference: 999")


@needs_shared
def test_real_answers_are_read() -> None:
    from tests.support import SHARED

    for file in sorted((SHARED / "real/manchester").glob("*.xml")):
        assert extract(read(file.read_bytes(), file.name)).layout == "webservice"


_PIECES = [
    b"<meeting>", b"</meeting>", b"<agendaitems>", b"<agendaitem>", b"</agendaitem>", b"<title>",
    b"&lt;p&gt;", b"&amp;#39;", b"<minutesnonemptyhtmlbody>", b"<attendee name='A B'/>", b"&",
    b"<attendees>", b"]]>", b"<![CDATA[", b"\xff", b"<?x?>", b"1/2/2024", b"{", b'"', b"[",
    b'{"raw_title": "x", "raw_date": "1/1/2024"}',
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=8)), max_size=20))
@settings(max_examples=150, deadline=None)
def test_only_refusals_are_raised(pieces: list[bytes]) -> None:
    for reader in (read_xml, read_json):
        try:
            document = reader(b"".join(pieces))
        except Refused:
            continue
        layouts.cut(document)
