tally = 🔢 COMPTE · **{ $count }**
more = ➕ Un de plus
refuse = ❌ Refuser
kit-refused = Refusé, rien n'a changé.
never-said = Ceci ne doit jamais être vu.
worked = Cela a marché.
word = { $word }
ding = 🔔 Ding
ask-name = Quel nom ?
ask-how = Comment ?
bus = 🚌 Bus
bike = 🚲 Vélo
ask-stop = Étape { $number } ?
ask-bags = Quels sacs ?
bag-a = Sac A
bag-b = Sac B
trip = Voyage { $name }, { $how }, par { $stops }, { $bags } sacs, dès { $start }
help-compte = compter
help-bug = un bug
help-voies = les voies
help-plus_tard = plus tard
help-silence = silence
help-voyage = voyage
mine = Rien que pour vous.
help-mienne = un bouton à soi
held-soon = Cela part dans une demi-minute.
held-now = Retenu : { $cards }
held-left = Parti.
help-retarde = retarder

# Visits

seen = Vu : { $seen }
