# Kesalahan dalam berkas skenario: sebab (problem-) dan cara memperbaiki (remedy-).

problem-after-end = Ada tulisan sesudah kurung penutup terakhir.
remedy-after-end = Hapus tulisan itu, atau pindahkan ke dalam kurung.
problem-bare-file = Berkas ini tidak dimulai dengan kurung buka.
remedy-bare-file = Tulis "(" di baris pertama dan ")" di baris terakhir: seluruh skenario berada di antara keduanya.
problem-before-start = Ada tulisan sebelum kurung buka yang pertama.
remedy-before-start = Hapus tulisan itu, atau jadikan catatan dengan // di depannya.
problem-all-red = Semua pilihan pasal "{ $name }" adalah garis merah satu negara.
remedy-all-red = Sisakan sedikitnya satu pilihan yang boleh ditandatangani.
problem-bad-colour = "{ $found }" bukan warna.
remedy-bad-colour = Tulis warna sebagai "#8a3d2f": tanda # dan enam angka heksadesimal.
problem-bad-escape = "\{ $character }" bukan tanda khusus yang dikenal.
remedy-bad-escape = Untuk garis miring terbalik tulis dua kali; untuk baris baru tulis \n.
problem-bad-id = "{ $found }" tidak dapat menjadi id.
remedy-bad-id = Pakai huruf a–z atau A–Z, angka, tanda hubung, dan garis bawah saja, tanpa spasi.
problem-bad-number = "{ $written }" bukan bilangan.
remedy-bad-number = Tulis bilangan bulat, misalnya 40.
problem-curly-quotes = Di sini ada tanda kutip melengkung dari pengolah kata.
remedy-curly-quotes = Ganti dengan tanda kutip lurus: "...".
problem-decimal-comma = "{ $found }" ditulis dengan koma desimal.
remedy-decimal-comma = Di berkas skenario koma memisahkan nilai. Tulis { $meant }.
problem-duplicate-field = "{ $name }" ditulis dua kali.
remedy-duplicate-field = Hapus salah satunya.
problem-duplicate-id = Id "{ $name }" dipakai dua kali.
remedy-duplicate-id = Beri nama yang berbeda; id harus unik di seluruh berkas.
problem-duplicate-key = "{ $name }" muncul dua kali dalam daftar ini.
remedy-duplicate-key = Hapus salah satunya.
problem-empty-file = Berkas ini kosong.
remedy-empty-file = Mulailah dengan mufakat new "Judul", atau dari salinan sebuah skenario.
problem-empty-text = Teks ini kosong.
remedy-empty-text = Isi teksnya, atau hapus bahasanya.
    .form = Isi.
problem-equals-sign = Tanda = tidak dipakai di sini.
remedy-equals-sign = Tulis titik dua: nama: nilai.
problem-extra-comma = Koma ini berlebih.
remedy-extra-comma = Hapus koma itu.
problem-fairness-zero = Semua bobot keadilan nol.
remedy-fairness-zero = Beri bobot pada sedikitnya satu dari equality, equity, dan maximin.
problem-few-options = Pasal "{ $name }" tidak mempunyai cukup pilihan.
remedy-few-options = Beri sedikitnya dua pilihan; tiga atau empat lebih baik.
problem-group-measure = Kelompok "{ $name }" tidak jelas menilai apa.
remedy-group-measure = Beri weights dan threshold, atau pillar dan at_least; jangan keduanya.
    .form = Pilih nilai menurut bobotnya sendiri, atau sebuah pilar.
problem-group-weights-sum = Bobot kelompok "{ $name }" berjumlah { $sum }, bukan 100.
remedy-group-weights-sum = Ubah bobotnya sehingga jumlahnya 100.
problem-hash-comment = Catatan tidak dimulai dengan tanda #.
remedy-hash-comment = Tulis // di depan catatan.
problem-influence-sum = Pengaruh kelompok di { $name } berjumlah { $sum }, bukan 100.
remedy-influence-sum = Ubah influence sehingga jumlahnya 100.
    .form = Ubah pengaruh kelompok-kelompoknya sehingga berjumlah 100.
