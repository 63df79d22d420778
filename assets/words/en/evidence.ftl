# The evidence behind every number.

evidence-no-deal = Not scored: there is no agreement.
evidence-no-room = Not scored: no text profits both sides.
evidence-needs-none = Without an agreement no need is met.
evidence-need = { $sector } { $met }%
evidence-needs-side = { $country }: { $needs } → { $score }.
evidence-lower-counts = The lower one counts: "mutual" means both sides.
evidence-benefit-none = Without an agreement nothing is gained.
evidence-gain = { $country } { $gain } ({ $from } → { $to }).
evidence-product = The product of both gains is { $product }; the best is { $best }.
evidence-not-both-gain = Not both sides gain, so the result is 0.
evidence-pillars-none = Without an agreement nothing changes: 50 is neutral.
evidence-pillar = Pillar { $pillar }: { $parts } = { $sum } of { $potential } → { $score }.
evidence-effect = { $effect } ({ $option })
evidence-nothing = nothing
evidence-geometric = Geometric mean: a weak pillar cannot be made good by a strong one.
evidence-equality = Equal shares: { $score } (weight { $weight }%); split { $first } : { $second }.
evidence-equity = By contribution and need: { $score } (weight { $weight }%); a fair share of { $country } is { $tau }%.
evidence-maximin = The weakest: { $score } (weight { $weight }%).
evidence-special = Special treatment of the less developed: { $score } (weight { $weight }%).
evidence-no-gap = Special treatment is not counted: the two countries are close in development.
evidence-red-line = A red line of { $country } was crossed.
evidence-sovereignty = Cost in sovereignty: { $first } { $costfirst }, { $second } { $costsecond }.
evidence-pressure = Coercion K = { $pressure }.
evidence-no-pressure = Without coercion (K = 0).
evidence-alignment-missed = Nothing was taken, although there was room.
evidence-alignment-none = There was nothing to take.
evidence-efficiency = { $share }% was taken of what could be had without hurting anyone.
evidence-authors = Articles of the text: { $byfirst } proposed by { $first }, { $bysecond } by { $second }.
evidence-told = Priorities told truthfully: { $first } { $byfirst }%, { $second } { $bysecond }%.
evidence-published = Openness of the text { $transparency }%, monitoring { $monitoring }%.
evidence-trust = Lowest trust { $from } → { $to }.
evidence-trust-most = Largest: { $signal } by { $country } ({ $change }).
evidence-coercion = { $country }: { $signal }, { $times ->
    [one] once
   *[other] { $times } times
}.
evidence-clause = { $option } { $share }%
evidence-no-clause = There is no provision for this.
evidence-flexible = Provisions: { $parts } → { $score }.
evidence-embedded = Provisions: { $parts } → { $score }.
evidence-results = Provisions: { $parts } → { $score }.
evidence-inclusive = Provisions: { $parts } → { $score }.
evidence-consulted = Influence at home that was heard: { $first } { $byfirst }%, { $second } { $bysecond }%.
evidence-form = The legal form binds { $obligation }%, enforcement { $enforcement }%; a breach is noticed with probability { $detection }%.
evidence-keeps = { $country }: a breach saves { $temptation } once; keeping the text pays if the future counts at least { $needed }%, and it counts { $patience }%.
evidence-cheats = { $country }: a breach saves { $temptation } once; keeping the text would pay only if the future counted { $needed }%, but it counts { $patience }%.
evidence-no-temptation = { $country }: nothing is saved by a breach.
evidence-depth = Depth of the text (what was promised): { $depth }. Keeping a shallow text means little.

evidence-support = { $country }: support { $support }%, needed { $quota }%. For: { $for }. Against: { $against }.
evidence-nobody = nobody
evidence-above-batna = { $country }: { $to }, above its BATNA of { $from }.
evidence-hardly-above-batna = { $country }: { $to }, hardly above its BATNA of { $from }; up to 1 point counts as no gain.
evidence-not-above-batna = { $country }: { $to }, not above its BATNA of { $from }.
evidence-above-before = { $country }: { $to }, above the { $from } of before.
evidence-hardly-above-before = { $country }: { $to }, hardly above the { $from } of before; up to 1 point counts as no gain.
evidence-not-above-before = { $country }: { $to }, not above the { $from } of before.
evidence-worse-than-before = { $country }: { $to }, better than what is left ({ $left }), worse than before ({ $before }).
evidence-balance = Share of { $first } { $sharefirst }%, of { $second } { $sharesecond }%; the smaller at least { $least }%.
evidence-no-gain = Nobody gains.
evidence-taken = { $share }% of the possible was taken; at least { $least }%.
evidence-critical = { $country }, { $sector }: met to { $met }%, at least { $least }%.
evidence-no-critical = There is no critical need.
evidence-pillar-negative = Pillar { $pillar } gets worse ({ $value }).
evidence-harm = "{ $option }" hurts the pillar { $pillar } ({ $effect }), more than the clauses of this text can offset.
evidence-harm-marked = "{ $option }" does serious harm.
evidence-no-harm = No pillar gets worse, and what harm there is the clauses offset.
evidence-consent = Coercion K = { $pressure }; at most { $most }.

lens-dependency-says = Change of dependence: { $first } { $changefirst }, { $second } { $changesecond }.
lens-liberal-says = { $joint }% of the largest sum was reached; shared institutions { $institutions }%.
lens-realism-says = Adviser of { $first }: { $scorefirst }. Adviser of { $second }: { $scoresecond }.
lens-justice-says = The weakest side gets { $weakest }% of the most that could be secured for both.
left-no-room = No text profits both sides: parting without one is a reasonable choice.
left-below = For { $country } this text is worse than no agreement.
left-none-better = No harm-free package is better for both.
evidence-no-pillar = Not scored: no option touches economy, society or environment.
evidence-trust-news = Largest: { $signal } ({ $change }).
package-choice = { $issue }: { $option }
package-change = { $issue }: { $from } → { $option }
lens-sustainability-says = The weakest pillar is at { $weakest }.

evidence-missed = This package would have given { $first } { $gainfirst } and { $second } { $gainsecond } over no agreement:
evidence-better = With these changes { $first } would have { $gainfirst } and { $second } { $gainsecond } more:

year-keeps = { $country } keeps the text: temptation { $temptation }, cost of a breach { $deterrence }.
year-pauses = { $country } pauses lawfully and pays for it: temptation { $temptation } is too large this year.
year-breaks = { $country } breaks the text unnoticed: a quick gain of { $temptation }, a later cost of only { $deterrence }.
year-breaks-noticed = { $country } breaks the text and is noticed: a quick gain of { $temptation }, a later cost of { $deterrence }.
year-suspended = { $country }: the text is suspended after a breach.
year-ended = { $country }: the text has ended.
