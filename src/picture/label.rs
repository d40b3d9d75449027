//! How much room words take. No font is measured: a character is as wide as the widest fonts in use make it, so that a text
//! that fits here fits everywhere.

/// Characters of Chinese, Japanese and Korean, and full-width forms, are as wide as they are high.
fn ems(c: char) -> f64 {
    match c {
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'..='\u{3ffff}' => 1.0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.92,
        'A'..='Z' => 0.7,
        _ => 0.58,
    }
}

/// The width of a text at a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

/// The marks around a text that is isolated; they take no room.
pub(super) const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A name whose direction of writing does not reach beyond it.
pub(super) fn isolated(name: &str) -> String {
    ["\u{2068}", name, "\u{2069}"].concat()
}

/// The text, cut to a width; what was cut shows.
pub(super) fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let (mut out, mut used) = (String::new(), size);
    for c in text.chars() {
        used += ems(c) * size;
        if used > room {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// A name, cut to a width in the middle: names of a kind begin alike and differ at their end ("Delegation 1", "Delegation 2").
pub(super) fn cut_name(name: &str, size: f64, room: f64) -> String {
    if width(name, size) <= room {
        return name.to_owned();
    }
    // The mark takes one em; the end gets two fifths of the rest, and the beginning what that leaves.
    let room = room - size;
    let mut used = 0.0;
    let mut fits = |c: char, most: f64| {
        used += ems(c) * size;
        used <= most
    };
    let end: usize = name.chars().rev().take_while(|c| fits(*c, 0.4 * room)).map(char::len_utf8).sum();
    let (start, end) = name.split_at_checked(name.len() - end).unwrap_or((name, ""));
    // A mark that belongs to the character before it has lost that.
    let end = end.trim_start_matches(|c: char| {
        c == ' ' || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}')
    });
    let mut used = width(end, size);
    let mut fits = |c: char| {
        used += ems(c) * size;
        used <= room
    };
    let kept: usize = start.chars().take_while(|c| fits(*c)).map(char::len_utf8).sum();
    let start = start.get(..kept).unwrap_or_default().trim_end();
    [start, "…", end].concat()
}

/// The text in lines of a width, broken at spaces, and anywhere between characters that are written without.
pub(super) fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in words(text) {
        let wide = width(word, size);
        if used > 0.0 && used + wide > room {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        let word = if used > 0.0 { word.to_owned() } else { cut(word.trim_start(), size, room) };
        used += width(&word, size);
        line.push_str(&word);
    }
    lines.push(line);
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Pieces between which a line may be broken, each with the space before it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, first) = chars.next()?;
        let wide = |c: char| ems(c) >= 1.0;
        // A mark of punctuation does not begin a line.
        let clings = |c: char| matches!(c, '，' | '。' | '；' | '：' | '、' | '）' | '”' | '！' | '？');
        let end = if wide(first) {
            chars.find(|(_, c)| !clings(*c))
        } else {
            chars.find(|(_, c)| *c == ' ' || (wide(*c) && !clings(*c)))
        };
        let (word, after) = rest.split_at_checked(end.map_or(rest.len(), |(at, _)| at))?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_cut_and_broken_where_they_may_be() {
        assert_eq!(cut("衡阳市代表团", 10.0, 60.0), "衡阳市代表团");
        assert_eq!(cut("衡阳市代表团", 10.0, 59.0), "衡阳市代…");
        assert_eq!(cut_name("衡阳市代表团", 10.0, 60.0), "衡阳市代表团");
        assert_eq!(cut_name("衡阳市代表团", 10.0, 59.0), "衡阳市…团");
        assert_ne!(
            cut_name("Municipal delegation 1", 13.0, 100.0),
            cut_name("Municipal delegation 2", 13.0, 100.0)
        );
        assert_eq!(cut_name("Municipal delegation 2", 13.0, 100.0), "Municip…ion 2");
        assert_eq!(lines("甲乙丙，丁", 10.0, 30.0), ["甲乙", "丙，丁"]);
        assert_eq!(lines("one two three", 10.0, 45.0), ["one two", "three"]);
        assert_eq!(lines("", 10.0, 45.0), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in any::<String>(), room in 30.0..300.0f64) {
            for line in lines(&text, 12.0, room) {
                prop_assert!(width(&line, 12.0) <= room + 1e-9, "{line:?}");
            }
            prop_assert!(width(&cut(&text, 12.0, room), 12.0) <= room);
            prop_assert!(width(&cut_name(&text, 12.0, room), 12.0) <= room + 1e-9);
        }
    }
}
