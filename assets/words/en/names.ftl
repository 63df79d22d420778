# Names that are used everywhere.

sector-politics = Politics
sector-security = Security
sector-economy = Economy
sector-society = Society & culture
sector-trade = Trade
sector-health = Health
sector-environment = Environment
sector-technology = Technology & digital
sector-law = Law & human rights
sector-energy = Energy & resources
sector-clauses = Clauses
sector-instrument = Legal form

pillar-economy = economy
pillar-society = society
pillar-environment = environment

difficulty-easy = easy
difficulty-medium = medium
difficulty-hard = hard

family-result = Result
family-respect = Respect
family-process = Process
family-design = Design

principle-1 = Mutual need
principle-2 = Mutual benefit
principle-3 = Sustainability
principle-4 = Fairness
principle-5 = Equality and sovereignty
principle-6 = Aligned interests without domination
principle-7 = Transparency and accountability
principle-8 = Trust
principle-9 = Peaceful diplomacy
principle-10 = Flexibility
principle-11 = Inclusive participation
principle-12 = Shared institutions
principle-13 = Commitment
principle-14 = Focus on results

check-1 = In force
check-2 = Both gain
check-3 = Balanced
check-4 = Efficient
check-5 = Critical needs met
check-6 = No harm left standing
check-7 = Free consent

grade-a = Exemplary
grade-b = Mutually beneficial
grade-c = Nearly
grade-d = Lopsided
grade-d- = Exploitative
grade-e = Somebody gains nothing
grade-e- = Harms one side
grade-r = Not ratified
grade-n1 = No agreement, a chance missed
grade-n0 = No agreement, and no room for one

grade-a-says = All seven checks hold, the shares are balanced, and no principle is left behind.
grade-b-says = All seven checks hold: this agreement is mutually beneficial.
grade-c-says = This agreement is in force, profits both sides and is balanced, but not all checks hold yet.
grade-d-says = This agreement is in force and profits both sides, but it is lopsided.
grade-d--says = This agreement is very lopsided: nearly all of the gain falls to one side.
grade-e-says = This agreement is in force, but somebody gains nothing by it.
grade-e--says = This agreement is worse for one side than none, or crosses its red line.
grade-r-says = The text was signed, but the groups at home did not agree to it.
grade-n1-says = There is no agreement, although a text would have profited both sides.
grade-n0-says = There is no agreement, and there was no room for one. Parting politely is wise.

lens-dependency = Dependency theory
lens-liberal = Liberal institutionalism
lens-realism = Realism
lens-justice = Global justice
lens-sustainability = Sustainability
lens-dependency-idea = Who depends more on whom afterwards?
lens-liberal-idea = How much was gained together, and which institutions guard it?
lens-realism-idea = How does each country stand against the other? 50 means no better than no agreement.
lens-justice-idea = What does the weakest side get?
lens-sustainability-idea = How strong is the weakest pillar?

style-facilitation = facilitation
style-formulation = a single text
style-manipulation = a sweetener

register-formal = on the record
register-informal = informally
register-off-record = off the record
register-public = in public

phase-normal = normal
phase-slow-down = slow-down
phase-minimal = minimal interaction

why-trust = trust is too low
why-coercion = too much coercion
why-standstill = two rounds without a step
why-steps = both sides took a step
why-good-will = one side showed good will twice
why-mediator = a mediator came in

signal-disclose = a priority told
signal-concede = a concession
signal-reciprocate = a concession in return
signal-keep-promise = a promise kept
signal-early-harvest = an early harvest
signal-cultural = cultural diplomacy
signal-informal = a relaxed chat
signal-off-record = a package off the record
signal-hotline = a hotline
signal-accept-text = accepting the mediator's text
signal-repair = a repair
signal-consular = help for citizens
signal-threat = a threat
signal-ultimatum = an ultimatum
signal-walkout = leaving the room
signal-shaming = shaming in the media
signal-lie-exposed = a lie that came out
signal-broken-promise = a broken promise
signal-leak = a leak
signal-news = news from outside

dance-fortunate = fortunate
dance-nice = nice
dance-concession = concession
dance-selfish = selfish
dance-unfortunate = unfortunate
dance-silent = no change

shock-pandemic = Pandemic
shock-energy = Energy prices
shock-climate = Climate disaster
shock-security = Security incident
shock-politics = Political turmoil

