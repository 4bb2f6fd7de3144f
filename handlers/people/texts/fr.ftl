# Joining

join-welcome =
    👋 Bienvenue à la { $community }. Deux minutes suffisent.
    Vos nom, profession et commune servent à vous solliciter, à compter vos heures et à justifier l'action de la CPTS. Seuls les coordinateurs les voient. Sur Telegram, ils passent par des serveurs hors de l'Union européenne. Jamais de donnée de patient ici.
join-notice =
    📄 NOTICE · **Vos données**
    Qui : { $community }, pour organiser les renforts, compter vos heures et rendre compte de son action.
    Quoi : nom, profession, commune, puis ce que vous choisissez d'ajouter (RPPS, numéro, disponibilités).
    Qui les voit : les coordinateurs et les administrateurs. Jamais les partenaires.
    Combien de temps : vos réponses 12 mois ; le reste jusqu'à votre départ.
    Sur Telegram, les messages passent par des serveurs hors de l'Union européenne.
    Vos droits : /profil pour corriger, /mesdonnees pour tout recevoir ou effacer, /quitter pour partir. Réclamation : cnil.fr.
    Jamais de donnée de patient ici. { $emergency }.
join-read = ✅ J'ai lu, je continue
join-notice-button = 📄 Lire la notice
join-no = ❌ Non merci
join-language = 🌐 English
join-declined = Très bien. Aucune fiche n'est créée, et ces messages s'effacent de notre serveur sous quelques jours. Le lien d'invitation reste valable si vous changez d'avis.
join-step = Étape { $number } sur { $of } ·{ " " }
no-step = { "" }
nil = { "" }
in-their-words = { $words }
pass-over = Passer
more = ➡️ Suite
ask-name = { $step }Votre nom et prénom ?
name-long = Ce nom fait { $length } caractères, { $most } au plus. Écrivez votre prénom et votre nom, par exemple : Claire Martin.
name-odd = Je n'y lis pas un nom. Écrivez votre prénom et votre nom en lettres, par exemple : Claire Martin.
ask-profession = { $step }Votre profession ?
ask-profession-which = Laquelle ?
profession-unknown = Je ne connais pas « { $said } ». Exemple : infirmier, kiné, sage-femme. Sinon touchez « Autre ».
ask-calling = Écrivez votre profession, par exemple : secrétaire médicale.
calling-odd = Écrivez votre profession en quelques mots, par exemple : secrétaire médicale.
ask-town =
    { $step }Votre commune d'exercice ?
    { $hint }
town-hint-buttons = Une autre commune ? Écrivez son nom.
town-hint-typed = Écrivez son nom.
town-odd = Je n'y lis pas une commune. Écrivez son nom, par exemple : { $example }.
ask-town-near = Vouliez-vous dire { $near } ?
ask-rpps = { $step }Votre numéro RPPS ? Facultatif : il accélère la validation.
rpps-unclear = Un numéro RPPS a 11 chiffres, par exemple : 1000 1234 567. Touchez « Passer » si vous ne l'avez pas sous la main.
rpps-doubt = ⚠️ Le dernier chiffre de { $number } ne correspond pas aux autres : une faute de frappe ?
rpps-mend = ✏️ Corriger
rpps-keep = Garder ce numéro
join-done =
    C'est noté. Un coordinateur valide votre inscription, en général dans la journée.
    Vous pouvez déjà répondre aux appels : votre place est gardée sous réserve de validation.
    Quand vous voulez :
join-pending =
    Votre inscription attend la validation d'un coordinateur, en général dans la journée.
    Vous pouvez déjà répondre aux appels : votre place est gardée sous réserve de validation.
    Quand vous voulez :
extra-week = 🗓 Mes disponibilités
extra-skills = ⭐ Mes compétences
extra-needs = 💬 Mes besoins
extra-phone = 📞 Mon numéro professionnel
recognise =
    C'est bien vous ?
    { $name }
    { $profession }, { $town }
