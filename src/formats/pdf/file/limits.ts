/** No stream of a table unpacks to more: a file that does is made to fill the memory. Its report may have so much at most. */
export const mostUnpacked = 256 * 1024 * 1024;

/** Each saving adds a cross-reference table; ours have one. */
export const mostTables = 100;

/** A PDF that goes beyond one of these: no other reader should try it either. */
export class TooMuch extends Error {}

/** What this reader does not know (encryption, other filters): another one may. */
export class NotKnown extends Error {}
