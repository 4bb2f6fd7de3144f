# Joining

join-welcome =
    👋 Welcome to { $community }. Two minutes are enough.
    Your name, profession and town are used to call on you, to count your hours and to account for what the community does. Only coordinators see them. On Telegram they pass through servers outside the European Union. Never any patient data here.
join-notice =
    📄 NOTICE · **Your data**
    Who: { $community }, to organise help, count your hours and account for what it does.
    What: name, profession, town, then whatever you choose to add (RPPS, number, availability).
    Who sees them: coordinators and administrators. Never partners.
    How long: your answers 12 months; the rest until you leave.
    On Telegram, messages pass through servers outside the European Union.
    Your rights: /profile to correct, /mydata to get or erase everything, /leave to go. Complaints: cnil.fr.
    Never any patient data here. { $emergency }.
join-read = ✅ I have read this, go on
join-notice-button = 📄 Read the notice
join-no = ❌ No, thank you
join-language = 🌐 Français
join-declined = Very well. No record is made of you, and these messages are erased from our server within a few days. The invitation stays valid if you change your mind.
join-step = Step { $number } of { $of } ·{ " " }
no-step = { "" }
nil = { "" }
in-their-words = { $words }
pass-over = Skip
more = ➡️ More
ask-name = { $step }Your first and last name?
name-long = This name has { $length } characters, { $most } at most. Write your first and last name, for example: Claire Martin.
name-odd = I cannot read a name there. Write your first and last name in letters, for example: Claire Martin.
ask-profession = { $step }Your profession?
ask-profession-which = Which one?
profession-unknown = I do not know “{ $said }”. For example: nurse, physio, midwife. Otherwise touch “Other”.
ask-calling = Write your profession, for example: medical secretary.
calling-odd = Write your profession in a few words, for example: medical secretary.
ask-town =
    { $step }The town where you practise?
    { $hint }
town-hint-buttons = Another town? Write its name.
town-hint-typed = Write its name.
town-odd = I cannot read a town there. Write its name, for example: { $example }.
ask-town-near = Did you mean { $near }?
ask-rpps = { $step }Your RPPS number? Optional: it speeds up the approval.
rpps-unclear = An RPPS number has 11 digits, for example: 1000 1234 567. Touch “Skip” if you do not have it at hand.
rpps-doubt = ⚠️ The last digit of { $number } does not fit the others: a slip?
rpps-mend = ✏️ Correct it
rpps-keep = Keep this number
join-done =
    Noted. A coordinator approves your registration, usually within the day.
    You can answer calls already: your place is kept, subject to approval.
    Whenever you like:
join-pending =
    Your registration awaits a coordinator's approval, usually within the day.
    You can answer calls already: your place is kept, subject to approval.
    Whenever you like:
extra-week = 🗓 My availability
extra-skills = ⭐ My skills
extra-needs = 💬 My needs
extra-phone = 📞 My work number
recognise =
    Is this you?
    { $name }
    { $profession }, { $town }
recognise-yes = ✅ Yes, that is me
recognise-mend = ✏️ Correct it
welcome-member =
    🎉 You are a member. Groups are optional: everything important arrives here.
    Whenever you like:
welcome-role =
    🎉 Welcome. Your role: { $role }. Type /help for your commands, /invite to let others in.
    Whenever you like:
already-member = You are a member already. Type /help for your commands.
open-menu = 🏠 Menu
open-settings = ⚙️ My settings
open-profile = 👤 My profile
open-pause = 🔕 Pause

# Codes

code-unknown = I do not know this code. Check that it is complete, or ask your coordination for a new link.
code-expired = This invitation has expired. Ask your coordination for a new link.
code-used-up = This invitation has been used up. Ask your coordination for a new link.
code-revoked = This invitation was cancelled. Ask your coordination for a new link.
code-locked = Too many wrong codes. Try again after { $until }, or ask your coordination for a link.

# The coordinators' card

