"""/aide, /annuler, the menu, and what strangers are told (A11Y-1, 2, 3, 4, 8, 9)."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core import Lang, Role, Text
from bot.core.i18n import Catalog
from bot.engine.wording import EMOJI
from handlers.people.minting import mint
from tests.playground import Playground

EMERGENCY = "Urgence vitale : 15, 112, ou 114 par SMS"


async def test_help_names_the_commands_of_ones_role_by_need(play: Playground) -> None:
    """A11Y-1."""
    mia = await play.person("Mia")
    await mia.says("/aide")
    assert mia.sees("Je veux…", "/dispos", "/profil", EMERGENCY)
    assert not mia.sees("/membres")
    paul = await play.person("Paul", Role.COORDINATOR)
    await paul.says("/aide")
    await paul.taps("🧭 Coordination")
    assert paul.sees("COORDINATION · Je veux…", "/mobiliser", "/crise")
    assert "/dispos" not in paul.last
    first = paul.last
    await paul.taps("Suite")
    assert all(name in first + paul.last for name in ("/inviter", "/membres"))
    kim = await play.person("Kim", lang=Lang.EN)
    await kim.says("/aide")
    assert kim.sees("I want to…", "/availability", "/profile")


async def test_no_screen_of_help_is_longer_than_twelve_lines(play: Playground) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    await ada.says("/aide")
    seen = [ada.last]
    while "➡️ Suite" in ada.buttons() or "🧭 Coordination" in ada.buttons():
        await ada.taps("Suite" if "➡️ Suite" in ada.buttons() else "Coordination")
        seen.append(ada.last)
    assert all(len(screen.splitlines()) <= 12 for screen in seen)
    told = set(re.findall(r"/(\w+)", "\n".join(seen)))
    wanted = {c.name for f in play.features for c in f.commands if c.in_menu} - {"aide"}
    assert wanted <= told


async def test_commands_in_both_languages_signs_accents_and_capitals(play: Playground) -> None:
    """A11Y-9."""
    mia = await play.person("Mia")
    for typed in ("/aide", "!aide", "/HELP", "!Help", "aide", "Aide"):
        await mia.says(typed)
        assert mia.sees("Je veux…"), typed
    for typed in ("/réglages", "!SETTINGS", "reglages", "Réglages"):
        await mia.says(typed)
        assert mia.sees("RÉGLAGES"), typed
    await mia.says("/licorne")
    assert mia.sees("Je ne connais pas « /licorne »", "/aide")


async def test_cancel_leaves_the_wizard_and_outside_one_asks(play: Playground) -> None:
    mia = await play.person("Mia")
    await mia.says("/profil")
    await mia.taps("✏️ Nom")
    await mia.says("/annuler")
    assert mia.sees("Abandonné")
    await mia.says("Mia Nouvelle")
    assert not mia.has_seen("votre nom est corrigé")
    await mia.says("/cancel")
    assert mia.sees("Annuler quoi ?")
    assert mia.buttons()[-1] == "Rien"
    assert any("créneaux" in label for label in mia.buttons())
    await mia.taps("Rien")
    assert mia.sees("Rien n'est changé")


async def test_strangers_get_one_kind_sentence_with_the_way_in(play: Playground) -> None:
    eva = play.stranger("eva")
    for typed in ("bonjour", "/start", "/aide", "je veux vacciner"):
        await eva.says(typed)
        assert eva.sees("CPTS du Pays de Garance", "lien d'invitation", EMERGENCY), typed
    await play.local.say("eva", "hello", lang="en")
    await play.settle()
    assert eva.sees("invitation link", "Life at risk: 15, 112, or 114 by SMS")


async def test_the_menu_is_that_of_the_role(play: Playground) -> None:
    mia = await play.person("Mia")
    paul = await play.person("Paul", Role.COORDINATOR)
    await mia.says("/start")
    await paul.says("/start")
    assert "👥 Membres" not in mia.buttons()
    assert "👥 Membres" in paul.buttons()
    await paul.taps("Membres")
    assert paul.sees("actif")
    await mia.taps("Mes disponibilités")
    assert mia.sees("DISPONIBILITÉS")


async def test_every_button_can_be_typed_and_is_more_than_an_emoji(play: Playground) -> None:
    """A11Y-2, A11Y-4: by number or by its words; no button is an emoji alone."""
    mia = await play.person("Mia")
    screens = ("/start", "/profil", "/reglages", "/dispos", "/pause", "/aide", "/mesdonnees")
    for typed in screens:
        await mia.says(typed)
        for label in mia.buttons():
            assert EMOJI.sub("", label).strip(), (typed, label)
    await mia.says("/quitter")
    await mia.says("3")
    assert mia.sees("Rien n'est changé. Merci de rester.")
    await mia.says("/reglages")
    await mia.says("4", reply_to=mia.messages[-1].id)
    assert mia.has_seen("C'est noté") or mia.sees("Affichage simple (lecteur d'écran) : Oui")


def test_a_text_missing_in_one_language_is_said_in_the_other(tmp_path: Path) -> None:
    """A11Y-8."""
    (tmp_path / "fr.ftl").write_text("seul = Touchez un bouton\n", encoding="utf-8")
    (tmp_path / "en.ftl").write_text("other = Tap a button\n", encoding="utf-8")
    said = Catalog([tmp_path]).label(Text("seul"), Lang.EN, ZoneInfo("Europe/Paris"))
    assert said == "Touchez un bouton"


async def test_what_is_done_is_said_in_a_message(play: Playground) -> None:
    """A11Y-3: toasts are not read by screen readers."""
    paul = await play.person("Paul", Role.COORDINATOR, simple=True)
    async with play.db.transaction() as tx:
        code, _ = mint(tx, play.now, role=Role.MEMBER, uses=1, days=1, by=paul.id)
    eva = play.stranger("eva")
    await eva.says(f"/start {code}")
    await eva.taps("J'ai lu")
    await eva.says("Eva Blanc")
    await eva.taps("Médecin")
    await eva.taps("Garance")
    await eva.taps("Passer")
    assert "Valider" in paul.buttons()
    await paul.taps("Valider")
    assert paul.sees("Validé par Paul")
