help-alerte = alert members and channels
help-alertes = the alerts in force
help-signaler = flag a shortage, a saturated service, an assault…

# The alert, as everyone sees it

alert-head = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }{ $stand ->
        [cancelled] 🚫 { $kind ->
            [info] INFO CANCELLED
            [release] PRESS RELEASE CANCELLED
           *[alert] ALERT CANCELLED
        }
        [over] 🏁 { $kind ->
            [info] INFO OVER
            [release] PRESS RELEASE OVER
           *[alert] ALERT OVER
        }
       *[in-force] { $kind ->
            [info] ℹ️ INFO
            [release] 📢 PRESS RELEASE
           *[alert] 🚨 ALERT
        }
    } · **{ $title }**
alert-drill-mark = 🧪 DRILL
alert-drill = This is a drill: no reaction is expected.
alert-grade = { $severity ->
        [important] Important.
        [urgent] Urgent.
       *[danger] Immediate danger.
    }
alert-place = Place: { $place }
alert-grade-place = { $grade } { $place }
alert-words = { $words }
alert-source = Source: { $source }, { $at }{ $over ->
        [yes] {""}
       *[no] {" "}· valid { $until }
    }
alert-until = until { $at }
alert-until-day = until { $at }
alert-added = 📝 { $at }: { $words }
alert-over = Ended at { $at }.
alert-cancelled-at = Cancelled at { $at }.
alert-void = Message cancelled: please disregard it.
alert-mine-acked = ✅ Received at { $at }. Thank you.
alert-mine-helps = 🙋 Noted at { $at }: you can help. The coordination will write to you if needed.
alert-mine-no-help = 🚫 Noted: you no longer offer to help.
alert-mine-said = You offer: “{ $said }”
alert-again = 🔁 I have no answer from you yet: “Received” is enough.
alert-ack = ✅ Received
alert-can-help = 🙋 I can help
alert-cannot-help = 🚫 No, after all
alert-ask = ❓ Question
alert-in-private = 💬 Answer in private
alert-help-how = How? One sentence is enough, if you wish: “I have a 4x4”, “I am at the practice”.
alert-nothing-noted = Noted.
alert-none = No alert is in force.
alert-which = 🚨 { $count } alerts in force:
alert-open = { $title }
alert-withdrawn = This alert was cancelled: please disregard it.
alert-ended = This alert is over. Thank you.
alert-ended-already = { $state ->
        [cancelled] This alert was cancelled
       *[ended] This alert ended
    } at { $at }{ $by ->
        [hand] {" "}by { $name }.
       *[time] {" "}because its time was over.
    } Nothing more has left.
alert-file-head = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }📎 The { $file ->
        [picture] picture
       *[pdf] document
    } of the { $kind ->
        [info] information
        [release] press release
       *[alert] alert
    } “{ $title }”
alert-page-head = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }{ $what ->
        [question] ❓ QUESTION
        [answer] 💬 ANSWER
       *[who] 👁 WHO HAS ANSWERED
    } · **{ $title }**
alert-not-for-you = This alert was not sent to you.
alert-not-yours = This page is for the coordination.

# Partners

alert-we-help = 🤝 We can help
alert-chat-acked = ✅ Received by your organisation at { $at }. Thank you.
alert-chat-noted = Noted for your organisation, at { $at }. Thank you.
alert-partner-line = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }🚨 { $title }, { $until }{ $acked ->
        [yes] {" "}(received)
       *[no] {""}
    }

# Questions

ask-alert-question = ❓ Write without any information about a patient. A coordinator answers as soon as possible, which is not guaranteed. { $emergency }.
ask-alert-question-this = ❓ Send “{ $words }” to the coordination? Write without any information about a patient. A coordinator answers as soon as possible, which is not guaranteed. { $emergency }.
alert-question-send = ✅ Send
alert-question-other = ✏️ Write something else
alert-question-sent = Your question is with the coordination. The answer will come here.
alert-question-nobody = No coordinator can be reached here at the moment. Please phone the coordination.
alert-questions-enough = You have asked { $most } questions about this alert. For more, please phone the coordination.
alert-question-words = “{ $words }”
alert-question-how = For the coordination: answer without any information about a patient; the answer goes to this one person only, in the name of the coordination.
alert-question-by = Asked by { $name }.
alert-question-answer = 💬 Answer
alert-question-answered = ✅ Answered by { $by } at { $at }: “{ $words }”
alert-question-taken = { $name } has answered already: “{ $answer }”
ask-alert-answer = “{ $words }” Your answer? It goes to this one person, in the name of the coordination.
alert-your-question = Your question: “{ $words }”
alert-answer = The coordination: { $words }
alert-answer-sent = Answer sent.
alert-answer-nobody = This person can no longer be reached here: your answer is kept, it did not leave.

