help-mobiliser = ask for staff
help-exercice = a drill: the same, with nobody moving
help-appels = open calls that suit me
help-tableau = who comes, who is missing
help-planning = my shifts
help-liste_appel = the list to phone

# The card of a call

drill-head = 🧪 **DRILL** · no reaction is expected
card-head = { $kind ->
        [survey] 🗓 YOUR AVAILABILITY · **{ $title }**
       *[call] 🙋 CALL FOR VOLUNTEERS · **{ $title }**
    }
card-ask = { $drill ->
        [yes] A drill: you may answer, nobody has to come.
       *[no] Can you come? No obligation.
    }
card-sealed = 🔒 Nobody else is looked for in this call. Thank you!
survey-ask = When could you come? Answer for each slot. The rota comes after.
card-slot = { $bare ->
        [yes] { $number }. { $when }
       *[no] { $number }. { $when }: { $state }
    }
one-slot-each = One slot per person: choose the one that suits you best.
one-slot-full = This slot is full, and you have a place in this call already: it stays yours. One slot per person.
one-slot-only = One slot per person: the first is noted. For another, type its number.
card-more = Slots { $first } to { $last }, of { $slots }: tap “More”.
more-slots = { $slots ->
        [one] … and one more slot.
       *[other] … and { $slots } more slots.
    }
times-more = { $count ->
        [one] one more slot
       *[other] { $count } more slots
    }
missing-of = { $missing } of { $need } { $what }
slot-missing = still needed: { $parts }
slot-full = full, thank you!
card-where = Where: { $place }
card-contact = Contact: { $contact }
card-where-contact = Where: { $place }. Contact: { $contact }
card-pay = { $kind ->
        [yes] Paid: yes, at the community's rates.
        [no] Paid: no, voluntary.
       *[other] Paid: { $pay }
    }
card-terms = { $pay } { $until }
card-reply-by = Please answer before { $at }.
card-cancelled = ❌ Call cancelled. Do not come. Thank you for answering.
card-closed = This call is over. Thank you.
mine-coming = ✅ Noted, you are coming: { $times }.
mine-employer = Check that your employer agrees.
mine-free = ✅ Noted, you would be free: { $times }. The rota will be confirmed to you.
mine-offered = ⏳ A place is held for you: { $times }.
mine-waiting = 🕐 Waiting list: { $times }. We will write to you if a place becomes free.
mine-waiting-sealed = 🕐 Noted, on the waiting list: { $times }. We will write to you if we look again and there is a place for you.
mine-maybe = 🤔 Noted, if needed: { $times }. If people are missing we will ask you again, once only.
mine-maybe-asked = 🤔 Noted, if needed: { $times }. You were asked; the coordination may still phone you.
mine-maybe-sealed = 🤔 Noted, if needed: { $times }. Nothing to do for now.
mine-thanked = 🗓 Noted: { $times }. The rota is made without you this time. Thank you for your answer.
mine-out = Noted, we no longer count on you: { $times }.
mine-no = Noted: not this time. Thank you for answering.
pick-maybe = 🤔 For which slot, if needed?
pick-leave = { $slots ->
        [one] Take you off { $times }? “Yes” takes you off, “no” changes nothing.
       *[other] Which slot should we take you off?
    }
mine-said = Your message to the coordinators: “{ $said }”
can-come = ✅ { $when }
queue-up = 🕐 Waiting list { $when }
if-needed = 🤔 If needed
not-this-time = ❌ Not this time
pause = 🔕 Pause
cannot = 🚫 I can no longer come
next-page = ➡️ More
maybe-for = 🤔 If needed, { $when }
leave-shift = 🚫 Take me off { $when }
leave-all = 🚫 Off all of them
stay-as-is = ‹ Change nothing
room-full = Full, thank you! Nobody else is needed.
room-sealed = 🔒 Nobody else is looked for. Thank you!
answer-in-private = 💬 Answer in private

# What is said after an answer

