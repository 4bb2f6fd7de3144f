help-canaux = les groupes et canaux où je suis, et les partenaires

# A chat

channel-new = 🆕 Nouveau salon : **{ $title }** ({ $platform }{ $people ->
        [0] {""}
        [one] , une personne
       *[other] , { $people } personnes
    }). À qui est-il ? Je n'y dis rien d'ici là.
use-partner = 🏛 Partenaire
use-team = 👥 Équipe
use-cell = 🆘 Cellule de crise
use-gone = 🚫 Quitter
channel-is = 📡 **{ $title }** ({ $platform }) : { $use ->
        [partner] { $known ->
            [yes] partenaire, { $partner }
           *[no] partenaire, à préciser
        }
        [team] équipe
        [cell] cellule de crise
       *[other] je l'ai quitté
    }
channel-by = Choix de { $by }.
channel-proved = Rattaché par un code, { $at }.
channel-gets = Reçoit : { $what }.
channel-gets-nothing = Il ne reçoit rien pour l'instant : choisissez ci-dessous.
channel-zone = Fuseau horaire : { $place }, en plus de l'heure de la CPTS
ask-channel-zone = 🌍 Quel est le fuseau horaire de { $title } ? Touchez-le, ou écrivez une ville : Lisbonne. L'heure de la CPTS y reste écrite en premier.
channel-zone-kept = { $own ->
        [yes] C'est noté : { $title } lira aussi l'heure de cet endroit : { $place }.
       *[no] C'est noté : { $title } ne lira que l'heure de la CPTS ({ $place }).
    }
channel-source = Ce qui y est publié devient un brouillon d'alerte.
gets-calls = les appels (en dernier, sans aucun nom)
gets-alerts = { $severity ->
        [info] toutes les alertes
        [important] les alertes dès « important »
        [urgent] les alertes dès « urgent »
       *[danger] les alertes « danger »
    }
gets-news = les newsletters
gets-meetings = les réunions
get-calls = Recevoir les appels
get-alerts = { $severity ->
        [none] 🚨 Alertes : aucune
        [info] 🚨 Alertes : toutes
        [important] 🚨 Alertes : dès important
        [urgent] 🚨 Alertes : dès urgent
       *[danger] 🚨 Alertes : danger
    }
get-news = Recevoir les newsletters
get-meetings = Recevoir les réunions
get-source = Source d'alertes
alerts-which = 🚨 Quelles alertes pour **{ $title }** ?
alerts-from = { $severity ->
        [none] 🔕 Aucune
        [info] ℹ️ Toutes
        [important] ❗ Dès important
        [urgent] 🚨 Dès urgent
       *[danger] 🆘 Danger seulement
    }
alerts-chosen = { $severity ->
        [none] C'est noté : aucune alerte pour **{ $title }**.
        [info] C'est noté : toutes les alertes pour **{ $title }**.
        [important] C'est noté : les alertes dès « important » pour **{ $title }**.
        [urgent] C'est noté : les alertes dès « urgent » pour **{ $title }**.
       *[danger] C'est noté : les alertes « danger » pour **{ $title }**.
    }
channel-health = Dernier message bien parti : { $at }.
channel-silent = Aucun message n'y est parti depuis 30 jours.
channel-removed = on m'en a retiré
channel-muted = je n'ai plus le droit d'y écrire
channel-heard = { $heard ->
        [yes] 👂 Ce qui est écrit ici arrive maintenant à la coordination comme brouillon d'alerte, sans le nom de qui l'écrit. Les réponses et les fils n'y arrivent pas.
       *[no] Ce qui est écrit ici n'arrive plus à la coordination.
    }
channel-mute-new = Je peux y lire, pas y écrire : il peut être une source d'alertes.
channel-mute-source = Je peux encore y lire : « Source d'alertes » fait un brouillon de ce qui y est publié.
channel-deleted = il n'existe plus
channel-refused = l'application refuse mes messages
channel-closed = le sujet y est fermé
channel-lost = ⚠️ **{ $title }** : plus rien n'y part ({ $why }). Pour me faire revenir, on m'ajoute de nouveau ou on me rend le droit d'écrire.
channel-lost-now = ⚠️ Plus rien ne part dans **{ $title }** : { $why }. Voir /canaux
channel-back-now = ✅ Je peux de nouveau écrire dans **{ $title }**.
channel-gone = Ce salon n'est plus joignable. Voir /canaux
channel-decided = Quelqu'un a déjà répondu pour ce salon. Voir /canaux
channel-hello = { $use ->
        [partner] Bonjour. Ce canal reçoit ce que la CPTS adresse à ses partenaires. Aucune donnée personnelle n'y passe. /aide dit ce que vous pouvez faire.
       *[other] Bonjour. Les messages de la coordination arrivent aussi ici. Les réponses personnelles se donnent en privé.
    }
