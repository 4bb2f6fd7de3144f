help-newsletter = lire la newsletter, la recevoir ou non

# Ce que lisent les abonnés

news-name = { $number ->
        [0] { $title }
       *[other] nº { $number } · { $title }
    }
news-head = 📰 NEWSLETTER · **{ $name }**
news-notice-head = 🌐 SUR LE SITE · **{ $name }**
news-words = { $words }
news-foot =
    {""}
    Pour ne plus la recevoir : 🔕 ci-dessous, ou /newsletter stop ; les appels continuent.
news-stop = 🔕 Ne plus recevoir la newsletter
news-start = 🔔 Recevoir la newsletter
news-sample = 👁 Voici ce que liront les abonnés :

# La recevoir ou non

news-ask-head = 📰 NEWSLETTER · **La recevoir ?**
news-ask-what = Environ une par mois, et les nouveaux articles du site. Jamais la nuit, jamais avant une alerte. Sans réponse, vous ne recevez rien. Les appels ne changent pas.
news-ask-yes = ✅ Oui, volontiers
news-ask-no = ❌ Non merci
news-answered = { $on ->
        [yes] Votre réponse, { $at } : oui.
       *[no] Votre réponse, { $at } : non.
    }
news-on-head = 📰 NEWSLETTER · **C'est noté, vous la recevrez**
news-on-what = Les prochains numéros viendront ici : environ un par mois, et les nouveaux articles du site, jamais la nuit. Pour arrêter, d'un geste : 🔕 sous chaque numéro, ou /newsletter stop. Les appels ne changent pas.
news-off = 🔕 C'est noté : plus de newsletter. Les appels continuent. Les numéros parus restent dans /newsletter.
news-off-gone = 🔕 C'est noté : plus de newsletter. Vous n'êtes plus membre, rien d'autre ne vous est envoyé.
news-off-stays = 🔕 Rien n'est changé : vous ne la recevez plus. Pour la recevoir de nouveau, touchez 🔔.
news-setting = Newsletter : { $on }
news-set = Recevoir la newsletter

# Les archives

news-archive-head = 📰 NEWSLETTER · **Archives**
news-archive-count = { $count ->
        [0] Aucun numéro n'est encore paru.
        [one] Un numéro est paru. Touchez-le pour le lire.
       *[other] { $count } numéros sont parus. Pour chercher : /newsletter vaccination
    }
news-archive-found = { $count ->
        [0] Aucun numéro ne contient « { $words } ». Essayez un seul mot, ou une partie du mot.
        [one] Un numéro contient « { $words } ».
       *[other] { $count } numéros contiennent « { $words } ».
    }
news-archive-line = { $name }, { $day }
news-mine = { $on ->
        [yes] 🔔 Vous la recevez.
       *[no] 🔕 Vous ne la recevez pas.
    }
news-read = 📄 { $name }
news-older = ⏩ Plus anciens
news-search = 🔎 Chercher
news-all = 📚 Tous les numéros
news-back-editors = ‹ Rédaction
ask-news-search = Quels mots cherchez-vous ? Par exemple : vaccination grippe
news-not-there = Ce numéro n'est pas dans vos archives. Tapez /newsletter pour voir celles-ci.
news-withdraw = 🗑 Retirer des archives
ask-news-withdraw = Retirer le { $name } des archives ? Son texte est effacé ici ; les messages déjà reçus restent chez chacun.
news-withdraw-yes = 🗑 Oui, retirer

# La rédaction

news-editors-head = 📰 NEWSLETTER · **Rédaction**
news-readers = { $yes ->
        [0] Pas encore d'abonné.
        [one] Un abonné.
       *[other] { $yes } abonnés.
    }{ $no ->
        [0] {""}
        [one] {" "}Une personne a dit non.
       *[other] {" "}{ $no } personnes ont dit non.
    } Chaque membre est interrogé une fois, quelques jours après son arrivée.
news-in-hand = { $name } : { $state ->
        [draft] brouillon
        [locked] verrouillé
        [scheduled] programmé
        [waiting] part dans un instant
       *[leaving] en cours d'envoi
    }
news-write = ✍️ Nouveau numéro
news-open = 📝 { $name }
news-archive = 📚 Archives

