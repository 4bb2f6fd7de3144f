# The menu and help

menu-head = 🏠 MENU · **What would you like to do?**
menu-how = Touch a button, or type /help to see everything.
menu-appels = 🙋 Calls
menu-planning = 📆 My shifts
menu-reunions = 📅 Meetings
menu-dispos = 🗓 My availability
menu-profil = 👤 My profile
menu-reglages = ⚙️ Settings
menu-aide = ❓ Help
menu-mobiliser = 📣 Ask for help
menu-tableau = 📋 Board
menu-alerte = 🚨 Alert
menu-membres = 👥 Members
menu-inviter = 🎟 Invite
menu-simple = 🔎 Simple display (screen reader)
help-head = ❓ HELP · **I want to…**
help-head-function = { $reads ->
        [yes] 🧭 FOLLOWING CALLS · **I want to…**
       *[no] 🧭 COORDINATION · **I want to…**
    }
help-line = { $what }: { $name }
help-function = { $reads ->
        [yes] 🧭 Following calls
       *[no] 🧭 Coordination
    }
help-more = ➡️ More
help-less = ‹ Before
help-emergency = Nobody reads these messages day and night. { $emergency }.
emergency-line = Life at risk: 15, 112, or 114 by SMS
help-aide = see everything I can do here
help-annuler = get out of what I began
help-menu = open the menu

# /cancel

cancel-what = Cancel what?
cancel-shifts = 📆 One of my shifts
cancel-pause = 🔕 My pause
cancel-all = 🚪 My membership
cancel-nothing = Nothing
cancelled-nothing = Nothing has changed.
nothing-to-cancel = There is nothing to cancel.

# Wizards

yes = Yes
no = No
back = ‹ Back
leave = ✖️ Leave this
that-is-all = ✔️ That is all
ticked = ☑ { $label }
unticked = ☐ { $label }
ticked-said = { $label }: yes
unticked-said = { $label }: no
dialog-step = Step { $n } of { $of } · { $question }
dialog-left = Left. Nothing was sent.
dialog-expired = These questions are closed: they stood without an answer. You can begin again.
question-over = That question is over. Answer the latest one, further down.
continues-in-private = We go on in private: look at your messages.
begin-in-private = Open a private conversation with me first.
to-this-one = { $title }
which-question = What do you answer with “{ $said }”?

# One's own time beside the community's

zone-there = 🌍 Where you are: { $when } ({ $clock })
zone-beside = { $line } · where you are: { $when }
zone-slots = 🌍 Where you are it begins: { $when } ({ $clock })
zone-ours = The CPTS's own ({ $place })
zone-unknown = I know no time zone for “{ $said }”. Write a big town that has the same time as you. Examples: Lisbon, Europe/Lisbon.
set-zone = 🌍 Time zone

# Refusals

button-too-old = This button is out of date. Type /help to go on.
button-not-yours = This button is for someone else.
not-for-you = This command is for the coordination. Type /help to see yours.
not-active = Your participation is suspended. Talk to your coordination. You can always type /mydata or /leave.
not-a-member = 👋 This is the bot of { $community }: it organises help between health professionals. To come in, ask your coordination for an invitation link, or send me your code. { $emergency }.
nobody-there = Write to me in private for that.
unknown-command = I do not know “{ $name }”. Type /help to see your commands.
unclear-empty = Write a few words.
unclear-long = That is too long: { $length } characters, { $most } at most.
unclear-choice = I did not understand. Touch one of the buttons, or type its number.
text-wanted = I expect a written answer, not a picture or a file.
file-kind = I can attach a picture (JPEG, PNG, WebP) or a PDF only. The rest is kept.
file-size = This file is too large: { $most } MB at most. The rest is kept.
file-unasked = I asked for nothing that is answered with a file. Type /help to see what I can do.
flood-told = ⏳ Your messages come faster than I can answer. Each will have its answer, in order: no need to repeat them.
nothing-waits = 👍 Thank you. Nothing waits for an answer here at the moment.
not-understood = I did not understand. Type /help to see what I can do. { $emergency }.
not-an-answer = I did not understand this answer. Touch a button, or type its number.
unreadable = I read texts only. Answer in words or touch a button.
unreadable-voice = I do not listen to voice messages and do not keep them. Answer 1, 2 or no.
unreadable-encrypted = 🔒 I could not decrypt your message. Please write it again. If it happens once more, leave this chat and invite me to a new one.
unreadable-verification = 🔒 This verification could not be finished. It is optional: our messages are encrypted without it. To know that it is really me, compare the fingerprint that your app shows with the one that your coordinators know.
verification-emojis = 🔒 I see: { $emojis }. If you see the same, confirm it in your app. If not, refuse and tell your coordinators.
not-alone = 🔒 We are no longer alone here. For your answers, invite me to a new chat of just the two of us.
guard-refused = This message seems to hold patient data. I have neither passed it on nor kept it. Delete it from this conversation too and use MSSanté. { $emergency }.
more-choices = ➡️ More
guard-doubt = ⚠️ { $about ->
        [number] This message may hold a social security number.
       *[words] This message may be about a patient.
    } If it is, delete it here and use MSSanté. If not, there is nothing to do.