recognise-yes = ✅ Oui, c'est moi
recognise-mend = ✏️ Corriger
welcome-member =
    🎉 Vous êtes membre. Les groupes sont facultatifs : tout l'important arrive ici.
    Quand vous voulez :
welcome-role =
    🎉 Bienvenue. Votre rôle : { $role }. Tapez /aide pour voir vos commandes, /inviter pour faire entrer les autres.
    Quand vous voulez :
already-member = Vous êtes déjà membre. Tapez /aide pour voir vos commandes.
open-menu = 🏠 Menu
open-settings = ⚙️ Mes réglages
open-profile = 👤 Mon profil
open-pause = 🔕 Pause

# Codes

code-unknown = Je ne connais pas ce code. Vérifiez qu'il est complet, ou demandez un nouveau lien à votre coordination.
code-expired = Cette invitation a expiré. Demandez un nouveau lien à votre coordination.
code-used-up = Cette invitation a déjà servi. Demandez un nouveau lien à votre coordination.
code-revoked = Cette invitation a été annulée. Demandez un nouveau lien à votre coordination.
code-locked = Trop de codes erronés. Réessayez après { $until }, ou demandez un lien à votre coordination.

# The coordinators' card

newcomer-head = 🆕 INSCRIPTION · **Une personne attend votre validation**
newcomer-over = 🆕 INSCRIPTION · **Demande traitée**
newcomer-about = Elle répond déjà aux appels, sa place est gardée sous réserve. Validez si vous la connaissez ou si tout concorde.
newcomer-who = { $name } · { $profession } · { $town } · { $proof }
newcomer-role = Son invitation donne le rôle : { $role }.
newcomer-approve = ✅ Valider
newcomer-refuse = ❌ Refuser
newcomer-write = 💬 Écrire
newcomer-approved = ✅ Validé par { $by } à { $at }
newcomer-refused = ❌ Refusé par { $by } à { $at }
newcomer-gone = Cette personne a retiré sa demande.
newcomer-approved-notice = C'est validé.
newcomer-decided = Cette demande est déjà traitée. La carte est à jour.
newcomer-admins-only = Un rôle de coordination se valide par un administrateur. Il a reçu la même carte.
the-coordination = la coordination
the-terminal = le terminal
proof-none = RPPS : non donné
proof-declared = RPPS { $number } : déclaré, non vérifié
proof-matches = RPPS { $number } : correspond à l'annuaire (nom et profession), identité à confirmer
proof-vouched = Identité confirmée par la coordination
proof-vouched-number = RPPS { $number }, identité confirmée par la coordination
ask-refuse =
    Refuser { $name } ?
    Ses réponses sont retirées, ses données effacées, et on le lui dit poliment.
refusal-dropped = Rien n'est changé. L'inscription attend toujours.
refusal-done = C'est fait : l'inscription est refusée, ses données sont effacées.
approved-member = 🎉 Vous êtes membre. Les groupes sont facultatifs : tout l'important arrive ici.
approved-role = 🎉 Votre inscription est validée. Votre rôle : { $role }. Tapez /aide pour voir vos commandes.
refused = Votre inscription n'a pas été retenue, et vos données sont effacées. Une erreur ? Voyez avec votre coordination.
role-member = membre
role-officer = élu (lecture)
role-coordinator = coordination
role-administrator = administration
role-guest = invité

# Letters

ask-letter =
    Votre message à { $name } ? Il part au nom de la coordination, sans votre nom.
    Jamais de donnée de patient. { $emergency }.
letter-head =
    💬 MESSAGE · **La coordination vous écrit**
    De : { $role }. Vous pouvez répondre ici, quand vous voulez.