problem-idle-field = Pilihan "{ $name }" bukan bentuk hukum, sehingga { $field }-nya tidak berpengaruh.
    .table = Pilihan "{ $name }" bukan bentuk hukum, sehingga isi kolom { $field ->
        [quota] dukungan
       *[other] mengikat
    } tidak berpengaruh.
    .form = Pilihan "{ $name }" bukan bentuk hukum, sehingga { $field ->
        [quota] dukungan yang diperlukan
       *[other] sifat mengikatnya
    } tidak berpengaruh.
remedy-idle-field = Hapus { $field }, atau tulis pada pilihan pasal dengan kind: Instrument.
    .table = Kosongkan sel itu, atau tulis pada pilihan dari pasal bentuk hukum.
    .form = Kosongkan ruas itu, atau pilih bentuk hukum sebagai jenis pasal ini.
problem-instrument-field = Pilihan "{ $name }" dari bentuk hukum tidak mempunyai { $field }.
    .table = Pilihan "{ $name }" dari bentuk hukum tidak berisi kolom { $field ->
        [quota] dukungan
       *[other] mengikat
    }.
    .form = Pada pilihan "{ $name }" dari bentuk hukum belum ada { $field ->
        [quota] dukungan yang diperlukan
       *[other] angka mengikat
    }.
remedy-instrument-field = Tambahkan { $field }: bilangan 0 sampai 100.
    .table = Isi kolom itu dengan bilangan 0 sampai 100.
    .form = Isi ruas itu dengan bilangan 0 sampai 100.
problem-json-braces = Kurung kurawal dipakai seperti dalam JSON.
remedy-json-braces = Pakai kurung bulat dan nama tanpa tanda kutip: ( nama: nilai ).
problem-json-file = Berkas ini tampaknya JSON, bukan RON.
remedy-json-file = Skenario Mufakat ditulis dalam RON: mulailah dari salinan berkas .ron. Berkas JSON dari GeniusWeb atau NegoLog dibaca dengan "mufakat import".
problem-locked-status-quo = Pilihan "{ $name }" terkunci, padahal ia keadaan sekarang.
remedy-locked-status-quo = Hapus locked atau sweetener, atau pilih status_quo yang lain.
    .table = Kosongkan kolom kunci, atau tandai pilihan lain sebagai status quo.
    .form = Biarkan pilihan itu terbuka sejak awal, atau tandai pilihan lain yang berlaku tanpa kesepakatan.
problem-map-without-value = Nama ini tidak mempunyai nilai.
remedy-map-without-value = Tulis "nama": nilai.
problem-missing-comma = Sesudah nilai ini di baris { $line } tidak ada koma.
remedy-missing-comma = Tambahkan koma tepat sesudah nilai itu.
problem-missing-field = Bagian { $what } tidak mempunyai "{ $name }".
remedy-missing-field = Tambahkan { $name }: ... di dalam kurung ini.
    .form = Isi ruas itu.
problem-missing-language = Teks ini hanya ada dalam bahasa "{ $has }".
remedy-missing-language = Tambahkan "{ $lacks }": "..."; sementara itu teks "{ $has }" yang dipakai.
    .form = Tulis juga di sebelahnya; sementara ini dipakai teks yang lain.
problem-missing-value = Nilainya tidak ada.
remedy-missing-value = Tulis nilai sesudah titik dua.
problem-need-without-issue = { $name } membutuhkan { $sector }, tetapi tidak ada pasal yang dapat memenuhinya.
remedy-need-without-issue = Beri sebuah pasal sektor { $sector }, atau hapus kebutuhan itu.
problem-news-batna = Sesudah kabar ini BATNA menjadi { $after }.
remedy-news-batna = BATNA harus tetap antara 0 dan 100.
problem-news-too-late = Kabar ini datang pada putaran { $round }, padahal hanya ada { $rounds } putaran.
remedy-news-too-late = Pilih putaran yang lebih awal, atau tambah jumlah putaran.
problem-news-value = Sesudah kabar ini nilai "{ $name }" menjadi { $after }.
remedy-news-value = Nilai harus tetap antara 0 dan 100.
problem-no-groups = { $name } tidak mempunyai kelompok di dalam negeri.
remedy-no-groups = Tambahkan groups: sedikitnya satu kelompok dengan pengaruh 100.
    .form = Tambah sedikitnya satu kelompok, dengan pengaruh 100.