# The wizard

ask-alert-severity = How grave? Urgent and danger go through quiet hours.
alert-severity-info = ℹ️ Info
alert-severity-important = ⚠️ Important
alert-severity-urgent = 🚨 Urgent
alert-severity-danger = 🆘 Danger
alert-severity-release = 📢 Press release
alert-unclear-severity = I did not understand. Answer info, important, urgent, danger or press release.
ask-alert-title = The title, in a few words? For example: No drinking water in Saint-Aubin
ask-alert-words = The text: what, where, what to do? Five lines at most, without any patient's name.
ask-alert-audience = To whom? Touch a button, or write for example: members: { $has ->
        [no] nurses
       *[yes] { $town }
    }{ $channels ->
        [kind] ; channels: town halls
        [title] ; channels: { $channel }
       *[none] {""}
    }
ask-alert-place = Which place?
ask-alert-source = Who tells this? For example: Saint-Aubin town hall
ask-alert-partners = The text for partners, in place of yours?
ask-alert-validity = Valid for how long? For example: 6 h, or until tomorrow 8 am
ask-alert-file = 📎 Send a picture (JPEG, PNG, WebP) or a PDF, 20 MB at most.
alert-no-file = Nothing attached
alert-hours = { $hours } h
alert-to-all = 👥 All members
alert-to-both = 👥 Members and partners
alert-to-partners = 🏛 Partners' channels
alert-without-them = ⏭️ Go on without them
alert-to-teams = 💬 Team rooms
alert-why-long = This is too long: { $length } characters. No more than { $most }, on { $lines } lines at most. The rest is kept.
alert-why-severity = I have read two severities, one of them “{ $piece }”. Which one? The rest is kept.
alert-why-validity = { $why ->
        [past] “{ $piece }”: this is past.
        [long] “{ $piece }”: an alert is valid for 14 days at most.
       *[unclear] I did not understand “{ $piece }”.
    } Examples: 6 h, 2 days, until tomorrow 8 am. The rest is kept.
alert-edit-severity = Severity
alert-edit-title = Title
alert-edit-words = Text
alert-edit-audience = Recipients
alert-edit-place = Place
alert-edit-source = Source
alert-edit-validity = Duration
alert-edit-partners = Text for partners
alert-edit-now = At the moment: “{ $words }”
alert-edit-none = 🗑 Leave it empty
alert-edit-file = Picture or PDF

# The preview

alert-preview = { $drill ->
        [yes] 🧪 DRILL · Preview · { $head }
       *[no] REAL ALERT · Preview · { $head }
    }
alert-preview-counts = For { $to } · { $asks ->
        [yes] { $enough ->
            [0] acknowledgement asked
           *[other] acknowledgement asked, { $enough } are enough
        }
       *[no] no acknowledgement
    } · { $length }
alert-valid-for = valid { $hours ->
        [0] { $minutes } min
       *[other] { $minutes ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes }
        }
    }
alert-valid = valid { $until }
alert-to-members = { $count ->
        [one] { $count } member
       *[other] { $count } members
    }{ $of ->
        [0] {""}
       *[other] {" "}({ $apps })
    }
alert-to-nobody = nobody
alert-to-nobody-yet = nobody yet
alert-preview-partners = For partners: “{ $words }”
alert-preview-file = 📎 With { $kind ->
        [picture] a picture
       *[pdf] a PDF
    }.
alert-preview-cut = ✂️ The text taken over had { $length } characters: it is cut to five lines and { $most } characters. “✏️ Edit” to sum it up.
alert-preview-unwilling = { $count ->
        [one] Without { $titles }: this channel gets no alerts of this severity (/channels).
       *[other] Without { $titles }: these channels get no alerts of this severity (/channels).
    }
