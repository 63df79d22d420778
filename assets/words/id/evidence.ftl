# Bukti di balik setiap angka.

evidence-no-deal = Tidak dinilai: tidak ada kesepakatan.
evidence-no-room = Tidak dinilai: tidak ada naskah yang menguntungkan kedua pihak.
evidence-needs-none = Tanpa kesepakatan tidak ada kebutuhan yang terpenuhi.
evidence-need = { $sector } { $met }%
evidence-needs-side = { $country }: { $needs } → { $score }.
evidence-lower-counts = Yang lebih rendah yang dihitung: "saling" berarti kedua pihak.
evidence-benefit-none = Tanpa kesepakatan tidak ada yang diperoleh.
evidence-gain = { $country } { $gain } ({ $from } → { $to }).
evidence-product = Hasil kali kedua keuntungan { $product }; yang terbaik { $best }.
evidence-not-both-gain = Tidak kedua pihak memperoleh keuntungan, maka hasilnya 0.
evidence-pillars-none = Tanpa kesepakatan tidak ada yang berubah: 50 berarti netral.
evidence-pillar = Pilar { $pillar }: { $parts } = { $sum } dari { $potential } → { $score }.
evidence-effect = { $effect } ({ $option })
evidence-nothing = tidak ada
evidence-geometric = Rata-rata geometris: pilar yang lemah tidak dapat ditebus oleh pilar yang kuat.
evidence-equality = Sama rata: { $score } (bobot { $weight }%); pembagian { $first } : { $second }.
evidence-equity = Menurut sumbangan dan kebutuhan: { $score } (bobot { $weight }%); bagian wajar { $country } { $tau }%.
evidence-maximin = Yang terlemah: { $score } (bobot { $weight }%).
evidence-special = Perlakuan khusus bagi yang kurang maju: { $score } (bobot { $weight }%).
evidence-no-gap = Perlakuan khusus tidak dihitung: tingkat kemajuan kedua negara berdekatan.
evidence-red-line = Garis merah { $country } dilanggar.
evidence-sovereignty = Biaya kedaulatan { $first } { $costfirst }, { $second } { $costsecond }.
evidence-pressure = Tekanan K = { $pressure }.
evidence-no-pressure = Tanpa tekanan (K = 0).
evidence-alignment-missed = Tidak ada yang diambil, padahal ada ruang.
evidence-alignment-none = Tidak ada yang dapat diambil.
evidence-efficiency = Diambil { $share }% dari yang mungkin tanpa merugikan siapa pun.
evidence-authors = Naskah: { $byfirst } pasal usul { $first }, { $bysecond } pasal usul { $second }.
evidence-told = Prioritas yang dibuka dengan jujur: { $first } { $byfirst }%, { $second } { $bysecond }%.
evidence-published = Keterbukaan naskah { $transparency }%, pengawasan { $monitoring }%.
evidence-trust = Kepercayaan terendah { $from } → { $to }.
evidence-trust-most = Terbesar: { $signal } oleh { $country } ({ $change }).
evidence-coercion = { $country }: { $signal }, { $times } kali.
evidence-clause = { $option } { $share }%
evidence-no-clause = Tidak ada ketentuan tentang hal ini.
evidence-flexible = Ketentuan: { $parts } → { $score }.
evidence-embedded = Ketentuan: { $parts } → { $score }.
evidence-results = Ketentuan: { $parts } → { $score }.
evidence-inclusive = Ketentuan: { $parts } → { $score }.
evidence-consulted = Pengaruh di dalam negeri yang didengar: { $first } { $byfirst }%, { $second } { $bysecond }%.
evidence-form = Bentuk hukum mengikat { $obligation }%, penegakan { $enforcement }%; pelanggaran ketahuan dengan peluang { $detection }%.
evidence-keeps = { $country }: ingkar menghemat { $temptation } sekali; patuh lebih untung bila masa depan dihargai sedikitnya { $needed }%, dan ia menghargainya { $patience }%.
evidence-cheats = { $country }: ingkar menghemat { $temptation } sekali; patuh baru lebih untung bila masa depan dihargai { $needed }%, padahal ia menghargainya { $patience }%.
evidence-no-temptation = { $country }: tidak ada yang dihemat dengan ingkar.
evidence-depth = Kedalaman naskah (jumlah yang dijanjikan): { $depth }. Patuh pada naskah yang dangkal belum berarti banyak.