callout-cancelled = This call was cancelled. There is nothing left to answer.
callout-closed = This call is over. Type /calls to see the open ones.
already-cancelled = This call is cancelled already, everyone has been told. Nothing has changed.
already-over = This call is over. Type /board to see those under way.
callout-sealed = 🔒 Nobody else is looked for in this call. Thank you for offering!
sealed-kept = 🔒 Nobody else is looked for in this call. Your message is kept, the coordination will read it. Thank you!
shift-over = This slot is over. Type /calls to see what is open.
shift-not-yours = This slot does not need your profession. Type /calls to see those that do.
overlap-here = You are already coming to a slot at the same time. Leave that one first: /shifts.
overlap-elsewhere = You are already expected elsewhere at that time. To change, type /shifts.
short-rest = ⚠️ Less than 11 hours of rest between two shifts. It is your decision; /shifts to change.
seat-gone = You are no longer on this slot. Type /calls to take it again if there is a place.
say-which = For which slot? Answer with a number ({ $numbers }), “all”, or tap a button of the call.
say-which-leave = Which slot should we take you off? Answer with a number ({ $numbers }), or tap a button. “No” changes nothing.
say-yes-or-no = Will you take this place? Answer “yes” or “no”, or tap a button.
not-sure = I am not sure I understand “{ $said }”. The coordinators will read it. To be counted: tap a button, or type the slot's number, “if needed” or “no”.
reminder = 🙋 **{ $title }** still needs people. An answer helps, even “no”. It is given above, or with /calls. This is the only reminder.
call-not-for-you = This call does not need your profession, or it is over. Type /calls to see yours.
paused-until = 🔕 Understood: nothing more until { $until }. It resumes by itself.
resume-now = 🔔 Resume
resumed = 🔔 Noted, you can be asked again.

# A place becomes free

moved-up = 🎉 A place became free and is yours: **{ $title }**, { $when }. If you can no longer come: /shifts.
seat-passed = A place became free: **{ $title }**, { $when }. You are expected elsewhere at that time already: it goes to someone else.
seat-free = ↩️ **{ $title }**: a place became free, { $when }: { $state }.
seat-free-sealed = ↩️ **{ $title }**: a place became free, { $when }: { $state }. The search is over: nobody is asked unless you look again.
seat-unclaimed = 🤔 **{ $title }**: those who had said “if needed” did not take the place, { $when }: { $state }.
seat-offered = A place became free: **{ $title }**, { $when }. Will you take it? It is held for you for { $minutes } minutes, until { $until }.
take-it = ✅ I take it
leave-it = ❌ I leave it
offer-over = This place can no longer be taken. Type /calls to see what is left.
offer-gone = **{ $title }**, { $when }: the place is no longer held for you.
offer-sealed = 🔒 **{ $title }**, { $when }: nobody else is looked for. The place is no longer held for you. Thank you for being there!
offer-taken = ✅ Noted, you are coming: **{ $title }**, { $when }.
offer-declined = Noted, you do not take it: **{ $title }**, { $when }. Thank you for answering.
offer-lapsed = **{ $title }**, { $when }: the place held for you went to someone else. No harm done: /calls shows what is left.
offer-lapsed-free = **{ $title }**, { $when }: the place is no longer held for you, but it is still free.
maybe-now = 🙋 **{ $title }**, { $when }: people are missing. You said “if needed”. Are you coming? The place is held for you for { $minutes } minutes, until { $until }. You are asked only this once.
yes-needed = ✅ Yes, I am coming

# The eve and the day

eve-question = Still coming tomorrow? **{ $title }**, { $when }. { $where }
still-coming = ✅ Yes, I am coming
confirmed = Noted, see you tomorrow: { $when }.
eve-silent = 📞 **{ $title }**: { $count ->
        [one] one person has not confirmed for tomorrow yet. The place is kept.
       *[other] { $count } people have not confirmed for tomorrow yet. Their places are kept.
    }
no-number = no number
phone-line = { $name }: { $phone }
too-early = A little early: “I am here” opens at { $at }.
arrived = 📍 Noted, you are here since { $at }. Your position is not recorded. Thank you!