letter-words = { $words }
letter-reply = ✍️ Répondre
letter-sent = Envoyé à { $name }. La réponse arrivera ici.
letter-nobody = Cette personne ne peut pas être jointe par moi en ce moment. Voyez /membres.
ask-answer = Votre réponse ? Jamais de donnée de patient. { $emergency }.
answer-head =
    💬 RÉPONSE · **On vous répond**
    Une personne à qui la coordination a écrit vous répond. Personne ne lit ces messages jour et nuit. { $emergency }.
answer-from = De : { $name }
answer-sent = Envoyé à la coordination.

# Profile

profile-head =
    👤 PROFIL · **Ce que la CPTS sait de vous**
    Seuls les coordinateurs le voient. Touchez ce qui est à corriger. Tout recevoir ou effacer : /mesdonnees.
profile-who = { $name }, { $town }
profile-profession = { $profession }
profile-rpps = { $proof }
profile-phone = Téléphone : { $phone }
profile-skills = Compétences : { $skills }
profile-week = Disponibilités : { $week }
profile-role = Rôle : { $role }, depuis le { $since }
profile-none = pas encore dit
correct-name = ✏️ Nom
correct-profession = ✏️ Profession
correct-town = ✏️ Commune
correct-rpps = ✏️ RPPS
correct-phone = 📞 Numéro
correct-skills = ⭐ Compétences
correct-needs = 💬 Besoins
corrected-name = C'est noté : votre nom est corrigé.
corrected-profession = C'est noté : votre profession est corrigée.
corrected-town = C'est noté : votre commune est corrigée.
corrected-rpps = C'est noté : votre numéro RPPS est à jour.
corrected-phone = C'est noté : votre numéro est à jour. Seuls les coordinateurs le voient.
corrected-skills = C'est noté : vos compétences sont à jour.
corrected-needs = Merci. La coordination voit le total des réponses, jamais qui a répondu quoi.
ask-phone = Votre numéro professionnel ? Facultatif, vu des coordinateurs seulement, pour le jour où l'application ne marche pas.
phone-odd = Je n'y lis pas un numéro. Exemple : 06 12 34 56 78.
phone-forget = Effacer mon numéro
ask-skills = Vos compétences utiles en renfort ? Plusieurs réponses possibles.
ask-skills-own = Autre chose ? Une langue parlée, un diplôme…
skill-vaccination = Vaccination
skill-screening = Dépistage, prélèvements
skill-first-aid = Gestes d'urgence
skill-psychology = Soutien psychologique
skill-telephone = Réponse au téléphone
skill-logistics = Logistique
ask-my-needs = De quoi auriez-vous besoin de la part de la CPTS ? Plusieurs réponses possibles.
ask-my-needs-own = Autre chose ? En quelques mots, sans donnée de patient. { $emergency }.
need-admin = Moins de papiers
need-training = Formation
need-hospital = Lien avec l'hôpital
need-peers = Échanges entre collègues
need-material = Matériel
need-health = Ma propre santé

# Availability

week-head = 🗓 DISPONIBILITÉS · **Votre semaine habituelle**
week-now = Libre : { $week }
week-how = Touchez un jour pour le changer. Ce n'est jamais une astreinte : on vous demande toujours.
week-unsaid = vous ne l'avez pas encore dit
week-never = jamais
week-always = toujours
week-as-before = comme avant
week-group = { $days } { $parts }
week-and = { $first }, { $rest }
days-all = tous les jours
days-through = du { $first } au { $last }
days-list = { $days }
day-0 = lundi
day-1 = mardi
day-2 = mercredi
day-3 = jeudi
day-4 = vendredi
day-5 = samedi
day-6 = dimanche
day-short-0 = Lun.
day-short-1 = Mar.
day-short-2 = Mer.
day-short-3 = Jeu.
day-short-4 = Ven.
day-short-5 = Sam.
day-short-6 = Dim.
part-0 = matin
part-1 = après-midi
part-2 = soir
part-3 = nuit
part-short-0 = mat.
part-short-1 = ap.-m.
part-short-2 = soir
part-short-3 = nuit
part-full-0 = Matin, 6 h – 13 h
part-full-1 = Après-midi, 13 h – 18 h
part-full-2 = Soirée, 18 h – 22 h
part-full-3 = Nuit, 22 h – 6 h
week-day = { $day } { $parts }
week-day-all = { $day } toujours
week-day-none = { $day } non
week-day-head = 🗓 **Le { $day }** : quand êtes-vous libre d'habitude ?
week-copy-workdays = 📋 Pareil du lundi au vendredi
week-copy-all = 📋 Pareil toute la semaine
week-back = ‹ Ma semaine
week-type = ✍️ Écrire ma semaine
ask-week = Écrivez votre semaine, par exemple : lundi mardi matin, jeudi soir, pas en août.
week-unclear = Dites au moins un jour. Exemple : lundi mardi matin, jeudi soir, pas en août.
week-unknown = Je n'ai pas compris « { $word } ». Exemple : lundi mardi matin, jeudi soir, pas en août.
week-right =
    J'ai compris, libre : { $week }. { $away }
    C'est juste ?
