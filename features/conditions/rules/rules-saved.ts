type Search = Readonly<Record<string, string | string[] | undefined>>;

const count = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 0;

/** What the officer reads after saving; null when nothing was just done. */
export function savedWords({ saved, held, waiting, kept }: Search): string | null {
  if (kept === 'yes') return '已存为常用条件';
  if (kept === 'no') return '已从常用条件里删除';
  const version = count(saved);
  if (version === 0) return null;
  const reach = [
    count(held) > 0 && `${count(held)} 个已有名额的人不再符合，名额保留`,
    count(waiting) > 0 && `${count(waiting)} 个候补的人不再符合，轮到时按新条件判断`,
  ].filter(Boolean);
  return [`条件已存为第 ${version} 版`, ...reach].join('；');
}