problem-no-instrument = Tidak ada pasal bentuk hukum.
remedy-no-instrument = Tambahkan satu pasal dengan kind: Instrument.
    .form = Pilih bentuk hukum sebagai jenis satu pasal.
problem-no-issues = Skenario ini tidak mempunyai pasal.
remedy-no-issues = Tambahkan issues: [ ... ].
    .form = Tambah sebuah pasal.
problem-no-needs = { $name } tidak mempunyai kebutuhan.
remedy-no-needs = Tidak ada negara yang mampu berdiri sendiri: tulis needs, misalnya {"{"} "Energy": 80 {"}"}.
    .form = Tidak ada negara yang dapat berdiri sendiri: isi kebutuhan sedikitnya pada satu sektor.
problem-no-sector = Pasal "{ $name }" tidak mempunyai sektor.
remedy-no-sector = Tambahkan sector: salah satu dari { $choices }.
    .form = Pilih sektornya.
problem-no-opening-quote = Teks "{ $text }" ditutup dengan tanda kutip, tetapi tidak dibuka dengan tanda kutip.
remedy-no-opening-quote = Tulis tanda kutip di depannya.
problem-no-kind = Pasal "{ $name }" tidak menyebut jenisnya.
remedy-no-kind = Tambahkan kind: { $meant }, sebab pilihannya seperti itu: tanpa sektor dan tanpa nilai.
    .form = Pilih jenisnya: klausul atau bentuk hukum.
problem-no-status-quo-ante = { $name } tidak mempunyai status_quo_ante, padahal keuntungan dihitung dari situ.
    .form = Keadaan sebelumnya dari { $name } belum diisi, padahal keuntungan dihitung dari sana.
remedy-no-status-quo-ante = Tambahkan status_quo_ante, atau tulis baseline: Batna.
    .form = Isi keadaan sebelumnya pada arahan negara itu, atau hitung keuntungan dari BATNA.
problem-no-threshold = Kelompok "{ $name }" tidak mempunyai batas.
    .form = Kelompok "{ $name }" belum mempunyai batas dukungan.
remedy-no-threshold = Tambahkan threshold: 0 sampai 100.
    .form = Isi batas dukungannya, 0 sampai 100.
problem-no-value = Pilihan "{ $name }" tidak mempunyai nilai.
remedy-no-value = Tambahkan value: (nilai bagi negara pertama, nilai bagi negara kedua).
    .form = Tulis nilainya bagi kedua negara, 0 sampai 100.
problem-no-weight = Pasal "{ $name }" tidak berbobot bagi siapa pun.
remedy-no-weight = Beri bobot pada weights salah satu negara.
    .table = Tulis bobotnya bagi sedikitnya satu negara.
    .form = Tulis bobotnya bagi sedikitnya satu negara.
problem-not-whole = { $found } bukan bilangan bulat.
remedy-not-whole = Pakai bilangan bulat: { $meant }.
problem-open-bracket = Kurung "{ $open }" di baris { $line } tidak pernah ditutup{ $name ->
    [none] {"."}
   *[other] {" "}(bagian { $name }).
}
remedy-open-bracket = Tambahkan "{ $close }" di akhir bagian ini.
problem-open-comment = Catatan yang dibuka dengan /* tidak pernah ditutup.
remedy-open-comment = Tambahkan */ di akhir catatan.
problem-open-list = Daftar yang dibuka di baris { $line } tidak ditutup sebelum baris { $next }{ $name ->
    [none] {"."}
   *[other] {" "}(bagian { $name }).
}
remedy-open-list = Tambahkan "{ $close }," sebelum baris { $next }; pembukanya "{ $open }".
problem-open-text = Teks yang dibuka di sini ("{ $text }") tidak pernah ditutup.
remedy-open-text = Tambahkan tanda kutip " di akhir teks itu.
problem-out-of-range = { $found } di luar batas.
remedy-out-of-range = Pakai bilangan dari { $low } sampai { $high }.
problem-pair-in-list = Pasangan angka ditulis dalam kurung siku.
remedy-pair-in-list = Pakai kurung bulat: (negara pertama, negara kedua).
problem-pair-sign = Dua bilangan ini tidak dipisahkan koma: { $found }.
remedy-pair-sign = Tulis (negara pertama, negara kedua), di sini { $meant }.
problem-percent-sign = Tanda % tidak dipakai dalam skenario.
remedy-percent-sign = Tulis bilangannya saja: { $meant }.
problem-quiz-answer = Jawaban yang benar tidak ada: hanya ada { $count } jawaban.
remedy-quiz-answer = right dihitung mulai dari 1.
    .form = Pilih salah satu jawaban yang ada.
