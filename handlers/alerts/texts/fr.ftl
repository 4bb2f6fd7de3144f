help-alerte = alerter les membres et les canaux
help-alertes = les alertes en cours
help-signaler = signaler une pénurie, un service saturé, une agression…

# L'alerte, telle que chacun la voit

alert-head = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }{ $stand ->
        [cancelled] 🚫 { $kind ->
            [info] INFO ANNULÉE
            [release] COMMUNIQUÉ ANNULÉ
           *[alert] ALERTE ANNULÉE
        }
        [over] 🏁 { $kind ->
            [info] INFO TERMINÉE
            [release] COMMUNIQUÉ TERMINÉ
           *[alert] ALERTE TERMINÉE
        }
       *[in-force] { $kind ->
            [info] ℹ️ INFO
            [release] 📢 COMMUNIQUÉ
           *[alert] 🚨 ALERTE
        }
    } · **{ $title }**
alert-drill-mark = 🧪 EXERCICE
alert-drill = Ceci est un exercice : aucune réaction n'est attendue.
alert-grade = { $severity ->
        [important] Important.
        [urgent] Urgent.
       *[danger] Danger immédiat.
    }
alert-place = Lieu : { $place }
alert-grade-place = { $grade } { $place }
alert-words = { $words }
alert-source = Source : { $source }, { $at }{ $over ->
        [yes] {""}
       *[no] {" "}· valable { $until }
    }
alert-until = jusqu'à { $at }
alert-until-day = jusqu'au { $at }
alert-added = 📝 { $at } : { $words }
alert-over = Fin à { $at }.
alert-cancelled-at = Annulée à { $at }.
alert-void = Message annulé : n'en tenez pas compte.
alert-mine-acked = ✅ Bien reçu à { $at }. Merci.
alert-mine-helps = 🙋 C'est noté à { $at } : vous pouvez aider. La coordination vous écrit si besoin.
alert-mine-no-help = 🚫 C'est noté : vous ne proposez plus d'aider.
alert-mine-said = Vous proposez : « { $said } »
alert-again = 🔁 Je n'ai pas encore votre réponse : « Bien reçu » suffit.
alert-ack = ✅ Bien reçu
alert-can-help = 🙋 Je peux aider
alert-cannot-help = 🚫 Finalement non
alert-ask = ❓ Question
alert-in-private = 💬 Répondre en privé
alert-help-how = En quoi ? Une phrase suffit, facultative : « j'ai un 4x4 », « je suis au cabinet ».
alert-nothing-noted = C'est noté.
alert-none = Aucune alerte en cours.
alert-which = 🚨 { $count } alertes en cours :
alert-open = { $title }
alert-withdrawn = Cette alerte a été annulée : n'en tenez pas compte.
alert-ended = Cette alerte est terminée. Merci.
alert-ended-already = { $state ->
        [cancelled] Cette alerte a été annulée
       *[ended] Cette alerte est terminée
    } depuis { $at }{ $by ->
        [hand] {" "}: { $name } s'en est chargé.
       *[time] {" "}: son temps était écoulé.
    } Rien de plus n'est parti.
alert-file-head = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }📎 { $file ->
        [picture] L'image
       *[pdf] Le document
    } { $kind ->
        [info] de l'info
        [release] du communiqué
       *[alert] de l'alerte
    } « { $title } »
alert-page-head = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }{ $what ->
        [question] ❓ QUESTION
        [answer] 💬 RÉPONSE
       *[who] 👁 QUI A RÉPONDU
    } · **{ $title }**
alert-not-for-you = Cette alerte ne vous était pas adressée.
alert-not-yours = Cette page est réservée à la coordination.

# Partenaires

alert-we-help = 🤝 Nous pouvons aider
alert-chat-acked = ✅ Bien reçu par votre organisation à { $at }. Merci.
alert-chat-noted = C'est noté pour votre organisation, à { $at }. Merci.
alert-partner-line = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }🚨 { $title }, { $until }{ $acked ->
        [yes] {" "}(bien reçu)
       *[no] {""}
    }

# Questions

