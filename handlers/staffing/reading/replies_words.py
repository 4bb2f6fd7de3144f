"""What people say when they answer a call, as patterns over folded text.

Folded: lower case, no accents, apostrophes and hyphens between letters as spaces, what names a slot
replaced by `@0`, `@1` and times by `@t2`. The order of `PHRASES` matters: «pas de souci» is taken
out before «pas», «peut-être» before «être».
"""

import re
from enum import StrEnum


class Mark(StrEnum):
    """One letter each: the answer becomes a string of them and of slots."""

    YES = "Y"
    WEAK_YES = "W"
    NO = "N"
    CANNOT = "V"
    SORRY = "S"
    NOT = "P"
    EXCEPT = "X"
    MAYBE = "M"
    EXCUSE = "E"
    FROM = "F"
    NOT_BEFORE = "B"
    AT = "A"
    UNTIL = "U"
    ANY_ONE = "O"
    ONLY = "L"
    THANKS = "T"
    RECEIVED = "R"
    PLEASANT = "K"
    STATED = "="
    QUESTION = "Q"
    CONTRAST = "C"
    AND = "+"
    COMMA = ","
    OR = "/"
    SLASH = "|"
    NOTHING = "_"


_LATER = (
    r"a partir de|a compter de|qu a partir de|qu apres|apres|des|depuis|from|after|starting|"
    r"au plus tot|au mieux"
)
_COMING = (
    r"arrive|arriverai|viens|viendrai|serai la|suis la|y serai|peux (?:etre la|venir|arriver"
    r"|y etre)|"
    r"pourrai (?:etre la|venir|arriver|y etre)|dispo\w*|libre|be there|arrive|come|coming|serai"
)
_SORRY = r"desole\w*|navre\w*|malheureusement|helas|sorry|unfortunately|afraid|pardon|excusez moi"
_SOFT = rf"(?: (?:vraiment|du tout|finalement|non plus|toujours|plus|{_SORRY}))*"
_ABLE = (
    r"(?:disponible\w*|dispo\w*|libre\w*|present\w*|possible|faisable|partant\w*|volontaire\w*|"
    r"interesse\w*|en mesure|concerne\w*|la|venir|participer|aider|assurer|y etre|y aller|"
    r"me liberer|etre la|etre present\w*|etre dispo\w*|available|free|able to (?:come|make it)|"
    r"able|come|make it|be there|there|in)"
)
_WILL = (
    r"(?:peux|peut|pourrai|pourrais|pourra|viens|viendrai|viendrais|vais pouvoir|vais|participe|"
    r"participerai|y arriverai|y serai|souhaite|veux|me libere)"
)
_PERHAPS = (
    r"peut etre|ptet(?:re)?|p etre|si (?:vraiment )?(?:besoin|necessaire)|si vous avez besoin|"
    r"si vraiment(?: il le faut)?|si vous n avez personne(?: d autre)?|si personne(?: d autre)?|"
    r"si tu n as personne(?: d autre)?|s il (?:vous )?manque(?: quelqu un| du monde| encore)?|"
    r"s? ?il le faut|si il le faut|au besoin|"
    r"au cas ou|en cas de besoin|(?:qu )?en (?:tout )?dernier(?: recours| lieu)?|dernier recours|"
    r"en renfort|en reserve|en secours|a la rigueur|faute de mieux|eventuellement|pourquoi pas|"
    r"a voir|a confirmer|faut voir|(?:il )?faut que je (?:voie|regarde|verifie)|vais voir|verrai|"
    r"je regarde|je vois|vais regarder|sais pas(?: encore)?|pas (?:encore )?(?:sur|sure|certaine?)|"
    r"sous reserve|probablement|sans doute|normalement|(?:je )?(?:pense"
    r"|crois)(?! pas)(?: que oui)?|"
    r"ca depend|possiblement|(?:j )?essaie(?:rai)?(?: de venir)?|vais essayer(?: de venir)?|"
    r"(?:vous |te )?redis(?: @\d+| plus tard| vite)*|(?:vous |te )?tiens au courant"
    r"|confirme plus tard|mouais|pas impossible|"
    r"maybe|perhaps|possibly|if (?:needed|necessary|need be)|(?:as a |as )?last resort|not sure|"
    r"we ll see|i ll see|let me check|might|probably|depends|(?:as )?backup|why not"
)
_GLADLY = (
    r"(?:(?:il )?y a |ya )?(?:pas|aucun|sans|zero) (?:de )?(?:soucis?|problemes?|pbs?|prob)|"
    r"no (?:problem|worries|pb)|sans (?:hesiter|hesitation|faute)|bien sur|avec (?:grand )?plaisir|"
    r"avec joie|tout a fait|bien entendu|oui (?:c est )?(?:tout a fait )?possible(?: pour moi)?"
)
_REFUSE = (
    r"non+|nan|nope|nah|nn|no|ko|niet|negatif|impossible|indisponible\w*|indispo\w*|absente?|"
    r"unavailable|unable|passe mon tour|decline|refuse|sans moi|forfait|"
    r"aucun(?:e)?(?: des (?:deux|2|trois|3|creneaux))?|ni l un ni l autre|neither|none|no thanks"
)
_CANNOT = (
    rf"{_WILL}{_SOFT} (?:pas|plus|jamais)"
    rf"(?:{_SOFT}(?: pouvoir)? {_ABLE})*{_SOFT}|"
    rf"(?:suis|serai|serais|est|sera|va|ca va){_SOFT} (?:pas"
    rf"|plus)(?:{_SOFT}(?: etre)? {_ABLE})+{_SOFT}|"
    rf"(?:va|ca va) pas le faire|ai pas (?:le temps|envie|la possibilite|de dispo\w*)|"
    rf"(?:pas|plus|jamais){_SOFT}(?: {_ABLE})+{_SOFT}|"
    r"pas (?:pour )?(?:moi|cette fois(?: ci)?|ce coup(?: ci)?|le temps|"
    r"cette semaine|ce jour la)(?: desole\w*)?|"
    rf"(?:can ?t|cannot|can not|won ?t|will not|am not|m not|not)(?: be)?(?: {_ABLE})+"
    rf"(?: any ?more)?|(?:can|could|am|m|will|be)? ?no longer(?: be)?(?: {_ABLE})+|"
    r"(?:absolument |certainement |surement )?pas du tout|(?:absolument|certainement|surement) pas|"
    r"(?:ai )?(?:pas de|aucune?|plus de|plus aucune?) (?:dispo\w*|creneaux?)|bien sur que non"
    r"|(?:can ?t|cannot|can not|won ?t|will not)(?: do it| make it)?"
    r"|not this time|not for me"
)
_ACCEPT = (
    r"oui+|ouais|ouaip|ouep|oue|wi|ui|yes+|yep|yeah|yup|si si|banco|affirmatif|carrement"
    r"|absolument|"
    r"evidemment|certainement|volontiers|sure|of course|absolutely|definitely|"
    r"(?:(?:suis|serai|reste) )?(?:(?:toujours|tjs|encore) )?(?:disponible|dispo)s?|(?:suis "
    r"|serai )?libre|present\w*|partante?|chaude?|"
    r"volontaire|(?:serai|suis) (?:la|present\w*|partante?|volontaire|ok|des votres|de la partie)|"
    r"(?:j )?y serai|(?:j )?en suis|viens|viendrai|arrive|j arrive|"
    r"(?:peux|pourrai)(?: (?:venir|aider|assurer|le faire|participer|me liberer|etre la|y etre"
    r"|faire))?|"
    r"prends|fais|ferai|preneu(?:r|se)|me porte volontaire|will do|me positionne|me propose"
    r"|m inscris|inscri\w+ moi|note[rz]? moi|mets moi|mettez moi|"
    r"compte[rz]? sur moi|me libere|me rends (?:disponible|dispo)|participe(?:rai)?|veux bien|"
    r"(?:je )?confirme|valide|"
    r"count me in|(?:i ?m|i am|m) in|im in|(?:i )?can(?: (?:come|do(?: it)?|make it|help))?|"
    r"(?:i )?(?:will|ll) (?:be there|come|do(?: it)?)|available|happy to(?: help| come)?|"
    r"(?:i ?m|i am|am|m) (?:available|free|coming)|(?:i ?m|i am) there|coming"
)
_AGREE = (
    r"ok+|okay|oki+|okok|d accord|dac+|daccord|ca (?:me va|marche|roule|joue)|go|"
    r"(?:ok|bon|c est ok) pour moi|c est (?:tout )?(?:ok|bon)(?: pour moi)?|let s go|fine"
    r"|sounds good"
)
_BUSY = (
    r"(?:je )?(?:travaille|bosse)|(?:en|de) (?:vacances|conges?|deplacement|garde|repos|formation|"
    r"consultations?|weekend|week end)|(?:suis |deja |ai )*(?:prise?s?|engagee?|occupee?|retenue?)|"
    r"deja (?:quelque chose|autre chose|prevu)|autre chose(?: de prevu)?|malade|mes enfants|"
    r"trop (?:loin|tard|juste|court)|absente|au cabinet|ce jour la|cette semaine|"
    r"(?:i )?(?:work|am working|m working)|busy|on holiday|away"
)
_EVERYBODY = (
    r"(?: (?:a|et|les|to))*(?: (?:tous|toutes|tout le monde|vous|all|everyone|collegues))+"
    r"(?: et (?:a )?(?:tous|toutes))*"
)
GREETING = re.compile(
    rf"\b(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|hey)(?:{_EVERYBODY})?"
    r"|svp|stp|please|cordialement|cdt|bien a vous|bises|bisous)\b"
)
"""Taken out first: in «bonjour à tous» nobody takes all the slots."""

