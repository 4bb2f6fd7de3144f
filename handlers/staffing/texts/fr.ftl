help-mobiliser = demander du renfort
help-exercice = un exercice : mobiliser sans mobiliser
help-appels = les appels ouverts qui me concernent
help-tableau = qui vient, qui manque
help-planning = mes créneaux
help-liste_appel = la liste à appeler

# La carte d'un appel

drill-head = 🧪 **EXERCICE** · aucune réaction n'est attendue
card-head = { $kind ->
        [survey] 🗓 VOS DISPONIBILITÉS · **{ $title }**
       *[call] 🙋 APPEL À VOLONTAIRES · **{ $title }**
    }
card-ask = { $drill ->
        [yes] Exercice : vous pouvez répondre, personne ne se déplace.
       *[no] Pouvez-vous venir ? Sans obligation.
    }
card-sealed = 🔒 On ne cherche plus personne pour cet appel. Merci !
survey-ask = Quand pourriez-vous venir ? Répondez pour chaque créneau. Le planning viendra ensuite.
card-slot = { $bare ->
        [yes] { $number }. { $when }
       *[no] { $number }. { $when } : { $state }
    }
one-slot-each = Un seul créneau par personne : choisissez celui qui vous va le mieux.
one-slot-full = Ce créneau est complet, et vous avez déjà une place dans cet appel : elle reste à vous. Un seul créneau par personne.
one-slot-only = Un seul créneau par personne : le premier est noté. Pour un autre, tapez son numéro.
card-more = Créneaux { $first } à { $last }, sur { $slots } : touchez « Suite ».
more-slots = { $slots ->
        [one] … et un autre créneau.
       *[other] … et { $slots } autres créneaux.
    }
times-more = { $count ->
        [one] un autre créneau
       *[other] { $count } autres créneaux
    }
missing-of = { $missing } { $what } sur { $need }
slot-missing = il manque { $parts }
slot-full = complet, merci !
card-where = Lieu : { $place }
card-contact = Contact : { $contact }
card-where-contact = Lieu : { $place }. Contact : { $contact }
card-pay = { $kind ->
        [yes] Prise en charge : oui, barème CPTS.
        [no] Prise en charge : non, bénévole.
       *[other] Prise en charge : { $pay }
    }
card-terms = { $pay } { $until }
card-reply-by = Réponse utile avant { $at }.
card-cancelled = ❌ Appel annulé. Ne venez pas. Merci d'avoir répondu.
card-closed = Cet appel est terminé. Merci.
mine-coming = ✅ C'est noté, vous venez : { $times }.
mine-employer = Vérifiez l'accord de votre employeur.
mine-free = ✅ C'est noté, vous seriez libre : { $times }. Le planning vous sera confirmé.
mine-offered = ⏳ Une place vous est gardée : { $times }.
mine-waiting = 🕐 Liste d'attente : { $times }. Nous vous écrirons si une place se libère.
mine-waiting-sealed = 🕐 C'est noté, sur la liste d'attente : { $times }. On vous écrira si la recherche reprend et qu'une place est pour vous.
mine-maybe = 🤔 C'est noté, si besoin : { $times }. S'il manque du monde, on vous le redemandera, une seule fois.
mine-maybe-asked = 🤔 C'est noté, si besoin : { $times }. La question vous a été posée ; la coordination peut encore vous appeler.
mine-maybe-sealed = 🤔 C'est noté, si besoin : { $times }. Rien à faire pour l'instant.
mine-thanked = 🗓 C'est noté : { $times }. Le planning est fait sans vous cette fois. Merci de votre réponse.
mine-out = C'est noté, vous ne venez plus : { $times }.
mine-no = C'est noté : pas cette fois. Merci d'avoir répondu.
pick-maybe = 🤔 Pour quel créneau, si besoin ?
pick-leave = { $slots ->
        [one] Vous retirer de { $times } ? « Oui » vous retire, « non » ne change rien.
       *[other] De quel créneau vous retirer ?
    }
mine-said = Votre message pour la coordination : « { $said } »
can-come = ✅ { $when }
queue-up = 🕐 Liste d'attente { $when }
if-needed = 🤔 Si besoin
not-this-time = ❌ Pas cette fois
pause = 🔕 Pause
cannot = 🚫 Je ne peux plus venir
next-page = ➡️ Suite
maybe-for = 🤔 Si besoin, { $when }
leave-shift = 🚫 Me retirer de { $when }
leave-all = 🚫 De tout
stay-as-is = ‹ Ne rien changer
room-full = Complet, merci ! On ne cherche plus personne.
room-sealed = 🔒 On ne cherche plus personne. Merci !
answer-in-private = 💬 Répondre en privé

