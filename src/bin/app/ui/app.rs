//! The application: the frame around the steps, the one dispatcher, the dialogs.

use super::agenda;
use super::allocation::Allocation;
use super::beyond::Beyond;
use super::chain::Chain;
use super::composition::Asked as AskedCell;
use super::election_card;
use super::errand::Errand;
use super::examples::see;
use super::explained::Explainer;
use super::header::{Ask, Header, STEPS};
use super::on_paper::PaperHead;
use super::over::{Made, Over, Stage, Turn};
use super::problems::Problems;
use super::refused::{Refused, use_refused};
use super::sitting_card;
use super::steps::Steps;
use super::tour::use_tour;
use super::undo_list;
use super::words::Words;
use crate::effects::choices::use_choices;
use crate::effects::dropping::{Dropped, use_drop};
use crate::effects::help::use_help_key;
use crate::effects::library::{Wish, use_library};
use crate::effects::location::{Asked, Link};
use crate::effects::offline::{Offline, use_offline};
use crate::effects::storage::StorageError;
use crate::effects::{announce, autosave, download, leaving, location};
use crate::place::Place;
use crate::prefs;
use crate::store::{Happened, Intent, Kept, State};
use delegate_roster::language::Language;
use delegate_roster::scenario::{
    self, Action, CategoryId, DelegateId, Example, Field, Origin, Scenario, Step, UnitId,
};
use delegate_roster::text::{Key, LibraryMsg, Msg, TransferMsg, UndoMsg};
use std::rc::Rc;
use yew::prelude::*;

/// What the page starts with.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub start: autosave::Start,
}

