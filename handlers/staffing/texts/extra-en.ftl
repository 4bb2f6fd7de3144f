
# The board as a picture

pic-file = roster
pic-total = Total
pic-of = { $taken } of { $need }
pic-missing = { $count } missing
pic-waiting = +{ $count } waiting
pic-so-far = { $missing ->
        [0] Full: { $taken } of { $need }
       *[other] Found: { $taken } of { $need }, { $missing } missing
    }
pic-drill = DRILL · no reaction is expected
pic-secret = DO NOT SHARE · asked for by { $who }, { $at }
pic-made = Made { $at } · { $by }
pic-cut-slots = { $count ->
        [one] … and another slot, in the file
       *[other] … and { $count } other slots, in the file
    }
pic-cut-posts = { $count ->
        [one] … and another post, in the file
       *[other] … and { $count } other posts, in the file
    }
pic-coming = is coming
pic-confirmed = has confirmed
pic-offered = seat offered, no answer yet
pic-gap = someone is missing
pic-alt = Who is coming: { $title }
pic-alt-shift = { $day }, { $hours }: { $posts }.
pic-alt-post = { $what }: { $how }
pic-alt-confirmed = { $who } (has confirmed)
pic-alt-offered = { $who } (seat offered)

# The grid of availabilities

grid-file = availability
grid-head = 🗓 **{ $title }** · answers: { $answered } of { $asked }
grid-answers = Answers: { $answered } of { $asked }
grid-best = { $whole ->
        [yes] Can be filled: { $times }.
       *[no] Nearest to being filled: { $times }.
    }
grid-slot = { $number }. { $when }: { $free ->
        [0] nobody is free
       *[other] { $parts }
    }{ $maybe ->
        [0] {""}
       *[other] , and { $maybe } if needed
    }
grid-more = { $slots ->
        [one] … and another slot (see the picture or the file).
       *[other] … and { $slots } other slots (see the picture or the file).
    }
grid-cut-people = { $count ->
        [one] … and another person, in the file
       *[other] … and { $count } other people, in the file
    }
grid-people = Who
grid-free = free
grid-maybe = if needed (counted after the +)
grid-no = no
grid-silent = no answer
grid-elsewhere = needs other professions
grid-short = not enough people are free

# The file

exported = 📤 **{ $title }**: seats: { $seats } · asked: { $asked }. Confidential: the file holds names.
xlsx-file = call
xlsx-title = { $title }: roster and answers
xlsx-banner = CONFIDENTIAL · { $title } · exported { $at }
xlsx-date-format = yyyy-mm-dd hh:mm
xlsx-planning = Roster
xlsx-answers = Answers
xlsx-gaps = Missing
xlsx-start = Start
xlsx-end = End
xlsx-post = Post
xlsx-name = Name
xlsx-profession = Profession
xlsx-town = Town
xlsx-state = State
xlsx-since = Since
xlsx-confirmed = Confirmed
xlsx-arrived = Arrived
xlsx-by-hand = Added by
xlsx-wave = Group
xlsx-asked = Asked
xlsx-reminded = Reminded
xlsx-answered = Answered
xlsx-answer = Answer
xlsx-delay = Delay (minutes)
xlsx-said = Wrote
xlsx-need = Needed
xlsx-taken = Found
xlsx-missing = Missing
xlsx-waiting = Waiting
xlsx-total = Total
xlsx-nobody = (has left)
xlsx-refused = not this time
xlsx-silent = no answer
xlsx-state-coming = is coming
xlsx-state-waiting = waiting list
xlsx-state-offered = seat offered
xlsx-state-maybe = if needed
xlsx-state-free = free
xlsx-state-out = withdrew

# Whom to phone

phone-head = 📞 WHOM TO PHONE · **{ $title }**
phone-how = Nobody has to: “no” is a full answer. A yes given on the phone is noted with “➕ Add a person”, under the board.
phone-slot = Slot { $number }, { $when }: { $state }
phone-more-slots = { $count ->
        [one] … and another slot.
       *[other] … and { $count } other slots.
    }
phone-person = • { $name }, { $what }: { $phone } ({ $note })
phone-said-maybe = said “if needed”
phone-said-silent = has not answered
phone-said-unasked = not asked yet
phone-said-otherwise = has answered for other slots
phone-free = usually free
phone-not-free = usually not free
phone-slots = { $count ->
        [one] slot { $numbers }
       *[other] slots { $numbers }
    }
phone-comes = is coming { $times }
phone-more = { $count ->
        [one] Another person is on the paper list.
       *[other] { $count } other people are on the paper list.
    }
phone-nobody = Nobody is left to phone: all who suit have answered, are away or paused.
phone-nobody-missing = **{ $title }**: nobody is missing.
phone-paper = 📄 List on paper
phone-list = 📄 { $count ->
        [one] One person. Confidential: destroy after use.
       *[other] { $count } people. Confidential: destroy after use.
    }
phone-list-empty = Nobody has given a number. Everyone can add theirs in /profile.
phone-file = phone-list
phone-title = Phone list
phone-secret = CONFIDENTIAL · destroy after use
phone-made = Made { $at }, for { $who }
phone-page = Page { $page } of { $pages }
phone-column = Phone
phone-called = Phoned
phone-yes = Yes
phone-no = No
phone-to-call = To phone for what is missing
phone-coming = Coming · { $who }
