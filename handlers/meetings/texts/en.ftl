help-reunions = the coming meetings, and my answers
help-reunion = call a meeting, a training, an exercise

# The card of a meeting

meet-head = { $kind ->
        [training] 🎓 TRAINING
        [exercise] 🎯 PLANNED EXERCISE
       *[meeting] 📅 MEETING
    } · **{ $title }** · { $when }
meet-place = Where: { $place }
meet-link = From afar: { $link }
meet-link-later = From afar: the link will follow.
meet-link-private = From afar too: the link is given in private.
meet-agenda = Agenda: { $agenda }
meet-capacity = { $count ->
        [one] One place on site, then a waiting list.
       *[other] { $count } places on site, then a waiting list.
    }
meet-full = { $count ->
        [one] Full on site (one place): there is a waiting list.
       *[other] Full on site ({ $count } places): there is a waiting list.
    }
meet-question = { $kind ->
        [training] Will you be there?
        [exercise] Will you be there?
       *[meeting] Will you join us?
    }
meet-mine-invited = You have not answered yet{ $about }.
meet-mine-onsite = { $both ->
        [yes] ✅ Noted, you are coming on site{ $about }.
       *[no] ✅ Noted, you are coming{ $about }.
    }
meet-mine-remote = { $both ->
        [yes] 💻 Noted, you take part from afar{ $about }.
       *[no] 💻 Noted, you take part{ $about }.
    }
meet-mine-waiting = { $both ->
        [yes] 🕐 Waiting list for a place on site{ $about }. We write to you if one becomes free. From afar there is room.
       *[no] 🕐 Waiting list{ $about }. We write to you if a place becomes free.
    }
meet-mine-maybe = 🤔 Noted, perhaps{ $about }. Say so once you know.
meet-mine-absent = ❌ Noted, you will not be there{ $about }. Thank you for answering.
meet-mine-here = 📍 Noted, you are here{ $about }.
meet-mine-about = {""}: { $title }, { $when }
meet-mine-about-this = {""}
meet-unsaid = Your answer is taken back: { $title }. You can answer again.
meet-onsite = { $both ->
        [yes] ✅ On site
       *[no] ✅ I am coming
    }
meet-remote = { $both ->
        [yes] 💻 From afar
       *[no] 💻 I will be there
    }
meet-absent = ❌ I will not be there
meet-queue = 🕐 Waiting list
meet-ics = 📅 Calendar (.ics)
meet-here = 📍 I am here
meet-card-cancelled = ❌ Cancelled. Thank you for answering.
meet-card-over = It is over. Thank you.
meet-answer-in-private = ✉️ Answer in private
meet-place-free = 🎉 A place became free and is yours: { $title }, { $when }.
meet-cancelled = This meeting is cancelled, or does not exist.
meet-over = This meeting is over. Thank you.
meet-begun = It has begun: it is too late for that.
meet-not-for-you = This meeting is not meant for you. If that is a mistake, tell your coordination.
meet-no-such-way = One cannot take part like that. Touch one of the buttons.

# What recurs

meet-repeat = 🔁 { $what }{ $until }{ $without }.
meet-repeat-until = , until { $day }
meet-repeat-without = , except { $what }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } other times
    }
meet-in-month = { $month ->
        [1] in January
        [2] in February
        [3] in March
        [4] in April
        [5] in May
        [6] in June
        [7] in July
        [8] in August
        [9] in September
        [10] in October
        [11] in November
       *[12] in December
    }
meet-on-day = on { $day }
meet-repeat-daily = { $every ->
        [1] Every day
       *[other] Every { $every } days
    }
meet-repeat-working = Monday to Friday
meet-repeat-weekly = { $every ->
        [1] Every { $days }
        [2] Every other week on { $days }
       *[other] Every { $every } weeks on { $days }
    }
meet-repeat-nth = { $every ->
        [1] Each month on { $days }
       *[other] Every { $every } months on { $days }
    }
meet-repeat-dates = { $every ->
        [1] Each month on the { $days }
       *[other] Every { $every } months on the { $days }
    }
meet-repeat-yearly = { $every ->
        [1] Each year on this date
       *[other] Every { $every } years on this date
    }
meet-nth = { $nth ->
        [first] the first { $day }
        [second] the second { $day }
        [third] the third { $day }
        [fourth] the fourth { $day }
        [fifth] the fifth { $day }
        [last] the last { $day }
       *[each] every { $day }
    }
meet-last-day = last day
meet-month-day = { $day ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $day }th
    }
