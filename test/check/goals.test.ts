import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pairWeights } from '../../src/check/lexicon/pairWeights.js';
import { examplesOf, judgedGoals } from './goals/examples.js';
import { learned } from './goals/learn.js';
import { scoreOf, toldOf } from './goals/score.js';

const module = 'src/check/lexicon/pairWeights.ts';
const goals = judgedGoals();
const [even, odd] = [0, 1].map((half) => goals.filter((_, nth) => nth % 2 === half)) as [typeof goals, typeof goals];

describe('numbers of goals and rows', () => {
  it('are paired by what was learned from the even half of the judged goals and from published tables', () => {
    const packed = learned(examplesOf(even));
    if (process.env.GOLDEN === '1') writeFileSync(module, moduleOf(packed));
    else expect(pairWeights).toBe(packed);
  }, 120_000);

  it('that contradict are told in the half that nobody has looked at', () => {
    const { wrong, found, warnings, rightWarnings } = scoreOf(toldOf(odd));
    expect(found / wrong).toBeGreaterThan(0.6);
    expect(rightWarnings / warnings).toBeGreaterThan(0.93);
  }, 120_000);

  it('are judged of rows that are there', () => {
    for (const { goal, indicators, wrong, doubtful } of goals)
      for (const { row } of [...wrong, ...doubtful]) if (row !== null) expect(indicators[row], goal).toBeDefined();
  });
});

function moduleOf(packed: string): string {
  return `/**
 * What parts of a pair, a number of a goal and a value of a row, tell of whether both are of one thing (\`test/check/goals\`): after each part
 * a character. Written by \`npm run golden\`.
 */
export const pairWeights = \`${packed}\`;
`;
}
