//! A text as a QR code (ISO/IEC 18004): as little as it takes to draw it. Knows no screen and no colour.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The white around a code, in modules: ISO/IEC 18004, 9.1.
const QUIET: i32 = 4;

/// The versions up to which each correction is used. A small code has room for damage; one that is fine already gains
/// more from larger modules than from more correction.
const CORRECTIONS: [(QrCodeEcc, u8); 3] =
    [(QrCodeEcc::Quartile, 10), (QrCodeEcc::Medium, Qr::PRACTICAL), (QrCodeEcc::Low, 40)];

/// A code.
#[derive(Clone)]
pub struct Qr(QrCode);

/// A text is too long for any code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QrTooLong {
    /// Its bytes.
    pub bytes: usize,
}

/// How much of a code may be damaged and still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Correction {
    /// L.
    Low,
    /// M.
    Medium,
    /// Q.
    Quartile,
    /// H.
    High,
}

impl Correction {
    /// In percent of the code.
    pub const fn percent(self) -> u8 {
        match self {
            Self::Low => 7,
            Self::Medium => 15,
            Self::Quartile => 25,
            Self::High => 30,
        }
    }
}

impl QrTooLong {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        "qr-too-long"
    }
}

impl Qr {
    /// The most bytes of a code: version 40 with the lowest correction.
    pub const MAX_BYTES: usize = 2_953;

    /// The largest version that is read from a screen without trouble. Drawn 500 pixels wide its modules have four
    /// pixels, below which the grid of the screen and that of the camera begin to disturb each other.
    pub const PRACTICAL: u8 = 25;

    /// The code of a text, with as much correction as its length leaves room for.
    ///
    /// # Errors
    /// [`QrTooLong`] beyond [`Qr::MAX_BYTES`].
    pub fn of(text: &str) -> Result<Self, QrTooLong> {
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let code = CORRECTIONS.iter().find_map(|(correction, version)| {
            let most = Version::new(*version);
            QrCode::encode_segments_advanced(&segments, *correction, Version::MIN, most, None, true).ok()
        });
        code.map(Self).ok_or(QrTooLong { bytes: text.len() })
    }

    /// The modules of a side in a version.
    pub const fn modules_of(version: u8) -> u32 {
        17 + 4 * version as u32
    }

    /// The version, from 1 to 40.
    pub fn version(&self) -> u8 {
        self.0.version().value()
    }

    /// The modules of a side.
    pub fn modules(&self) -> u32 {
        Self::modules_of(self.version())
    }

    /// The modules of a side with the white around them.
    pub fn width(&self) -> u32 {
        self.modules() + 2 * QUIET as u32
    }

    /// How much damage it bears.
    pub fn correction(&self) -> Correction {
        match self.0.error_correction_level() {
            QrCodeEcc::Low => Correction::Low,
            QrCodeEcc::Medium => Correction::Medium,
            QrCodeEcc::Quartile => Correction::Quartile,
            QrCodeEcc::High => Correction::High,
        }
    }

    /// Whether it is too fine to be read from a screen without trouble.
    pub fn is_dense(&self) -> bool {
        self.version() > Self::PRACTICAL
    }

    /// Whether a module is dark; outside of the code none is.
    pub fn is_dark(&self, x: i32, y: i32) -> bool {
        self.0.get_module(x, y)
    }

    /// The dark modules as the path of an SVG that is [`Qr::width`] wide and high.
    pub fn path(&self) -> String {
        let mut path = String::new();
        let size = self.0.size();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let run = (x..size).take_while(|x| self.is_dark(*x, y)).count();
                if run > 0 {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += i32::try_from(run).unwrap_or(size).max(1);
            }
        }
        path
    }

    /// The code as a file.
    pub fn svg(&self) -> String {
        let (width, path) = (self.width(), self.path());
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" width="80mm" height="80mm" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{width}v{width}H0z"/><path fill="#000" d="{path}"/></svg>
"##
        )
    }
}

impl PartialEq for Qr {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Qr(version {})", self.version())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::link;
    use crate::language::Language;
    use crate::scenario::example;

    /// The modules that a path draws, read back from its text.
    fn drawn(qr: &Qr) -> Vec<Vec<bool>> {
        let width = qr.width() as usize;
        let mut modules = vec![vec![false; width]; width];
        for run in qr.path().split('M').skip(1) {
            let (at, length) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (length, rest) = length.split_once('v').unwrap();
            assert_eq!(rest, format!("1h-{length}z"));
            let (x, y, length): (usize, usize, usize) =
                (x.parse().unwrap(), y.parse().unwrap(), length.parse().unwrap());
            modules[y][x..x + length].fill(true);
        }
        modules
    }

    /// What a reader of pictures finds in the drawing, four pixels to a module.
    fn seen(qr: &Qr) -> String {
        let modules = drawn(qr);
        let side = modules.len() * 4;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if modules[y / 4][x / 4] { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "{qr:?}");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn the_link_of_the_example_is_read_from_its_picture() {
        for language in Language::ALL {
            let fragment = link::encode(&example(language)).unwrap();
            let text = format!("https://example.org/roster/#{fragment}");
            let qr = Qr::of(&text).unwrap();
            assert_eq!(seen(&qr), text);
            assert!(!qr.is_dense(), "{qr:?} for {} bytes", text.len());
        }
    }

    #[test]
    fn correction_gives_way_to_length() {
        for (bytes, correction, dense) in [
            (1, Correction::High, false),
            (150, Correction::Quartile, false),
            (152, Correction::Medium, false),
            (997, Correction::Medium, false),
            (998, Correction::Low, false),
            (1_273, Correction::Low, false),
            (1_274, Correction::Low, true),
            (2_953, Correction::Low, true),
        ] {
            let text: String = "https://example.org/#v1.abc_-".chars().cycle().take(bytes).collect();
            let qr = Qr::of(&text).unwrap();
            assert_eq!(seen(&qr), text, "{bytes}");
            assert!(qr.correction() >= correction, "{bytes}: {qr:?} {:?}", qr.correction());
            assert_eq!(qr.is_dense(), dense, "{bytes}: {qr:?}");
            assert!(qr.svg().contains(&format!("viewBox=\"0 0 {0} {0}\"", qr.modules() + 8)));
        }
        assert_eq!(Qr::of(&"x".repeat(2_954)), Err(QrTooLong { bytes: 2_954 }));
        assert_eq!((Qr::modules_of(1), Qr::modules_of(40)), (21, 177));
    }
}
