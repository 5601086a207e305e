/** A thread's work for the tests of the pool: does what the task says. */
export default async function work(task) {
  if (task === 'exit') process.exit(3);
  if (task === 'throw') throw new Error('thrown');
  if (task === 'crash') {
    setTimeout(() => {
      throw new Error('crashed');
    });
    return new Promise(() => {});
  }
  if (task === 'memory') {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  }
  return `done ${task}`;
}