#[component]
pub fn App(props: &Props) -> Html {
    let (offline, take_over) = use_offline();
    let first = props.start.opening.clone();
    let store = use_reducer(move || State::new(first));
    let language = use_state_eq(prefs::language);
    let theme = use_state_eq(prefs::theme);
    let place = use_state_eq(|| match location::asked() {
        Asked::Place(place) => place,
        Asked::Shared(_) => Place::default(),
    });
    let over = use_reducer_eq(|| match location::asked() {
        Asked::Shared(link) => Stage::default().showing(Over::Shared(link)),
        Asked::Place(_) => Stage::default(),
    });
    let target = use_state_eq(Errand::<(UnitId, Field)>::default);
    let dropped = use_state_eq(|| None::<(u32, Dropped)>);
    // On the library, which looks at every kind.
    let brought = use_state_eq(|| None::<(u32, Dropped)>);
    let asked_cell = use_state_eq(AskedCell::default);
    let sought = use_state_eq(Errand::<DelegateId>::default);
    let all_refused = use_refused(&place, store.document.opening, store.history.steps());
    let (refused, led) = (all_refused.list(), all_refused.led());
    let words = Words(*language);
    let dispatch = use_callback(store.dispatcher(), |intent: Intent, store| store.dispatch(intent));
    let saving = autosave::use_autosave(&store, &props.start);
    let on_show = use_callback(over.dispatcher(), |show: bool, over| {
        over.dispatch(if show { Turn::Show(Over::Library) } else { Turn::Closed(Over::Library) });
    });
    let (shelf, on_wish) = use_library(&saving.keeper, props.start.damaged.clone(), &dispatch, on_show);

    let on_asked =
        use_callback((place.setter(), over.dispatcher()), |asked: Asked, (place, over)| match asked {
            Asked::Place(to) => place.set(to),
            Asked::Shared(link) => over.dispatch(Turn::Show(Over::Shared(link))),
        });
    location::use_asked(on_asked);
    use_effect_with((*language, store.scenario().title.clone()), |(language, title)| {
        prefs::set_language(*language);
        announce::set_document_title(*language, title.as_str());
    });
    use_effect_with(*theme, |theme| prefs::set_theme(*theme));
    use_undo_keys(dispatch.clone());
    use_choices(store.revision);

    let close = use_callback((over.dispatcher(), *place), |closed: Over, (over, place)| {
        if let Some(link) = closed.link() {
            location::forget(&link, *place);
        }
        over.dispatch(Turn::Closed(closed));
    });
    let on_file = use_callback((over.dispatcher(), dropped.clone()), |file: Dropped, (over, dropped)| {
        dropped.set(Some((dropped.as_ref().map_or(0, |(count, _)| count + 1), file)));
        over.dispatch(Turn::Show(Over::Import));
    });
    let on_drop = use_callback(
        (over.over.clone(), brought.clone(), on_file.clone()),
        |file, (over, brought, on_file)| match over {
            // A link that is being looked at comes first.
            Over::Shared(_) => {}
            Over::Library => brought.set(Some((brought.as_ref().map_or(0, |(count, _)| count + 1), file))),
            _ => on_file.emit(file),
        },
    );
    let held = use_drop(on_drop);
    let on_ask = use_callback((over.clone(), on_wish.clone()), |ask: Ask, (over, on_wish)| match ask {
        Ask::Share => over.dispatch(Turn::Show(Over::Share)),
        Ask::Library => over.dispatch(Turn::Show(Over::Library)),
        Ask::Import => over.dispatch(Turn::Show(Over::Import)),
        Ask::New => on_wish.emit(Wish::Begin(Box::new(Scenario::blank()))),
        Ask::Examples => over.dispatch(Turn::Show(Over::Examples)),
        Ask::Help => over.dispatch(Turn::Show(Over::Help)),
        Ask::Steps if over.over == Over::Steps => {
            over.dispatch(Turn::Closed(Over::Steps));
            announce::focus_id(STEPS);
        }
        Ask::Steps => over.dispatch(Turn::Show(Over::Steps)),
    });
    let on_scenario =
        use_callback(over.dispatcher(), |link: Rc<Link>, over| over.dispatch(Turn::Show(Over::Shared(link))));
    let on_import =
        use_callback((on_ask.clone(), on_file.clone()), |table: Option<AttrValue>, (on_ask, on_file)| {
            match table {
                Some(table) => on_file.emit(Dropped::Table(table)),
                None => on_ask.emit(Ask::Import),
            }
        });
    let on_examples = on_ask.reform(|()| Ask::Examples);
    let tour = use_tour(place.setter(), props.start.opening.kept == Kept::Untouched);
    let on_help = use_callback(on_ask.clone(), |(), on_ask| on_ask.emit(Ask::Help));
    use_help_key(on_help);
    let read = use_state_eq(|| None::<u32>);
    let opening = store.document.opening;
    let on_read = Callback::from({
        let read = read.setter();
        move |_: MouseEvent| read.set(Some(opening))
    });
    let on_language = use_callback(
        (language.setter(), dispatch.clone(), store.scenario().clone(), *language),
        |to: Language, (language, dispatch, scenario, from)| {
            // An example speaks the language of the page for as long as nobody has changed it.
            let example = Example::of_title(&scenario.title);
            if let Some(example) = example.filter(|example| example.scenario(*from) == **scenario) {
                let other = Box::new(example.scenario(to));
                dispatch.emit(Intent::Do(Action::Replace(other, Step::Example)));
            }
            language.set(to);
        },
    );
    let on_theme = use_callback(theme.setter(), |to, theme| theme.set(to));
    let on_go = use_callback(
        (place.clone(), target.clone(), asked_cell.clone(), sought.clone()),
        |to: scenario::Place, (place, target, cell, sought)| match to {
            scenario::Place::Delegate(id) => {
                announce::open(Place::Roster, place);
                sought.set(sought.next(id));
            }
            _ => go(to, place, target, cell),
        },
    );
    // A version changes only once the work is safe.
    let settled = matches!(
        saving.saving,
        autosave::Saving::Saved | autosave::Saving::Untouched | autosave::Saving::Behind(_)
    );
    let edited = store.document.opening > 0 || store.revision > 0;
    let unsaved =
        edited && matches!(saving.saving, autosave::Saving::Failed(_) | autosave::Saving::Behind(_));
    leaving::use_leaving(usize::from(unsaved) + refused.len() + store.beside.drafts.len());
    let report = Rc::clone(&store.report);
    let troubled = !report.issues.is_empty() || !refused.is_empty() || !store.beside.drafts.is_empty();
    let beyond = Beyond {
        place: *place,
        store: &store,
        report: &report,
        refused: &refused,
        dispatch: &dispatch,
        on_go: &on_go,
        on_import: &on_import,
        target: &target,
        sought: &sought,
        asked_cell: &asked_cell,
        led: &led,
        shelf: &shelf,
        on_wish: &on_wish,
        over: &over,
        dropped: &dropped,
        brought: &brought,
        on_file: &on_file,
        on_scenario: &on_scenario,
        on_examples: &on_examples,
        tour: &tour,
        close: &close,
    };
    html! {
        <ContextProvider<Words> context={words}>
        <ContextProvider<Refused> context={all_refused}>
            <div class="page" data-stop={tour.stop()}>
                <a class="skip" href="#main-content" onclick={skip_to_main()}>{ words.key(Key::SkipToMain) }</a>
                <Header title={store.scenario().title.clone()} undo={store.undoable()}
                    redo={store.redoable()} steps={store.history.undoable().or(store.history.redoable()).is_some()} listed={over.over == Over::Steps} saving={saving.saving.clone()} theme={*theme} dispatch={&dispatch} {on_ask} {on_language} {on_theme} />
                <div class="menu-place steps-taken" role={(over.over == Over::Steps).then_some("region")} aria-label={(over.over == Over::Steps).then(|| words.key(Key::UndoList))}>
                    if over.over == Over::Steps { { undo_list::list(words, &store.history, &dispatch, &close) } }
                </div>
                <PaperHead title={store.scenario().title.clone()} place={*place} />
                <div class="notice" role="region" aria-label={words.key(Key::Notices)}>
                    if let autosave::Saving::Failed(error) | autosave::Saving::Behind(error) = &saving.saving {
                        <p class="trouble" role="alert">
                            { words.say(&Msg::NotSaved(saving.saving.code())) }
                            { not_saved_choices(words, error, &saving.insist, edited) }
                        </p>
                    }
                    if let Some(damaged) = shelf.damaged.clone() {
                        <p class="trouble" role="alert">
                            { if store.document.kept == Kept::Stored { words.key(Key::DamagedSave) } else { words.say(&Msg::Library(LibraryMsg::DamagedAlone)) } }
                            <button type="button" onclick={move |_: MouseEvent| download::bytes("delegate-roster-damaged.bin", &damaged.bytes)}>{ words.key(Key::DownloadDamaged) }</button>
                        </p>
                    }
                    if offline == Offline::NewVersion {
                        <p>
                            { words.key(Key::NewVersion) }
                            <button type="button" class="new-version" disabled={!settled}
                                onclick={take_over.reform(|_: MouseEvent| ())}>{ words.key(Key::UseNewVersion) }</button>
                        </p>
                    }
                    if store.scenario().origin == Origin::Illustrative {
                        <p>{ words.key(Key::Illustrative) }</p>
                    }
                    { see(words, store.scenario(), *read == Some(opening), on_read) }
                    { tour.offer(words, &on_examples) }
                </div>
                <Chain report={Rc::clone(&report)} />
                <Steps place={*place} />
                <div class="problems-everywhere">
                    // The steps with a table have the list beside it.
                    if !matches!(*place, Place::Allocation | Place::Roster) && troubled {
                        <Problems report={report.clone()} drafts={store.beside.drafts.clone()} refused={refused.clone()} on_go={&on_go} />
                    }
                </div>
                <main id="main-content" tabindex="-1">
                    { match *place {
                        Place::Allocation => html! {
                            <Allocation key={format!("allocation-{}", store.document.opening)} report={report.clone()} drafts={store.beside.drafts.clone()} refused={refused.clone()} dispatch={&dispatch}
                                on_go={&on_go} on_import={&on_import} target={(*target).clone()} />
                        },
                        _ => beyond.step(),
                    } }
                    // In the main part, as what it explains is; it is drawn over everything.
                    <Explainer key="explainer" report={report.clone()} />
                </main>
                <footer class="page-foot">
                    <p>{ words.key(Key::Privacy) }</p>
                    <p class="offline-state">{ if offline == Offline::Unknown { AttrValue::Static("") } else { words.key(Key::OfflineReady) } }</p>
                </footer>
                { if over.made == Made::default() { html! { <div class="dialogs"></div> } } else { beyond.dialogs() } }
                { tour.panel(words) }
                <div class="drop-here" hidden={!held}><p>{ if held { words.say(&Msg::Transfer(TransferMsg::DropHere)) } else { AttrValue::Static("") } }</p></div>
                // What is said twice in a row is another text the second time, or nobody would hear it.
                <p class="visually-hidden" aria-live="polite">{ announcement(words, &store) }{ if store.revision.is_multiple_of(2) { "" } else { "\u{a0}" } }</p>
            </div>
        </ContextProvider<Refused>>
        </ContextProvider<Words>>
    }
}