# Ce qui est dit après une réponse

callout-cancelled = Cet appel est annulé. Il n'y a plus rien à répondre.
callout-closed = Cet appel est terminé. Tapez /appels pour voir ceux qui sont ouverts.
already-cancelled = Cet appel est déjà annulé, tout le monde est prévenu. Rien n'a changé.
already-over = Cet appel est terminé. Tapez /tableau pour voir ceux qui sont en cours.
callout-sealed = 🔒 On ne cherche plus personne pour cet appel. Merci de l'avoir proposé !
sealed-kept = 🔒 On ne cherche plus personne pour cet appel. Votre message est gardé, la coordination le lira. Merci !
shift-over = Ce créneau est passé. Tapez /appels pour voir ce qui est ouvert.
shift-not-yours = Ce créneau ne cherche pas votre profession. Tapez /appels pour voir ceux qui vous concernent.
overlap-here = Vous venez déjà à un créneau qui se chevauche avec celui-ci. Retirez-vous d'abord de l'autre : /planning.
overlap-elsewhere = On vous attend déjà ailleurs à cette heure-là. Pour changer, tapez /planning.
short-rest = ⚠️ Attention : moins de 11 heures de repos entre deux créneaux. C'est vous qui décidez ; /planning pour changer.
seat-gone = Votre nom n'est plus sur ce créneau. Tapez /appels pour le reprendre s'il reste une place.
say-which = Pour quel créneau ? Répondez par un numéro ({ $numbers }), « tous », ou touchez un bouton de l'appel.
say-which-leave = De quel créneau vous retirer ? Répondez par un numéro ({ $numbers }), ou touchez un bouton. « Non » ne change rien.
say-yes-or-no = Prenez-vous cette place ? Répondez « oui » ou « non », ou touchez un bouton.
not-sure = Je ne suis pas sûr de comprendre « { $said } ». La coordination le lira. Pour que cela compte : touchez un bouton, ou tapez le numéro du créneau, « si besoin » ou « non ».
reminder = 🙋 **{ $title }** cherche encore du monde. Une réponse, même « non », nous aide. Elle se donne plus haut, ou par /appels. C'est le seul rappel.
call-not-for-you = Cet appel ne cherche pas votre profession, ou il est terminé. Tapez /appels pour voir les vôtres.
paused-until = 🔕 Entendu : plus aucune sollicitation jusqu'au { $until }. Cela reprendra tout seul.
resume-now = 🔔 Reprendre
resumed = 🔔 C'est noté, on peut de nouveau vous solliciter.

# Une place se libère

moved-up = 🎉 Une place s'est libérée, elle est à vous : **{ $title }**, { $when }. Si ce n'est plus possible : /planning.
seat-passed = Une place s'est libérée : **{ $title }**, { $when }. On vous attend déjà ailleurs à cette heure-là : elle va à quelqu'un d'autre.
seat-free = ↩️ **{ $title }** : une place s'est libérée, { $when } : { $state }.
seat-free-sealed = ↩️ **{ $title }** : une place s'est libérée, { $when } : { $state }. La recherche est arrêtée : personne n'est sollicité tant que vous ne la reprenez pas.
seat-unclaimed = 🤔 **{ $title }** : ceux qui avaient dit « si besoin » n'ont pas pris la place, { $when } : { $state }.
seat-offered = Une place s'est libérée : **{ $title }**, { $when }. Vous la prenez ? Elle vous est gardée { $minutes } minutes, jusqu'à { $until }.
take-it = ✅ Je la prends
leave-it = ❌ Je la laisse
offer-over = Cette place n'est plus à prendre. Tapez /appels pour voir ce qui reste.
offer-gone = **{ $title }**, { $when } : la place n'est plus gardée pour vous.
offer-sealed = 🔒 **{ $title }**, { $when } : on ne cherche plus personne. La place n'est plus gardée pour vous. Merci d'avoir été là !
offer-taken = ✅ C'est noté, vous venez : **{ $title }**, { $when }.
offer-declined = C'est noté, vous ne la prenez pas : **{ $title }**, { $when }. Merci d'avoir répondu.
offer-lapsed = **{ $title }**, { $when } : la place gardée pour vous est allée à quelqu'un d'autre. Ce n'est pas grave : /appels montre ce qui reste.
offer-lapsed-free = **{ $title }**, { $when } : la place n'est plus gardée pour vous, mais elle est encore libre.
maybe-now = 🙋 **{ $title }**, { $when } : il manque du monde. Vous aviez dit « si besoin ». Vous venez ? La place vous est gardée { $minutes } minutes, jusqu'à { $until }. C'est la seule fois qu'on vous le demande.
yes-needed = ✅ Oui, je viens

