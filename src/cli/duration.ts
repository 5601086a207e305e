/** `1 小时 5 分`, `3 分 20 秒`, `20 秒`: the two largest units, from whole seconds. */
export function duration(seconds: number, [hour, minute, second]: readonly [string, string, string]): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} ${hour} ${minutes % 60} ${minute}`;
  return minutes > 0 ? `${minutes} ${minute} ${seconds % 60} ${second}` : `${seconds} ${second}`;
}
