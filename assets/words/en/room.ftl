# The room behind the panels.

room-fold = Fold the room away
room-unfold = Show the room

opening-title = The talks are open
opening-first = { $country } speaks first.
opening-skip = Click or press any key to go on.
