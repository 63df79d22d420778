# Delegasi dua atau tiga orang di satu kursi.

setup-delegations = Delegasi
setup-delegations-says = Dua atau tiga orang dapat berbagi satu kursi. Tawaran, penerimaan, dan tanda tangan keluar setelah setiap orang setuju.
setup-delegation-size = { $country }: { $people }
setup-people = { $count } orang
setup-delegate-name = { $country }: nama anggota { $no } (boleh kosong)
setup-delegate-hint = Anggota { $no }
setup-head-hint = Kepala delegasi
setup-head-signs = Kepala delegasi memutuskan bila tidak sepakat

delegation-title = Apakah seluruh delegasi setuju?
delegation-offer = Tawaran resmi ini akan keluar dari kursi Anda.
delegation-accept = Tawaran { $no } akan Anda terima.
delegation-accept-text = Naskah mediator akan Anda terima.
delegation-sign = Perjanjian ini akan Anda tanda tangani.
delegation-who = Delegasi Anda
delegation-rule-all = Keluar bila semua setuju. Bila satu tidak setuju, naskah kembali kepada Anda dan tidak ada yang hilang.
delegation-rule-head = Keluar bila semua setuju. Bila tidak, { $head } memutuskan sesudah semua didengar.
delegation-delegate = Anggota { $no }
delegation-head = { $name } (kepala delegasi)
delegation-agrees = setuju
delegation-disagrees = tidak setuju
delegation-unheard = belum didengar
delegation-yes = { $name }: setuju
delegation-no = { $name }: tidak setuju
delegation-dissent = { $name } tidak setuju. { $head } memutuskan.
delegation-send = { $head }: tetap kirim
delegation-withdraw = Tarik kembali
delegation-message = PESAN YANG IKUT TERKIRIM
delegation-articles = PAKETNYA
delegation-changed = berubah
delegation-back = Kembali ke naskah
delegation-keys = Tombol 1, 2, 3: setuju. Esc: kembali.
delegation-returned = { $name } tidak setuju, jadi tidak ada yang keluar. Bicarakan dulu; naskah dan pesan Anda masih utuh.