ask-news-title = Titre du numéro ? Par exemple : Campagne de vaccination
ask-news-text = Le texte ? Jusqu'à { $most } caractères ; une ligne qui commence par # devient un titre. Rien sur un patient.
news-later = ⏳ Plus tard
ask-news-deadline = Jusqu'à quel jour attendez-vous les textes des collègues ? Par exemple : jeudi 3 décembre
news-no-deadline = ⏭️ Aucun texte attendu
ask-news-until = Jusqu'à quel jour attendez-vous leurs textes ? Par exemple : jeudi 3 décembre
ask-news-whom = Pour qui ? Par exemple : membres : infirmiers, Saint-Aubin ; canaux : mairies
news-whom-all = 👥 Tous les abonnés
news-whom-more = { $channels ->
        [one] 📡 Abonnés et un canal
       *[other] 📡 Abonnés et { $channels } canaux
    }
news-long = { $part ->
        [title] Ce titre
       *[text] Ce texte
    } est trop long : { $length } caractères, { $most } au plus. Le reste est gardé.

ask-news-field = { $name } : que voulez-vous changer ?
news-field-title = 🏷 Titre
news-field-intro = 💬 Introduction
news-field-number = 🔢 Numéro
news-field-deadline = 📅 Date limite
ask-news-intro = L'introduction, en quelques lignes ({ $most } caractères au plus) ?
news-no-intro = ⏭️ Sans introduction
ask-news-number = Quel numéro ? Par exemple : 12
news-number-unclear = Je ne lis pas de numéro dans « { $said } ». Exemple : 12

news-articles-head = 🧩 ARTICLES · **{ $name }**
news-article-line = { $used ->
        [yes] { $n }. { $what } ({ $length } caractères)
       *[no] { $n }. { $what } (laissé de côté)
    }
news-articles-how = Ils paraissent dans cet ordre. Touchez un article pour le monter, l'intituler, le corriger ou le laisser de côté.
news-article-button = { $n }. { $what }
news-add = ➕ Ajouter un article
news-back = ‹ Le numéro
news-article-head = 🧩 ARTICLE · { $what }
news-article-state = { $used ->
        [yes] Il paraîtra.
       *[no] Laissé de côté : il ne paraîtra pas.
    }
news-up = ⬆️ Monter
news-leave-out = 🚫 Laisser de côté
news-take-in = ✅ Reprendre
news-heading = 🏷 Intertitre
news-text = 📝 Texte
news-back-articles = ‹ Articles
ask-news-heading = L'intertitre de cet article ?
news-no-heading = ⏭️ Sans intertitre
news-article-gone = Cet article n'est plus là. Ouvrez le numéro avec /newsletter.

# Un numéro, pour la rédaction

news-desk-head = 📝 NUMÉRO · **{ $name }**
news-desk-closed = 📝 NUMÉRO · { $name } : plus rien à faire ici.
news-state-draft = Brouillon.
news-state-locked = { $missed ->
        [yes] ⚠️ N'est pas parti { $at } : le robot était arrêté. Ouvrez l'aperçu pour l'envoyer.
       *[no] 🔒 Verrouillé : plus personne ne le modifie.
    }
news-state-scheduled = 🗓 Part { $at }. Verrouillé jusque-là.
news-state-waiting = ⏳ Part dans 30 secondes.
news-state-leaving = { $missed ->
        [yes] ⚠️ Envoi interrompu, le robot était arrêté : { $people } partis, { $waiting } à venir.
       *[no] 📤 Envoi en cours : { $people } partis, { $waiting } à venir.
    }{ $asleep ->
        [yes] {" "}Chacun le reçoit après ses heures calmes.
       *[no] {""}
    }
news-state-sent = ✅ Envoyé { $at }, { $people ->
        [0] à aucun abonné
        [one] à un abonné
       *[other] à { $people } abonnés
    }{ $channels ->
        [0] .
        [one] {" "}et un canal.
       *[other] {" "}et { $channels } canaux.
    }{ $passed ->
        [0] {""}
        [one] {" "}Une personne n'a pas pu être jointe.
       *[other] {" "}{ $passed } n'ont pas pu être joints.
    }
news-desk-text = { $length ->
        [0] Pas encore de texte.
       *[other] Texte : { $length } caractères{ $articles ->
            [0] .
            [one] , un article.
           *[other] , { $articles } articles.
        }
    }