week-away = Absences : { $away }.
week-kept = C'est noté. Libre : { $week }
away-line = Absence : { $days }
away-day = { $day }
away-days = du { $first } au { $last }
away-add = 🏖 Ajouter une absence
away-forget = 🗑 Absence du { $day }
ask-away = Quels jours ? Par exemple : du 3 au 10 janvier, ou : en août.
ask-away-which = Lesquels ?
away-unclear = Je n'ai pas compris « { $said } » comme des dates. Exemple : du 3 au 10 janvier.
away-past = « { $said } » est déjà passé. Exemple : du 3 au 10 janvier.
away-right =
    Absence : { $days }
    C'est juste ?
away-kept = C'est noté, absence : { $days }. On ne vous demandera rien ces jours-là.

# Pause

pause-ask = 🔕 Jusqu'à quand ne rien vous demander ? Le retour se fait de lui-même.
stop-ask = 🔕 Voulez-vous une pause, ou quitter pour de bon ? Une pause finit toute seule.
pause-now = En pause jusqu'au { $last } inclus.
pause-week = 1 semaine
pause-month = 1 mois
pause-until = 📅 Jusqu'au…
pause-end = ▶️ Reprendre maintenant
stop-leave = 🚪 Quitter
ask-pause = Jusqu'à quand ? Par exemple : 12 décembre, ou : 3 semaines.
pause-unclear = Je n'ai pas compris « { $said } ». Exemple : 12 décembre, ou : 3 semaines.
pause-too-long = Choisissez un jour à venir, d'ici un an. Exemple : 3 semaines.
pause-kept = C'est noté : rien avant la fin du { $last }. Le retour se fait de lui-même, le lendemain matin.
pause-ended = C'est noté : je peux de nouveau vous solliciter.
pause-none = Vous n'êtes pas en pause.
pause-over = ▶️ Votre pause est finie : je peux de nouveau vous solliciter. Toujours sans obligation.
pause-again = 🔕 Encore 1 semaine

# Settings

