import type { ReactNode } from 'react';
import { CasePane } from '@/components/ui/case-pane';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { undoNote } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';
import { revealApplicationFieldAction } from '../actions';
import { getDeskApplication } from '../queries/desk-application';
import type { Sentences } from '../rules/desk';
import { DeskApplicationDetail } from './desk-application';
import { DeskDecide } from './desk-decide';
import { FirstLook } from './first-look';

interface ApplicationPaneProps {
  /** What officers have among themselves about it: over the facts, and below them. */
  above?: ReactNode;
  below?: ReactNode;
  ctx: Ctx;
  id: string;
  listHref: string;
  back: string;
  next?: string;
  sentences: Sentences;
}

/** The right side of the inbox with an application open. */
export async function ApplicationPane({
  ctx,
  id,
  listHref,
  above,
  below,
  ...decide
}: ApplicationPaneProps) {
  const [application, rules] = await Promise.all([
    getDeskApplication(ctx, id),
    readSettings(ctx, { undoSeconds }),
  ]);
  return (
    <CasePane
      backHref={listHref}
      backLabel="返回列表"
      bar={
        application.blockedReason === null && (
          <DeskDecide
            key={id}
            application={application}
            note={undoNote(rules.undoSeconds)}
            {...decide}
          />
        )
      }
    >
      {application.unread && application.blockedReason === null && <FirstLook applicationId={id} />}
      {above}
      <DeskApplicationDetail application={application} reveal={revealApplicationFieldAction} />
      {below}
    </CasePane>
  );
}