leave-chat = Quitter **{ $title }** ? Plus rien n'y partira. Pour revenir, il faudra m'y ajouter de nouveau.
leave-chat-yes = 🚫 Oui, quitter
leave-chat-no = ‹ Non, y rester
chat-left = J'ai quitté **{ $title }**.
chat-kept = Rien n'est changé : j'y reste.
chat-bye = La CPTS ne se sert plus de ce salon : je le quitte. Merci, et bonne continuation.
chat-taken = Ce salon est déjà à quelqu'un d'autre. La coordination peut le changer dans /canaux.
no-channels = Je ne suis dans aucun salon. Ajoutez-moi à un groupe ou à un canal : je demanderai à qui il est.
no-channel-named = Aucun salon ne s'appelle « { $words } ». /canaux les montre tous.
channels-head = 📡 { $count ->
        [one] Un salon
       *[other] { $count } salons
    }{ $lost ->
        [0] {""}
        [one] , dont un injoignable
       *[other] , dont { $lost } injoignables
    }
channel-line = { $title } : { $use ->
        [unknown] à qui est-il ?
        [partner] partenaire
        [team] équipe
       *[cell] cellule de crise
    }
channel-line-lost = ⚠️ { $title } : { $use ->
        [partner] partenaire
        [team] équipe
       *[cell] cellule de crise
    }, injoignable ({ $why })
open-channel = { $title }
next-channels = ➡️ Suite
channel-partner = 🏛 Le partenaire
channel-other = 🔁 Ce salon est à un autre

# Partners

open-partners = { $count ->
        [0] 🏛 Partenaires
       *[other] 🏛 Partenaires ({ $count })
    }
partners-head = 🏛 { $count ->
        [one] Un partenaire
       *[other] { $count } partenaires
    }
partner-line = { $name } : { $category }, { $level }
open-partner = { $name }
partner-add = ➕ Nouveau partenaire
partners-back = ‹ Partenaires
no-partners = Aucun partenaire pour l'instant. En une ligne : /canaux partenaire Mairie de Garance | mairie | coopération | 02 40 00 00 01 | jusqu'au 31/12/2027
no-partner-named = Aucun partenaire ne s'appelle « { $words } ». /canaux partenaires les montre tous.
partner-gone = Ce partenaire n'est plus dans la liste. Voir /canaux
partner-is = 🏛 { $name } · { $category } · { $level }
partner-means = { $level ->
        [consultation] Il reçoit, répond et signale.
        [cooperation] Il reçoit, répond, signale et offre de l'aide.
        [coordination] Il offre de l'aide et siège à la cellule de crise.
       *[integration] Il offre de l'aide, siège à la cellule et propose des appels, que la coordination valide.
    }
partner-contact = Contact : { $contact }
partner-channels = { $count ->
        [0] Aucun salon : il ne reçoit rien.
        [one] Salon : { $titles }
       *[other] Salons ({ $count }) : { $titles }
    }{ $lost ->
        [0] {""}
        [one] {" "}(un injoignable)
       *[other] {" "}({ $lost } injoignables)
    }
partner-voices = { $count ->
        [0] Personne n'écrit en son nom en privé.
        [one] Une personne écrit en son nom en privé.
       *[other] { $count } personnes écrivent en son nom en privé.
    }{ $codes ->
        [0] {""}
        [one] {" "}Un code n'a pas encore servi.
       *[other] {" "}{ $codes } codes n'ont pas encore servi.
    }
unsaid = non renseigné
agreement-unnamed = Convention
agreement-is-none = Convention : aucune
agreement-is-open = { $name }, sans date de fin
agreement-is = { $name }, { $over ->
        [yes] terminée depuis le { $until } { $year }
       *[no] jusqu'au { $until } { $year }
    }
agreement-ends = { $left ->
        [-1] 📄 La convention avec { $name } est terminée.
        [0] 📄 La convention avec { $name } se termine aujourd'hui.
        [one] 📄 La convention avec { $name } se termine demain.
       *[other] 📄 La convention avec { $name } se termine dans { $left } jours.
    }
