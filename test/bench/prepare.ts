import { type InputWish, writeInputs } from './inputs.js';

/** `node prepare.js WISH`: writes inputs in a process of its own, so that the measuring process stays small. */
writeInputs(JSON.parse(process.argv[2] as string) as InputWish);
