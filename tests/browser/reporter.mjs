// Prints one line per test, the reason of each failure, and a closing `N passed, N failed`.

export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    // A file is reported as a test of its own; it counts only if it broke outside its tests.
    const isFile = data?.name?.endsWith('.mjs');
    const broken = data?.details?.error;
    if (type === 'test:pass' && !isFile) {
      passed += 1;
      yield `ok      ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    } else if (type === 'test:fail' && (!isFile || broken?.failureType !== 'subtestsFailed')) {
      failed += 1;
      const cause = broken?.cause ?? broken;
      yield `FAILED  ${data.name}\n${String(cause?.stack ?? cause).replace(/^/gm, '        ')}\n`;
    }
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
