//! Numbers that can be asked about, and the one place that answers. A number carries its figure in an attribute; the host
//! listens on the document, so hundreds of numbers cost no component. Hover (after a moment), focus or a tap opens;
//! Escape closes; what is open can be pointed at and stays until it is left (WCAG 1.4.13).

use super::words::{Words, use_words};
use crate::effects::rest::use_rest;
use delegate_roster::scenario::{Figure, Report};
use delegate_roster::text::Key;
use delegate_roster::text::explain::{Told, explanation};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

/// The identity of the answer in the page.
const ANSWER: &str = "explanation";
/// How long the pointer rests on a number before it is explained, and how long an answer stays when it has left.
const REST: u32 = 350;
const STAY: u32 = 250;
/// The least distance of the answer from the edges of the window, and from its number.
const EDGE: f64 = 8.0;
const GAP: f64 = 6.0;

/// A number that can be asked about. Where nothing can be shown there is nothing to ask.
pub fn explained(figure: &Figure, text: impl Into<AttrValue>) -> Html {
    number(figure, text.into(), "0")
}

/// The same in a table or in the chain, where one number is reached by Tab and the others by arrows.
pub fn explained_cell(figure: &Figure, text: impl Into<AttrValue>) -> Html {
    number(figure, text.into(), "-1")
}

fn number(figure: &Figure, text: AttrValue, tabindex: &'static str) -> Html {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return html! { { text } };
    }
    html! {
        <span class="reckoned" role="button" {tabindex} aria-expanded="false" data-figure={figure.code()}>{ text }</span>
    }
}

/// The answer in words: the title, the sentences, where the rules are from.
pub fn answer(words: Words, told: &Told) -> Html {
    html! {
        <>
            <strong class="told-title"><bdi>{ told.title.clone() }</bdi>{ words.key(Key::Colon) }<span class="told-value">{ told.value.clone() }</span></strong>
            { for told.lines.iter().map(|line| html! { <span class="told-line">{ line.clone() }</span> }) }
            { for told.sources.iter().map(|source| html! { <cite class="told-source">{ source.clone() }</cite> }) }
            if !told.confirm.is_empty() { <strong class="confirm">{ told.confirm.clone() }</strong> }
        </>
    }
}

/// What opened an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Hover,
    Focus,
    /// It was asked for by a press, and closes by another one.
    Press,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

/// The host: shows the answer to one number at a time, above everything else.
#[component]
pub fn Explainer(props: &Props) -> Html {
    let words = use_words();
    let asked = use_state_eq(|| None::<(Figure, u32)>);
    let popover = use_node_ref();
    let desk = use_mut_ref(Desk::default);
    use_effect_with((), {
        let (desk, popover, setter) = (desk.clone(), popover.clone(), asked.setter());
        move |()| {
            desk.borrow_mut().tell = Some(Callback::from(move |figure| setter.set(figure)));
            desk.borrow_mut().popover = popover;
            let listeners = listen(&desk);
            move || drop(listeners)
        }
    });
    let there = use_rest();
    let told =
        use_memo((props.report.clone(), (*asked).clone(), words, there), |(report, asked, words, there)| {
            asked
                .as_ref()
                .filter(|_| *there)
                .and_then(|(figure, _)| explanation(report, None, figure, words.0))
        });
    let open = told.is_some();
    use_effect_with((told.clone(), (*asked).clone()), {
        let desk = desk.clone();
        move |_| place(&desk.borrow(), open)
    });
    // A number that a change took out of the page takes its answer with it.
    use_effect_with(props.report.clone(), {
        let desk = desk.clone();
        move |_| moved(&desk)
    });
    let lang = words.0.tag();
    html! {
        <div id={ANSWER} class="told" role="tooltip" popover="manual" ref={popover} hidden={!open} {lang}
            data-of={asked.as_ref().map(|(figure, _)| figure.code())}>
            if let Some(told) = &*told { { answer(words, told) } }
        </div>
    }
}

/// What the host keeps between events.
#[derive(Default)]
struct Desk {
    /// The number that is explained.
    number: Option<HtmlElement>,
    how: Option<How>,
    /// Counts the questions: the same figure may be asked for at another place.
    count: u32,
    /// What is about to open or close.
    timer: Option<Timeout>,
    popover: NodeRef,
    tell: Option<Callback<Option<(Figure, u32)>>>,
}