# La veille et le jour

eve-question = Vous venez toujours demain ? **{ $title }**, { $when }. { $where }
still-coming = ✅ Oui, je viens
confirmed = C'est noté, à demain : { $when }.
eve-silent = 📞 **{ $title }** : { $count ->
        [one] une personne n'a pas encore confirmé sa venue demain. Sa place est gardée.
       *[other] { $count } personnes n'ont pas encore confirmé leur venue demain. Leur place est gardée.
    }
phone-line = { $name } : { $phone }
no-number = pas de numéro
too-early = C'est un peu tôt : « J'y suis » s'ouvre à { $at }.
arrived = 📍 C'est noté, vous êtes là depuis { $at }. Votre position n'est pas enregistrée. Merci !

# Le planning

no-shifts = Vous n'avez aucun créneau à venir. Les appels ouverts : /appels
my-shifts = 📅 **Vos créneaux**
my-shift = { $when } · { $what } { $state ->
        [waiting] (liste d'attente)
        [offered] (à confirmer)
        [maybe] (si besoin)
       *[coming] (vous venez)
    }
my-team = Avec vous : { $names }
cannot-shift = 🚫 Me retirer : { $when }
here-i-am = 📍 J'y suis ({ $when })
already-out = Votre nom n'était plus sur ce créneau.
no-unsaid = C'est noté, votre « pas cette fois » est retiré : **{ $title }**. Vous pouvez encore répondre.
withdrawn = C'est noté, on ne vous attend plus { $when }. Merci de l'avoir dit.
no-calls = Aucun appel ne cherche votre profession en ce moment. On vous écrira.
more-calls = Et { $count ->
        [one] un autre appel
       *[other] { $count } autres appels
    }.

# L'assistant d'un appel

ask-title = Quel est le besoin ? Un titre court, par exemple : Centre de vaccination
ask-when = Quand ? Par exemple : sam 12/12 9h-13h, 13h-18h
ask-needs = De qui avez-vous besoin ? Par exemple : 2 médecins, 4 infirmiers
ask-place = Où ? Par exemple : gymnase Pagnol
ask-contact = Qui peut-on joindre ? Par exemple : coordination, 02 40 00 00 00
ask-pay = La participation est-elle prise en charge ?
ask-towns = Pour les membres de quelles communes ?
ask-reply-by = Jusqu'à quand les réponses sont-elles utiles ? Par exemple : demain 20h
all-towns = Toutes les communes
pay-yes = ✅ Oui, barème CPTS
pay-no = Non, bénévole
which-time = Que voulez-vous dire ?
why-slots = Je n'ai pas compris « { $piece } » : { when-why } Le reste est gardé. Exemple : sam 12/12 9h-13h
why-needs = Je n'ai pas compris « { $piece } »{ $why ->
        [zero] {" "}: il faut au moins une personne.
        [negative] {" "}: il faut au moins une personne.
        [too-many] {" "}: c'est plus que je ne peux demander en un appel (500).
        [no-count] {" "}: combien en faut-il ?
        [ambiguous] {" "}: psychologue ou psychiatre ?
       *[other] .
    } Exemple : 3 infirmiers. Le reste est gardé.
why-long = { $what ->
        [title] Ce titre
        [place] Ce lieu
        [contact] Ce contact
       *[pay] Cette prise en charge
    } est trop long : { $length } caractères, { $most } au plus. Le reste est gardé.
