help-reunions = les prochaines réunions, et mes réponses
help-reunion = convoquer une réunion, une formation, un exercice

# La carte d'une réunion

meet-head = { $kind ->
        [training] 🎓 FORMATION
        [exercise] 🎯 EXERCICE PRÉVU
       *[meeting] 📅 RÉUNION
    } · **{ $title }** · { $when }
meet-place = Lieu : { $place }
meet-link = À distance : { $link }
meet-link-later = À distance : le lien suivra.
meet-link-private = À distance aussi : le lien se donne en privé.
meet-agenda = Ordre du jour : { $agenda }
meet-capacity = { $count ->
        [one] Sur place : une place, puis une liste d'attente.
       *[other] Sur place : { $count } places, puis une liste d'attente.
    }
meet-full = { $count ->
        [one] Complet sur place (une place) : il y a une liste d'attente.
       *[other] Complet sur place ({ $count } places) : il y a une liste d'attente.
    }
meet-question = { $kind ->
        [training] Y serez-vous ?
        [exercise] Y serez-vous ?
       *[meeting] Serez-vous des nôtres ?
    }
meet-mine-invited = Vous n'avez pas encore répondu{ $about }.
meet-mine-onsite = { $both ->
        [yes] ✅ C'est noté, vous venez sur place{ $about }.
       *[no] ✅ C'est noté, vous venez{ $about }.
    }
meet-mine-remote = { $both ->
        [yes] 💻 C'est noté, vous participez à distance{ $about }.
       *[no] 💻 C'est noté, vous participez{ $about }.
    }
meet-mine-waiting = { $both ->
        [yes] 🕐 Liste d'attente pour une place sur place{ $about }. On vous écrit s'il s'en libère une. À distance, il y a de la place.
       *[no] 🕐 Liste d'attente{ $about }. On vous écrit si une place se libère.
    }
meet-mine-maybe = 🤔 C'est noté, peut-être{ $about }. Dites-le quand vous saurez.
meet-mine-absent = ❌ C'est noté, vous n'y serez pas{ $about }. Merci d'avoir répondu.
meet-mine-here = 📍 C'est noté, vous êtes là{ $about }.
meet-mine-about = {""} : { $title }, { $when }
meet-mine-about-this = {""}
meet-unsaid = Votre réponse est reprise : { $title }. Vous pouvez répondre à nouveau.
meet-onsite = { $both ->
        [yes] ✅ Sur place
       *[no] ✅ Je viens
    }
meet-remote = { $both ->
        [yes] 💻 À distance
       *[no] 💻 J'y serai
    }
meet-absent = ❌ Je n'y serai pas
meet-queue = 🕐 Liste d'attente
meet-ics = 📅 Agenda (.ics)
meet-here = 📍 J'y suis
meet-card-cancelled = ❌ Annulé. Merci d'avoir répondu.
meet-card-over = C'est terminé. Merci.
meet-answer-in-private = ✉️ Répondre en privé
meet-place-free = 🎉 Une place s'est libérée, elle est à vous : { $title }, { $when }.
meet-cancelled = Cette réunion est annulée, ou n'existe pas.
meet-over = Cette réunion est terminée. Merci.
meet-begun = Elle a commencé : il est trop tard pour cela.
meet-not-for-you = Cette réunion n'est pas prévue pour vous. Si c'est une erreur, dites-le à votre coordination.
meet-no-such-way = On ne peut pas y participer ainsi. Touchez un des boutons.

# Ce qui se répète

meet-repeat = 🔁 { $what }{ $until }{ $without }.
meet-repeat-until = , jusqu'au { $day }
meet-repeat-without = , sauf { $what }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } autres fois
    }
meet-in-month = { $month ->
        [1] en janvier
        [2] en février
        [3] en mars
        [4] en avril
        [5] en mai
        [6] en juin
        [7] en juillet
        [8] en août
        [9] en septembre
        [10] en octobre
        [11] en novembre
       *[12] en décembre
    }