problem-quoted-choice = Pilihan tidak ditulis dalam tanda kutip.
remedy-quoted-choice =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Hapus tanda kutip; pilihannya: { $choices }.
problem-half-quoted = Kunci "{ $name }" hanya mempunyai satu tanda kutip.
remedy-half-quoted = Tulis kunci itu di antara dua tanda kutip: "{ $name }".
problem-quoted-field = Nama "{ $name }" ditulis dalam tanda kutip.
remedy-quoted-field = Hapus tanda kutip pada nama.
problem-quoted-number = Bilangan "{ $found }" ditulis dalam tanda kutip.
remedy-quoted-number = Hapus tanda kutipnya.
problem-reserve-kind = Pasal "{ $name }" tidak dapat menjadi cadangan.
remedy-reserve-kind = Hanya pasal isi yang dapat menjadi cadangan; hapus reserve.
    .table = Hanya pasal isi yang dapat menjadi cadangan; kosongkan kolom cadangan.
    .form = Hanya pokok yang dirundingkan dapat menjadi cadangan; hapus centang cadangannya.
problem-reserve-status-quo = Keadaan sekarang pada pasal cadangan "{ $name }" bernilai lebih dari 0.
remedy-reserve-status-quo = Beri nilai (0, 0) pada pilihan yang berlaku sekarang, yaitu yang pertama atau yang disebut status_quo.
    .table = Beri nilai 0 bagi kedua negara pada pilihan yang berlaku sekarang: yang pertama, atau yang ditandai status quo.
    .form = Beri nilai 0 bagi kedua negara pada pilihan yang berlaku tanpa kesepakatan.
problem-round-list = Daftar ditulis dalam kurung bulat.
remedy-round-list = Pakai kurung siku: [ ... ].
problem-semicolon = Titik koma tidak dipakai di sini.
remedy-semicolon = Pakai koma.
problem-single-quotes = Teks ditulis dalam tanda kutip tunggal.
remedy-single-quotes = Pakai tanda kutip ganda: "...".
problem-strange-character = Tanda "{ $character }" tidak dapat dibaca di sini.
remedy-strange-character = Hapus atau ganti tanda itu.
problem-too-deep = Kurung di sini lebih dalam daripada { $limit } tingkat.
remedy-too-deep = Periksa kurung yang lupa ditutup.
problem-too-large = Berkas ini lebih besar daripada { $limit } KB.
remedy-too-large = Skenario adalah teks pendek; periksa apakah ini berkas yang benar.
problem-too-many-issues = Ada { $count } pasal; paling banyak { $limit }.
remedy-too-many-issues = Gabungkan atau hapus pasal.
problem-too-many-options = Pasal "{ $name }" mempunyai { $count } pilihan; paling banyak { $limit }.
remedy-too-many-options = Gabungkan atau hapus pilihan.
problem-two-instruments = Ada dua pasal bentuk hukum.
remedy-two-instruments = Sisakan satu pasal dengan kind: Instrument.
    .table = Sisakan satu pasal dengan jenis bentuk hukum.
    .form = Pilih jenis lain untuk salah satunya.
problem-two-locks = Pilihan "{ $name }" terkunci dengan dua cara.
remedy-two-locks = Pilih locked atau sweetener.
problem-unknown-choice = "{ $found }" bukan salah satu pilihan.
remedy-unknown-choice =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Pilihannya: { $choices }.
problem-unknown-field = Bagian { $what } tidak mengenal ruas "{ $name }".
remedy-unknown-field =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Yang dikenal: { $choices }.
problem-unknown-issue = Tidak ada pasal "{ $found }".
remedy-unknown-issue =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Pasal yang ada: { $choices }.
problem-unknown-language = Bahasa "{ $found }" tidak dikenal.
remedy-unknown-language =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Pakai "id" atau "en".
problem-unknown-option = Tidak ada pilihan "{ $found }".
remedy-unknown-option =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Pilihan yang ada: { $choices }.
problem-unknown-principle = "{ $found }" bukan prinsip.
remedy-unknown-principle = Prinsip ditulis sebagai "P1" sampai "P14".
problem-unknown-sector = "{ $found }" bukan sektor.
remedy-unknown-sector =
    { $meant ->
        [none] {""}
       *[other] Mungkin maksud Anda { $meant }?{" "}
    }Sektor yang ada: { $choices }.
