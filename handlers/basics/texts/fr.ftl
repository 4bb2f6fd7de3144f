# The menu and help

menu-head = 🏠 MENU · **Que voulez-vous faire ?**
menu-how = Touchez un bouton, ou tapez /aide pour tout voir.
menu-appels = 🙋 Les appels
menu-planning = 📆 Mon planning
menu-reunions = 📅 Les réunions
menu-dispos = 🗓 Mes disponibilités
menu-profil = 👤 Mon profil
menu-reglages = ⚙️ Réglages
menu-aide = ❓ Aide
menu-mobiliser = 📣 Demander du renfort
menu-tableau = 📋 Tableau
menu-alerte = 🚨 Alerte
menu-membres = 👥 Membres
menu-inviter = 🎟 Inviter
menu-simple = 🔎 Affichage simple (lecteur d'écran)
help-head = ❓ AIDE · **Je veux…**
help-head-function = { $reads ->
        [yes] 🧭 SUIVI · **Je veux…**
       *[no] 🧭 COORDINATION · **Je veux…**
    }
help-line = { $what } : { $name }
help-function = { $reads ->
        [yes] 🧭 Suivi des appels
       *[no] 🧭 Coordination
    }
help-more = ➡️ Suite
help-less = ‹ Avant
help-emergency = Personne ne lit ces messages jour et nuit. { $emergency }.
emergency-line = Urgence vitale : 15, 112, ou 114 par SMS
help-aide = tout ce que je peux faire ici
help-annuler = sortir de ce que j'ai commencé
help-menu = ouvrir le menu

# /annuler

cancel-what = Annuler quoi ?
cancel-shifts = 📆 Un de mes créneaux
cancel-pause = 🔕 Ma pause
cancel-all = 🚪 Mon inscription
cancel-nothing = Rien
cancelled-nothing = Rien n'est changé.
nothing-to-cancel = Il n'y a rien à annuler.

# Wizards

yes = Oui
no = Non
back = ‹ Retour
leave = ✖️ Abandonner
that-is-all = ✔️ C'est tout
ticked = ☑ { $label }
unticked = ☐ { $label }
ticked-said = { $label } : oui
unticked-said = { $label } : non
dialog-step = Étape { $n } sur { $of } · { $question }
dialog-left = Abandonné. Rien n'a été envoyé.
dialog-expired = Ce questionnaire est fermé : il est resté sans réponse. Vous pouvez le recommencer.
question-over = Cette question est passée. Répondez à la dernière, plus bas.
continues-in-private = On continue en privé : regardez vos messages.
begin-in-private = Ouvrez d'abord une conversation privée avec moi.
to-this-one = { $title }
which-question = À quoi répondez-vous par « { $said } » ?

# One's own time beside the community's

zone-there = 🌍 Chez vous : { $when } ({ $clock })
zone-beside = { $line } · chez vous : { $when }
zone-slots = 🌍 Chez vous, cela commence : { $when } ({ $clock })
zone-ours = Celui de la CPTS ({ $place })
zone-unknown = Je ne connais pas de fuseau horaire pour « { $said } ». Écrivez une grande ville qui a la même heure que vous. Exemples : Lisbonne, Europe/Lisbon.
set-zone = 🌍 Fuseau horaire

# Refusals

button-too-old = Ce bouton n'est plus à jour. Tapez /aide pour continuer.
button-not-yours = Ce bouton est pour quelqu'un d'autre.
not-for-you = Cette commande est réservée à la coordination. Tapez /aide pour voir les vôtres.
not-active = Votre participation est suspendue. Voyez avec votre coordination. Vous pouvez toujours taper /mesdonnees ou /quitter.
not-a-member = 👋 Ici le robot de la { $community } : il organise les renforts entre professionnels de santé. Pour entrer, demandez un lien d'invitation à votre coordination, ou envoyez-moi votre code. { $emergency }.
nobody-there = Écrivez-moi en privé pour cela.
unknown-command = Je ne connais pas « { $name } ». Tapez /aide pour voir vos commandes.
unclear-empty = Écrivez quelques mots.
unclear-long = C'est trop long : { $length } caractères, { $most } au plus.
unclear-choice = Je n'ai pas compris. Touchez un des boutons, ou tapez son numéro.
text-wanted = J'attends une réponse écrite, pas une image ni un fichier.
file-kind = Je ne joins qu'une image (JPEG, PNG, WebP) ou un PDF. Le reste est gardé.
file-size = Ce fichier est trop lourd : { $most } Mo au plus. Le reste est gardé.
file-unasked = Je n'ai rien demandé qui se réponde par un fichier. Tapez /aide pour voir ce que je sais faire.
flood-told = ⏳ Vos messages arrivent plus vite que je ne peux y répondre. Chacun aura sa réponse, dans l'ordre : inutile de les répéter.
nothing-waits = 👍 Merci. Rien n'attend de réponse ici en ce moment.
not-understood = Je n'ai pas compris. Tapez /aide pour voir ce que je sais faire. { $emergency }.
not-an-answer = Je n'ai pas compris cette réponse. Touchez un bouton, ou tapez son numéro.
unreadable = Je ne lis que les textes. Répondez en toutes lettres ou touchez un bouton.
unreadable-voice = Je n'écoute pas les messages vocaux et ne les garde pas. Répondez 1, 2 ou non.
unreadable-encrypted = 🔒 Je n'ai pas pu déchiffrer votre message. Écrivez-le à nouveau. Si cela recommence, quittez cette conversation et invitez-moi dans une nouvelle.
unreadable-verification = 🔒 Cette vérification n'a pas pu aller au bout. Elle est facultative : nos messages sont chiffrés sans elle. Pour savoir si c'est bien moi, comparez l'empreinte que montre votre application avec celle que connaît votre coordination.
verification-emojis = 🔒 Je vois : { $emojis }. Si vous voyez les mêmes, confirmez dans votre application. Sinon, refusez et prévenez votre coordination.
not-alone = 🔒 Nous ne sommes plus seuls ici. Pour vos réponses, invitez-moi dans une nouvelle conversation à deux.
guard-refused = Ce message semble contenir une donnée de patient. Je ne l'ai ni transmis ni gardé. Supprimez-le aussi de cette conversation et utilisez MSSanté. { $emergency }.
more-choices = ➡️ Suite
guard-doubt = ⚠️ { $about ->
        [number] Ce message contient peut-être un numéro de sécurité sociale.
       *[words] Ce message parle peut-être d'un patient.
    } Si c'est le cas, supprimez-le ici et utilisez MSSanté. Sinon, rien à faire.
event-parked =
    🛠 Un message n'a pas pu être traité (nº { $number }, { $error }). Son auteur a reçu une excuse ; il est gardé, rien d'autre n'est touché.
    Le journal du serveur dit pourquoi. La cause corrigée, reprenez-le ici ou sur la machine : tocsin replay { $number }
event-again = 🔁 Reprendre ce message
event-taken-again = 🔁 Le message nº { $number } est repris, comme s'il arrivait à l'instant.
event-not-parked = Le message nº { $number } n'attend plus : il a été repris ou abandonné.
apology = Une erreur de ma part m'a empêché de traiter votre message. Il est gardé, un administrateur est prévenu. Réessayez dans un moment ; si cela recommence, dites-le à votre coordination.
platform-down =
    ⚠️ { $app } ne répond plus depuis { $since }. Je réessaie sans cesse.
    { $moved ->
        [0] {""}
        [one] { $moved } personne a reçu dans son autre application ce qui pressait.
       *[other] { $moved } personnes ont reçu dans leur autre application ce qui pressait.
    } { $left ->
        [0] Rien d'autre n'attend.
        [one] { $left } conversation attend : rien n'est perdu.
       *[other] { $left } conversations attendent : rien n'est perdu.
    }
platform-back = ✅ { $app } répond de nouveau. Ce qui attendait part maintenant.

unheard =
    ⚠️ **Des réponses ont pu se perdre.** Je n'écoutais plus { $app } depuis { $since }, et { $app } ne garde ce qu'on m'écrit que { $hours } heures : ce qui y a été envoyé entre-temps, jusqu'à { $until }, est perdu.
    { $open ->
        [0] Rien de ce que vous avez demandé n'y attend de réponse.
       *[other] Ceci attend encore des réponses. Un bouton redemande à ceux qui n'ont rien dit, une fois.
    }

# A copy that was put back

put-back-head =
    🗄 COPIE REMISE EN PLACE · **{ $made ->
        [no] Le robot repart d'une copie
       *[yes] Le robot repart de la copie du { $when }
    }**
put-back-lost = Ce qui s'est passé depuis n'y est plus : réponses, nouveaux membres, départs. Prévenez la coordination.
put-back-held =
    Retenu, rien n'en part sans vous : { $messages ->
        [0] aucun message
        [one] { $messages } message
       *[other] { $messages } messages
    }, { $events ->
        [0] aucune parole à traiter
        [one] { $events } parole à traiter
       *[other] { $events } paroles à traiter
    }, { $timers ->
        [0] rien de prévu
        [one] { $timers } chose prévue
       *[other] { $timers } choses prévues
    }.
