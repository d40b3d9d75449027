// One line per test, what failed in full, and a count to close with.
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    // A file that holds tests is no test of its own.
    const isTest = data?.nesting === 0 && data?.details?.type !== "suite" && !data?.name?.endsWith(".mjs");
    if (type === "test:pass" && isTest) {
      passed += 1;
      yield `ok      ${Math.round(data.details.duration_ms)} ms  ${data.name}\n`;
    } else if (type === "test:fail" && data?.details?.type !== "suite") {
      failed += 1;
      const error = data.details.error;
      yield `FAILED  ${data.name}\n${(error?.cause?.stack ?? error?.stack ?? String(error)).slice(0, 3000)}\n`;
    } else if (type === "test:stderr" || type === "test:stdout") {
      yield data.message;
    }
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
