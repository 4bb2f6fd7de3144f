help-newsletter = read the newsletter, get it or not

# What subscribers read

news-name = { $number ->
        [0] { $title }
       *[other] no. { $number } · { $title }
    }
news-head = 📰 NEWSLETTER · **{ $name }**
news-notice-head = 🌐 ON THE WEBSITE · **{ $name }**
news-words = { $words }
news-foot =
    {""}
    To get it no more: 🔕 below, or /newsletter stop; calls go on.
news-stop = 🔕 Stop the newsletter
news-start = 🔔 Get the newsletter
news-sample = 👁 This is what subscribers will read:

# To get it or not

news-ask-head = 📰 NEWSLETTER · **Would you like it?**
news-ask-what = About one a month, and new articles of the website. Never at night, never before an alert. Without an answer you get nothing. Calls do not change.
news-ask-yes = ✅ Yes, gladly
news-ask-no = ❌ No thanks
news-answered = { $on ->
        [yes] Your answer, { $at }: yes.
       *[no] Your answer, { $at }: no.
    }
news-on-head = 📰 NEWSLETTER · **Noted, you will get it**
news-on-what = The next issues will come here: about one a month, and new articles of the website, never at night. To stop, in one tap: 🔕 below each issue, or /newsletter stop. Calls do not change.
news-off = 🔕 Noted: no more newsletter. Calls go on. Issues that appeared stay in /newsletter.
news-off-gone = 🔕 Noted: no more newsletter. You are no member any more, nothing else is sent to you.
news-off-stays = 🔕 Nothing is changed: you do not get it any more. To get it again, touch 🔔.
news-setting = Newsletter: { $on }
news-set = Get the newsletter

# The archive

news-archive-head = 📰 NEWSLETTER · **Archive**
news-archive-count = { $count ->
        [0] No issue has appeared yet.
        [one] One issue has appeared. Touch it to read it.
       *[other] { $count } issues have appeared. To search: /newsletter vaccination
    }
news-archive-found = { $count ->
        [0] No issue holds “{ $words }”. Try a single word, or a part of it.
        [one] One issue holds “{ $words }”.
       *[other] { $count } issues hold “{ $words }”.
    }
news-archive-line = { $name }, { $day }
news-mine = { $on ->
        [yes] 🔔 You get it.
       *[no] 🔕 You do not get it.
    }
news-read = 📄 { $name }
news-older = ⏩ Older
news-search = 🔎 Search
news-all = 📚 All issues
news-back-editors = ‹ Editors
ask-news-search = Which words do you look for? For example: flu vaccination
news-not-there = This issue is not in your archive. Type /newsletter to see what is.
news-withdraw = 🗑 Take out of the archive
ask-news-withdraw = Take { $name } out of the archive? Its text is erased here; messages that people have stay with them.
news-withdraw-yes = 🗑 Yes, take it out

# Editors

news-editors-head = 📰 NEWSLETTER · **Editors**
news-readers = { $yes ->
        [0] No subscriber yet.
        [one] One subscriber.
       *[other] { $yes } subscribers.
    }{ $no ->
        [0] {""}
        [one] {" "}One person said no.
       *[other] {" "}{ $no } people said no.
    } Each member is asked once, some days after joining.
news-in-hand = { $name }: { $state ->
        [draft] draft
        [locked] locked
        [scheduled] scheduled
        [waiting] leaves in a moment
       *[leaving] leaving
    }
news-write = ✍️ New issue
news-open = 📝 { $name }
news-archive = 📚 Archive

ask-news-title = Title of the issue? For example: Vaccination campaign
ask-news-text = The text? Up to { $most } characters; a line that begins with # becomes a heading. Nothing about a patient.
news-later = ⏳ Later
ask-news-deadline = Until which day do you await texts of colleagues? For example: Thursday 3 December
news-no-deadline = ⏭️ No text awaited
ask-news-until = Until which day do you await their texts? For example: Thursday 3 December
ask-news-whom = For whom? For example: members: nurses, Saint-Aubin; channels: town halls
news-whom-all = 👥 All subscribers
news-whom-more = { $channels ->
        [one] 📡 Subscribers and a channel
       *[other] 📡 Subscribers and { $channels } channels
    }
news-long = { $part ->
        [title] This title
       *[text] This text
    } is too long: { $length } characters, { $most } at most. The rest is kept.

ask-news-field = { $name }: what would you like to change?
news-field-title = 🏷 Title
news-field-intro = 💬 Introduction
news-field-number = 🔢 Number
news-field-deadline = 📅 Deadline
ask-news-intro = The introduction, in some lines ({ $most } characters at most)?
news-no-intro = ⏭️ No introduction
ask-news-number = Which number? For example: 12
news-number-unclear = I read no number in “{ $said }”. Example: 12

