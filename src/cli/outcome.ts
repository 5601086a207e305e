/** What the process answers: done; the input is at fault; we are. */
export const exit = { done: 0, input: 1, ours: 2 } as const;

/** A command sets the answer here; yargs gives its handlers no other way to return one. */
export interface Outcome {
  code: number;
}
