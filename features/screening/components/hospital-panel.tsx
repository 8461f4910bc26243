import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { setHospitalAction } from '../actions';
import type { HospitalPlace } from '../queries/hospitals';

interface HospitalPanelProps {
  offeringId: string;
  places: readonly HospitalPlace[];
  hospitals: readonly { id: string; name: string }[];
}

/** 医院窗口: who receives at each place of a screening. One small form a place; works without script. */
export function HospitalPanel({ offeringId, places, hospitals }: HospitalPanelProps) {
  if (places.length === 0) return null;
  return (
    <Panel title="医院窗口" note="窗口只看当天本院名单">
      {hospitals.length === 0 && (
        <p className="mb-2 text-ink-2">还没有合作单位。请在“组织”里新建，再授予“医院窗口”角色。</p>
      )}
      <ul className="lines">
        {places.map(({ place, hospitalId }, at) => (
          <li key={place} className="py-2">
            <InlineForm action={setHospitalAction} fields={{ offeringId, place }}>
              <label htmlFor={`hospital-${at}`} className="mb-1 block font-semibold">
                {place}
              </label>
              <div className="flex flex-wrap items-center gap-2">
                <select
                  id={`hospital-${at}`}
                  name="hospitalId"
                  defaultValue={hospitalId ?? ''}
                  className="input w-auto min-w-0 flex-[1_1_10em]"
                >
                  <option value="">没有窗口，由工会签到</option>
                  {hospitals.map((h) => (
                    <option key={h.id} value={h.id}>
                      {h.name}
                    </option>
                  ))}
                </select>
                <SubmitButton small block={false} variant="secondary">
                  保存
                </SubmitButton>
              </div>
            </InlineForm>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