news-desk-deadline = Textes attendus jusqu'au { $day }.
news-desk-given = 📥 Reçu : { $names }
news-desk-waiting = ⌛ Attendu : { $names }
news-desk-declined = 🙏 Pas cette fois : { $names }
news-desk-whom = Pour { $whom }.
news-desk-failed = { $count ->
        [one] ⚠️ Un envoi a échoué.
       *[other] ⚠️ { $count } envois ont échoué.
    }
news-whom = { $members ->
        [all] tous les abonnés
        [some] les abonnés parmi : { $kinds }
       *[no] aucun membre
    }{ $channels ->
        [0] {""}
        [one] {" "}et un canal
       *[other] {" "}et { $channels } canaux
    }
news-role-member = membres
news-role-officer = élus
news-role-coordinator = coordination
news-role-administrator = administration

news-to-articles = 🧩 Articles
news-to-edit = ✏️ Titre et dates
news-to-contributors = 🙋 Demander des textes
news-to-file = 📎 Image ou document
news-desk-file = { $kind ->
        [picture] 🖼 Image : { $file }{ $says ->
            [no] , sans description : qui ne voit pas l'écran n'en saura rien.
           *[yes] {""}
        }
       *[document] 📄 Document : { $file }
    }
ask-news-file = 📎 Envoyez une image (JPEG, PNG, WebP) ou un PDF, 20 Mo au plus.
ask-news-alt = Que montre l'image, en une phrase ? Pour qui ne la voit pas. Par exemple : l'affiche de la campagne, avec les dates et l'adresse
news-no-alt = ⏭️ Sans description
news-picture-says =
    {""}
    🖼 { $what }
news-no-file = ⏭️ Sans image ni document
news-picture = 🖼 Mettre son image
news-picture-kept = 🖼 Image reçue, merci ! La rédaction choisit si elle paraît. Votre texte peut suivre, en réponse à ce qui vous l'a demandé.
news-to-whom = 🎯 Destinataires
news-to-preview = 👁 Aperçu et envoi
news-to-lock = 🔒 Verrouiller
news-to-unlock = 🔓 Déverrouiller
news-to-drop = 🗑 Supprimer
news-to-resume = ▶️ Reprendre l'envoi
news-to-halt = ⏹ Arrêter l'envoi

news-locked = Le { $name } est verrouillé : déverrouillez-le d'abord, avec /newsletter.
news-gone = Le { $name } est déjà parti ou part à l'instant : il ne peut plus être modifié.
news-dropped-already = Ce numéro n'existe plus. Tapez /newsletter pour voir les autres.
news-unscheduled = 🔓 Le { $name } a été déverrouillé : l'envoi prévu { $at } n'aura pas lieu. Tapez /newsletter pour le programmer de nouveau.
ask-news-drop = Supprimer le { $name } ? Ses textes sont effacés, ceux des collègues aussi.
news-drop-yes = 🗑 Oui, supprimer
news-drop-no = ↩️ Non, garder
news-dropped = 🗑 Le { $name } est supprimé.

# Demander des textes

ask-news-who = À qui demander un texte ? Tapez un nom, ou son début.
news-nobody-asked = 🚫 À personne
news-that-is-all = ✔️ C'est tout
news-chosen = Choisis : { $names }
news-person = 👤 { $name }, { $town }
ask-news-which = Laquelle de ces personnes ?
news-nobody-named = Je ne trouve personne du nom de « { $said } ». Essayez le nom de famille seul.
news-chosen-already = « { $said } » est déjà sur la liste.
news-ask-names = Recevront cette demande : { $names }
news-ask-unreached = 📵 Injoignables, à prévenir autrement : { $names }
ask-news-send-asked = J'envoie ?
news-send = 📣 Envoyer

news-asked-head = { $again ->
        [yes] ⏰ RAPPEL · **Un texte pour la newsletter, { $name }**
       *[no] ✍️ NEWSLETTER · **Un texte de vous pour le { $name } ?**
    }
news-asked-what = { $by ->
        [yes] Il est attendu jusqu'au { $day }. « Non » est une réponse complète.
       *[no] Quand vous voulez. « Non » est une réponse complète.
    }
news-asked-how = Répondez à ce message par votre texte, { $most } caractères au plus. Il sera publié : signez-le si vous le voulez. Jamais rien sur un patient. { $emergency }.
news-asked-no = ❌ Pas cette fois
news-asked-change = ✏️ Changer mon texte
news-asked-after-all = ✍️ Finalement, j'écris
news-asked-given = ✅ Texte reçu ({ $length } caractères), merci !{ $by ->
        [yes] {" "}Vous pouvez le changer jusqu'au { $day }, ou le compléter en répondant ici.
       *[no] {" "}Vous pouvez le changer, ou le compléter en répondant ici.
    }
