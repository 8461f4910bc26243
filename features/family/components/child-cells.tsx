import { Cell, CellList } from '@/components/ui/cell-list';
import { Tag } from '@/components/ui/tag';
import type { FamilyChild } from '../queries/children';
import type { Invitation } from '../queries/invitations';
import { gradeLabel, gradeOn } from '../rules/grade';

/** The children of the family, each with age, grade and how many guardians. */
export function ChildCells({ items, today }: { items: readonly FamilyChild[]; today: string }) {
  return (
    <CellList>
      {items.map((child) => {
        const waiting = child.others.some((other) => other.status === 'invited');
        return (
          <Cell
            key={child.id}
            href={`/me/family/${child.id}`}
            icon="backpack"
            title={child.name}
            sub={`${child.age} 岁 · ${gradeLabel(gradeOn(child.schoolEntryYear, today))}`}
            value={waiting ? <Tag tone="info">等对方确认</Tag> : undefined}
          />
        );
      })}
    </CellList>
  );
}

/** Invitations to this phone; names are masked until they are confirmed. */
export function InvitationCells({ items }: { items: readonly Invitation[] }) {
  return (
    <CellList>
      {items.map((one) => (
        <Cell
          key={one.id}
          href={`/me/family/invitations/${one.id}`}
          icon="users"
          title={`${one.inviterMasked}请您做 ${one.childMasked} 的监护人`}
          sub="去确认"
        />
      ))}
    </CellList>
  );
}
