//! How far the scale of deviations reaches.

use super::circles;
use crate::num::Ratio;
use crate::picture::axis::number;
use crate::picture::dots;
use std::cmp::Ordering;

/// The scale reaches the farthest of them, so none stops at an end that is not its own.
#[test]
fn dots_of_any_deviation_are_within_the_scale() {
    for far in [Ratio::new(7, 5).unwrap(), Ratio::new(103, 10).unwrap(), Ratio::from(4_096)] {
        let values: Vec<dots::Deviating> = vec![
            (0, Ordering::Less, far),
            (1, Ordering::Greater, Ratio::from(1)),
            (2, Ordering::Greater, far),
        ];
        let drawn = dots::draw(&values, &|row| format!("Unit {row}"), &dots::WIDE);
        let at: Vec<f64> = circles(&drawn.picture).iter().map(|(x, _, _)| *x).collect();
        let [high, one, low] = at[..] else { panic!("{at:?}") };
        assert!((270.0..497.5).contains(&low) && 497.5 < one && one < high && high <= 725.0, "{at:?}");
        let away = |x: f64| x - 497.5;
        assert!((away(high) + away(low)).abs() < 1e-6);
        let times = number(far);
        assert!((away(high) - away(one) * times).abs() < 1e-6 * times, "{at:?}");
    }
}