alert-preview-release = 📢 A press release goes to channels only: members do not get it.
alert-preview-asleep = 🌙 { $count ->
        [one] One person is in quiet hours and will get it when they end.
       *[other] { $count } people are in quiet hours and will get it when they end.
    }
alert-preview-slow = ⏱ On { $platform }: about { $minutes } min.
alert-preview-room = 💬 Through the team room: { $count ->
        [one] one person is
       *[other] { $count } people are
    } not written to one by one.
alert-preview-public = { $alone ->
        [yes] ⚠️ { $titles }: published once a second person agrees, and nobody else can be reached.
       *[no] ✋ { $titles }: published once a second person agrees.
    }
alert-preview-twin = ⚠️ An alert with the same title is in force already, since { $at }.
alert-more = { $count ->
        [one] one more
       *[other] { $count } more
    }
alert-by-room = 💬 Through the team room
alert-one-by-one = 👤 One by one
alert-validity-past = The end is past: change the duration. Nothing was sent.
alert-reaches-nobody = This alert would reach nobody: nothing was sent. Change the recipients, or see /channels for what each channel gets.
alert-nobody-approves = This alert would go to public channels only, and nobody but you can approve it: nothing was sent. Invite another coordinator, or add other recipients.
alert-who-unwilling = 🔕 { $title }: gets no alerts of this severity
alert-sample = 🧪 The alert as a member will see it, without its buttons:
alert-sent = { $waits ->
        [yes] ⏳ **{ $title }** leaves in 30 seconds.
        [approval] ✋ **{ $title }** appears as soon as a second person has agreed.
       *[no] 📣 **{ $title }**: it is on its way.
    }

# How it goes

alert-board-counts = Sent to { $to }{ $told ->
        [0] {""}
       *[other] {" "}· Received: { $acked } · Can help: { $help } · Questions: { $questions }{ $unanswered ->
            [0] {""}
           *[other] {" "}(unanswered: { $unanswered })
        }{ $asks ->
            [yes] {" "}· { $open ->
                [yes] No answer yet
               *[no] No answer
            }: { $silent }
           *[no] {""}
        }
    }
alert-board-partners = Partners, received: { $acked } of { $partners }{ $offers ->
        [0] {""}
       *[other] {" "}· Offers of help: { $offers }
    }