agreement-renew = ✏️ Modifier
agreement-see = 🏛 Voir le partenaire
category-town-hall = mairie
category-school = école
category-firm = entreprise
category-association = association
category-patients = association de patients
category-social = service social
category-media = média
category-hospital = hôpital
category-authority = autorité
category-other = autre
level-consultation = consultation
level-cooperation = coopération
level-coordination = coordination
level-integration = intégration
level-choice-consultation = Consultation : reçoit et répond
level-choice-cooperation = Coopération : offre aussi de l'aide
level-choice-coordination = Coordination : siège aussi à la cellule
level-choice-integration = Intégration : propose aussi des appels
as-it-is = { $words }
pass-on = Passer
which-partner = À quel partenaire est { $title } ?
which-partner-else = 🔎 Un autre, ou un nouveau
ask-which-partner = À quel partenaire est { $title } ? Touchez-le, ou tapez son nom.
partner-unknown = Aucun partenaire ne s'appelle « { $piece } ». Tapez un autre nom, ou touchez « Nouveau partenaire ».
partner-several = Plusieurs partenaires conviennent : { $names }. Écrivez le nom en entier.
partner-known = « { $piece } » est déjà dans la liste. Donnez un autre nom.
ask-partner-name = Nom du partenaire ? Exemple : Mairie de Garance
ask-partner-category = Quelle sorte d'organisation ?
ask-partner-level = Quel niveau de partenariat ?
ask-partner-contact = Qui appeler là-bas ? Nom et numéro, pour la coordination seulement.
ask-partner-agreement = Une convention est-elle signée ? Tapez sa fin, ou son nom et sa fin. Exemple : Convention 2026-14, jusqu'au 31/12/2027
agreement-none = Pas de convention
agreement-open = Oui, sans date de fin
why-last-day = Je n'ai pas compris la date « { $piece } ». Exemple : 31/12/2027. Le reste est gardé.
partner-edit = ✏️ Modifier
ask-partner-edit = Que changer pour { $name } ?
partner-edit-name = Nom
partner-edit-category = Catégorie
partner-edit-level = Niveau
partner-edit-contact = Contact
partner-edit-agreement = Convention
partner-close = 🔒 Retirer codes et accès
partner-end = 🗑 Fin du partenariat
partner-end-ask = Mettre fin au partenariat avec { $name } ? { $count ->
        [0] Ses codes ne serviront plus.
        [one] Je quitterai son salon, et ses codes ne serviront plus.
       *[other] Je quitterai ses { $count } salons, et ses codes ne serviront plus.
    }
partner-end-yes = 🗑 Oui, y mettre fin
partner-end-no = ‹ Non
partner-ended = C'est fait : **{ $name }** n'est plus partenaire.

# Codes

partner-code = 🔑 Code
code-head = 🔑 Un code pour { $name } :
code-itself = { $code }
code-how = Ajoutez-moi au groupe ou au canal, puis tapez-y /start et ce code. Tapé en privé, il permet d'écrire en son nom.
code-link = Groupe { $platform }, en un geste : { $link }
code-limit = Il sert une fois, jusqu'au { $until }. Je ne le garde pas : notez-le.
code-used-in = 🔑 **{ $title }** est rattaché à { $name }, par votre code.
code-used-by = 🔑 Quelqu'un écrit maintenant au nom de { $name }, avec votre code.
partner-code-over = Ce code ne sert plus : il a déjà servi, ou il est trop ancien. Demandez-en un autre à la CPTS.

# What a partner sees

partner-hello = 🏛 { $name } · partenaire de la { $community }
    { $level ->
        [consultation] Vous recevez ce qui vous concerne ; vous pouvez répondre et signaler.
        [cooperation] Vous recevez ce qui vous concerne ; vous pouvez répondre et offrir de l'aide.
        [coordination] Vous pouvez offrir de l'aide, et vous siégez à la cellule de crise.
       *[integration] Vous pouvez offrir de l'aide et proposer un appel, et vous siégez à la cellule de crise.
    }
partner-no-alert = Aucune alerte en cours.
partner-can = { $private ->
        [yes] Que voulez-vous faire ?
       *[no] { $level ->
            [consultation] Pour nous écrire, touchez le bouton : une conversation privée s'ouvre.
           *[other] Pour offrir de l'aide, touchez le bouton : une conversation privée s'ouvre.
        }
    }