news-articles-head = 🧩 ARTICLES · **{ $name }**
news-article-line = { $used ->
        [yes] { $n }. { $what } ({ $length } characters)
       *[no] { $n }. { $what } (left out)
    }
news-articles-how = They appear in this order. Touch an article to move it up, give it a heading, correct it or leave it out.
news-article-button = { $n }. { $what }
news-add = ➕ Add an article
news-back = ‹ The issue
news-article-head = 🧩 ARTICLE · { $what }
news-article-state = { $used ->
        [yes] It will appear.
       *[no] Left out: it will not appear.
    }
news-up = ⬆️ Move up
news-leave-out = 🚫 Leave out
news-take-in = ✅ Take back in
news-heading = 🏷 Heading
news-text = 📝 Text
news-back-articles = ‹ Articles
ask-news-heading = The heading of this article?
news-no-heading = ⏭️ No heading
news-article-gone = This article is no longer there. Open the issue with /newsletter.

# An issue, for editors

news-desk-head = 📝 ISSUE · **{ $name }**
news-desk-closed = 📝 ISSUE · { $name }: nothing more to do here.
news-state-draft = Draft.
news-state-locked = { $missed ->
        [yes] ⚠️ Did not leave { $at }: the bot was off. Open the preview to send it.
       *[no] 🔒 Locked: nobody edits it any more.
    }
news-state-scheduled = 🗓 Leaves { $at }. Locked until then.
news-state-waiting = ⏳ Leaves in 30 seconds.
news-state-leaving = { $missed ->
        [yes] ⚠️ Sending was cut off, the bot was off: { $people } gone, { $waiting } to come.
       *[no] 📤 Leaving: { $people } gone, { $waiting } to come.
    }{ $asleep ->
        [yes] {" "}Each gets it after their quiet hours.
       *[no] {""}
    }
news-state-sent = ✅ Sent { $at }, { $people ->
        [0] to no subscriber
        [one] to one subscriber
       *[other] to { $people } subscribers
    }{ $channels ->
        [0] .
        [one] {" "}and a channel.
       *[other] {" "}and { $channels } channels.
    }{ $passed ->
        [0] {""}
        [one] {" "}One person could not be reached.
       *[other] {" "}{ $passed } could not be reached.
    }
news-desk-text = { $length ->
        [0] No text yet.
       *[other] Text: { $length } characters{ $articles ->
            [0] .
            [one] , one article.
           *[other] , { $articles } articles.
        }
    }
news-desk-deadline = Texts awaited until { $day }.
news-desk-given = 📥 Came: { $names }
news-desk-waiting = ⌛ Awaited: { $names }
news-desk-declined = 🙏 Not this time: { $names }
news-desk-whom = For { $whom }.
news-desk-failed = { $count ->
        [one] ⚠️ One send has failed.
       *[other] ⚠️ { $count } sends have failed.
    }
news-whom = { $members ->
        [all] all subscribers
        [some] subscribers among: { $kinds }
       *[no] no member
    }{ $channels ->
        [0] {""}
        [one] {" "}and a channel
       *[other] {" "}and { $channels } channels
    }
news-role-member = members
news-role-officer = elected officers
news-role-coordinator = coordination
news-role-administrator = administration

news-to-articles = 🧩 Articles
news-to-edit = ✏️ Title and dates
news-to-contributors = 🙋 Ask for texts
news-to-file = 📎 Picture or document
news-desk-file = { $kind ->
        [picture] 🖼 Picture: { $file }{ $says ->
            [no] , without a description: who cannot see the screen will know nothing of it.
           *[yes] {""}
        }
       *[document] 📄 Document: { $file }
    }
ask-news-file = 📎 Send a picture (JPEG, PNG, WebP) or a PDF, 20 MB at most.
ask-news-alt = What does the picture show, in a sentence? For those who cannot see it. For example: the campaign's poster, with its dates and address
news-no-alt = ⏭️ Without a description
news-picture-says =
    {""}
    🖼 { $what }
news-no-file = ⏭️ No picture, no document
news-picture = 🖼 Use its picture
news-picture-kept = 🖼 The picture came, thank you! The editors choose whether it appears. Your text may follow, in reply to what asked you for it.
news-to-whom = 🎯 Recipients
news-to-preview = 👁 Preview and send
news-to-lock = 🔒 Lock
news-to-unlock = 🔓 Unlock
news-to-drop = 🗑 Delete
news-to-resume = ▶️ Resume sending
news-to-halt = ⏹ Stop sending

