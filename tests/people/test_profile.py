"""What one says of oneself later, and corrects (ONB-4, A11Y-3, PRIV-1)."""

import json

from storage.people import Member
from tests.playground import Playground


async def read(play: Playground, member_id: int) -> Member:
    async with play.db.reading() as tx:
        return await tx.get_one(Member, member_id)


async def test_each_line_of_the_profile_can_be_corrected(play: Playground) -> None:
    """ONB-4: without a coordinator; each change is confirmed in a message."""
    ana = await play.person("Ana")
    await ana.says("/profil")
    assert ana.sees("👤 PROFIL", "Ana", "Saint-Aubin", "Infirmière, infirmier")
    assert "Ana" not in ana.last[:110]
    for button, answers, confirmed in (
        ("✏️ Nom", ["Ana Dubois"], "votre nom est corrigé"),
        ("✏️ Commune", ["Paris"], "commune est corrigée"),
        ("✏️ Profession", ["sf"], "profession est corrigée"),
        ("📞 Numéro", ["12", "06.12.34.56.78"], "numéro est à jour"),
        ("✏️ RPPS", ["passer"], "RPPS est à jour"),
    ):
        await ana.says("/profil")
        await ana.taps(button)
        await ana.says(*answers)
        assert ana.sees(confirmed), ana.screen()
    row = await read(play, ana.id)
    assert (row.name, row.town, row.profession) == ("Ana Dubois", "Paris", "sage-femme")
    assert row.phone == "+33612345678"
    await ana.says("/profil")
    assert ana.sees("06 12 34 56 78")


async def test_skills_and_needs_are_ticked_and_completed(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/profil")
    await ana.taps("⭐ Compétences")
    await ana.taps("Vaccination")
    assert "☑ Vaccination" in ana.buttons()
    await ana.says("3", "c'est tout")
    await ana.says("Langue des signes, portugais")
    row = await read(play, ana.id)
    assert row.skills == "vaccination,first-aid,Langue des signes,portugais"
    await ana.says("/profil")
    assert ana.sees("Vaccination, Gestes d'urgence, Langue des signes et portugais")
    await ana.taps("⭐ Compétences")
    assert "☑ Vaccination" in ana.buttons()
    await ana.taps("☑ Vaccination")
    await ana.taps("C'est tout")
    await ana.taps("Passer")
    assert (await read(play, ana.id)).skills == "first-aid"


async def test_free_words_carry_the_emergency_line(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/profil")
    await ana.taps("💬 Besoins")
    await ana.taps("C'est tout")
    assert ana.sees("sans donnée de patient", "Urgence vitale : 15, 112, ou 114 par SMS")
    await ana.says("Mme Durand née le 3 mars 1950, diabète, 2 50 03 75 116 001 05")
    assert ana.sees("donnée de patient", "Urgence vitale")
    assert (await read(play, ana.id)).needs == ""


async def test_one_gets_ones_data_as_json_and_as_a_page(play: Playground) -> None:
    """PRIV-1: consult and download in the chat."""
    ana = await play.person("Ana <b>Zoé</b>")
    await ana.says("/dispos jeudi soir, pas en août", "oui", "/mes_donnees")
    await ana.taps("Recevoir")
    machine, page = (m.wording.attachment for m in ana.messages[-2:])
    assert machine is not None
    assert page is not None
    known = json.loads(machine.data)
    assert known["people"]["name"] == "Ana <b>Zoé</b>"
    assert known["people"]["week_in_words"] == "jeudi soir"
    assert known["people"]["absences"][0]["first"] == "2027-08-01"
    html = page.data.decode()
    assert "Ana &lt;b&gt;Zoé&lt;/b&gt;" in html
    assert "Semaine habituelle" in html
    assert "<b>" not in html
    assert machine.name.endswith(".json")
    assert page.mime == "text/html"
