# Nama-nama yang dipakai di mana-mana.

sector-politics = Politik
sector-security = Keamanan
sector-economy = Ekonomi
sector-society = Sosial & Budaya
sector-trade = Perdagangan
sector-health = Kesehatan
sector-environment = Lingkungan Hidup
sector-technology = Teknologi & Digitalisasi
sector-law = Hukum & HAM
sector-energy = Energi & SDA
sector-clauses = Klausul
sector-instrument = Bentuk hukum

pillar-economy = ekonomi
pillar-society = sosial
pillar-environment = lingkungan

difficulty-easy = mudah
difficulty-medium = sedang
difficulty-hard = sulit

family-result = Hasil
family-respect = Hormat
family-process = Proses
family-design = Rancangan

principle-1 = Saling membutuhkan
principle-2 = Saling menguntungkan
principle-3 = Berkelanjutan
principle-4 = Keadilan
principle-5 = Kesetaraan dan kedaulatan
principle-6 = Penyesuaian kepentingan tanpa dominasi
principle-7 = Transparansi dan akuntabilitas
principle-8 = Kepercayaan
principle-9 = Diplomasi damai
principle-10 = Fleksibilitas
principle-11 = Partisipasi inklusif
principle-12 = Institusi bersama
principle-13 = Komitmen
principle-14 = Fokus pada hasil

check-1 = Berlaku
check-2 = Keduanya untung
check-3 = Seimbang
check-4 = Efisien
check-5 = Kebutuhan pokok terpenuhi
check-6 = Tanpa kerugian yang dibiarkan
check-7 = Persetujuan bebas

grade-a = Teladan
grade-b = Saling menguntungkan
grade-c = Hampir
grade-d = Timpang
grade-d- = Eksploitatif
grade-e = Ada pihak yang tidak untung
grade-e- = Merugikan satu pihak
grade-r = Gagal diratifikasi
grade-n1 = Tanpa kesepakatan, peluang terlewat
grade-n0 = Tanpa kesepakatan, memang tak ada ruang

grade-a-says = Ketujuh syarat terpenuhi, pembagiannya seimbang, dan tak ada prinsip yang tertinggal.
grade-b-says = Ketujuh syarat terpenuhi: kesepakatan ini saling menguntungkan.
grade-c-says = Kesepakatan ini berlaku, menguntungkan kedua pihak, dan seimbang, tetapi belum semua syarat terpenuhi.
grade-d-says = Kesepakatan ini berlaku dan menguntungkan kedua pihak, tetapi timpang.
grade-d--says = Kesepakatan ini sangat timpang: hampir seluruh keuntungan jatuh ke satu pihak.
grade-e-says = Kesepakatan ini berlaku, tetapi ada pihak yang tidak memperoleh apa-apa darinya.
grade-e--says = Kesepakatan ini lebih buruk bagi satu pihak daripada tanpa kesepakatan, atau melanggar garis merahnya.
grade-r-says = Naskah sudah ditandatangani, tetapi kelompok di dalam negeri tidak menyetujuinya.
grade-n1-says = Tidak ada kesepakatan, padahal ada naskah yang akan menguntungkan kedua pihak.
grade-n0-says = Tidak ada kesepakatan, dan memang tidak ada ruang untuk itu. Berpisah dengan sopan adalah pilihan yang bijak.

lens-dependency = Teori dependensi
lens-liberal = Liberal institusionalisme
lens-realism = Realisme
lens-justice = Keadilan global
lens-sustainability = Keberlanjutan
lens-dependency-idea = Siapa yang sesudah ini lebih bergantung pada siapa?
lens-liberal-idea = Berapa banyak yang diraih bersama, dan lembaga apa yang menjaganya?
lens-realism-idea = Bagaimana kedudukan tiap negara dibandingkan dengan pihak lain? 50 berarti sama saja dengan tanpa kesepakatan.
lens-justice-idea = Apa yang diperoleh pihak yang paling lemah?
lens-sustainability-idea = Seberapa kuat pilar yang paling lemah?

style-facilitation = fasilitasi
style-formulation = naskah tunggal
style-manipulation = pemanis

register-formal = resmi
register-informal = informal
register-off-record = di luar catatan
register-public = di muka umum

phase-normal = normal
phase-slow-down = perlambatan
phase-minimal = interaksi seminimal mungkin

why-trust = kepercayaan terlalu rendah
why-coercion = terlalu banyak tekanan
why-standstill = dua putaran tanpa langkah maju
why-steps = kedua pihak mengambil langkah
why-good-will = satu pihak dua kali menunjukkan niat baik
why-mediator = mediator masuk

signal-disclose = membuka prioritas
signal-concede = konsesi
signal-reciprocate = konsesi balasan
signal-keep-promise = menepati janji
signal-early-harvest = panen awal
signal-cultural = diplomasi budaya
signal-informal = obrolan santai
signal-off-record = paket di luar catatan
signal-hotline = saluran siaga
signal-accept-text = menerima naskah mediator
signal-repair = perbaikan
signal-consular = bantuan bagi warga
signal-threat = ancaman
signal-ultimatum = ultimatum
signal-walkout = meninggalkan ruang
signal-shaming = mempermalukan di media
signal-lie-exposed = kebohongan terbongkar
signal-broken-promise = janji diingkari
signal-leak = kebocoran
signal-news = kabar dari luar

dance-fortunate = langkah mujur
dance-nice = kebaikan
dance-concession = konsesi
dance-selfish = langkah egois
dance-unfortunate = langkah malang
dance-silent = tanpa perubahan

