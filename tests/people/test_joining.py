"""Joining, as a conversation (ONB-1, ONB-2, ONB-4, ONB-8, ONB-15)."""

from bot.core import Role
from storage.people import Account, Member, Proof, Standing
from tests.people.conftest import Code, joins
from tests.playground import Person, Playground


async def member(play: Playground, account: str) -> Member | None:
    async with play.db.reading() as tx:
        found = await tx.get(Account, ("local", account))
        return await tx.get_one(Member, found.member_id) if found else None


async def test_someone_joins_with_the_steps_of_the_product(play: Playground, code: Code) -> None:
    """ONB-2: invited by a link; consent is kept with its time."""
    claire = play.stranger("claire")
    await claire.says(f"/start {await code()}")
    assert claire.sees("👋 Bienvenue à la CPTS du Pays de Garance. Deux minutes suffisent.")
    assert claire.sees("Jamais de donnée de patient ici.")
    assert claire.buttons() == [
        "✅ J'ai lu, je continue", "📄 Lire la notice", "❌ Non merci", "🌐 English",
    ]  # fmt: skip
    await claire.taps("J'ai lu")
    assert claire.sees("Étape 1 sur 4 · Votre nom et prénom ?")
    await claire.says("Claire Martin")
    assert claire.sees("Étape 2 sur 4 · Votre profession ?")
    assert claire.buttons()[:2] == ["🩺 Médecin", "💉 Infirmière, infirmier"]
    await claire.taps("Infirmière")
    assert claire.sees("Étape 3 sur 4 · Votre commune d'exercice ?")
    await claire.taps("Garance")
    assert claire.sees("Étape 4 sur 4 · Votre numéro RPPS ?", "Facultatif")
    await claire.taps("Passer")
    assert claire.sees("C'est noté. Un coordinateur valide votre inscription")
    assert claire.buttons() == [
        "🗓 Mes disponibilités", "⭐ Mes compétences", "💬 Mes besoins",
        "📞 Mon numéro professionnel",
    ]  # fmt: skip
    row = await member(play, "claire")
    assert row is not None
    assert (row.name, row.profession, row.town) == ("Claire Martin", "infirmier", "Garance")
    assert (row.standing, row.consented_at) == (Standing.PENDING, play.now)


class Counting(Person):
    """Counts what the person does, so that no step is added unseen."""

    def __init__(self, play: Playground, account: str) -> None:
        super().__init__(play, account, 0)
        self.tapped = self.typed = 0

    async def taps(self, label: str, *, settle: bool = True) -> None:
        self.tapped += 1
        await super().taps(label, settle=settle)

    async def says(self, *lines: str, reply_to: str = "") -> None:
        self.typed += sum(not line.startswith("/start") for line in lines)
        await super().says(*lines, reply_to=reply_to)


async def test_joining_takes_four_taps_and_two_typed_answers(play: Playground, code: Code) -> None:
    """ONB-15: everything that is asked before membership, the town being typed."""
    play.local.chat("zoé")
    zoe = Counting(play, "zoé")
    await zoe.says(f"/start {await code()}")
    while await member(play, "zoé") is None:
        step = {"Bienvenue": ("tap", "J'ai lu"), "nom et prénom": ("type", "Zoé Petit"),
                "profession": ("tap", "Médecin"), "commune": ("type", "garance"),
                "RPPS": ("tap", "Passer")}  # fmt: skip
        how, what = next(v for k, v in step.items() if k in zoe.last)
        await (zoe.taps(what) if how == "tap" else zoe.says(what))
    assert zoe.tapped <= 4
    assert zoe.typed <= 2


async def test_a_restart_between_any_two_answers_changes_nothing(
    play: Playground, code: Code
) -> None:
    """ONB-8: and the welcome and the confirmation are said once."""
    lea = play.stranger("lea")
    await lea.says(f"/start {await code()}")
    for act in ("J'ai lu", "=Léa Roux", "Pharmacien", "=villeneuve", "Passer"):
        await play.restart()
        await (lea.says(act[1:]) if act.startswith("=") else lea.taps(act))
    row = await member(play, "lea")
    assert row is not None
    assert (row.name, row.profession, row.town) == ("Léa Roux", "pharmacien", "Villeneuve")
    assert lea.everything.count("C'est noté") == 1


