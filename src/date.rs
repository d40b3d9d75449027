//! `Date`: a civil date of the proleptic Gregorian calendar, with days and months added. Knows no clock and no zone.
//!
//! Day numbers by Howard Hinnant, "chrono-compatible low-level date algorithms".

use std::fmt;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// A civil date of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or `None` if the calendar has none such.
    ///
    /// ```
    /// # use delegate_roster::threshold::Date;
    /// assert!(Date::new(2024, 2, 29).is_some());
    /// assert!(Date::new(2021, 2, 29).is_none());
    /// ```
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = 1 <= year && year <= 9999 && 1 <= day && day <= days_of(year, month);
        if exists { Some(Self { year, month, day }) } else { None }
    }

    /// The date written as `2021-09-27`, and in no other way.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let date = Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        (date.to_string() == text).then_some(date)
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The date as one number that is never 0, for links and records.
    pub const fn packed(self) -> u32 {
        (self.year as u32) << 9 | (self.month as u32) << 5 | self.day as u32
    }

    /// The date of a number that [`packed`](Self::packed) made.
    pub const fn unpacked(number: u32) -> Option<Self> {
        if number >> 9 > 9999 {
            return None;
        }
        Self::new((number >> 9) as u16, (number >> 5 & 15) as u8, (number & 31) as u8)
    }

    /// The date `days` later, or earlier if negative; `None` outside the years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_number(self.number() + i64::from(days))
    }

    /// The same day `months` earlier, or the last day of that month where it has no such day.
    pub fn minus_months(self, months: u16) -> Option<Self> {
        let index = (u32::from(self.year) * 12 + u32::from(self.month) - 1).checked_sub(months.into())?;
        let (year, month) = (u16::try_from(index / 12).ok()?, u8::try_from(index % 12 + 1).ok()?);
        Self::new(year, month, self.day.min(days_of(year, month)))
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // Day 0, the 1st of March of the year 0, was a Wednesday.
        match self.number().rem_euclid(7) {
            0 => Weekday::Wednesday,
            1 => Weekday::Thursday,
            2 => Weekday::Friday,
            3 => Weekday::Saturday,
            4 => Weekday::Sunday,
            5 => Weekday::Monday,
            _ => Weekday::Tuesday,
        }
    }

    /// The days from `self` to `other`, negative if `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// Days since 0000-03-01: years begin in March, so that the leap day ends one.
    fn number(self) -> i64 {
        let shifted = i64::from(self.month) - 3;
        let year = i64::from(self.year) - i64::from(shifted < 0);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * shifted.rem_euclid(12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }

    fn from_number(number: i64) -> Option<Self> {
        let (era, day_of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = (shifted + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_has_its_number() {
        let mut date = Date::new(1, 1, 1).unwrap();
        let mut count = 1;
        while let Some(next) = date.plus_days(1) {
            assert!(next > date && date.days_until(next) == 1, "{date}");
            date = next;
            count += 1;
        }
        // 9999 years of 365 days and their 2424 leap days.
        assert_eq!((date.to_string().as_str(), count), ("9999-12-31", 9999 * 365 + 2424));
    }

    #[test]
    fn months_end_where_the_month_ends() {
        for (from, months, expected) in [
            ("2021-09-27", 2, Some("2021-07-27")),
            ("2021-03-31", 1, Some("2021-02-28")),
            ("2024-03-31", 1, Some("2024-02-29")),
            ("2022-01-15", 4, Some("2021-09-15")),
            // The last day of a month leads to the last day of a shorter one, never into the month after it.
            ("2021-05-31", 1, Some("2021-04-30")),
            ("2021-05-31", 3, Some("2021-02-28")),
            ("2024-05-31", 3, Some("2024-02-29")),
            ("1900-05-31", 3, Some("1900-02-28")),
            ("2000-05-31", 3, Some("2000-02-29")),
            ("2021-12-31", 1, Some("2021-11-30")),
            ("2021-01-31", 2, Some("2020-11-30")),
            // From a shorter month to a longer one the day stays: two steps of one month are not one of two.
            ("2021-02-28", 1, Some("2021-01-28")),
            ("2024-02-29", 12, Some("2023-02-28")),
            ("2024-02-29", 48, Some("2020-02-29")),
            ("0001-01-31", 1, None),
        ] {
            let date = Date::parse(from).unwrap().minus_months(months);
            assert_eq!(date.map(|d| d.to_string()).as_deref(), expected, "{from} - {months}");
        }
    }

    /// 1970-01-01 was a Thursday, 2000-01-01 a Saturday (POSIX; any almanac); 2021-09-27, the preparatory meeting of
    /// the 12th Hengyang congress, a Monday.
    #[test]
    fn days_of_the_week() {
        for (day, weekday) in [
            ("1970-01-01", Weekday::Thursday),
            ("2000-01-01", Weekday::Saturday),
            ("2000-02-29", Weekday::Tuesday),
            ("2021-09-27", Weekday::Monday),
            ("2026-11-25", Weekday::Wednesday),
            ("0001-01-01", Weekday::Monday),
            ("9999-12-31", Weekday::Friday),
        ] {
            assert_eq!(Date::parse(day).unwrap().weekday(), weekday, "{day}");
        }
    }

    #[test]
    fn one_date_has_one_text() {
        for text in [
            "+2021-+9-+27",
            "2021-9-27",
            "2021-09-027",
            "02021-09-27",
            " 2021-09-27",
            "2021-09-27 ",
            "21-09-27",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in
            ["2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "0-1-1", "x", "2021-9"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