meet-weekday-0 = Monday
meet-weekday-1 = Tuesday
meet-weekday-2 = Wednesday
meet-weekday-3 = Thursday
meet-weekday-4 = Friday
meet-weekday-5 = Saturday
meet-weekday-6 = Sunday
meet-weekdays-0 = Monday
meet-weekdays-1 = Tuesday
meet-weekdays-2 = Wednesday
meet-weekdays-3 = Thursday
meet-weekdays-4 = Friday
meet-weekdays-5 = Saturday
meet-weekdays-6 = Sunday

# Calling a meeting

meet-what = 📅 MEETINGS · **What would you like to do?**
meet-calendar-why = { $why ->
        [large] This file is too large for a calendar invitation.
        [away] I could not open this file. Please send it once more.
        [cancelled] This invitation cancels a meeting. To cancel one of ours: /meetings
       *[no-calendar] I did not understand this calendar invitation.
    } { $why ->
        [cancelled] {""}
       *[other] Or type: /meeting Title | tue 15/12 20h-21h30 | place
    }
meet-calendar-read = 📎 { $head }
meet-calendar-over = This invitation is for a day that is over. You can choose another one.
meet-calendar-go = 📅 Make it a meeting
meet-show-coming = 📅 The coming ones
meet-new = ➕ New meeting
meet-ask-title = What is it called? For example: December board
meet-ask-when = When? For example: tue 15/12 20h-21h30, or: the 2nd tuesday of each month 20h-21h30
meet-ask-place = Where? A place, a link, or both. For example: Health centre or https://video.example/board
meet-ask-link = Which link to take part from afar? Paste the address, or type: video, if it will follow.
meet-ask-agenda = What is the agenda?
meet-ask-kind = What is it?
meet-kind-meeting = 📅 A meeting
meet-kind-training = 🎓 A training
meet-kind-exercise = 🎯 An exercise
meet-ask-audience = For whom? For example: members: nurses, Saint-Aubin; channels: team
meet-everyone = 👥 All members
meet-ask-capacity = How many places on site? For example: 20
meet-no-limit = No limit
meet-ask-reminders = Which reminders? For example: 7 days, the day before at 18h, 1 hour
meet-reminders-usual = The usual reminders
meet-reminders-off = No reminder
meet-ask-without = On which days does it not take place? For example: 28/12, in August
meet-always = It always takes place
meet-which-time = What do you mean?
meet-reading = { $what } (the first: { $first })
meet-several-dates = There are several dates. What would you like?
meet-each-date = 📅 A meeting on each of the { $count } dates
meet-only = Only { $when }
meet-edit-title = Title
meet-edit-kind = Kind
meet-edit-when = Date, hours, recurrence
meet-edit-without = Except some days
meet-edit-place = Place
meet-edit-link = Link
meet-edit-agenda = Agenda
meet-edit-audience = For whom
meet-edit-capacity = Places
meet-edit-reminders = Reminders
meet-why-when = I did not understand “{ $piece }”: { $why } The rest is kept. Example: tue 15/12 20h-21h30
meet-why-except = { $why ->
        [not-then] It does not take place on that day: “{ $piece }”.
       *[other] I did not understand when it does not take place: “{ $piece }”.
    } The rest is kept. Examples: 28/12 and 4/1; from 20/12 to 3/1; in August
meet-why-long = { $what ->
        [title] This title
        [place] This place
        [link] This link
       *[agenda] This agenda
    } is too long: { $length } characters, { $most } at most. The rest is kept.
meet-why-capacity = I did not understand how many places: “{ $piece }”. A number from 1 to { $most }, for example: 20. The rest is kept.
meet-why-reminders = I did not understand these reminders: “{ $piece }”. Examples: 7 days, the day before at 18h, 1 hour; or: none. The rest is kept.
meet-next-times = Then { $days }{ $more ->
        [yes] …
       *[no] .
    }