meet-on-day = { $day }
meet-repeat-daily = { $every ->
        [1] Tous les jours
       *[other] Tous les { $every } jours
    }
meet-repeat-working = Du lundi au vendredi
meet-repeat-weekly = { $every ->
        [1] Tous les { $days }
        [2] Une semaine sur deux, le { $days }
       *[other] Toutes les { $every } semaines, le { $days }
    }
meet-repeat-nth = { $every ->
        [1] Chaque mois, { $days }
       *[other] Tous les { $every } mois, { $days }
    }
meet-repeat-dates = { $every ->
        [1] Chaque mois, le { $days }
       *[other] Tous les { $every } mois, le { $days }
    }
meet-repeat-yearly = { $every ->
        [1] Chaque année, à cette date
       *[other] Tous les { $every } ans, à cette date
    }
meet-nth = { $nth ->
        [first] le 1er { $day }
        [second] le 2e { $day }
        [third] le 3e { $day }
        [fourth] le 4e { $day }
        [fifth] le 5e { $day }
        [last] le dernier { $day }
       *[each] chaque { $day }
    }
meet-last-day = dernier jour
meet-month-day = { $day ->
        [1] 1er
       *[other] { $day }
    }
meet-weekday-0 = lundi
meet-weekday-1 = mardi
meet-weekday-2 = mercredi
meet-weekday-3 = jeudi
meet-weekday-4 = vendredi
meet-weekday-5 = samedi
meet-weekday-6 = dimanche
meet-weekdays-0 = lundis
meet-weekdays-1 = mardis
meet-weekdays-2 = mercredis
meet-weekdays-3 = jeudis
meet-weekdays-4 = vendredis
meet-weekdays-5 = samedis
meet-weekdays-6 = dimanches

# Convoquer

meet-what = 📅 RÉUNIONS · **Que voulez-vous faire ?**
meet-calendar-why = { $why ->
        [large] Ce fichier est trop lourd pour une invitation d'agenda.
        [away] Je n'ai pas pu ouvrir ce fichier. Envoyez-le encore une fois.
        [cancelled] Cette invitation annule une réunion. Pour annuler l'une des nôtres : /reunions
       *[no-calendar] Je n'ai pas compris cette invitation d'agenda.
    } { $why ->
        [cancelled] {""}
       *[other] Ou tapez : /reunion Titre | mar 15/12 20h-21h30 | lieu
    }
meet-calendar-read = 📎 { $head }
meet-calendar-over = Cette invitation est pour une date passée. Vous pourrez en choisir une autre.
meet-calendar-go = 📅 En faire une réunion
meet-show-coming = 📅 Les prochaines
meet-new = ➕ Nouvelle réunion
meet-ask-title = Quel titre ? Par exemple : CA de décembre
meet-ask-when = Quand ? Par exemple : mar 15/12 20h-21h30, ou : le 2e mardi de chaque mois 20h-21h30
meet-ask-place = Où ? Un lieu, un lien, ou les deux. Par exemple : Maison de santé ou https://visio.example/ca
meet-ask-link = Quel lien pour participer à distance ? Collez l'adresse, ou tapez : visio, si elle suivra.
meet-ask-agenda = Quel ordre du jour ?
meet-ask-kind = Qu'est-ce que c'est ?
meet-kind-meeting = 📅 Une réunion
meet-kind-training = 🎓 Une formation
meet-kind-exercise = 🎯 Un exercice
meet-ask-audience = Pour qui ? Par exemple : membres : infirmiers, Saint-Aubin ; canaux : équipe
meet-everyone = 👥 Tous les membres
meet-ask-capacity = Combien de places sur place ? Par exemple : 20
meet-no-limit = Sans limite
meet-ask-reminders = Quels rappels ? Par exemple : 7 jours, la veille à 18h, 1 heure
meet-reminders-usual = Les rappels habituels
meet-reminders-off = Aucun rappel
meet-ask-without = Quels jours n'a-t-elle pas lieu ? Par exemple : le 28/12, en août
meet-always = Elle a toujours lieu
meet-which-time = Que voulez-vous dire ?
meet-reading = { $what } (la première : { $first })
meet-several-dates = Il y a plusieurs dates. Que voulez-vous ?
meet-each-date = 📅 Une réunion à chacune des { $count } dates
meet-only = Seulement { $when }
meet-edit-title = Titre
meet-edit-kind = Genre
meet-edit-when = Date, heures, répétition
meet-edit-without = Sauf certains jours
meet-edit-place = Lieu
meet-edit-link = Lien
meet-edit-agenda = Ordre du jour
meet-edit-audience = Destinataires
meet-edit-capacity = Places
meet-edit-reminders = Rappels
meet-why-when = Je n'ai pas compris « { $piece } » : { $why } Le reste est gardé. Exemple : mar 15/12 20h-21h30
meet-why-except = { $why ->
        [not-then] Elle n'a pas lieu ce jour-là : « { $piece } ».
       *[other] Je n'ai pas compris quand elle n'a pas lieu : « { $piece } ».
    } Le reste est gardé. Exemples : le 28/12 et le 4/1 ; du 20/12 au 3/1 ; en août
