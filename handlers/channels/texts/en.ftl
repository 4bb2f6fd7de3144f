help-canaux = groups and channels that I am in, and partners

# A chat

channel-new = 🆕 New room: **{ $title }** ({ $platform }{ $people ->
        [0] {""}
        [one] , one person
       *[other] , { $people } people
    }). Whose is it? I say nothing there until then.
use-partner = 🏛 Partner
use-team = 👥 Team
use-cell = 🆘 Crisis cell
use-gone = 🚫 Leave it
channel-is = 📡 **{ $title }** ({ $platform }): { $use ->
        [partner] { $known ->
            [yes] partner, { $partner }
           *[no] a partner, to be named
        }
        [team] team
        [cell] crisis cell
       *[other] I have left it
    }
channel-by = Chosen by { $by }.
channel-proved = Bound by a code, { $at }.
channel-gets = It gets: { $what }.
channel-gets-nothing = It gets nothing yet: choose below.
channel-zone = Time zone: { $place }, beside the CPTS's time
ask-channel-zone = 🌍 What is the time zone of { $title }? Tap it, or write a town: Lisbon. The CPTS's time still comes first there.
channel-zone-kept = { $own ->
        [yes] Noted: { $title } will also read the time of this place: { $place }.
       *[no] Noted: { $title } will read the CPTS's time only ({ $place }).
    }
channel-source = What is posted there becomes the draft of an alert.
gets-calls = calls for volunteers (in the last circle, without any name)
gets-alerts = { $severity ->
        [info] every alert
        [important] alerts from “important” on
        [urgent] alerts from “urgent” on
       *[danger] alerts of “danger”
    }
gets-news = newsletters
gets-meetings = meetings
get-calls = Get calls
get-alerts = { $severity ->
        [none] 🚨 Alerts: none
        [info] 🚨 Alerts: all
        [important] 🚨 Alerts: from important
        [urgent] 🚨 Alerts: from urgent
       *[danger] 🚨 Alerts: danger
    }
get-news = Get newsletters
get-meetings = Get meetings
get-source = Source of alerts
alerts-which = 🚨 Which alerts for **{ $title }**?
alerts-from = { $severity ->
        [none] 🔕 None
        [info] ℹ️ All
        [important] ❗ From important
        [urgent] 🚨 From urgent
       *[danger] 🆘 Danger only
    }
alerts-chosen = { $severity ->
        [none] Noted: no alerts for **{ $title }**.
        [info] Noted: every alert for **{ $title }**.
        [important] Noted: alerts from “important” on for **{ $title }**.
        [urgent] Noted: alerts from “urgent” on for **{ $title }**.
       *[danger] Noted: alerts of “danger” for **{ $title }**.
    }
channel-health = Last message that went out well: { $at }.
channel-silent = No message has gone out there for 30 days.
channel-removed = I was removed
channel-muted = I may no longer write there
channel-heard = { $heard ->
        [yes] 👂 What is written here now reaches the coordination as the draft of an alert, without the name of its writer. Answers and threads do not.
       *[no] What is written here no longer reaches the coordination.
    }
channel-mute-new = I can read there, not write: it can be a source of alerts.
channel-mute-source = I can still read there: “Source of alerts” makes a draft of what is posted there.
channel-deleted = it exists no more
channel-refused = the app refuses my messages
channel-closed = the topic there is closed
channel-lost = ⚠️ **{ $title }**: nothing goes out there any more ({ $why }). To have me back, add me again or let me write again.
channel-lost-now = ⚠️ Nothing goes out to **{ $title }** any more: { $why }. See /channels
channel-back-now = ✅ I can write in **{ $title }** again.
channel-gone = This room can no longer be reached. See /channels
channel-decided = Somebody has already answered for this room. See /channels
channel-hello = { $use ->
        [partner] Hello. This channel gets what the community sends to its partners. No personal data passes here. /help says what you can do.
       *[other] Hello. Messages of the coordinators arrive here too. Personal answers are given in private.
    }
leave-chat = Leave **{ $title }**? Nothing will go out there any more. To come back, I must be added again.
leave-chat-yes = 🚫 Yes, leave
leave-chat-no = ‹ No, stay
chat-left = I have left **{ $title }**.
chat-kept = Nothing is changed: I stay.
chat-bye = The community no longer uses this room: I am leaving it. Thank you, and all the best.
chat-taken = This room already belongs to someone else. The coordination can change that in /channels.
no-channels = I am in no room. Add me to a group or a channel: I will ask whose it is.
no-channel-named = No room is called “{ $words }”. /channels shows them all.
channels-head = 📡 { $count ->
        [one] One room
       *[other] { $count } rooms
    }{ $lost ->
        [0] {""}
        [one] , one of them out of reach
       *[other] , { $lost } of them out of reach
    }