/// What a person can do about a save that failed.
#[inline(never)]
fn not_saved_choices(words: Words, error: &StorageError, insist: &Callback<()>, edited: bool) -> Html {
    let lib = |msg: LibraryMsg<'_>| words.say(&Msg::Library(msg));
    let insist = insist.reform(|_: MouseEvent| ());
    let reload = |_: MouseEvent| leaving::give_up();
    html! {
        <span class="choices">
            { match error {
                StorageError::Conflict { .. } => html! { <span>
                    <button type="button" onclick={insist}>{ words.key(Key::KeepThisTab) }</button>
                    <button type="button" onclick={reload}>{ words.key(Key::TakeOtherTab) }</button>
                </span> },
                StorageError::Deleted => html! { <button type="button" onclick={insist}>{ lib(LibraryMsg::SaveAgain) }</button> },
                StorageError::Newer => html! { <button type="button" onclick={reload}>{ lib(LibraryMsg::Reload) }</button> },
                StorageError::Unavailable if !edited => html! { <span></span> },
                // Nothing was entered yet: what failed was to read what had been saved.
                _ if !edited => html! { <span>
                    { lib(LibraryMsg::NotReadAtStart) }
                    <button type="button" onclick={reload}>{ lib(LibraryMsg::Reload) }</button>
                </span> },
                _ => html! { <button type="button" onclick={insist}>{ lib(LibraryMsg::TryAgain) }</button> },
            } }
        </span>
    }
}

