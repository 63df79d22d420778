# Hints for the player, from what the player sees.

coach-own-ultimatum = Your ultimatum has run out: leave, accept their offer, or take it back.
coach-ultimatum-above = They set an ultimatum on offer { $no }. It is still better than your BATNA; test it with a counter-proposal before you answer.
coach-ultimatum-unsignable = They set an ultimatum on offer { $no }. It is worth more than your BATNA, but it crosses your red line or would not be ratified at home: do not simply take it.
coach-ultimatum-below = They set an ultimatum on offer { $no }. It is worse than your BATNA; you need not take it.
coach-request = They have asked you for something besides the text; an answer costs no action.
coach-below-batna = The package that you are composing is worse than your BATNA.
coach-red-line = "{ $option }" on { $issue } crosses one of your red lines.
coach-last-round-offer = This is the last round, and their offer { $no } is better than your BATNA.
coach-last-round = This is the last round: what is not agreed now will not be.
coach-good-offer = Their offer { $no } is better than your BATNA and reaches your target.
coach-minimal = The relation is close to breaking: two conciliatory moves, or a mediator, open it again.
coach-slow-down = The talks have slowed down. A facilitator brings them back to normal.
coach-slow-down-step = The talks have slowed down. One step of each side brings them back to normal, if both trust at least 35%.
coach-text = The mediator's text (number { $no }) waits for your answer and is better than your BATNA.
coach-group = { $group } would not agree to this package, and without them support is too small. Hear them before you sign.
coach-group-heard = Even after you heard them, { $group } do not agree to this package yet. Change it, or choose a form that needs less support.
coach-standstill = Nobody took a step in the previous round. One more round without a step and the talks slow down.
coach-offence = Their trust is low after what you did. An apology restores some of it.
coach-repeats = Your last { $count } offers were worth the same to you. Give something that is cheap for you and may be dear to them.
coach-they-gave = They took a step on { $issue }; you have given nothing since.
coach-bridge-told = They have told their priority on { $issue }. If you do too, a bridging option opens.
coach-bridge = On { $issue } there is a locked option. It opens when both sides tell their priority.
coach-first-offer = You have made no offer yet. A complete first offer gives the talks a direction.
coach-silent = You have told no priority yet. One is often answered by one.
coach-one-issue = Their last moves were all on { $issue }. It may be what costs them least; ask what costs them most.
coach-same-way = On { $issue } both sides want the same. It could be signed early.
coach-reserve = Still in reserve, with weight for you: { $issue }. Adding it may enlarge the pie.
coach-asks-nothing = You know nothing about their priorities yet. Find out, or begin by telling one of yours.

coach-switch = Coach
coach-switch-says = One hint, from what you see yourself. The coach knows no secret of the other side and never acts.
coach-nothing = Coach: no hint at the moment.
coach-dismiss = Put this hint away
