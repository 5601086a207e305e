/** The largest file of a layout, in bytes: some 250 times the largest that we ship. */
export const largestLayoutFile = 1024 * 1024;

/** How deep a template may nest blocks in blocks or helpers in helpers. Ours go down to some 6. */
export const deepestTemplate = 100;

/** The most characters and statements of a template with its partials, counted at each call. */
export const longestTemplate = 2_000_000;

/** How many faults of one layout are reported. */
export const mostFaults = 200;

/** The most steps (loop items, helper calls) to fill a layout: some five times what the longest report needs. */
export const mostSteps = 10_000_000;
