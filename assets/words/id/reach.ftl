### Apakah ponsel sampai ke laptop ini, dan apa yang dilakukan kalau tidak.

reach-nobody = Sudah satu menit, dan belum ada ponsel yang sampai ke laptop ini.
reach-network = Jaringan yang sama? Ponsel harus di Wi-Fi yang sama dengan laptop, data seluler mati. Buka { $url } di satu ponsel: kalau sampai, konsol dan ponsel sama-sama berkata begitu.
reach-firewall = Firewall? Di Windows: Windows Security → Firewall → Allow an app, centang mufakat; atau tandai jaringan ini sebagai Private.
reach-isolation = Isolasi klien? Banyak Wi-Fi sekolah melarang perangkat saling bicara: minta dimatikan untuk satu jam, atau pakai router saku atau hotspot sendiri.
reach-try = Uji satu ponsel: { $url }
reach-tested = { $count } ponsel menguji dan sampai, terakhir { $address }.
reach-through = Ponsel ini berhasil tersambung.
reach-through-says = Laptop guru mendengarnya: uji nomor { $number }, dari { $address }. Ponsel lain di jaringan ini seharusnya sampai juga.
reach-own = Ini laptop itu sendiri.
reach-own-says = Laptop selalu dapat menjangkau dirinya sendiri. Buka alamat ini di sebuah ponsel.
reach-full = { $count } perangkat: hotspot ini biasanya tidak menerima lebih dari { $limit }. Pakai satu ponsel untuk satu delegasi, atau sebuah router.
reach-nearly-full = { $count } perangkat dari sekitar { $limit } yang diterima hotspot ini. Yang berikut mungkin ditolak: satu ponsel untuk satu delegasi, atau sebuah router.
reach-perhaps-full = { $count } perangkat. Kalau ini hotspot laptop atau ponsel, ia mungkin penuh pada { $limit }: pakai satu ponsel untuk satu delegasi, atau sebuah router. Di router ini tidak berlaku.
