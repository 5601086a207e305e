/** The largest file that is read, in bytes: a larger one would not fit the memory of a usual machine. */
export const largestFile = 256 * 1024 * 1024;

/** The deepest nesting of { and [ that is read. The schema itself needs 9. */
export const deepestNesting = 64;

/** The longest string, in UTF-16 units: some 600 pages of text. Regular expressions overflow on much longer ones. */
export const longestText = 1_000_000;

/** The most fields of one object. The schema's largest has 26; this keeps a list of unknown ones from filling memory. */
export const mostFields = 1000;

/** How many problems of one file are reported. */
export const mostProblems = 1000;
