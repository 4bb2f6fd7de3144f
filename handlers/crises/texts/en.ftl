help-crise = activate a plan, follow the crisis, close it
help-note = write a line in the log of the crisis

# What everyone reads

crisis-head = { $drill ->
        [yes] 🧪 DRILL · {""}
       *[no] {""}
    }{ $open ->
        [yes] 🏥 PLAN ACTIVATED · { $title }
       *[no] { $closed ->
            [yes] 🏁 END OF CRISIS · { $title }
           *[no] 🏥 CHANGE OF PHASE · { $title }
        }
    }
crisis-drill = This is a drill: no reaction is expected.
crisis-type = { $kind ->
        [1] Type 1: casualties, wounded or in shock
        [2] Type 2: many patients (epidemic, heat, cold, pollution)
        [3] Type 3: emerging infectious agent, vaccination
        [4] Type 4: nuclear, radiological or chemical
       *[5] Type 5: degraded care (shortage, snow, flood)
    }. Phase: { $phase ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    }.
crisis-asked = { $origin ->
        [authority] Asked for by the health agency or the prefecture
        [own] Decided by the community
       *[drill] Drill
    }{ $named ->
        [yes] {" "}(ref. { $reference })
       *[no] {""}
    }.
crisis-since = Since: { $at }. { $asked }
crisis-span = From { $at } to { $end }. { $asked }
crisis-what-now = { $drill ->
        [yes] The coordination plays the drill: nothing to do for now.
       *[no] The coordination will say what it needs. Nothing to do for now.
    }
phase-changed = Phase: { $phase ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    } ({ $before ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    } until now).
crisis-result = Result: { $words }
crisis-thanks = { $came ->
        [0] Thank you all.
        [one] One person came to help. Thank you.
       *[other] { $came } professionals and volunteers came. Thank you.
    }

# Activating

ask-crisis-title = What is happening? A short title. Example: Heatwave
ask-crisis-kind = Which type of crisis?
kind-choice = { $kind ->
        [1] 1. Casualties
        [2] 2. Many patients
        [3] 3. Infectious agent
        [4] 4. Nuclear, chemical
       *[5] 5. Degraded care
    }
ask-crisis-origin = Who asks for it?
origin-authority = 🏛 Health agency or prefecture
origin-own = 🏥 Decided by the community
origin-drill = 🧪 Drill
ask-crisis-reference = A reference? Example: ARS 2026-114
crisis-skip = Skip
ask-crisis-phase = Which phase?
phase-prevention = Prevention
phase-anticipation = Anticipation
phase-reaction = Reaction
phase-resolution = Resolution
crisis-wrong = I did not understand “{ $piece }”. Example: /crisis Heatwave | type 2 | prefecture | ref. 2026-114 | reaction. The rest is kept.
crisis-already = ⚠️ A plan is active already: “{ $title }”, since { $at }. Another crisis would come on top.
ask-crisis-sure = Activate this plan?
crisis-activate = 📣 Activate
crisis-who = 👁 See who
crisis-edit = ✏️ Change
ask-crisis-edit = What to change?
crisis-edit-title = Title
crisis-edit-kind = Type
crisis-edit-origin = Origin
crisis-edit-reference = Reference
crisis-edit-phase = Phase

# Who is told

crisis-real = { $drill ->
        [yes] 🧪 DRILL
       *[no] REAL CRISIS
    }

crisis-private = { $count ->
        [one] { $count } partner in private
       *[other] { $count } partners in private
    }
crisis-beyond = { $count ->
        [one] One partner has neither a room nor anybody who writes for them: to be phoned.
       *[other] { $count } partners have neither a room nor anybody who writes for them: to be phoned.
    }
crisis-private-who = 🏛 In private, for want of a room: { $names }
crisis-beyond-who = 📞 { $name }: to be phoned, { $contact }
crisis-no-contact = contact not given
crisis-to-people = { $count ->
        [one] one person
       *[other] { $count } people
    }
crisis-to-channels = { $count ->
        [one] one channel
       *[other] { $count } channels
    }
crisis-to-private = { $count ->
        [one] one partner in private
       *[other] { $count } partners in private
    }

# The situation

crisis-look = 🏥 The situation
crisis-which = Which crisis?
crisis-named = { $drill ->
        [yes] 🧪 { $title } (drill)
       *[no] 🏥 { $title }
    }
crisis-none = No plan is active. /crisis activates one; /crisis past shows the earlier ones.
crisis-none-reader = No plan is active. /crisis past shows the earlier ones.
crises-none-past = No plan has been activated yet.
crisis-gone = This crisis does not exist. See /crisis
crisis-over = This crisis is closed: nothing more is written in it. See /crisis past
crises-past = 🏥 **The latest crises**
crises-line = { $title }: type { $kind }, { $origin ->
        [authority] asked for by the authorities
        [own] decided by the community
       *[drill] drill
    }, { $on } { $year }{ $open ->
        [yes] {" "}(under way)
       *[no] {""}
    }
situation-no-calls = { $made ->
        [0] 🙋 No call since the activation.
        [one] 🙋 No open call. One since the activation.
       *[other] 🙋 No open call. { $made } since the activation.
    }
situation-calls = 🙋 { $open ->
        [one] One open call
       *[other] { $open } open calls
    }: { $taken } of { $need } places taken.