async def test_the_link_pressed_again_asks_the_same_question_again(
    play: Playground, code: Code
) -> None:
    """ONB-8: one welcome, however often the link is pressed."""
    lea, link = play.stranger("lea"), f"/start {await code()}"
    await lea.says(link)
    await lea.taps("J'ai lu")
    await lea.says("Léa Roux")
    await lea.says(link)
    assert lea.sees("Étape 2 sur 4")
    await lea.says("bonjour")
    assert lea.sees("Je ne connais pas « bonjour »")


async def test_no_thanks_keeps_nothing(play: Playground, code: Code) -> None:
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("Lire la notice")
    assert eva.sees("NOTICE", "cnil.fr")
    await eva.taps("Non merci")
    assert eva.sees("Aucune fiche n'est créée")
    assert await member(play, "eva") is None
    async with play.db.reading() as tx:
        assert (await tx.connection()) is not None


async def test_english_can_be_chosen_on_the_first_screen(play: Playground, code: Code) -> None:
    kim = play.stranger("kim")
    await kim.says(f"/start {await code()}")
    await kim.taps("English")
    assert kim.sees("Welcome to CPTS du Pays de Garance")
    await kim.taps("I have read this")
    assert kim.sees("Step 1 of 4 · Your first and last name?")
    await kim.says("Kim Lee")
    assert "🩺 Doctor" in kim.buttons()
    await kim.taps("Nurse")
    await kim.taps("Garance")
    await kim.taps("Skip")
    assert kim.sees("Noted. A coordinator approves your registration")
    row = await member(play, "kim")
    assert row is not None
    assert row.lang == "en"


async def test_going_back_corrects_a_name(play: Playground, code: Code) -> None:
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says("Eva Blnac")
    await eva.says("retour")
    await eva.says("Eva Blanc")
    await eva.says("kiné")
    await eva.says("saint obin")
    assert eva.sees("Vouliez-vous dire Saint-Aubin ?")
    await eva.says("oui")
    await eva.says("passer")
    row = await member(play, "eva")
    assert row is not None
    assert (row.name, row.profession, row.town) == ("Eva Blanc", "kine", "Saint-Aubin")


async def test_a_wrong_rpps_key_is_a_warning(play: Playground, code: Code) -> None:
    """ONB-3, as far as a public number goes: declared, not verified."""
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says("Eva Blanc")
    await eva.taps("Médecin")
    await eva.taps("Garance")
    await eva.says("12")
    assert eva.sees("11 chiffres")
    await eva.says("10001234567")
    assert eva.sees("⚠️", "10001234567")
    await eva.taps("Corriger")
    await eva.says("10001234567")
    await eva.taps("Garder")
    row = await member(play, "eva")
    assert row is not None
    assert (row.rpps, row.proof) == ("10001234567", Proof.DECLARED)


async def test_a_profession_that_no_list_has_is_kept_as_it_was_said(
    play: Playground, code: Code
) -> None:
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says("Eva Blanc")
    await eva.taps("Autre")
    await eva.says("Secrétaire médicale")
    await eva.taps("Garance")
    await eva.taps("Passer")
    row = await member(play, "eva")
    assert row is not None
    assert (row.profession, row.calling) == ("autre", "Secrétaire médicale")


async def test_the_first_administrator_is_in_at_once(play: Playground, code: Code) -> None:
    ada = play.stranger("ada")
    await joins(ada, await code(Role.ADMINISTRATOR, 1, at_once=True), "Ada Leroy")
    assert ada.sees("🎉 Bienvenue", "administration")
    row = await member(play, "ada")
    assert row is not None
    assert (row.role, row.standing) == (Role.ADMINISTRATOR, Standing.ACTIVE)
    names = [entry.name for entry in play.local.menus["ada", "fr"]]
    assert {"membres", "inviter", "dispos"} <= set(names)


async def test_two_for_one_place_get_one_place(play: Playground, code: Code) -> None:
    """ONB-1: the last use of a code is sold once."""
    one, two, last = play.stranger("one"), play.stranger("two"), await code(uses=1)
    for person in (one, two):
        await person.says(f"/start {last}")
        await person.taps("J'ai lu")
        await person.says("Une Personne")
        await person.taps("Médecin")
        await person.taps("Garance")
    await one.taps("Passer")
    await two.taps("Passer")
    assert one.sees("C'est noté")
    assert two.sees("a déjà servi", "nouveau lien")
    assert await member(play, "two") is None