news-locked = { $name } is locked: unlock it first, with /newsletter.
news-gone = { $name } has left or is leaving: it cannot be changed any more.
news-dropped-already = This issue does not exist any more. Type /newsletter to see the others.
news-unscheduled = 🔓 { $name } was unlocked: it will not leave { $at } as planned. Type /newsletter to schedule it again.
ask-news-drop = Delete { $name }? Its texts are erased, those of colleagues too.
news-drop-yes = 🗑 Yes, delete
news-drop-no = ↩️ No, keep
news-dropped = 🗑 { $name } is deleted.

# Asking for texts

ask-news-who = Whom to ask for a text? Type a name, or how it begins.
news-nobody-asked = 🚫 Nobody
news-that-is-all = ✔️ That is all
news-chosen = Chosen: { $names }
news-person = 👤 { $name }, { $town }
ask-news-which = Which of these people?
news-nobody-named = I find nobody called “{ $said }”. Try the family name alone.
news-chosen-already = “{ $said }” is on the list already.
news-ask-names = Will get this request: { $names }
news-ask-unreached = 📵 Cannot be reached, to be told otherwise: { $names }
ask-news-send-asked = Shall I send it?
news-send = 📣 Send

news-asked-head = { $again ->
        [yes] ⏰ REMINDER · **A text for the newsletter, { $name }**
       *[no] ✍️ NEWSLETTER · **A text of yours for { $name }?**
    }
news-asked-what = { $by ->
        [yes] It is awaited until { $day }. “No” is a full answer.
       *[no] Whenever you like. “No” is a full answer.
    }
news-asked-how = Reply to this message with your text, { $most } characters at most. It will be published: sign it if you like. Never anything about a patient. { $emergency }.
news-asked-no = ❌ Not this time
news-asked-change = ✏️ Change my text
news-asked-after-all = ✍️ I will write after all
news-asked-given = ✅ Your text came ({ $length } characters), thank you!{ $by ->
        [yes] {" "}You can change it until { $day }, or add to it by replying here.
       *[no] {" "}You can change it, or add to it by replying here.
    }
news-asked-declined = 🙏 Noted, not this time. Thank you for answering.
news-asked-over = This issue is closed. Thank you!
news-asked-gladly = Thank you! Write your text here, in one message of { $most } characters at most.
news-text-kept = ✅ Your text came: { $length } characters. Thank you! The editors read it before it appears.
news-text-added = ✅ Added to your text: { $length } characters in all. Thank you!
news-text-short = That is short for an article: { $least } characters at least. Write your text in one message, or answer “no”.
news-text-long = That is too long: { $length } characters, { $most } at most. Nothing is changed. Shorten it, then send it again in one message.
news-text-late = This issue is closed: your text was not taken. Keep it, and write to the editors for the next one.
news-received = 📥 A text came for { $name }: { $given } of { $asked }. Type /newsletter to read it.
news-declined = 🙏 One person will not write for { $name }: { $given } of { $asked } came. Type /newsletter to see who.
news-deadline-over = 📅 The deadline is over for { $name }: { $given } answers of { $asked }. Type /newsletter to put it together.
news-called-off = ℹ️ { $name } will not appear: your text is awaited no more. Thank you!

# Preview and sending

news-preview-whom = For { $whom }.{ $others ->
        [0] {""}
        [one] {" "}One member it is for has not subscribed.
       *[other] {" "}{ $others } members it is for have not subscribed.
    }{ $paused ->
        [0] {""}
        [one] {" "}One subscriber is pausing.
       *[other] {" "}{ $paused } subscribers are pausing.
    }
news-preview-deaf = { $count ->
        [one] One channel will not get it: it gets no newsletters (/channels), or is of the media.
       *[other] { $count } channels will not get it: they get no newsletters (/channels), or are of the media.
    }
news-preview-messages = Length: { $each }.
news-preview-app = { $count ->
        [one] one message on { $app }
       *[other] { $count } messages on { $app }
    }
