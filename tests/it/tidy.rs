//! What the compiler cannot check about the source: the arrows between the rooms, and the house's small rules.
//!
//! It reads files as text and knows no Rust: a comment is a line that begins with `//`. Each rule says why it exists.

use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms of the library each room may use besides itself. The order follows the levels of `ARCHITECTURE.md`: a room
/// may use only rooms above it in this table, so the arrows cannot form a circle.
const ROOMS: &[(&str, &[&str])] = &[
    ("limits", &[]),
    ("language", &[]),
    ("date", &[]),
    ("name", &["limits"]),
    ("num", &["limits"]),
    ("apportion", &["limits", "num"]),
    ("roster", &["date", "limits", "name", "num"]),
    ("threshold", &["date", "language", "limits", "num"]),
    ("index", &["limits", "num"]),
    ("scenario", &["apportion", "index", "name", "language", "limits", "num", "roster", "threshold"]),
    (
        "codec",
        &["apportion", "date", "index", "language", "limits", "num", "roster", "scenario", "threshold"],
    ),
    ("exchange", &["apportion", "index", "language", "limits", "num", "roster", "scenario", "threshold"]),
    // The words name the errors of all rooms above, which know none of them.
    (
        "text",
        &[
            "apportion",
            "codec",
            "exchange",
            "index",
            "language",
            "limits",
            "num",
            "roster",
            "scenario",
            "threshold",
        ],
    ),
    // Pictures carry their words, and nothing but the page draws them.
    ("picture", &["index", "language", "num", "scenario", "text", "threshold"]),
    // Questions and answers between the page and its worker: what takes long, as plain data.
    ("work", &["apportion", "codec", "exchange", "language", "num", "roster", "scenario"]),
    // The border to JavaScript may use everything and is used by nothing.
    (
        "js_api",
        &[
            "apportion",
            "codec",
            "exchange",
            "index",
            "language",
            "limits",
            "num",
            "roster",
            "scenario",
            "text",
            "threshold",
        ],
    ),
];

/// A longer file holds more than one noun.
const MOST_LINES_OF_CODE: usize = 400;

/// A catalogue of messages is one noun however long it grows.
const CATALOGUES: [&str; 3] = ["src/text/en.rs", "src/text/msg.rs", "src/text/zh.rs"];

/// Strings that tie the source to one machine or one registry, in two halves so that this file may hold them.
const TIED: [(&str, &str); 8] = [
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/tm", "p/"),
    ("/wo", "rk/"),
    ("/Use", "rs/"),
    ("registry.npm", "js.org"),
    ("index.crates", ".io"),
    ("static.crates", ".io"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the project with its path from the root, except what `.gitignore` names and Git's own.
fn files() -> Vec<(String, PathBuf)> {
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap();
    let skipped: Vec<&str> =
        ignored.lines().filter_map(|line| line.strip_prefix('/')).chain([".git"]).collect();
    let mut found = Vec::new();
    let mut folders = vec![root().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            if skipped.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() { folders.push(path) } else { found.push((name, path)) }
        }
    }
    found.sort();
    found
}

/// The Rust files under a folder, with their text.
fn rust(folder: &str) -> Vec<(String, String)> {
    let sources = files().into_iter().filter(|(name, _)| name.starts_with(folder) && name.ends_with(".rs"));
    let texts: Vec<_> = sources.map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect();
    assert!(!texts.is_empty(), "no Rust files under {folder}: the check would be empty");
    texts
}

/// The lines that are code, numbered from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with("//"))
}

/// Where a line of code holds a word that stands alone.
fn with_word(sources: &[(String, String)], word: &str) -> Vec<String> {
    let alone = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let holds = |line: &str| {
        line.match_indices(word)
            .any(|(at, _)| alone(line[..at].chars().last()) && alone(line[at + word.len()..].chars().next()))
    };
    let hits = |(name, text): &(String, String)| {
        let lines = code(text).filter(|(_, line)| holds(line));
        lines.map(|(number, line)| format!("{name}:{number}: {}", line.trim())).collect::<Vec<_>>()
    };
    sources.iter().flat_map(hits).collect()
}

fn none(found: &[String], why: &str) {
    assert!(found.is_empty(), "{why}\n  {}", found.join("\n  "));
}

/// The room a file of the library belongs to; `None` for the crate root and the binaries.
fn room(name: &str) -> Option<&str> {
    let inside = name.strip_prefix("src/")?;
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "bin"].contains(&first)).then_some(first)
}