newcomer-head = 🆕 REGISTRATION · **Someone awaits your approval**
newcomer-over = 🆕 REGISTRATION · **Request settled**
newcomer-about = They can answer calls already, their place is kept for now. Approve them if you know them or if everything agrees.
newcomer-who = { $name } · { $profession } · { $town } · { $proof }
newcomer-role = Their invitation gives the role: { $role }.
newcomer-approve = ✅ Approve
newcomer-refuse = ❌ Refuse
newcomer-write = 💬 Write
newcomer-approved = ✅ Approved by { $by } at { $at }
newcomer-refused = ❌ Refused by { $by } at { $at }
newcomer-gone = This person has withdrawn.
newcomer-approved-notice = Approved.
newcomer-decided = This request is settled already. The card is up to date.
newcomer-admins-only = A coordinating role is approved by an administrator. They have the same card.
the-coordination = the coordination
the-terminal = the terminal
proof-none = RPPS: not given
proof-declared = RPPS { $number }: declared, not verified
proof-matches = RPPS { $number }: matches the directory (name and profession), identity to be confirmed
proof-vouched = Identity confirmed by the coordination
proof-vouched-number = RPPS { $number }, identity confirmed by the coordination
ask-refuse =
    Refuse { $name }?
    Their answers are withdrawn, their data erased, and they are told politely.
refusal-dropped = Nothing has changed. The registration still waits.
refusal-done = Done: the registration is refused, its data are erased.
approved-member = 🎉 You are a member. Groups are optional: everything important arrives here.
approved-role = 🎉 Your registration is approved. Your role: { $role }. Type /help for your commands.
refused = Your registration was not accepted, and your data are erased. A mistake? Talk to your coordination.
role-member = member
role-officer = elected officer (reads)
role-coordinator = coordination
role-administrator = administration
role-guest = guest

# Letters

ask-letter =
    Your message to { $name }? It goes in the coordination's name, without yours.
    Never any patient data. { $emergency }.
letter-head =
    💬 MESSAGE · **The coordination writes to you**
    From: { $role }. You can answer here, whenever you like.
letter-words = { $words }
letter-reply = ✍️ Answer
letter-sent = Sent to { $name }. The answer will arrive here.
letter-nobody = I cannot reach this person at the moment. See /members.
ask-answer = Your answer? Never any patient data. { $emergency }.
answer-head =
    💬 ANSWER · **Someone answers you**
    A person to whom the coordination wrote answers you. Nobody reads these messages day and night. { $emergency }.
answer-from = From: { $name }
answer-sent = Sent to the coordination.

# Profile

profile-head =
    👤 PROFILE · **What the community knows of you**
    Only coordinators see it. Touch what is to be corrected. To get or erase everything: /mydata.
profile-who = { $name }, { $town }
profile-profession = { $profession }
profile-rpps = { $proof }
profile-phone = Telephone: { $phone }
profile-skills = Skills: { $skills }
profile-week = Availability: { $week }
profile-role = Role: { $role }, since { $since }
profile-none = not said yet
correct-name = ✏️ Name
correct-profession = ✏️ Profession
correct-town = ✏️ Town
correct-rpps = ✏️ RPPS
correct-phone = 📞 Number
correct-skills = ⭐ Skills
correct-needs = 💬 Needs
corrected-name = Noted: your name is corrected.
corrected-profession = Noted: your profession is corrected.
corrected-town = Noted: your town is corrected.
corrected-rpps = Noted: your RPPS number is up to date.
corrected-phone = Noted: your number is up to date. Only coordinators see it.
corrected-skills = Noted: your skills are up to date.
corrected-needs = Thank you. The coordination sees the total of the answers, never who answered what.
ask-phone = Your work number? Optional, seen by coordinators only, for the day when the app fails.
phone-odd = I cannot read a number there. For example: 06 12 34 56 78.
phone-forget = Erase my number
ask-skills = Your skills that would help? Several answers are possible.
ask-skills-own = Anything else? A language you speak, a diploma…
skill-vaccination = Vaccination
skill-screening = Screening, sampling
skill-first-aid = Emergency care
skill-psychology = Psychological support
skill-telephone = Answering the telephone
skill-logistics = Logistics
ask-my-needs = What would you need from the community? Several answers are possible.
ask-my-needs-own = Anything else? In a few words, without patient data. { $emergency }.
need-admin = Less paperwork
need-training = Training
need-hospital = A link to the hospital
need-peers = Talking with colleagues
need-material = Equipment
need-health = My own health

