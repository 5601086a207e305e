/**
 * Stands in the bundle for Handlebars' parser, whose tables take longer to make than a small table to set: shipped layouts are
 * compiled by the build (layouts.ts) and need none.
 */
interface Parser {
  yy: unknown;
  parse(text: string): unknown;
}

let made: Parser | undefined;

function parser(): Parser {
  made ??= require('handlebars/dist/cjs/handlebars/compiler/parser') as Parser;
  return made;
}

const late: Parser = {
  get yy() {
    return parser().yy;
  },
  set yy(yy) {
    parser().yy = yy;
  },
  parse: (text) => parser().parse(text),
};

export = { __esModule: true, default: late };
