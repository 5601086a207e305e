import { judgedGoals } from './examples.js';
import { scoreOf, toldOf } from './score.js';

/**
 * `npm run goals [-- odd]`: what the rules of numbers say of the judged goals, of which the even half is learned from and read by whoever
 * writes rules. Of the odd half only the figures are printed, so that it stays unseen.
 */
const [half = 'even'] = process.argv.slice(2);
const goals = judgedGoals().filter((_, nth) => nth % 2 === (half === 'odd' ? 1 : 0));
const { missed, falseOnes, ...counts } = scoreOf(toldOf(goals));
console.log(goals.length, JSON.stringify(counts));
if (half !== 'odd') console.log([...missed.map((each) => `missed ${each}`), ...falseOnes].join('\n'));
