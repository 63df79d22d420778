# Petunjuk bagi pemain, dari yang ia lihat sendiri.

coach-own-ultimatum = Ultimatum Anda sudah lewat: tinggalkan meja, terima tawaran mereka, atau tarik kembali.
coach-ultimatum-above = Mereka memberi ultimatum atas tawaran nomor { $no }. Tawaran itu masih lebih baik daripada BATNA Anda; ujilah dengan tawaran balasan sebelum menjawab.
coach-ultimatum-unsignable = Mereka memberi ultimatum atas tawaran nomor { $no }. Nilainya di atas BATNA Anda, tetapi melanggar garis merah Anda atau tidak akan disahkan di dalam negeri: jangan diterima begitu saja.
coach-ultimatum-below = Mereka memberi ultimatum atas tawaran nomor { $no }. Tawaran itu lebih buruk daripada BATNA Anda; Anda tidak harus mengambilnya.
coach-request = Mereka menanyakan sesuatu di luar naskah; jawaban tidak memakan tindakan.
coach-below-batna = Paket yang Anda susun lebih buruk daripada BATNA Anda.
coach-red-line = "{ $option }" pada { $issue } melanggar garis merah Anda.
coach-last-round-offer = Ini putaran terakhir, dan tawaran mereka nomor { $no } lebih baik daripada BATNA Anda.
coach-last-round = Ini putaran terakhir: yang tidak disepakati sekarang tidak akan ada.
coach-good-offer = Tawaran mereka nomor { $no } lebih baik daripada BATNA Anda dan mencapai sasaran Anda.
coach-minimal = Hubungan hampir putus: dua langkah mendamaikan, atau mediator, membukanya lagi.
coach-slow-down = Perundingan melambat. Seorang fasilitator mengembalikannya ke fase normal.
coach-slow-down-step = Perundingan melambat. Satu langkah dari setiap pihak mengembalikannya ke fase normal, asalkan kepercayaan keduanya sedikitnya 35%.
coach-text = Naskah mediator (nomor { $no }) menunggu jawaban Anda dan lebih baik daripada BATNA Anda.
coach-group = { $group } tidak akan menyetujui paket ini, dan tanpa mereka dukungan tidak cukup. Dengarkan mereka sebelum menandatangani.
coach-group-heard = Juga setelah didengar, { $group } belum menyetujui paket ini. Ubah isinya, atau pilih bentuk yang memerlukan dukungan lebih kecil.
coach-standstill = Putaran lalu tidak ada yang melangkah. Satu putaran lagi tanpa langkah, dan perundingan melambat.
coach-offence = Kepercayaan mereka rendah setelah langkah Anda. Permintaan maaf memulihkan sebagian.
coach-repeats = { $count } tawaran terakhir Anda sama nilainya bagi Anda. Berikan sesuatu yang murah bagi Anda dan mungkin berharga bagi mereka.
coach-they-gave = Mereka melangkah pada { $issue }; Anda belum memberi apa-apa sejak itu.
coach-bridge-told = Mereka sudah membuka prioritas tentang { $issue }. Bila Anda juga, sebuah pilihan penghubung terbuka.
coach-bridge = Tentang { $issue } ada pilihan yang terkunci. Ia terbuka bila kedua pihak membuka prioritasnya.
coach-first-offer = Anda belum mengajukan tawaran. Tawaran pertama yang lengkap memberi arah pada pembicaraan.
coach-silent = Anda belum membuka satu prioritas pun. Satu saja sering dibalas dengan satu.
coach-one-issue = Langkah terakhir mereka semuanya pada { $issue }. Mungkin itu yang paling murah bagi mereka; tanyakan apa yang paling mahal.
coach-same-way = Tentang { $issue } kedua pihak menginginkan hal yang sama. Itu dapat ditandatangani lebih dahulu.
coach-reserve = { $issue } masih cadangan dan berbobot bagi Anda. Menambahkannya dapat memperbesar kue.
coach-asks-nothing = Anda belum tahu apa pun tentang prioritas mereka. Cari tahu, atau mulailah dengan membuka satu prioritas Anda.

coach-switch = Pelatih
coach-switch-says = Satu petunjuk, dari yang Anda lihat sendiri. Pelatih tidak tahu rahasia pihak lain dan tidak bertindak.
coach-nothing = Pelatih: saat ini tidak ada petunjuk.
coach-dismiss = Singkirkan petunjuk ini
