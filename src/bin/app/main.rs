//! The page: the Yew application, compiled to WebAssembly by Trunk.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{"Delegate Roster"}</h1></main> }
}

fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<App>::new().render();
}