shock-pandemic = Pandemi
shock-energy = Harga energi
shock-climate = Bencana iklim
shock-security = Gangguan keamanan
shock-politics = Gejolak politik

conduct-keeps = patuh
conduct-pauses = jeda
conduct-breaks = ingkar
conduct-suspended = ditangguhkan
conduct-ended = berakhir

aim-1 = Pertumbuhan ekonomi
aim-2 = Saling pengertian dan perdamaian
aim-3 = Keadilan dan kesejahteraan
aim-4 = Tercapainya kesepakatan
aim-5 = Kemajuan bidang politik, sosial, dan budaya
aim-6 = Terpenuhinya kebutuhan warga dan pasar
aim-7 = Lancarnya kegiatan ekonomi

counterpart-diplomat = Diplomat
counterpart-patient = Sabar
counterpart-tough = Keras
counterpart-open = Terbuka
counterpart-relationship = Menjaga hubungan
counterpart-hasty = Terburu-buru
counterpart-patient-novice = Sabar, pemula
counterpart-tough-novice = Keras, pemula
counterpart-open-novice = Terbuka, pemula
counterpart-relationship-novice = Menjaga hubungan, pemula
counterpart-hasty-novice = Terburu-buru, pemula
counterpart-patient-master = Sabar, mahir
counterpart-tough-master = Keras, mahir
counterpart-open-master = Terbuka, mahir
counterpart-relationship-master = Menjaga hubungan, mahir
counterpart-hasty-master = Terburu-buru, mahir
counterpart-boulware = Boulware
counterpart-linear = Linear
counterpart-conceder = Penurut
counterpart-tit-for-tat = Balas setimpal
counterpart-relative-tit-for-tat = Balas sebanding
counterpart-nice-tit-for-tat = Balas setimpal ramah
counterpart-micro = MiCRO
counterpart-hardheaded = HardHeaded
counterpart-mufakat = Mufakat
counterpart-diplomat-says = Membuka prioritas bila dibalas, saling menukar pasal, mendengar kelompoknya, memanggil mediator, tidak pernah mengancam.
counterpart-patient-says = Tidak terburu-buru: menunggu, melunak paling akhir, membuka prioritas bila Anda membuka lebih dahulu.
counterpart-tough-says = Menuntut lebih dari separuh, hampir tidak membuka apa-apa, dan dapat mengancam atau memberi ultimatum.
counterpart-open-says = Meletakkan prioritasnya di meja dan mengharapkan hal yang sama dari Anda.
counterpart-relationship-says = Menghangatkan dan memperbaiki hubungan dahulu, melunak merata, membalas kebaikan.
counterpart-hasty-says = Ingin segera selesai dan rela memberi demi itu; lekas menerima yang cukup baik.
counterpart-patient-novice-says = Seperti "Sabar", tetapi pemula: menyangka kue tidak dapat membesar, berpegang pada angka pertama, bergerak pasal demi pasal.
counterpart-tough-novice-says = Seperti "Keras", tetapi pemula: menyangka kue tidak dapat membesar, berpegang pada angka pertama, bergerak pasal demi pasal.
counterpart-open-novice-says = Seperti "Terbuka", tetapi pemula: menyangka kue tidak dapat membesar, berpegang pada angka pertama, bergerak pasal demi pasal.
counterpart-relationship-novice-says = Seperti "Menjaga hubungan", tetapi pemula: menyangka kue tidak dapat membesar, berpegang pada angka pertama, bergerak pasal demi pasal.
counterpart-hasty-novice-says = Seperti "Terburu-buru", tetapi pemula: menyangka kue tidak dapat membesar, berpegang pada angka pertama, bergerak pasal demi pasal.
counterpart-patient-master-says = Seperti "Sabar", dan mahir: membaca langkah Anda, mencari paket di batas yang mungkin, memakai tenggat.
counterpart-tough-master-says = Seperti "Keras", dan mahir: membaca langkah Anda, mencari paket di batas yang mungkin, memakai tenggat.
counterpart-open-master-says = Seperti "Terbuka", dan mahir: membaca langkah Anda, mencari paket di batas yang mungkin, memakai tenggat.
counterpart-relationship-master-says = Seperti "Menjaga hubungan", dan mahir: membaca langkah Anda, mencari paket di batas yang mungkin, memakai tenggat.
counterpart-hasty-master-says = Seperti "Terburu-buru", dan mahir: membaca langkah Anda, mencari paket di batas yang mungkin, memakai tenggat.
counterpart-boulware-says = Bertahan lama dan baru melunak menjelang akhir.
counterpart-linear-says = Melunak sama banyak di setiap putaran.
counterpart-conceder-says = Cepat melunak.
counterpart-tit-for-tat-says = Melunak sebanyak pihak lain melunak.
counterpart-relative-tit-for-tat-says = Melunak sebanding dengan pihak lain, bukan poin demi poin.
counterpart-nice-tit-for-tat-says = Membalas konsesi dengan tawaran yang dipilih agar menyenangkan pihak lain.
counterpart-micro-says = Satu tawaran baru untuk setiap tawaran baru; tanpa tawaran baru, tidak ada langkah.
counterpart-hardheaded-says = Bertahan sampai akhir dan hanya mengulang yang terbaik baginya.
counterpart-mufakat-says = Strategi terkuat untuk tawaran bergantian: belajar dari setiap tawaran dan merencanakan langkah terakhir.
strength-novice = pemula
strength-practised = terlatih
strength-master = mahir
counterpart-person = Manusia

group-name = { $group }
issue-title = { $issue }