ask-alert-question = ❓ Écrivez sans aucune information de patient. Réponse d'un coordinateur dès que possible, pas garantie. { $emergency }.
ask-alert-question-this = ❓ Envoyer « { $words } » à la coordination ? Écrivez sans aucune information de patient. Réponse d'un coordinateur dès que possible, pas garantie. { $emergency }.
alert-question-send = ✅ Envoyer
alert-question-other = ✏️ Écrire autre chose
alert-question-sent = Question transmise à la coordination. La réponse arrivera ici.
alert-question-nobody = Aucun coordinateur n'est joignable ici en ce moment. Téléphonez à la coordination.
alert-questions-enough = Vous avez déjà posé { $most } questions sur cette alerte. Pour la suite, téléphonez à la coordination.
alert-question-words = « { $words } »
alert-question-how = Pour la coordination : répondez sans aucune information de patient ; la réponse ira à cette seule personne, au nom de la coordination.
alert-question-by = Posée par { $name }.
alert-question-answer = 💬 Répondre
alert-question-answered = ✅ Répondu par { $by } à { $at } : « { $words } »
alert-question-taken = { $name } a déjà répondu : « { $answer } »
ask-alert-answer = « { $words } » Votre réponse ? Elle va à cette seule personne, au nom de la coordination.
alert-your-question = Votre question : « { $words } »
alert-answer = La coordination : { $words }
alert-answer-sent = Réponse envoyée.
alert-answer-nobody = Cette personne n'est plus joignable ici : votre réponse est gardée, elle n'est pas partie.

# L'assistant

ask-alert-severity = Quelle gravité ? Urgent et danger passent les heures calmes.
alert-severity-info = ℹ️ Info
alert-severity-important = ⚠️ Important
alert-severity-urgent = 🚨 Urgent
alert-severity-danger = 🆘 Danger
alert-severity-release = 📢 Communiqué
alert-unclear-severity = Je n'ai pas compris. Répondez par info, important, urgent, danger ou communiqué.
ask-alert-title = Le titre, en quelques mots ? Par exemple : Rupture d'eau potable à Saint-Aubin
ask-alert-words = Le texte : quoi, où, que faire ? Cinq lignes au plus, sans aucun nom de patient.
ask-alert-audience = À qui ? Touchez un bouton, ou écrivez par exemple : membres : { $has ->
        [no] infirmiers
       *[yes] { $town }
    }{ $channels ->
        [kind] {" "}; canaux : mairies
        [title] {" "}; canaux : { $channel }
       *[none] {""}
    }
ask-alert-place = Quel lieu ?
ask-alert-source = Qui donne l'information ? Par exemple : mairie de Saint-Aubin
ask-alert-partners = Le texte pour les partenaires, à la place du vôtre ?
ask-alert-validity = Valable combien de temps ? Par exemple : 6 h, ou jusqu'à demain 8 h
ask-alert-file = 📎 Envoyez une image (JPEG, PNG, WebP) ou un PDF, 20 Mo au plus.
alert-no-file = Sans pièce jointe
alert-hours = { $hours } h
alert-to-all = 👥 Tous les membres
alert-to-both = 👥 Membres et partenaires
alert-to-partners = 🏛 Canaux des partenaires
alert-without-them = ⏭️ Continuer sans eux
alert-to-teams = 💬 Salons de l'équipe
alert-why-long = C'est trop long : { $length } caractères. Pas plus de { $most }, sur { $lines } lignes au plus. Le reste est gardé.
alert-why-severity = J'ai lu deux gravités, dont « { $piece } ». Laquelle ? Le reste est gardé.
alert-why-validity = { $why ->
        [past] « { $piece } » : c'est déjà passé.
        [long] « { $piece } » : une alerte vaut 14 jours au plus.
       *[unclear] Je n'ai pas compris « { $piece } ».
    } Exemples : 6 h, 2 jours, jusqu'à demain 8 h. Le reste est gardé.
alert-edit-severity = Gravité
alert-edit-title = Titre
alert-edit-words = Texte
alert-edit-audience = Destinataires
alert-edit-place = Lieu
alert-edit-source = Source
alert-edit-validity = Durée
alert-edit-partners = Texte des partenaires
alert-edit-now = En ce moment : « { $words } »
alert-edit-none = 🗑 Ne rien mettre
alert-edit-file = Image ou PDF

