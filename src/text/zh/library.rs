//! The words of the library of scenarios in Chinese.

use crate::codec::payload::PayloadError;
use crate::codec::snapshot::SnapshotError;
use crate::text::LibraryMsg;
use crate::text::library::size;
use crate::text::number::grouped;
use std::borrow::Cow;

/// On the first screen.
pub(super) const OPEN: &str = "打开";

/// What the hint of comparing leads to.
pub(super) const DUPLICATE: &str = "复制一份";

/// 作为文件打开的保存数据无法读取的原因。
pub(super) const fn record_error(error: SnapshotError) -> &'static str {
    match error {
        SnapshotError::NewerVersion { .. } | SnapshotError::Payload(PayloadError::Newer { .. }) => {
            "该文件由本页面的更新版本保存，请用新版本打开。"
        }
        SnapshotError::TooLong { .. } | SnapshotError::Payload(PayloadError::TooMany { .. }) => {
            "该文件是本页面保存的数据，但内容超出一个方案的上限。"
        }
        SnapshotError::NotARecord
        | SnapshotError::Incomplete
        | SnapshotError::Payload(PayloadError::Damaged { .. }) => {
            "该文件是本页面保存的数据，但已损坏，其中的内容不是方案。"
        }
    }
}

pub(super) fn say(msg: LibraryMsg<'_>) -> Cow<'static, str> {
    use LibraryMsg as M;
    Cow::Borrowed(match msg {
        M::Open => OPEN,
        M::Title => "方案库",
        M::Hint => "方案只保存在本机的这个浏览器中。需要交给他人时，请打开后分享链接。",
        M::OpenFile => "打开文件",
        M::FileHint => {
            "方案文件、含有链接的文本、表格（Excel、CSV、TSV）均可，先预览，再决定。也可以把文件拖放到这里。"
        }
        M::UnknownFile => {
            "无法识别该文件。可以打开方案文件、含有链接的文本、本页面保存的数据，以及表格：Excel（.xlsx）、CSV、TSV 和文本。"
        }
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
        M::Duplicate => DUPLICATE,
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
            "storage-too-long" => "操作未完成：方案超出浏览器所能保存的上限（64 MiB），一切照旧。",
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
