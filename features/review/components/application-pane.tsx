import { CasePane } from '@/components/ui/case-pane';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { revealApplicationFieldAction } from '../actions';
import { getDeskApplication } from '../queries/desk-application';
import { undoSeconds } from '../settings';
import { DeskApplicationDetail } from './desk-application';
import { DeskDecide } from './desk-decide';
import { FirstLook } from './first-look';

interface ApplicationPaneProps {
  ctx: Ctx;
  id: string;
  listHref: string;
  back: string;
  next?: string;
}

/** The right side of the inbox with an application open. */
export async function ApplicationPane({ ctx, id, listHref, ...decide }: ApplicationPaneProps) {
  const [application, rules] = await Promise.all([
    getDeskApplication(ctx, id),
    readSettings(ctx, { undoSeconds }),
  ]);
  return (
    <CasePane
      backHref={listHref}
      backLabel="返回列表"
      bar={
        application.barred === null && (
          <DeskDecide key={id} application={application} {...decide} {...rules} />
        )
      }
    >
      {application.unread && application.barred === null && <FirstLook applicationId={id} />}
      <DeskApplicationDetail application={application} reveal={revealApplicationFieldAction} />
    </CasePane>
  );
}
