# The room behind the panels.

room-fold = Fold the room away
room-unfold = Show the room
