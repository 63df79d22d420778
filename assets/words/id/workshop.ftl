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