put-back-ask = Laisser partir : les messages sont envoyés et les réponses traitées, même tard. Écarter : ils ne le seront jamais ; ce qui était prévu continue selon ses règles.
put-back-release = 📤 Laisser partir
put-back-drop = 🗑 Écarter
put-back-released = 📤 Ce qui était retenu est parti, { $when }.
put-back-dropped = 🗑 Ce qui était retenu est écarté, { $when }. Ce qui était prévu continue.
put-back-over = Rien n'est plus retenu : quelqu'un d'autre s'en est occupé.

# What the auditor finds

audit-head = ⚠️ CONTRÔLE · **Quelque chose ne va pas comme prévu**
audit-sends =
    { $count ->
        [one] { $app } : { $count } message attend encore, dû depuis { $minutes } min.
       *[other] { $app } : { $count } messages attendent encore, le plus ancien dû depuis { $minutes } min.
    }
audit-events =
    { $count ->
        [one] { $count } parole n'est pas traitée, depuis { $minutes } min.
       *[other] { $count } paroles ne sont pas traitées, la plus ancienne depuis { $minutes } min.
    }
audit-timers =
    { $count ->
        [one] { $count } chose prévue n'est pas faite, en retard de { $minutes } min.
       *[other] { $count } choses prévues ne sont pas faites, la plus ancienne en retard de { $minutes } min.
    }
