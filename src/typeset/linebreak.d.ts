declare module 'linebreak' {
  /** UAX #14 over UTF-16 text; `nextBreak` gives the positions after which a line may (or must) end. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
