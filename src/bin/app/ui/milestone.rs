//! One milestone of one's own: what is due, how long before, and the way to take it out again.

use super::fields::{Choice, TextField};
use super::number_field::NumberField;
use super::words::use_words;
use crate::effects::announce;
use delegate_roster::limits::{MAX_DAYS_BEFORE, MAX_MONTHS_BEFORE};
use delegate_roster::scenario::{CalendarEdit, MilestoneId, Name, OwnMilestone};
use delegate_roster::text::{CalendarMsg, CalendarWord, Msg};
use delegate_roster::threshold::Span;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub own: OwnMilestone,
    pub edit: Callback<CalendarEdit>,
}

/// The identity of a field.
pub fn field_id(id: MilestoneId, name: &str) -> String {
    format!("milestone-{}-{name}", id.0)
}

#[component]
pub fn MilestoneCard(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Calendar(CalendarMsg::Word(word)));
    let (id, before) = (props.own.id, props.own.before);
    let field = |name: &str| AttrValue::from(field_id(id, name));
    let (amount, limit, in_months) = match before {
        Span::Days(days) => (days, MAX_DAYS_BEFORE, false),
        Span::Months(months) => (months, MAX_MONTHS_BEFORE, true),
    };
    let on_amount = props.edit.reform(move |n: u64| {
        // Nothing is due on the day itself: the least is one.
        let amount = u16::try_from(n).unwrap_or(limit).clamp(1, limit);
        CalendarEdit::Before(id, if in_months { Span::Months(amount) } else { Span::Days(amount) })
    });
    let on_unit = props.edit.reform(move |at: usize| {
        let span = if at == 1 { Span::Months(amount.min(MAX_MONTHS_BEFORE)) } else { Span::Days(amount) };
        CalendarEdit::Before(id, span)
    });
    let on_name = props.edit.reform(move |name: Name| CalendarEdit::Name(id, name));
    let remove = props.edit.reform(move |_: MouseEvent| {
        announce::focus_soon("add-milestone".to_owned());
        CalendarEdit::Remove(id)
    });
    html! {
        <li class="milestone">
            <TextField id={field("name")} label={word(CalendarWord::Name)} value={props.own.name.clone()} on_commit={on_name} />
            <NumberField id={field("amount")} label={word(CalendarWord::Amount)} value={Some(u64::from(amount))}
                limit={u64::from(limit)} on_commit={on_amount} />
            <Choice id={field("unit")} label={word(CalendarWord::Unit)}
                options={vec![word(CalendarWord::Days), word(CalendarWord::Months)]}
                chosen={Some(usize::from(in_months))} on_choose={on_unit} />
            <button type="button" class="quiet" aria-label={format!("{} {}", word(CalendarWord::Remove), props.own.name.as_str())}
                onclick={remove}>{ word(CalendarWord::Remove) }</button>
        </li>
    }
}
