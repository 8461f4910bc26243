import { TextField } from '@/components/forms/text-field';

/** As notices say it; the officer may write something else. */
const usual = ['免学费、教材费、证书费', '午餐自理', '含午餐和点心', '餐费现场交，每天 15 元'];

/** What it costs: a sum, and the words beside it. Nothing is 免费. */
export function FeeFields() {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <TextField
        name="fee"
        label="费用（元）"
        optional
        inputMode="decimal"
        maxLength={8}
        hint="不填就是免费"
      />
      <TextField
        name="feeNote"
        label="费用说明"
        optional
        maxLength={60}
        list="fee-words"
        hint="如：午餐自理。写在金额后面"
      />
      <datalist id="fee-words">
        {usual.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </div>
  );
}