# L'aperçu

alert-preview = { $drill ->
        [yes] 🧪 EXERCICE · Aperçu · { $head }
       *[no] VRAIE ALERTE · Aperçu · { $head }
    }
alert-preview-counts = Pour { $to } · { $asks ->
        [yes] { $enough ->
            [0] accusé demandé
           *[other] accusé demandé, { $enough } suffisent
        }
       *[no] sans accusé
    } · { $length }
alert-valid-for = valable { $hours ->
        [0] { $minutes } min
       *[other] { $minutes ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes }
        }
    }
alert-valid = valable { $until }
alert-to-members = { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }{ $of ->
        [0] {""}
       *[other] {" "}({ $apps })
    }
alert-to-nobody = personne
alert-to-nobody-yet = personne pour l'instant
alert-preview-partners = Pour les partenaires : « { $words } »
alert-preview-file = 📎 Avec { $kind ->
        [picture] une image
       *[pdf] un PDF
    }.
alert-preview-cut = ✂️ Le texte repris faisait { $length } caractères : il est coupé à cinq lignes et { $most } caractères. « ✏️ Modifier » pour le résumer.
alert-preview-unwilling = { $count ->
        [one] Sans { $titles } : ce canal ne reçoit pas les alertes de cette gravité (/canaux).
       *[other] Sans { $titles } : ces canaux ne reçoivent pas les alertes de cette gravité (/canaux).
    }
alert-preview-release = 📢 Un communiqué ne va qu'aux canaux : les membres ne le reçoivent pas.
alert-preview-asleep = 🌙 { $count ->
        [one] Une personne est en heures calmes : elle la recevra à leur fin.
       *[other] { $count } personnes sont en heures calmes : elles la recevront à leur fin.
    }
alert-preview-slow = ⏱ Sur { $platform } : environ { $minutes } min.
alert-preview-room = 💬 Par le salon de l'équipe : { $count ->
        [one] une personne
       *[other] { $count } personnes
    } n'y sont pas écrites une par une.
alert-preview-public = { $alone ->
        [yes] ⚠️ { $titles } : publication après l'accord d'une deuxième personne, et personne d'autre n'est joignable.
       *[no] ✋ { $titles } : publication après l'accord d'une deuxième personne.
    }
alert-preview-twin = ⚠️ Une alerte du même titre est déjà en cours, depuis { $at }.
alert-more = { $count ->
        [one] un autre
       *[other] { $count } autres
    }
alert-by-room = 💬 Par le salon de l'équipe
alert-one-by-one = 👤 Un par un
alert-validity-past = L'heure de fin est passée : modifiez la durée. Rien n'a été envoyé.
alert-reaches-nobody = Cette alerte n'atteindrait personne : rien n'a été envoyé. Modifiez les destinataires, ou voyez /canaux pour ce que reçoit chaque canal.
alert-nobody-approves = Cette alerte n'irait qu'à des canaux publics, et personne d'autre que vous ne peut l'approuver : rien n'a été envoyé. Invitez un autre coordinateur, ou ajoutez d'autres destinataires.
alert-who-unwilling = 🔕 { $title } : ne reçoit pas les alertes de cette gravité
alert-sample = 🧪 Voici l'alerte telle qu'un membre la verra, sans ses boutons :
alert-sent = { $waits ->
        [yes] ⏳ **{ $title }** part dans 30 secondes.
        [approval] ✋ **{ $title }** paraîtra dès qu'une deuxième personne aura donné son accord.
       *[no] 📣 **{ $title }** : c'est parti.
    }

# Le suivi

alert-board-counts = Envoyé à { $to }{ $told ->
        [0] {""}
       *[other] {" "}· Bien reçu : { $acked } · Peuvent aider : { $help } · Questions : { $questions }{ $unanswered ->
            [0] {""}
           *[other] {" "}(sans réponse : { $unanswered })
        }{ $asks ->
            [yes] {" "}· { $open ->
                [yes] Pas encore répondu
               *[no] Sans réponse
            } : { $silent }
           *[no] {""}
        }
    }