why-towns = Je ne connais pas cette commune : { $piece }. Le reste est gardé.
why-reply_by = Je n'ai pas compris jusqu'à quand répondre : « { $piece } ». Le reste est gardé. Exemple : avant demain 20h
preview-head = { $drill ->
        [yes] 🧪 EXERCICE
       *[no] VRAI APPEL
    } · Aperçu · { $kind ->
        [survey] 🗓 VOS DISPONIBILITÉS
       *[call] 🙋 APPEL À VOLONTAIRES
    } · **{ $title }**
need = { $count } { $what }
preview-slot = • { $when } : { $needs }
preview-alike = Mêmes besoins que le premier créneau : { $times }. Pour les changer : « Modifier », puis « Besoins ».
preview-seats = { $slots ->
        [one] { $seats ->
            [one] Un poste.
           *[other] { $seats } postes.
        }
       *[other] { $even ->
            [no] { $seats } postes en tout, sur { $slots } créneaux.
           *[yes] { $posts ->
                [one] Un poste × { $slots } créneaux = { $seats } en tout.
               *[other] { $posts } postes × { $slots } créneaux = { $seats } en tout.
            }
        }
    }
preview-people = { $count ->
        [one] Une personne peut convenir
       *[other] { $count } personnes peuvent convenir
    } ({ $counts }).
preview-group = { $rhythm ->
        [everyone] Tout le monde est sollicité maintenant.
        [fast] 1er groupe : { $first ->
            [one] une personne
           *[other] { $first } personnes
        }{ $free ->
            [0] {""}
           *[other] , les libres d'abord ({ $free } d'après leurs disponibilités)
        }. { $hours ->
            [0] {""}
           *[other] Début dans { $hours } h :{" "}
        }rythme rapide, { $minutes } min entre les groupes.
       *[normal] 1er groupe : { $first ->
            [one] une personne
           *[other] { $first } personnes
        }{ $free ->
            [0] {""}
           *[other] , les libres d'abord ({ $free } d'après leurs disponibilités)
        }. Rythme normal : { $minutes } min entre les groupes.
    }
preview-nobody = ⚠️ Personne ne peut être sollicité pour cet appel.
preview-left-out = En plus, { $count ->
        [one] une personne non sollicitée
       *[other] { $count } personnes non sollicitées
    } (« Voir qui » dit pourquoi).
preview-short = ⚠️ Plus de postes que de personnes : { $what }.
short-of = { $need } { $what } pour { $able } { $able ->
        [one] personne
       *[other] personnes
    }
preview-twin = ⚠️ Un appel du même nom, à la même heure, est déjà parti { $at }.
slot-without-need = Rien n'est envoyé. Personne n'est demandé pour { $when } : touchez « Modifier », puis « Besoins ». Par exemple : matin 2 IDE, aprem 4 IDE
rhythm-normal = 🐢 Rythme normal
rhythm-fast = 🐇 Rythme rapide
rhythm-everyone = 📣 Tout le monde maintenant
edit-title = Titre
edit-slots = Créneaux
edit-needs = Besoins
edit-place = Lieu
edit-contact = Contact
edit-pay = Prise en charge
edit-neighbours = Professions voisines
edit-single = Un seul créneau par personne
ask-single = Chaque personne ne peut-elle prendre qu'un seul créneau ? Qui en choisit un autre laisse le premier.
ask-neighbours = Si personne d'autre ne peut venir, accepter des professions voisines (par exemple une sage-femme pour vacciner) ?
preview-neighbours = En dernier recours : professions voisines.
sample-head = Voici l'appel sans ses boutons ; chacun n'y verra que les créneaux de sa profession :
who-asked = Sollicités dans cet ordre : { $names }{ $more ->
        [0] .
       *[other] {" "}et { $more } autres.
    }
who-left-out = { $name } : { $why ->
        [elsewhere] autre commune
        [excluded] hors de cet appel
        [paused] en pause
        [away] absence déclarée
        [busy] a déjà une place ailleurs
        [unreachable] injoignable
        [weekly-limit] déjà sollicité assez cette semaine
        [quiet] heures de repos
       *[other] non sollicité
    }
