// What runs inside the measured page: stamps from a key to the screen, and frames while scrolling. Knows no product.

/** Installs `meter` in a page; passed to `addInitScript`, so it may use nothing from outside. */
export function install() {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    // The message is handled after the frame has been handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  }));
  let pressed = 0;
  let settled = Promise.resolve(0);
  let ready = () => true;
  addEventListener('keydown', (event) => {
    pressed = event.timeStamp;
    settled = (async () => {
      for (;;) {
        const now = await painted();
        if (ready()) return now - pressed;
        if (now - pressed > 30_000) throw new Error('nothing happened for 30 s');
      }
    })();
  }, { capture: true });
  window.meter = {
    /** `text` names an element whose text must change before the key that follows counts as done. */
    expectChange(selector) {
      const shown = () => document.querySelector(selector)?.textContent;
      const before = shown();
      ready = () => shown() !== before;
    },
    expectNothing() { ready = () => true; },
    settled: () => settled,
    painted,
    /** When an element is first on the screen. Watched from within: to ask from outside takes the page's own time, when it has none. */
    begun: (selector) => new Promise((done) => {
      const look = () => document.querySelector(selector) && (watch.disconnect(), done(painted()));
      const watch = new MutationObserver(look);
      watch.observe(document, { childList: true, subtree: true });
      look();
    }),
    /** Scrolls `step` pixels per frame; gives the length of each frame in milliseconds. */
    async scroll(selector, step, frames) {
      const element = document.querySelector(selector);
      const frame = () => new Promise(requestAnimationFrame);
      const lengths = [];
      let last = await frame();
      for (let n = 0; n < frames; n += 1) {
        element.scrollTop += step;
        const now = await frame();
        lengths.push(now - last);
        last = now;
      }
      return lengths;
    },
  };
}

/** The value below which a share of the values lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** How many frames of 60 a second were not drawn. */
export function dropped(lengths) {
  return lengths.reduce((sum, length) => sum + Math.max(0, Math.round(length / (1000 / 60)) - 1), 0);
}
