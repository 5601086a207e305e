import { writeFileSync } from 'node:fs';
import { validatorSource } from './validator.js';

// Run by `npm run build`: the validator of layout manifests as a module of its own, so that no run has to compile it.
writeFileSync(new URL('./manifestValidator.cjs', import.meta.url), validatorSource());
