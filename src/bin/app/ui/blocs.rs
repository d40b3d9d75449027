//! The delegations as blocs: whose absence would break the quorum, and what each one's votes are worth.

use super::explained::{explained, explained_cell};
use super::words::{Words, use_words};
use delegate_roster::index::VotingGame;
use delegate_roster::scenario::{DelegationId, DelegationRow, Figure, LineFigure, Report, Whose};
use delegate_roster::text::number::{grouped, percent};
use delegate_roster::text::{Key, Msg, actual};
use delegate_roster::threshold::Verdict;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Blocs(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let needed = report.gates.own.majority.first().and_then(|votes| votes.needed.ok());
    let rows: Vec<DelegationRow> =
        report.delegations.iter().filter(|row| row.id.is_some()).copied().collect();
    let weights: Vec<u32> = rows.iter().map(|row| u32::try_from(row.ledger.actual()).unwrap_or(0)).collect();
    let shares = use_memo((needed, weights), |(needed, weights)| {
        let game = VotingGame::new((*needed)?, weights).ok()?;
        Some(game.banzhaf())
    });
    let outside = report.outside_blocs();
    let names = report.scenario.delegation_names();
    let name = |row: &DelegationRow| -> AttrValue {
        let name = row.id.and_then(|id| names.get(&id));
        name.map_or_else(|| words.key(Key::NoDelegation), |name| name.shared().into())
    };
    let share = |at: usize| -> String {
        let permille = shares.as_ref().as_ref().and_then(|shares| shares.permille(at));
        permille.and_then(|n| percent(n, 1000, 1)).unwrap_or_else(|| "–".to_owned())
    };
    // Where owners, voters or area are counted, delegations decide nothing.
    if report.gates.own.quorum.iter().any(|(rule, _)| !rule.base.is_of_delegates()) {
        return html! { <section class="blocs" hidden={true}></section> };
    }
    html! {
        <section class="blocs" aria-labelledby="blocs-title">
            <h2 id="blocs-title">{ words.key(Key::Blocs) }</h2>
            { breaking(words, report, &rows, &name) }
            <p class="hint">{ words.say(&Msg::BanzhafOf(needed)) }</p>
            if outside > 0 { <p class="hint">{ words.say(&Msg::OutsideBlocs(outside)) }</p> }
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="blocs-title">
                <table class="plain-table">
                    <thead><tr>
                        <th scope="col" class="col-name">{ words.say(&Msg::Field(delegate_roster::scenario::Field::Delegation)) }</th>
                        <th scope="col" class="col-count">{ words.key(actual(report)) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::PresentLong) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::VoteShare) }</th>
                        <th scope="col" class="col-count">{ words.key(Key::Banzhaf) }</th>
                    </tr></thead>
                    <tbody>
                        { for rows.iter().enumerate().map(|(at, row)| html! {
                            <tr>
                                <th scope="row" class="col-name"><bdi>{ name(row) }</bdi></th>
                                <td class="col-count">{ ask(row, at == 0, |id| Figure::Line(Whose::Delegation(id), LineFigure::Actual), people(row.ledger.actual())) }</td>
                                <td class="col-count">{ ask(row, false, |id| Figure::Line(Whose::Delegation(id), LineFigure::Present), if row.ledger.present_missing == 0 { people(row.ledger.present) } else { "–".to_owned() }) }</td>
                                <td class="col-count">{ ask(row, false, Figure::VoteShare, part(row.ledger.actual(), report.total.actual())) }</td>
                                <td class="col-count">{ ask(row, false, Figure::Banzhaf, share(at)) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// A figure of a delegation that can be asked about; the first of the table is reached by Tab, the others by arrows.
fn ask(row: &DelegationRow, first: bool, figure: fn(DelegationId) -> Figure, text: String) -> Html {
    let Some(id) = row.id else { return html! { { text } } };
    if first { explained(&figure(id), text) } else { explained_cell(&figure(id), text) }
}

fn people(n: i64) -> String {
    grouped(n.unsigned_abs())
}

fn part(n: i64, of: i64) -> String {
    let share = u64::try_from(n).ok().zip(u64::try_from(of).ok()).and_then(|(n, of)| percent(n, of, 1));
    share.unwrap_or_else(|| "–".to_owned())
}

/// The fewest delegations whose absence would leave the sitting that is shown without its quorum.
fn breaking(
    words: Words,
    report: &Report,
    rows: &[DelegationRow],
    name: &impl Fn(&DelegationRow) -> AttrValue,
) -> Html {
    let known = rows.iter().all(|row| row.ledger.present_missing == 0);
    let finding = report.gates.own.quorum.iter().find_map(|(_, verdict)| match verdict {
        Verdict::Met(finding) if known => Some(finding),
        _ => None,
    });
    let Some(finding) = finding else { return html! { <p>{ words.key(Key::BreakingUnknown) }</p> } };
    let sizes: Vec<u64> = rows.iter().map(|row| u64::try_from(row.ledger.present).unwrap_or(0)).collect();
    let Some(found) = finding.breaking(&sizes) else {
        return html! { <p>{ words.key(Key::Unbreakable) }</p> };
    };
    let names = |places: &[usize]| -> Vec<String> {
        places.iter().filter_map(|&at| rows.get(at)).map(|row| name(row).to_string()).collect()
    };
    let (certain, among) = (names(&found.certain), names(&found.among));
    html! {
        <p class="sentence">{ explained(&Figure::Breaking, words.say(&Msg::Breaking {
            size: found.size(),
            of: rows.len(),
            certain: &certain,
            among: &among,
            open: found.open,
        })) }</p>
    }
}
