import { PrintSheet } from '@/components/ui/print-sheet';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { formatFullDay, todayOn } from '@/lib/dates';
import type { getPublicSheet } from '../queries/desk-draws';
import { numberText } from '../rules/list';
import { outcomeWords } from '../rules/words';

type Sheet = Awaited<ReturnType<typeof getPublicSheet>>;
const cell = 'border border-black px-2 py-1 text-left';

/** 公示 on A4: numbers, and masked names where they may hang, in drawn order, the fingerprint and the number to check it by. */
export function PublicSheet({
  offering,
  sheet,
  url,
}: {
  offering: DeskOffering;
  sheet: Sheet;
  url: string;
}) {
  const { draw, lines } = sheet;
  const session = offering.live.find((s) => s.id === draw.sessionId);
  const named = lines.some((line) => line.masked !== null);
  const on = draw.drawnAt ? formatFullDay(todayOn(draw.drawnAt)) : '';
  return (
    <PrintSheet title={`${offering.title}抽签结果公示`} alone>
      <p>
        {session?.title}，{on}抽签。{draw.entries} 个号报名，录取 {draw.placed} 个。
        {draw.publicUntil && `公示到 ${formatFullDay(draw.publicUntil)}。`}
      </p>
      <p className="my-2 break-all">
        名单校验码 {draw.entriesHash}，号码 {draw.seedLabel}。核对：{url}
      </p>
      <table className="w-full border-collapse text-meta print:text-[10pt]">
        <thead>
          <tr>
            {['名次', '报名号', ...(named ? ['姓名'] : []), '结果'].map((head) => (
              <th key={head} scope="col" className={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.rank}>
              <td className={cell}>{line.rank}</td>
              <td className={cell}>{numberText(line.entryNo)}</td>
              {named && <td className={cell}>{line.masked ?? '—'}</td>}
              <td className={cell}>{outcomeWords(line.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3">
        有疑问请在公示期内提出，联系电话 {offering.contactPhone}。{offering.organiser}
      </p>
    </PrintSheet>
  );
}