# The rota

no-shifts = You have no shift coming. Open calls: /calls
my-shifts = 📅 **Your shifts**
my-shift = { $when } · { $what } { $state ->
        [waiting] (waiting list)
        [offered] (to be confirmed)
        [maybe] (if needed)
       *[coming] (you are coming)
    }
my-team = With you: { $names }
cannot-shift = 🚫 Take me off: { $when }
here-i-am = 📍 I am here ({ $when })
already-out = You were no longer on this slot.
no-unsaid = Noted, your “not this time” is taken back: **{ $title }**. You can still answer.
withdrawn = Noted, you are no longer expected { $when }. Thank you for saying so.
no-calls = No call needs your profession right now. We will write to you.
more-calls = And { $count ->
        [one] one more call
       *[other] { $count } more calls
    }.

# The wizard of a call

ask-title = What is needed? A short title, for example: Vaccination centre
ask-when = When? For example: sat 12/12 9h-13h, 13h-18h
ask-needs = Whom do you need? For example: 2 doctors, 4 nurses
ask-place = Where? For example: Pagnol gymnasium
ask-contact = Who can be reached? For example: coordination, 02 40 00 00 00
ask-pay = Is taking part paid?
ask-towns = For the members of which towns?
ask-reply-by = Until when are answers useful? For example: tomorrow 8pm
all-towns = All towns
pay-yes = ✅ Yes, at the community's rates
pay-no = No, voluntary
which-time = What do you mean?
why-slots = I did not understand “{ $piece }”: { when-why } The rest is kept. Example: sat 12/12 9h-13h
why-needs = I did not understand “{ $piece }”{ $why ->
        [zero] : at least one person is needed.
        [negative] : at least one person is needed.
        [too-many] : more than I can ask for in one call (500).
        [no-count] : how many?
        [ambiguous] : psychologist or psychiatrist?
       *[other] .
    } Example: 3 nurses. The rest is kept.
why-long = { $what ->
        [title] This title
        [place] This place
        [contact] This contact
       *[pay] This line on pay
    } is too long: { $length } characters, { $most } at most. The rest is kept.
why-towns = I do not know this town: { $piece }. The rest is kept.
why-reply_by = I did not understand until when to answer: “{ $piece }”. The rest is kept. Example: before tomorrow 8pm
preview-head = { $drill ->
        [yes] 🧪 DRILL
       *[no] REAL CALL
    } · Preview · { $kind ->
        [survey] 🗓 YOUR AVAILABILITY
       *[call] 🙋 CALL FOR VOLUNTEERS
    } · **{ $title }**
need = { $count } { $what }
preview-slot = • { $when }: { $needs }
preview-alike = The same needs as the first slot: { $times }. To change them: “Edit”, then “Needs”.
preview-seats = { $slots ->
        [one] { $seats ->
            [one] One place.
           *[other] { $seats } places.
        }
       *[other] { $even ->
            [no] { $seats } places in all, over { $slots } slots.
           *[yes] { $posts ->
                [one] One place × { $slots } slots = { $seats } in all.
               *[other] { $posts } places × { $slots } slots = { $seats } in all.
            }
        }
    }
preview-people = { $count ->
        [one] One person may suit
       *[other] { $count } people may suit
    } ({ $counts }).
preview-group = { $rhythm ->
        [everyone] Everyone is asked now.
        [fast] First group: { $first ->
            [one] one person
           *[other] { $first } people
        }{ $free ->
            [0] {""}
           *[other] , free ones first ({ $free } by their usual week)
        }. { $hours ->
            [0] {""}
           *[other] It starts in { $hours } h:{" "}
        }fast rhythm, { $minutes } min between groups.
       *[normal] First group: { $first ->
            [one] one person
           *[other] { $first } people
        }{ $free ->
            [0] {""}
           *[other] , free ones first ({ $free } by their usual week)
        }. Normal rhythm: { $minutes } min between groups.
    }