meet-reminders = Reminders { $when } before.
meet-reminders-none = No reminder.
meet-before-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
meet-before-days-at = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } (at { $at })
meet-before-hours = { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
meet-before-minutes = { $minutes } minutes
meet-preview-unmarked = { $titles }: gets no meetings. To change that: /channels
meet-preview-twin = ⚠️ The same meeting has already been called for that hour.
meet-rather = 🔁 Rather: { $what }
meet-never = It would never take place: these days are past, or all left out. Touch “Edit”.
meet-nobody = Nobody would be told. Touch “Edit”, then “For whom”.
meet-sample = 🧪 A try, for you alone: this is what members will see, with buttons to answer.

# The board of whoever organises

meet-board-not-yours = This board is for the coordination.
meet-held = ⏪ Held back: nothing has left.
meet-again = ✏️ Review and send
meet-sent-since = It has left already.
meet-leaving = { $people ->
        [one] ⏳ Leaves in 30 seconds, to one recipient.
       *[other] ⏳ Leaves in 30 seconds, to { $people } recipients.
    }
meet-sent = { $sent ->
        [0] Nothing has left yet
        [one] Sent to one recipient
       *[other] Sent to { $sent } recipients
    }{ $waits ->
        [0] {""}
       *[other] {" "}({ $waits } still to leave)
    } · Invited: { $asked }
meet-and = { $first } · { $rest }
meet-count-onsite = { $of ->
        [0] ✅ On site: { $count }
       *[other] ✅ On site: { $count } of { $of }
    }
meet-count-remote = 💻 from afar: { $count }
meet-count-waiting = 🕐 waiting: { $count }
meet-count-maybe = 🤔 perhaps: { $count }
meet-count-absent = ❌ absent: { $count }
meet-count-invited = Not answered yet: { $count }
meet-count-here = 📍 Present: { $count } · { $hours } in all
meet-duration = { $hours ->
        [0] { $rest } min
       *[other] { $rest ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes } min
        }
    }
meet-hours = ⏱ Hours of attendance
meet-hours-list = { $each }.
meet-hours-each = { $count } { $who } ({ $hours })
meet-hours-others = { $count ->
        [one] one other profession ({ $hours })
       *[other] { $count } other professions ({ $hours })
    }
meet-hours-head = ⏱ ATTENDANCE · **{ $year }**
meet-hours-total = { $meetings ->
        [0] No meeting took place.
        [one] One meeting.
       *[other] { $meetings } meetings.
    }{ $times ->
        [0] { $meetings ->
            [0] {""}
           *[other] {" "}Nobody is noted as present.
        }
        [one] {" "}Somebody was present once, { $hours }.
       *[other] {" "}{ $times } presences of { $people ->
            [one] one person
           *[other] { $people } people
        }, { $hours } in all.
    }
meet-hours-how = Everyone counts for as long as was planned; a whole day counts 7 h.
meet-hours-before = ‹ { $year }
meet-hours-file = 📤 Export
meet-hours-said = 📤 Attendance in { $year }, by meeting and by profession, without any name.
meet-hours-book = Attendance at meetings, { $year }
meet-hours-banner = { $title } · as of { $at }
meet-hours-name = attendance
meet-unsettled = Change not answered: { $names }
meet-nudge = 🔁 Ask again
meet-roll = 📍 Who is there
meet-sheet = 🖨 Sign-in sheet
meet-export = 📤 Export
meet-cancel = 🚫 Cancel
meet-who-onsite = ✅ On site ({ $count }): { $names }
meet-who-remote = 💻 From afar ({ $count }): { $names }
meet-who-waiting = 🕐 Waiting ({ $count }): { $names }
meet-who-maybe = 🤔 Perhaps ({ $count }): { $names }
meet-who-absent = ❌ Absent ({ $count }): { $names }
meet-who-invited = Not answered yet ({ $count }): { $names }
meet-who-nobody = Nobody was invited.
meet-names-more = { $count } others
meet-nudged = { $count ->
        [0] Nobody can be reached: { $title }.
        [one] One person asked again, only once: { $title }.
       *[other] { $count } people asked again, only once: { $title }.
    }
meet-nobody-silent = Everyone has answered, or was asked again once.
meet-log-sent = Meeting announced: { $title }, { $at }

# Reminders

meet-reminder = 🔔 REMINDER · { $head }
meet-reminder-late = This reminder is late: the service was down.
meet-nudge-question = { $kind ->
        [training] I have no answer from you yet. Will you be there?
       *[other] I have no answer from you yet. Will you join us?
    }
meet-missed = ⚠️ The service was down: reminders of **{ $title }** could not leave before the start.
meet-room-change = ⚠️ CHANGE · **{ $title }**: { $when }{ $moved ->
        [yes] {" "}(before: { $old })
       *[no] {""}
    }.
meet-room-reminder = 🔔 REMINDER · { $head }

# The coming ones

meet-none = No meeting is planned for now.
meet-coming = { $count ->
        [one] 📅 MEETINGS · **The next one**
       *[other] 📅 MEETINGS · **The next { $count }**
    }