meet-why-long = { $what ->
        [title] Ce titre
        [place] Ce lieu
        [link] Ce lien
       *[agenda] Cet ordre du jour
    } est trop long : { $length } caractères, { $most } au plus. Le reste est gardé.
meet-why-capacity = Je n'ai pas compris combien de places : « { $piece } ». Un nombre de 1 à { $most }, par exemple : 20. Le reste est gardé.
meet-why-reminders = Je n'ai pas compris ces rappels : « { $piece } ». Exemples : 7 jours, la veille à 18h, 1 heure ; ou : aucun. Le reste est gardé.
meet-next-times = Puis { $days }{ $more ->
        [yes] …
       *[no] .
    }
meet-reminders = Rappels { $when } avant.
meet-reminders-none = Sans rappel.
meet-before-days = { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
meet-before-days-at = { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } (à { $at })
meet-before-hours = { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }
meet-before-minutes = { $minutes } minutes
meet-preview-unmarked = { $titles } : ne reçoit pas les réunions. Pour changer cela : /canaux
meet-preview-twin = ⚠️ La même réunion est déjà convoquée à cette heure.
meet-rather = 🔁 Plutôt : { $what }
meet-never = Elle n'aurait jamais lieu : ces jours sont passés, ou tous exclus. Touchez « Modifier ».
meet-nobody = Personne ne serait prévenu. Touchez « Modifier », puis « Destinataires ».
meet-sample = 🧪 Essai, pour vous seul : voici ce que verront les membres, avec des boutons pour répondre.

# Le tableau de qui convoque

meet-board-not-yours = Ce tableau est réservé à la coordination.
meet-held = ⏪ Retenu : rien n'est parti.
meet-again = ✏️ Revoir et envoyer
meet-sent-since = Elle est déjà partie.
meet-leaving = { $people ->
        [one] ⏳ Part dans 30 secondes, à un destinataire.
       *[other] ⏳ Part dans 30 secondes, à { $people } destinataires.
    }
meet-sent = { $sent ->
        [0] Rien n'est encore parti
        [one] Envoyé à un destinataire
       *[other] Envoyé à { $sent } destinataires
    }{ $waits ->
        [0] {""}
       *[other] {" "}({ $waits } encore à partir)
    } · Invités : { $asked }
meet-and = { $first } · { $rest }
meet-count-onsite = { $of ->
        [0] ✅ Sur place : { $count }
       *[other] ✅ Sur place : { $count } sur { $of }
    }
meet-count-remote = 💻 à distance : { $count }
meet-count-waiting = 🕐 en attente : { $count }
meet-count-maybe = 🤔 peut-être : { $count }
meet-count-absent = ❌ absents : { $count }
meet-count-invited = Pas encore répondu : { $count }
meet-count-here = 📍 Présents : { $count } · { $hours } en tout
meet-duration = { $hours ->
        [0] { $rest } min
       *[other] { $rest ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes }
        }
    }