situation-call = – { $title }: { $taken } of { $need }{ $missing ->
        [0] , full
       *[other] {" "}({ $missing } missing)
    }
situation-alert = 🚨 “{ $title }”: acknowledged by { $seen } of { $told }{ $partners ->
        [0] {""}
       *[other] ; partners { $theirs } of { $partners }
    }
situation-more-alerts = 🚨 and { $count } more: /alert
situation-no-alerts = 🚨 No alert in force.
past-calls = { $count ->
        [0] 🙋 No call.
        [one] 🙋 One call: { $taken } of { $need } places taken.
       *[other] 🙋 { $count } calls: { $taken } of { $need } places taken.
    }
past-no-alerts = 🚨 No alert.
past-more-alerts = { $count ->
        [one] 🚨 and one more alert
       *[other] 🚨 and { $count } more alerts
    }
situation-log = { $count ->
        [0] 📖 The log is empty.
        [one] 📖 Log: one line.
       *[other] 📖 { $count } lines. The last one, { $at }: { $what }
    }
situation-lead = Lead: { $lead }{ $cell ->
        [0] {""}
       *[other] {" "}· in the cell: { $names }
    }
cell-more = { $count } more
crisis-nobody = nobody
crisis-note = 📝 Note
crisis-log = 📖 Log
crisis-phase = ⏭ Phase
crisis-lead = 🎖 Lead
crisis-export = 📄 Export
crisis-again = 🔄 Refresh
crisis-close = 🏁 Close
crisis-back = ‹ The situation
phase-now = { $title } · phase: { $phase ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    }. Go on to:
phase-send = 📣 Send
lead-who = Who leads { $title }?
lead-me = 🎖 I do
lead-other = 🎖 { $name }
lead-gone = This person is no longer in the coordination. Choose another one.
lead-yours = { $drill ->
        [yes] 🧪 DRILL · {""}
       *[no] {""}
    }🎖 You lead { $title } from now on.
lead-passed = { $drill ->
        [yes] 🧪 DRILL · {""}
       *[no] {""}
    }🎖 Somebody else leads { $title } from now on.
lead-none = 🎖 Nobody leads { $title } any more. Who takes over?

# The log

ask-note = What to write down? No patient's name. Example: 2:10 pm: the town hall opens the gym
ask-correction = Line no. { $number } stands; what to write down to correct it?
ask-note-where = In which log?
note-in-all = In all of them
note-no-crisis = Nothing was written down: no plan is active. Activate one, then send your note again.
crisis-begin = 🏥 Activate a plan
note-empty = What to write down? Example: /log 2:10 pm: the town hall opens the gym
note-when = I did not understand the time “{ $piece }”. Examples: 2:10 pm: …; yesterday 10 pm: …; 20/11 6 pm: …
note-ahead = “{ $piece }” is still to come. For the day before: yesterday 2:10 pm: …
noted = { $drill ->
        [yes] 🧪 {""}
       *[no] {""}
    }📝 { $title }: written down, no. { $number }, { $today ->
        [yes] { $at }
       *[no] { $day }, { $at }
    }.
note-correct = ✏️ Correct
log-head = 📖 LOG · { $title } · { $count ->
        [one] one line
       *[other] { $count } lines
    }
log-line = { $number }. { $today ->
        [yes] { $at }
       *[no] { $day }, { $at }
    }: { $what } ({ $who })
log-words = { $words }
log-correction = Correction of no. { $number }: { $words }
log-before = ‹ Before
log-after = ➡️ More
log-file = 📄 Log · { $title }: functions, no author's name.
log-file-kind = log
log-title = Log · { $title }
log-internal = INTERNAL DOCUMENT
log-drill = DRILL
log-made = Made on { $at }
log-number = No.
log-time = When
log-what = What
log-office = Function
log-fact-open = Plan activated on { $at }
log-fact-closed = Closed on { $at }
office-bot = bot
office-guest = guest
office-member = member
office-officer = elected officer
office-coordinator = coordination
office-administrator = administration
log-crisis-opened = Plan activated: { $title }, type { $kind }, phase { $phase ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    }. { $asked }
log-crisis-phase = Phase { $phase ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    }, after { $before ->
        [prevention] prevention
        [anticipation] anticipation
        [reaction] reaction
       *[resolution] resolution
    }.
log-crisis-lead = The lead changes hands.
log-crisis-closed = Plan closed.{ $said ->
        [yes] {" "}{ $words }
       *[no] {""}
    }

# Closing

left-open = ⚠️ Still under way: { $what }. Closing changes nothing there.
left-calls = { $count ->
        [one] one call
       *[other] { $count } calls
    }
left-alerts = { $count ->
        [one] one alert
       *[other] { $count } alerts
    }

ask-crisis-result = The result in a sentence? No names: partners read it. Example: Saturday: 640 people vaccinated, 14 professionals.
ask-close-sure = Close and send this message?
close-send = 📣 Close and send
close-quiet = 🔕 Close and send nothing
close-inside = 🏛 Without partners
close-outside = 🏛 With partners
crisis-closed = 🏁 { $title }: the crisis is closed. { $count ->
        [0] Nothing was sent.
       *[other] Message sent to { $to }.
    }

# What is known of me

data-crises = Your lines in the logs
data-written = What you wrote
data-written-on = When
