tally = 🔢 COMPTE · **{ $count }**
more = ➕ Un de plus
refuse = ❌ Refuser
kit-refused = Refused, nothing n'a changé.
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
mine = For you alone.
help-mienne = a button of one's own
held-soon = It leaves in half a minute.
held-now = Held back: { $cards }
held-left = Left.
help-retarde = delay

# Visits

seen = Seen: { $seen }