meet-line = { $number }. { $title }: { $when }{ $said ->
        [onsite] {" "}· ✅ you are coming
        [remote] {" "}· 💻 from afar
        [waiting] {" "}· 🕐 waiting list
        [maybe] {" "}· 🤔 perhaps
        [absent] {" "}· ❌ without you
        [invited] {" "}· not answered yet
       *[none] {""}
    }
meet-past = 🗂 Past ones
meet-past-head = 🗂 MEETINGS · **The last two months**
meet-none-past = No meeting in the last two months.
meet-open = { $when } · { $title }
meet-more = ➡️ More
meet-cancel-mine = ❌ Not coming: { $when }

# Changing, cancelling

meet-ask-scope = For which dates?
meet-this-time = This time only
meet-all-times = This one and all that follow
meet-change-what = What would you like to change?
meet-change-time = Date and hours
meet-change-place = Place
meet-change-link = Link
meet-change-agenda = Agenda
meet-change-capacity = Places
meet-change-also = ✏️ Another change
meet-change-nothing = It is so already: there is nothing to send.
meet-ask-time = What is the new time? So far: { $old }. For example: 20h30, or thu 17/12 20h-22h
meet-ask-hours = Which new hours, or which days? So far: { $old }. For example: 20h30-22h, or: every 2nd thursday of the month 20h-21h30
meet-hours-only = For all that follow, say hours, or on which days it recurs: I only have “{ $piece }”. Examples: 20h30-22h; every 2nd thursday of the month 20h
meet-change = ⚠️ CHANGE · **{ $title }**: { $when }{ $moved ->
        [yes] {" "}{ $instead }
       *[no] {""}
    }.
meet-change-new-place = { $kind ->
        [none] No place any more (before: { $old }).
        [first] Where: { $new }.
       *[new] New place: { $new } (before: { $old }).
    }
meet-change-new-link = { $any ->
        [no] No link for now.
       *[yes] New link: { $link }
    }
meet-change-new-capacity = { $count ->
        [0] Places on site: no limit.
       *[other] Places on site: { $count }.
    }
meet-change-told = { $count ->
        [0] Nobody gets a message; the cards are corrected.
        [one] One person gets a message; the cards are corrected.
       *[other] { $count } people get a message; the cards are corrected.
    }
meet-changed = { $count ->
        [0] ✏️ **{ $title }** is changed. The cards follow; nobody had to be told.
        [one] ✏️ **{ $title }** is changed. One person is told.
       *[other] ✏️ **{ $title }** is changed. { $count } people are told.
    }
meet-change-question = Still possible?
meet-change-yes = ✅ Yes
meet-change-no = ❌ No
meet-change-since = It has changed once more since: see below.
meet-change-newer = It has changed once more since: answer the last message.
meet-cancel-ask = Cancel { $title }, { $when }? { $count ->
        [0] Nobody is invited.
        [one] One person will be told.
       *[other] { $count } people will be told.
    }
meet-cancel-this = { $recurs ->
        [yes] 🚫 Yes, this time only
       *[no] 🚫 Yes, cancel
    }
meet-cancel-all = 🛑 Yes, the whole series
meet-cancel-other = 📆 Another date
meet-cancel-which = Which date of { $title } is cancelled?
meet-cancel-on = 🚫 { $when }
meet-cancel-nothing = ‹ Cancel nothing
meet-cancelled-now = { $what ->
        [all] 🚫 The whole series is cancelled: { $title }.
       *[one] 🚫 Cancelled: { $title }, { $when }.
    } { $count ->
        [0] Nobody had to be told.
        [one] One person is told.
       *[other] { $count } people are told.
    }
meet-cancelled-told = ❌ CANCELLED · **{ $title }**: { $when }. Please do not come.
meet-log-cancelled = Meeting cancelled: { $title }, { $at }

# Calendar

help-agenda = my shifts and meetings, in my calendar
meet-ics-drill = EXERCISE · { $title }
meet-ics-file = meeting
meet-ics-alt = A calendar file (.ics)
meet-ics-said = { $count ->
        [one] 📅 { $title }: open the file to add it to your calendar.
       *[other] 📅 { $title }: open the file to add these { $count } dates to your calendar.
    }
meet-agenda-head = { $count ->
        [0] 📆 MY CALENDAR · **Nothing planned**
       *[other] 📆 MY CALENDAR · **What is coming**
    }
meet-agenda-line = { $sure ->
        [yes] • { $when }: { $title }
       *[no] • { $when }: { $title } (to be confirmed)
    }