event-parked =
    🛠 A message could not be handled (no. { $number }, { $error }). Its author got an apology; it is kept, nothing else is touched.
    The server's log says why. Once the cause is mended, take it up again here or on the machine: tocsin replay { $number }
event-again = 🔁 Take this message up again
event-taken-again = 🔁 Message no. { $number } is taken up again, as if it had come just now.
event-not-parked = Message no. { $number } waits no longer: it was taken up again or given up.
apology = A mistake of mine kept me from handling your message. It is kept, an administrator knows. Try again in a moment; if it happens again, tell your coordinators.
platform-down =
    ⚠️ { $app } has not answered since { $since }. I keep trying.
    { $moved ->
        [0] {""}
        [one] { $moved } person got what was pressing in their other app.
       *[other] { $moved } people got what was pressing in their other app.
    } { $left ->
        [0] Nothing else is waiting.
        [one] { $left } conversation is waiting: nothing is lost.
       *[other] { $left } conversations are waiting: nothing is lost.
    }
platform-back = ✅ { $app } answers again. What was waiting leaves now.

unheard =
    ⚠️ **Answers may have been lost.** I was not listening to { $app } from { $since }, and { $app } keeps what people write to me for { $hours } hours only: what was sent there from then until { $until } is lost.
    { $open ->
        [0] Nothing that you asked for waits for an answer there.
       *[other] This still waits for answers. A button asks those who said nothing once more, once.
    }

# A copy that was put back

put-back-head =
    🗄 COPY PUT BACK · **{ $made ->
        [no] The bot begins again from a copy
       *[yes] The bot begins again from the copy of { $when }
    }**
put-back-lost = What happened since is not in it: answers, new members, people who left. Tell the coordination.
put-back-held =
    Held, nothing of it leaves without you: { $messages ->
        [0] no message
        [one] { $messages } message
       *[other] { $messages } messages
    }, { $events ->
        [0] nothing that people said
        [one] { $events } thing that people said
       *[other] { $events } things that people said
    }, { $timers ->
        [0] nothing planned
        [one] { $timers } thing planned
       *[other] { $timers } things planned
    }.
put-back-ask = Let go: the messages are sent and the answers handled, though late. Drop: they never will be; what was planned goes on by its rules.
put-back-release = 📤 Let go
put-back-drop = 🗑 Drop
put-back-released = 📤 What was held has left, { $when }.
put-back-dropped = 🗑 What was held was dropped, { $when }. What was planned goes on.
put-back-over = Nothing is held any more: somebody else has seen to it.

# What the auditor finds

audit-head = ⚠️ CHECK · **Something is not as it should be**
audit-sends =
    { $count ->
        [one] { $app }: { $count } message still waits, due for { $minutes } min.
       *[other] { $app }: { $count } messages still wait, the oldest due for { $minutes } min.
    }
