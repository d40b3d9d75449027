//! The words of the library of scenarios, in both languages side by side. Dates come in as the browser writes them.

use super::number::{decimal, grouped};
use crate::num::Ratio;
use std::borrow::Cow;

/// What the library says.
#[derive(Clone, Copy, Debug)]
pub enum LibraryMsg<'a> {
    /// Open: the button of the header.
    Open,
    /// Scenarios: the title of the dialog.
    Title,
    /// What the list is.
    Hint,
    /// The open scenario is not in the list yet.
    NotStoredYet,
    /// There is nothing yet.
    Empty,
    /// This one is open.
    OpenNow,
    /// In place of the title of what cannot be read.
    Unreadable,
    /// When it last changed.
    Changed(&'a str),
    /// How large it is.
    Size {
        /// Units.
        units: usize,
        /// Seats.
        seats: u64,
        /// Bytes in the storage.
        bytes: usize,
    },
    /// The bytes of what cannot be read.
    Bytes(usize),
    /// Open an entry.
    OpenEntry,
    /// Rename an entry.
    Rename,
    /// The field of the new title.
    NewTitle,
    /// Take the new title over.
    SaveTitle,
    /// Copy an entry.
    Duplicate,
    /// The title of a copy.
    CopyOf(&'a str),
    /// Delete an entry.
    Delete,
    /// Save what cannot be read as a file.
    Download,
    /// What a button does, with what it does it to, for those who hear it out of its row.
    To(&'a str, &'a str),
    /// The last save of an entry cannot be read; the one before it opens.
    PreviousOpens,
    /// No save of an entry can be read.
    NothingOpens,
    /// A later version of the page wrote it.
    Newer,
    /// An earlier save could not be read and was set aside.
    SetAside,
    /// What was deleted last can be brought back.
    CanComeBack(&'a str),
    /// Take the deletion back.
    UndoDelete,
    /// Take it away for good.
    Purge,
    /// A copy was made.
    Duplicated(&'a str),
    /// An entry was renamed.
    Renamed(&'a str),
    /// An entry was deleted.
    Deleted(&'a str),
    /// An entry came back.
    Restored(&'a str),
    /// What was deleted is gone.
    Purged,
    /// A scenario was opened.
    Opened(&'a str),
    /// A wish was not carried out, by the code of the error.
    Trouble(&'a str),
    /// It was done, but the list could not be read again.
    Outdated,
    /// Going on would leave this scenario unsaved.
    WouldLeave(&'a str),
    /// Go on without saving.
    Leave,
    /// Stay with it.
    Stay,
    /// The browser keeps the storage.
    Persistent,
    /// The browser may clear the storage.
    BestEffort,
    /// It is not known whether it may.
    PersistenceUnknown,
    /// Ask the browser to keep the storage.
    AskToPersist,
    /// Try to save again.
    TryAgain,
    /// Save what another tab deleted.
    SaveAgain,
    /// Load the page anew.
    Reload,
    /// The saved scenarios could not be read at the start.
    NotReadAtStart,
    /// The last save cannot be read, and there is none before it.
    DamagedAlone,
}

pub(super) fn english(msg: LibraryMsg<'_>) -> Cow<'static, str> {
    use LibraryMsg as M;
    Cow::Borrowed(match msg {
        M::Open => "Open",
        M::Title => "Scenarios",
        M::Hint => "Kept in this browser, on this device only. To hand one on, open it and share a link.",
        M::NotStoredYet => "The scenario that is open is kept here from its first change on.",
        M::Empty => "Nothing has been kept yet.",
        M::OpenNow => "Open now",
        M::Unreadable => "Unreadable scenario",
        M::Changed(when) => return format!("Changed {when}").into(),
        M::Size { units, seats, bytes } => {
            let units = match units {
                1 => "1 unit".to_owned(),
                n => format!("{} units", grouped(n as u64)),
            };
            let seats = match seats {
                1 => "1 seat".to_owned(),
                n => format!("{} seats", grouped(n)),
            };
            return format!("{units}, {seats}, {}", size(bytes)).into();
        }
        M::Bytes(bytes) => return size(bytes).into(),
        M::OpenEntry => "Open",
        M::Rename => "Rename",
        M::NewTitle => "New title",
        M::SaveTitle => "Rename",
        M::Duplicate => "Duplicate",
        M::CopyOf("") => "Copy",
        M::CopyOf(title) => return format!("{title} (copy)").into(),
        M::Delete => "Delete",
        M::Download => "Download the damaged data",
        M::To(what, title) => return format!("{what}: {title}").into(),
        M::PreviousOpens => "The last save is damaged; the one before it opens.",
        M::NothingOpens => "Damaged: this cannot be read. It is kept until you delete it.",
        M::Newer => "Saved by a newer version of this page; reload to use it.",
        M::SetAside => "An earlier save was damaged and has been set aside.",
        M::CanComeBack(title) => {
            return format!("Deleted: {title}. It can be brought back until another one is deleted.").into();
        }
        M::UndoDelete => "Undo",
        M::Purge => "Delete for good",
        M::Duplicated(title) => return format!("Copied as: {title}").into(),
        M::Renamed(title) => return format!("Renamed: {title}").into(),
        M::Deleted(title) => return format!("Deleted: {title}").into(),
        M::Restored(title) => return format!("Back again: {title}").into(),
        M::Purged => "Deleted for good.",
        M::Opened(title) => return format!("Opened: {title}").into(),
        M::Trouble(code) => match code {
            "storage-quota" => {
                "That did not work: the browser has no room left. Delete what you do not need, for good."
            }
            "storage-unavailable" => {
                "That did not work: this browser keeps nothing here (a private window?)."
            }
            "storage-blocked" => {
                "That did not work: a tab with an older version of this page holds the storage. Close it."
            }
            "storage-silent" => {
                "That did not work: the browser’s storage does not answer. Try again, or restart the browser."
            }
            "storage-conflict" => {
                "That did not work: the scenario was changed in another tab. Open the list again."
            }
            "storage-deleted" | "storage-gone" => {
                "That did not work: it is no longer there; another tab has deleted it."
            }
            "storage-newer" => {
                "That did not work: a newer version of this page has saved here. Reload to use it."
            }
            _ => "That did not work: the browser did not take it. Nothing has changed; try again.",
        },
        M::Outdated => {
            "The list could not be read again; what it shows may be out of date. Close it and open it again."
        }
        M::WouldLeave(title) => {
            return format!(
                "“{title}” is not saved. If you open another scenario now, its last changes are lost."
            )
            .into();
        }
        M::Leave => "Go on and lose them",
        M::Stay => "Stay here",
        M::Persistent => "The browser keeps this until you delete it.",
        M::BestEffort => "The browser may clear this storage when the device runs short of room.",
        M::PersistenceUnknown => "This browser does not say whether it may clear this storage.",
        M::AskToPersist => "Ask it to keep this",
        M::TryAgain => "Try again",
        M::SaveAgain => "Save it again",
        M::Reload => "Reload",
        M::NotReadAtStart => {
            "What was saved before could not be read at the start and is untouched. Reload to try again."
        }
        M::DamagedAlone => {
            "The last save is damaged and cannot be opened. It stays in the list of scenarios."
        }
    })
}

pub(super) fn chinese(msg: LibraryMsg<'_>) -> Cow<'static, str> {
    use LibraryMsg as M;
    Cow::Borrowed(match msg {
        M::Open => "打开",
        M::Title => "方案库",
        M::Hint => "方案只保存在本机的这个浏览器中。需要交给他人时，请打开后分享链接。",
        M::NotStoredYet => "当前打开的方案自首次修改起保存到这里。",
        M::Empty => "尚未保存任何方案。",
        M::OpenNow => "已打开",
        M::Unreadable => "无法读取的方案",
        M::Changed(when) => return format!("修改于 {when}").into(),
        M::Size { units, seats, bytes } => {
            return format!("{} 个单位，{} 个名额，{}", grouped(units as u64), grouped(seats), size(bytes))
                .into();
        }
        M::Bytes(bytes) => return size(bytes).into(),
        M::OpenEntry => "打开",
        M::Rename => "重命名",
        M::NewTitle => "新名称",
        M::SaveTitle => "确定",
        M::Duplicate => "复制一份",
        M::CopyOf("") => "副本",
        M::CopyOf(title) => return format!("{title}（副本）").into(),
        M::Delete => "删除",
        M::Download => "下载损坏的数据",
        M::To(what, title) => return format!("{what}：{title}").into(),
        M::PreviousOpens => "最近一次保存的数据已损坏，打开的将是上一次保存的方案。",
        M::NothingOpens => "数据已损坏，无法读取；在您删除之前一直保留。",
        M::Newer => "由本页面的更新版本保存，请重新载入后使用。",
        M::SetAside => "此前有一次保存的数据已损坏，已另行存放。",
        M::CanComeBack(title) => return format!("已删除：{title}。删除下一个方案之前可以恢复。").into(),
        M::UndoDelete => "撤销删除",
        M::Purge => "彻底删除",
        M::Duplicated(title) => return format!("已复制为：{title}").into(),
        M::Renamed(title) => return format!("已重命名：{title}").into(),
        M::Deleted(title) => return format!("已删除：{title}").into(),
        M::Restored(title) => return format!("已恢复：{title}").into(),
        M::Purged => "已彻底删除。",
        M::Opened(title) => return format!("已打开：{title}").into(),
        M::Trouble(code) => match code {
            "storage-quota" => "操作未完成：浏览器空间已满。请彻底删除不再需要的方案。",
            "storage-unavailable" => "操作未完成：此浏览器不提供存储（隐私窗口？）。",
            "storage-blocked" => "操作未完成：另一个标签页中的旧版页面占用了存储，请将其关闭。",
            "storage-silent" => "操作未完成：浏览器的存储没有响应。请重试，或重新启动浏览器。",
            "storage-conflict" => "操作未完成：方案已在另一个标签页中修改，请重新打开方案库。",
            "storage-deleted" | "storage-gone" => "操作未完成：该方案已不存在，可能已在另一个标签页中删除。",
            "storage-newer" => "操作未完成：更新版本的页面已在此保存，请重新载入。",
            _ => "操作未完成：浏览器没有接受，一切照旧；请重试。",
        },
        M::Outdated => "未能重新读取列表，显示的内容可能已过时；请关闭后重新打开。",
        M::WouldLeave(title) => {
            return format!("“{title}”尚未保存。此时打开其他方案，将丢失最近的修改。").into();
        }
        M::Leave => "放弃修改，继续",
        M::Stay => "留在当前方案",
        M::Persistent => "浏览器将一直保留，直到您自行删除。",
        M::BestEffort => "设备空间不足时，浏览器可能自行清除这些数据。",
        M::PersistenceUnknown => "此浏览器未说明是否会自行清除这些数据。",
        M::AskToPersist => "请浏览器长期保留",
        M::TryAgain => "重试",
        M::SaveAgain => "重新保存",
        M::Reload => "重新载入",
        M::NotReadAtStart => "启动时未能读取以前保存的方案，原有数据没有改动。请重新载入再试。",
        M::DamagedAlone => "最近一次保存的数据已损坏，无法打开；仍保留在方案库中。",
    })
}

/// Bytes as people read them: powers of a thousand.
fn size(bytes: usize) -> String {
    let in_units_of =
        |scale: u64| Ratio::new(bytes as u64, scale).map(|ratio| decimal(ratio, 1)).unwrap_or_default();
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", in_units_of(1_000)),
        _ => format!("{} MB", in_units_of(1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_449, "1.4 kB"), (2_000_000, "2.0 MB")]
        {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn both_languages_say_how_large_a_scenario_is() {
        let msg = LibraryMsg::Size { units: 1, seats: 1_200, bytes: 5 };
        assert_eq!(english(msg), "1 unit, 1,200 seats, 5 B");
        assert_eq!(chinese(msg), "1 个单位，1,200 个名额，5 B");
    }
}