who-more = Et { $count } autres.
starts-in-past = Rien n'est envoyé : un créneau a déjà commencé. Touchez « Modifier », puis « Créneaux ». Par exemple : demain 9h-13h
reaches-nobody = Rien n'est envoyé : cet appel ne joindrait personne. « Voir qui » dit pourquoi ; « Modifier », puis « Besoins », l'élargit. Par exemple : 4 IDE ou SF
drill-what = Tapez /exercice, puis « mobiliser » ou « alerte » et la suite. Par exemple : /exercice mobiliser Centre | demain 9h-13h | 2 IDE | Gymnase
sent-now = Envoyé : **{ $title }**. { $count ->
        [0] Personne n'est sollicité pour l'instant (heures de repos) : le premier groupe partira ensuite.
        [one] Une personne sollicitée. Le tableau suit, plus bas.
       *[other] { $count } personnes sollicitées. Le tableau suit, plus bas.
    }
filled = 🎉 **{ $title }** : tous les postes sont pourvus.

# Le tableau

board-slot = **{ $when }** : { $parts }
board-post = { $what } { $taken } sur { $need }{ $missing ->
        [0] {" "}✔
       *[other] {" "}(il manque { $missing })
    }
board-post-free = { $what } : { $free ->
        [0] personne de libre
        [one] une personne libre
       *[other] { $free } libres
    } pour { $need }
board-post-held = { $what } { $taken } sur { $need } ({ $missing ->
        [0] {""}
       *[other] il manque { $missing }, {""}
    }{ $held ->
        [one] une place proposée
       *[other] { $held } places proposées
    })
board-more = { $slots ->
        [one] … et un autre créneau où il manque du monde.
       *[other] … et { $slots } autres créneaux où il manque du monde.
    }
board-full = { $slots ->
        [one] ✔ Un créneau complet.
       *[other] ✔ { $slots } créneaux complets.
    }
board-total = En tout : { $taken } sur { $need }. Le détail est dans l'image et le fichier.
board-counts = Sollicités : { $asked } · réponses : { $answered } · pas cette fois : { $refused } · si besoin : { $maybe } · en attente : { $waiting }{ $offered ->
        [0] {""}
       *[other] {" "}· places proposées, réponse attendue : { $offered }
    }
board-survey = Sollicités : { $asked } · réponses : { $answered } · libres sur au moins un créneau : { $free } · non : { $refused }
board-unclear = … et { $count ->
        [one] une autre réponse à lire
       *[other] { $count } autres réponses à lire
    } dans le fichier.
board-said = 💬 { $name } : « { $said } »
board-cancelled = ❌ Appel annulé, les personnes concernées sont prévenues.
board-sealed = 🔒 On ne cherche plus : les confirmés viennent.
add-person = ➕ Ajouter une personne
choose-from-grid = 🗓 Choisir dans la grille
widen = ➕ Élargir l'appel
who-to-phone = 📞 Qui appeler
as-picture = 🖼 Image
as-file = 📤 Exporter
with-names = 🖼 Avec les noms (ne pas diffuser)
seal = 🔒 Ne plus chercher : les confirmés viennent
cancel-call = 🚫 Annuler l'appel : tous prévenus
do-without = ✅ Faire sans
widened = { $count ->
        [0] { $rooms ->
            [0] Personne d'autre ne peut être sollicité maintenant (repos, absences, limite de la semaine). « Qui appeler » donne les numéros.
            [one] Tous ceux qui pouvaient l'être sont sollicités. L'appel part aussi dans un salon.
           *[other] Tous ceux qui pouvaient l'être sont sollicités. L'appel part aussi dans { $rooms } salons.
        }
        [one] Une personne de plus est sollicitée.
       *[other] { $count } personnes de plus sont sollicitées.
    }
widen-sealed = On ne cherche plus pour cet appel. Pour chercher encore, touchez « Chercher à nouveau » sous le tableau : /tableau
widen-full = Tous les postes sont pourvus : personne n'est à solliciter.
widen-again = L'appel vient d'être élargi. Laissez une minute pour répondre, puis recommencez.
reopen = 🔓 Chercher à nouveau
reopened = 🔓 **{ $title }** : la recherche reprend.
sealed = 🔒 **{ $title }** : on ne cherche plus personne. Les confirmés viennent.{ $told ->
        [0] {""}
        [one] {" "}La personne à qui une place était proposée est prévenue.
       *[other] {" "}Les { $told } personnes à qui une place était proposée sont prévenues.
    }
cancel-ask = Annuler **{ $title }** ? { $count ->
        [0] Personne n'était encore inscrit. Ceux qui n'ont pas répondu sont prévenus.
        [one] La personne inscrite sera prévenue. Ceux qui n'ont pas répondu aussi.
       *[other] Les { $count } personnes inscrites seront prévenues. Ceux qui n'ont pas répondu aussi.
    }
