"""Registration numbers of the right key, made for the tests of the guard."""

from stdnum.fr.nir import calc_check_digits


def with_key(body: str) -> str:
    """The thirteen signs of a number, followed by its key of two digits."""
    return body + str(calc_check_digits(body))
