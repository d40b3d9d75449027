//! What cells of a list say about mandates and attendance, in Chinese and English. Knows the words that `text`
//! writes, and those that other lists use; anything else is not guessed.

use super::PersonError;
use crate::roster::Reason;
use crate::scenario::{Attending, Entry, Mandate, Tenure, folded};

/// One word of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Entry(Entry),
    Holding,
    Suspended,
    /// Ended, without a reason.
    Ended,
    Reason(Reason),
}

/// Words by what they say, in lower case without spaces. A local delegate who is transferred out "stops acting as a
/// delegate" (停止执行代表职务): 中国共产党全国代表大会和地方各级代表大会代表任期制暂行条例 (2008), Art. 26. By Art. 25 a mandate ends
/// with the loss of membership and with probation within the party (留党察看), which loses none.
const WORDS: [(Word, &[&str]); 12] = [
    (Word::Entry(Entry::Elected), &["选举产生", "当选", "选出", "elected"]),
    (Word::Entry(Entry::ByElected), &["补选", "补选产生", "递补", "byelected", "electedlater"]),
    (
        Word::Holding,
        &[
            "在任",
            "有效",
            "资格有效",
            "正常",
            "合格",
            "正式代表",
            "holding",
            "inoffice",
            "valid",
            "active",
            "holdsmandate",
        ],
    ),
    (Word::Suspended, &["暂停", "资格暂停", "暂停执行代表职务", "暂停执行职务", "suspended", "suspension"]),
    (Word::Ended, &["终止", "资格终止", "代表资格终止", "已终止", "ended", "terminated", "mandateended"]),
    (
        Word::Reason(Reason::Transferred),
        &[
            "调离",
            "调出",
            "调动",
            "工作调动",
            "迁出",
            "停止执行代表职务",
            "transferred",
            "transfer",
            "movedaway",
        ],
    ),
    (Word::Reason(Reason::Resigned), &["辞职", "辞去", "resigned", "resignation"]),
    (Word::Reason(Reason::Died), &["去世", "逝世", "病故", "死亡", "died", "dead", "deceased", "death"]),
    (
        Word::Reason(Reason::Removed),
        &["罢免或撤销", "罢免", "撤销", "免去", "removed", "recalled", "recall", "removal"],
    ),
    (Word::Reason(Reason::LostMembership), &["丧失成员资格", "丧失党籍", "开除党籍", "lostmembership"]),
    (Word::Reason(Reason::Other), &["其他", "其他原因", "other", "otherreason"]),
    (Word::Reason(Reason::Other), &CAUSES),
];

/// Causes that no reason names: a mandate that ended so ended for another reason, and the word is worth a note.
const CAUSES: [&str; 4] = ["留党察看", "留党察看一年", "留党察看二年", "留党察看两年"];

const MARKS: [(Attending, &[&str]); 3] = [
    (
        Attending::Present,
        &["出席", "实到", "到会", "已到", "到", "是", "present", "yes", "y", "1", "√", "✓", "✔", "true"],
    ),
    (Attending::OnLeave, &["请假", "事假", "病假", "onleave", "leave", "excused"]),
    (Attending::Absent, &["缺席", "未到", "否", "旷会", "absent", "no", "n", "0", "×", "false", "missing"]),
];

/// The mandate in a text: one way to it and what became of it, in any order, or either. Nothing told means elected and
/// holding; `None` where a word is not known or two contradict each other.
///
/// ```
/// # use delegate_roster::exchange::parse_mandate;
/// # use delegate_roster::scenario::{Entry, Tenure};
/// assert_eq!(parse_mandate("补选，暂停").map(|m| (m.entry, m.tenure)), Some((Entry::ByElected, Tenure::Suspended)));
/// assert_eq!(parse_mandate("elected, ended: transferred").map(|m| m.entry), Some(Entry::Elected));
/// assert_eq!(parse_mandate("perhaps"), None);
/// ```
pub fn parse_mandate(text: &str) -> Option<Mandate> {
    let (mut entry, mut tenure, mut reason) = (None, None, None);
    for part in parts(text) {
        let word = WORDS.iter().find(|(_, words)| words.contains(&part.as_str()))?.0;
        let taken = match word {
            Word::Entry(which) => entry.replace(which).is_some(),
            Word::Reason(which) => reason.replace(which).is_some(),
            Word::Holding | Word::Suspended | Word::Ended => tenure.replace(word).is_some(),
        };
        if taken {
            return None;
        }
    }
    let ended = |reason| Tenure::Ended { reason, date: None };
    let tenure = match (tenure, reason) {
        (None | Some(Word::Holding), None) => Tenure::Holding,
        (Some(Word::Suspended), None) => Tenure::Suspended,
        (Some(Word::Ended), None) => ended(Reason::Other),
        (None | Some(Word::Ended), Some(reason)) => ended(reason),
        _ => return None,
    };
    Some(Mandate { entry: entry.unwrap_or_default(), tenure })
}

/// Whether a status names a cause that no reason of the ledger says.
pub(super) fn names_cause(text: &str) -> bool {
    parts(text).any(|part| CAUSES.contains(&part.as_str()))
}

/// The words of a status.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let between = [',', '，', ';', '；', '、', ':', '：', '·', '(', ')', '（', '）', '/', '／'];
    text.split(between).map(normal).filter(|part| !part.is_empty())
}

/// The mark in a text; `None` for an empty one.
///
/// # Errors
/// [`PersonError::Attendance`] for a word that is not known.
pub fn parse_attending(text: &str) -> Result<Option<Attending>, PersonError> {
    let text = normal(text);
    if text.is_empty() {
        return Ok(None);
    }
    let found = MARKS.iter().find(|(_, words)| words.contains(&text.as_str()));
    found.map(|(mark, _)| Some(*mark)).ok_or(PersonError::Attendance)
}

/// Lower case, in usual width, without spaces and hyphens.
fn normal(text: &str) -> String {
    folded(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect()
}
