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
help-head-function = 🧭 COORDINATION · **I want to…**
help-line = { $what }: { $name }
help-function = 🧭 Coordination
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
dialog-left = Left. Nothing was sent.
dialog-expired = These questions are closed: they stood without an answer. You can begin again.
question-over = That question is over. Answer the latest one, further down.
continues-in-private = We go on in private: look at your messages.
begin-in-private = Open a private conversation with me first.
to-this-one = { $title }
which-question = What do you answer with “{ $said }”?

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
file-unasked = I asked for nothing that is answered with a file. Type /help to see what I can do.
not-understood = I did not understand. Type /help to see what I can do. { $emergency }.
not-an-answer = I did not understand this answer. Touch a button, or type its number.
unreadable = I read texts only. Answer in words or touch a button.
unreadable-voice = I do not listen to voice messages and do not keep them. Answer 1, 2 or no.
guard-refused = This message seems to hold patient data. I have neither passed it on nor kept it. Delete it from this conversation too and use MSSanté. { $emergency }.
guard-doubt = ⚠️ { $about ->
        [number] This message may hold a social security number.
       *[words] This message may be about a patient.
    } If it is, delete it here and use MSSanté. If not, there is nothing to do.
apology = A mistake of mine kept me from handling your message. It is kept, an administrator is told. Try again in a moment.
see-below = ⬇️ { $title }: it goes on below.
see-below-untitled = ⬇️ It goes on below.
