//! Under which addresses phones reach this computer, and what may stand in the way, in plain words.

use crate::words::Words;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

/// The port that is tried first.
pub const PORT: u16 = 7878;
/// Ports that are tried after it.
const MORE_PORTS: u16 = 20;

/// An address of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The name of the interface.
    pub name: String,
    /// The address.
    pub ip: IpAddr,
}

/// Addresses in local networks, the likeliest first; an empty list means that there is no network.
pub fn addresses() -> Vec<Address> {
    let mut found: Vec<Address> = if_addrs::get_if_addrs()
        .unwrap_or_default()
        .into_iter()
        .filter(|it| !it.is_loopback() && it.ip().is_ipv4())
        .map(|it| Address { ip: it.ip(), name: it.name })
        .collect();
    found.sort_by_key(|it| (unlikely(it), it.ip));
    found
}

/// How unlikely it is that phones reach this address: bridges of virtual machines and the like.
fn unlikely(address: &Address) -> u8 {
    let name = address.name.to_ascii_lowercase();
    let virtual_one =
        ["docker", "veth", "br-", "virbr", "vmnet", "vbox", "vethernet", "tun", "tap", "utun", "zt"];
    let local = match address.ip {
        IpAddr::V4(ip) => ip.is_private(),
        IpAddr::V6(_) => false,
    };
    u8::from(virtual_one.iter().any(|it| name.starts_with(it))) * 2 + u8::from(!local)
}

/// How many devices the network of these addresses takes, if it is a hotspot that is known by its addresses.
pub fn hotspot(own: &[IpAddr]) -> Option<usize> {
    own.iter().find_map(|ip| match ip {
        IpAddr::V4(ip) => match ip.octets() {
            // The hotspot of this very Windows laptop.
            [192, 168, 137, 1] => Some(8),
            // The hotspot of an iPhone, with so few addresses.
            [172, 20, 10, _] => Some(5),
            // The hotspot of an Android phone, or of this Linux laptop.
            [192, 168, 43, _] | [10, 42, 0, 1] => Some(10),
            _ => None,
        },
        IpAddr::V6(_) => None,
    })
}

/// A socket, and whether it is on another port than was wished.
///
/// # Errors
///
/// What the system says if no port near the wished one is free.
pub fn bind(wished: SocketAddr) -> std::io::Result<(TcpListener, bool)> {
    let mut last = None;
    for step in 0..=MORE_PORTS {
        let port = wished.port().saturating_add(step);
        match TcpListener::bind(SocketAddr::new(wished.ip(), port)) {
            Ok(listener) => return Ok((listener, step > 0)),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse && wished.port() != 0 => {
                last = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or_else(|| std::io::Error::from(std::io::ErrorKind::AddrInUse)))
}

/// Addresses for phones, the likeliest first.
pub fn urls(bound: SocketAddr) -> Vec<String> {
    let ips: Vec<IpAddr> = if bound.ip().is_unspecified() {
        addresses().into_iter().map(|it| it.ip).collect()
    } else {
        vec![bound.ip()]
    };
    ips.into_iter().map(|ip| format!("http://{}", SocketAddr::new(ip, bound.port()))).collect()
}

/// Where a class can be reached, as it was opened: what may stand in the way follows from it.
#[derive(Clone, Debug)]
pub struct Ground {
    bound: SocketAddr,
    /// The port that was asked for, if it was taken.
    moved_from: Option<u16>,
    found: Vec<Address>,
}

impl Ground {
    /// The ground of a class that listens here.
    pub fn of(bound: SocketAddr, moved_from: Option<u16>) -> Self {
        Self { bound, moved_from, found: addresses() }
    }

    /// What may stand in the way, one piece of advice a line.
    pub fn advice(&self, words: Words) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(port) = self.moved_from {
            let (wished, now) = (port.to_string(), self.bound.port().to_string());
            lines.push(words.with("class-net-port", &[("wished", &wished), ("port", &now)]));
        }
        if self.bound.ip().is_loopback() {
            lines.push(words.get("class-net-loopback"));
        } else if self.found.is_empty() {
            lines.push(words.get("class-net-none"));
        } else if self.bound.ip().is_unspecified() && self.found.len() > 1 {
            let list: Vec<String> = self.found.iter().map(|it| format!("{} ({})", it.ip, it.name)).collect();
            lines.push(words.with("class-net-several", &[("list", &list.join(", "))]));
        }
        lines.push(words.with("class-net-firewall", &[("port", &self.bound.port().to_string())]));
        lines.push(words.get("class-net-hotspot"));
        lines.push(words.get("class-net-isolation"));
        lines
    }
}

/// Every address of this computer at this port.
pub const fn everywhere(port: u16) -> SocketAddr {
    SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port)
}

/// The address that a QR code holds: the page of the door with the code of the class typed in.
pub fn door(url: &str, code: &str) -> String {
    format!("{url}/?k={code}")
}

/// A QR code row by row, dark points true; empty if the text is too long for one.
pub fn qr_rows(text: &str) -> Vec<Vec<bool>> {
    let Ok(code) = qrcode::QrCode::new(text.as_bytes()) else { return Vec::new() };
    let dark: Vec<bool> = code.to_colors().into_iter().map(|point| point == qrcode::Color::Dark).collect();
    dark.chunks(code.width()).map(<[bool]>::to_vec).collect()
}

/// A QR code as text for a terminal, two rows of points in one line.
pub fn qr_text(url: &str) -> Option<String> {
    let code = qrcode::QrCode::new(url.as_bytes()).ok()?;
    let width = code.width();
    let colours = code.to_colors();
    let dark = |x: isize, y: isize| {
        let inside = |at: isize| usize::try_from(at).ok().filter(|at| *at < width);
        matches!((inside(x), inside(y)), (Some(x), Some(y)) if colours[y * width + x] == qrcode::Color::Dark)
    };
    let side = width as isize;
    let mut text = String::new();
    for y in (-2..side + 2).step_by(2) {
        for x in -2..side + 2 {
            // Light points are drawn, because terminals are dark.
            text.push(match (dark(x, y), dark(x, y + 1)) {
                (false, false) => '\u{2588}',
                (false, true) => '\u{2580}',
                (true, false) => '\u{2584}',
                (true, true) => ' ',
            });
        }
        text.push('\n');
    }
    Some(text)
}

/// A QR code as SVG, dark on light.
pub fn qr_svg(url: &str) -> Option<String> {
    let code = qrcode::QrCode::new(url.as_bytes()).ok()?;
    let svg = code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(240, 240).build();
    svg.find("<svg").map(|at| svg[at..].to_owned())
}