PLEASANTRY = re.compile(
    rf"\b(?:(?:merci|thanks){_EVERYBODY}|bon(?:ne)? (?:journee|soiree|nuit|fin de journee|courage)"
    rf"(?:{_EVERYBODY})?|a (?:bientot|plus|toute|tout a l heure|tres vite)|super|parfait|genial|top"
    r"|cool|nickel|tres bien|excellent|great|perfect)\b"
)
"""Said beside an answer, or instead of one: «bon courage pour samedi» is no yes."""

SIGNATURE = re.compile(
    r"\b(?i:cordialement|cdt|bien à vous)[\s,.!-]*(?:[A-ZÀ-Ý][\w'’-]*[ .]*){0,3}$"
)
"""Over the text as typed: after it only names in capitals."""

NE = re.compile(r"\b(?:ne|n) (?=(?:[^\W\d]+ ){0,4}(?:pas|plus|jamais|aucune?|ni|rien|que?)\b)")
"""Half of a French negation; the other half says which."""

_FILLERS = (
    r"je|j|i|moi|me|m|le|la|les|l|de|d|du|des|en|y|ce|cet|cette|ca|sur|dans|au|aux|a|pour|avec ma"
    r" voiture|creneaux?|slots?|postes?|options?|numeros?|choix|horaires?|vacations?|alors|donc|bah"
    r"|finalement|en fait|du coup|ben|bon|euh|heu|oh|ah|eh|hop|tres|bien|aussi|egalement|the|on|for"
    r"|at|in|to|that|this|one|of|vers|celui|celle|ceux|s|t|tous|toutes|tout|toute|chaque|every"
)
_STATEMENTS = r"c est|c|est|c etait|sera|seront|suis|serai|is|it|am|will|be|do|are"
"""«c'est samedi» tells a day and takes none; beside a yes or a no they add nothing."""


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@§])(?:{pattern})(?![\w])")


