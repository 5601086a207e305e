import { rosters } from './rosters.js';
import { setouts } from './setouts.js';
import { wholes } from './wholes.js';

export const further = [...setouts, ...rosters, ...wholes];
