import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Tag, type Tone } from '@/components/ui/tag';
import { formatCount } from '@/lib/format';
import type { ClosingScreen } from '../queries/closing-screen';
import { type ClosingFate, closingFates } from '../rules/closing-table';

const tones: Record<ClosingFate, Tone> = {
  moves: 'success',
  stays: 'neutral',
  ends: 'warning',
  blocks: 'error',
};

/** What is there, how many, and what becomes of each; those that must be done first stand first. */
export function ClosingList({ lines }: Pick<ClosingScreen, 'lines'>) {
  const first = lines.toSorted((a, b) => Number(b.fate === 'blocks') - Number(a.fate === 'blocks'));
  return (
    <Section title="现有什么，撤并后怎么办">
      {lines.length === 0 ? (
        <p>没有会员、申请、下级组织、服务和角色。</p>
      ) : (
        <CellList>
          {first.map(({ key, title, note, fate, count, href }) => (
            <Cell
              key={key}
              title={`${title} ${formatCount(count)}`}
              sub={note}
              value={<Tag tone={tones[fate]}>{closingFates[fate]}</Tag>}
              href={href}
            />
          ))}
        </CellList>
      )}
    </Section>
  );
}
