//! What a teacher is told when nobody gets in, or when a hotspot fills up.

use mufakat::scenario::Lang;
use mufakat::server::reach::{PATIENCE, Reach};
use mufakat::words::Words;
use std::net::{IpAddr, Ipv4Addr};

/// A device of a home network.
fn device(last: u8) -> IpAddr {
    IpAddr::V4(Ipv4Addr::new(192, 168, 1, last))
}

/// What is told of a full hotspot after so many devices have come to a computer with this address.
fn crowd(own: [u8; 4], devices: u8) -> Option<String> {
    let reach = Reach::new(vec![IpAddr::from(own)]);
    for last in 0..devices {
        reach.hear(device(10 + last));
    }
    reach.sight(0).crowd(Words::new(Lang::En))
}

#[test]
fn a_minute_without_a_phone_is_told_with_what_to_do_until_one_comes() {
    let reach = Reach::new(vec![device(5)]);
    // The browser on this computer, by either of its addresses, is no phone.
    assert!(!reach.hear(IpAddr::V4(Ipv4Addr::LOCALHOST)) && !reach.hear(device(5)));
    let url = Some("http://192.168.1.5:7878");
    for lang in Lang::ALL {
        let words = Words::new(lang);
        assert!(reach.sight(PATIENCE - 1).trouble(words, url).is_empty(), "not before");
        let told = reach.sight(PATIENCE).trouble(words, url);
        assert_eq!(told.len(), 4, "what is the matter, and three things to try: {told:?}");
        assert!(told[1].contains("http://192.168.1.5:7878/t"), "{told:?}");
        assert_eq!(
            reach.sight(PATIENCE).trouble(words, None).len(),
            2,
            "without a network there is one cause"
        );
    }
    assert!(reach.hear(device(20)), "the first of all");
    assert!(!reach.hear(device(20)), "and only once");
    let sight = reach.sight(10 * PATIENCE);
    assert!(sight.devices == 1 && sight.trouble(Words::new(Lang::Id), url).is_empty());
}

#[test]
fn a_hotspot_that_fills_up_is_told_by_what_is_known_of_it() {
    // A Windows laptop's own hotspot takes eight devices.
    let windows = [192, 168, 137, 1];
    assert_eq!(crowd(windows, 5), None);
    assert!(crowd(windows, 6).is_some_and(|it| it.contains("6 devices of about 8")));
    assert!(crowd(windows, 8).is_some_and(|it| it.contains("no more than 8")));
    // A router says nothing of itself: a plain "perhaps" at eight and at ten, and nothing past both.
    let router = [192, 168, 1, 5];
    assert_eq!(crowd(router, 7), None);
    assert!(crowd(router, 8).is_some_and(|it| it.contains("may be full at 8")));
    assert!(crowd(router, 10).is_some_and(|it| it.contains("may be full at 10")));
    assert_eq!(crowd(router, 11), None);
}
