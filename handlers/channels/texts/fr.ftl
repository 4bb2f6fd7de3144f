help-canaux = les groupes et canaux où je suis

channel-new = 🆕 Nouveau salon : **{ $title }** ({ $platform }{ $people ->
        [0] {""}
        [one] , une personne
       *[other] , { $people } personnes
    }). À qui est-il ? Je n'y dis rien d'ici là.
use-partner = 🏛 Partenaire
use-team = 👥 Équipe
use-cell = 🆘 Cellule de crise
use-gone = 🚫 Y rester muet
channel-is = **{ $title }** : { $use ->
        [partner] partenaire
        [team] équipe
        [cell] cellule de crise
       *[other] je n'y dis rien
    } (choix de { $by }).
channel-calls = Appels à volontaires : { $calls ->
        [yes] ce salon les reçoit au dernier cercle, sans aucun nom.
       *[no] ce salon ne les reçoit pas.
    }
calls-on = 🙋 Recevoir les appels
calls-off = 🔕 Ne plus recevoir les appels
channel-lost = **{ $title }** : je ne peux plus y écrire ({ $why }). Pour y revenir, on m'ajoute de nouveau.
channel-lost-now = ⚠️ Je ne peux plus écrire dans **{ $title }**. Voir /canaux
channel-gone = Ce salon n'est plus joignable. Voir /canaux
channel-decided = Quelqu'un a déjà répondu pour ce salon. Voir /canaux
channel-hello = { $use ->
        [partner] Bonjour. Ce canal reçoit ce que la CPTS adresse à ses partenaires. Aucune donnée personnelle n'y passe.
       *[other] Bonjour. Les messages de la coordination arrivent aussi ici. Les réponses personnelles se donnent en privé.
    }
no-channels = Je ne suis dans aucun salon. Ajoutez-moi à un groupe ou à un canal : je demanderai à qui il est.
channels-head = 📡 { $count ->
        [one] Un salon
       *[other] { $count } salons
    }
channel-line = { $title } : { $use ->
        [unknown] à qui est-il ?
        [partner] partenaire
        [team] équipe
       *[cell] cellule de crise
    }{ $lost ->
        [yes] {" "}(injoignable)
       *[no] {""}
    }
open-channel = { $title }
next-channels = ➡️ Suite
