"""Reading the needs of a call in the tests: read in full, or refused."""

from handlers.staffing.reading.needs import Need, Needs, Unclear, read_needs

MG, IDE, PHARMA, SF = ("medecin",), ("infirmier",), ("pharmacien",), ("sage-femme",)


def read(text: str) -> tuple[Need, ...]:
    found = read_needs(text)
    assert isinstance(found, Needs), found
    return found.items


def unclear(text: str) -> Unclear:
    found = read_needs(text)
    assert isinstance(found, Unclear), found
    return found
