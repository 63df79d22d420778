# Bengkel penulis: templat, tabel, dan pengawasan berkas.

cli-new = Membuat skenario baru dari templat, siap dimainkan dan diubah
cli-value-title = JUDUL
cli-arg-new-name = Judul skenario; id dan nama berkas dibuat dari judul ini
cli-arg-template = Templat: { $names }; tanpa ini yang terkecil
cli-arg-new-out = Berkas yang ditulis; tanpa ini scenarios/ID.ron
cli-new-no-name = Dari "{ $name }" tidak dapat dibuat id. Pakai judul dengan huruf latin atau angka.
cli-new-unknown = Tidak ada templat "{ $name }". Yang ada: { $known }.
cli-new-exists = { $path } sudah ada dan tidak ditimpa. Pilih judul lain, atau nama berkas lain dengan -o.
cli-new-taken = Sudah ada skenario bawaan dengan id { $id }; berkas baru akan menyembunyikannya. Pilih judul lain.
cli-new-next =
    Langsung dapat dimainkan: mufakat { $play }
    Ubah berkas itu dengan penyunting teks apa pun; setiap ruas berpenjelasan. Sambil menulis: mufakat watch { $path }
cli-column-alias = nama lain

# Tabel: judul kolom dan baris.
table-sheet-options = Pilihan
table-sheet-countries = Negara
table-issue = pasal
table-title = judul pasal
table-sector = sektor
table-kind = jenis
table-reserve = cadangan
table-weight = bobot
table-option = pilihan
table-label = label
table-article = bunyi
table-value = nilai
table-status-quo = status quo
table-lock = kunci
table-harmful = merugikan
table-sovereignty = kedaulatan
table-dependence = ketergantungan
table-effort = sumbangan
table-meets = memenuhi
table-transparency = transparansi
table-monitoring = pengawasan
table-flexibility = keluwesan
table-inclusion = keikutsertaan
table-embedding = kelembagaan
table-enforcement = penegakan
table-results = hasil
table-special-treatment = perlakuan khusus
table-capacity-transfer = alih kemampuan
table-obligation = mengikat
table-quota = dukungan
table-first = pertama
table-second = kedua
table-yes = ya
table-bridge = penghubung
table-sweetener = pemanis
table-country = negara
table-name = nama
table-batna = BATNA
table-status-quo-ante = status quo ante
table-development = pembangunan
table-patience = kesabaran
table-capacity = kemampuan
table-trust = kepercayaan
table-rivalry = persaingan
table-needs = kebutuhan
table-country-name = Negara { $letter }
table-comment = Dibuat dari tabel dengan "mufakat import". Lengkapi latar, arahan, kelompok, kabar, dan catatan guru; docs/scenario-guide.md menjelaskan setiap ruas.
table-background = { $first } dan { $second } merundingkan satu naskah. Tulis di sini apa yang diketahui kedua pihak.
table-batna-story = Tanpa kesepakatan { $name } memakai jalan lain. Tulis di sini ceritanya.

