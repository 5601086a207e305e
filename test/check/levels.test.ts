import { expect, it } from 'vitest';
import { levelMeant } from '../../src/check/indicators/levels.js';

it('knows no level in the names that every object has', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'valueOf']) {
    expect(levelMeant(name, 1)).toBeUndefined();
    expect(levelMeant(name, 2)).toBeUndefined();
  }
  expect(levelMeant('数量目标', 2)?.name).toBe('数量指标');
});
