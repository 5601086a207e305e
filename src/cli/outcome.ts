/** Exit codes: done; the input is at fault; the program is at fault. */
export const exit = { done: 0, input: 1, ours: 2 } as const;

/** Commands set the exit code here, because handlers of yargs cannot return one. */
export interface Outcome {
  code: number;
}
