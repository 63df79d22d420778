# Kertas: lembar untuk dicetak dan laporan permainan.

print-foot = Mufakat · { $id } · versi { $version } · { $hash }
print-only-for = RAHASIA · hanya untuk { $country }
print-only-teacher = RAHASIA · hanya untuk guru
print-and = dan

# Nama dokumen, dan nama berkasnya.
print-shared = Lembar bersama
print-file-shared = lembar-bersama
print-shared-short = Lembar bersama, ringkas
print-file-shared-short = lembar-bersama-ringkas
print-confidential = Lembar rahasia
print-file-confidential = lembar-rahasia
print-confidential-short = Lembar rahasia, ringkas
print-file-confidential-short = lembar-rahasia-ringkas
print-points-sheet = Lembar poin
print-file-points-sheet = lembar-poin
print-agreement = Formulir kesepakatan
print-file-agreement = formulir-kesepakatan
print-plates = Papan nama
print-file-plates = papan-nama
print-teaching = Catatan guru
print-file-teaching = catatan-guru
print-report = Laporan permainan
print-file-report = laporan
print-treaty = Naskah perjanjian
print-file-treaty = perjanjian
print-file-scores = nilai
print-file-record = rekaman

# Lembar bersama.
print-situation = Keadaan
print-issues-note = Setiap pasal diselesaikan dengan tepat satu pilihan. Tanpa kesepakatan berlaku keadaan sekarang. Pasal cadangan masuk hanya bila kedua pihak setuju membawanya ke meja. Pilihan penghubung terbuka bila kedua pihak telah memberi tahu seberapa penting pasal itu baginya, atau bila mediator mengusulkannya.
print-reserve = cadangan
print-status-quo = keadaan sekarang
print-bridge = penghubung
print-sweetener = hanya lewat mediator
print-how = Cara bermain
print-how-1 = Baca lembar ini dan lembar rahasia Anda. Jangan perlihatkan angka Anda kepada siapa pun; Anda boleh berkata apa saja tentang yang penting bagi Anda.
print-how-2 = Setiap tawaran menyebut satu pilihan untuk setiap pasal. Tidak ada yang disepakati sebelum semuanya disepakati.
print-how-3 = Tulis hasilnya pada formulir kesepakatan dan bubuhkan tanda tangan. Atau berpisahlah tanpa kesepakatan: masing-masing memperoleh nilai alternatifnya (BATNA).
print-how-4 = Naskah berlaku hanya bila cukup banyak kelompok di dalam negeri kedua pihak menyetujuinya; bentuk hukum menentukan berapa banyak.
print-facts = Fakta dan sumber
print-author = Penulis: { $author }. Lisensi: { $licence }.

# Lembar rahasia dan lembar poin.
print-confidential-note = Lembar ini hanya untuk delegasi Anda. Yang boleh berpindah tangan adalah kata-kata, bukan kertasnya.
print-role = Arahan Anda
print-issue = Pasal
print-points = Poin
print-batna = Tanpa kesepakatan Anda memperoleh { $points } poin.
print-batna-note = Naskah yang bernilai lebih rendah bagi Anda lebih buruk daripada pulang tanpa kesepakatan.
print-needs-note = Seberapa besar setiap kebutuhan, dari 0 sampai 100. Kebutuhan pokok harus terpenuhi sedikitnya { $least }.
print-before = Keadaan sebelum pihak lain mengubahnya bernilai { $points } poin bagi Anda.
print-before-counts = Keadaan sebelum perundingan bernilai { $points } poin bagi Anda; keuntungan Anda dihitung dari sana.
print-groups-note = Naskah berlaku hanya bila cukup banyak dari mereka setuju.
print-group = Kelompok
print-influence = Pengaruh
print-looks-at = Memperhatikan
print-looks-pillar = Pilar: { $name }
print-prepare = Siapkan sebelum berunding
print-prepare-1 = Berapa poin yang ingin Anda capai, dan di mana batas terendah Anda?
print-prepare-2 = Apa yang terpenting bagi pihak lain? Urutkan tiga pasal, dan uji tebakan Anda dengan bertanya.
print-prepare-3 = Pasal mana yang murah bagi Anda tetapi mungkin berharga bagi mereka?
print-prepare-4 = Siapa di dalam negeri yang harus setuju, dan apa yang mereka perhatikan?
print-points-note = Nilai setiap pilihan bagi Anda. Jumlahkan setiap tawaran sebelum menjawab.
print-option = Pilihan
print-offer = Tawaran { $no }
print-red-line = garis merah: jangan tanda tangani
print-sum = Jumlah
print-compare = Bandingkan: tanpa kesepakatan Anda memperoleh { $points } poin.
print-no-points = Tanpa poin bagi Anda: { $issues }. Pilihan di sana tetap menentukan apakah naskahnya dijaga dan disetujui di dalam negeri.

