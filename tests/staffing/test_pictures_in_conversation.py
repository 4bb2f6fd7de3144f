"""The pictures that people ask for in a conversation, and the same in words."""

from bot.core import Attachment, Lang, Role
from bot.engine import Ctx
from bot.engine.labels import labels
from bot.engine.owed import Owed
from handlers.staffing.grid import survey_grid
from handlers.staffing.pictures import canvas
from storage import callouts
from storage.people import Member
from tests.playground import Person, Playground, unbound
from tests.staffing.pictures import opened, pixels

LINE = "/mobiliser Centre de vaccination | {slots} | 1 médecin, 2 infirmier | Gymnase Pagnol | payé"
TWO = "sam 12/12 9h-13h, 13h-18h"
SURVEY = "/mobiliser dispos Centre | {slots} | 2 infirmier | Gymnase Pagnol | payé"


async def called(
    play: Playground, line: str = LINE.format(slots=TWO), lang: Lang = Lang.FR
) -> Person:
    claire = await play.person("Claire Martin", Role.COORDINATOR, profession="autre", lang=lang)
    await claire.says(line)
    await claire.taps("Send" if lang is Lang.EN else "Envoyer")
    return claire


async def nurses(play: Playground, *names: str) -> list[Person]:
    return [await play.person(name) for name in names]


def shown(person: Person) -> Attachment:
    found = person.messages[-1].wording.attachment
    assert found is not None, person.screen()
    return found


async def test_the_board_becomes_a_picture_with_initials_and_the_same_in_words(
    play: Playground,
) -> None:
    """CALL-27."""
    ana, _ = await nurses(play, "Ana Diaz", "Bruno Roy")
    claire = await called(play)
    await ana.taps("9 h")
    await claire.taps("Image")
    picture = shown(claire)
    assert opened(picture.data).width >= 760
    assert picture.mime == "image/png"
    assert picture.name == "planning-centre-de-vaccination-2026-11-21.png"
    assert unbound(picture.alt).splitlines() == [
        "Qui vient : Centre de vaccination",
        "Gymnase Pagnol · Trouvés : 1 sur 6, il manque 5",
        "samedi 12 décembre, 9 h – 13 h : médecins : il manque 1 ; infirmiers : AD, il manque 1.",
        "samedi 12 décembre, 13 h – 18 h : médecins : il manque 1 ; infirmiers : il manque 2.",
        "Fait samedi 21 novembre, 10 h · CPTS du Pays de Garance",
    ]


async def test_names_are_shown_on_demand_and_the_picture_says_who_asked(play: Playground) -> None:
    [ana] = await nurses(play, "Ana Diaz")
    claire = await called(play)
    await ana.taps("9 h")
    await claire.taps("Image")
    assert "Ana" not in shown(claire).alt
    await claire.taps("Avec les noms")
    alt = unbound(shown(claire).alt)
    assert "NE PAS DIFFUSER · demandé par Claire Martin, samedi 21 novembre, 10 h" in alt
    assert "infirmiers : Ana Diaz, il manque 1" in alt
    assert opened(shown(claire).data).getpixel((2, 2)) == canvas.GAP_INK


async def test_a_picture_speaks_its_readers_language(play: Playground) -> None:
    await nurses(play, "Ana Diaz")
    claire = await called(play, lang=Lang.EN)
    await claire.taps("Picture")
    assert "Saturday 12 December, 9 am – 1 pm: doctors: 1 missing; nurses: 2 missing." in unbound(
        shown(claire).alt
    )


async def test_a_drill_says_so_in_its_picture(play: Playground) -> None:
    await nurses(play, "Ana Diaz")
    claire = await called(play, "/exercice mobiliser " + LINE.format(slots=TWO).split(" ", 1)[1])
    await claire.taps("Image")
    assert shown(claire).alt.startswith("EXERCICE · aucune réaction n'est attendue")
    assert opened(shown(claire).data).getpixel((2, 2)) == canvas.DRILL


async def test_more_shifts_than_a_picture_holds_are_cut_and_counted(play: Playground) -> None:
    await nurses(play, "Ana Diaz")
    days = "; ".join(f"{day}/12 9h-13h, 13h-18h" for day in range(7, 21))
    claire = await called(play, LINE.format(slots=days).replace(" | ", "\n"))
    await claire.taps("Image")
    alt = unbound(shown(claire).alt).splitlines()
    assert "… et 4 autres créneaux, dans le fichier" in alt
    assert sum("médecins :" in line for line in alt) == 24


async def surveyed(play: Playground, claire: Person) -> tuple[list[str], Attachment]:
    """The lines and the picture that a coordinator is shown."""
    async with play.db.reading() as tx:
        member = await tx.get_one(Member, claire.id)
        ctx = Ctx(tx, play.app.parts, play.now, Owed(), member=member)
        plan = await callouts.plan(tx, 1)
        assert plan is not None
        lines, picture = await survey_grid(ctx, plan)
    say = labels(ctx)
    return [unbound(say(line.key, **line.args)) for line in lines], picture


async def test_the_grid_counts_who_is_free_and_names_the_best_slots(play: Playground) -> None:
    ana, bruno, zoe = await nurses(play, "Ana Diaz", "Bruno Roy", "Zoé Blin")
    claire = await called(play, SURVEY.format(slots=TWO))
    for nurse in (ana, bruno):
        await nurse.taps("Sam. 13 h")
    await ana.taps("Sam. 9 h")
    await zoe.taps("Pas cette fois")
    words, picture = await surveyed(play, claire)
    assert words == [
        "🗓 Centre · réponses : 3 sur 3",
        "Peuvent être complets : sam. 12 déc. 13 h – 18 h.",
        "1. samedi 12 décembre, de 9 h à 13 h : 1 infirmier",
        "2. samedi 12 décembre, de 13 h à 18 h : 2 infirmiers",
    ]
    assert unbound(picture.alt).splitlines() == words
    image = opened(picture.data)
    assert image.getpixel((2, 2)) == canvas.GAP_INK
    assert pixels(image, canvas.GAP_STRIPE) > 0


async def test_a_long_survey_keeps_to_twelve_lines_and_says_what_is_cut(play: Playground) -> None:
    [ana] = await nurses(play, "Ana Diaz")
    days = "; ".join(f"{day}/12 9h-13h, 13h-18h" for day in range(7, 17))
    claire = await called(play, SURVEY.format(slots=days).replace(" | ", "\n"))
    await ana.taps("9 h")
    words, picture = await surveyed(play, claire)
    assert len(words) <= 12
    assert words[-1].startswith("… et 12 autres créneaux")
    assert opened(picture.data).width < 1700
