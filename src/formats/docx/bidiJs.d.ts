/** What is used of bidi-js 1.1.0, which has no types of its own. */
declare module 'bidi-js' {
  interface Bidi {
    /** `levels`: one for each UTF-16 unit of the text (UAX #9, resolved). */
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl' | 'auto'): { readonly levels: Uint8Array };
    /** The Bidi_Class of a character: L, R, AL, EN, AN … */
    getBidiCharTypeName(character: string): string;
  }
  export default function bidiFactory(): Bidi;
}
