/** The largest file of a layout, in bytes: some 250 times the largest that is shipped. */
export const largestLayoutFile = 1024 * 1024;

/** The deepest nesting of a template: blocks in blocks, helpers in helpers. The deepest that is shipped has some 6. */
export const deepestTemplate = 100;

/** The most characters and statements that a template and its partials come to when each call is written out. */
export const longestTemplate = 2_000_000;

/** How many faults one layout is told. */
export const mostFaults = 200;

/** The most turns of loops and calls of helpers to fill a layout: some five times what the longest report needs. */
export const mostSteps = 10_000_000;
