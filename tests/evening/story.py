"""The evening in chapters, on the local platform; each goes on where the one before ended."""

from tests.evening.playing import Evening

TITLE = "Canicule : vigilance rouge"
CRISIS = "/crise Canicule | type 2 | préfecture | réf. 2026-114 | réaction"
ALERT = (
    f"/alerte danger | {TITLE} | Appelez aujourd'hui chaque patient isolé. | tous, canaux :"
    " partenaires | source : préfecture | partenaires : Ouvrez vos salles rafraîchies."
)
CALL = "/mobiliser Visites à domicile | demain 9h-13h | 4 infirmiers | CCAS de Rivemont | payé"
MEETING = "/reunion Cellule de crise | aujourd'hui 19h-20h | Mairie | membres : coordination"
NEWS = "/newsletter Rentrée | Le centre de vaccination ouvre samedi. | membres : tous"
RESULT = "Canicule : 41 partenaires prévenus, 4 professionnels en renfort."
ACKED, HALLS, SEATS = 120, 10, 4


async def a_plan_is_activated(evening: Evening) -> None:
    """CRIS-2, CRIS-3, CRIS-15."""
    await evening.act(evening.claire, CRISIS, taps="Activer")
    await evening.passes(3)


async def a_newsletter_leaves(evening: Evening) -> None:
    """Denis has written it; half a minute later it is on its way."""
    await evening.act(evening.denis, NEWS, taps="Envoyer")
    await evening.passes(33)


async def the_alert_goes_first(evening: Evening) -> None:
    """PART-4. What everyone reads (the radio) a second person approves."""
    await evening.act(evening.claire, ALERT, taps="Envoyer")
    await evening.passes(14)
    await evening.act(evening.denis, taps="Approuver")
    await evening.passes(12)


async def people_acknowledge(evening: Evening) -> None:
    """A crowd at once, and ten town halls."""
    await evening.tap("Bien reçu", *evening.members[:ACKED], title=TITLE)
    await evening.tap("Bien reçu", *evening.channels[:HALLS], title=TITLE)
    await evening.passes(6)
    await evening.act(evening.claire, "/note 17 h 40 : la mairie ouvre le gymnase")


async def staff_is_called(evening: Evening) -> None:
    await evening.act(evening.claire, CALL, taps="Tout le monde maintenant")
    await evening.act(evening.claire, taps="Envoyer")
    await evening.passes(6)
    await evening.tap("✅", *evening.holding("Visites à domicile")[:SEATS], title="Visites")
    await evening.passes(6)
    await evening.act(evening.claire, "/crise")


async def the_cell_meets(evening: Evening) -> None:
    await evening.act(evening.claire, MEETING, taps="Envoyer")
    await evening.passes(40)


async def it_is_over(evening: Evening) -> None:
    """The all-clear; then the plan is closed with a sentence, and its log comes as a file."""
    await evening.act(evening.claire, "/alertes", taps="Fin d'alerte")
    await evening.act(evening.claire, taps="sans un mot")
    await evening.passes(30)
    await evening.act(evening.claire, "/crise clore", RESULT, taps="Clore et envoyer")
    await evening.passes(6)


CHAPTERS = (
    a_plan_is_activated, a_newsletter_leaves, the_alert_goes_first, people_acknowledge,
    staff_is_called, the_cell_meets, it_is_over,
)  # fmt: skip