/// Leads to a place: the step that shows it, and the cell.
fn go(
    to: scenario::Place,
    place: &UseStateHandle<Place>,
    target: &UseStateHandle<Errand<(UnitId, Field)>>,
    cell: &UseStateHandle<AskedCell>,
) {
    match to {
        scenario::Place::Unit(unit, field) => {
            let step = match field {
                Field::Elected
                | Field::ByElected
                | Field::Ended
                | Field::Suspended
                | Field::Registered
                | Field::OnLeave
                | Field::Present => Place::Roster,
                Field::Name | Field::Delegation if **place == Place::Roster => Place::Roster,
                _ => Place::Allocation,
            };
            announce::open(step, place);
            target.set(target.next((unit, field)));
        }
        scenario::Place::Category(category) => go_to_cell(category, None, place, cell),
        scenario::Place::CategoryCell(category, unit) => go_to_cell(category, Some(unit), place, cell),
        scenario::Place::Sitting(id) => {
            announce::focus_at(Place::Sittings, format!("sitting-{}-name", id.0), place);
        }
        scenario::Place::Rules => announce::open(Place::Rules, place),
        scenario::Place::Rule(subject) => {
            announce::focus_at(Place::Rules, super::rules::row_id(subject), place);
        }
        // Attendance that is wrong in total was entered at a sitting.
        scenario::Place::Total(Field::Present) => announce::open(Place::Sittings, place),
        scenario::Place::Delegation(sitting, id) => {
            announce::focus_at(Place::Sittings, sitting_card::delegation_id(sitting, id), place);
        }
        scenario::Place::Agenda(id, field) => {
            announce::focus_at(Place::Elections, agenda::field_id(id, field), place);
        }
        scenario::Place::Election(id, field) => {
            announce::focus_at(Place::Elections, election_card::field_id(id, field), place);
        }
        scenario::Place::Total(_) | scenario::Place::Delegate(_) => announce::open(Place::Roster, place),
        scenario::Place::House => announce::focus("house", place),
        scenario::Place::Minimum => announce::focus("minimum", place),
        scenario::Place::Method => announce::focus("method", place),
        scenario::Place::Table => announce::focus("paste-table", place),
    }
}

/// Leads to a category of the composition, or to one of its cells.
fn go_to_cell(
    category: CategoryId,
    unit: Option<UnitId>,
    place: &UseStateHandle<Place>,
    cell: &UseStateHandle<AskedCell>,
) {
    announce::open(Place::Composition, place);
    cell.set(cell.next((category, unit)));
}

fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        // The fragment is taken by the steps, so the skip link moves the focus itself.
        event.prevent_default();
        announce::focus_id("main-content");
    })
}

fn announcement(words: Words, store: &State) -> AttrValue {
    match store.happened {
        Happened::Nothing => AttrValue::Static(""),
        Happened::Did(Step::Counted(_)) => counted(words, store),
        Happened::Did(step) => words.say(&Msg::Done(step)),
        Happened::Undid(step) => words.say(&Msg::Undone(step)),
        Happened::Redid(step) => words.say(&Msg::Redone(step)),
        Happened::Leapt(leap) => words.say(&Msg::Undo(UndoMsg::Leapt(leap))),
        Happened::Opened => match store.scenario().title.as_str() {
            "" => words.say(&Msg::Library(LibraryMsg::Opened(&words.key(Key::Untitled)))),
            title => words.say(&Msg::Library(LibraryMsg::Opened(title))),
        },
    }
}

/// A sitting was counted in another way: others may be present. Seldom said, so not to be made a part of what is drawn first.
#[inline(never)]
fn counted(words: Words, store: &State) -> AttrValue {
    let trail = store.history.trail(1);
    trail.first().map(|taken| words.say(&Msg::Undo(UndoMsg::Line(taken)))).unwrap_or_default()
}

/// Ctrl+Z and Ctrl+Y anywhere, except in a text field that has its own undo.
#[hook]
fn use_undo_keys(dispatch: Callback<Intent>) {
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        let listener = announce::on_shortcut(move |key, shift| {
            let intent = match (key, shift) {
                ("z", false) => Intent::Undo,
                ("z", true) | ("y", _) => Intent::Redo,
                _ => return false,
            };
            // Behind a dialog nobody would see it. The browser is not to do it either, in a field behind the dialog.
            if !announce::in_dialog() {
                dispatch.emit(intent);
            }
            true
        });
        move || drop(listener)
    });
}
