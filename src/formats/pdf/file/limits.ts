/** Bytes that a stream unpacks to at most; one that gives more was made to fill the memory. */
export const mostUnpacked = 256 * 1024 * 1024;

/** Cross-reference tables: each time a PDF is saved adds one. Ours have one. */
export const mostTables = 100;

/** A PDF beyond one of these limits: do not give it to another reader either. */
export class TooMuch extends Error {}

/** What this reader does not know (encryption, other filters) but pdf.js may. */
export class NotKnown extends Error {}