# Formulir kesepakatan dan papan nama.
print-agreement-note = Centang tepat satu pilihan pada setiap pasal. Pasal cadangan hanya bila dibawa ke meja.
print-pair = Pasangan
print-date = Tanggal
print-article = Pasal
print-tick-one = Satu pilihan
print-no-agreement = Tanpa kesepakatan: perundingan berakhir tanpa naskah bersama.
print-typed = Untuk guru: hasil ini dinilai dengan
print-typed-codes = dan kode yang dicentang, dipisahkan koma; atau --no-deal.
print-plate-shows = Papan nama { $country }, untuk dilipat di tengah sehingga terbaca dari kedua sisi meja.

# Catatan guru.
print-aims = Tujuan pelajaran
print-course = Jalannya pelajaran
print-course-1 = Bagikan lembar bersama kepada semua, dan kepada setiap delegasi hanya lembar rahasia serta lembar poinnya sendiri. Membaca: { $reading } menit.
print-course-2 = Persiapan, lima menit: setiap delegasi menulis sasaran dan menebak tiga hal yang terpenting bagi pihak lain.
print-course-3 = Perundingan: { $minutes } menit, atau { $rounds } putaran. Umumkan sisa waktu pada separuh jalan dan pada lima menit terakhir.
print-course-4 = Formulir kesepakatan diisi dan ditandatangani, juga bila tidak ada kesepakatan. Nilai setiap pasangan dapat dihitung sambil kelas menjawab pertanyaan pribadi.
print-course-5 = Pembahasan: perlihatkan semua hasil terhadap batas Pareto tanpa nama, lalu bahas pertanyaannya. Jangan membandingkan poin kedua negara.
print-usual = Yang biasanya terjadi
print-potential = Di mana kue dapat membesar
print-numbers = Kasus ini dalam angka
print-room = Ada { $packages } paket; yang tidak lebih buruk bagi siapa pun daripada tanpa kesepakatan: { $room }. Batas Pareto mempunyai { $frontier } titik.
print-point = Titik acuan
print-frontier-shows = Batas Pareto dengan { $points } titik, dengan BATNA kedua negara dan titik-titik acuan.
print-frontier-caption = Makin ke kanan makin baik bagi negara pertama, makin ke atas makin baik bagi negara kedua. Di luar garis tidak ada paket.
print-packages = Paket acuan
print-best-passing = Terbaik yang lulus C3 sampai C6
print-egalitarian = Egaliter
print-utilitarian = Utilitarian
print-compromise = Kompromi yang tampak
print-trade = Yang dapat dipertukarkan
print-class = Seperti apa kelas Anda nanti
print-class-says = { $pairs } pasangan rekan komputer dengan kemahiran campuran, separuhnya pemula, telah memainkan kasus ini: { $agreed } mencapai kesepakatan, efisiensinya rata-rata { $efficiency }, dan { $beneficial } dari kesepakatan memenuhi ketujuh syarat. Hasil siswa tentu dapat berbeda; bentuk awannya jarang berubah.
print-class-shows = Titik-titik { $pairs } pasangan terhadap batas Pareto; { $none } pasangan tanpa kesepakatan tidak digambar.
print-class-caption = Setiap titik adalah kesepakatan satu pasangan. Di luar garis: kabar atau pasal cadangan membesarkan kue. Tanpa kesepakatan: { $none } pasangan.
print-pair-passes = Semua syarat terpenuhi
print-pair-fails = Ada syarat yang gagal
print-check = Syarat
print-failing = Gagal pada kesepakatan
print-class-seats = Keuntungan rata-rata terhadap yang terbaik bagi tiap kursi: { $first } { $a }, { $second } { $b }. Bedakan kursi dari kemahiran bila membahas hasil.
print-news = Kabar dari luar
print-news-note = Bacakan pada awal putaran yang disebut, bila dadu menghendakinya.
print-news-when = (Putaran { $round }, peluang { $chance })
print-news-batna = BATNA { $country }: { $change }.
print-news-value = { $issue }, { $option }: { $changes } poin.
print-news-drawn = Undilah siapa yang terkena.
print-questions = Pertanyaan untuk pembahasan
print-quiz = Kuis sebelum dan sesudah
print-quiz-note = Jawaban yang benar bertanda centang. Soal yang sama dua kali menunjukkan apa yang dipelajari.

