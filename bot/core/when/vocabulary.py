"""The words themselves, without accents, capitals, hyphens or apostrophes; phrases part by «|».

What a number beside a word means is said at the words' kinds in `tokens`.
"""

from bot.core.when.tokens import T

TABLE: tuple[tuple[T, int, str], ...] = (
    (T.WEEKDAY, 0, "lundi|lun|lund|monday|mond"),
    (T.WEEKDAY, 1, "mardi|mard|tuesday|tue|tues"),
    (T.WEEKDAY, 2, "mercredi|merc|mercr|wednesday|wed|weds"),
    (T.WEEKDAY, 3, "jeudi|jeud|thursday|thu|thur|thurs"),
    (T.WEEKDAY, 4, "vendredi|ven|vend|vendr|vdi|friday|fri"),
    (T.WEEKDAY, 5, "samedi|sam|samd|saturday|sat"),
    (T.WEEKDAY, 6, "dimanche|dim|dima|diman|sunday"),
    (T.SHY, 0, "lu|mon"),
    (T.SHY, 1, "mar|ma"),
    (T.SHY, 2, "mer|me"),
    (T.SHY, 3, "jeu|je"),
    (T.SHY, 4, "ve"),
    (T.SHY, 5, "sa"),
    (T.SHY, 6, "di|sun"),
    (T.WEEKDAYS, 0, "lundis|mondays"),
    (T.WEEKDAYS, 1, "mardis|tuesdays"),
    (T.WEEKDAYS, 2, "mercredis|wednesdays"),
    (T.WEEKDAYS, 3, "jeudis|thursdays"),
    (T.WEEKDAYS, 4, "vendredis|fridays"),
    (T.WEEKDAYS, 5, "samedis|saturdays"),
    (T.WEEKDAYS, 6, "dimanches|sundays"),
    (T.MONTH, 1, "janvier|janv|jan|january"),
    (T.MONTH, 2, "fevrier|fevr|fev|february|feb"),
    (T.MONTH, 3, "mars|march"),
    (T.MONTH, 4, "avril|avr|april|apr"),
    (T.MONTH, 5, "mai|may"),
    (T.MONTH, 6, "juin|june|jun"),
    (T.MONTH, 7, "juillet|juil|july|jul"),
    (T.MONTH, 8, "aout|aou|august|aug"),
    (T.MONTH, 9, "septembre|sept|sep|september"),
    (T.MONTH, 10, "octobre|oct|october"),
    (T.MONTH, 11, "novembre|nov|november"),
    (T.MONTH, 12, "decembre|dec|december"),
    (T.OFFSET, -2, "avant hier|day before yesterday|the day before yesterday"),
    (T.OFFSET, -1, "hier|yesterday|last night"),
    (T.OFFSET, 0, "aujourd hui|aujourdhui|auj|ajd|aujourd|ce jour|today|le jour meme de demain"),
    (T.OFFSET, 1, "demain|dem|2main|dmain|tomorrow|tmrw|tmw|tomorow|tommorow|tommorrow"),
    (T.OFFSET, 2, "apres demain|apresdemain|ap demain|day after tomorrow|the day after tomorrow"),
    (T.PART, 0, "matin|matinee|en matinee|dans la matinee|mat|morning|in the morning|mornings"),
    (T.PART, 0, "matins|matinees|au matin|le matin|en cours de matinee|la matinee"),
    (T.PART, 1, "aprem|apres midi|apresmidi|aprm|apm|ap midi|apres m|l apres midi|afternoon"),
    (T.PART, 1, "dans l apres midi|dans l aprem|l aprem|in the afternoon|apres midis|aprems"),
    (T.PART, 1, "afternoons|en apres midi|pm de la journee"),
    (T.PART, 2, "soir|soiree|en soiree|dans la soiree|au soir|le soir|la soiree|soirs|soirees"),
    (T.PART, 2, "evening|in the evening|evenings"),
    (T.PART, 3, "nuit|nuits|dans la nuit|de nuit|la nuit|night|nights|overnight|at night"),
    (T.THIS_PART, 0, "ce matin|this morning"),
    (
        T.THIS_PART,
        1,
        "cet apres midi|cette apres midi|cet aprem|cette aprem|this afternoon|ct aprem",
    ),
    (T.THIS_PART, 2, "ce soir|this evening|tonight|ce soir meme|cette soiree"),
    (T.THIS_PART, 3, "cette nuit|la nuit prochaine|nuit prochaine"),
    (T.HALF_DAY, 0, "am|pm"),
    (T.NOON, 0, "midi|ce midi|midday|noon|le midi|mid day"),
    (T.LUNCH, 0, "entre midi et deux|midi et deux|entre midi et 2|midi deux"),
    (T.MIDNIGHT, 0, "minuit|midnight"),
    (T.QUARTER, 30, "et demi|et demie|trente"),
    (T.QUARTER, 15, "et quart|quinze"),
    (T.QUARTER, 45, "quarante cinq"),
    (T.QUARTER, -15, "moins le quart|moins quart"),
    (T.QUARTER, -10, "moins dix"),
    (T.QUARTER, -5, "moins cinq"),
    (T.QUARTER, -20, "moins vingt"),
    (T.LE, 0, "le"),
    (T.LES, 0, "les"),
    (T.DU, 0, "du"),
    (T.DE, 0, "de|d"),
    (T.AU, 0, "au|aux"),
    (T.A, 0, "a|to|thru|through"),
    (T.AT, 0, "at"),
    (T.UN, 0, "un|une|one|an"),
    (T.FILLER, 0, "la|l|the|of|on|pour|est|en|soit"),
    (T.SHARP, 0, "pile|precises|precise|sharp|tapantes|tapante|exactement|heure locale"),
    (T.AND, 0, "et|and|puis|ainsi que|plus|then"),
    (T.OR, 0, "ou|or|ou bien|ou alors"),
    (T.UNTIL, 0, "jusqu a|jusqu au|jusqua|jusquau|jusqu aux|jusqu|until|till|til|up to"),
    (T.BETWEEN, 0, "entre|between"),
    (T.THIS, 0, "ce|cet|cette|this"),
    (T.NEXT, 0, "prochain|prochaine|next|prochains|proch"),
    (T.LAST, 0, "dernier|derniere|last|passe|passee|derniers|dernieres"),
    (T.IN_8, 0, "en huit|en 8"),
    (T.IN_15, 0, "en quinze|fortnight"),
    (T.WEEKEND, 0, "week end|weekend|we|wk end|week ends|weekends"),
    (T.WEEK, 0, "semaine|semaines|week|weeks|sem"),
    (T.NEXT_WEEK, 0, "semaine prochaine|next week|la semaine prochaine|sem prochaine"),
    (T.NEXT_WEEK, 0, "de la semaine prochaine|semaine pro|of next week|semaine suivante"),
    (T.MONTHS, 0, "mois|month|months"),
    (T.OF_MONTH, 0, "du mois|de chaque mois|de tous les mois|chaque mois|of the month"),
    (T.OF_MONTH, 0, "of each month|of every month|tous les mois|in the month|par mois"),
    (T.YEARS, 0, "an|ans|annee|annees|year|years"),
    (T.DAYS, 0, "jour|jours|jrs|journees|day|days"),
    (T.WORKDAYS, 0, "jours ouvres|jour ouvre|jours ouvrables|jour ouvrable|weekday|weekdays"),
    (T.WORKDAYS, 0, "jours de semaine|jours de la semaine|working day|working days|workday"),
    (T.EVERY, 1, "tous les|ts les|chaque|toutes les|tout les|toute les|tte les|ttes les|tt les"),
    (T.EVERY, 1, "every|each|tous le|ts|chq|chaques|ch"),
    (T.PER, 0, "par|per"),
    (T.EVERY, 2, "every other|every second|tous les deux|toutes les deux|chaque deux"),
    (T.OUT_OF, 2, "sur deux"),
    (T.FREQ, 0, "quotidien|quotidienne|quotidiennement|daily|tlj"),
    (T.FREQ, 1, "hebdo|hebdomadaire|weekly|hebdomadaires"),
    (T.FREQ, 2, "mensuel|mensuelle|mensuellement|monthly"),
    (T.FREQ, 3, "annuel|annuelle|yearly|annually"),
    (T.BEFORE, 0, "avant|av|plus tot|earlier|auparavant|before|prior to|pas apres|not after"),
    (T.BY, 0, "d ici|d ici a|d ici au|d ici le|d ici la|dici|by|au plus tard|date limite"),
    (T.BY, 0, "deadline|no later than|not later than|echeance|au plus tard le|au maximum"),
    (T.LATEST, 0, "max|maximum|limite|dernier delai|at the latest|grand maximum|dernier carat"),
    (T.LATEST, 0, "delai|au plus tard possible|latest|maxi"),
    (T.INCLUDED, 0, "inclus|compris|incluse|comprise|included"),
    (T.INCLUDED, 1, "exclu|non inclus|non compris|excluded"),
    (T.FROM, 0, "a partir de|a partir du|a partir d|a partir|des|des le|a compter de|a compter du"),
    (
        T.FROM,
        0,
        "from|as of|starting|starting from|from the|as from|pas avant|not before|a dater du",
    ),
    (T.FROM, 0, "a compter|onwards|onward|jusqu a nouvel ordre|until further notice"),
    (T.AFTER, 0, "apres|after"),
    (T.EARLIEST, 0, "au plus tot|at the earliest"),
    (T.IN, 0, "dans|in"),
    (T.WITHIN, 0, "sous|dans les|within|within the next|dans un delai de|in the next"),
    (T.AGO, 0, "il y a|ago|depuis|since"),
    (T.FOR, 0, "pendant|duree|durant|for|d une duree de|duration"),
    (T.EVE, -1, "veille|day before|the day before|la veille|jour d avant|jour precedent"),
    (T.EVE, -2, "avant veille|l avant veille|avantveille|two days before"),
    (T.EVE, 0, "jour meme|jour j|le jour j|matin meme|soir meme|le matin meme|same day|on the day"),
    (T.EVE, 0, "the day itself|the same day|le soir meme|ce jour la"),
    (T.EVE, 1, "lendemain|le lendemain|day after|the day after|next day|the next day"),
    (T.EVE, 2, "surlendemain|le surlendemain"),
    (T.END_OF, 0, "la fin|the end of|la fin du|la fin de|fin|end of|fin du|fin de"),
    (T.ALL_DAY, 0, "toute la journee|journee|journee entiere|journee complete|all day|whole day"),
    (T.ALL_DAY, 0, "en journee|the whole day|la journee|full day"),
    (T.SUMMER, 0, "heure d ete|summer time|heure ete"),
    (T.WINTER, 0, "heure d hiver|winter time|heure hiver"),
    (T.NOW, 0, "maintenant|tout de suite|immediatement|now|right now|a l instant|de suite"),
    (T.LATER, 0, "a definir|a preciser|a confirmer|a fixer|a convenir|a determiner|tbd|tbc"),
    (T.LATER, 0, "a voir|on verra"),
    (T.NOT, 0, "sauf|hors|excepte|except|au lieu de|au lieu du|instead of|hormis|a l exception de"),
    (T.NOT, 0, "pas|not|jamais|sans|never|pause|coupure|unless|excepting|a part"),
    (T.NOT, 0, "reporte de|reporte du|reportee de|reportee du|decale de|decale du|decalee de"),
    (T.NOT, 0, "decalee du|deplace de|deplace du|avance de|avance du|a l exception du"),
    (T.PAST, 0, "semaine derniere|mois dernier|last week|last month|an dernier|annee derniere"),
    (T.PAST, 0, "last year|semaine passee|mois passe|hier soir|hier matin|tantot passe"),
    (T.FEAST, 1225, "noel|christmas|jour de noel|christmas day"),
    (T.FEAST, 1224, "reveillon de noel|christmas eve|veille de noel"),
    (T.FEAST, 101, "jour de l an|nouvel an|premier de l an|new year s day|new year"),
    (T.FEAST, 1231, "saint sylvestre|st sylvestre|reveillon du nouvel an|new year s eve"),
    (T.FEAST, 1231, "reveillon du jour de l an|reveillon de la saint sylvestre|la saint sylvestre"),
    (T.FEAST, 501, "fete du travail"),
    (T.FEAST, 714, "fete nationale|bastille day"),
    (T.FEAST, 815, "assomption"),
    (T.FEAST, 1101, "toussaint"),
    (T.FEAST, 1111, "armistice"),
    (
        T.MOVABLE,
        0,
        "paques|easter|lundi de paques|pentecote|lundi de pentecote|ascension|easter day",
    ),
    (T.MOVABLE, 0, "jeudi de l ascension|easter monday|vendredi saint|good friday|mardi gras"),
    (T.MOVABLE, 0, "dimanche de paques|reveillon|fete des meres|week end de paques|rameaux"),
)

