"""What is known of a person as one page that anyone can read, offline, with no script in it."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.core import Lang

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "th{text-align:left;vertical-align:top;padding-right:1rem;font-weight:600}"
    "td,th{padding-block:.2rem}"
)


def page(known: Mapping[str, Any], label: Callable[[str], str], title: str, lang: Lang) -> bytes:
    """HTML of nested tables; ElementTree escapes every word that a person wrote."""
    html = Element("html", lang=lang.value)
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width")
    SubElement(head, "title").text = title
    SubElement(head, "style").text = STYLE
    body = SubElement(html, "body")
    SubElement(body, "h1").text = title
    for section, value in known.items():
        SubElement(body, "h2").text = label(section)
        _put(body, value, label)
    return b"<!DOCTYPE html>\n" + bytes(tostring(html, encoding="utf-8", method="html"))


def _put(parent: Element, value: Any, label: Callable[[str], str]) -> None:
    if isinstance(value, Mapping):
        table = SubElement(parent, "table")
        for key, inner in value.items():
            row = SubElement(table, "tr")
            SubElement(row, "th", scope="row").text = label(key)
            _put(SubElement(row, "td"), inner, label)
    elif isinstance(value, list | tuple):
        if not value:
            parent.text = "–"
            return
        items = SubElement(parent, "ul")
        for inner in value:
            _put(SubElement(items, "li"), inner, label)
    else:
        parent.text = "–" if value in (None, "") else str(value)