settings-head = ⚙️ RÉGLAGES · **Comme cela vous convient**
settings-lang = Langue : français
settings-simple = Affichage simple (lecteur d'écran) : { $on }
settings-quiet = Heures calmes : { $hours }
settings-night = Me solliciter la nuit en cas de crise : { $on }
settings-weekly = Appels : { $most }
settings-shares = Mon nom visible de l'équipe du jour : { $on }
settings-employed = J'ai un employeur : { $on }
settings-zone = { $own ->
        [yes] Fuseau horaire : { $place }
       *[no] Fuseau horaire : celui de la CPTS ({ $place })
    }
ask-zone = 🌍 Quel est le fuseau horaire chez vous ? Touchez-le, ou écrivez une ville : Lisbonne. Les dates restent à l'heure de la CPTS ; la vôtre s'ajoute, et vos heures calmes la suivent.
zone-kept = C'est noté : { $place }, où il est { $at }. Cette heure s'ajoute à celle de la CPTS, et vos heures calmes la suivent.
zone-kept-ours = C'est noté : vous ne lirez que l'heure de la CPTS.
settings-app = Messages reçus sur : { $app }
settings-back = ‹ Réglages
set-quiet = 🌙 Heures calmes
set-weekly = 🔢 Nombre d'appels
set-simple = Affichage simple
set-at-night = La nuit en cas de crise
set-shares-name = Mon nom à l'équipe du jour
set-employed = J'ai un employeur
set-app = 📱 Recevoir sur { $app }
quiet-own = de { $first } à { $last }
quiet-ours = de { $first } à { $last } (celles de la CPTS)
quiet-head = 🌙 **Heures calmes**
quiet-what = On ne vous demande rien pendant ce temps, sauf si vous acceptez la nuit en cas de crise.
quiet-other = ✍️ Autres heures
ask-quiet = Vos heures calmes ? Par exemple : de 20 h à 8 h.
quiet-odd = Je n'ai pas compris. Exemple : de 20 h à 8 h.
quiet-kept = C'est noté : heures calmes { $hours }.
weekly-own = { $count } par semaine au plus
weekly-ours = { $count } par semaine au plus (règle de la CPTS)
weekly-choice = { $count } par semaine
weekly-head = 🔢 **Combien d'appels par semaine, au plus ?**
weekly-what = Les appels urgents peuvent s'y ajouter, et le disent.
language-now = C'est noté : je vous parle français.
simple-on = C'est noté : affichage simple. Un message par étape, sans image, pour un lecteur d'écran.
simple-off = C'est noté : affichage habituel.

# Invitations

invite-head = 🎟 INVITATION · **{ $role }**
invite-link = { $platform } : { $link }
invite-code = Code : { $code }
invite-limit =
    { $uses ->
        [one] 1 personne, jusqu'au { $until }.
       *[other] { $uses } personnes au plus, jusqu'au { $until }.
    }
invite-how = À transmettre à qui vous voulez faire entrer. Chaque inscription vous est soumise. Le code n'est montré qu'une fois.
invite-how-role = Chaque inscription est soumise aux administrateurs. Le code n'est montré qu'une fois.
invite-picture = Code QR de l'invitation, le même lien que dans le texte
invite-other = ✏️ Autre invitation
invite-list = 📋 Les invitations
invite-revoke = 🚫 Annuler celle-ci
invite-unknown = Je n'ai pas compris « { $word } ». Exemple : /inviter coordinateur 1 personne 7 jours
invite-limits = Une invitation vaut pour { $uses } personnes et { $days } jours au plus. Exemple : /inviter membre 50 personnes 30 jours
invite-above = Le rôle « { $role } » ne se donne que par un administrateur : demandez-le-lui. Vous pouvez inviter des membres, et des élus en lecture.
ask-invite-role = Pour quel rôle ?
ask-invite-uses = Pour combien de personnes ? Touchez ou écrivez un nombre.
ask-invite-days = Valable combien de temps ? Touchez ou écrivez un nombre de jours.
invite-uses =
    { $count ->
        [one] 1 personne
       *[other] { $count } personnes
    }
invite-days =
    { $count ->
        [one] 1 jour
       *[other] { $count } jours
    }
invitations-head =
    { $count ->
        [0] 📋 INVITATIONS · **Aucune en cours**
        [one] 📋 INVITATIONS · **1 en cours**
       *[other] 📋 INVITATIONS · **{ $count } en cours**
    }
invitation-line = n° { $number } : { $role }, { $used } sur { $uses }, jusqu'au { $until }, par { $by }
invitation-revoke = 🚫 n° { $number }
invitations-personal =
    { $count ->
        [one] Et 1 invitation personnelle, pas encore ouverte.
       *[other] Et { $count } invitations personnelles, pas encore ouvertes.
    }
invitation-revoked = C'est fait : l'invitation n° { $number } ne fait plus entrer personne.

# Members

members-head =
    { $count ->
        [one] 👥 MEMBRES · **1 actif**
       *[other] 👥 MEMBRES · **{ $count } actifs**
    }
members-counts = À valider : { $pending }. En pause : { $paused }. Suspendus : { $suspended }.
members-lost = Injoignables : { $lost }. Invitations personnelles pas ouvertes : { $unopened }.
members-how = Cherchez par nom, commune ou profession : /membres Martin
members-pending = 🆕 À valider ({ $count })
members-all = 👥 Tous
members-search = 🔎 Chercher
members-unreachable = 📵 Injoignables ({ $count })
members-invite = 🎟 Inviter
members-lists = 📋 Listes

# Lists of members

lists-head = 📋 **Listes** : pour les appels et les alertes, tapez le nom d'une liste.
lists-none = 📋 Aucune liste pour l'instant. En une ligne : /membres liste équipe mobile : Martin, Dupont
lists-back = ‹ Listes
list-label = { $name } ({ $count })
list-new = ➕ Nouvelle liste
list-is = 📋 { $name } · { $count ->
        [0] personne
        [one] une personne
       *[other] { $count } personnes
    }
list-names = { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
list-how = Pour lui écrire : « membres : { $name } » dans un appel ou une alerte.
list-add = ➕ Ajouter
list-take-off = ➖ Retirer
list-rename = ✏️ Renommer
list-delete = 🗑 Supprimer
list-off = ➖ { $name }
list-take-off-head = Qui retirer de { $name } ?
list-delete-ask = Supprimer la liste { $name } ? Ses membres restent membres.
list-delete-yes = 🗑 Oui, la supprimer
list-gone = Cette liste n'existe plus. Voir /membres
list-taken = Une liste s'appelle déjà « { $name } ». Donnez un autre nom.
list-no-name = « { $name } » ne peut pas être le nom d'une liste : 40 lettres au plus, sans virgule ni « et », et ni une commune ni une profession. Exemple : équipe mobile
ask-list-name = Nom de la liste ? Exemple : équipe mobile
ask-list-who = Qui y mettre ? Un ou plusieurs noms. Exemple : Martin, Léa Dupont
ask-list-which = « { $piece } » : qui ?
list-none-of-them = Aucun d'eux
list-nobody = Personne pour l'instant
list-so-far = Ajoutés : { $names }.
list-unknown = Je ne connais pas { $names }. Une partie du nom suffit. Le reste est gardé.
members-pending-head = 🆕 **À valider**
members-list = 👥 **Tous les membres**
members-found = 🔎 **{ $words }**
members-nobody = Personne pour « { $words } ». Essayez une partie du nom, une commune ou une profession.
members-touch = Touchez une personne.
members-back = ‹ Membres
ask-search = Qui cherchez-vous ? Un nom, une commune ou une profession.
member-label =
    { $standing ->
        [pending] 🆕 { $name }, { $profession }, { $town }
        [suspended] ⏸ { $name }, { $profession }, { $town }
       *[other] { $name }, { $profession }, { $town }
    }
member-head = 👤 **Une personne de la communauté**
member-who = { $name } · { $profession } · { $town }
member-state =
    { $standing ->
        [pending] À valider, rôle : { $role }
        [suspended] Suspendu, rôle : { $role }
       *[other] Actif, rôle : { $role }
    }
member-lost = 📵 Injoignable par moi en ce moment.
member-roles = 🎖 Changer le rôle
member-suspend = ⏸ Suspendre
member-reinstate = ▶️ Rétablir
member-back = ‹ Retour
member-overview = ‹ Membres
member-gone = Cette personne n'est plus dans la communauté.
roles-head = 🎖 { $name }, aujourd'hui : { $role }
roles-what = Quel rôle lui donner ? On le lui dit.
role-now = 🎖 Votre rôle est maintenant : { $role }. Tapez /aide pour voir vos commandes.
role-not-yours = Rien n'est changé : les rôles de coordination et d'administration ne se donnent et ne se retirent que par un administrateur.
suspended = ⏸ La coordination a suspendu votre participation : vos places sont rendues, on ne vous demande plus rien. Une question ? Voyez avec elle.
reinstated = ▶️ Votre participation reprend. Tapez /aide pour voir vos commandes.
unreachable-head = 📵 **Injoignables par moi**
unreachable-line = { $name } : { $why }, depuis le { $since }
unreachable-unopened =
    { $count ->
        [one] Invitation pas encore ouverte : { $names }
       *[other] Invitations pas encore ouvertes ({ $count }) : { $names }
    }
unreachable-nobody = Personne : tout le monde peut être joint.
why-blocked = a bloqué le robot
why-removed = a quitté la conversation
why-chat-removed = le robot en a été retiré
why-muted = le robot ne peut plus y écrire
why-deactivated = compte supprimé
why-never = n'a pas encore ouvert l'application
why-other = { $why }

# Two apps, one profile

link-how = Déjà membre dans une autre application ? Tapez-y /lier : elle montre un code. Puis tapez ici /lier et ce code. Sinon, demandez un lien d'invitation à votre coordination.
link-code =
    🔗 LIER · **Deux applications, un seul profil**
    Tapez /lier { $code } dans l'autre application (ou !lier et le code).
    Il sert une fois, pendant { $minutes } minutes. Ne le donnez à personne : qui le tape entre dans votre profil.
link-joined =
    🔗 LIER · **Un seul profil**
    Vos applications : { $apps }. Les messages arrivent sur { $here }.
    Vos réponses sont les mêmes partout.
link-open = 📲 Ouvrir { $app }
link-remove = ✂️ Retirer { $app }
link-rather = 📱 Plutôt sur { $app }
link-removed = C'est fait : { $app } n'est plus dans votre profil.
link-removed-there = 🔗 Cette application n'est plus dans le profil : elle en a été retirée depuis { $app }. Pour l'y remettre, tapez là-bas /lier.
link-only-one = Votre communauté n'utilise qu'une application : il n'y a rien à joindre.
link-other-app = Ce code se tape dans une autre application que celle-ci ({ $app }).
link-unknown = Ce code n'est pas valable, ou ne l'est plus. Tapez /lier dans l'autre application : elle en montre un nouveau.
link-locked = Trop de codes erronés. Réessayez après { $until }.
link-taken = Ce profil a déjà un compte ici. Pour le remplacer : /lier dans l'autre application, « ✂️ Retirer », puis un nouveau code.
link-done =
    🔗 C'est fait : { $apps }, un seul profil. Vos réponses sont les mêmes partout.
    Les messages arrivent maintenant ici. /appels montre les appels ouverts, /reglages change d'application.
link-told =
    🔗 { $app } est maintenant dans votre profil, et les messages arrivent là-bas. Pour en changer : /reglages.
    Ce n'est pas vous ? Tapez /lier, touchez « ✂️ Retirer { $app } », et prévenez votre coordination.
link-both-answered =
    Vous avez un profil dans chaque application, et chacun a déjà servi à répondre ou à appeler : je ne peux pas les réunir sans rien perdre.
    Choisissez celui que vous gardez. Dans l'application de l'autre, tapez /quitter : ses places à venir sont rendues. Puis refaites /lier.
link-suspended = L'un de vos deux profils est suspendu : voyez avec votre coordination.
link-role = Le profil que je devrais effacer a un rôle que l'autre n'a pas. Demandez à l'administration de le donner à l'autre, puis refaites /lier.
link-pending = Le profil que je devrais garder attend encore sa validation. Refaites /lier quand la coordination l'aura validé.
unite-ask =
    🔗 Vous avez un profil dans chaque application. Je garde celui-ci ; l'autre n'a encore répondu à rien, je l'efface :
    { $name } · { $profession } · { $town }
unite-yes = ✅ Oui, réunir
unite-no = Non
unite-dropped = Rien n'est changé : vos deux profils restent séparés.
left-here-too = Vous avez quitté la communauté depuis { $app } : vos données sont effacées ici aussi. Merci pour tout, et bonne route.

# Leaving and personal data

leave-ask =
    🚪 Quitter la { $community } ?
    Vos places à venir sont rendues. Nom, numéro, RPPS, disponibilités et compte sont effacés ; les totaux restent, sans nom.
    C'est sans retour : il faudrait une nouvelle invitation.
leave-pause = 🔕 Plutôt une pause
leave-yes = 🚪 Oui, quitter
leave-no = Rester
leave-stayed = Rien n'est changé. Merci de rester.
leave-why = Une raison à transmettre, sans votre nom ? Touchez, écrivez, ou passez.
leave-too-many = Trop de sollicitations
leave-moving = Je change de territoire
leave-other = Autre raison
left = C'est fait. Vous avez quitté la communauté et vos données sont effacées. Merci pour tout, et bonne route.
leaver-head = 🚪 DÉPART · **Une personne a quitté la communauté**
leaver-why = Sa raison : { $why }
last-administrator = Vous êtes la seule personne à administrer la communauté : personne ne pourrait plus faire entrer quelqu'un. Donnez d'abord ce rôle : /membres, touchez une personne, « 🎖 Changer le rôle », « administration ». Puis recommencez.
data-head = 🗂 MES DONNÉES · **Tout recevoir ou tout effacer**
data-what = Deux fichiers : l'un pour vous, à lire dans un navigateur, l'autre pour une machine (JSON). Effacer, c'est quitter la communauté.
data-get = 📥 Recevoir
data-erase = 🗑 Effacer et quitter
data-file = 🗂 Voici ce que la communauté sait de vous.
data-json = Vos données pour une machine, en JSON
data-html = Vos données à lire dans un navigateur
data-title = Ce que la communauté sait de vous
data-people = Vous
data-name = Nom
data-profession = Profession
data-calling = Profession, en vos mots
data-town = Commune
data-rpps = RPPS
data-phone = Téléphone
data-skills = Compétences
data-needs = Besoins
data-lang = Langue
data-simple = Affichage simple
data-zone = Fuseau horaire (vide : celui de la CPTS)
data-prefers = Application préférée
data-at-night = La nuit en cas de crise
data-asks-per-week = Appels par semaine au plus
data-week = Semaine, en signes
data-week-in-words = Semaine habituelle
data-shares-name = Nom visible de l'équipe du jour
data-employed = A un employeur
data-paused-until = En pause jusqu'au
data-consented-at = Notice acceptée le
data-joined-at = Inscrit le
data-role = Rôle
data-standing = État
data-proof = Identité
data-accounts = Comptes
data-platform = Application
data-account = Identifiant
data-lists = Listes de la coordination
data-absences = Absences
data-first = Premier jour
data-last = Dernier jour

# Paper

badge-title = Invitations
badge-community = { $community }
badge-how = Photographiez ce carré avec votre téléphone, ou envoyez /start et le code au robot.
badge-until = Valable jusqu'au { $until }
badge-private = Personnel, ne pas transmettre.

# Help

help-start = ouvrir le menu
help-langue = changer de langue
help-affichage = l'affichage pour lecteur d'écran
help-dispos = dire quand je suis libre, et mes absences
help-pause = faire une pause jusqu'à une date
help-stop = faire une pause ou partir
help-profil = voir et corriger ce qu'on sait de moi
help-reglages = régler langue, heures calmes, nombre d'appels
help-lier = joindre mes deux applications en un profil
help-mesdonnees = recevoir ou effacer mes données
help-quitter = quitter la communauté
help-membres = valider, chercher, changer un rôle
help-inviter = faire entrer quelqu'un : lien, code et QR