news-preview-quiet = 🌙 These are quiet hours: each gets it after { $until }.
news-preview-planned = 🗓 Scheduled { $at }.
news-plan = 🗓 Schedule
news-try = 🧪 Try it on me
news-see-who = 👁 See who
news-back-desk = ✏️ Edit
news-empty = { $name } has no text yet. Add an article, then come back to the preview.
news-too-long = That is too long: { $length } characters, { $most } at most. Leave an article out, or shorten one.
news-nobody = Nobody would get this issue. Change whom it is for: ✏️ Edit, then 🎯 Recipients.
news-changed-meanwhile = ⚠️ This issue has changed since that preview: nothing left. Here it is as it stands now.
news-held = ⏪ Held back: { $name } did not leave. It is a draft again.
ask-news-when = When shall it leave? For example: Thursday 3 December 10 am. Without an hour it is 10 am.
ask-news-plan = { $name } will leave { $when }, and be locked until then. Is that right?
news-plan-yes = 🗓 Yes, schedule
news-when-quiet = These are quiet hours (from { $first } to { $last }): nobody would get it. Example: Thursday 3 December 10 am
news-when-unclear = I do not understand “{ $said }” as a day. Example: Thursday 3 December 10 am
news-when-past = That is over, or in less than two minutes. Example: tomorrow 10 am
news-when-far = That is more than a year away. Example: Thursday 3 December 10 am
news-when-which = Which one: { $days }? Write the date. Example: 3 December 10 am
news-missed = ⚠️ { $name } did not leave { $at }: the bot was off that day. Type /newsletter to send it or to schedule it again.
news-cut = ⚠️ Sending { $name } was cut off { $at }: the bot was off that day. Some did not get it. Type /newsletter to resume or to stop it.
news-done = 📰 { $name } has left: { $people ->
        [0] no subscriber
        [one] one subscriber
       *[other] { $people } subscribers
    }{ $channels ->
        [0] .
        [one] {" "}and a channel.
       *[other] {" "}and { $channels } channels.
    }{ $passed ->
        [0] {""}
        [one] {" "}One person could not be reached.
       *[other] {" "}{ $passed } could not be reached.
    }
news-not-leaving = This issue is not leaving now.
news-halted = ⏹ Stopped. { $name } went to { $people } subscribers and { $channels } channels; { $kept } will not get it{ $passed ->
        [0] .
       *[other] , { $passed } could not be reached.
    }

# The website's feed

news-feed = 🌐 Website feed
news-feed-head = 🌐 WEBSITE FEED
news-feed-none = Give the address of your website's RSS or Atom feed: each new article will be announced to subscribers, once, never at night.
news-feed-give = ✏️ Give the address
news-feed-change = ✏️ Change the address
news-feed-on = ✅ Announce new ones
news-feed-off = ⏸ Stop announcing
news-feed-drop = 🗑 Remove
news-feed-state = { $state ->
        [checking] { $title }: I am reading it…
        [ready] { $title }: found, nothing is announced yet.
        [on] { $title }: each new article is announced.
       *[off] { $title }: nothing is announced.
    }
news-feed-at = Address: { $url }
news-feed-looked = Last read: { $at }.
news-feed-failing = ⚠️ Not readable since { $since }: { $why }
ask-news-feed = The address of the RSS or Atom feed? For example: https://www.cpts.example/feed
news-feed-looking = 🔎 I am reading { $url }. The answer comes in a moment.
news-feed-wrong = This feed cannot be followed: { $why } Example: https://www.cpts.example/feed
news-feed-why-no-address = it is no address of the web.
news-feed-why-private = this address belongs to a private network.
news-feed-why-port = only the usual ports of the web (80 and 443) are read.
news-feed-why-secret = it holds a name or a password.
news-feed-why-slow = the website takes more than 10 seconds to answer.
news-feed-why-large = it is larger than 1 MB.
news-feed-why-away = the website does not answer.
news-feed-why-gone = this page does not exist.
news-feed-why-refused = the website refuses to show it.
news-feed-why-redirects = it leads to another one without end.
news-feed-why-downgrade = it leads to a page that is not encrypted.
news-feed-why-doctype = it declares a DOCTYPE, which is refused for safety.
news-feed-why-deep = it is built in a way that is refused for safety.
news-feed-why-unreadable = it has an error in it and cannot be read.
news-feed-why-no-feed = it is a page and no RSS or Atom feed. The feed is often at the same address followed by /feed.
news-feed-found = 🌐 WEBSITE FEED · { $title }: { $count ->
        [0] found, empty so far.
        [one] found, one article.
       *[other] found, { $count } articles.
    } They are known: only later ones will be announced.
news-feed-sample =
    {""}
    An announcement looks like this:
news-feed-whom =
    {""}
    To subscribers of the newsletter and channels that get it, never at night.
news-feed-checking = This feed is still being read. Wait a moment.
news-feed-gone = This feed was removed or replaced. Type /newsletter to see the present one.
news-feed-lost = ⚠️ The website's feed has not been readable since { $since }: { $why } I keep trying. To change it: /newsletter, then 🌐 Website feed.
