import { Chips } from '@/components/ui/chips';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { sheetsFor } from '../rules/sheets';
import type { RollSheetKind } from '../schema/roll';
import { SessionChips } from './desk-roll-tools';

interface Props {
  offering: DeskOffering;
  chosen: string;
  kind: RollSheetKind;
  parts: readonly { no: number; words: string }[];
  part: number | undefined;
  across: number;
}

const widths = [4, 5, 6, 7, 8] as const;

/** Above the paper: which sheet, of which session, which days, how wide the room is. Links; each is an address. */
export function PrintChoices({ offering, chosen, kind, parts, part, across }: Props) {
  const base = `/desk/offerings/${offering.id}/roll/print?session=${chosen}`;
  const here = `${base}&sheet=${kind}`;
  const sheets = sheetsFor(offering.kind);
  return (
    <>
      {sheets.length > 1 && (
        <Chips
          label="打印什么"
          wrap
          chips={[
            ...sheets.map((one) => ({
              label: one.label,
              href: `${base}&sheet=${one.kind}`,
              current: one.kind === kind,
            })),
            ...(offering.kind === 'childcare'
              ? [{ label: '接送表', href: `/class/${chosen}/pick-up` }]
              : []),
          ]}
        />
      )}
      <SessionChips
        offering={offering}
        chosen={chosen}
        keep={kind === 'sign' ? {} : { sheet: kind }}
      />
      {kind === 'sign' && parts.length > 1 && (
        <Chips
          label="哪些天"
          wrap
          chips={parts.map(({ no, words }) => ({
            label: words,
            href: `${here}&part=${no}`,
            current: no === part,
          }))}
        />
      )}
      {kind === 'seats' && (
        <Chips
          label="一排几座"
          wrap
          chips={[...new Set([...widths, across])].map((n) => ({
            label: `一排 ${n} 座`,
            href: `${here}&across=${n}`,
            current: n === across,
          }))}
        />
      )}
    </>
  );
}
