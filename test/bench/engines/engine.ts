/** One build, ready to be timed: gives the bytes of the PDF. */
export type Build = () => Promise<Uint8Array>;

/** An engine, loaded and warm. `load` reads an input file and gives its build; nothing of `load` is timed in-process. */
export interface Engine {
  load(file: string): Promise<Build>;
}

/** Opens the engine of a variant. Only that engine's modules are loaded: a fresh process must not pay for others. */
export async function openEngine(variant: string): Promise<Engine> {
  switch (variant) {
    case 'jibiao report':
      return (await import('./jibiao.js')).fromReport({ verify: false });
    case 'jibiao full':
      return (await import('./jibiao.js')).fromReport({ verify: true });
    case 'jibiao markup':
      return (await import('./jibiao.js')).fromMarkup();
    case 'typst untagged':
      return (await import('./typst.js')).openTypst({ tagged: false });
    case 'typst tagged':
      return (await import('./typst.js')).openTypst({ tagged: true });
    case 'pdfmake':
      return (await import('./pdfmake.js')).openPdfmake();
    default:
      throw new Error(`${variant} has no engine inside a process`);
  }
}