cancel-sure = 🚫 Oui, annuler et prévenir
cancelled = **{ $title }** est annulé. { $count ->
        [0] Personne n'avait à être prévenu.
        [one] Une personne est prévenue.
       *[other] { $count } personnes sont prévenues.
    }
stand-down = ⚠️ CHANGEMENT · **{ $title }** est annulé, { $when }{ $more ->
        [0] {""}
        [one] {" "}et un autre créneau
       *[other] {" "}et { $more } autres créneaux
    } : ne venez pas. Merci.
deadline-head = ⏰ **{ $title }** : l'heure utile est passée.
deadline-slot = { $when } : { $state }
roster = 🖼 **{ $title }**
roster-names = 🖼 **{ $title }**, avec les noms : ne pas diffuser. Demandé par { $who }, { $at }.
no-board = Aucun appel en cours. Pour en ouvrir un : /mobiliser
no-figures = Aucun appel en cours.
board-not-yours = Ce tableau n'est plus pour vous : votre rôle a changé.
which-board = Quel appel ?
board-of = { $title }

# Changer un appel envoyé : ce que lit la coordination

change-what = Que voulez-vous changer ?
change-time = Horaire
change-number = Nombre de personnes
change-more = Créneau en plus
change-also = ✏️ Autre changement
change-which-slot = Quel créneau ?
change-which-post = Quel poste ?
change-ask-time = Nouvel horaire du créneau ({ $when }) ? Par exemple : 10h-14h, ou dim 13/12 10h-14h
change-ask-more = Quel créneau en plus ? Par exemple : sam 12/12 14h-18h. Il cherchera les mêmes personnes que le premier.
change-ask-place = Nouveau lieu ? Jusqu'ici : { $old }
change-ask-contact = Nouveau contact ? Jusqu'ici : { $old }
change-ask-need = { $when }, { $what } : combien en tout ? Jusqu'ici : { $need }, places déjà prises : { $held }
change-same-words = C'est déjà ce qui est écrit. Tapez autre chose, ou « Retour ».
change-no-time = { $why ->
        [begun] Ce créneau a commencé : ses heures ne changent plus. Pour prolonger, ajoutez un « Créneau en plus » ({ $when }).
        [past] C'est déjà passé : { $when }. Tapez des heures à venir.
        [backwards] La fin est avant le début : { $when }. Exemple : 10h-14h
        [same] C'est déjà l'horaire de ce créneau : { $when }. Tapez-en un autre, ou « Retour ».
       *[twin] Cet appel a déjà un créneau à ces heures : { $when }. Tapez-en d'autres, ou « Retour ».
    }
change-no-number = Je n'ai pas compris « { $piece } ». Tapez un nombre, par exemple : 5
change-no-need = { $why ->
        [nobody] Il faut au moins une personne. Pour ne plus chercher : « 🔒 Ne plus chercher », sous le tableau.
        [too-many] C'est plus que je ne peux demander en un appel (500).
        [same] C'est déjà le nombre demandé : { $need }. Tapez-en un autre, ou « Retour ».
       *[too-few] { $held ->
            [one] Une place est déjà prise
           *[other] { $held } places sont déjà prises
        } : pas moins de { $held }. Pour ne chercher personne de plus, tapez { $held }. Si c'est trop, appelez une de ces personnes : elle se retire d'une touche.
    }
change-head = { $drill ->
        [yes] 🧪 EXERCICE
       *[no] VRAI APPEL
    } · Aperçu du changement · **{ $title }**
change-line-time = • { $new } { $instead }
change-line-words = • { $what ->
        [place] Lieu
       *[contact] Contact
    } : { $new } (avant : { $old })
change-line-words-first = • { $what ->
        [place] Lieu
       *[contact] Contact
    } : { $new }
change-line-need = • { $when } : { $new } { $what } (avant : { $old })
change-line-added = • En plus : { $when } : { $needs }
change-told = { $count ->
        [0] Personne n'est à prévenir : les messages déjà envoyés se mettent à jour.
        [one] Une personne sera prévenue{ $asks ->
            [yes] {" "}et dira si c'est toujours possible. Sans réponse, sa place est gardée.
           *[no] .
        }
       *[other] { $count } personnes seront prévenues{ $asks ->
            [yes] {" "}et diront si c'est toujours possible. Sans réponse, leur place est gardée.
           *[no] .
        }
    }
