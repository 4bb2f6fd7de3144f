help-start = join the community
help-dispos = my usual week
help-mobiliser = call for staff
help-tableau = who comes, who is missing
little-welcome = 👋 Welcome. Never any patient data here.
little-read = ✅ I have read this, go on
little-member = 🎉 You are a member. All that matters arrives here.
little-week = Noted: { $week }.
little-preview = REAL CALL · Preview · 🙋 CALL FOR VOLUNTEERS · **{ $title }**
    All members. The call leaves at once.
little-send = 📣 Send
little-call = 🙋 CALL FOR VOLUNTEERS · **{ $title }**
    Can you come? No obligation.
little-slots = 1. Saturday, 8:30 am to 1 pm: { $one } of 2 missing
    2. Saturday, 1:30 pm to 6 pm: { $two } of 2 missing
little-slot-1 = ✅ Sat 8:30 am – 1 pm
little-slot-2 = ✅ Sat 1:30 – 6 pm
little-no = ❌ Not this time
little-coming = ✅ Noted, you are coming: slot { $slot }.
little-not-coming = Noted. Another time.
little-withdraw = 🚫 I can no longer come
little-full = Full, thank you!
little-wait = 🕐 Waiting list
little-noted = Noted
little-board = 📋 BOARD
    Saturday morning: nurses { $one } of { $need }
    Saturday afternoon: nurses { $two } of { $need }
little-widen = ➕ Widen
little-picture = The roster as a picture: two slots.
little-file = The same for your calendar.