conduct-keeps = keeps
conduct-pauses = pauses
conduct-breaks = breaks
conduct-suspended = suspended
conduct-ended = ended

aim-1 = Economic growth
aim-2 = Mutual understanding and peace
aim-3 = Justice and welfare
aim-4 = Reaching an agreement
aim-5 = Progress in politics, society and culture
aim-6 = Meeting the needs of citizens and markets
aim-7 = A smooth economy

counterpart-diplomat = Diplomat
counterpart-patient = Patient
counterpart-tough = Tough
counterpart-open = Open
counterpart-relationship = Relationship-minded
counterpart-hasty = Hasty
counterpart-patient-novice = Patient, novice
counterpart-tough-novice = Tough, novice
counterpart-open-novice = Open, novice
counterpart-relationship-novice = Relationship-minded, novice
counterpart-hasty-novice = Hasty, novice
counterpart-patient-master = Patient, master
counterpart-tough-master = Tough, master
counterpart-open-master = Open, master
counterpart-relationship-master = Relationship-minded, master
counterpart-hasty-master = Hasty, master
counterpart-boulware = Boulware
counterpart-linear = Linear
counterpart-conceder = Conceder
counterpart-tit-for-tat = Tit for tat
counterpart-relative-tit-for-tat = Relative tit for tat
counterpart-nice-tit-for-tat = Nice tit for tat
counterpart-micro = MiCRO
counterpart-hardheaded = HardHeaded
counterpart-mufakat = Mufakat
counterpart-diplomat-says = Tells priorities if you do, trades issues, hears its groups, calls a mediator, never threatens.
counterpart-patient-says = Is in no hurry: waits, lets go last, tells priorities if you do first.
counterpart-tough-says = Asks for more than half, tells next to nothing, and may threaten or set an ultimatum.
counterpart-open-says = Puts its priorities on the table and hopes for the same from you.
counterpart-relationship-says = Warms and mends the relation first, lets go evenly, answers kindness with kindness.
counterpart-hasty-says = Wants to be done soon and gives for it; quickly takes what is good enough.
counterpart-patient-novice-says = Like "Patient", but a novice: thinks that the pie cannot grow, clings to the first number, moves article by article.
counterpart-tough-novice-says = Like "Tough", but a novice: thinks that the pie cannot grow, clings to the first number, moves article by article.
counterpart-open-novice-says = Like "Open", but a novice: thinks that the pie cannot grow, clings to the first number, moves article by article.
counterpart-relationship-novice-says = Like "Relationship-minded", but a novice: thinks that the pie cannot grow, clings to the first number, moves article by article.
counterpart-hasty-novice-says = Like "Hasty", but a novice: thinks that the pie cannot grow, clings to the first number, moves article by article.
counterpart-patient-master-says = Like "Patient", and a master: reads your steps, looks for packages at the edge of what is possible, uses the deadline.
counterpart-tough-master-says = Like "Tough", and a master: reads your steps, looks for packages at the edge of what is possible, uses the deadline.
counterpart-open-master-says = Like "Open", and a master: reads your steps, looks for packages at the edge of what is possible, uses the deadline.
counterpart-relationship-master-says = Like "Relationship-minded", and a master: reads your steps, looks for packages at the edge of what is possible, uses the deadline.
counterpart-hasty-master-says = Like "Hasty", and a master: reads your steps, looks for packages at the edge of what is possible, uses the deadline.
counterpart-boulware-says = Holds out long and lets go towards the end.
counterpart-linear-says = Lets go by the same amount every round.
counterpart-conceder-says = Lets go soon.
counterpart-tit-for-tat-says = Lets go as far as the other side does.
counterpart-relative-tit-for-tat-says = Lets go in proportion to the other side, not point for point.
counterpart-nice-tit-for-tat-says = Answers concessions with offers chosen to please the other side.
counterpart-micro-says = A new offer for a new offer; without one, it does not move.
counterpart-hardheaded-says = Holds out to the end and repeats what is best for it.
counterpart-mufakat-says = The strongest at plain offers: learns from every offer and plans its last ones.
strength-novice = novice
strength-practised = practised
strength-master = master
counterpart-person = Person

group-name = { $group }
issue-title = { $issue }
