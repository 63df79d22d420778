# A class opened from the window.

title-host = Host a class

hosting-title = Your class
hosting-open = Open on a phone:
hosting-or = Or: { $url }
hosting-qr = QR code of the address of the class
hosting-people = People
hosting-pairs = Pairs
hosting-closed = Pairs that are done
hosting-console = Open the teacher's console
hosting-console-says = The console opens in this computer's browser. There you pair students, open each phase and lead the debrief.
hosting-pin-show = Show the console's PIN
hosting-pin = PIN of the console: { $pin }
hosting-folder = The log of the class is kept in { $path }. To go on with it later: Host a class, or mufakat serve --data with that folder.
hosting-advice = If students cannot come in
hosting-close = Close the class
hosting-close-sure = All phones will be cut off. The log of the class stays, and "Host a class" can go on with it.
hosting-open-already = A class is open already. Close it first, from "Host a class" on the first screen.
hosting-kept = Your last class
hosting-kept-says = { $title } · code { $code } · people: { $people } · phase: { $phase }. Students' phones come back by themselves if the network is the same.
hosting-kept-go = Go on with this class
hosting-back-does = The class stays open; "Host a class" leads back here.
