# Kelas yang dibuka dari jendela.

title-host = Buka kelas

hosting-title = Kelas Anda
hosting-open = Buka di ponsel:
hosting-or = Atau: { $url }
hosting-qr = Kode QR alamat kelas
hosting-people = Peserta
hosting-pairs = Pasangan
hosting-closed = Pasangan yang selesai
hosting-console = Buka konsol guru
hosting-console-says = Konsol dibuka di peramban komputer ini. Di sana Anda memasangkan siswa, membuka tiap tahap, dan memimpin pembahasan.
hosting-pin-show = Tampilkan PIN konsol
hosting-pin = PIN konsol: { $pin }
hosting-folder = Catatan kelas tersimpan di { $path }. Untuk melanjutkannya nanti: Buka kelas, atau mufakat serve --data dengan folder itu.
hosting-advice = Bila siswa tidak bisa masuk
hosting-close = Tutup kelas
hosting-close-sure = Semua ponsel akan terputus. Catatan kelas tetap ada dan dapat dilanjutkan dari "Buka kelas".
hosting-open-already = Satu kelas sudah terbuka. Tutuplah dahulu dari "Buka kelas" di layar pertama.
hosting-kept = Kelas terakhir
hosting-kept-says = { $title } · kode { $code } · peserta: { $people } · tahap: { $phase }. Ponsel siswa tersambung lagi dengan sendirinya bila jaringannya sama.
hosting-kept-go = Lanjutkan kelas ini
hosting-back-does = Kelas tetap terbuka; "Buka kelas" kembali ke sini.
