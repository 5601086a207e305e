import { writeFileSync } from 'node:fs';
import { openEngine } from './engines/engine.js';

/** `node once.js VARIANT INPUT OUTPUT`: a whole process that does one build and writes its PDF. */
const [variant, input, output] = process.argv.slice(2) as [string, string, string];
const build = await (await openEngine(variant)).load(input);
writeFileSync(output, await build());
