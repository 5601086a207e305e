/*
 * The thread of command.ts: loads the built program once and runs one command line after another, with what each of them prints
 * kept apart. Plain JavaScript, since a thread is started by Node alone.
 */
const { join } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const { load } = require(join(workerData.app, 'load.js'));

const printed = { stdout: [], stderr: [] };
for (const [name, chunks] of Object.entries(printed)) {
  process[name].write = (chunk, encoding, done) => {
    chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined));
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
}

function taken(chunks) {
  return Buffer.concat(chunks.splice(0));
}

parentPort.on('message', async ({ args, signal, port }) => {
  let status;
  try {
    status = await load('main.js').run(args);
  } catch (cause) {
    status = 2;
    process.stderr.write(String(cause?.stack ?? cause));
  }
  port.postMessage({ status, stdout: taken(printed.stdout), stderr: taken(printed.stderr) });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
