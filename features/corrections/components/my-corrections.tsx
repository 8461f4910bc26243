import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Tag, type Tone } from '@/components/ui/tag';
import type { MyCorrections } from '../queries/my-corrections';
import { fieldWords } from '../rules/identity';
import { type CorrectionStatus, correctionLabels } from '../rules/status';

const tones: Record<CorrectionStatus, Tone> = {
  draft: 'warning',
  waiting: 'info',
  corrected: 'success',
  refused: 'neutral',
  withdrawn: 'neutral',
};

const subOf = (status: CorrectionStatus | undefined) =>
  status === 'draft'
    ? '还差证件照片，点开接着办'
    : status === 'waiting'
      ? '已提交，等工会核对'
      : '姓名、证件号码、出生日期';

/** Whom one may ask for: oneself and one's children, each with the request that is open. */
export function SubjectCells({ subjects }: Pick<MyCorrections, 'subjects'>) {
  return (
    <Section title="更正谁的">
      <CellList>
        {subjects.map(({ who, name, open }) => (
          <Cell
            key={who}
            icon={who === 'self' ? 'user' : 'backpack'}
            title={who === 'self' ? `${name}（本人）` : name}
            sub={subOf(open?.status)}
            value={open && <Tag tone={tones[open.status]}>{correctionLabels[open.status]}</Tag>}
            href={open ? `/me/corrections/${open.id}` : `/me/corrections/new?who=${who}`}
          />
        ))}
      </CellList>
    </Section>
  );
}

/** What was asked before, with how it came out. */
export function PastCorrections({ past }: Pick<MyCorrections, 'past'>) {
  if (past.length === 0) return null;
  return (
    <Section title="以前的申请">
      <CellList>
        {past.map((row) => (
          <Cell
            key={row.id}
            title={`${row.name ?? '孩子'}：${fieldWords(row.fields)}`}
            sub={row.number}
            value={<Tag tone={tones[row.status]}>{correctionLabels[row.status]}</Tag>}
            href={`/me/corrections/${row.id}`}
          />
        ))}
      </CellList>
    </Section>
  );
}
