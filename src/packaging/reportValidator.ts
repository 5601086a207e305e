import { writeFileSync } from 'node:fs';
import { validatorSource } from '../report/compile.js';

// Run by `npm run build`: the validator of the schema as a module of its own, so that no run has to compile it.
writeFileSync(new URL('../report/reportValidator.cjs', import.meta.url), validatorSource());