news-asked-declined = 🙏 C'est noté, pas cette fois. Merci d'avoir répondu.
news-asked-over = Ce numéro est bouclé. Merci !
news-asked-gladly = Merci ! Écrivez votre texte ici, en un message de { $most } caractères au plus.
news-text-kept = ✅ Texte reçu : { $length } caractères. Merci ! La rédaction le relit avant de le publier.
news-text-added = ✅ Ajouté à votre texte : { $length } caractères en tout. Merci !
news-text-short = C'est court pour un article : { $least } caractères au moins. Écrivez votre texte en un message, ou répondez « non ».
news-text-long = C'est trop long : { $length } caractères, { $most } au plus. Rien n'est changé. Raccourcissez, puis renvoyez le texte en un seul message.
news-text-late = Ce numéro est bouclé : votre texte n'a pas été pris. Gardez-le, et écrivez à la rédaction pour le prochain.
news-received = 📥 Un texte est arrivé pour le { $name } : { $given } sur { $asked }. Tapez /newsletter pour le lire.
news-declined = 🙏 Une personne n'écrira pas pour le { $name } : textes reçus : { $given } sur { $asked }. Tapez /newsletter pour voir qui.
news-deadline-over = 📅 Date limite passée pour le { $name } : { $given } réponses sur { $asked }. Tapez /newsletter pour l'assembler.
news-called-off = ℹ️ Le { $name } ne paraîtra pas : votre texte n'est plus attendu. Merci !

# Aperçu et envoi

news-preview-whom = Pour { $whom }.{ $others ->
        [0] {""}
        [one] {" "}Un membre visé n'est pas abonné.
       *[other] {" "}{ $others } membres visés ne sont pas abonnés.
    }{ $paused ->
        [0] {""}
        [one] {" "}Un abonné est en pause.
       *[other] {" "}{ $paused } abonnés sont en pause.
    }
news-preview-deaf = { $count ->
        [one] Un canal visé ne le recevra pas : il ne reçoit pas la newsletter (/canaux), ou c'est un média.
       *[other] { $count } canaux visés ne le recevront pas : ils ne reçoivent pas la newsletter (/canaux), ou ce sont des médias.
    }
news-preview-messages = Longueur : { $each }.
news-preview-app = { $count ->
        [one] un message sur { $app }
       *[other] { $count } messages sur { $app }
    }
news-preview-quiet = 🌙 Ce sont les heures calmes : chacun le recevra après { $until }.
news-preview-planned = 🗓 Programmé { $at }.
news-plan = 🗓 Programmer
news-try = 🧪 Essai sur moi
news-see-who = 👁 Voir qui
news-back-desk = ✏️ Modifier
news-empty = Le { $name } n'a pas encore de texte. Ajoutez un article, puis revenez à l'aperçu.
news-too-long = C'est trop long : { $length } caractères, { $most } au plus. Laissez un article de côté, ou raccourcissez-en un.
news-nobody = Personne ne recevrait ce numéro. Changez les destinataires : ✏️ Modifier, puis 🎯 Destinataires.
news-changed-meanwhile = ⚠️ Ce numéro a changé depuis cet aperçu : rien n'est parti. Le voici tel qu'il est maintenant.
news-held = ⏪ Retenu : le { $name } n'est pas parti. C'est de nouveau un brouillon.
ask-news-when = Quand doit-il partir ? Par exemple : jeudi 3 décembre 10 h. Sans heure, ce sera 10 h.
ask-news-plan = Le { $name } partira { $when }, et sera verrouillé jusque-là. C'est juste ?
news-plan-yes = 🗓 Oui, programmer
news-when-quiet = Ce sont les heures calmes (de { $first } à { $last }) : personne ne le recevrait. Exemple : jeudi 3 décembre 10 h
news-when-unclear = Je n'ai pas compris « { $said } » comme un jour. Exemple : jeudi 3 décembre 10 h
news-when-past = C'est déjà passé, ou dans moins de deux minutes. Exemple : demain 10 h
news-when-far = C'est dans plus d'un an. Exemple : jeudi 3 décembre 10 h
news-when-which = Lequel : { $days } ? Écrivez la date. Exemple : 3/12 10 h
news-missed = ⚠️ Le { $name } n'est pas parti { $at } : le robot était arrêté ce jour-là. Tapez /newsletter pour l'envoyer ou le programmer de nouveau.
news-cut = ⚠️ L'envoi du { $name } s'est interrompu { $at } : le robot était arrêté ce jour-là. Certains ne l'ont pas reçu. Tapez /newsletter pour reprendre l'envoi ou l'arrêter.
news-done = 📰 Le { $name } est parti : { $people ->
        [0] aucun abonné
        [one] un abonné
       *[other] { $people } abonnés
    }{ $channels ->
        [0] .
        [one] {" "}et un canal.
       *[other] {" "}et { $channels } canaux.
    }{ $passed ->
        [0] {""}
        [one] {" "}Une personne n'a pas pu être jointe.
       *[other] {" "}{ $passed } n'ont pas pu être joints.
    }