meet-hours = ⏱ Heures de présence
meet-hours-list = { $each }.
meet-hours-each = { $count } { $who } ({ $hours })
meet-hours-others = { $count ->
        [one] une autre profession ({ $hours })
       *[other] { $count } autres professions ({ $hours })
    }
meet-hours-head = ⏱ PRÉSENCES · **{ $year }**
meet-hours-total = { $meetings ->
        [0] Aucune réunion n'a eu lieu.
        [one] Une réunion.
       *[other] { $meetings } réunions.
    }{ $times ->
        [0] { $meetings ->
            [0] {""}
           *[other] {" "}Aucune présence n'est notée.
        }
        [one] {" "}Une présence, { $hours }.
       *[other] {" "}{ $times } présences de { $people ->
            [one] une personne
           *[other] { $people } personnes
        }, { $hours } en tout.
    }
meet-hours-how = Chacun compte pour la durée prévue ; une journée entière, pour 7 h.
meet-hours-before = ‹ { $year }
meet-hours-file = 📤 Exporter
meet-hours-said = 📤 Présences { $year }, par réunion et par profession, sans aucun nom.
meet-hours-book = Présences aux réunions, { $year }
meet-hours-banner = { $title } · état du { $at }
meet-hours-name = presences
meet-unsettled = Changement sans réponse : { $names }
meet-nudge = 🔁 Relancer
meet-roll = 📍 Qui est là
meet-sheet = 🖨 Émargement
meet-export = 📤 Exporter
meet-cancel = 🚫 Annuler
meet-who-onsite = ✅ Sur place ({ $count }) : { $names }
meet-who-remote = 💻 À distance ({ $count }) : { $names }
meet-who-waiting = 🕐 En attente ({ $count }) : { $names }
meet-who-maybe = 🤔 Peut-être ({ $count }) : { $names }
meet-who-absent = ❌ Absents ({ $count }) : { $names }
meet-who-invited = Pas encore répondu ({ $count }) : { $names }
meet-who-nobody = Personne n'a été invité.
meet-names-more = { $count } autres
meet-nudged = { $count ->
        [0] Personne ne peut être joint : { $title }.
        [one] Une personne relancée, une seule fois : { $title }.
       *[other] { $count } personnes relancées, une seule fois : { $title }.
    }
meet-nobody-silent = Tout le monde a répondu, ou a déjà été relancé une fois.
meet-log-sent = Réunion annoncée : { $title }, { $at }

# Rappels

meet-reminder = 🔔 RAPPEL · { $head }
meet-reminder-late = Ce rappel part en retard : le service était arrêté.
meet-nudge-question = { $kind ->
        [training] Je n'ai pas encore votre réponse. Y serez-vous ?
       *[other] Je n'ai pas encore votre réponse. Serez-vous des nôtres ?
    }
meet-missed = ⚠️ Le service était arrêté : des rappels de **{ $title }** n'ont pas pu partir avant le début.
meet-room-change = ⚠️ CHANGEMENT · **{ $title }** : { $when }{ $moved ->
        [yes] {" "}(avant : { $old })
       *[no] {""}
    }.
meet-room-reminder = 🔔 RAPPEL · { $head }

# Les prochaines

meet-none = Aucune réunion prévue pour l'instant.
meet-coming = { $count ->
        [one] 📅 RÉUNIONS · **La prochaine**
       *[other] 📅 RÉUNIONS · **Les { $count } prochaines**
    }
