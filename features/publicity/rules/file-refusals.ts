/** Said beside the field of a picture that cannot be read. */
export const unreadablePicture = '这张图打不开。只收 JPG、PNG、WebP 图片，请换一张';
export const unreadableAttachment = '只收 JPG、PNG、WebP 图片或 PDF，请换一个文件';
export const activePdf = '这个 PDF 里有脚本或附带文件，不能公开。请另存成普通 PDF 再传';

/**
 * Why so many files more are too many, in words for the field, or null. None is stored then, and what is
 * there already stays. Source: the settings of 宣传.
 * @param have how many there are
 * @param sent how many are to be added
 * @param most how many there may be
 * @param unit 张照片, 个附件
 */
export function tooManyFiles(
  { have, sent, most }: { have: number; sent: number; most: number },
  unit: string,
): string | null {
  const left = Math.max(0, most - have);
  if (sent <= left) return null;
  const there = have > 0 ? `，已有 ${have} ${unit.slice(0, 1)}` : '';
  const advice = left > 0 ? `请只选 ${left} ${unit.slice(0, 1)}` : '请先删掉几个';
  return `最多 ${most} ${unit}${there}，这次选了 ${sent} ${unit.slice(0, 1)}，都没有存。${advice}`;
}