# Availability

week-head = 🗓 AVAILABILITY · **Your usual week**
week-now = Free: { $week }
week-how = Touch a day to change it. This is never an on-call duty: you are always asked.
week-unsaid = you have not said yet
week-never = never
week-always = always
week-as-before = as before
week-group = { $days } { $parts }
week-and = { $first }, { $rest }
days-all = every day
days-through = { $first } to { $last }
days-list = { $days }
day-0 = Monday
day-1 = Tuesday
day-2 = Wednesday
day-3 = Thursday
day-4 = Friday
day-5 = Saturday
day-6 = Sunday
day-short-0 = Mon
day-short-1 = Tue
day-short-2 = Wed
day-short-3 = Thu
day-short-4 = Fri
day-short-5 = Sat
day-short-6 = Sun
part-0 = morning
part-1 = afternoon
part-2 = evening
part-3 = night
part-short-0 = morn.
part-short-1 = aft.
part-short-2 = eve.
part-short-3 = night
part-full-0 = Morning, 6 am – 1 pm
part-full-1 = Afternoon, 1 pm – 6 pm
part-full-2 = Evening, 6 pm – 10 pm
part-full-3 = Night, 10 pm – 6 am
week-day = { $day } { $parts }
week-day-all = { $day } always
week-day-none = { $day } no
week-day-head = 🗓 **{ $day }**: when are you usually free?
week-copy-workdays = 📋 The same Monday to Friday
week-copy-all = 📋 The same all week
week-back = ‹ My week
week-type = ✍️ Write my week
ask-week = Write your week, for example: Monday Tuesday morning, Thursday evening, not in August.
week-unclear = Name at least one day. For example: Monday Tuesday morning, Thursday evening, not in August.
week-unknown = I did not understand “{ $word }”. For example: Monday Tuesday morning, Thursday evening, not in August.
week-right =
    I understood, free: { $week }. { $away }
    Is that right?
week-away = Away: { $away }.
week-kept = Noted. Free: { $week }
away-line = Away: { $days }
away-day = { $day }
away-days = from { $first } to { $last }
away-add = 🏖 Add days away
away-forget = 🗑 Away on { $day }
ask-away = Which days? For example: from 3 to 10 January, or: in August.
ask-away-which = Which ones?
away-unclear = I did not understand “{ $said }” as dates. For example: from 3 to 10 January.
away-past = “{ $said }” is over already. For example: from 3 to 10 January.
away-right =
    Away: { $days }
    Is that right?
away-kept = Noted, away: { $days }. Nothing will be asked of you on those days.

# Pause

pause-ask = 🔕 Until when would you like to be left in peace? You come back by yourself.
stop-ask = 🔕 A pause, or leaving for good? A pause ends by itself.
pause-now = Paused until { $last } included.
pause-week = 1 week
pause-month = 1 month
pause-until = 📅 Until…
pause-end = ▶️ Resume now
stop-leave = 🚪 Leave
ask-pause = Until when? For example: 12 December, or: 3 weeks.
pause-unclear = I did not understand “{ $said }”. For example: 12 December, or: 3 weeks.
pause-too-long = Choose a day to come, within a year. For example: 3 weeks.
pause-kept = Noted: nothing before the end of { $last }. You come back by yourself the next morning.
pause-ended = Noted: I may call on you again.
pause-none = You are not paused.
pause-over = ▶️ Your pause is over: I may call on you again. As always, without obligation.
pause-again = 🔕 1 more week

# Settings

settings-head = ⚙️ SETTINGS · **As it suits you**
settings-lang = Language: English
settings-simple = Simple display (screen reader): { $on }
settings-quiet = Quiet hours: { $hours }
settings-night = Call on me at night in a crisis: { $on }
settings-weekly = Calls: { $most }
settings-shares = My name visible to the day's team: { $on }
settings-employed = I am an employee: { $on }
settings-zone = { $own ->
        [yes] Time zone: { $place }
       *[no] Time zone: the CPTS's own ({ $place })
    }
