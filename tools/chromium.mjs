// Where Chromium is: as tools/env.sh found it or somebody named it, else where systems put it.

import { existsSync } from 'node:fs';

const WITH_WINDOWS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// The same engine at three quarters of the processor time.
const WITHOUT = '/usr/bin/chromium-headless-shell';

/** Chromium itself. */
export const chromiumPath = () => process.env.CHROMIUM || WITH_WINDOWS.find(existsSync);

/** Chromium without windows of its own, where there is one. */
export const headlessPath = () => process.env.HEADLESS_SHELL || process.env.CHROMIUM || [WITHOUT, ...WITH_WINDOWS].find(existsSync);