alert-board-partners = Partenaires, bien reçu : { $acked } sur { $partners }{ $offers ->
        [0] {""}
       *[other] {" "}· Propositions d'aide : { $offers }
    }
alert-board-due = ⏳ Pas encore parti : { $count }
alert-board-lost = 📵 Pas parti : { $count }. Voir « 👁 Voir qui ».
alert-board-approval = ✋ En attente de l'accord d'une deuxième personne pour les canaux publics.
alert-board-until = Valable { $until }.
alert-remind = 🔁 Relancer
alert-phone = 📞 Qui appeler
alert-update = 📝 Mise à jour
alert-end = 🏁 Fin d'alerte
alert-open-board = 🚨 Voir le suivi
alert-who-silent = ⏳ Pas encore répondu ({ $count }) : { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
alert-who-never = ⏳ Sans réponse ({ $count }) : { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
alert-who-acked = ✅ Bien reçu ({ $count }) : { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
alert-who-helps = 🙋 { $name } peut aider{ $has ->
        [yes] {" "}: « { $said } »
       *[no] {""}
    }
alert-who-helps-more = 🙋 et { $count } de plus peuvent aider
alert-who-channels-acked = 🏛 Partenaires, bien reçu : { $titles }
alert-who-channels-silent = 🏛 Partenaires, { $over ->
        [yes] sans réponse
       *[no] pas encore répondu
    } : { $titles }
alert-who-approval = ✋ Publication { $verdict ->
        [approved] approuvée par { $by }
        [refused] refusée par { $by }
       *[alone] décidée par { $by }, sans deuxième accord
    }
alert-nobody-silent = Personne à relancer ni à appeler : tout le monde a répondu, ou est en pause.
alert-reminded-just-now = La relance vient de partir. Laissez deux minutes, ou appelez : « 📞 Qui appeler ».
alert-drill-no-remind = C'est un exercice : personne n'est relancé.
alert-asks-nothing = Ce message ne demandait pas d'accusé : personne n'est relancé.
alert-reminded = 🔁 { $count ->
        [one] Une personne relancée
       *[other] { $count } personnes relancées
    }{ $other ->
        [0] {""}
       *[other] , dont { $other } sur une autre application
    }{ $asleep ->
        [0] {""}
       *[other] , dont { $asleep } à la fin des heures calmes
    }. Ceux qui ont répondu ne reçoivent rien.

# Retenir, mettre à jour, terminer

alert-hold-late = C'est parti depuis plus de 30 secondes. Touchez « 🏁 Fin d'alerte » : chacun sera prévenu.
alert-held = ⏪ **{ $title }** est annulée{ $left ->
        [0] {" "}: rien n'est parti.
       *[other] . Retenu : { $held }. { $aloud ->
            [yes] Déjà parti, et prévenu : { $left }.
           *[no] Déjà parti : { $left }, où l'on lit maintenant « Message annulé ».
        }
    }
alert-look = Aperçu · { $head }
alert-note-to = Pour { $to }{ $asleep ->
        [0] .
        [one] , dont une personne à la fin de ses heures calmes.
       *[other] , dont { $asleep } à la fin de leurs heures calmes.
    }
ask-alert-update = 📝 Quoi de neuf pour « { $title } » ? Trois phrases au plus : chacun le reçoit en réponse à l'alerte.
ask-alert-update-partners = Et aux partenaires ? Touchez un bouton, ou écrivez leur texte.
alert-same-text = 🏛 Le même texte
alert-no-text = 🔕 Rien pour eux
alert-update-done = 📝 **{ $title }** : mise à jour envoyée à { $count ->
        [one] un destinataire
       *[other] { $count } destinataires
    }{ $asleep ->
        [0] .
       *[other] , dont { $asleep } à la fin des heures calmes.
    }
ask-alert-farewell = 🏁 Terminer « { $title } » : un mot pour ceux qui l'ont reçue{ $count ->
        [0] {""}
       *[other] {" "}({ $to })
    } ? Facultatif.
alert-end-plain = 🏁 Terminer sans un mot
alert-end-done = 🏁 **{ $title }** est terminée. { $count ->
        [0] Personne à prévenir.
        [one] Un destinataire est prévenu
       *[other] { $count } destinataires sont prévenus
    }{ $count ->
        [0] {""}
       *[other] { $asleep ->
            [0] .
           *[other] , dont { $asleep } à la fin des heures calmes.
        }
    }
alert-note-head = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }{ $what ->
        [update] 📝 MISE À JOUR
        [cancelled] 🚫 { $kind ->
            [release] COMMUNIQUÉ ANNULÉ
            [info] INFO ANNULÉE
           *[alert] ALERTE ANNULÉE
        }
       *[end] 🏁 { $kind ->
            [release] FIN DU COMMUNIQUÉ
            [info] FIN DE L'INFO
           *[alert] FIN D'ALERTE
        }
    } · **{ $title }**
alert-note-end = C'est terminé. Merci.

# L'accord d'une deuxième personne

alert-approval-head = { $drill ->
        [yes] 🧪 EXERCICE ·{" "}
       *[no] {""}
    }✋ ACCORD DEMANDÉ · à publier sur { $titles } :
alert-approve = ✅ Approuver
alert-refuse = ❌ Refuser
alert-alone = ⚠️ Danger : publier sans attendre
alert-approval-done = { $verdict ->
        [approved] ✅ Approuvé par { $by }.
        [refused] ❌ Refusé par { $by }.
        [alone] ⚠️ Publié par { $by } sans deuxième accord.
       *[lapsed] L'alerte est terminée : rien à approuver.
    }
alert-approval-nobody = ✋ { $count ->
        [0] Personne d'autre n'est joignable pour approuver la publication.
       *[other] Tous ceux qui peuvent approuver ont été prévenus, sans réponse. Téléphonez-leur : leur bouton reste valable.
    }
alert-approval-refused = ❌ La deuxième personne n'approuve pas la publication : { $what ->
        [update] la mise à jour n'est pas parue
       *[alert] rien n'est paru
    } sur les canaux publics. Voyez avec elle ce qu'il faut changer, puis recommencez : { $by }.
