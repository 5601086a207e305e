import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Engine } from './engine.js';

/** Typst with our faces and no memory: its global cache is emptied and a fresh compiler is made before each build. */
export function openTypst({ tagged }: { readonly tagged: boolean }): Engine {
  return {
    async load(file) {
      const mainFileContent = readFileSync(file, 'utf8');
      const compiler = newCompiler();
      compiler.evictCache(0);
      return async () => {
        const compiled = compiler.compile({ mainFileContent });
        if (compiled.hasError() || !compiled.result) {
          compiled.printDiagnostics();
          throw new Error(`Typst refuses ${file}`);
        }
        return compiler.pdf(compiled.result, tagged ? {} : { pdfTags: false });
      };
    },
  };
}

function newCompiler(): NodeCompiler {
  return NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['fonts'] }] });
}

/** The version of Typst inside the package, such as `0.14.2`. */
export function typstVersion(): string {
  const source = { mainFileContent: '#metadata(str(sys.version)) <version>' };
  const [found] = newCompiler().query(source, { selector: '<version>' }) as { value: string }[];
  return found?.value ?? 'unknown';
}