change-clashing = ⚠️ { $count ->
        [one] Une personne est déjà attendue ailleurs à ces heures-là : son message le lui dit.
       *[other] { $count } personnes sont déjà attendues ailleurs à ces heures-là : leur message le leur dit.
    }
change-beyond = ⚠️ À prévenir vous-même, le robot ne peut pas leur écrire : { $names }.
change-refused = ⚠️ { $what } : { $why ->
        [begun] ce créneau vient de commencer, ses heures ne changent plus.
        [past] le nouvel horaire est passé.
        [twin] l'appel a maintenant un autre créneau à ces heures.
        [too-few] d'autres places ont été prises, ce nombre est trop petit.
       *[same] c'est déjà changé.
    }
change-nothing = Il n'y a plus rien à changer.
change-meanwhile = ⚠️ Rien n'est encore envoyé : cet appel a changé pendant que vous l'écriviez. Relisez.
change-sent = ✏️ **{ $title }** est modifié. { $count ->
        [0] Personne n'avait à être prévenu.
        [one] Une personne est prévenue{ $later ->
            [0] .
           *[other] , à la fin de ses heures calmes.
        }
       *[other] { $count } personnes sont prévenues{ $later ->
            [0] .
           *[other] , dont { $later } à la fin de leurs heures calmes.
        }
    } Le tableau suit, plus bas.
change-searched = { $missing ->
        [one] Il manque une personne
       *[other] Il manque { $missing } personnes
    } en tout : la recherche continue.
change-sealed = 🔒 On ne cherche plus pour cet appel : « 🔓 Chercher à nouveau », sous le tableau, relance la recherche.
change-phone = 📞 À prévenir vous-même, le robot ne peut pas leur écrire :
board-change = ⚠️ Changement, réponse attendue : { $names }.
names-more = { $count ->
        [one] une autre personne
       *[other] { $count } autres personnes
    }

# Changer un appel envoyé : ce que lisent les personnes concernées

change-moved = ⚠️ CHANGEMENT · **{ $title }** : { $times } { $instead }.
change-for = ⚠️ CHANGEMENT · **{ $title }** : { $times }.
change-contact-only = ⚠️ CHANGEMENT · **{ $title }** · Nouveau contact : { $contact }. Rien d'autre ne change.
change-place = Nouveau lieu : { $new } (avant : { $old }).
change-place-first = Lieu : { $new }.
change-contact = Nouveau contact : { $contact }.
change-clash = ⚠️ On compte aussi sur vous { $times }. Gardez l'un des deux ; pour l'autre : /planning.
change-question = { $state ->
        [waiting] Vous êtes sur la liste d'attente. Toujours possible ?
        [maybe] Vous aviez dit « si besoin ». Toujours possible ?
        [free] Vous aviez dit être libre. Toujours possible ?
       *[coming] Toujours possible ? Sans réponse, votre place est gardée.
    }
change-offered = Une place vous y est gardée jusqu'à { $until }. Vous la prenez ?
change-yes = ✅ Oui
change-no = ❌ Non
change-since = ⚠️ CHANGEMENT · **{ $title }** : cela a encore changé depuis. À présent : { $times }. { $where }
change-newer = Cela a changé entre-temps : { $when }. Répondez au dernier message « CHANGEMENT », ou par /planning.
change-not-sure = Je ne suis pas sûr de comprendre « { $said } ». La coordination le lira. Répondez « oui » ou « non » ; sans réponse, rien ne change pour vous.

# À la main

ask-whom = Qui a dit oui ? Tapez son nom.
which-person = Laquelle de ces personnes ?
person = { $name } · { $town }
nobody-named = Je ne trouve personne du nom de « { $name } ». Vérifiez avec /membres, puis recommencez.
no-post-for = Aucun créneau ne cherche la profession de { $name }.
ask-which-shift = Pour quel créneau ?
added = C'est noté : { $name }, { $when }. La personne est prévenue et peut refuser.
added-waiting = { $name }, { $when } : ce créneau est complet, inscription sur la liste d'attente. La personne est prévenue et peut refuser.
hand-engaged = { $name } a déjà une place ailleurs à cette heure-là. Rien n'a changé.
hand-already = { $name } vient déjà, { $when }. Rien n'a changé.
hand-full = On ne cherche plus pour cet appel, et ce créneau est complet. Rien n'a changé pour { $name }.
added-you = ✅ La coordination a noté votre venue : **{ $title }**, { $when }. { $where }
    Si ce n'est pas juste, dites-le d'une touche.
