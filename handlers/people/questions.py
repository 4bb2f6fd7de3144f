"""What is asked of a person, at joining and when they correct their profile."""

from dataclasses import dataclass

from bot.core import Lang, Span, Text, professions, rpps
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, Unclear
from handlers.people.rules import names
from handlers.people.words import as_is, understood

NO_STEP = Text("no-step")
BUTTONS = 8
"""With more towns than this a list of buttons is longer than a screen: the town is typed."""


@dataclass(frozen=True)
class Calling:
    """A profession's key, and their own words for it where the key says «autre»."""

    key: str
    words: str = ""


async def ask_name(ask: Ask, step: Text = NO_STEP) -> str:
    return str(await ask.read("ask-name", understood(names.read_name), step=step))


async def ask_profession(ctx: Ctx, ask: Ask, step: Text = NO_STEP) -> Calling:
    shown = (*professions.MAIN, professions.get("autre"))
    options = [_option(p, ctx.lang) for p in shown]
    key = str(await ask.read("ask-profession", _profession, options=options, step=step))
    if key.startswith("?"):
        meant = [_option(professions.get(k), ctx.lang) for k in key[1:].split(",")]
        key = await ask.choice("ask-profession-which", meant)
    if key != "autre":
        return Calling(key)
    words = str(await ask.read("ask-calling", _calling))
    known = professions.find(words)
    return Calling(known.key) if known else Calling("autre", words)


def _option(profession: professions.Profession, lang: Lang) -> Option:
    return Option(profession.key, as_is(profession.labelled(lang)))


def _profession(said: str) -> str:
    meant = professions.candidates(said)
    if not meant:
        raise Unclear("profession-unknown", said=Span(clean(said)[:60]))
    return meant[0].key if len(meant) == 1 else f"?{','.join(p.key for p in meant)}"


def _calling(said: str) -> str:
    words = clean(said)
    if len(words) > names.LONGEST or sum(map(str.isalpha, words)) < 3:
        raise Unclear("calling-odd")
    return words


async def ask_town(ctx: Ctx, ask: Ask, step: Text = NO_STEP) -> str:
    towns = ctx.parts.settings.community.towns
    options = [Option(t, as_is(t)) for t in towns] if len(towns) <= BUTTONS else []

    def read(said: str) -> str:
        town = understood(lambda words: names.read_town(words, towns))(said)
        return town.name if town.sure else f"?{town.name}|{town.typed}"

    hint = Text("town-hint-buttons" if options else "town-hint-typed")
    answer = str(await ask.read("ask-town", read, options=options, step=step, hint=hint))
    if not answer.startswith("?"):
        return answer
    near, _, typed = answer[1:].partition("|")
    choices = [Option(near, as_is(near), ("oui", "yes", "ok")), Option(typed, as_is(typed))]
    return await ask.choice("ask-town-near", choices, near=Span(near))


async def ask_rpps(ask: Ask, step: Text = NO_STEP) -> str:
    """Eleven digits, or "" when it was passed over. A wrong key only warns: see bot.core.rpps."""
    skip = Option("", Text("pass-over"), ("passer", "skip", "non", "no", "-"))
    turn = 0
    while True:
        said = str(await ask.read("ask-rpps", _rpps, at=turn or "", options=[skip], step=step))
        found = rpps.check(said) if said else None
        if found is None or found.key_ok:
            return found.number if found else ""
        choices = [
            Option("mend", Text("rpps-mend"), ("corriger", "non", "no")),
            Option("keep", Text("rpps-keep"), ("garder", "oui", "yes")),
        ]
        if await ask.choice("rpps-doubt", choices, at=turn, number=Span(found.number)) == "keep":
            return found.number
        turn += 1


def _rpps(said: str) -> str:
    found = rpps.check(said)
    if found is None:
        raise Unclear("rpps-unclear")
    return found.number
