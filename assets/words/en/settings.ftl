# Settings and keys.

settings-title = Settings
settings-open = Settings
settings-language = Language
settings-look = Look
settings-text = Text size
settings-larger = Larger text
settings-smaller = Smaller text
settings-usual = Usual size
settings-theme = Colours
settings-system = As the system
settings-contrast = High contrast
settings-motion = Reduced motion
settings-motion-says = Nothing slides or fades; the scene behind the screen stands still.
settings-sound = Sound
settings-mute = No sound
settings-volume = Volume
settings-game = Game
settings-coach = Coach on when playing alone
settings-keys = Keys
settings-keys-says = Everything can be done from the keyboard: Tab and Shift+Tab move, Space or Enter choose, Page Up and Page Down scroll, Esc closes.
settings-place = Settings are kept in { $path }

keys-glossary = Glossary; on a term: its explanation
keys-settings = Settings, from any screen
keys-propose = Send the draft as a formal offer
keys-explore = Show the draft off the record
keys-accept = Accept their offer (asked once more)
keys-end-turn = End the turn
keys-draft = To the first article
keys-message = To the line for a message
keys-actions = To the actions
keys-log = To the log
keys-brief = To the brief
keys-undo = Undo, in the form of a scenario
keys-redo = Redo, in the form of a scenario
keys-save = Save, in the form of a scenario
keys-larger = Larger text
keys-smaller = Smaller text
keys-usual = Text of the usual size

# The scenario gallery.

gallery-title = Choose a scenario
gallery-any = all
gallery-sector = Sector
gallery-difficulty = Level
gallery-minutes = Time
gallery-at-most = ≤ { $minutes } minutes
gallery-all = Show all
gallery-none = No scenario fits. Ask for less.
gallery-reload = Read again
gallery-reload-does = Reads the scenario files again, as after you have mended one.
gallery-own = From a file of yours
gallery-both-languages = Indonesian and English
gallery-one-language = one language
gallery-broken = "{ $file }" cannot be played yet
gallery-line = Line { $line }
gallery-more = { $count ->
        [one] One more problem.
       *[other] { $count } more problems.
    }
gallery-mend = Mend the file and read again. In a terminal, "mufakat validate { $file }" shows every problem.
gallery-unreadable = The file cannot be read: { $why }
gallery-unreadable-remedy = Check that it is a text file and that you may read it.
setup-sources = Sources
