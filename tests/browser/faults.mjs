// Makes the N-th call of IndexedDB fail, in the page: for tests of what a page says and keeps when its storage fails.

/** Runs in the page before anything else. `localStorage.faults` = `{ at, error, how }` arms it at the next load. */
export function install() {
  // A page without an address has no storage yet.
  if (location.origin === 'null') return;
  const asked = JSON.parse(localStorage.getItem('faults') ?? 'null');
  const faults = { at: 0, lasting: false, error: 'UnknownError', how: 'throw', ...asked, calls: 0, injected: 0, log: [] };
  window.faults = faults;
  const due = (name) => {
    faults.calls += 1;
    const now = faults.at > 0 && (faults.lasting ? faults.calls >= faults.at : faults.calls === faults.at);
    if (now) {
      faults.injected += 1;
      faults.log.push(`${name}: ${faults.error} by ${faults.how}`);
    }
    return now;
  };
  const fault = () => new DOMException('injected', faults.error);
  /** A request that fails in a later task, as one does whose disk fails. */
  const failing = (transaction) => {
    const request = new EventTarget();
    Object.assign(request, { error: null, result: undefined, transaction });
    setTimeout(() => {
      request.error = fault();
      request.dispatchEvent(new Event('error'));
    });
    return request;
  };
  const wrap = (owner, name, before) => {
    const real = owner.prototype[name];
    owner.prototype[name] = function wrapped(...args) {
      return before.call(this, args, () => real.apply(this, args));
    };
  };
  wrap(IDBFactory, 'open', (_, real) => {
    if (!due('open')) return real();
    if (faults.how === 'throw') throw fault();
    return failing(null);
  });
  for (const name of ['get', 'put', 'delete', 'getAllKeys']) {
    wrap(IDBObjectStore, name, function call(_, real) {
      if (!due(name)) return real();
      if (faults.how === 'throw') throw fault();
      // A real one keeps the transaction alive until the error arrives, then takes it down, as the error would.
      const { transaction } = this;
      const request = failing(transaction);
      request.addEventListener('error', () => { try { transaction.abort(); } catch { /* over already */ } });
      return request;
    });
  }
  wrap(IDBDatabase, 'transaction', function call([, mode], real) {
    if (due('transaction')) throw fault();
    const transaction = real();
    // The end of a transaction is a call, too: the disk may be full only then.
    if (mode === 'readwrite' && due('complete')) {
      const error = fault();
      Object.defineProperty(transaction, 'error', { value: error });
      const real = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => {
        const store = real(name);
        for (const write of ['put', 'delete']) {
          const wrapped = store[write].bind(store);
          store[write] = (...args) => {
            const request = wrapped(...args);
            request.addEventListener('success', () => { try { transaction.abort(); } catch { /* over already */ } });
            return request;
          };
        }
        return store;
      };
    }
    return transaction;
  });
}

/** What the library's store holds: key to length of the bytes; nothing where there is no database. */
export const stored = (page) => page.evaluate(() => new Promise(async (done, failed) => {
  // To open one that is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'delegate-roster')) return done({});
  const request = indexedDB.open('delegate-roster');
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const store = database.transaction('scenarios').objectStore('scenarios');
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    values.onsuccess = () => {
      done(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at].length])));
      database.close();
    };
  };
}));

/** Writes to the library's store behind the page's back: `[['put', key, bytes], ['delete', key], ['flip', key]]`. */
export const tamper = (page, writes) => page.evaluate((writes) => new Promise((done, failed) => {
  const request = indexedDB.open('delegate-roster');
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const transaction = database.transaction('scenarios', 'readwrite');
    transaction.oncomplete = () => { database.close(); done(); };
    transaction.onabort = () => failed(transaction.error);
    const store = transaction.objectStore('scenarios');
    for (const [what, key, bytes] of writes) {
      if (what === 'put') store.put(new Uint8Array(bytes), key);
      if (what === 'delete') store.delete(key);
      if (what === 'flip') {
        store.get(key).onsuccess = ({ target }) => {
          const flipped = target.result.slice();
          flipped[Math.floor(flipped.length / 2)] ^= 1;
          store.put(flipped, key);
        };
      }
    }
  };
}), writes);

/** The bytes under a key, as base64. */
export const bytes = (page, key) => page.evaluate((key) => new Promise((done, failed) => {
  const request = indexedDB.open('delegate-roster');
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const got = database.transaction('scenarios').objectStore('scenarios').get(key);
    got.onsuccess = () => { done(btoa(String.fromCharCode(...got.result))); database.close(); };
  };
}), key);

/** Puts the browser back to the time of the single record: version 1 of the database, with these bytes in base64. */
export const asBefore = (page, records) => page.evaluate((records) => new Promise((done, failed) => {
  sessionStorage.clear();
  indexedDB.deleteDatabase('delegate-roster').onsuccess = () => {
    const request = indexedDB.open('delegate-roster', 1);
    request.onerror = () => failed(request.error);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('generations');
      for (const [key, text] of Object.entries(records)) {
        store.put(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), key);
      }
    };
    request.onsuccess = () => { request.result.close(); done(); };
  };
}), records);
