//! A drawing as pixels: the browser draws the SVG itself, at twice its size, and hands the PNG to the person.

use super::download;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url, window,
};

/// Pixels of the PNG to one of the drawing.
const SCALE: u32 = 2;

/// Draws and saves; `None` where the browser does not.
pub async fn save(name: &str, svg: &str, size: (u32, u32)) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let drawing = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind).ok()?;
    let url = Url::create_object_url_with_blob(&drawing).ok()?;
    let pixels = pixels(&url, size).await;
    let _ = Url::revoke_object_url(&url);
    download::blob(name, &pixels?)
}

async fn pixels(url: &str, (width, height): (u32, u32)) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = window()?.document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = (width * SCALE, height * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let png = Promise::new(&mut |resolve, reject| {
        // The canvas gives nothing where it cannot; one that refuses says so at once.
        if let Err(refused) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&refused, &refused);
        }
    });
    JsFuture::from(png).await.ok()?.dyn_into::<Blob>().ok()
}
