import type { Metadata } from 'next';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { PlanCheckPanel } from '@/features/planning/components/plan-check-panel';
import { readPlanCheck } from '@/features/planning/queries/plan-check';
import {
  closeOfferingAction,
  copyOfferingAction,
  finishOfferingAction,
  openOfferingAction,
  publishOfferingAction,
} from '@/features/scheduling/actions';
import { DoneNotice } from '@/features/scheduling/components/desk-done';
import { LifePanel, PublishPanel } from '@/features/scheduling/components/desk-life';
import { FactsPanel, SessionsPanel } from '@/features/scheduling/components/desk-settings';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { readyToPublish } from '@/features/scheduling/queries/ready-to-publish';
import { HospitalPanel } from '@/features/screening/components/hospital-panel';
import { listHospitalPlaces, listHospitals } from '@/features/screening/queries/hospitals';

export const metadata: Metadata = { title: '设置' };

const life = {
  open: openOfferingAction,
  close: closeOfferingAction,
  finish: finishOfferingAction,
  copy: copyOfferingAction,
};

export default offeringTab('settings', async ({ ctx, id, offering, search }) => {
  const isDraft = offering.status === 'draft';
  const [choices, ready, check] = await Promise.all([
    listConditionChoices(ctx),
    isDraft ? readyToPublish(ctx, offering) : null,
    isDraft ? readPlanCheck(ctx, offering) : null,
  ]);
  const hospitals = offering.kind === 'screening' && {
    places: await listHospitalPlaces(ctx, id),
    hospitals: await listHospitals(ctx),
  };
  return (
    <>
      <DoneNotice search={search} offering={offering} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <div className="min-w-0 flex flex-col gap-4">
          <SessionsPanel offering={offering} />
          <FactsPanel offering={offering} choices={choices} />
          {check && <PlanCheckPanel offeringId={id} check={check} />}
          {hospitals && <HospitalPanel offeringId={id} {...hospitals} />}
        </div>
        <div className="flex flex-col gap-4 max-xl:contents">
          {ready && (
            <div className="max-xl:order-first">
              <PublishPanel offering={offering} ready={ready} publish={publishOfferingAction} />
            </div>
          )}
          <LifePanel offering={offering} actions={life} />
        </div>
      </div>
    </>
  );
});
