# The author's workshop: templates, tables, and watching a file.

cli-new = Begin a scenario from a template, ready to play and to change
cli-value-title = TITLE
cli-arg-new-name = Title of the scenario; its id and the name of its file are made of it
cli-arg-template = Template: { $names }; the smallest if none is named
cli-arg-new-out = File to write; otherwise scenarios/ID.ron
cli-new-no-name = No id can be made of "{ $name }". Use a title with Latin letters or digits.
cli-new-unknown = There is no template "{ $name }". There are: { $known }.
cli-new-exists = { $path } is there already and is not written over. Choose another title, or another file with -o.
cli-new-taken = A scenario that ships has the id { $id }; a new file would hide it. Choose another title.
cli-new-next =
    Play it at once: mufakat { $play }
    Change the file with any text editor; every field is explained in it. While you write: mufakat watch { $path }
cli-column-alias = other name