type Shared = Rc<RefCell<Desk>>;

fn listen(desk: &Shared) -> Vec<EventListener> {
    let Some(document) = window().and_then(|window| window.document()) else { return Vec::new() };
    // Before anything else: a number in the grid is not for the grid's own hand.
    let options = EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false };
    let on = |name: &'static str, act: fn(&Shared, &Event)| {
        let desk = desk.clone();
        EventListener::new_with_options(&document, name, options, move |event| act(&desk, event))
    };
    vec![
        on("mouseover", pointed),
        on("focusin", focused),
        on("focusout", left),
        on("mousedown", pressed_down),
        on("click", pressed),
        on("keydown", key),
        on("scroll", |desk, _| moved(desk)),
    ]
}

/// The number that an event is about.
fn number_of(event: &Event) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(".reckoned").ok().flatten()?.dyn_into().ok()
}

fn in_answer(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest(".told").ok().flatten()).is_some()
}

impl Desk {
    fn is_on(&self, number: &HtmlElement) -> bool {
        self.number.as_ref() == Some(number)
    }
}

fn open(desk: &Shared, number: &HtmlElement, how: How) {
    close(desk);
    let Some(figure) = number.get_attribute("data-figure").and_then(|code| Figure::of_code(&code)) else {
        return;
    };
    let _ = number.set_attribute("aria-expanded", "true");
    let _ = number.set_attribute("aria-describedby", ANSWER);
    let mut now = desk.borrow_mut();
    now.number = Some(number.clone());
    now.how = Some(how);
    now.count = now.count.wrapping_add(1);
    let (tell, count) = (now.tell.clone(), now.count);
    drop(now);
    if let Some(tell) = tell {
        tell.emit(Some((figure, count)));
    }
}

fn close(desk: &Shared) {
    let mut now = desk.borrow_mut();
    now.timer = None;
    now.how = None;
    let (number, tell) = (now.number.take(), now.tell.clone());
    drop(now);
    let Some(number) = number else { return };
    let _ = number.set_attribute("aria-expanded", "false");
    let _ = number.remove_attribute("aria-describedby");
    if let Some(tell) = tell {
        tell.emit(None);
    }
}

fn later(desk: &Shared, wait: u32, act: impl FnOnce(&Shared) + 'static) {
    let timer = {
        let desk = desk.clone();
        Timeout::new(wait, move || act(&desk))
    };
    desk.borrow_mut().timer = Some(timer);
}

fn pointed(desk: &Shared, event: &Event) {
    let number = number_of(event);
    let now = desk.borrow();
    let (how, stays) = (now.how, in_answer(event) || number.as_ref().is_some_and(|number| now.is_on(number)));
    drop(now);
    if stays {
        desk.borrow_mut().timer = None;
        return;
    }
    match number {
        // What was asked for stays until it is left or closed.
        Some(_) if matches!(how, Some(How::Press | How::Focus)) => {}
        Some(number) => later(desk, REST, move |desk| open(desk, &number, How::Hover)),
        None if how == Some(How::Hover) => later(desk, STAY, close),
        None => desk.borrow_mut().timer = None,
    }
}

fn focused(desk: &Shared, event: &Event) {
    let Some(number) = number_of(event) else { return };
    event.stop_propagation();
    let on = desk.borrow().is_on(&number);
    if !on {
        open(desk, &number, How::Focus);
    }
}

fn left(desk: &Shared, event: &Event) {
    let Some(number) = number_of(event) else { return };
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let to = to.and_then(|to| to.dyn_into::<Element>().ok());
    if desk.borrow().is_on(&number) && to.is_none_or(|to| to.closest(".told").ok().flatten().is_none()) {
        close(desk);
    }
}

/// A press on the answer must not take the focus, and with it the answer, away.
fn pressed_down(_: &Shared, event: &Event) {
    if in_answer(event) {
        event.prevent_default();
    } else if number_of(event).is_some() {
        event.stop_propagation();
    }
}

fn pressed(desk: &Shared, event: &Event) {
    let Some(number) = number_of(event) else {
        if !in_answer(event) {
            close(desk);
        }
        return;
    };
    event.stop_propagation();
    toggle(desk, &number);
}

