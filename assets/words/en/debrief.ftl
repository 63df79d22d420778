# What if, and the summary of the debrief.

debrief-what-if = What if
debrief-summary = Summary

what-if-title = What if the text were another?
what-if-note = Change one article or one clause. The talks stay as they were; points, checks and the years after are computed anew.
what-if-signed = Back to the signed text
what-if-better = The mediator's better package
what-if-nash = Nash point
what-if-was = signed
what-if-legend = Line: BATNA. Diamond: the signed text.
what-if-legend-batna = Line: BATNA. It begins with the last offer on the table.
what-if-held = held before
what-if-failed = did not hold before
what-if-not-in-force = This text would not come into force: there is too little support at home.
what-if-years = { $years } years after

summary-no-deal = No agreement. Both countries go home with their BATNA.
summary-points = { $points } points ({ $gain } { $from })
summary-efficiency = { $share } of what was possible
summary-years = Lasts { $years } years: { $share }
summary-map = Map of the outcome: the Pareto frontier, the BATNAs as broken lines, the outcome as a dot
