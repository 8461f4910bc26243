import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';

/** Reads `--name value` options; what is missing is asked for at a terminal, and an error elsewhere. */
export async function readOptions<K extends string>(
  args: string[],
  wanted: Record<K, { question: string; fallback?: string; isOptional?: true }>,
): Promise<Record<K, string>> {
  const names = Object.keys(wanted) as K[];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args, options });
  const result = {} as Record<K, string>;
  for (const name of names) {
    const { question, fallback, isOptional } = wanted[name];
    if (isOptional && values[name] === undefined) {
      result[name] = '';
      continue;
    }
    const given = values[name] ?? fallback ?? (await ask(name, question));
    if (typeof given !== 'string' || given.trim() === '')
      throw new Error(`缺少 --${name}（${question}）`);
    result[name] = given.trim();
  }
  return result;
}

async function ask(name: string, question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`缺少 --${name}（${question}）`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}：`);
  terminal.close();
  return answer;
}
