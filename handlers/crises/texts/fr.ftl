help-crise = activer un plan, suivre la crise, la clore
help-note = noter une ligne dans la main courante

# What everyone reads

crisis-head = { $drill ->
        [yes] 🧪 EXERCICE · {""}
       *[no] {""}
    }{ $open ->
        [yes] 🏥 PLAN ACTIVÉ · { $title }
       *[no] { $closed ->
            [yes] 🏁 FIN DE CRISE · { $title }
           *[no] 🏥 CHANGEMENT DE PHASE · { $title }
        }
    }
crisis-drill = C'est un exercice : aucune réaction n'est attendue.
crisis-type = { $kind ->
        [1] Type 1 : victimes, blessées ou choquées
        [2] Type 2 : patients nombreux (épidémie, chaleur, froid, pollution)
        [3] Type 3 : agent infectieux émergent, vaccination
        [4] Type 4 : nucléaire, radiologique ou chimique
       *[5] Type 5 : soins dégradés (pénurie, neige, inondation)
    }. Phase : { $phase ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    }.
crisis-asked = { $origin ->
        [authority] À la demande de l'ARS ou de la préfecture
        [own] Décision de la CPTS
       *[drill] Exercice
    }{ $named ->
        [yes] {" "}(réf. { $reference })
       *[no] {""}
    }.
crisis-since = Depuis : { $at }. { $asked }
crisis-span = Du { $at } au { $end }. { $asked }
crisis-what-now = { $drill ->
        [yes] La coordination joue l'exercice : rien à faire pour l'instant.
       *[no] La coordination vous dira ce dont elle a besoin. Rien à faire pour l'instant.
    }
