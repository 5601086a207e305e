/* Stands for the processes of a worker: each task says what happens to the process. */
const kept = [];
process.on('disconnect', () => process.exit());
process.on('message', ({ does, value }) => {
  if (does === 'answer') setTimeout(() => process.send({ value, pid: process.pid }), 30);
  if (does === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (does === 'exit') process.exit(3);
  if (does === 'block') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  // Neither limit of V8 nor of the machine is known to it.
  if (does === 'eat') setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 5);
  if (does === 'hoard') for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index, kept })));
});
