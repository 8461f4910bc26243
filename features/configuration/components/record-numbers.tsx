import { AppLink } from '@/components/ui/app-link';
import { readPortal } from '@/lib/portal/portal';

const reach = 'inline-flex min-h-target items-center';

/** The numbers under which the site is on record, at the foot of the first page; nothing while there are none. */
export async function RecordNumbers() {
  const { icp, policeRecord } = await readPortal();
  const police = `https://beian.mps.gov.cn/#/query/webSearch?code=${policeRecord.replace(/\D/g, '')}`;
  return (
    (icp || policeRecord) && (
      <footer className="no-print mt-8 flex flex-wrap justify-center gap-x-4 text-meta text-ink-3">
        {icp && (
          <AppLink href="https://beian.miit.gov.cn/" className={reach}>
            {icp}
          </AppLink>
        )}
        {policeRecord && (
          <AppLink href={police} className={reach}>
            {policeRecord}
          </AppLink>
        )}
      </footer>
    )
  );
}