VAGUE = """
un de ces jours|un de ces quatre|sometime|one of these days|tantot|tout a l heure
fin de journee|en fin de journee|fin de matinee|fin d apres midi|fin d aprem|debut de soiree
fin de soiree|debut de matinee|debut d apres midi|debut d aprem|milieu de matinee|mi journee
milieu d apres midi|en milieu de journee|debut de journee|en debut de journee|fin de semaine
debut de semaine|milieu de semaine|en fin de semaine|en debut de semaine|dans la semaine
cette semaine|this week|courant semaine|dans le mois|ce mois|ce mois ci|this month|mois prochain
next month|le mois prochain|au petit matin|a l aube|en pleine nuit|quelques jours|dans l heure
quelques heures|quelques semaines|quelques minutes|a few days|a few hours|a few weeks
end of the day|end of day|eod|cob|close of business|dans la quinzaine|une quinzaine|huitaine
a la meme heure|meme heure|same time|at the same time|demi journee|une demi journee|half day
half a day|half past|quarter to|quarter past|les jours qui viennent|ces prochains jours
ces jours ci|les prochains jours|dans les prochains jours|fois par semaine|fois par mois
fois par jour|times a week|once a week|twice a week|heure a preciser|heure a definir|a la rentree
heure a confirmer|horaire a definir|horaires a definir|horaire a preciser|horaires a preciser
premiere heure|a l ouverture|a la fermeture|apres le dejeuner|apres dejeuner|avant le dejeuner
en semaine|apres les vacances|pendant les vacances|heures de bureau|office hours|heure a fixer
cet ete|cet hiver|ce printemps|cet automne|l ete prochain|prochaines semaines|prochains mois
fin de nuit|debut de nuit|fin de la journee|fin de l apres midi|debut de la matinee
en fin de matinee|en fin d apres midi|en debut de soiree|en debut de matinee|en milieu de matinee
en fin de soiree|en debut d apres midi|en milieu d apres midi|fin de mois|en fin de mois
"""
ABOUT = """
vers|environ|aux alentours de|aux environs de|autour de|a peu pres|approximativement|approx|env
around|about|circa|roughly|ish|aux environs du|autour du|vers le|courant|aux alentours du|genre
debut|debut de|en debut de|milieu|milieu de|mi|mid|early|late
entre deux|peut etre|maybe|perhaps|probablement|plutot|sans doute|normalement|si possible
suivant|suivante|d apres|following|precedent|precedente|d avant
"""
HASTE = """
des que possible|asap|au plus vite|le plus tot possible|au plus tot possible|as soon as possible
rapidement|bientot|prochainement|sous peu|un jour|plus tard|au plus presse|incessamment
dans les meilleurs delais|dans les plus brefs delais|quand vous pouvez|quand tu peux|soon|later
shortly|regulierement|de temps en temps|souvent|des que vous pouvez
des que tu peux|d ici peu|des que vous pourrez|some day|le plus vite possible|dans la journee
"""
COUNTED = """
ide|idel|idels|ides|inf|infirmier|infirmiers|infirmiere|infirmieres|medecin|medecins|mg|doc|docs
docteur|docteurs|generaliste|generalistes|kine|kines|sf|sage|sages|maieuticien|pharma|pharmas
pharmacien|pharmaciens|pharmacienne|pharmaciennes|benevole|benevoles|volontaire|volontaires
personne|personnes|pers|poste|postes|place|places|dose|doses|patient|patients|aide|aides|as|ash
accueil|accueils|secretaire|secretaires|soignant|soignants|soignante|soignantes|pro|pros
professionnel|professionnels|participant|participants|inscrit|inscrits|lit|lits|boite|boites
flacon|flacons|test|tests|nurse|nurses|doctor|doctors|people|person|volunteer|volunteers|gp|gps
pharmacist|pharmacists|physio|physios|midwife|midwives|dentiste|dentistes|psy|psys|psychologue
psychologues|ambulance|ambulances|ambulancier|ambulanciers|vaccin|vaccins|vaccinateur
vaccinateurs|vaccinations|chaise|chaises|table|tables|voiture|voitures|vehicule|vehicules|masque
masques|equipe|equipes|creneau|creneaux|fois|renforts|renfort|membres|agent|agents|etudiant
etudiants|interne|internes|externe|externes|brancardier|brancardiers|logisticien|logisticiens
"""

LABELS = """
salle|lot|no|numero|num|bat|batiment|etage|box|porte|code|secteur|phase|niveau|plan|etape|type
page|tel|ext|room|floor|building|gate|covid|zone|chambre|bus|ligne|route|cs|bp|cedex|rpps|finess
version|kit|jour ferie
jours feries|appel|groupe|priorite|ref|reference|article|annexe|bureau|quai|hall|aile|x|tension|ta
samu|stage|vague|tranche|classe|module|chapitre|unite|service|poste n|departement|dep|dept
"""
