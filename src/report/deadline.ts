/** Days after approval within which departments publish: 《中华人民共和国预算法》（2018 年修正）第十四条. */
const daysToPublish = 20;

/** The last day to publish what was approved on this day, both as YYYY-MM-DD. */
export function lastDayToPublish(approved: string): string {
  const day = new Date(`${approved}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysToPublish);
  return day.toISOString().slice(0, 10);
}
