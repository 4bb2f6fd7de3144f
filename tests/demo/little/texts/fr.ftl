help-start = entrer dans la communauté
help-dispos = ma semaine habituelle
help-mobiliser = appeler des renforts
help-tableau = qui vient, qui manque
little-welcome = 👋 Bienvenue. Jamais de donnée de patient ici.
little-read = ✅ J'ai lu, je continue
little-member = 🎉 Vous êtes membre. Tout l'important arrive ici.
little-week = C'est noté : { $week }.
little-preview = VRAI APPEL · Aperçu · 🙋 APPEL À VOLONTAIRES · **{ $title }**
    Tous les membres. L'appel part tout de suite.
little-send = 📣 Envoyer
little-call = 🙋 APPEL À VOLONTAIRES · **{ $title }**
    Pouvez-vous venir ? Sans obligation.
little-slots = 1. samedi, de 8 h 30 à 13 h : il manque { $one } sur 2
    2. samedi, de 13 h 30 à 18 h : il manque { $two } sur 2
little-slot-1 = ✅ Sam. 8 h 30 – 13 h
little-slot-2 = ✅ Sam. 13 h 30 – 18 h
little-no = ❌ Pas cette fois
little-coming = ✅ C'est noté, vous venez : créneau { $slot }.
little-not-coming = C'est noté. Une autre fois.
little-withdraw = 🚫 Je ne peux plus venir
little-full = Complet, merci !
little-wait = 🕐 Liste d'attente
little-noted = C'est noté
little-board = 📋 TABLEAU
    Samedi matin : infirmiers { $one } sur { $need }
    Samedi après-midi : infirmiers { $two } sur { $need }
little-widen = ➕ Élargir
little-picture = Le planning en image : deux créneaux.
little-file = Le même pour votre agenda.