meet-agenda-more = … and { $count } more, in the file.
meet-agenda-file = 📅 .ics file
meet-agenda-name = calendar
meet-agenda-said = { $count ->
        [one] 📅 One date: open the file to add it to your calendar.
       *[other] 📅 { $count } dates: open the file to add them to your calendar.
    }
meet-feed = 🔗 Private subscription
meet-feed-none = Your community has no address for that yet. The .ics file works without it.
meet-feed-what = 🔗 A secret address to paste into your calendar, which then follows by itself. Whoever has this address can read your dates: keep it to yourself. { $has ->
        [yes] You have one; a new one replaces it.
       *[no] You can remove it here.
    }
meet-feed-make = 🔗 Make my address
meet-feed-new = ♻️ New address
meet-feed-off = 🗑 Remove the address
meet-feed-made = 🔗 Your address, shown only once: { $link }
    In your calendar, choose “add a calendar by URL”. Depending on the app it follows within an hour or within a day.
meet-feed-gone = 🗑 The address works no more.

# Attendance

meet-too-early = It is too early: come back an hour before the start.
meet-roll-head = 📍 ATTENDANCE · **{ $title }** · { $count } of { $of }{ $pages ->
        [1] {""}
       *[other] {" "}· page { $page } of { $pages }
    }
    Touch everyone who is there.
meet-roll-person = { $name }{ $said ->
        [remote] {" "}(from afar)
        [absent] {" "}(had said no)
        [maybe] {" "}(perhaps)
        [waiting] {" "}(waiting)
        [invited] {" "}(no answer)
       *[onsite] {""}
    }
meet-roll-all = ✅ Everyone who had said yes
meet-roll-add = ➕ Somebody else
meet-ask-present = Who else is there? Type their name.
meet-which-person = Which one?
meet-person = { $name }, { $town }
meet-nobody-so = I find nobody for “{ $said }”. Type a first or a last name. Whoever is no member signs the sign-in sheet.
meet-too-many-so = { $count } people match “{ $said }”: say more.
meet-added = 📍 Noted: { $name }, { $title }.
meet-exported = 📤 Answers and attendance: { $title }. This file holds names: keep it in the coordination.
meet-sheet-said = 🖨 Sign-in sheet: { $title }. To be printed and signed.
meet-sheet-alt = Sign-in sheet, PDF: { $title }
meet-sheet-kind = SIGN-IN SHEET
meet-sheet-made = Printed { $at }
meet-sheet-signature = Signature
meet-sheet-others = Other people: name, profession, town
meet-sheet-certified = Certified by (name, office, signature):
meet-sheet-file = sign-in
meet-sheet-here = { $at }
meet-xlsx-title = Attendance: { $title }
meet-xlsx-banner = { $title } · { $when } · as of { $at }
meet-xlsx-file = attendance
meet-xlsx-people = People
meet-xlsx-counts = By profession
meet-xlsx-name = Name
meet-xlsx-profession = Profession
meet-xlsx-town = Town
meet-xlsx-answer = Answer
meet-xlsx-answered = Answered on
meet-xlsx-here = Attendance
meet-xlsx-arrived = Arrived
meet-xlsx-minutes = Lasted (min)
meet-xlsx-invited = no answer
meet-xlsx-onsite = on site
meet-xlsx-remote = from afar
meet-xlsx-waiting = waiting list
meet-xlsx-maybe = perhaps
meet-xlsx-absent = absent
meet-xlsx-coming = Announced
meet-xlsx-present = Present
meet-xlsx-hours = Hours
meet-xlsx-all = All
meet-xlsx-invited-head = Invited
meet-xlsx-people-head = People
meet-xlsx-times = Presences
meet-xlsx-day = Date
meet-xlsx-title-head = Meeting
meet-xlsx-kind = Kind
meet-xlsx-kind-meeting = meeting
meet-xlsx-kind-training = training
meet-xlsx-kind-exercise = exercise
meet-xlsx-each = Hours each
meet-xlsx-meetings = Meetings
meet-xlsx-hours-table = Hours by profession
meet-xlsx-yes = yes
meet-xlsx-no = no
data-meetings = My meetings
data-meeting = Meeting
data-starts-at = Start
data-present = Attendance

# Polls

help-sondage = a poll: which dates, or what people think
poll-what = 🗳 POLL · **Of what?**
poll-of-dates = 🗓 Of dates
poll-of-opinion = 📊 Of opinion
poll-head = { $kind ->
        [dates] 🗓 POLL OF DATES · **{ $title }**
       *[opinion] 📊 POLL · **{ $title }**
    }
