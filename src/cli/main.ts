import './here.js';
import { mindOutput } from './output.js';
import { run } from './run.js';
import { languageOf } from './words.js';

export { run };

/** Runs the command line and sets the exit code of the process. */
export async function main(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  mindOutput(languageOf(args));
  process.exitCode = await run(args);
}