meet-line = { $number }. { $title } : { $when }{ $said ->
        [onsite] {" "}· ✅ vous venez
        [remote] {" "}· 💻 à distance
        [waiting] {" "}· 🕐 liste d'attente
        [maybe] {" "}· 🤔 peut-être
        [absent] {" "}· ❌ sans vous
        [invited] {" "}· pas encore répondu
       *[none] {""}
    }
meet-past = 🗂 Passées
meet-past-head = 🗂 RÉUNIONS · **Ces deux derniers mois**
meet-none-past = Aucune réunion ces deux derniers mois.
meet-open = { $when } · { $title }
meet-more = ➡️ Suite
meet-cancel-mine = ❌ Ne pas venir : { $when }

# Modifier, annuler

meet-ask-scope = Pour quelles dates ?
meet-this-time = Cette fois seulement
meet-all-times = Celle-ci et toutes les suivantes
meet-change-what = Que voulez-vous changer ?
meet-change-time = Date et heures
meet-change-place = Lieu
meet-change-link = Lien
meet-change-agenda = Ordre du jour
meet-change-capacity = Places
meet-change-also = ✏️ Autre changement
meet-change-nothing = C'est déjà ainsi : il n'y a rien à envoyer.
meet-ask-time = Quel nouvel horaire ? Jusqu'ici : { $old }. Par exemple : 20h30, ou jeu 17/12 20h-22h
meet-ask-hours = Quelles nouvelles heures, ou quels jours ? Jusqu'ici : { $old }. Par exemple : 20h30-22h, ou : le 2e jeudi de chaque mois 20h-21h30
meet-hours-only = Pour toutes les suivantes, dites des heures, ou quels jours elle se répète : je n'ai que « { $piece } ». Exemples : 20h30-22h ; le 2e jeudi de chaque mois 20h
meet-change = ⚠️ CHANGEMENT · **{ $title }** : { $when }{ $moved ->
        [yes] {" "}{ $instead }
       *[no] {""}
    }.
meet-change-new-place = { $kind ->
        [none] Plus de lieu (avant : { $old }).
        [first] Lieu : { $new }.
       *[new] Nouveau lieu : { $new } (avant : { $old }).
    }
meet-change-new-link = { $any ->
        [no] Plus de lien pour l'instant.
       *[yes] Nouveau lien : { $link }
    }
meet-change-new-capacity = { $count ->
        [0] Places sur place : sans limite.
       *[other] Places sur place : { $count }.
    }
meet-change-told = { $count ->
        [0] Personne ne recevra de message ; les cartes sont corrigées.
        [one] Une personne recevra un message ; les cartes sont corrigées.
       *[other] { $count } personnes recevront un message ; les cartes sont corrigées.
    }
meet-changed = { $count ->
        [0] ✏️ **{ $title }** est modifié. Les cartes suivent ; personne n'avait à être prévenu.
        [one] ✏️ **{ $title }** est modifié. Une personne est prévenue.
       *[other] ✏️ **{ $title }** est modifié. { $count } personnes sont prévenues.
    }
meet-change-question = Toujours possible ?
meet-change-yes = ✅ Oui
meet-change-no = ❌ Non
meet-change-since = Cela a encore changé depuis : voyez plus bas.
meet-change-newer = Cela a encore changé depuis : répondez au dernier message.
meet-cancel-ask = Annuler { $title }, { $when } ? { $count ->
        [0] Personne n'y est invité.
        [one] Une personne sera prévenue.
       *[other] { $count } personnes seront prévenues.
    }
meet-cancel-this = { $recurs ->
        [yes] 🚫 Oui, cette fois seulement
       *[no] 🚫 Oui, annuler
    }
meet-cancel-all = 🛑 Oui, toute la série
meet-cancel-other = 📆 Une autre date
meet-cancel-which = Quelle date de { $title } annuler ?
meet-cancel-on = 🚫 { $when }
meet-cancel-nothing = ‹ Ne rien annuler
meet-cancelled-now = { $what ->
        [all] 🚫 Toute la série est annulée : { $title }.
       *[one] 🚫 Annulé : { $title }, { $when }.
    } { $count ->
        [0] Personne n'avait à être prévenu.
        [one] Une personne est prévenue.
       *[other] { $count } personnes sont prévenues.
    }
