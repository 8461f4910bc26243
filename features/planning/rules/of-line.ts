/** What is wrong in a line of the table, as the list above the form says it too: the first is not numbered. */
export const ofLine = (n: number, words: string): string =>
  n === 1 ? words : `第 ${n} 场：${words}`;