/// The rooms named after `crate::` in the code of a file, alone or in a list in braces.
fn rooms_used(text: &str) -> Vec<String> {
    let code: String = code(text).flat_map(|(_, line)| [line, "\n"]).collect();
    let mut used = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => used.extend(heads(list)),
            None => used.extend(leading_name(rest)),
        }
    }
    used
}

/// The first name of each path in `a::b, c::{d, e}}`, up to the brace that closes the list.
fn heads(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut found: Vec<String> = leading_name(list.trim_start()).into_iter().collect();
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.extend(leading_name(list[at + 1..].trim_start())),
            _ => {}
        }
    }
    found
}

fn leading_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    // Items of the crate root would begin with a capital; there are none.
    (!name.is_empty()).then_some(name)
}

#[test]
fn lists_in_braces_are_understood() {
    assert_eq!(rooms_used("use crate::{num::{Seats, Weight}, limits};"), ["num", "limits"]);
    assert_eq!(rooms_used("let x = crate::text::say();\n// crate::scenario"), ["text"]);
}

#[test]
fn arrows_between_rooms_go_one_way() {
    for (place, (room, may_use)) in ROOMS.iter().enumerate() {
        let above: Vec<_> = ROOMS[..place].iter().map(|(name, _)| name).collect();
        assert!(may_use.iter().all(|used| above.contains(&used)), "{room} may use only rooms above it");
    }
    let mut wrong = Vec::new();
    for (name, text) in rust("src/") {
        let Some(room) = room(&name) else { continue };
        let Some((_, may_use)) = ROOMS.iter().find(|(known, _)| *known == room) else {
            wrong.push(format!("{name}: the room `{room}` is not in the table"));
            continue;
        };
        for used in rooms_used(&text) {
            if used != room && !may_use.contains(&used.as_str()) {
                wrong.push(format!("{name}: `{room}` may not use `{used}`"));
            }
        }
    }
    none(&wrong, "the arrows between the rooms go one way, so that each can be read and tested alone:");
}

#[test]
fn no_path_climbs_out_of_its_room() {
    let mut found = Vec::new();
    for (name, text) in rust("src/").into_iter().filter(|(name, _)| room(name).is_some()) {
        // `src/room/noun.rs` is the module `room::noun`: two steps up are the crate itself.
        let depth = name.matches('/').count();
        let climbs = "super::".repeat(depth);
        let lines = code(&text).take_while(|(_, line)| !line.starts_with("mod tests {"));
        let lines = lines.filter(|(_, line)| line.contains(&climbs));
        found.extend(lines.map(|(number, line)| format!("{name}:{number}: {}", line.trim())));
    }
    none(&found, "write `crate::room`, which the arrows are checked on:");
}

#[test]
fn each_file_says_what_it_is() {
    let silent = |(name, text): (String, String)| (!text.starts_with("//!")).then_some(name);
    let found: Vec<_> = [rust("src/"), rust("tests/")].concat().into_iter().filter_map(silent).collect();
    none(&found, "a file opens with `//!`: what it is and what it deliberately does not know:");
}

#[test]
fn files_stay_short() {
    let sources = rust("src/").into_iter().filter(|(name, _)| !CATALOGUES.contains(&name.as_str()));
    let lengths = sources.map(|(name, text)| (name, code(&text).count()));
    let long = lengths.filter(|(_, lines)| *lines > MOST_LINES_OF_CODE);
    let found: Vec<_> = long.map(|(name, lines)| format!("{name}: {lines}")).collect();
    none(&found, &format!("more than {MOST_LINES_OF_CODE} lines of code; split by noun:"));
}

#[test]
fn floats_stay_where_nothing_is_decided() {
    // The numbers of a workbook are floats; its writer decides nothing.
    let writes = |name: &str| name == "src/exchange/xlsx/write.rs";
    let decides = |name: &str| {
        !matches!(room(name), None | Some("index" | "picture" | "text" | "js_api")) && !writes(name)
    };
    let library = rust("src/").into_iter().filter(|(name, _)| decides(name));
    let sources: Vec<_> = library.collect();
    let found = [with_word(&sources, "f64"), with_word(&sources, "f32")].concat();
    none(
        &found,
        "decisions are integers; floats live in `index`, in words, in drawing (`picture`) and in the numbers of JavaScript and workbooks:",
    );
}