phase-changed = Phase : { $phase ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    } ({ $before ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    } jusqu'ici).
crisis-result = Résultat : { $words }
crisis-thanks = { $came ->
        [0] Merci à tous.
        [one] Une personne est venue prêter main-forte. Merci.
       *[other] { $came } professionnels et bénévoles sont venus. Merci.
    }

# Activating

ask-crisis-title = Que se passe-t-il ? Un titre court. Exemple : Canicule
ask-crisis-kind = Quel type de crise ?
kind-choice = { $kind ->
        [1] 1. Victimes
        [2] 2. Patients nombreux
        [3] 3. Agent infectieux
        [4] 4. Nucléaire, chimique
       *[5] 5. Soins dégradés
    }
ask-crisis-origin = À la demande de qui ?
origin-authority = 🏛 ARS ou préfecture
origin-own = 🏥 Décision de la CPTS
origin-drill = 🧪 Exercice
ask-crisis-reference = Une référence ? Exemple : ARS 2026-114
crisis-skip = Passer
ask-crisis-phase = Quelle phase ?
phase-prevention = Prévention
phase-anticipation = Anticipation
phase-reaction = Réaction
phase-resolution = Résolution
crisis-wrong = Je n'ai pas compris « { $piece } ». Exemple : /crise Canicule | type 2 | préfecture | réf. 2026-114 | réaction. Le reste est gardé.
crisis-already = ⚠️ Un plan est déjà activé : « { $title } », depuis { $at }. Une autre crise s'y ajouterait.
ask-crisis-sure = Activer ce plan ?
crisis-activate = 📣 Activer
crisis-who = 👁 Voir qui
crisis-edit = ✏️ Modifier
ask-crisis-edit = Que changer ?
crisis-edit-title = Titre
crisis-edit-kind = Type
crisis-edit-origin = Origine
crisis-edit-reference = Référence
crisis-edit-phase = Phase

# Who is told

crisis-real = { $drill ->
        [yes] 🧪 EXERCICE
       *[no] VRAIE CRISE
    }

crisis-private = { $count ->
        [one] { $count } partenaire en privé
       *[other] { $count } partenaires en privé
    }
crisis-beyond = { $count ->
        [one] Un partenaire n'a ni salon ni correspondant : à appeler.
       *[other] { $count } partenaires n'ont ni salon ni correspondant : à appeler.
    }
crisis-private-who = 🏛 En privé, faute de salon : { $names }
crisis-beyond-who = 📞 { $name } : à appeler, { $contact }
crisis-no-contact = contact non renseigné
crisis-to-people = { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
crisis-to-channels = { $count ->
        [one] un canal
       *[other] { $count } canaux
    }
crisis-to-private = { $count ->
        [one] un partenaire en privé
       *[other] { $count } partenaires en privé
    }

# The situation

crisis-look = 🏥 La situation
crisis-which = Quelle crise ?
crisis-named = { $drill ->
        [yes] 🧪 { $title } (exercice)
       *[no] 🏥 { $title }
    }
crisis-none = Aucun plan n'est activé. /crise en active un ; /crise passées montre les anciennes.
crisis-none-reader = Aucun plan n'est activé. /crise passées montre les anciennes.
crises-none-past = Aucun plan n'a encore été activé.
crisis-gone = Cette crise n'existe pas. Voir /crise
crisis-over = Cette crise est close : plus rien ne s'y écrit. Voir /crise passées
crises-past = 🏥 **Les dernières crises**
crises-line = { $title } : type { $kind }, { $origin ->
        [authority] à la demande des autorités
        [own] décision de la CPTS
       *[drill] exercice
    }, { $on } { $year }{ $open ->
        [yes] {" "}(en cours)
       *[no] {""}
    }
situation-no-calls = { $made ->
        [0] 🙋 Aucun appel depuis l'activation.
        [one] 🙋 Aucun appel ouvert. Un depuis l'activation.
       *[other] 🙋 Aucun appel ouvert. { $made } depuis l'activation.
    }
situation-calls = 🙋 { $open ->
        [one] Un appel ouvert
       *[other] { $open } appels ouverts
    } : { $taken ->
        [0] aucune place prise
        [one] une place prise
       *[other] { $taken } places prises
    } sur { $need }.
situation-call = – { $title } : { $taken } sur { $need }{ $missing ->
        [0] , complet
       *[other] {" "}(il manque { $missing })
    }
situation-alert = 🚨 « { $title } » : bien reçu { $seen } sur { $told }{ $partners ->
        [0] {""}
       *[other] {" "}; partenaires { $theirs } sur { $partners }
    }
situation-more-alerts = 🚨 et { $count } de plus : /alerte
situation-no-alerts = 🚨 Aucune alerte en cours.
past-calls = { $count ->
        [0] 🙋 Aucun appel.
        [one] 🙋 Un appel : { $taken ->
            [0] aucune place prise
            [one] une place prise
           *[other] { $taken } places prises
        } sur { $need }.
       *[other] 🙋 { $count } appels : { $taken ->
            [0] aucune place prise
            [one] une place prise
           *[other] { $taken } places prises
        } sur { $need }.
    }
past-no-alerts = 🚨 Aucune alerte.
past-more-alerts = { $count ->
        [one] 🚨 et une alerte de plus
       *[other] 🚨 et { $count } alertes de plus
    }
situation-log = { $count ->
        [0] 📖 La main courante est vide.
        [one] 📖 Main courante : une ligne.
       *[other] 📖 { $count } lignes. La dernière, { $at } : { $what }
    }
situation-lead = Pilote : { $lead }{ $cell ->
        [0] {""}
       *[other] {" "}· siègent à la cellule : { $names }
    }
cell-more = { $count } de plus
crisis-nobody = personne
crisis-note = 📝 Noter
crisis-log = 📖 Main courante
crisis-phase = ⏭ Phase
crisis-lead = 🎖 Pilote
crisis-export = 📄 Exporter
crisis-again = 🔄 Actualiser
crisis-close = 🏁 Clore
crisis-back = ‹ La situation
phase-now = { $title } · phase : { $phase ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    }. Passer à :
phase-send = 📣 Envoyer
lead-who = Qui pilote { $title } ?
lead-me = 🎖 Moi
lead-other = 🎖 { $name }
lead-gone = Cette personne n'est plus à la coordination. Choisissez-en une autre.
lead-yours = { $drill ->
        [yes] 🧪 EXERCICE · {""}
       *[no] {""}
    }🎖 Vous pilotez maintenant { $title }.
lead-passed = { $drill ->
        [yes] 🧪 EXERCICE · {""}
       *[no] {""}
    }🎖 Quelqu'un d'autre pilote maintenant { $title }.
lead-none = 🎖 Plus personne ne pilote { $title }. Qui prend la suite ?

# The log

ask-note = Que noter ? Sans nom de patient. Exemple : 14 h 10 : la mairie ouvre le gymnase
ask-correction = La ligne nº { $number } reste ; que noter pour la corriger ?
ask-note-where = Dans quelle main courante ?
note-in-all = Dans toutes
note-no-crisis = Rien n'est noté : aucun plan n'est activé. Activez-en un, puis renvoyez votre note.
crisis-begin = 🏥 Activer un plan
note-empty = Que noter ? Exemple : /note 14 h 10 : la mairie ouvre le gymnase
note-when = Je n'ai pas compris l'heure « { $piece } ». Exemples : 14 h 10 : … ; hier 22 h : … ; 20/11 18 h : …
note-ahead = « { $piece } » n'est pas encore passé. Pour la veille : hier 14 h 10 : …
noted = { $drill ->
        [yes] 🧪 {""}
       *[no] {""}
    }📝 { $title } : c'est noté, nº { $number }, { $today ->
        [yes] { $at }
       *[no] { $day }, { $at }
    }.
note-correct = ✏️ Corriger
log-head = 📖 MAIN COURANTE · { $title } · { $count ->
        [one] une ligne
       *[other] { $count } lignes
    }
log-line = { $number }. { $today ->
        [yes] { $at }
       *[no] { $day }, { $at }
    } : { $what } ({ $who })
log-words = { $words }
log-correction = Correction du nº { $number } : { $words }
log-before = ‹ Avant
log-after = ➡️ Suite
log-file = 📄 Main courante · { $title } : des fonctions, aucun nom d'auteur.
log-file-kind = main-courante
log-title = Main courante · { $title }
log-internal = DOCUMENT INTERNE
log-drill = EXERCICE
log-made = Édité le { $at }
log-number = Nº
log-time = Quand
log-what = Quoi
log-office = Fonction
log-fact-open = Plan activé le { $at }
log-fact-closed = Clos le { $at }
office-bot = robot
office-guest = invité
office-member = membre
office-officer = élu
office-coordinator = coordination
office-administrator = administration
log-crisis-opened = Plan activé : { $title }, type { $kind }, phase { $phase ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    }. { $asked }
log-crisis-phase = Phase { $phase ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    }, après { $before ->
        [prevention] prévention
        [anticipation] anticipation
        [reaction] réaction
       *[resolution] résolution
    }.
log-crisis-lead = Le pilotage change de main.
log-crisis-closed = Plan clos.{ $said ->
        [yes] {" "}{ $words }
       *[no] {""}
    }

# Closing

left-open = ⚠️ Encore en cours : { $what }. La clôture n'y change rien.
left-calls = { $count ->
        [one] un appel
       *[other] { $count } appels
    }
left-alerts = { $count ->
        [one] une alerte
       *[other] { $count } alertes
    }

ask-crisis-result = Résultat en une phrase ? Sans aucun nom : les partenaires la lisent. Exemple : Samedi : 640 personnes vaccinées, 14 professionnels.
ask-close-sure = Clore et envoyer ce message ?
close-send = 📣 Clore et envoyer
close-quiet = 🔕 Clore sans rien envoyer
close-inside = 🏛 Sans les partenaires
close-outside = 🏛 Avec les partenaires
crisis-closed = 🏁 { $title } : la crise est close. { $count ->
        [0] Rien n'a été envoyé.
       *[other] Message envoyé à { $to }.
    }

# What is known of me

data-crises = Vos lignes dans les mains courantes
data-written = Ce que vous avez écrit
data-written-on = Quand
