"""What a profession is called, and how it is shown."""

from dataclasses import dataclass

from bot.core.people import Lang


@dataclass(frozen=True, slots=True)
class Profession:
    """`key` is stored and never changes. `codes` are those of the national directory, old and new.

    `label` names both genders; `short` heads a column of a roster picture (at most 7 letters).
    """

    key: str
    codes: tuple[str, ...]
    fr: str
    fr_many: str
    label: str
    en: str
    en_many: str
    emoji: str
    short: str
    aliases: tuple[str, ...] = ()

    def named(self, lang: Lang, count: int = 1) -> str:
        """As in «3 infirmiers»: French has the singular for 0 and 1, English for 1 only."""
        if lang is Lang.FR:
            return self.fr if abs(count) < 2 else self.fr_many
        return self.en if count == 1 else self.en_many

    def labelled(self, lang: Lang) -> str:
        """As on a button: «💉 Infirmière, infirmier»."""
        words = self.label if lang is Lang.FR else self.en[0].upper() + self.en[1:]
        return f"{self.emoji} {words}"