channel-line = { $title }: { $use ->
        [unknown] whose is it?
        [partner] partner
        [team] team
       *[cell] crisis cell
    }
channel-line-lost = ⚠️ { $title }: { $use ->
        [partner] partner
        [team] team
       *[cell] crisis cell
    }, out of reach ({ $why })
open-channel = { $title }
next-channels = ➡️ More
channel-partner = 🏛 The partner
channel-other = 🔁 It belongs to another one

# Partners

open-partners = { $count ->
        [0] 🏛 Partners
       *[other] 🏛 Partners ({ $count })
    }
partners-head = 🏛 { $count ->
        [one] One partner
       *[other] { $count } partners
    }
partner-line = { $name }: { $category }, { $level }
open-partner = { $name }
partner-add = ➕ New partner
partners-back = ‹ Partners
no-partners = No partner yet. In one line: /channels partner Garance town hall | town hall | cooperation | 02 40 00 00 01 | until 31/12/2027
no-partner-named = No partner is called “{ $words }”. /channels partners shows them all.
partner-gone = This partner is no longer on the list. See /channels
partner-is = 🏛 { $name } · { $category } · { $level }
partner-means = { $level ->
        [consultation] They receive, answer and flag.
        [cooperation] They receive, answer, flag and offer help.
        [coordination] They offer help and have a seat in the crisis cell.
       *[integration] They offer help, have a seat in the cell and propose calls, which the coordination approves.
    }
partner-contact = Contact: { $contact }
partner-channels = { $count ->
        [0] No room: they get nothing.
        [one] Room: { $titles }
       *[other] Rooms ({ $count }): { $titles }
    }{ $lost ->
        [0] {""}
        [one] {" "}(one out of reach)
       *[other] {" "}({ $lost } out of reach)
    }
partner-voices = { $count ->
        [0] Nobody writes in their name in private.
        [one] One person writes in their name in private.
       *[other] { $count } people write in their name in private.
    }{ $codes ->
        [0] {""}
        [one] {" "}One code has not been used yet.
       *[other] {" "}{ $codes } codes have not been used yet.
    }
unsaid = not given
agreement-unnamed = Agreement
agreement-is-none = Agreement: none
agreement-is-open = { $name }, without an end
agreement-is = { $name }, { $over ->
        [yes] ended on { $until } { $year }
       *[no] until { $until } { $year }
    }
agreement-ends = { $left ->
        [-1] 📄 The agreement with { $name } has ended.
        [0] 📄 The agreement with { $name } ends today.
        [one] 📄 The agreement with { $name } ends tomorrow.
       *[other] 📄 The agreement with { $name } ends in { $left } days.
    }
agreement-renew = ✏️ Change
agreement-see = 🏛 See the partner
category-town-hall = town hall
category-school = school
category-firm = firm
category-association = association
category-patients = patients' association
category-social = social service
category-media = media
category-hospital = hospital
category-authority = authority
category-other = other
level-consultation = consultation
level-cooperation = cooperation
level-coordination = coordination
level-integration = integration
level-choice-consultation = Consultation: receives and answers
level-choice-cooperation = Cooperation: also offers help
level-choice-coordination = Coordination: also sits in the cell
level-choice-integration = Integration: also proposes calls
as-it-is = { $words }
pass-on = Skip
which-partner = Which partner does { $title } belong to?
which-partner-else = 🔎 Another one, or a new one
ask-which-partner = Which partner does { $title } belong to? Touch it, or type its name.
partner-unknown = No partner is called “{ $piece }”. Type another name, or touch “New partner”.
partner-several = Several partners fit: { $names }. Write the whole name.
partner-known = “{ $piece }” is already on the list. Give another name.
ask-partner-name = The partner's name? Example: Garance town hall
ask-partner-category = What kind of organisation?
ask-partner-level = Which level of partnership?
ask-partner-contact = Whom to call there? Name and number, for the coordination only.
ask-partner-agreement = Is an agreement signed? Type its end, or its name and its end. Example: Agreement 2026-14, until 31/12/2027
agreement-none = No agreement
agreement-open = Yes, without an end
why-last-day = I did not understand the date “{ $piece }”. Example: 31/12/2027. The rest is kept.
partner-edit = ✏️ Change
ask-partner-edit = What to change for { $name }?
partner-edit-name = Name
partner-edit-category = Category
partner-edit-level = Level
partner-edit-contact = Contact
partner-edit-agreement = Agreement
partner-close = 🔒 Withdraw codes and access
partner-end = 🗑 End the partnership
partner-end-ask = End the partnership with { $name }? { $count ->
        [0] Its codes will no longer count.
        [one] I will leave its room, and its codes will no longer count.
       *[other] I will leave its { $count } rooms, and its codes will no longer count.
    }
