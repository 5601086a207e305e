import fc from 'fast-check';
import * as jsonc from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../src/json/faults.js';
import { Grammar } from '../../src/json/grammar.js';
import { kind, scanError } from '../../src/json/scanner.js';
import { syntaxProblems } from '../../src/json/syntax.js';
import { provesLinear } from '../linear.js';
import { runs } from '../runs.js';

const told = (text: string) =>
  syntaxProblems(text, 'x.json').map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toldByGrammar(text: string): number {
  const faults = new Faults();
  const grammar = new Grammar(text, faults);
  while (grammar.step());
  return faults.list.length;
}

/** JSON text with a few characters changed, put in or taken out. */
const broken = fc
  .record({
    value: fc.jsonValue({ maxDepth: 4 }),
    indent: fc.constantFrom(0, 2),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(2),
        put: fc.constantFrom(
          '',
          '"',
          ',',
          ':',
          '{',
          '}',
          '[',
          ']',
          '，',
          '：',
          '“',
          '”',
          '//',
          '\\',
          '\n',
          '1',
          'x',
          '项',
          "'",
          ';',
          '\t',
          '/*',
        ),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ value, indent, edits }) =>
    edits.reduce(
      (text, { at, cut, put }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + put + text.slice(offset + cut);
      },
      JSON.stringify(value, null, indent),
    ),
  );

describe('syntaxProblems', () => {
  it('tells something if and only if JSON.parse refuses the text', () => {
    fc.assert(
      fc.property(broken, (text) => {
        expect([text, toldByGrammar(text) > 0]).toEqual([text, !isJson(text)]);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('numbers tokens and errors as jsonc-parser does', () => {
    const { SyntaxKind, ScanError } = jsonc as unknown as Record<string, Record<string, number>>;
    expect([kind.openBrace, kind.closeBrace, kind.openBracket, kind.closeBracket, kind.comma, kind.colon]).toEqual(
      ['OpenBraceToken', 'CloseBraceToken', 'OpenBracketToken', 'CloseBracketToken', 'CommaToken', 'ColonToken'].map(
        (name) => SyntaxKind?.[name],
      ),
    );
    expect([kind.null, kind.true, kind.false, kind.string, kind.number, kind.lineComment, kind.blockComment]).toEqual(
      [
        'NullKeyword',
        'TrueKeyword',
        'FalseKeyword',
        'StringLiteral',
        'NumericLiteral',
        'LineCommentTrivia',
        'BlockCommentTrivia',
      ].map((name) => SyntaxKind?.[name]),
    );
    expect([kind.unknown, kind.end]).toEqual([SyntaxKind?.Unknown, SyntaxKind?.EOF]);
    expect([scanError.unclosedComment, scanError.unclosedString, scanError.unfinishedNumber]).toEqual(
      ['UnexpectedEndOfComment', 'UnexpectedEndOfString', 'UnexpectedEndOfNumber'].map((name) => ScanError?.[name]),
    );
  });

  it.each<[string, string[]]>([
    ['{"a": 1，"b": 2}', ['1:8 json-full-width']],
    [
      '{"a"：“甲”，"b"：2}',
      ['1:5 json-full-width', '1:6 json-full-width', '1:9 json-full-width', '1:13 json-full-width'],
    ],
    ['{"a”: "甲"}', ['1:4 json-full-width']],
    ['{"a": "甲”}', ['1:9 json-full-width']],
    ['{"a": "甲”,\n"b": 2}', ['1:9 json-full-width']],
    ['{"a": "开展“科普”活动"}', []],
    ['{"a": "开展“科普”\n}', ['1:7 json-unclosed-string']],
    ['{"a": "开展"科普"活动", "b": 1}', ['1:10 json-inner-quote']],
    ['{"a": "甲\n乙", "b": 1}', ['1:9 json-line-break']],
    ['{"a": "甲,\n"b": 1}', ['1:7 json-unclosed-string']],
    ['{"name: "甲", "b": 1}', ['1:2 json-unclosed-string']],
    ['{"year: 2024,\n"b": 1}', ['1:2 json-unclosed-string']],
    ['{"a": 1 "b": 2}', ['1:8 json-missing-comma']],
    ['{"a": 1\n  "b": 2}', ['1:8 json-missing-comma']],
    ['["甲" "乙"]', ['1:5 json-missing-comma']],
    ['{"a": 1,}', ['1:8 json-trailing-comma']],
    ['{"a": [1, 2,], "b": 1}', ['1:12 json-trailing-comma']],
    ['{"a": 1,, "b": 2}', ['1:9 json-extra-comma']],
    ['{"a": 1, // 注\n "b": 2 /* 注 */}', ['1:10 json-comment', '2:9 json-comment']],
    ['{a: 1}', ['1:2 json-unquoted']],
    ["{'a': '甲'}", ['1:2 json-wrong-quote', '1:7 json-wrong-quote']],
    ['{"a": True}', ['1:7 json-unquoted']],
    ['{"a": 71.78万元}', ['1:7 json-bad-number']],
    ['{"a": 01}', ['1:7 json-bad-number']],
    ['{"a": 1,234.00}', ['1:9 json-key-expected']],
    ['{"a" "甲"}', ['1:5 json-missing-colon']],
    ['{"a" = "甲"}', ['1:6 json-missing-colon']],
    ['{"a"}', ['1:5 json-missing-colon']],
    ['{"a":, "b": 1}', ['1:6 json-missing-value']],
    ['{"a": }', ['1:6 json-missing-value']],
    ['{"a": "甲"万元, "b": 1}', ['1:10 json-unexpected']],
    ['{"a": [{"b": 1, {"b": 2}]}', ['1:17 json-not-closed']],
    ['{"a": [{"b": 1], "c": 2}', ['1:15 json-not-closed']],
    ['{"a": [{"b": 1}, "c": 2}', ['1:18 json-not-closed']],
    ['{"a": 1]}', ['1:8 json-extra-close']],
    ['{"a": 1}}', ['1:9 json-text-after-end']],
    ['{"a": "甲', ['1:9 json-cut-off']],
    ['{"a": {"b": [1,', ['1:16 json-cut-off']],
    ['', ['1:1 json-cut-off']],
    ['"甲', ['1:3 json-cut-off']],
    ['{"a": "\\x"}', ['1:8 json-bad-escape']],
    ['{"a": "\u0001"}', ['1:8 control-character']],
    ['{\u3000"a": 1}', ['1:2 json-wrong-space']],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('reads 100,000 open brackets without a stack', () => {
    expect(told('['.repeat(100_000))).toEqual(['1:100001 json-cut-off']);
  });

  it('stays linear on one long broken line', () =>
    provesLinear(20_000, (count) => {
      expect(told(`{"a": [${'{"b": "甲", "c": "乙"}，'.repeat(count)}`)).toHaveLength(1000);
    }));
});