news-not-leaving = Ce numéro n'est pas en cours d'envoi.
news-halted = ⏹ Arrêté. Le { $name } est parti à { $people } abonnés et { $channels } canaux ; { $kept } ne le recevront pas{ $passed ->
        [0] .
       *[other] , { $passed } n'ont pas pu être joints.
    }

# Le fil du site

news-feed = 🌐 Fil du site
news-feed-head = 🌐 FIL DU SITE
news-feed-none = Donnez l'adresse du fil RSS ou Atom de votre site : chaque nouvel article sera annoncé aux abonnés, une fois, jamais la nuit.
news-feed-give = ✏️ Donner l'adresse
news-feed-change = ✏️ Changer l'adresse
news-feed-on = ✅ Annoncer les nouveaux
news-feed-off = ⏸ Ne plus annoncer
news-feed-drop = 🗑 Retirer
news-feed-state = { $state ->
        [checking] { $title } : je le lis…
        [ready] { $title } : trouvé, rien n'est encore annoncé.
        [on] { $title } : chaque nouvel article est annoncé.
       *[off] { $title } : rien n'est annoncé.
    }
news-feed-at = Adresse : { $url }
news-feed-looked = Dernière lecture : { $at }.
news-feed-failing = ⚠️ Illisible depuis { $since } : { $why }
ask-news-feed = L'adresse du fil RSS ou Atom ? Par exemple : https://www.cpts.example/feed
news-feed-looking = 🔎 Je lis { $url }. Réponse dans un instant.
news-feed-wrong = Ce fil ne peut pas être suivi : { $why } Exemple : https://www.cpts.example/feed
news-feed-why-no-address = ce n'est pas une adresse du web.
news-feed-why-private = cette adresse est celle d'un réseau privé.
news-feed-why-port = seuls les ports habituels du web (80 et 443) sont lus.
news-feed-why-secret = elle contient un nom ou un mot de passe.
news-feed-why-slow = le site met plus de 10 secondes à répondre.
news-feed-why-large = il dépasse 1 Mo.
news-feed-why-away = le site ne répond pas.
news-feed-why-gone = cette page n'existe pas.
news-feed-why-refused = le site refuse de la montrer.
news-feed-why-redirects = elle renvoie sans fin à une autre.
news-feed-why-downgrade = elle renvoie à une page non chiffrée.
news-feed-why-doctype = il déclare un DOCTYPE, ce qui est refusé par prudence.
news-feed-why-deep = il est construit d'une façon qui est refusée par prudence.
news-feed-why-unreadable = il contient une erreur et ne peut pas être lu.
news-feed-why-no-feed = c'est une page, pas un fil RSS ou Atom. Souvent le fil est à la même adresse suivie de /feed.
news-feed-found = 🌐 FIL DU SITE · { $title } : { $count ->
        [0] trouvé, encore vide.
        [one] trouvé, un article.
       *[other] trouvé, { $count } articles.
    } Ils sont connus : seuls les suivants seront annoncés.
news-feed-sample =
    {""}
    Une annonce ressemble à ceci :
news-feed-whom =
    {""}
    Aux abonnés de la newsletter et aux canaux qui la reçoivent, jamais la nuit.
news-feed-checking = Ce fil est encore en cours de lecture. Attendez un instant.
news-feed-gone = Ce fil a été retiré ou remplacé. Tapez /newsletter pour voir l'actuel.
news-feed-lost = ⚠️ Le fil du site est illisible depuis { $since } : { $why } Je continue d'essayer. Pour le changer : /newsletter, puis 🌐 Fil du site.