partner-end-yes = 🗑 Yes, end it
partner-end-no = ‹ No
partner-ended = Done: **{ $name }** is no longer a partner.

# Codes

partner-code = 🔑 Code
code-head = 🔑 A code for { $name }:
code-itself = { $code }
code-how = Add me to the group or channel, then type /start and this code there. Typed in private, it lets one write in their name.
code-link = { $platform } group, in one go: { $link }
code-limit = It counts once, until { $until }. I do not keep it: write it down.
code-used-in = 🔑 **{ $title }** is bound to { $name }, by your code.
code-used-by = 🔑 Somebody now writes in the name of { $name }, with your code.
partner-code-over = This code no longer counts: it was used, or it is too old. Ask the community for another one.

# What a partner sees

partner-hello = 🏛 { $name } · partner of { $community }
    { $level ->
        [consultation] You get what concerns you; you can answer and flag.
        [cooperation] You get what concerns you; you can answer and offer help.
        [coordination] You can offer help, and you have a seat in the crisis cell.
       *[integration] You can offer help and propose a call, and you have a seat in the crisis cell.
    }
partner-no-alert = No alert in force.
partner-can = { $private ->
        [yes] What would you like to do?
       *[no] { $level ->
            [consultation] To write to us, touch the button: a private chat opens.
           *[other] To offer help, touch the button: a private chat opens.
        }
    }
partner-door = Then type there: { $word }
partner-call = Coordination: { $phone }
partner-emergency = Nobody reads these messages day and night. { $emergency }.
partner-talk = 💬 Write to us
door-closed = This link no longer works. Ask the community for a code.
voice-end = 🚪 No longer write in their name
voice-ended = Done: you no longer write in a partner's name, and I have kept nothing of you.
offer-help = 🤝 We can help
offer-flag = 📢 Flag
offer-call = 🙋 Propose a call
partner-no-more = Nothing was passed on: this partnership has ended. Speak with the community.
offer-not-agreed = Your partnership does not include that yet. Speak with the community.
offer-enough = You have sent { $most } messages within an hour: the coordination reads them. To add something, call them.
ask-offer-kind = In the name of { $name }. What do you offer?
offer-people = 👥 People
offer-place = 🏠 Place
offer-vehicle = 🚐 Vehicle
offer-equipment = 📦 Equipment
offer-relay = 📣 Spreading word
ask-offer-words = { $kind ->
        [people] How many, and to do what? Example: 4 people for the reception, on Saturday
        [place] Which place, and when? Example: the Pagnol gym, all week
        [vehicle] What, and when? Example: a minibus with a driver, on Saturday morning
        [equipment] What, and how many? Example: 30 chairs and 2 tents
       *[relay] Where, and how? Example: message board and social media
    }
ask-offer-contact = Whom to call back? Name and number.
ask-proposal = In the name of { $name }. Which call? What, when, who, where. Example: Emergency shelter | Sat 9am-1pm | 2 nurses | Pagnol gym
offer-made = ✅ { $kind ->
        [call] Passed on at { $at }. The coordination reads your proposal and calls you back.
       *[other] Passed on at { $at }, you will be called back.
    }
offer-answer = { $state ->
        [taken] { $call ->
            [yes] 🙋 The coordination is preparing your call and will call you back.
           *[no] 🤝 Thank you! The coordination accepts your offer and will call you back.
        }
       *[declined] { $call ->
            [yes] The coordination does not send your call. They will say why if you call them.
           *[no] Thank you! The coordination does not need it for now.
        }
    }

# An offer, as coordinators see it

offer-head = { $kind ->
        [call] 🙋 CALL PROPOSED · { $name }
       *[other] 🤝 OFFER OF HELP · { $name }
            { $kind ->
                [people] People
                [place] Place
                [vehicle] Vehicle
                [equipment] Equipment
               *[relay] Spreading word
            }:
    }
offer-words = { $words }
offer-contact = To call back: { $contact }
offer-at = Received: { $at }.
offer-take = { $kind ->
        [call] 🙋 Prepare the call
       *[other] ✅ Accept, I call back
    }
offer-decline = 🙏 Not this time
offer-prepare = The preview shows the call before it leaves. Nothing has been sent yet.
offer-preview = 📣 See the preview
offer-already = Somebody has already answered this partner.
offer-decided = { $state ->
        [taken] { $kind ->
            [call] ✅ { $by } is preparing this call.
           *[other] ✅ { $by } accepts and calls back.
        }
       *[declined] 🙏 { $by } declined; the partner was told.
    }
log-offer = { $kind ->
        [call] { $name } proposes a call.
        [people] { $name } offers people.
        [place] { $name } offers a place.
        [vehicle] { $name } offers a vehicle.
        [equipment] { $name } offers equipment.
       *[relay] { $name } offers to spread word.
    }

# What is known of me

data-channels = You write in the name of
data-partner = Partner