alert-approval-given = ✅ { $what ->
        [update] Mise à jour publiée
       *[alert] Publié
    } sur { $titles }, après l'accord d'une deuxième personne : « 👁 Voir qui » dit laquelle.
alert-approval-taken = Quelqu'un a déjà décidé de cette publication.
alert-approve-own = Une autre personne doit approuver ce que vous publiez, même si vous êtes administrateur.
alert-alone-author = Seul l'auteur d'une alerte « danger » peut publier sans attendre.
alert-published = ✅ Publié sur { $count ->
        [one] un canal public
       *[other] { $count } canaux publics
    }.
alert-refused-done = C'est noté : rien n'est publié. L'auteur est prévenu.

# Qui appeler

alert-phone-head = 📞 QUI APPELER · **{ $title }** : { $count ->
        [one] une personne n'a pas répondu.
       *[other] { $count } personnes n'ont pas répondu.
    }
alert-phone-secret = Confidentiel, pour la coordination seulement : ne transférez pas ce message, et détruisez la liste sur papier après usage.
alert-phone-line = • { $name }, { $what } : { $phone }
alert-no-number = pas de numéro
alert-phone-more = … et { $count } de plus, sur la liste.
alert-phone-lead = Alerte du { $at } : n'ont pas accusé réception

# Les canaux sources

alert-draft-head = 📥 BROUILLON · **{ $title }** a publié{ $file ->
        [yes] {" "}(avec une pièce jointe)
       *[no] {""}
    } :
alert-draft-take = 🚨 En faire une alerte
alert-draft-leave = 🗑 Ignorer
alert-draft-taken = { $what ->
        [alert] Repris par { $by }.
       *[left] Ignoré par { $by }.
    }
alert-draft-gone = Ce brouillon a été ignoré. Pour alerter : /alerte
alert-draft-by = { $name } a déjà envoyé une alerte avec ce brouillon.

# Signaler