audit-open =
    { $count ->
        [one] { $count } appel ou alerte est fini sans être clos.
       *[other] { $count } appels ou alertes sont finis sans être clos.
    }
audit-counts =
    { $count ->
        [one] { $count } appel compte d'autres places que ses réponses.
       *[other] { $count } appels comptent d'autres places que leurs réponses.
    }
audit-parked =
    { $count ->
        [one] { $count } chose prévue a échoué à chaque essai : tocsin replay la montre.
       *[other] { $count } choses prévues ont échoué à chaque essai : tocsin replay les montre.
    }
audit-disk = 💾 Le disque du robot est plein. Rien de reçu n'est perdu, mais presque plus rien ne peut être noté. Faites de la place : il reprend seul.
audit-how = Sur la machine, tocsin doctor et le journal en disent plus.
audit-well = ✅ CONTRÔLE · Tout est revenu dans l'ordre.

see-below = ⬇️ { $title } : la suite est plus bas.
see-below-untitled = ⬇️ La suite est plus bas.

# Whom a message goes to

reach-count = Aperçu · { $to }
reach-people =
    { $people ->
        [one] { $people } destinataire
       *[other] { $people } destinataires
    }{ $of ->
        [0] {""}
       *[other] {" "}({ $apps })
    }
reach-chats =
    { $channels ->
        [one] { $channels } canal
       *[other] { $channels } canaux
    }
reach-beyond =
    { $count ->
        [one] En plus, { $count } injoignable.
       *[other] En plus, { $count } injoignables.
    }
reach-who =
    👁 Recevront : { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
reach-channels = 📡 Canaux : { $titles }
reach-not = 📵 { $name } : { $why }
reach-nobody = Personne ne recevrait ce message.
reach-unclear = Je ne sais pas qui est « { $piece } » : aucune commune, profession, liste ni canal de ce nom ici. Exemples : tous ; membres : infirmiers. Le reste est gardé.

# What waits half a minute before it leaves

hold-back = ⏪ Retenir l'envoi
hold-back-late = C'est déjà parti : l'envoi ne peut plus être retenu.

# The list to phone from

phone-title = Liste d'appel
phone-secret = CONFIDENTIEL · à détruire après usage
phone-made = Fait { $at }, pour { $who }
phone-page = Page { $page } sur { $pages }
phone-column = Téléphone
phone-called = Appelé
phone-yes = Oui
phone-no = Non
phone-file = liste-appel
phone-name = Nom
phone-profession = Profession
phone-town = Commune

# Under every preview

preview-question = On envoie ?
send = 📣 Envoyer
see-who = 👁 Voir qui
edit = ✏️ Modifier
edit-what = Que voulez-vous modifier ?
try-on-me = 🧪 Essai sur moi
skip = Passer
as-is = { $words }

# Why a date was not understood

when-why = { $why ->
        [past] c'est déjà passé.
        [no-such-day] ce jour n'existe pas.
        [no-such-hour] cette heure n'existe pas.
        [too-far] c'est dans plus de deux ans.
        [dst-gap] cette heure n'existe pas la nuit du changement d'heure.
        [end-before-start] la fin est avant le début.
        [weekday-contradicts] le jour de la semaine ne va pas avec la date.
        [today-or-next-week] aujourd'hui, ou dans une semaine ?
        [each-day-or-continuous] chaque jour à ces heures, ou d'un seul tenant ?
        [hour-passed] cette heure est passée aujourd'hui.
        [just-passed] cette date vient de passer.
        [not-a-slot] il me faut un début et une fin.
        [one-at-a-time] un seul créneau à la fois.
        [no-date] il me faut un jour et des heures.
        [which-hours] à quelles heures ?
        [which-day] quel jour ?
        [vague] il me faut des heures exactes.
        [several-dates] il y a plusieurs dates : séparez-les par un point-virgule.
        [dst-overlap] cette heure existe deux fois la nuit du changement d'heure.
        [which-midnight] minuit au début ou à la fin de ce jour ?
        [which-night] la nuit d'avant ou celle d'après ?
        [this-week-or-next] cette semaine ou la suivante ?
        [which-week] quelle semaine ?
        [movable-feast] donnez la date en chiffres.
        [not-read] je n'ai pas tout lu.
        [short-months] certains mois n'ont pas ce jour.
        [days-contradict] les jours se contredisent.
        [negated] je ne comprends pas ce qui est exclu.
       *[other] plusieurs lectures sont possibles.
    }

# A new time beside the old one

instead-of-hours = au lieu { $hours }
instead-of-day = au lieu du { $when }