/// What functions that other rooms can call are given, up to the brace of their body.
fn signatures(text: &str) -> Vec<String> {
    let code: String = code(text).flat_map(|(_, line)| [line.trim(), " "]).collect();
    let begins = ["pub fn ", "pub const fn "].iter().flat_map(|begin| code.match_indices(begin));
    begins.map(|(at, _)| code[at..].split(['{', ';']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn no_public_function_takes_a_bool() {
    assert_eq!(signatures("pub fn f(a: u8,\n  b: bool) -> u8 {\n"), ["pub fn f(a: u8, b: bool) -> u8 "]);
    let library = rust("src/").into_iter().filter(|(name, _)| room(name).is_some());
    let mut found = Vec::new();
    for (name, text) in library {
        let given = signatures(&text).into_iter().filter(|given| given.contains(": bool"));
        found.extend(given.map(|given| format!("{name}: {given}")));
    }
    none(&found, "`f(true)` says nothing where it is called; name the two cases in an enum:");
}

#[test]
fn the_page_works_out_no_identity() {
    let found = with_word(&rust("src/bin/"), "next_id");
    none(&found, "`Scenario::next` says which identities come next, as `apply` gives them out:");
}

#[test]
fn no_inline_styles() {
    let found = with_word(&rust("src/bin/app/"), concat!("style", "="));
    none(&found, "the page's content policy forbids inline styles; use a class:");
}

/// A colour: `#` and hexadecimal digits, or one of the functions that make one.
fn colours(line: &str) -> bool {
    let hexadecimal = line.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_alphanumeric).count();
        [3, 4, 6, 8].contains(&digits) && rest.chars().take(digits).all(|c| c.is_ascii_hexdigit())
    });
    hexadecimal || ["rgb(", "rgba(", "hsl(", "oklch(", "lab("].iter().any(|function| line.contains(function))
}

#[test]
fn colours_stand_in_tokens() {
    assert!(colours("a { color: #1f4e79; }") && colours("color: rgb(0 0 0 / 45%)"));
    assert!(!colours("a[href=\"#/roster\"] { color: var(--ink); }"));
    let style = fs::read_to_string(root().join("assets/app.css")).unwrap();
    let lines = (1..).zip(style.lines()).filter(|(_, line)| colours(line));
    let (tokens, others): (Vec<_>, Vec<_>) = lines.partition(|(_, line)| line.trim_start().starts_with("--"));
    assert!(tokens.len() > 20, "the tokens are where the check looks for them");
    let found: Vec<_> =
        others.iter().map(|(number, line)| format!("assets/app.css:{number}: {line}")).collect();
    none(&found, "colours are tokens, so that themes, paper and forced colours change all of them:");
}

/// Whether a rule is about anything that has certain elements before it.
fn anything_behind(line: &str) -> bool {
    line.split(['{', ',']).any(|selector| selector.trim_end().ends_with("~ *"))
}

#[test]
fn no_rule_is_about_whatever_stands_behind_something() {
    assert!(anything_behind("a > legend ~ * { clear: both; }") && !anything_behind("a ~ .b > * { top: 0; }"));
    let style = fs::read_to_string(root().join("assets/app.css")).unwrap();
    let lines = (1..).zip(style.lines()).filter(|(_, line)| anything_behind(line));
    let found: Vec<_> = lines.map(|(number, line)| format!("assets/app.css:{number}: {line}")).collect();
    none(&found, "with such a rule anywhere, a row that comes or goes has all others styled anew:");
}

#[test]
fn no_test_is_skipped() {
    let attribute = concat!("#[ign", "ore");
    let sources = [rust("src/"), rust("tests/")].concat();
    let holds = |(name, text): &(String, String)| text.contains(attribute).then(|| name.clone());
    let found: Vec<_> = sources.iter().filter_map(holds).collect();
    none(&found, "an ignored test is a test nobody has; make it quick or delete it:");
}

#[test]
fn every_test_module_is_collected() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).unwrap();
    let modules = rust("tests/it/").into_iter().filter_map(|(name, _)| {
        let module = name.strip_prefix("tests/it/")?.strip_suffix(".rs")?.to_owned();
        (module != "main" && !module.contains('/')).then_some(module)
    });
    let lost: Vec<_> = modules.filter(|module| !main.contains(&format!("mod {module};"))).collect();
    none(&lost, "tests/it/main.rs does not name these, so they would never run:");
}

#[test]
fn nothing_is_tied_to_one_machine() {
    let mut found = Vec::new();
    // Cargo itself writes the name of the index into its lock file.
    for (name, path) in files().into_iter().filter(|(name, _)| name != "Cargo.lock") {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let tied = TIED.iter().map(|(head, tail)| format!("{head}{tail}")).filter(|tied| text.contains(tied));
        found.extend(tied.map(|tied| format!("{name}: {tied}")));
    }
    none(&found, "paths and hosts of one machine mean nothing on another:");
}