preview-nobody = ⚠️ Nobody can be asked for this call.
preview-left-out = Besides, { $count ->
        [one] one person is not asked
       *[other] { $count } people are not asked
    } (“See who” says why).
preview-short = ⚠️ More places than people: { $what }.
short-of = { $need } { $what } for { $able } { $able ->
        [one] person
       *[other] people
    }
preview-twin = ⚠️ A call of the same name, at the same time, went out already { $at }.
slot-without-need = Nothing is sent. Nobody is asked for { $when }: tap “Edit”, then “Needs”. For example: morning 2 nurses, afternoon 4 nurses
rhythm-normal = 🐢 Normal rhythm
rhythm-fast = 🐇 Fast rhythm
rhythm-everyone = 📣 Everyone now
edit-title = Title
edit-slots = Slots
edit-needs = Needs
edit-place = Place
edit-contact = Contact
edit-pay = Pay
edit-neighbours = Neighbouring professions
edit-single = One slot per person
ask-single = May each person take one slot only? Whoever chooses another gives up the first.
ask-neighbours = If nobody else can come, accept neighbouring professions (for example a midwife to vaccinate)?
preview-neighbours = As a last resort: neighbouring professions.
sample-head = This is the call without its buttons; everyone will see the slots for their profession only:
who-asked = Asked in this order: { $names }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
who-left-out = { $name }: { $why ->
        [elsewhere] another town
        [excluded] left out of this call
        [paused] paused
        [away] away
        [busy] already expected elsewhere
        [unreachable] cannot be reached
        [weekly-limit] asked often enough this week
        [quiet] quiet hours
       *[other] not asked
    }
who-more = And { $count } more.
starts-in-past = Nothing is sent: a slot has already begun. Tap “Edit”, then “Slots”. For example: tomorrow 9h-13h
reaches-nobody = Nothing is sent: this call would reach nobody. “See who” says why; “Edit”, then “Needs”, widens it. For example: 4 nurses or midwives
drill-what = Type /drill, then “callout” or “alert” and the rest. For example: /drill callout Centre | tomorrow 9-13 | 2 nurses | Gym
sent-now = Sent: **{ $title }**. { $count ->
        [0] Nobody is asked for now (quiet hours): the first group will be asked after them.
        [one] One person asked. The board follows below.
       *[other] { $count } people asked. The board follows below.
    }
filled = 🎉 **{ $title }**: every place is taken.

# The board

board-slot = **{ $when }**: { $parts }
board-post = { $what } { $taken } of { $need }{ $missing ->
        [0] {" "}✔
       *[other] {" "}({ $missing } missing)
    }
board-post-free = { $what }: { $free ->
        [0] nobody free
        [one] one person free
       *[other] { $free } free
    } for { $need }
board-post-held = { $what } { $taken } of { $need } ({ $missing ->
        [0] {""}
       *[other] { $missing } missing, {""}
    }{ $held ->
        [one] one place offered
       *[other] { $held } places offered
    })
board-more = { $slots ->
        [one] … and one more slot that misses people.
       *[other] … and { $slots } more slots that miss people.
    }
board-full = { $slots ->
        [one] ✔ One full slot.
       *[other] ✔ { $slots } full slots.
    }
board-total = In all: { $taken } of { $need }. The details are in the picture and the file.
board-counts = Asked: { $asked } · answers: { $answered } · not this time: { $refused } · if needed: { $maybe } · waiting: { $waiting }{ $offered ->
        [0] {""}
       *[other] {" "}· places offered, answer awaited: { $offered }
    }
board-survey = Asked: { $asked } · answers: { $answered } · free for at least one slot: { $free } · no: { $refused }
board-unclear = … and { $count ->
        [one] one more answer to read
       *[other] { $count } more answers to read
    } in the file.
