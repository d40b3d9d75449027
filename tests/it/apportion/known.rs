//! Small instances with published or independently computed seats.

use delegate_roster::apportion::{Entry, Instance, Method, MinimumRule, apportion, verify};
use delegate_roster::num::{Seats, Weight};

/// The seats of a method, which must verify and be settled.
pub(super) fn settled(entries: Vec<Entry>, house: u32, rule: MinimumRule, method: &str) -> Vec<u32> {
    let method = Method::parse(method).unwrap();
    let instance = Instance::new(entries, Seats::new(house).unwrap(), rule).unwrap();
    let allocation = apportion(&instance, &method, &[]);
    assert_eq!(verify(&instance, &method, &allocation), Ok(()), "{method}");
    allocation
        .settled()
        .unwrap_or_else(|| panic!("{method}: {allocation:?}"))
        .iter()
        .map(|s| s.get())
        .collect()
}

pub(super) fn entries(weights: &[u64]) -> Vec<Entry> {
    weights.iter().map(|weight| Entry::new(Weight::new(*weight).unwrap())).collect()
}

/// Methods (by name, space-separated), members, house and seats.
type Row = (&'static str, &'static [u64], u32, &'static [u32]);

/// Balinski and Young, "The quota method of apportionment", American Mathematical Monthly 82 (1975), tables 1 and 2;
/// also the tests of martinlackner/apportionment.
const BALINSKI_YOUNG: &[Row] = &[
    (
        "adams dean huntington-hill webster modified-webster",
        &[5117, 4400, 162, 161, 160],
        100,
        &[51, 43, 2, 2, 2],
    ),
    ("jefferson", &[5117, 4400, 162, 161, 160], 100, &[52, 45, 1, 1, 1]),
    ("hamilton", &[5117, 4400, 162, 161, 160], 100, &[51, 44, 2, 2, 1]),
    ("adams", &[9061, 7179, 5259, 3319, 1182], 26, &[9, 7, 5, 3, 2]),
    ("dean", &[9061, 7179, 5259, 3319, 1182], 26, &[9, 7, 5, 4, 1]),
    ("huntington-hill", &[9061, 7179, 5259, 3319, 1182], 26, &[9, 7, 6, 3, 1]),
    ("webster", &[9061, 7179, 5259, 3319, 1182], 26, &[9, 8, 5, 3, 1]),
    ("jefferson", &[9061, 7179, 5259, 3319, 1182], 26, &[10, 7, 5, 3, 1]),
    ("hamilton", &[9061, 7179, 5259, 3319, 1182], 26, &[9, 7, 5, 4, 1]),
];

/// Computed independently of this engine with exact fractions, and equal to the tests of martinlackner/apportionment
/// and polettif/proporz where those have the instance.
const COMPUTED: &[Row] = &[
    ("adams", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[3, 2, 2, 1, 1, 1]),
    ("dean huntington-hill", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[4, 2, 1, 1, 1, 1]),
    ("webster danish", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[4, 2, 2, 1, 1, 0]),
    (
        "jefferson modified-webster:1.4 modified-webster:1.2 droop hagenbach-bischoff imperiali-quota",
        &[47000, 16000, 15900, 12000, 6000, 3100],
        10,
        &[5, 2, 2, 1, 0, 0],
    ),
    ("imperiali", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[7, 1, 1, 1, 0, 0]),
    ("macau", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[3, 2, 2, 2, 1, 0]),
    ("hamilton", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[5, 2, 1, 1, 1, 0]),
    ("adams dean huntington-hill", &[43, 33, 12, 8, 4], 10, &[4, 3, 1, 1, 1]),
    ("webster", &[43, 33, 12, 8, 4], 10, &[5, 3, 1, 1, 0]),
    ("jefferson", &[43, 33, 12, 8, 4], 10, &[5, 4, 1, 0, 0]),
    ("jefferson", &[4160, 3380, 2460], 10, &[4, 4, 2]),
    ("webster", &[4160, 3380, 2460], 10, &[4, 3, 3]),
    ("adams dean huntington-hill", &[450, 350, 199, 1], 50, &[22, 17, 10, 1]),
    ("jefferson", &[450, 350, 199, 1], 50, &[23, 17, 10, 0]),
    // Alabama paradox: one seat more in the house, one fewer for the third unit.
    ("hamilton", &[6, 6, 2], 10, &[4, 4, 2]),
    ("hamilton", &[6, 6, 2], 11, &[5, 5, 1]),
    // Population paradox: unit 1 grows by half, unit 2 by 42 per cent, and unit 1 loses to unit 2.
    ("hamilton", &[60, 190, 280], 12, &[2, 4, 6]),
    ("hamilton", &[90, 270, 320], 12, &[1, 5, 6]),
    // New-state paradox: a third unit with its own five seats moves a seat between the first two.
    ("hamilton", &[1045, 8955], 100, &[10, 90]),
    ("hamilton", &[1045, 8955, 525], 105, &[11, 89, 5]),
    // Webster leaves the quota: the third unit's is 22.945.
    ("webster", &[4, 11, 201, 3], 25, &[0, 1, 24, 0]),
];

#[test]
fn small_instances_have_their_known_seats() {
    for (methods, weights, house, expected) in BALINSKI_YOUNG.iter().chain(COMPUTED) {
        for method in methods.split(' ') {
            let seats = settled(entries(weights), *house, MinimumRule::Seed, method);
            assert_eq!(seats, *expected, "{method} {weights:?} {house}");
        }
    }
}
