import type { ReactNode } from 'react';
import { DeskMain } from '@/components/layout/desk-shell';
import { ButtonRow } from '@/components/ui/button-row';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { CallButton } from '@/features/organisations/components/call';
import { requestId } from '@/lib/request-id';

/** What the desk says where there is nothing for this officer; the menu around it stays. */
export async function OutsidePage({ title, children }: { title: string; children: ReactNode }) {
  const number = await requestId();
  return (
    <DeskMain>
      <ResultPage
        tone="neutral"
        title={title}
        actions={
          <div className="mx-auto max-w-form">
            <ButtonRow>
              <LinkButton href="/desk/account" variant="secondary">
                我的账号
              </LinkButton>
              <CallButton variant="secondary" />
            </ButtonRow>
          </div>
        }
      >
        {children} 编号 {number}。
      </ResultPage>
    </DeskMain>
  );
}