fn toggle(desk: &Shared, number: &HtmlElement) {
    let now = desk.borrow();
    let shown = now.is_on(number) && now.how == Some(How::Press);
    drop(now);
    if shown { close(desk) } else { open(desk, number, How::Press) }
}

fn key(desk: &Shared, event: &Event) {
    let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
    if press.key() == "Escape" && desk.borrow().number.is_some() {
        close(desk);
        if number_of(event).is_some() {
            event.stop_propagation();
        }
        return;
    }
    let Some(number) =
        number_of(event).filter(|_| !(press.ctrl_key() || press.alt_key() || press.meta_key()))
    else {
        return;
    };
    match press.key().as_str() {
        "Enter" | " " => toggle(desk, &number),
        "ArrowLeft" => walk(&number, 0, -1),
        "ArrowRight" => walk(&number, 0, 1),
        "ArrowUp" => walk(&number, -1, 0),
        "ArrowDown" => walk(&number, 1, 0),
        // Of a number in the grid the keys are not the grid's; what else there is on the page has its own, help above all.
        _ if number.closest("table.grid").is_ok_and(|grid| grid.is_some())
            && !matches!(press.key().as_str(), "F1" | "?") =>
        {
            return event.stop_propagation();
        }
        _ => return,
    }
    event.stop_propagation();
    event.prevent_default();
}

fn walk(number: &HtmlElement, down: i32, right: i32) {
    let _ = step(number, down, right).or_else(|| along(number, down + right));
}

/// Goes to the next of numbers that stand in a row of their own.
fn along(number: &HtmlElement, way: i32) -> Option<()> {
    let all = number.closest("[data-numbers]").ok()??.query_selector_all(".reckoned").ok()?;
    let at = (0..all.length()).find(|at| all.item(*at).as_ref() == Some(number.as_ref()))?;
    all.item(at.checked_add_signed(way)?)?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// Goes to the next number of a table in a direction, over cells without one.
fn step(number: &HtmlElement, down: i32, right: i32) -> Option<()> {
    let mut cell = number.closest("td").ok()??;
    let mut row = cell.closest("tr").ok()??;
    let mut column = 0;
    let mut before = cell.previous_element_sibling();
    while let Some(one) = before {
        column += 1;
        before = one.previous_element_sibling();
    }
    loop {
        if down != 0 {
            row = next_row(&row, down)?;
            cell = row.first_element_child()?;
            for _ in 0..column {
                cell = cell.next_element_sibling()?;
            }
        } else {
            cell = sibling(&cell, right)?;
        }
        if let Some(found) = cell.query_selector(".reckoned").ok().flatten() {
            return found.dyn_into::<HtmlElement>().ok()?.focus().ok();
        }
    }
}

fn sibling(element: &Element, way: i32) -> Option<Element> {
    if way > 0 { element.next_element_sibling() } else { element.previous_element_sibling() }
}

/// The next row of a table, also across its head, body and foot.
fn next_row(row: &Element, down: i32) -> Option<Element> {
    sibling(row, down).or_else(|| {
        let part = sibling(&row.parent_element()?, down)?;
        if down > 0 { part.first_element_child() } else { part.last_element_child() }
    })
}

/// Keeps the answer at its number; a number that has left the page takes the answer with it.
fn moved(desk: &Shared) {
    let gone = desk.borrow().number.as_ref().is_some_and(|number| !number.is_connected());
    if gone {
        close(desk);
    } else {
        let now = desk.borrow();
        place(&now, now.number.is_some());
    }
}

/// Puts the answer under its number, or above it where there is no room, inside the window.
fn place(desk: &Desk, open: bool) {
    let Some(popover) = desk.popover.cast::<HtmlElement>() else { return };
    // The top layer is above dialogs; a browser without it shows the answer all the same.
    let shown = popover.matches(":popover-open").unwrap_or(true);
    if open && !shown {
        let _ = popover.show_popover();
    } else if !open && shown {
        let _ = popover.hide_popover();
    }
    let (Some(number), Some(window)) = (desk.number.as_ref().filter(|_| open), window()) else { return };
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|n| n.as_f64()).unwrap_or(0.0);
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (from, answer) = (number.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let left = from.left().min(width - answer.width() - EDGE).max(EDGE);
    let below = from.bottom() + GAP;
    let fits = below + answer.height() <= height - EDGE;
    let top = if fits { below } else { (from.top() - GAP - answer.height()).max(EDGE) };
    let style = popover.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