added-you-waiting = 🕐 La coordination a noté votre nom sur la liste d'attente : **{ $title }**, { $when }. { $where }
    Si ce n'est pas juste, dites-le d'une touche.
replace = ↔️ Remplacer
ask-replaced = Qui est remplacé ?
replaced = C'est noté : { $new } remplace { $old }, { $when }. Les deux sont prévenus.
replaced-you = C'est noté, on ne vous attend plus : **{ $title }**, { $when }. La coordination a trouvé quelqu'un. Merci !
nobody-coming = Personne n'est encore confirmé : il n'y a personne à remplacer.
choose-for = Qui vient { $when } ? Cochez, puis « C'est tout ».
choose-fewer = Qui vient { $when } ? { $count } personnes cochées pour { $places } { $places ->
        [one] place
       *[other] places
    } : décochez-en, puis « C'est tout ».
choose-sure = { $count ->
        [0] Personne n'est coché. Terminer sans rien confirmer ?
        [one] Confirmer une place et prévenir la personne, une seule fois ?
       *[other] Confirmer { $count } places et prévenir chaque personne, une seule fois ?
    }{ $others ->
        [0] {""}
        [one] {" "}Une personne avait répondu et n'est pas retenue : un mot la remercie.
       *[other] {" "}{ $others } personnes avaient répondu et ne sont pas retenues : un mot les remercie.
    }
nobody-free = Personne n'a encore dit être libre. Attendez des réponses, ou élargissez l'appel.
survey-confirmed = { $count ->
        [0] Personne n'a été confirmé.
        [one] Une personne est confirmée et prévenue.
       *[other] { $count } personnes sont confirmées et prévenues.
    }{ $thanked ->
        [0] {""}
        [one] {" "}Une personne qui avait répondu est remerciée.
       *[other] {" "}{ $thanked } personnes qui avaient répondu sont remerciées.
    }
survey-thanks = 🗓 Merci de votre réponse : le planning de **{ $title }** est fait sans vous cette fois. Si cela change, on vous écrira.
survey-left = { $name } : pas confirmé, déjà pris à cette heure-là ou retiré entre-temps.
chosen-you = ✅ Le planning est fait. On compte sur vous : **{ $title }**, { $times }. { $where }

# Images, fichiers, téléphone


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
xlsx-late = après l'heure utile
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
phone-said-unasked = pas encore de demande
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
phone-to-call = À appeler pour ce qui manque
phone-coming = Viennent · { $who }

# The log of a crisis

log-call-sent = Appel envoyé : { $title }, { $seats ->
        [one] une place
       *[other] { $seats } places
    }, { $asked ->
        [0] personne n'est encore sollicité
        [one] une personne sollicitée
       *[other] { $asked } personnes sollicitées
    }.
log-call-filled = Appel complet : { $title }.
log-call-changed = Appel modifié : { $title }.
log-call-sealed = Appel { $title } : plus personne n'est cherché, les confirmés viennent.
log-call-reopened = Appel { $title } : on cherche à nouveau.
log-call-cancelled = Appel annulé : { $title }.
log-call-over = Appel terminé : { $title }{ $missing ->
        [0] , complet
       *[other] , { $missing } de moins que demandé
    }.

# Des réponses se sont perdues

lost-call =
    • **{ $title }** : { $count ->
        [one] 1 personne n'a pas répondu
       *[other] { $count } personnes n'ont pas répondu
    }
lost-ask = 🔁 Redemander : { $title }
lost-question = 🙋 **{ $title }** : si vous aviez répondu, votre réponse s'est perdue, pardon. Pouvez-vous la redonner ? Même « non » nous aide.
lost-see = 🙋 Répondre
lost-asked =
    C'est fait pour **{ $title }** : { $count ->
        [one] 1 personne est sollicitée de nouveau.
       *[other] { $count } personnes sont sollicitées de nouveau.
    }
lost-nobody-silent = Il n'y a plus personne à solliciter de nouveau : chacun a répondu ou vient d'être sollicité, ou l'appel est complet.