meet-cancelled-told = ❌ ANNULÉ · **{ $title }** : { $when }. Ne venez pas.
meet-log-cancelled = Réunion annulée : { $title }, { $at }

# Agenda

help-agenda = mes créneaux et mes réunions, dans mon agenda
meet-ics-drill = EXERCICE · { $title }
meet-ics-file = reunion
meet-ics-alt = Un fichier d'agenda (.ics)
meet-ics-said = { $count ->
        [one] 📅 { $title } : ouvrez le fichier pour l'ajouter à votre agenda.
       *[other] 📅 { $title } : ouvrez le fichier pour ajouter ces { $count } dates à votre agenda.
    }
meet-agenda-head = { $count ->
        [0] 📆 MON AGENDA · **Rien de prévu**
       *[other] 📆 MON AGENDA · **Ce qui vient**
    }
meet-agenda-line = { $sure ->
        [yes] • { $when } : { $title }
       *[no] • { $when } : { $title } (à confirmer)
    }
meet-agenda-more = … et { $count } de plus, dans le fichier.
meet-agenda-file = 📅 Fichier .ics
meet-agenda-name = agenda
meet-agenda-said = { $count ->
        [one] 📅 Une date : ouvrez le fichier pour l'ajouter à votre agenda.
       *[other] 📅 { $count } dates : ouvrez le fichier pour les ajouter à votre agenda.
    }
meet-feed = 🔗 Abonnement privé
meet-feed-none = Votre communauté n'a pas encore d'adresse pour cela. Le fichier .ics marche sans elle.
meet-feed-what = 🔗 Une adresse secrète, à coller dans votre agenda : il se met alors à jour tout seul. Qui a cette adresse peut lire vos dates : gardez-la pour vous. { $has ->
        [yes] Vous en avez une ; une nouvelle remplace l'ancienne.
       *[no] Vous pourrez la supprimer ici.
    }
meet-feed-make = 🔗 Créer mon adresse
meet-feed-new = ♻️ Nouvelle adresse
meet-feed-off = 🗑 Supprimer l'adresse
meet-feed-made = 🔗 Votre adresse, montrée une seule fois : { $link }
    Dans votre agenda, choisissez « ajouter un agenda par URL ». Selon l'application, il se met à jour en une heure ou en une journée.
meet-feed-gone = 🗑 L'adresse ne marche plus.

# Présences

meet-too-early = C'est trop tôt : revenez une heure avant le début.
meet-roll-head = 📍 PRÉSENCES · **{ $title }** · { $count } sur { $of }{ $pages ->
        [1] {""}
       *[other] {" "}· page { $page } sur { $pages }
    }
    Touchez chaque personne présente.
meet-roll-person = { $name }{ $said ->
        [remote] {" "}(à distance)
        [absent] {" "}(avait dit non)
        [maybe] {" "}(peut-être)
        [waiting] {" "}(en attente)
        [invited] {" "}(sans réponse)
       *[onsite] {""}
    }