board-said = 💬 { $name }: “{ $said }”
board-cancelled = ❌ Call cancelled, those concerned have been told.
board-sealed = 🔒 No longer looking: those confirmed are coming.
add-person = ➕ Add a person
choose-from-grid = 🗓 Choose from the grid
widen = ➕ Widen the call
who-to-phone = 📞 Whom to phone
as-picture = 🖼 Picture
as-file = 📤 Export
with-names = 🖼 With names (do not share)
seal = 🔒 Stop looking: those confirmed come
cancel-call = 🚫 Cancel the call: everyone is told
do-without = ✅ Do without
widened = { $count ->
        [0] { $rooms ->
            [0] Nobody else can be asked now (rest, absences, weekly limit). “Whom to phone” gives the numbers.
            [one] Everyone who could be asked has been. The call goes to one room too.
           *[other] Everyone who could be asked has been. The call goes to { $rooms } rooms too.
        }
        [one] One more person is asked.
       *[other] { $count } more people are asked.
    }
widen-sealed = Nobody is looked for any more. To look again, tap “Look again” under the board: /board
widen-full = Every post is filled: nobody is left to ask.
widen-again = The call was widened a moment ago. Leave people a minute to answer, then try again.
reopen = 🔓 Look again
reopened = 🔓 **{ $title }**: we are looking again.
sealed = 🔒 **{ $title }**: nobody else is looked for. Those confirmed are coming.{ $told ->
        [0] {""}
        [one] {" "}The person who was offered a place is told.
       *[other] {" "}The { $told } people who were offered a place are told.
    }
cancel-ask = Cancel **{ $title }**? { $count ->
        [0] Nobody had signed up yet. Those who have not answered are told.
        [one] The person who signed up will be told, and those who have not answered.
       *[other] The { $count } people who signed up will be told, and those who have not answered.
    }
cancel-sure = 🚫 Yes, cancel and tell them
cancelled = **{ $title }** is cancelled. { $count ->
        [0] Nobody had to be told.
        [one] One person is told.
       *[other] { $count } people are told.
    }
stand-down = ⚠️ CHANGE · **{ $title }** is cancelled, { $when }{ $more ->
        [0] {""}
        [one] {" "}and one more slot
       *[other] {" "}and { $more } more slots
    }: do not come. Thank you.
deadline-head = ⏰ **{ $title }**: the time to answer is over.
deadline-slot = { $when }: { $state }
roster = 🖼 **{ $title }**
roster-names = 🖼 **{ $title }**, with names: do not share. Asked for by { $who }, { $at }.
no-board = No call under way. To open one: /callout
no-figures = No call is under way.
board-not-yours = This board is no longer for you: your role has changed.
which-board = Which call?
board-of = { $title }

# A call that was sent is changed: what the coordinators read

change-what = What do you want to change?
change-time = Time
change-number = Number of people
change-more = One more slot
change-also = ✏️ Another change
change-which-slot = Which slot?
change-which-post = Which post?
change-ask-time = What are the new hours of this slot ({ $when })? For example: 10h-14h, or sun 13/12 10h-14h
change-ask-more = Which slot besides? For example: sat 12/12 14h-18h. It will look for the same people as the first.
change-ask-place = What is the new place? So far: { $old }
change-ask-contact = Who is the new contact? So far: { $old }
change-ask-need = { $when }, { $what }: how many in all? So far: { $need }, places taken: { $held }
change-same-words = That is what it says already. Type something else, or “Back”.
change-no-time = { $why ->
        [begun] This slot has begun: its hours do not change any more. To go on longer, add “One more slot” ({ $when }).
        [past] That is past: { $when }. Type hours that are still to come.
        [backwards] The end is before the start: { $when }. Example: 10h-14h
        [same] These are the hours of this slot already: { $when }. Type others, or “Back”.
       *[twin] This call has a slot at these hours already: { $when }. Type others, or “Back”.
    }
change-no-number = I did not understand “{ $piece }”. Type a number, for example: 5
change-no-need = { $why ->
        [nobody] At least one person is needed. To stop looking: “🔒 Stop looking”, under the board.
        [too-many] That is more than I can ask for in one call (500).
        [same] That is the number asked for already: { $need }. Type another, or “Back”.
       *[too-few] { $held ->
            [one] One place is taken already
           *[other] { $held } places are taken already
        }: no fewer than { $held }. To look for nobody else, type { $held }. If that is too many, phone one of them: one tap takes them off.
    }