ask-signal-kind = 📣 Que signalez-vous ? Personne ne lit ces messages jour et nuit. { $emergency }.
signal-shortage = 📦 Pénurie
signal-saturated = 🏥 Service saturé
signal-unusual = 📈 Cas inhabituels
signal-aggression = 🛑 Agression
signal-other = 💬 Autre
ask-signal-words = { $kind ->
        [shortage] Quel produit, depuis quand ? Sans aucune information de patient.
        [saturated] Quel service, quelle attente ? Sans aucune information de patient.
        [aggression] Que s'est-il passé, où ? Sans aucun nom. En danger : 17 ou 112.
       *[other] De quoi s'agit-il ? Sans aucune information de patient.
    }
ask-signal-number = Combien de cas ? Un nombre seulement, par exemple 12. La coordination vous rappelle pour la suite.
ask-signal-town = Dans quelle commune ?
signal-number-only = Un nombre seulement, par exemple 12 : rien sur les personnes ne doit passer ici.
signal-town = Je ne connais pas « { $piece } ». Exemple : { $example }. Le reste est gardé.
signal-enough = Vous avez déjà envoyé { $most } signalements cette heure-ci. Téléphonez à la coordination.
signal-sent = 📣 Transmis à la coordination à { $at }. Vous saurez ici ce qui en est fait.{ $kind ->
        [aggression] {" "}En danger : 17 ou 112.
       *[other] {""}
    }
signal-head = 📣 SIGNALEMENT · { $kind ->
        [shortage] pénurie
        [saturated] service saturé
        [unusual] cas inhabituels
        [aggression] agression
       *[other] autre
    }, { $town }
signal-what = { $kind ->
        [unusual] Nombre de cas : { $number }
       *[other] « { $words } »
    }
signal-from = Pour la coordination : touchez ce qui convient, l'expéditeur saura ce qui en est fait. Signalé à { $at } par { $name }.
signal-alert = 🚨 En faire une alerte
signal-call = 🙋 En faire un appel
signal-call-next = 👍 C'est noté, la personne est prévenue. Il reste à préparer l'appel.
signal-call-begin = 🙋 Préparer l'appel
signal-note = ✅ Pris en compte
signal-already = Quelqu'un s'est déjà occupé de ce signalement.
signal-decided = { $state ->
        [alert] 🚨 Alerte envoyée par { $by }.
        [call] 🙋 Appel préparé par { $by }.
       *[noted] ✅ Pris en compte par { $by }.
    }
signal-answer = 📣 Votre signalement ({ $kind ->
        [shortage] pénurie
        [saturated] service saturé
        [unusual] cas inhabituels
        [aggression] agression
       *[other] autre
    }) : { $state ->
        [alert] une alerte est partie. Merci.
        [call] la coordination prépare un appel à volontaires. Merci.
       *[noted] pris en compte par la coordination. Merci.
    }

# Pour le journal de la crise

log-alert-sent = Alerte « { $title } » ({ $severity ->
        [info] info
        [important] important
        [urgent] urgent
       *[danger] danger
    }) : { $members ->
        [0] aucun membre
        [one] un membre
       *[other] { $members } membres
    }{ $channels ->
        [0] {""}
        [one] , un canal
       *[other] , { $channels } canaux
    }
log-alert-updated = Alerte « { $title } », mise à jour : { $words }
log-alert-ended = Alerte « { $title } » terminée
log-alert-cancelled = Alerte « { $title } » annulée par son auteur
log-alert-published = Alerte « { $title } » publiée sur { $channels ->
        [one] un canal public
       *[other] { $channels } canaux publics
    }{ $alone ->
        [yes] {" "}sans deuxième accord (danger)
       *[no] {" "}après un deuxième accord
    }
log-signal = Signalement du terrain : { $kind ->
        [shortage] pénurie
        [saturated] service saturé
        [unusual] cas inhabituels
        [aggression] agression
       *[other] autre
    }, { $town }

# Des réponses se sont perdues

lost-alert =
    • **{ $title }** : { $count ->
        [one] 1 personne ne l'a pas confirmée
       *[other] { $count } personnes ne l'ont pas confirmée
    }
lost-remind = 🔁 Relancer : { $title }