_TIME = r"(?: \w{1,4}){0,1} @t(\d+)"

PHRASES: tuple[tuple[re.Pattern[str], Mark], ...] = (
    (_word(rf"(?:pas|not|jamais) (?:avant|before){_TIME}"), Mark.NOT_BEFORE),
    (_word(rf"(?:{_LATER}){_TIME}"), Mark.FROM),
    (_word(r"@t(\d+) (?:au plus tot|minimum|ou apres|or later)"), Mark.FROM),
    (_word(rf"(?:avant|before|jusqu a|jusque|until|till|by){_TIME}"), Mark.UNTIL),
    (_word(rf"(?:{_COMING})(?: plutot| seulement)? (?:a|vers|pour|qu a|at|around"
        rf"|by) @t(\d+)"), Mark.AT),
    (_word(r"vers @t(\d+)"), Mark.AT),
    (_word(r"(?:l )?un(?:e)? (?:seul )?des (?:deux|2|trois|3)|l un ou l autre"
        r"|n importe (?:le)?quel\w*"
           r"|peu importe|un seul(?: creneau)?|either(?: one)?|any(?! ?more)"), Mark.ANY_ONE),
    (_word(_GLADLY), Mark.YES),
    (_word(_PERHAPS), Mark.MAYBE),
    (_word(r"non merci|no thanks|no thank you|non c est non"), Mark.NO),
    (_word(rf"{_WILL}(?: venir| etre la)? que|(?:suis|serai) (?:dispo\w*|libre"
        rf"|la) que"), Mark.ONLY),
    (_word(_CANNOT), Mark.CANNOT),
    (_word(_REFUSE), Mark.NO),
    (_word(_SORRY), Mark.SORRY),
    (_word(r"(?:toujours )?possible pour moi|toujours possible"), Mark.YES),
    (_word(r"possible|pourrais(?: venir)?|serais (?:dispo\w*|libre|la)"), Mark.MAYBE),
    (_word(_ACCEPT), Mark.YES),
    (_word(_AGREE), Mark.WEAK_YES),
    (_word(_BUSY), Mark.EXCUSE),
    (_word(r"mais|par contre|en revanche|sinon|cependant|but|however|otherwise"), Mark.CONTRAST),
    (_word(r"sauf|excepte|hormis|a part|hors|except(?: for)?"), Mark.EXCEPT),
    (_word(r"seulement|uniquement|juste|que|qu|exclusivement|only|just"), Mark.ONLY),
    (_word(r"et|and|ainsi que|puis"), Mark.AND),
    (_word(r"ou|ou bien|or|soit"), Mark.OR),
    (_word(r"pas|jamais|ni|ne|n(?! ?@)|sans|aucune?|rien|personne|not|never|nor"
        r"|without"), Mark.NOT),
    (_word(r"entendu|"
        r"(?:bien |c est |bonne )?(?:recu|note|vu|lu|compris|reception)"), Mark.RECEIVED),
    (_word(r"merci(?: beaucoup| bien)?|thanks|thank you|thx"), Mark.THANKS),
    (_word(_STATEMENTS), Mark.STATED),
    (_word(_FILLERS), Mark.NOTHING),
)  # fmt: skip

EMOJI = {
    **dict.fromkeys("👍👌✅✔☑🆗🙋", Mark.YES),
    **dict.fromkeys("❌👎🚫⛔✖🙅✗✘", Mark.NO),
    **dict.fromkeys("🤔", Mark.MAYBE),
}

NOT_JUST_A_REASON = re.compile(
    r"\b(?:si|quoi|quand|comment|combien|quel\w*|qui|pourquoi|ou|blague|rigole|plaisante|deconne|"
    r"trompe|erreur|attend\w*|paye\w*|plutot|plus tard|autre jour|change\w*|annule\w*|finalement|"
    r"mon collegue|ma collegue|remplac\w*|demande\w*|savoir|urgent)\b"
)
"""In what follows a no: it may be no refusal of this call after all."""

MINE = re.compile(r"(?:je|j|mon|ma|mes|car|parce|deja|i|my|because|suis|ai)\b")