meet-roll-all = ✅ Toutes celles et ceux qui avaient dit oui
meet-roll-add = ➕ Une autre personne
meet-ask-present = Qui est là aussi ? Tapez son nom.
meet-which-person = Laquelle ?
meet-person = { $name }, { $town }
meet-nobody-so = Je ne trouve personne pour « { $said } ». Tapez un nom ou un prénom. Qui n'est pas membre signe la feuille d'émargement.
meet-too-many-so = { $count } personnes répondent à « { $said } » : précisez.
meet-added = 📍 C'est noté : { $name }, { $title }.
meet-exported = 📤 Réponses et présences : { $title }. Ce fichier contient des noms : gardez-le pour la coordination.
meet-sheet-said = 🖨 Feuille d'émargement : { $title }. À imprimer et à faire signer.
meet-sheet-alt = Feuille d'émargement, PDF : { $title }
meet-sheet-kind = FEUILLE D'ÉMARGEMENT
meet-sheet-made = Imprimé { $at }
meet-sheet-signature = Signature
meet-sheet-others = Autres personnes : nom, profession, commune
meet-sheet-certified = Certifié exact par (nom, fonction, signature) :
meet-sheet-file = emargement
meet-sheet-here = { $at }
meet-xlsx-title = Présences : { $title }
meet-xlsx-banner = { $title } · { $when } · état du { $at }
meet-xlsx-file = presences
meet-xlsx-people = Personnes
meet-xlsx-counts = Par profession
meet-xlsx-name = Nom
meet-xlsx-profession = Profession
meet-xlsx-town = Commune
meet-xlsx-answer = Réponse
meet-xlsx-answered = Répondu le
meet-xlsx-here = Présence
meet-xlsx-arrived = Arrivée
meet-xlsx-minutes = Durée (min)
meet-xlsx-invited = sans réponse
meet-xlsx-onsite = sur place
meet-xlsx-remote = à distance
meet-xlsx-waiting = liste d'attente
meet-xlsx-maybe = peut-être
meet-xlsx-absent = absent
meet-xlsx-coming = Annoncés
meet-xlsx-present = Présents
meet-xlsx-hours = Heures
meet-xlsx-all = Ensemble
meet-xlsx-invited-head = Invités
meet-xlsx-people-head = Personnes
meet-xlsx-times = Présences
meet-xlsx-day = Date
meet-xlsx-title-head = Réunion
meet-xlsx-kind = Genre
meet-xlsx-kind-meeting = réunion
meet-xlsx-kind-training = formation
meet-xlsx-kind-exercise = exercice
meet-xlsx-each = Heures par personne
meet-xlsx-meetings = Réunions
meet-xlsx-hours-table = Heures par profession
meet-xlsx-yes = oui
meet-xlsx-no = non
data-meetings = Mes réunions
data-meeting = Réunion
data-starts-at = Début
data-present = Présence

# Sondages

help-sondage = un sondage : quelles dates, ou quel avis
poll-what = 🗳 SONDAGE · **De quoi ?**
poll-of-dates = 🗓 De dates
poll-of-opinion = 📊 D'opinion
poll-head = { $kind ->
        [dates] 🗓 SONDAGE DE DATES · **{ $title }**
       *[opinion] 📊 SONDAGE · **{ $title }**
    }
poll-choice = { $number }. { $what }
poll-until = Réponse utile avant { $at }.
poll-secret = Les réponses sont comptées sans nom.
poll-ask-which-dates = Quelles dates vous vont ? Touchez-en une ou plusieurs.
poll-ask-one = Qu'en pensez-vous ? Une seule réponse.
poll-ask-several-of = Qu'en pensez-vous ? Une ou plusieurs réponses.
poll-button = { $mine ->
        [yes] ☑ { $label }
       *[no] { $label }
    }
poll-none = ❌ Aucune ne me va
poll-mine = { $count ->
        [one] ✅ C'est noté : la { $numbers }.
       *[other] ✅ C'est noté : les { $numbers }.
    }
poll-mine-none = ❌ C'est noté : aucune ne vous va. Merci d'avoir répondu.
poll-mine-nothing = Votre réponse est reprise. Vous pouvez répondre à nouveau.
poll-retained = ✅ Date retenue : { $when }. L'invitation suit.
poll-closed = 🔒 Sondage terminé. Merci.
poll-result = { $number }. { $what } : { $count }{ $best ->
        [yes] {" "}⭐ en tête
       *[no] {""}
    }
poll-sent = { $sent ->
        [one] Envoyé à un membre
       *[other] Envoyé à { $sent } membres
    } · fin { $at }
poll-answered = Ont répondu : { $count } sur { $of }{ $none ->
        [0] {""}
       *[other] {" "}· aucune ne va : { $none }
    }
