help-canaux = groups and channels that I am in

channel-new = 🆕 New room: **{ $title }** ({ $platform }{ $people ->
        [0] {""}
        [one] , one person
       *[other] , { $people } people
    }). Whose is it? I say nothing there until then.
use-partner = 🏛 Partner
use-team = 👥 Team
use-cell = 🆘 Crisis cell
use-gone = 🚫 Stay mute there
channel-is = **{ $title }**: { $use ->
        [partner] partner
        [team] team
        [cell] crisis cell
       *[other] I say nothing there
    } (chosen by { $by }).
channel-calls = Calls for volunteers: { $calls ->
        [yes] this room gets them in the last circle, without any name.
       *[no] this room does not get them.
    }
calls-on = 🙋 Get calls too
calls-off = 🔕 No more calls
channel-lost = **{ $title }**: I can no longer write there ({ $why }). To have me back, add me again.
channel-lost-now = ⚠️ I can no longer write in **{ $title }**. See /channels
channel-gone = This room can no longer be reached. See /channels
channel-decided = Somebody has already answered for this room. See /channels
channel-hello = { $use ->
        [partner] Hello. This channel gets what the community sends to its partners. No personal data passes here.
       *[other] Hello. Messages of the coordinators arrive here too. Personal answers are given in private.
    }
no-channels = I am in no room. Add me to a group or a channel: I will ask whose it is.
channels-head = 📡 { $count ->
        [one] One room
       *[other] { $count } rooms
    }
channel-line = { $title }: { $use ->
        [unknown] whose is it?
        [partner] partner
        [team] team
       *[cell] crisis cell
    }{ $lost ->
        [yes] {" "}(unreachable)
       *[no] {""}
    }
open-channel = { $title }
next-channels = ➡️ More
