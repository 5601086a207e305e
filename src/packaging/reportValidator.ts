import { writeFileSync } from 'node:fs';
import { soundSource, validatorSource } from '../report/compile.js';

// Run by `npm run build`: the validators of the schema as modules of their own, so that no run has to compile them.
writeFileSync(new URL('../report/reportValidator.cjs', import.meta.url), validatorSource());
writeFileSync(new URL('../report/reportSound.cjs', import.meta.url), soundSource());
