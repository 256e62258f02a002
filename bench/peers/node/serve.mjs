// SPDX-License-Identifier: Apache-2.0
// One engine of node in a process of its own, asked in JSON lines: serve.h in the folder above says which.
//
// Times are of process.cpuUsage: CPU microseconds of this process, whose garbage is collected in the same thread.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { engines } from "./engines.mjs";

const [name, passages] = process.argv.slice(2);

function cpuMicros() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function resident() {
  globalThis.gc();
  return process.memoryUsage().rss;
}

function version(packageName) {
  const path = new URL(`node_modules/${packageName}/package.json`, import.meta.url);
  return `${JSON.parse(readFileSync(path, "utf8")).version}, node ${process.version}`;
}

async function* readLines(input) {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line !== "") yield JSON.parse(line);
  }
}

function print(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const engine = await engines[name]();
const residentBefore = resident();
const buildStart = cpuMicros();
for await (const { objectID, title, body } of readLines(createReadStream(passages))) {
  await engine.add({ id: objectID, title, body });
}
print({
  version: version(engine.packageName),
  settings: engine.settings,
  marks: "none",
  build_seconds: (cpuMicros() - buildStart) * 1e-6,
  open_seconds: 0,
  file_bytes: 0,
});

for await (const request of readLines(process.stdin)) {
  if (!request.queries) {
    print({ resident_bytes: resident() - residentBefore });
    continue;
  }
  const answers = [];
  for (const text of request.queries) {
    const start = cpuMicros();
    const ids = await engine.search(text, request);
    answers.push({ ns: (cpuMicros() - start) * 1000, ids });
  }
  print({ answers });
}
