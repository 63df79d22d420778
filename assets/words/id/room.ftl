# Ruangan di belakang panel.

room-fold = Lipat ruangan
room-unfold = Tampilkan ruangan