# Laporan.
print-own-points = Poin Anda
print-own-batna = Tanpa kesepakatan (BATNA)
print-own-before = Sebelum perundingan
print-own-gain = Keuntungan
print-own-best = Dari keuntungan terbaik bagi Anda
print-own-target = Sasaran Anda
print-evidence = Bukti
print-dance = Tarian tawaran Anda
print-explored = Paket yang dijajaki di luar catatan
print-dance-shows = Tawaran { $country }, { $count } banyaknya, terhadap batas Pareto.
print-guess = Yang penting bagi { $other }
print-truth = Sebenarnya
print-guessed = Tebakan
print-after = Tahun-tahun sesudahnya
print-years-show = { $years } tahun: yang diterima tiap negara dibandingkan dengan yang dijanjikan.
print-outlook = Satu cerita; garis putus-putus: yang dijanjikan. Dalam { $worlds } dunia naskah ini bertahan sampai akhir di { $survival }, kepatuhan { $compliance }, daya tahan { $durability }. Poin kedua negara tidak dapat dibandingkan: skalanya berbeda.

# Naskah perjanjian.
print-treaty-between = Antara Pemerintah { $first } dan Pemerintah { $second }
print-parties = Pemerintah { $first } dan Pemerintah { $second }, selanjutnya disebut “Para Pihak”,
print-guided = berpedoman pada asas
print-guided-always = saling menghormati kedaulatan dan saling menguntungkan
print-desiring = dengan tujuan
print-have-agreed = telah bersepakat sebagai berikut:
print-article-no = Pasal { $number }
print-chapter = Bab { $number }
print-other = Ketentuan lain
print-implementation = Pelaksanaan dan pengawasan
print-final = Ketentuan penutup
print-in-force = Naskah ini mulai berlaku setelah kedua Pihak saling memberitahukan bahwa syarat di dalam negerinya telah dipenuhi. Perbedaan tafsir diselesaikan dengan musyawarah.
print-done = Dibuat dalam dua naskah asli yang sama kuatnya.
print-for-government = Untuk Pemerintah
print-invented-text = Naskah dari sebuah simulasi; tidak mengikat siapa pun.

# Perintah.
cli-sheets = Menulis lembar untuk dicetak: lembar bersama, lembar rahasia, poin, formulir, papan nama, catatan guru
cli-report = Menulis laporan permainan yang sudah selesai: halaman tiap pemain, naskah perjanjian, nilai
cli-arg-paper-out = Folder untuk berkas-berkasnya
cli-arg-paper-format = pdf, html, atau both [pdf]
cli-arg-large = Huruf besar, 16 poin ke atas
cli-arg-sheets-games = Banyaknya pasangan percobaan untuk gambar kelas pada catatan guru; 0 tanpa gambar
cli-arg-semicolon = CSV dengan titik koma dan desimal koma
cli-paper-written = { $count } berkas ditulis ke { $path }.
cli-paper-failed = { $name } tidak dapat dibuat: { $why }. Coba --format html.
cli-report-running = { $path } belum selesai. Laporan membuka rahasia kedua pihak; mainkan dahulu sampai akhir.
cli-arg-class = Selain itu memainkan sekian pasangan percobaan: dua Diplomat, dan sebuah kelas dengan kemahiran campuran
cli-class-title = Kelas dengan kemahiran campuran, { $pairs } pasangan:
cli-class-agreed = berakhir dengan kesepakatan
cli-class-efficiency = rata-rata efisiensi
cli-class-beneficial = memenuhi ketujuh syarat
cli-class-failing = Kesepakatan yang gagal pada tiap syarat:
cli-class-seats = Keuntungan rata-rata tiap kursi:
cli-class-fair = Selisih kedua kursi { $difference } poin persen: seimbang.
cli-class-unfair = Selisih kedua kursi { $difference } poin persen, lebih dari 8: sebutkan kepada kelas bahwa kedudukannya tidak sama, atau ubah nilai dan BATNA.
cli-class-legend = Ke kanan: poin { $first }; ke atas: poin { $second }. Titik: batas Pareto; o: satu pasangan, 8: beberapa; N: titik Nash; +: tanpa kesepakatan. Di luar batas: kabar atau pasal cadangan membesarkan kue.
print-reached = Yang dicapai
print-of-paper = Perundingan ini berlangsung di atas kertas: yang diketahui hanya hasilnya. Tawaran, tebakan, dan tahun-tahun sesudahnya tidak tercatat, jadi tidak dinilai di sini.
print-lacking = { $count } huruf tidak ada di fon untuk kertas ini dan tampil sebagai “?”. Versi HTML dokumen ini menampilkannya.