change-head = { $drill ->
        [yes] 🧪 DRILL
       *[no] REAL CALL
    } · Preview of the change · **{ $title }**
change-line-time = • { $new } { $instead }
change-line-words = • { $what ->
        [place] Place
       *[contact] Contact
    }: { $new } (before: { $old })
change-line-words-first = • { $what ->
        [place] Place
       *[contact] Contact
    }: { $new }
change-line-need = • { $when }: { $new } { $what } (before: { $old })
change-line-added = • Besides: { $when }: { $needs }
change-told = { $count ->
        [0] Nobody has to be told: the messages that went out follow by themselves.
        [one] One person will be told{ $asks ->
            [yes] {" "}and say whether it is still possible. Without an answer the place is kept.
           *[no] .
        }
       *[other] { $count } people will be told{ $asks ->
            [yes] {" "}and say whether it is still possible. Without an answer their place is kept.
           *[no] .
        }
    }
change-clashing = ⚠️ { $count ->
        [one] One person is expected elsewhere at those hours: their message says so.
       *[other] { $count } people are expected elsewhere at those hours: their message says so.
    }
change-beyond = ⚠️ To be told by you, the bot cannot write to them: { $names }.
change-refused = ⚠️ { $what }: { $why ->
        [begun] this slot has just begun, its hours do not change any more.
        [past] the new hours are past.
        [twin] the call has another slot at those hours by now.
        [too-few] more places were taken, this number is too small.
       *[same] this was changed already.
    }
change-nothing = There is nothing left to change.
change-meanwhile = ⚠️ Nothing is sent yet: this call changed while you were writing. Please read it again.
change-sent = ✏️ **{ $title }** is changed. { $count ->
        [0] Nobody had to be told.
        [one] One person is told{ $later ->
            [0] .
           *[other] {" "}when their quiet hours end.
        }
       *[other] { $count } people are told{ $later ->
            [0] .
           *[other] , { $later } of them when their quiet hours end.
        }
    } The board follows below.
change-searched = { $missing ->
        [one] One person is missing
       *[other] { $missing } people are missing
    } in all: the search goes on.
change-sealed = 🔒 Nobody else is looked for in this call: “🔓 Look again”, under the board, resumes the search.
change-phone = 📞 To be told by you, the bot cannot write to them:
board-change = ⚠️ Change, answer awaited: { $names }.
names-more = { $count ->
        [one] one more person
       *[other] { $count } more people
    }

# A call that was sent is changed: what those concerned read

change-moved = ⚠️ CHANGE · **{ $title }**: { $times } { $instead }.
change-for = ⚠️ CHANGE · **{ $title }**: { $times }.
change-contact-only = ⚠️ CHANGE · **{ $title }** · New contact: { $contact }. Nothing else changes.
change-place = New place: { $new } (before: { $old }).
change-place-first = Where: { $new }.
change-contact = New contact: { $contact }.
change-clash = ⚠️ You are also expected { $times }. Keep one of the two; for the other: /shifts.
change-question = { $state ->
        [waiting] You are on the waiting list. Still possible?
        [maybe] You had said “if needed”. Still possible?
        [free] You had said you would be free. Still possible?
       *[coming] Still possible? Without an answer your place is kept.
    }
change-offered = A place there is held for you until { $until }. Will you take it?
change-yes = ✅ Yes
change-no = ❌ No
change-since = ⚠️ CHANGE · **{ $title }**: it has changed once more since. Now: { $times }. { $where }
change-newer = It has changed meanwhile: { $when }. Answer the latest “CHANGE” message, or with /shifts.
change-not-sure = I am not sure I understand “{ $said }”. The coordinators will read it. Answer “yes” or “no”; without an answer nothing changes for you.

# By hand