problem-value-without-name = Nilai ini tidak mempunyai nama.
remedy-value-without-name = Tulis nama: nilai.
problem-want-choice = Di sini diperlukan sebuah pilihan, bukan { $found }.
remedy-want-choice = Tulis nama pilihan tanpa tanda kutip, misalnya Energy.
problem-want-fact = Di sini diperlukan true atau false, bukan { $found }.
remedy-want-fact = Tulis true atau false.
problem-want-list = Di sini diperlukan daftar, bukan { $found }.
remedy-want-list = Apit isinya dengan kurung siku: [ ... ], dengan koma di antaranya.
problem-want-number = Di sini diperlukan bilangan bulat, bukan { $found }.
remedy-want-number = Tulis bilangan saja, misalnya 40.
problem-want-pair = Di sini diperlukan dua bilangan, bukan { $count }.
remedy-want-pair = Tulis (negara pertama, negara kedua), misalnya (70, 60).
problem-want-pair-not = Di sini diperlukan dua bilangan, bukan { $found }.
remedy-want-pair-not = Tulis (negara pertama, negara kedua), misalnya (70, 60).
problem-want-struct = Bagian { $what } diperlukan di sini, bukan { $found }.
remedy-want-struct = Tulis ( nama: nilai, ... ).
problem-want-table = Di sini diperlukan daftar nama dan nilai, bukan { $found }.
remedy-want-table = Tulis {"{"} "nama": nilai, ... {"}"}.
problem-want-text = Di sini diperlukan teks, bukan { $found }.
remedy-want-text = Tulis teks dalam tanda kutip: "...".
problem-want-words = Di sini diperlukan teks dua bahasa, bukan { $found }.
remedy-want-words = Tulis {"{"} "id": "...", "en": "..." {"}"}.
problem-weights-sum = Bobot { $name } berjumlah { $sum }, bukan 100.
remedy-weights-sum = { $way ->
    [less] Kurang
   *[more] Kelebihan
} { $missing } poin; ubah bobot sehingga jumlahnya 100 (pasal cadangan tidak dihitung).
problem-wrong-bracket = Kurung "{ $open }" ditutup dengan "{ $found }".
remedy-wrong-bracket = Tutup dengan "{ $close }", atau periksa kurung yang lupa ditutup.
problem-wrong-format = Berkas ini memakai format { $found }.
remedy-wrong-format = Tulis format: 1. Berkas yang sungguh berformat lain memerlukan versi Mufakat yang lebih baru.
problem-open-part = Kurung "{ $open }" di baris { $line } tidak ditutup sebelum baris { $next }{ $name ->
    [none] {"."}
   *[other] {" "}(bagian { $name }).
}
remedy-open-part = Tambahkan "{ $close }," sebelum baris { $next }.
problem-missing-opening = Kurung pembuka "{ $open }" hilang di sini.
remedy-missing-opening = Tulis "{ $open }" di depannya; kurung penutupnya sudah ada.
problem-extra-bracket = Kurung "{ $found }" ini berlebih.
remedy-extra-bracket = Hapus kurung itu, atau cari kurung pembuka yang hilang.
problem-inner-quotes = Di dalam teks ini ada tanda kutip ", sehingga teksnya terputus.
remedy-inner-quotes = Tulis \" di dalam teks, atau pakai tanda kutip tunggal.
problem-unquoted-text = Teks "{ $text }" ditulis tanpa tanda kutip.
remedy-unquoted-text = Apit teks itu dengan tanda kutip lurus: "...".
problem-missing-colon = Sesudah nama "{ $name }" tidak ada titik dua.
remedy-missing-colon = Tulis titik dua di antara nama dan nilai: { $name }: nilai.
problem-long-dash = Tanda pisah dari pengolah kata dipakai sebagai tanda minus.
remedy-long-dash = Ganti dengan tanda hubung biasa, misalnya -3.
problem-not-text = Berkas ini bukan teks.
remedy-not-text = Simpan skenario sebagai teks biasa (UTF-8), bukan sebagai dokumen pengolah kata.
problem-not-utf8 = Di sini ada tanda yang bukan UTF-8.
remedy-not-utf8 = Simpan berkas dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean, UTF-8), lalu periksa huruf di tempat ini.
problem-secret-number = Teks yang dibaca kedua pihak menyebut angka rahasia { $name }: { $found }.
remedy-secret-number = Hapus angka itu dari teks bersama; tempatnya di arahan (role) atau batna_story negara itu.
    .form = Keluarkan bilangan itu dari teks bersama; tempatnya pada lembar rahasia atau cerita BATNA negara itu.