partner-door = Puis tapez là-bas : { $word }
partner-call = Coordination : { $phone }
partner-emergency = Personne ne lit ces messages jour et nuit. { $emergency }.
partner-talk = 💬 Nous écrire
door-closed = Ce lien ne sert plus. Demandez un code à la CPTS.
voice-end = 🚪 Ne plus écrire en son nom
voice-ended = C'est fait : vous n'écrivez plus au nom d'un partenaire, et je n'ai rien gardé de vous.
offer-help = 🤝 Nous pouvons aider
offer-flag = 📢 Signaler
offer-call = 🙋 Proposer un appel
partner-no-more = Rien n'est transmis : ce partenariat a pris fin. Voyez avec la CPTS.
offer-not-agreed = Votre partenariat ne prévoit pas encore cela. Voyez avec la CPTS.
offer-enough = Vous avez déjà envoyé { $most } messages en une heure : la coordination les lit. Pour ajouter quelque chose, appelez-la.
ask-offer-kind = Au nom de { $name }. Que proposez-vous ?
offer-people = 👥 Personnes
offer-place = 🏠 Lieu
offer-vehicle = 🚐 Véhicule
offer-equipment = 📦 Matériel
offer-relay = 📣 Relais d'info
ask-offer-words = { $kind ->
        [people] Combien, et pour faire quoi ? Exemple : 4 agents pour l'accueil, samedi
        [place] Quel lieu, et quand ? Exemple : le gymnase Pagnol, toute la semaine
        [vehicle] Quoi, et quand ? Exemple : un minibus avec chauffeur, samedi matin
        [equipment] Quoi, et combien ? Exemple : 30 chaises et 2 barnums
       *[relay] Où, et comment ? Exemple : panneau lumineux et réseaux sociaux
    }
ask-offer-contact = Qui rappeler ? Nom et numéro.
ask-proposal = Au nom de { $name }. Quel appel ? Quoi, quand, qui, où. Exemple : Accueil d'urgence | sam 9h-13h | 2 infirmiers | Gymnase Pagnol
offer-made = ✅ { $kind ->
        [call] Transmis à { $at }. La coordination lit votre proposition et vous rappelle.
       *[other] Transmis à { $at }, on vous rappelle.
    }
offer-answer = { $state ->
        [taken] { $call ->
            [yes] 🙋 La coordination prépare votre appel et vous rappelle.
           *[no] 🤝 Merci ! La coordination accepte votre offre et vous rappelle.
        }
       *[declined] { $call ->
            [yes] La coordination n'envoie pas votre appel. Elle vous dira pourquoi si vous l'appelez.
           *[no] Merci ! La coordination n'en a pas besoin pour l'instant.
        }
    }

# An offer, as coordinators see it

offer-head = { $kind ->
        [call] 🙋 APPEL PROPOSÉ · { $name }
       *[other] 🤝 OFFRE D'AIDE · { $name }
            { $kind ->
                [people] Personnes
                [place] Lieu
                [vehicle] Véhicule
                [equipment] Matériel
               *[relay] Relais d'info
            } :
    }
offer-words = { $words }
offer-contact = À rappeler : { $contact }
offer-at = Reçu : { $at }.
offer-take = { $kind ->
        [call] 🙋 Préparer l'appel
       *[other] ✅ Accepter, je rappelle
    }
offer-decline = 🙏 Pas cette fois
offer-prepare = L'aperçu montre l'appel avant qu'il parte. Rien n'est encore envoyé.
offer-preview = 📣 Voir l'aperçu
offer-already = Quelqu'un a déjà répondu à ce partenaire.
offer-decided = { $state ->
        [taken] { $kind ->
            [call] ✅ { $by } prépare cet appel.
           *[other] ✅ { $by } accepte et rappelle.
        }
       *[declined] 🙏 { $by } a décliné ; le partenaire est prévenu.
    }
log-offer = { $kind ->
        [call] { $name } propose un appel.
        [people] { $name } propose des personnes.
        [place] { $name } propose un lieu.
        [vehicle] { $name } propose un véhicule.
        [equipment] { $name } propose du matériel.
       *[relay] { $name } propose de relayer l'information.
    }

# What is known of me

data-channels = Vous écrivez au nom de
data-partner = Partenaire
