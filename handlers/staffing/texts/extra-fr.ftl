
# Le tableau en image

pic-file = planning
pic-total = Total
pic-of = { $taken } sur { $need }
pic-missing = il manque { $count }
pic-waiting = +{ $count } en attente
pic-so-far = { $missing ->
        [0] Complet : { $taken } sur { $need }
       *[other] Trouvés : { $taken } sur { $need }, il manque { $missing }
    }
pic-drill = EXERCICE · aucune réaction n'est attendue
pic-secret = NE PAS DIFFUSER · demandé par { $who }, { $at }
pic-made = Fait { $at } · { $by }
pic-cut-slots = { $count ->
        [one] … et un autre créneau, dans le fichier
       *[other] … et { $count } autres créneaux, dans le fichier
    }
pic-cut-posts = { $count ->
        [one] … et un autre poste, dans le fichier
       *[other] … et { $count } autres postes, dans le fichier
    }
pic-coming = vient
pic-confirmed = a confirmé
pic-offered = place proposée, réponse attendue
pic-gap = il manque quelqu'un
pic-alt = Qui vient : { $title }
pic-alt-shift = { $day }, { $hours } : { $posts }.
pic-alt-post = { $what } : { $how }
pic-alt-confirmed = { $who } (a confirmé)
pic-alt-offered = { $who } (place proposée)

# La grille des disponibilités

grid-file = disponibilites
grid-head = 🗓 **{ $title }** · réponses : { $answered } sur { $asked }
grid-answers = Réponses : { $answered } sur { $asked }
grid-best = { $whole ->
        [yes] Peuvent être complets : { $times }.
       *[no] Les plus proches d'être complets : { $times }.
    }
grid-slot = { $number }. { $when } : { $free ->
        [0] personne de libre
       *[other] { $parts }
    }{ $maybe ->
        [0] {""}
       *[other] , et { $maybe } si besoin
    }
grid-more = { $slots ->
        [one] … et un autre créneau (voir l'image ou le fichier).
       *[other] … et { $slots } autres créneaux (voir l'image ou le fichier).
    }
grid-cut-people = { $count ->
        [one] … et une autre personne, dans le fichier
       *[other] … et { $count } autres personnes, dans le fichier
    }
grid-people = Qui
grid-free = libre
grid-maybe = si besoin (compté après le +)
grid-no = non
grid-silent = sans réponse
grid-elsewhere = cherche d'autres professions
grid-short = pas assez de personnes libres

# Le fichier

exported = 📤 **{ $title }** : inscriptions : { $seats } · sollicités : { $asked }. Fichier confidentiel : il contient des noms.
xlsx-file = appel
xlsx-title = { $title } : planning et réponses
xlsx-banner = CONFIDENTIEL · { $title } · exporté { $at }
xlsx-date-format = dd/mm/yyyy hh:mm
xlsx-planning = Planning
xlsx-answers = Réponses
xlsx-gaps = Manques
xlsx-start = Début
xlsx-end = Fin
xlsx-post = Poste
xlsx-name = Nom
xlsx-profession = Profession
xlsx-town = Commune
xlsx-state = État
xlsx-since = Depuis
xlsx-confirmed = Confirmé le
xlsx-arrived = Arrivée
xlsx-by-hand = Inscrit par
xlsx-wave = Groupe
xlsx-asked = Sollicité le
xlsx-reminded = Relancé le
xlsx-answered = Répondu le
xlsx-answer = Réponse
xlsx-delay = Délai (minutes)
xlsx-said = A écrit
xlsx-need = Besoin
xlsx-taken = Trouvés
xlsx-missing = Manquent
xlsx-waiting = En attente
xlsx-total = Total
xlsx-nobody = (parti)
xlsx-refused = pas cette fois
xlsx-silent = pas de réponse
xlsx-state-coming = vient
xlsx-state-waiting = liste d'attente
xlsx-state-offered = place proposée
xlsx-state-maybe = si besoin
xlsx-state-free = libre
xlsx-state-out = s'est retiré

# Qui appeler

phone-head = 📞 QUI APPELER · **{ $title }**
phone-how = Sans obligation, « non » suffit. Un oui donné au téléphone s'inscrit par « ➕ Ajouter une personne », sous le tableau.
phone-slot = Créneau { $number }, { $when } : { $state }
phone-more-slots = { $count ->
        [one] … et un autre créneau.
       *[other] … et { $count } autres créneaux.
    }
phone-person = • { $name }, { $what } : { $phone } ({ $note })
phone-said-maybe = a dit « si besoin »
phone-said-silent = n'a pas répondu
phone-said-unasked = pas encore sollicité
phone-said-otherwise = a répondu pour d'autres créneaux
phone-free = libre d'habitude
phone-not-free = pas libre d'habitude
phone-slots = { $count ->
        [one] créneau { $numbers }
       *[other] créneaux { $numbers }
    }
phone-comes = vient { $times }
phone-more = { $count ->
        [one] Une autre personne est dans la liste sur papier.
       *[other] { $count } autres personnes sont dans la liste sur papier.
    }
phone-nobody = Plus personne à appeler : tous ceux qui conviennent ont répondu, sont absents ou en pause.
phone-nobody-missing = **{ $title }** : il ne manque personne.
phone-paper = 📄 Liste sur papier
phone-list = 📄 { $count ->
        [one] Une personne. Confidentiel : à détruire après usage.
       *[other] { $count } personnes. Confidentiel : à détruire après usage.
    }
phone-list-empty = Personne n'a donné de numéro. Chacun ajoute le sien dans /profil.
phone-file = liste-appel
phone-title = Liste d'appel
phone-secret = CONFIDENTIEL · à détruire après usage
phone-made = Fait { $at }, pour { $who }
phone-page = Page { $page } sur { $pages }
phone-column = Téléphone
phone-called = Appelé
phone-yes = Oui
phone-no = Non
phone-to-call = À appeler pour ce qui manque
phone-coming = Viennent · { $who }
