### Whether phones reach this laptop, and what to do if they do not.

reach-nobody = A minute has passed, and no phone has reached this laptop.
reach-network = The same network? Phones must be in the same Wi-Fi as the laptop, with mobile data off. Open { $url } on one phone: if it gets through, console and phone both say so.
reach-firewall = A firewall? On Windows: Windows Security → Firewall → Allow an app, tick mufakat; or mark this network as Private.
reach-isolation = Client isolation? Many school networks forbid devices to talk to each other: ask to have it off for an hour, or use a travel router or a hotspot of your own.
reach-try = Try one phone: { $url }
reach-tested = Phones that tried and got through: { $count }, the last from { $address }.
reach-through = This phone gets through.
reach-through-says = The teacher's laptop hears it: test { $number }, from { $address }. Other phones in this network should get through too.
reach-own = This is the laptop itself.
reach-own-says = It always reaches itself. Open this address on a phone.
reach-full = { $count } devices: this hotspot usually takes no more than { $limit }. Use one phone for each delegation, or a router.
reach-nearly-full = { $count } devices of about { $limit } that this hotspot takes. The next may be refused: one phone for each delegation, or a router.
reach-perhaps-full = { $count } devices. If this is the hotspot of a laptop or a phone, it may be full at { $limit }: use one phone for each delegation, or a router. With a router this does not matter.
