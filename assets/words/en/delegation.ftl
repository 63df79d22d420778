# Delegations of two or three in one seat.

setup-delegations = Delegations
setup-delegations-says = Two or three people may share a seat. Offers, acceptances and signatures leave it once everybody agrees.
setup-delegation-size = { $country }: { $people }
setup-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
setup-delegate-name = { $country }: name of delegate { $no } (may stay empty)
setup-delegate-hint = Delegate { $no }
setup-head-hint = Head of delegation
setup-head-signs = The head of delegation decides where they disagree

delegation-title = Does the whole delegation agree?
delegation-offer = This formal offer is about to leave your seat.
delegation-accept = You are about to accept offer { $no }.
delegation-accept-text = You are about to accept the mediator's text.
delegation-sign = You are about to sign this treaty.
delegation-who = Your delegation
delegation-rule-all = It leaves when all agree. If one does not, the draft comes back to you and nothing is lost.
delegation-rule-head = It leaves when all agree. If not, { $head } decides once everybody was heard.
delegation-delegate = Delegate { $no }
delegation-head = { $name } (head of delegation)
delegation-agrees = agrees
delegation-disagrees = does not agree
delegation-unheard = not heard yet
delegation-yes = { $name }: agree
delegation-no = { $name }: disagree
delegation-dissent = { $name } does not agree. { $head } decides.
delegation-send = { $head }: send it all the same
delegation-withdraw = Take it back
delegation-message = MESSAGE THAT GOES WITH IT
delegation-articles = THE PACKAGE
delegation-changed = changed
delegation-back = Back to the draft
delegation-keys = Keys 1, 2, 3: agree. Esc: back.
delegation-returned = { $name } does not agree, so nothing left your seat. Talk it over; draft and message are as they were.

delegation-better = You are about to take the better package.
delegation-leave = Your seat is about to leave the talks.
delegation-harvest = Your seat is about to ask for { $issue } to be signed early.
delegation-grant = Your seat is about to grant what the other side asks.
delegation-rule-most = It leaves when more than half agree. If they cannot, the draft comes back to you and nothing is lost.
class-assent-asks = { $name } asks the delegation.
class-assent-first = Binds your seat: your delegation is asked first.
class-one-answer = One answer for your seat: { $names } share it, and the first one that is sent counts. Talk it over first.
class-assent-yes = I agree
class-assent-no = I do not agree
class-assent-send = Send it all the same
class-assent-package = The package, article by article
class-assent-away = phone gone, not waited for
class-assent-gone = Whoever gives no sign of life for two minutes is not waited for.
class-assent-withdrawn = { $name } took it back. Nothing left your seat.
class-assent-lapsed = What waited for your delegation no longer fits: the table, the delegation or its rule changed. Nothing left your seat.
class-assent-waits = Something waits for your delegation. Settle that first.
class-assent-over = That waits no longer. Look at how things stand now.
class-rule = Delegations: who must agree
class-rule-says = Where two or three phones share a seat, offers, acceptances, signatures and leaving wait for the others.
class-rule-all = All
class-rule-most = More than half
class-rule-head = The head decides
class-rule-off = No agreement needed
class-rule-waits = waits for: { $names }
class-rule-pair-off = No agreement needed in this pair
class-rule-again = Agreement needed again in this pair