problem-secret-copied = Teks ini mengulang kalimat rahasia { $name }.
remedy-secret-copied = Tulis dengan kata lain tanpa membuka rahasia, atau pindahkan ke arahan negara itu.
problem-secret-of-other = Arahan ini menyebut angka rahasia pihak lain, { $name }: { $found }.
remedy-secret-of-other = Hapus angka itu: setiap pihak hanya mengetahui poin dan BATNA-nya sendiri.
problem-untranslated = Teks "en" sama persis dengan teks "id".
remedy-untranslated = Terjemahkan, atau tulis satu teks tanpa bahasa bila memang sama: "...".
    .form = Terjemahkan; bila memang sama dalam kedua bahasa, pilih "kedua bahasa".
problem-twin = "{ $found }" dipakai sebagai nama dua hal yang berbeda.
remedy-twin = Beri nama lain pada salah satunya: di layar keduanya tidak dapat dibedakan.
problem-twin-colour = Kedua negara memakai warna { $found }.
remedy-twin-colour = Pilih warna lain untuk salah satu negara, atau hapus keduanya: tanpa warna tersedia dua yang berbeda.
problem-numbers-differ = Angka { $number } ada dalam teks "{ $has }", tetapi tidak dalam teks "{ $lacks }".
remedy-numbers-differ = Samakan kedua teks; mungkin hanya satu bahasa yang diperbarui.
problem-translation-length = Kedua bahasa tidak sama lengkap: { $id } kata dalam "id", { $en } kata dalam "en", atau jumlah paragrafnya berbeda.
remedy-translation-length = Bandingkan paragraf demi paragraf dan lengkapi yang kurang.
problem-reading-time = Seorang pemain membaca sampai { $words } kata sebelum berunding, kira-kira { $needed } menit; reading_minutes { $minutes }.
    .form = Sebelum berunding seorang pemain membaca sampai { $words } kata, sekitar { $needed } menit; di sini tertulis { $minutes }.
remedy-reading-time = Tulis reading_minutes: { $needed }, atau pendekkan teksnya (180 kata tiap menit).
    .form = Tulis { $needed } sebagai menit membaca, atau ringkaskan teksnya (180 kata semenit).
problem-long-sheet = Arahan rahasia { $name } sepanjang { $words } kata.
remedy-long-sheet = Pendekkan sampai paling banyak { $limit } kata; dua halaman cukup.
cli-fix = Memperbaiki kesalahan yang dapat diperbaiki tanpa orang, dan menunjukkan perubahannya
cli-arg-fix-file = Berkas .ron yang diperbaiki
cli-arg-check = Hanya menunjukkan perubahan; kode keluar 1 bila ada
cli-fix-nothing = { $path }: tidak ada yang dapat diperbaiki secara otomatis.
cli-fix-written = { $path } diperbaiki ({ $what }).
cli-fix-would = { $path } dapat diperbaiki ({ $what }). Jalankan tanpa --check untuk menuliskannya.
cli-fix-left = Yang tersisa untuk Anda:
cli-fix-builtin = "{ $name }" ada di dalam program dan tidak dapat diubah. Sebutkan sebuah berkas .ron.
cli-fix-folder = { $path } adalah folder. Sebutkan sebuah berkas .ron.
problem-share-whole = Angka 1 tertulis di samping bagian seperti { $beside }: dari keseluruhan 1 artinya semua, dari 100 hampir tidak ada.
remedy-share-whole = Nilai berkisar dari 0 sampai 100. Tulis 100 untuk semuanya, dan 45 untuk 0,45.
