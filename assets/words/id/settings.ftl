# Setelan dan tombol.

settings-title = Setelan
settings-open = Setelan
settings-language = Bahasa
settings-look = Tampilan
settings-text = Ukuran teks
settings-larger = Perbesar teks
settings-smaller = Perkecil teks
settings-usual = Ukuran biasa
settings-theme = Warna
settings-system = Ikuti sistem
settings-contrast = Kontras tinggi
settings-motion = Kurangi gerakan
settings-motion-says = Tidak ada yang bergeser atau memudar; adegan di belakang layar diam.
settings-sound = Suara
settings-mute = Tanpa suara
settings-volume = Volume suara
settings-game = Permainan
settings-coach = Pelatih menyala saat bermain sendiri
settings-keys = Tombol
settings-keys-says = Semua dapat dikerjakan dengan papan ketik: Tab dan Shift+Tab berpindah, Spasi atau Enter memilih, Page Up dan Page Down menggulir, Esc menutup.
settings-place = Setelan disimpan di { $path }

keys-glossary = Glosarium; pada sebuah istilah: penjelasannya
keys-settings = Setelan, dari layar mana pun
keys-propose = Ajukan naskah sebagai tawaran resmi
keys-explore = Jajaki naskah di luar catatan
keys-accept = Terima tawaran mereka (ditanyakan sekali lagi)
keys-end-turn = Akhiri giliran
keys-draft = Ke pasal pertama
keys-message = Ke baris pesan
keys-actions = Ke tindakan
keys-log = Ke catatan
keys-brief = Ke arahan
keys-undo = Urungkan, di formulir skenario
keys-redo = Ulangi, di formulir skenario
keys-save = Simpan, di formulir skenario
keys-larger = Perbesar teks
keys-smaller = Perkecil teks
keys-usual = Ukuran teks biasa

# Galeri skenario.

gallery-title = Pilih skenario
gallery-any = semua
gallery-sector = Sektor
gallery-difficulty = Tingkat
gallery-minutes = Waktu
gallery-at-most = ≤ { $minutes } menit
gallery-all = Tampilkan semua
gallery-none = Tidak ada skenario yang cocok. Longgarkan saringan.
gallery-reload = Baca ulang
gallery-reload-does = Membaca lagi berkas-berkas skenario, misalnya sesudah Anda memperbaikinya.
gallery-own = Dari berkas Anda
gallery-both-languages = Indonesia dan Inggris
gallery-one-language = satu bahasa
gallery-broken = "{ $file }" belum dapat dimainkan
gallery-line = Baris { $line }
gallery-more = { $count } masalah lagi.
gallery-mend = Perbaiki berkasnya lalu baca ulang. Di terminal, "mufakat validate { $file }" menunjukkan semua masalah.
gallery-unreadable = Berkas tidak dapat dibaca: { $why }
gallery-unreadable-remedy = Periksa apakah ini berkas teks dan boleh Anda baca.
setup-sources = Sumber
