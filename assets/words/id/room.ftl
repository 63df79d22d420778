# Ruangan di belakang panel.

room-fold = Lipat ruangan
room-unfold = Tampilkan ruangan

opening-title = Perundingan dibuka
opening-first = { $country } berbicara lebih dulu.
opening-skip = Klik atau tekan tombol apa saja untuk lanjut.