ask-zone = 🌍 What is the time zone where you live? Tap it, or write a town: Lisbon. Dates stay in the CPTS's time; yours is added, and your quiet hours follow it.
zone-kept = Noted: { $place }, where it is { $at } now. This time is added to the CPTS's, and your quiet hours follow it.
zone-kept-ours = Noted: you will read the CPTS's time only.
settings-app = Messages arrive on: { $app }
settings-back = ‹ Settings
set-quiet = 🌙 Quiet hours
set-weekly = 🔢 Number of calls
set-simple = Simple display
set-at-night = At night in a crisis
set-shares-name = My name to the day's team
set-employed = I am an employee
set-app = 📱 Receive on { $app }
quiet-own = from { $first } to { $last }
quiet-ours = from { $first } to { $last } (the community's)
quiet-head = 🌙 **Quiet hours**
quiet-what = Nothing is asked of you during this time, unless you accept the night in a crisis.
quiet-other = ✍️ Other hours
ask-quiet = Your quiet hours? For example: from 20:00 to 8:00.
quiet-odd = I did not understand. For example: from 20:00 to 8:00.
quiet-kept = Noted: quiet hours { $hours }.
weekly-own = { $count } a week at most
weekly-ours = { $count } a week at most (the community's rule)
weekly-choice = { $count } a week
weekly-head = 🔢 **How many calls a week, at most?**
weekly-what = Urgent calls may come on top, and say so.
language-now = Noted: I speak English to you.
simple-on = Noted: simple display. One message a step, no picture, for a screen reader.
simple-off = Noted: the usual display.

# Invitations

invite-head = 🎟 INVITATION · **{ $role }**
invite-link = { $platform }: { $link }
invite-code = Code: { $code }
invite-limit =
    { $uses ->
        [one] 1 person, until { $until }.
       *[other] { $uses } people at most, until { $until }.
    }
invite-how = To be passed on to those you want to let in. Each registration is put to you. The code is shown only once.
invite-how-role = Each registration is put to the administrators. The code is shown only once.
invite-picture = QR code of the invitation, the same link as in the text
invite-other = ✏️ Another invitation
invite-list = 📋 The invitations
invite-revoke = 🚫 Cancel this one
invite-unknown = I did not understand “{ $word }”. For example: /invite coordinator 1 person 7 days
invite-limits = An invitation is good for { $uses } people and { $days } days at most. For example: /invite member 50 people 30 days
invite-above = The role “{ $role }” is given by administrators only: ask one of them. You can invite members, and elected officers who read.
ask-invite-role = For which role?
ask-invite-uses = For how many people? Touch or write a number.
ask-invite-days = Valid for how long? Touch or write a number of days.
invite-uses =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
invite-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
invitations-head =
    { $count ->
        [0] 📋 INVITATIONS · **None open**
        [one] 📋 INVITATIONS · **1 open**
       *[other] 📋 INVITATIONS · **{ $count } open**
    }
invitation-line = no. { $number }: { $role }, { $used } of { $uses }, until { $until }, by { $by }
invitation-revoke = 🚫 no. { $number }
invitations-personal =
    { $count ->
        [one] And 1 personal invitation, not opened yet.
       *[other] And { $count } personal invitations, not opened yet.
    }
invitation-revoked = Done: invitation no. { $number } lets nobody in any more.

# Members

members-head =
    { $count ->
        [one] 👥 MEMBERS · **1 active**
       *[other] 👥 MEMBERS · **{ $count } active**
    }
members-counts = To approve: { $pending }. Paused: { $paused }. Suspended: { $suspended }.
members-lost = Unreachable: { $lost }. Personal invitations not opened: { $unopened }.
members-how = Search by name, town or profession: /members Martin
members-pending = 🆕 To approve ({ $count })
members-all = 👥 All
members-search = 🔎 Search
members-unreachable = 📵 Unreachable ({ $count })
members-invite = 🎟 Invite
members-lists = 📋 Lists

# Lists of members

lists-head = 📋 **Lists**: in calls and alerts, type the name of a list.
lists-none = 📋 No list yet. In one line: /members list mobile team: Martin, Dupont
lists-back = ‹ Lists
list-label = { $name } ({ $count })
list-new = ➕ New list
list-is = 📋 { $name } · { $count ->
        [0] nobody
        [one] one person
       *[other] { $count } people
    }
list-names = { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
list-how = To write to it: “members: { $name }” in a call or an alert.
list-add = ➕ Add
list-take-off = ➖ Take off
list-rename = ✏️ Rename
list-delete = 🗑 Delete
list-off = ➖ { $name }
list-take-off-head = Whom to take off { $name }?
list-delete-ask = Delete the list { $name }? Its members stay members.
list-delete-yes = 🗑 Yes, delete it
list-gone = This list no longer exists. See /members
list-taken = A list is called “{ $name }” already. Give another name.
list-no-name = “{ $name }” cannot be the name of a list: 40 letters at most, no comma and no “and”, neither a town nor a profession. Example: mobile team
ask-list-name = The name of the list? Example: mobile team
ask-list-who = Whom to put on it? One name or several. Example: Martin, Léa Dupont
ask-list-which = “{ $piece }”: who?
list-none-of-them = None of them
list-nobody = Nobody for now
list-so-far = Added: { $names }.
list-unknown = I do not know { $names }. A part of the name is enough. The rest is kept.
members-pending-head = 🆕 **To approve**
members-list = 👥 **All members**
members-found = 🔎 **{ $words }**
members-nobody = Nobody for “{ $words }”. Try a part of the name, a town or a profession.
members-touch = Touch a person.
members-back = ‹ Members
ask-search = Whom are you looking for? A name, a town or a profession.
member-label =
    { $standing ->
        [pending] 🆕 { $name }, { $profession }, { $town }
        [suspended] ⏸ { $name }, { $profession }, { $town }
       *[other] { $name }, { $profession }, { $town }
    }
member-head = 👤 **Someone of the community**
member-who = { $name } · { $profession } · { $town }
member-state =
    { $standing ->
        [pending] To approve, role: { $role }
        [suspended] Suspended, role: { $role }
       *[other] Active, role: { $role }
    }
member-lost = 📵 I cannot reach them at the moment.
member-roles = 🎖 Change the role
member-suspend = ⏸ Suspend
member-reinstate = ▶️ Reinstate
member-back = ‹ Back
member-overview = ‹ Members
member-gone = This person is no longer in the community.
roles-head = 🎖 { $name }, today: { $role }
roles-what = Which role should they have? They are told.
role-now = 🎖 Your role is now: { $role }. Type /help for your commands.
role-not-yours = Nothing is changed: coordinating and administrating roles are given and taken away by administrators only.
suspended = ⏸ The coordination has suspended your participation: your places are given back, nothing is asked of you any more. A question? Talk to them.
reinstated = ▶️ Your participation resumes. Type /help for your commands.
unreachable-head = 📵 **Whom I cannot reach**
unreachable-line = { $name }: { $why }, since { $since }
unreachable-unopened =
    { $count ->
        [one] Invitation not opened yet: { $names }
       *[other] Invitations not opened yet ({ $count }): { $names }
    }
unreachable-nobody = Nobody: everyone can be reached.
why-blocked = has blocked the bot
why-removed = has left the conversation
why-chat-removed = the bot was taken out of it
why-muted = the bot may no longer write there
why-deactivated = account deleted
why-never = has not opened the app yet
why-other = { $why }

# Two apps, one profile

link-how = Already a member in another app? Type /link there: it shows a code. Then type /link and that code here. Otherwise ask your coordination for an invitation link.
link-code =
    🔗 LINK · **Two apps, one profile**
    Type /link { $code } in the other app (or !link and the code).
    It works once, for { $minutes } minutes. Give it to nobody: whoever types it gets into your profile.
link-joined =
    🔗 LINK · **One profile**
    Your apps: { $apps }. Messages arrive on { $here }.
    Your answers are the same everywhere.
link-open = 📲 Open { $app }
link-remove = ✂️ Remove { $app }
link-rather = 📱 On { $app } instead
link-removed = Done: { $app } is no longer in your profile.
link-removed-there = 🔗 This app is no longer in the profile: it was removed from { $app }. To put it back, type /link there.
link-only-one = Your community uses one app only: there is nothing to join.
link-other-app = This code is typed in another app than this one ({ $app }).
link-unknown = This code is not valid, or not any more. Type /link in the other app: it shows a new one.
link-locked = Too many wrong codes. Try again after { $until }.
link-taken = This profile already has an account here. To replace it: /link in the other app, «✂️ Remove», then a new code.
link-done =
    🔗 Done: { $apps }, one profile. Your answers are the same everywhere.
    Messages now arrive here. /calls shows the open calls, /settings changes the app.
link-told =
    🔗 { $app } is now in your profile, and messages arrive there. To change that: /settings.
    Not you? Type /link, tap «✂️ Remove { $app }», and tell your coordination.
link-both-answered =
    You have a profile in each app, and each has already been used to answer or to call: I cannot unite them without losing something.
    Choose the one you keep. In the other one's app, type /leave: its coming seats are given back. Then do /link again.
link-suspended = One of your two profiles is suspended: ask your coordination.
link-role = The profile that I would have to erase has a role that the other does not. Ask the administration to give it to the other one, then do /link again.
link-pending = The profile that I would have to keep still waits to be approved. Do /link again when the coordination has approved it.
unite-ask =
    🔗 You have a profile in each app. I keep this one; the other has not answered anything yet, I erase it:
    { $name } · { $profession } · { $town }
unite-yes = ✅ Yes, unite them
unite-no = No
unite-dropped = Nothing has changed: your two profiles stay apart.
left-here-too = You left the community from { $app }: your data are erased here too. Thank you for everything, and farewell.

# Leaving and personal data

leave-ask =
    🚪 Leave { $community }?
    Your coming places are given back. Name, number, RPPS, availability and account are erased; totals stay, without a name.
    There is no way back but a new invitation.
leave-pause = 🔕 Rather a pause
leave-yes = 🚪 Yes, leave
leave-no = Stay
leave-stayed = Nothing has changed. Thank you for staying.
leave-why = A reason to pass on, without your name? Touch, write, or skip.
leave-too-many = Asked too often
leave-moving = I am moving away
leave-other = Another reason
left = Done. You have left the community and your data are erased. Thank you for everything, and all the best.
leaver-head = 🚪 DEPARTURE · **Someone has left the community**
leaver-why = Their reason: { $why }
last-administrator = You are the only administrator of the community: nobody could let anyone in after you. Give that role to someone first: /members, touch a person, “🎖 Change the role”, “administration”. Then try again.
data-head = 🗂 MY DATA · **Get everything or erase everything**
data-what = Two files: one for you, to read in a browser, one for a machine (JSON). Erasing means leaving the community.
data-get = 📥 Get them
data-erase = 🗑 Erase and leave
data-file = 🗂 This is what the community knows of you.
data-json = Your data for a machine, in JSON
data-html = Your data to read in a browser
data-title = What the community knows of you
data-people = You
data-name = Name
data-profession = Profession
data-calling = Profession, in your words
data-town = Town
data-rpps = RPPS
data-phone = Telephone
data-skills = Skills
data-needs = Needs
data-lang = Language
data-simple = Simple display
data-zone = Time zone (empty: the CPTS's own)
data-prefers = Preferred app
data-at-night = At night in a crisis
data-asks-per-week = Calls a week at most
data-week = Week, in signs
data-week-in-words = Usual week
data-shares-name = Name visible to the day's team
data-employed = Employee
data-paused-until = Paused until
data-consented-at = Notice accepted on
data-joined-at = Joined on
data-role = Role
data-standing = State
data-proof = Identity
data-accounts = Accounts
data-platform = App
data-account = Identifier
data-lists = Lists of the coordination
data-absences = Days away
data-first = First day
data-last = Last day

# Paper

badge-title = Invitations
badge-community = { $community }
badge-how = Photograph this square with your telephone, or send /start and the code to the bot.
badge-until = Valid until { $until }
badge-private = Personal, do not pass on.

# Help

help-start = open the menu
help-langue = change the language
help-affichage = the display for screen readers
help-dispos = say when I am free, and my days away
help-pause = take a break until a date
help-stop = pause or leave
help-profil = see and correct what is known of me
help-reglages = set language, quiet hours, number of calls
help-lier = join my two apps in one profile
help-mesdonnees = get or erase my data
help-quitter = leave the community
help-membres = approve, search, change a role
help-inviter = let someone in: link, code and QR