poll-choice = { $number }. { $what }
poll-until = Please answer before { $at }.
poll-secret = Answers are counted without names.
poll-ask-which-dates = Which dates suit you? Touch one or several.
poll-ask-one = What do you think? One answer only.
poll-ask-several-of = What do you think? One answer or several.
poll-button = { $mine ->
        [yes] ☑ { $label }
       *[no] { $label }
    }
poll-none = ❌ None suits me
poll-mine = { $count ->
        [one] ✅ Noted: number { $numbers }.
       *[other] ✅ Noted: numbers { $numbers }.
    }
poll-mine-none = ❌ Noted: none suits you. Thank you for answering.
poll-mine-nothing = Your answer is taken back. You can answer again.
poll-retained = ✅ The date is chosen: { $when }. The invitation follows.
poll-closed = 🔒 This poll is over. Thank you.
poll-result = { $number }. { $what }: { $count }{ $best ->
        [yes] {" "}⭐ ahead
       *[no] {""}
    }
poll-sent = { $sent ->
        [one] Sent to one member
       *[other] Sent to { $sent } members
    } · ends { $at }
poll-answered = Answered: { $count } of { $of }{ $none ->
        [0] {""}
       *[other] {" "}· none suits: { $none }
    }
poll-retain = ✅ Choose { $when }
poll-retain-other = 📆 Another date
poll-retain-which = Which date is chosen for { $title }?
poll-retained-since = A date has been chosen already.
poll-close = 🔒 Close
poll-who = { $number }. { $what }: { $names }
poll-board = 📋 See the poll
poll-closed-head = 🔒 THE POLL IS OVER · **{ $title }**
poll-nudge = 🔔 REMINDER · Poll **{ $title }** · Please answer before { $at }.
poll-answer = ✏️ Answer
poll-open = 🗳 { $title }
poll-gone = This poll is no more.
poll-over = This poll is over. Thank you.
poll-not-yours = This poll is not for you. If that is a mistake, tell your coordination.
poll-too-late = Its end is past already. Touch “Edit”, then “End”.
poll-ask-title = { $kind ->
        [dates] A meeting about what? For example: Meeting of the diabetes group
       *[opinion] What is the question? For example: Which hours for the walk-in clinic?
    }
poll-ask-dates = Which dates? For example: tue 15/12 20h-21h30, thu 17/12 20h, fri 18/12 12h30
poll-dates-free = 🗓 By availability
poll-ask-free = This is when most members are free, by their usual week ({ $known ->
        [one] one person has told theirs
       *[other] { $known } have told theirs
    }). Leave the dates ticked that you propose.
poll-free = { $when }: { $count } free of { $of }
poll-ask-choices = Which answers? One a line, or: morning | noon | evening
poll-yes-no = Yes, no, no opinion
poll-said-yes = Yes
poll-said-no = No
poll-said-neither = No opinion
poll-ask-several = May one give several answers?
poll-ask-closes = Until when can one answer? For example: fri 4/12 20h
poll-closes-usual = The usual time
poll-edit-title = Question
poll-edit-dates = Dates
poll-edit-choices = Possible answers
poll-edit-several = One answer or several
poll-edit-audience = For whom
poll-edit-closes = End
poll-why-closes = I did not understand until when one can answer: “{ $piece }”. Example: before 5/12. The rest is kept.
poll-why-many = { $count ->
        [0] It takes 2 to { $most } dates.
        [one] It takes 2 to { $most } dates, this is only one.
       *[other] It takes 2 to { $most } dates, these are { $count }.
    } The rest is kept.
poll-why-one = Only one date is noted: { $when }. It takes two at least. The rest is kept.
poll-preview-late = ⚠️ It ends after the first date: touch “Edit”, then “End”.
poll-why-choices = { $why ->
        [twice] Two answers are the same.
        [too-long] An answer is too long: 60 characters at most.
       *[count] It takes 2 to { $most } answers.
    } The rest is kept. Example: morning | noon | evening
poll-exported = 📤 The grid: { $title }. This file holds names: keep it in the coordination.
poll-xlsx-banner = { $title } · as of { $at }
poll-xlsx-grid = Grid
poll-xlsx-file = poll
data-polls = My polls
data-poll = Poll
data-choice = Answer

# Answers were lost

lost-meeting =
    • **{ $title }**: { $count ->
        [one] 1 person has not answered
       *[other] { $count } people have not answered
    }
lost-nudge = 🔁 Nudge: { $title }