alert-board-due = ⏳ Not gone yet: { $count }
alert-board-lost = 📵 Did not leave: { $count }. See “👁 See who”.
alert-board-approval = ✋ A second person has yet to agree for the public channels.
alert-board-until = Valid { $until }.
alert-remind = 🔁 Remind
alert-phone = 📞 Whom to phone
alert-update = 📝 Update
alert-end = 🏁 End the alert
alert-open-board = 🚨 See how it goes
alert-who-silent = ⏳ No answer yet ({ $count }): { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
alert-who-never = ⏳ No answer ({ $count }): { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
alert-who-acked = ✅ Received ({ $count }): { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
alert-who-helps = 🙋 { $name } can help{ $has ->
        [yes] : “{ $said }”
       *[no] {""}
    }
alert-who-helps-more = 🙋 and { $count } more can help
alert-who-channels-acked = 🏛 Partners, received: { $titles }
alert-who-channels-silent = 🏛 Partners, { $over ->
        [yes] no answer
       *[no] no answer yet
    }: { $titles }
alert-who-approval = ✋ Publication { $verdict ->
        [approved] approved by { $by }
        [refused] refused by { $by }
       *[alone] decided by { $by }, without a second person
    }
alert-nobody-silent = Nobody to remind or to phone: everyone has answered, or is in a pause.
alert-reminded-just-now = A reminder has just left. Give it two minutes, or phone: “📞 Whom to phone”.
alert-drill-no-remind = This is a drill: nobody is reminded.
alert-asks-nothing = This message asked for no acknowledgement: nobody is reminded.
alert-reminded = 🔁 { $count ->
        [one] One person reminded
       *[other] { $count } people reminded
    }{ $other ->
        [0] {""}
       *[other] , { $other } of them on another app
    }{ $asleep ->
        [0] {""}
       *[other] , { $asleep } of them when quiet hours end
    }. Those who answered get nothing.

# Hold back, update, end

alert-hold-late = It left more than 30 seconds ago. Touch “🏁 End the alert”: everyone will be told.
alert-held = ⏪ **{ $title }** is cancelled{ $left ->
        [0] : nothing has left.
       *[other] . Held back: { $held }. { $aloud ->
            [yes] Gone already, and told: { $left }.
           *[no] Gone already: { $left }, where it now says “Message cancelled”.
        }
    }
alert-look = Preview · { $head }
alert-note-to = For { $to }{ $asleep ->
        [0] .
        [one] , one of them when their quiet hours end.
       *[other] , { $asleep } of them when their quiet hours end.
    }
ask-alert-update = 📝 What is new about “{ $title }”? Three sentences at most: everyone gets it as an answer to the alert.
ask-alert-update-partners = And partners? Touch a button, or write their text.
alert-same-text = 🏛 The same text
alert-no-text = 🔕 Nothing for them
alert-update-done = 📝 **{ $title }**: update sent to { $count ->
        [one] one recipient
       *[other] { $count } recipients
    }{ $asleep ->
        [0] .
       *[other] , { $asleep } of them when quiet hours end.
    }
ask-alert-farewell = 🏁 End “{ $title }”: a word for those who got it{ $count ->
        [0] {""}
       *[other] {" "}({ $to })
    }? If you wish.
alert-end-plain = 🏁 End without a word
alert-end-done = 🏁 **{ $title }** is over. { $count ->
        [0] Nobody to tell.
        [one] One recipient is told
       *[other] { $count } recipients are told
    }{ $count ->
        [0] {""}
       *[other] { $asleep ->
            [0] .
           *[other] , { $asleep } of them when quiet hours end.
        }
    }
alert-note-head = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }{ $what ->
        [update] 📝 UPDATE
        [cancelled] 🚫 { $kind ->
            [release] PRESS RELEASE CANCELLED
            [info] INFO CANCELLED
           *[alert] ALERT CANCELLED
        }
       *[end] 🏁 { $kind ->
            [release] END OF THE PRESS RELEASE
            [info] END OF THE INFO
           *[alert] ALL CLEAR
        }
    } · **{ $title }**
alert-note-end = It is over. Thank you.

# A second person agrees

alert-approval-head = { $drill ->
        [yes] 🧪 DRILL ·{" "}
       *[no] {""}
    }✋ PLEASE APPROVE · to be published on { $titles }:
alert-approve = ✅ Approve
alert-refuse = ❌ Refuse
alert-alone = ⚠️ Danger: publish without waiting
alert-approval-done = { $verdict ->
        [approved] ✅ Approved by { $by }.
        [refused] ❌ Refused by { $by }.
        [alone] ⚠️ Published by { $by } without a second person.
       *[lapsed] The alert is over: nothing to approve.
    }
alert-approval-nobody = ✋ { $count ->
        [0] Nobody else can be reached to approve the publication.
       *[other] Everyone who can approve was told and nobody answered. Please phone them: their button still works.
    }
alert-approval-refused = ❌ The second person does not approve the publication: { $what ->
        [update] the update did not appear
       *[alert] nothing appeared
    } on public channels. Please see with them what should change, then begin again: { $by }.
alert-approval-given = ✅ { $what ->
        [update] Update published
       *[alert] Published
    } on { $titles }, after a second person agreed: “👁 See who” says which.
alert-approval-taken = Somebody has decided about this publication already.
alert-approve-own = Somebody else must approve what you publish, even if you are an administrator.
alert-alone-author = Only the author of a “danger” alert may publish without waiting.
alert-published = ✅ Published on { $count ->
        [one] one public channel
       *[other] { $count } public channels
    }.
alert-refused-done = Noted: nothing is published. Its author is told.

# Whom to phone

alert-phone-head = 📞 WHOM TO PHONE · **{ $title }**: { $count ->
        [one] one person has not answered.
       *[other] { $count } people have not answered.
    }
alert-phone-secret = Confidential, for the coordination only: do not forward this message, and destroy the list on paper after use, please.
alert-phone-line = • { $name }, { $what }: { $phone }
alert-no-number = no number
alert-phone-more = … and { $count } more, on the list.
alert-phone-lead = Alert of { $at }: not acknowledged

# Source channels

alert-draft-head = 📥 DRAFT · **{ $title }** has posted{ $file ->
        [yes] {" "}(with an attachment)
       *[no] {""}
    }:
alert-draft-take = 🚨 Make an alert of it
alert-draft-leave = 🗑 Ignore
alert-draft-taken = { $what ->
        [alert] Taken up by { $by }.
       *[left] Ignored by { $by }.
    }
alert-draft-gone = This draft was ignored. To alert: /alert
alert-draft-by = { $name } has already sent an alert from this draft.

# Flags

ask-signal-kind = 📣 What do you flag? Nobody reads these messages day and night. { $emergency }.
signal-shortage = 📦 Shortage
signal-saturated = 🏥 Saturated service
signal-unusual = 📈 Unusual cases
signal-aggression = 🛑 Assault
signal-other = 💬 Other
ask-signal-words = { $kind ->
        [shortage] Which product, since when? Without any information about a patient.
        [saturated] Which service, how long a wait? Without any information about a patient.
        [aggression] What happened, where? Without any name. In danger: 17 or 112.
       *[other] What is it about? Without any information about a patient.
    }
ask-signal-number = How many cases? A number only, for example 12. The coordination will call you back.
ask-signal-town = In which town?
signal-number-only = A number only, for example 12: nothing about people may go through here.
signal-town = I do not know “{ $piece }”. Example: { $example }. The rest is kept.
signal-enough = You have already sent { $most } flags this hour. Please phone the coordination.
signal-sent = 📣 Passed on to the coordination at { $at }. You will hear here what comes of it.{ $kind ->
        [aggression] {" "}In danger: 17 or 112.
       *[other] {""}
    }
signal-head = 📣 FLAG · { $kind ->
        [shortage] shortage
        [saturated] saturated service
        [unusual] unusual cases
        [aggression] assault
       *[other] other
    }, { $town }
signal-what = { $kind ->
        [unusual] Number of cases: { $number }
       *[other] “{ $words }”
    }
signal-from = For the coordination: touch what fits, its sender will be told what becomes of it. Flagged at { $at } by { $name }.
signal-alert = 🚨 Make an alert of it
signal-call = 🙋 Make a call of it
signal-call-next = 👍 Noted, and its sender is told. Now for the call itself.
signal-call-begin = 🙋 Prepare the call
signal-note = ✅ Noted
signal-already = Somebody has already seen to this flag.
signal-decided = { $state ->
        [alert] 🚨 Alert sent by { $by }.
        [call] 🙋 Call prepared by { $by }.
       *[noted] ✅ Noted by { $by }.
    }
signal-answer = 📣 Your flag ({ $kind ->
        [shortage] shortage
        [saturated] saturated service
        [unusual] unusual cases
        [aggression] assault
       *[other] other
    }): { $state ->
        [alert] an alert has left. Thank you.
        [call] the coordination is preparing a call for volunteers. Thank you.
       *[noted] noted by the coordination. Thank you.
    }

# For the log of the crisis

log-alert-sent = Alert “{ $title }” ({ $severity ->
        [info] info
        [important] important
        [urgent] urgent
       *[danger] danger
    }): { $members ->
        [0] no member
        [one] one member
       *[other] { $members } members
    }{ $channels ->
        [0] {""}
        [one] , one channel
       *[other] , { $channels } channels
    }
log-alert-updated = Alert “{ $title }”, update: { $words }
log-alert-ended = Alert “{ $title }” over
log-alert-cancelled = Alert “{ $title }” cancelled by its author
log-alert-published = Alert “{ $title }” published on { $channels ->
        [one] one public channel
       *[other] { $channels } public channels
    }{ $alone ->
        [yes] {" "}without a second person (danger)
       *[no] {" "}after a second person agreed
    }
log-signal = Flag from the field: { $kind ->
        [shortage] shortage
        [saturated] saturated service
        [unusual] unusual cases
        [aggression] assault
       *[other] other
    }, { $town }

# Answers were lost

lost-alert =
    • **{ $title }**: { $count ->
        [one] 1 person has not confirmed it
       *[other] { $count } people have not confirmed it
    }
lost-remind = 🔁 Remind: { $title }