audit-events =
    { $count ->
        [one] { $count } thing that somebody said is not handled, for { $minutes } min.
       *[other] { $count } things that people said are not handled, the oldest for { $minutes } min.
    }
audit-timers =
    { $count ->
        [one] { $count } planned thing is not done, { $minutes } min late.
       *[other] { $count } planned things are not done, the oldest { $minutes } min late.
    }
audit-open =
    { $count ->
        [one] { $count } call or alert is over and not closed.
       *[other] { $count } calls or alerts are over and not closed.
    }
audit-counts =
    { $count ->
        [one] { $count } call counts other seats than its answers.
       *[other] { $count } calls count other seats than their answers.
    }
audit-parked =
    { $count ->
        [one] { $count } planned thing failed at every try: tocsin replay shows it.
       *[other] { $count } planned things failed at every try: tocsin replay shows them.
    }
audit-disk = 💾 The bot's disk is full. Nothing that was received is lost, but hardly anything more can be written down. Make room: it goes on by itself.
audit-how = On the machine, tocsin doctor and the log say more.
audit-well = ✅ CHECK · All is as it should be again.

see-below = ⬇️ { $title }: it goes on below.
see-below-untitled = ⬇️ It goes on below.

# Whom a message goes to

reach-count = Preview · { $to }
reach-people =
    { $people ->
        [one] { $people } recipient
       *[other] { $people } recipients
    }{ $of ->
        [0] {""}
       *[other] {" "}({ $apps })
    }
reach-chats =
    { $channels ->
        [one] { $channels } channel
       *[other] { $channels } channels
    }
reach-beyond = Besides, { $count } cannot be reached.
reach-who =
    👁 Will get it: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
reach-channels = 📡 Channels: { $titles }
reach-not = 📵 { $name }: { $why }
reach-nobody = Nobody would get this message.
reach-unclear = I do not know who “{ $piece }” is: no town, profession, list or channel of this name here. Examples: all; members: nurses. The rest is kept.

# What waits half a minute before it leaves

hold-back = ⏪ Hold it back
hold-back-late = It has left already: it can no longer be held back.

# The list to phone from

phone-title = Phone list
phone-secret = CONFIDENTIAL · destroy after use
phone-made = Made { $at }, for { $who }
phone-page = Page { $page } of { $pages }
phone-column = Phone
phone-called = Phoned
phone-yes = Yes
phone-no = No
phone-file = phone-list
phone-name = Name
phone-profession = Profession
phone-town = Town

# Under every preview

preview-question = Shall we send it?
send = 📣 Send
see-who = 👁 See who
edit = ✏️ Edit
edit-what = What do you want to change?
try-on-me = 🧪 Try it on me
skip = Skip
as-is = { $words }

# Why a date was not understood

when-why = { $why ->
        [past] it is past.
        [no-such-day] there is no such day.
        [no-such-hour] there is no such hour.
        [too-far] it is more than two years ahead.
        [dst-gap] this hour does not exist in the night the clocks change.
        [end-before-start] the end is before the start.
        [weekday-contradicts] the weekday does not go with the date.
        [today-or-next-week] today, or in a week?
        [each-day-or-continuous] each day at these hours, or in one stretch?
        [hour-passed] that hour is past today.
        [just-passed] that date has just passed.
        [not-a-slot] I need a start and an end.
        [one-at-a-time] one slot at a time.
        [no-date] I need a day and hours.
        [which-hours] at what hours?
        [which-day] which day?
        [vague] I need exact hours.
        [several-dates] there are several dates: put a semicolon between them.
        [dst-overlap] this hour comes twice in the night the clocks change.
        [which-midnight] midnight at the start or at the end of that day?
        [which-night] the night before or the night after?
        [this-week-or-next] this week or the next?
        [which-week] which week?
        [movable-feast] give the date in figures.
        [not-read] I could not read all of it.
        [short-months] some months have no such day.
        [days-contradict] the days contradict each other.
        [negated] I do not understand what is left out.
       *[other] it can be read in several ways.
    }

# A new time beside the old one

instead-of-hours = instead of { $hours }
instead-of-day = instead of { $when }
