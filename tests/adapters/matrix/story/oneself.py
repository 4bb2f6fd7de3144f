"""What a member looks up and sets for themselves, and what the bot does not take."""

from tests.adapters.matrix.story.cast import Cast, chooses

NIR = "2 55 08 14 168 025 38"


async def pages(cast: Cast) -> None:
    """A page that is tapped is edited in place, but not with the display for screen readers."""
    ben = cast.ben
    for said, seen in (
        ("!aide", "AIDE"), ("!profil", "PROFIL"), ("!dispos", "DISPONIBILITÉS"),
        ("!lier", "n'utilise qu'une application"),
        ("!licornes", "Je ne connais pas « !licornes ». Tapez !aide"),
    ):  # fmt: skip
        await ben.says(said)
        await ben.sees(seen)
    await ben.says("!reglages")
    page = await ben.sees("RÉGLAGES")
    await chooses(ben, "English")
    await ben.sees("SETTINGS")
    await chooses(ben, "Français")
    again = await ben.sees("RÉGLAGES")
    assert again.id == page.id
    await chooses(ben, "Affichage simple")
    calm = await ben.sees("Affichage simple (lecteur d'écran) : Oui")
    assert calm.id != page.id


async def not_taken(cast: Cast) -> None:
    """What looks like a patient's is refused; a voice is not listened to; both are said."""
    ben = cast.ben
    await ben.says(f"Mme X, sécu {NIR}")
    await ben.sees("donnée de patient", "MSSanté")
    await ben.says("Voix", msgtype="m.audio", url="mxc://tocsin.test/b")
    await ben.sees("n'écoute pas les messages vocaux")
