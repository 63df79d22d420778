# What if, and the summary of the debrief.

debrief-what-if = Bagaimana jika
debrief-summary = Ringkasan

what-if-title = Bagaimana jika naskahnya lain?
what-if-note = Ubah satu pasal atau satu klausul. Perundingannya tetap seperti yang terjadi; poin, syarat, dan tahun-tahun sesudahnya dihitung ulang.
what-if-signed = Ke naskah yang ditandatangani
what-if-better = Paket mediator yang lebih baik
what-if-nash = Titik Nash
what-if-was = ditandatangani
what-if-legend = Garis: BATNA. Wajik: naskah yang ditandatangani.
what-if-legend-batna = Garis: BATNA. Berangkat dari tawaran terakhir di meja.
what-if-held = sebelumnya terpenuhi
what-if-failed = sebelumnya tidak terpenuhi
what-if-not-in-force = Naskah ini tidak akan berlaku: dukungan di dalam negeri tidak cukup.
what-if-years = { $years } tahun sesudahnya

summary-no-deal = Tidak ada kesepakatan. Kedua negara pulang dengan BATNA masing-masing.
summary-points = { $points } poin ({ $gain } { $from })
summary-efficiency = { $share } dari yang mungkin diraih
summary-years = Bertahan { $years } tahun: { $share }
summary-map = Peta hasil: garis batas Pareto, garis putus-putus BATNA, titik hasil
