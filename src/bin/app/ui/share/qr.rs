//! The link as a QR code: black on white in every theme, since cameras look for that; four pixels to a
//! module where there is room.

use crate::effects::{download, location};
use crate::ui::words::use_words;
use delegate_roster::codec::qr::Qr;
use delegate_roster::text::{Msg, TransferMsg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub link: AttrValue,
}

#[component]
pub fn LinkCode(props: &Props) -> Html {
    let words = use_words();
    let code = use_memo(props.link.clone(), |link| Qr::of(link));
    let say = |about: TransferMsg<'_>| words.say(&Msg::Transfer(about));
    let body = match &*code {
        Err(too_long) => html! { <p class="trouble">{ say(TransferMsg::QrTooLong(too_long.bytes)) }</p> },
        Ok(qr) => {
            let width = qr.width();
            let save = {
                let qr = qr.clone();
                Callback::from(move |_: MouseEvent| download::bytes("link-qr.svg", qr.svg().as_bytes()))
            };
            html! {
                <div class="qr-body">
                    <svg class="qr-code" width={(4 * width).to_string()} height={(4 * width).to_string()} viewBox={format!("0 0 {width} {width}")} role="img" shape-rendering="crispEdges"
                        aria-label={say(TransferMsg::QrAlternative)}>
                        <path fill="#fff" d={format!("M0 0h{width}v{width}H0z")} />
                        <path fill="#000" d={qr.path()} />
                    </svg>
                    <div class="qr-words">
                        <p class="hint qr-figures">{ say(TransferMsg::QrFigures(qr)) }</p>
                        <p class="trouble qr-dense" hidden={!qr.is_dense()}>{ say(TransferMsg::QrDense(qr)) }</p>
                        <p class="trouble qr-local" hidden={!location::is_local()}>{ say(TransferMsg::QrLocal) }</p>
                        <div class="buttons"><button type="button" onclick={save}>{ say(TransferMsg::SaveQr) }</button></div>
                    </div>
                </div>
            }
        }
    };
    html! {
        <section class="qr" aria-labelledby="qr-title">
            <h3 id="qr-title">{ say(TransferMsg::QrTitle) }</h3>
            { body }
        </section>
    }
}
