import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { OfficesScreen } from '../queries/offices';
import { bodyLabels, type OfficeBody } from '../rules/labels';
import { ExtensionPanel } from './extension-panel';
import { HoldersTable } from './holders-table';
import { OfficeForms } from './office-forms';
import { CertificatePanel, TermPanel } from './term-panel';

const bodies = Object.entries(bodyLabels) as [OfficeBody, string][];

/** 任期和任职 of a union: its term and certificate, the three bodies, who held office before. */
export function OfficesView(props: {
  screen: OfficesScreen;
  mayOpen: boolean;
  /** The one-time keys of the forms of 延期换届. */
  stamps: { ask: string; answer: string };
  /** What else is begun from here. */
  children?: ReactNode;
}) {
  const { screen, mayOpen, stamps, children } = props;
  const now = screen.holders.filter(({ endedOn }) => endedOn === null);
  const before = screen.holders.filter(({ endedOn }) => endedOn !== null);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24em]">
      <div className="flex min-w-0 flex-col gap-4">
        <TermPanel screen={screen} />
        <CertificatePanel screen={screen} />
        {now.length === 0 && (
          <Panel title="现任">
            <EmptyState icon="users" title="还没有登记任职的人" />
          </Panel>
        )}
        {bodies.map(([body, label]) => {
          const holders = now.filter((one) => one.body === body);
          if (holders.length === 0) return null;
          return (
            <Panel key={body} title={label} note={`${holders.length} 人`}>
              <HoldersTable caption={label} holders={holders} mayOpen={mayOpen} />
            </Panel>
          );
        })}
        {before.length > 0 && (
          <Panel title="历任">
            <HoldersTable caption="历任" holders={before} mayOpen={mayOpen} />
          </Panel>
        )}
      </div>
      <div className="flex flex-col gap-4">
        {children}
        <ExtensionPanel screen={screen} stamps={stamps} />
        {screen.mayKeep && <OfficeForms screen={screen} />}
      </div>
    </div>
  );
}