poll-retain = ✅ Retenir { $when }
poll-retain-other = 📆 Une autre date
poll-retain-which = Quelle date retenir pour { $title } ?
poll-retained-since = Une date est déjà retenue.
poll-close = 🔒 Clore
poll-who = { $number }. { $what } : { $names }
poll-board = 📋 Voir le sondage
poll-closed-head = 🔒 SONDAGE TERMINÉ · **{ $title }**
poll-nudge = 🔔 RAPPEL · Sondage **{ $title }** · Réponse utile avant { $at }.
poll-answer = ✏️ Répondre
poll-open = 🗳 { $title }
poll-gone = Ce sondage n'existe plus.
poll-over = Ce sondage est terminé. Merci.
poll-not-yours = Ce sondage n'est pas pour vous. Si c'est une erreur, dites-le à votre coordination.
poll-too-late = L'heure limite est déjà passée. Touchez « Modifier », puis « Fin ».
poll-ask-title = { $kind ->
        [dates] Une réunion sur quoi ? Par exemple : Réunion du groupe diabète
       *[opinion] Quelle question ? Par exemple : Quel horaire pour la permanence ?
    }
poll-ask-dates = Quelles dates ? Par exemple : mar 15/12 20h-21h30, jeu 17/12 20h, ven 18/12 12h30
poll-dates-free = 🗓 Selon les disponibilités
poll-ask-free = Voici quand le plus de membres sont libres, d'après leur semaine habituelle ({ $known ->
        [one] une personne l'a dite
       *[other] { $known } l'ont dite
    }). Laissez cochées les dates à proposer.
poll-free = { $when } : { $count } { $count ->
        [one] libre
       *[other] libres
    } sur { $of }
poll-ask-choices = Quelles réponses ? Une par ligne, ou : matin | midi | soir
poll-yes-no = Oui, non, sans avis
poll-said-yes = Oui
poll-said-no = Non
poll-said-neither = Sans avis
poll-ask-several = Plusieurs réponses possibles par personne ?
poll-ask-closes = Jusqu'à quand répondre ? Par exemple : ven 4/12 20h
poll-closes-usual = Le délai habituel
poll-edit-title = Question
poll-edit-dates = Dates
poll-edit-choices = Réponses possibles
poll-edit-several = Une ou plusieurs réponses
poll-edit-audience = Destinataires
poll-edit-closes = Fin
poll-why-closes = Je n'ai pas compris jusqu'à quand répondre : « { $piece } ». Exemple : avant le 5/12. Le reste est gardé.
poll-why-many = { $count ->
        [0] Il faut de 2 à { $most } dates.
        [one] Il faut de 2 à { $most } dates, en voici une seule.
       *[other] Il faut de 2 à { $most } dates, en voici { $count }.
    } Le reste est gardé.
poll-why-one = Une seule date est notée : { $when }. Il en faut au moins deux. Le reste est gardé.
poll-preview-late = ⚠️ La fin vient après la première date : touchez « Modifier », puis « Fin ».
poll-why-choices = { $why ->
        [twice] Deux réponses sont les mêmes.
        [too-long] Une réponse est trop longue : 60 caractères au plus.
       *[count] Il faut de 2 à { $most } réponses.
    } Le reste est gardé. Exemple : matin | midi | soir
poll-exported = 📤 La grille : { $title }. Ce fichier contient des noms : gardez-le pour la coordination.
poll-xlsx-banner = { $title } · état du { $at }
poll-xlsx-grid = Grille
poll-xlsx-file = sondage
data-polls = Mes sondages
data-poll = Sondage
data-choice = Réponse

# Des réponses se sont perdues

lost-meeting =
    • **{ $title }** : { $count ->
        [one] 1 personne n'a pas répondu
       *[other] { $count } personnes n'ont pas répondu
    }
lost-nudge = 🔁 Relancer : { $title }
