//! Text to a whole number within a limit.
#![no_main]

use delegate_roster::exchange::parse_number;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, &str)| {
    let (limit, text) = input;
    if let Ok(number) = parse_number(text, limit) {
        assert!(number <= limit);
        assert_eq!(parse_number(&number.to_string(), limit), Ok(number));
    }
});