evidence-support = { $country }: dukungan { $support }%, diperlukan { $quota }%. Setuju: { $for }. Menolak: { $against }.
evidence-nobody = tidak ada
evidence-above-batna = { $country }: { $to }, di atas BATNA { $from }.
evidence-hardly-above-batna = { $country }: { $to }, hanya sedikit di atas BATNA { $from }; selisih sampai 1 poin belum dihitung sebagai keuntungan.
evidence-not-above-batna = { $country }: { $to }, tidak di atas BATNA { $from }.
evidence-above-before = { $country }: { $to }, di atas keadaan sebelumnya { $from }.
evidence-hardly-above-before = { $country }: { $to }, hanya sedikit di atas keadaan sebelumnya { $from }; selisih sampai 1 poin belum dihitung sebagai keuntungan.
evidence-not-above-before = { $country }: { $to }, tidak di atas keadaan sebelumnya { $from }.
evidence-worse-than-before = { $country }: { $to }, lebih baik daripada pilihan yang tersisa ({ $left }), lebih buruk daripada dahulu ({ $before }).
evidence-balance = Bagian { $first } { $sharefirst }%, { $second } { $sharesecond }%; yang terkecil sedikitnya { $least }%.
evidence-no-gain = Tidak ada yang memperoleh keuntungan.
evidence-taken = Diambil { $share }% dari yang mungkin; sedikitnya { $least }%.
evidence-critical = { $country}, { $sector }: terpenuhi { $met }%, sedikitnya { $least }%.
evidence-no-critical = Tidak ada kebutuhan pokok.
evidence-pillar-negative = Pilar { $pillar } memburuk ({ $value }).
evidence-harm = "{ $option }" merugikan pilar { $pillar } ({ $effect }), lebih dari yang dapat diimbangi klausul naskah ini.
evidence-harm-marked = "{ $option }" menimbulkan kerugian berat.
evidence-no-harm = Tidak ada pilar yang memburuk, dan kerugian yang ada diimbangi klausul.
evidence-consent = Tekanan K = { $pressure }; paling banyak { $most }.

lens-dependency-says = Perubahan ketergantungan: { $first } { $changefirst }, { $second } { $changesecond }.
lens-liberal-says = Diraih { $joint }% dari jumlah terbesar; lembaga bersama { $institutions }%.
lens-realism-says = Penasihat { $first }: { $scorefirst }. Penasihat { $second }: { $scoresecond }.
lens-justice-says = Pihak terlemah memperoleh { $weakest }% dari jumlah terbanyak yang dapat dijamin bagi keduanya.
left-no-room = Tidak ada naskah yang menguntungkan kedua pihak: berpisah tanpa naskah adalah pilihan yang wajar.
left-below = Bagi { $country } naskah ini lebih buruk daripada tanpa kesepakatan.
left-none-better = Tidak ada paket tanpa kerugian yang lebih baik bagi keduanya.
evidence-no-pillar = Tidak dinilai: tidak ada pilihan yang menyentuh ekonomi, masyarakat, atau lingkungan.
evidence-trust-news = Terbesar: { $signal } ({ $change }).
package-choice = { $issue }: { $option }
package-change = { $issue }: { $from } → { $option }
lens-sustainability-says = Pilar terlemah bernilai { $weakest }.

evidence-missed = Paket ini akan memberi { $first } { $gainfirst } dan { $second } { $gainsecond } dibandingkan dengan tanpa kesepakatan:
evidence-better = Dengan perubahan ini { $first } mendapat { $gainfirst } dan { $second } { $gainsecond } lagi:

year-keeps = { $country } patuh: godaan { $temptation }, rugi bila ingkar { $deterrence }.
year-pauses = { $country } mengambil jeda yang sah dan membayar ganti rugi: godaan { $temptation } terlalu besar tahun ini.
year-breaks = { $country } ingkar tanpa ketahuan: untung sesaat { $temptation }, rugi kelak hanya { $deterrence }.
year-breaks-noticed = { $country } ingkar dan ketahuan: untung sesaat { $temptation }, rugi kelak { $deterrence }.
year-suspended = { $country }: naskah ditangguhkan setelah pelanggaran.
year-ended = { $country }: naskah sudah berakhir.