ask-whom = Who said yes? Type the name.
which-person = Which of these people?
person = { $name } · { $town }
nobody-named = I find nobody called “{ $name }”. Check with /members, then try again.
no-post-for = No slot needs the profession of { $name }.
ask-which-shift = For which slot?
added = Noted: { $name }, { $when }. They are told and may refuse.
added-waiting = { $name }, { $when }: this slot is full, they are on the waiting list. They are told, and can refuse.
hand-already = { $name } is coming already, { $when }. Nothing has changed.
hand-engaged = { $name }: expected elsewhere at that time already. Nothing has changed.
hand-full = Nobody is looked for any more, and this slot is full. Nothing has changed for { $name }.
added-you = ✅ The coordinators signed you up: **{ $title }**, { $when }. { $where }
    If that is wrong, say so with one tap.
added-you-waiting = 🕐 The coordinators put you on the waiting list: **{ $title }**, { $when }. { $where }
    If that is wrong, say so with one tap.
replace = ↔️ Replace
ask-replaced = Who is replaced?
replaced = Noted: { $new } replaces { $old }, { $when }. Both are told.
replaced-you = Noted, you are no longer expected: **{ $title }**, { $when }. The coordinators found someone. Thank you!
nobody-coming = Nobody is confirmed yet: there is nobody to replace.
choose-for = Who comes { $when }? Tick, then “That is all”.
choose-fewer = Who comes { $when }? { $count } people ticked for { $places } { $places ->
        [one] place
       *[other] places
    }: untick some, then “That is all”.
choose-sure = { $count ->
        [0] Nobody is ticked. End without confirming anything?
        [one] Confirm one place and tell the person, once?
       *[other] Confirm { $count } places and tell each person, once?
    }{ $others ->
        [0] {""}
        [one] {" "}One person had answered and is not chosen: a word thanks them.
       *[other] {" "}{ $others } people had answered and are not chosen: a word thanks them.
    }
nobody-free = Nobody has said they are free yet. Wait for answers, or widen the call.
survey-confirmed = { $count ->
        [0] Nobody was confirmed.
        [one] One person is confirmed and told.
       *[other] { $count } people are confirmed and told.
    }{ $thanked ->
        [0] {""}
        [one] {" "}One person who had answered is thanked.
       *[other] {" "}{ $thanked } people who had answered are thanked.
    }
survey-thanks = 🗓 Thank you for your answer: the rota of **{ $title }** is made without you this time. If that changes, we will write to you.
survey-left = { $name }: not confirmed, taken at that time already or withdrawn meanwhile.
chosen-you = ✅ The rota is made. We count on you: **{ $title }**, { $times }. { $where }

# Pictures, files, telephone


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
xlsx-late = after the deadline
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
phone-to-call = To phone for what is missing
phone-coming = Coming · { $who }

# The log of a crisis

log-call-sent = Call sent: { $title }, { $seats ->
        [one] one place
       *[other] { $seats } places
    }, { $asked ->
        [0] nobody asked yet
        [one] one person asked
       *[other] { $asked } people asked
    }.
log-call-filled = Call filled: { $title }.
log-call-changed = Call changed: { $title }.
log-call-sealed = Call { $title }: nobody else is looked for, those confirmed come.
log-call-reopened = Call { $title }: people are looked for again.
log-call-cancelled = Call cancelled: { $title }.
log-call-over = Call over: { $title }{ $missing ->
        [0] , full
       *[other] , { $missing } fewer than needed
    }.

# Answers were lost

lost-call =
    • **{ $title }**: { $count ->
        [one] 1 person has not answered
       *[other] { $count } people have not answered
    }
lost-ask = 🔁 Ask again: { $title }
lost-question = 🙋 **{ $title }**: if you had answered, your answer was lost, sorry. Could you give it again? Even a “no” helps.
lost-see = 🙋 Answer
lost-asked =
    Done for **{ $title }**: { $count ->
        [one] 1 person is asked again.
       *[other] { $count } people are asked again.
    }
lost-nobody-silent = There is nobody left to ask again: they have answered or were just asked, or the call is full.
