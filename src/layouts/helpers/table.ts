import { columnHelpers } from './columns.js';
import { fundHelpers } from './funds.js';
import { indicatorHelpers } from './indicators.js';
import { listHelpers } from './lists.js';
import { logicHelpers } from './logic.js';
import { moneyHelpers } from './money.js';
import { periodHelpers } from './periods.js';
import type { Helper } from './signature.js';
import { textHelpers } from './text.js';

/** All helpers that templates may call; there are no others. */
export const helpers: ReadonlyMap<string, Helper> = new Map<string, Helper>(
  Object.entries({
    ...moneyHelpers,
    ...fundHelpers,
    ...indicatorHelpers,
    ...columnHelpers,
    ...periodHelpers,
    ...listHelpers,
    ...textHelpers,
    ...logicHelpers,
  }),
);
