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
