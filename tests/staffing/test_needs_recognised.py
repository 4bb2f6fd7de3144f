"""Which parts of a line are needs, and which are a title, a place or a time."""

import pytest

from handlers.staffing.reading.needs import looks_like_needs


@pytest.mark.parametrize(
    "text",
    [
        *("2 médecin, 4 infirmier, 1 pharmacien", "2 IDE", "IDE x2", "4 accueil, 2 bénévoles"),
        *("2 médecins, 3 licornes", "0 IDE", "-2 IDE", "600 IDE", "3 psy", "2 IDE motivées"),
        *("matin 2 IDE, aprem 4", "au moins 3 IDE", '3 "licornes"', "10 personnes", "1,5 IDE"),
    ],
)
def test_needs_look_like_needs_even_when_something_is_wrong(text: str) -> None:
    assert looks_like_needs(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Centre de vaccination", "Gymnase Pagnol", "Formation IDE", "Réunion des médecins"),
        *(
            "sam 12/12 9h-13h, 13h-18h",
            "12/12",
            "9h-13h",
            "9-13",
            "demain 9-13",
            "sam matin et aprem",
        ),
        *(
            "4 rue des Lilas",
            "3 rue du Médecin",
            "12 place du Marché",
            "1 place de la Mairie",
            "Salle 2",
        ),
        *(
            "Pharmacie 3 rue des Lilas",
            "Pharmacie du centre",
            "avant 20h",
            "contact 06 12 34 56 78",
        ),
        *("membres : Saint-Aubin", "tout le monde", "urgent", "payé", "non payé", "3 licornes"),
        *("mar 15", "mer 16 9h", "mardi 15/12 matin", "matin", "matin et aprem", "lundi", "J+2"),
        *("Permanence psy du 12", "Canicule : appels aux personnes isolées", "1er étage", "IDE"),
        *("Maison de santé, 2 allée des Infirmières", "sauf les retraités", "Plan blanc niveau 2"),
        *("https://visio.example/ca", "Vaccination grippe 2026", "Accueil", "2e étage, salle 4"),
    ],
)
def test_titles_places_and_times_do_not(text: str) -> None:
    assert not looks_like_needs(text)