problem-cell-unreadable = Berkas ini bukan buku kerja yang dapat dibaca.
remedy-cell-unreadable = Simpan sebagai XLSX, ODS, atau CSV, tanpa kata sandi.
problem-cell-no-rows = Tidak ada tabel pilihan di sini.
remedy-cell-no-rows = Tulis satu baris judul kolom, sedikitnya pasal, pilihan, dan nilai, lalu satu baris untuk tiap pilihan; "mufakat export SKENARIO --to csv" memberi contoh.
problem-cell-column-unknown = Kolom "{ $name }" tidak dikenal dan tidak dibaca.
remedy-cell-column-unknown = Tidak perlu berbuat apa-apa bila itu catatan Anda sendiri; jika bukan, periksa judul kolomnya.
problem-cell-row-unknown = Baris "{ $name }" tidak dikenal dan tidak dibaca.
remedy-cell-row-unknown = Tidak perlu berbuat apa-apa bila itu catatan Anda sendiri; jika bukan, periksa kata pertamanya.
problem-cell-no-issue = Pilihan ini tidak mempunyai pasal.
remedy-cell-no-issue = Tulis id atau judul pasal pada baris pertama tiap pasal.
problem-cell-number = "{ $found }" bukan bilangan.
remedy-cell-number = Tulis bilangan saja, misalnya 40 atau 37,5; bila tampak seperti tanggal, formatlah selnya sebagai teks.
problem-cell-rounded = { $found } dibulatkan menjadi { $used }: permainan memakai bilangan bulat.
remedy-cell-rounded = Tulis bilangan bulat bila pembulatan ini tidak Anda kehendaki.
problem-cell-share = { $found } kurang dari satu, padahal skalanya sampai 100.
remedy-cell-share = Tulis { $meant } bila itu maksudnya, tanpa format persen.
problem-cell-fact = "{ $found }" bukan ya atau tidak.
remedy-cell-fact = Tulis ya, atau biarkan kosong.
problem-cell-kind = "{ $found }" bukan jenis pasal.
remedy-cell-kind = Tulis Clauses untuk klausul, Instrument untuk bentuk hukum, atau biarkan kosong.
problem-cell-lock = "{ $found }" bukan kunci.
remedy-cell-lock = Tulis penghubung atau pemanis, atau biarkan kosong.
problem-cell-two-weights = Pasal "{ $name }" mempunyai bobot lain di { $place }.
remedy-cell-two-weights = Sisakan satu bobot untuk tiap pasal dan negara.
problem-cell-weights-sum = Bobot negara { $side } berjumlah { $sum }, bukan 100.
remedy-cell-weights-sum = Ubah bobotnya sehingga jumlahnya 100 (pasal cadangan tidak dihitung), atau pakai --normalise.
problem-cell-no-sector = Pasal "{ $name }" tidak mempunyai sektor; Economy dipakai.
remedy-cell-no-sector = Tulis kolom sektor, atau ubah sector di dalam berkas skenario.
problem-cell-no-batna = { $name } tidak mempunyai BATNA; { $used } dipakai.
remedy-cell-no-batna = Tambahkan bagian negara dengan baris BATNA, atau ubah batna di dalam berkas skenario.
problem-cell-no-needs = { $name } tidak mempunyai kebutuhan; { $sector }: 70 dipakai.
remedy-cell-no-needs = Tambahkan bagian negara dengan baris kebutuhan, atau ubah needs di dalam berkas skenario.
problem-cell-added = Tidak ada pasal jenis { $kind }; ditambahkan dari templat.
remedy-cell-added = Ubahlah di dalam berkas skenario; keduanya tidak berpoin sendiri.
problem-cell-exact = Skenario ini memakai utilitas persis; bilangan bulat dalam tabel akan bertentangan dengannya.
remedy-cell-exact = Hapus exact dari berkas skenario, lalu impor lagi.

cli-arg-into = Skenario yang diperbarui dengan tabel: hanya yang disebut tabel berubah
cli-arg-delimiter = Pemisah CSV: titik koma, koma, atau tab
cli-arg-titled = Judul skenario; tanpa ini nama berkas tabel
cli-table-read = Tabel: { $issues } pasal, { $options } pilihan, antara { $first } dan { $second }.
cli-table-merged = { $count ->
    [0] Tidak ada yang berubah.
   *[other] { $count } tempat berubah; selebihnya tetap seperti ditulis.
}
cli-table-nothing-written = Tidak ada yang ditulis.
cli-table-into-only = --into hanya untuk tabel (CSV, XLSX, ODS, XLS).
cli-table-alone = Impor satu tabel setiap kali, tanpa berkas lain.
cli-table-unwritten = Buku kerja tidak dapat ditulis: { $why }

cli-watch = Memeriksa berkas skenario dan timbangannya lagi setiap kali disimpan; Ctrl-C mengakhiri
cli-arg-watched = Berkas skenario; boleh belum ada
cli-arg-once = Sekali saja, untuk skrip: kode keluar 0 sah, 1 tidak sah
cli-arg-watch-format = text untuk dibaca, lines untuk penyunting: BERKAS:BARIS:KOLOM: error|warning: ... [aturan]
cli-watch-waiting = Menunggu simpanan berikutnya; Ctrl-C mengakhiri.
cli-watch-missing = { $path } tidak ada; menunggu sampai disimpan.
cli-watch-room = Ruang: { $room } dari { $packages } paket di atas kedua BATNA ({ $percent } %); { $frontier } titik di batas Pareto.
cli-watch-nash = Nash: { $first } { $a }, { $second } { $b } dengan { $package }. Potensi integratif { $potential }; kompromi yang tampak mencapai { $compromise } %.
