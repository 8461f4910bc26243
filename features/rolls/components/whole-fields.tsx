interface WholeFieldsProps {
  /** In front of the fields' ids, where a page has several forms. */
  prefix?: string;
  /** What a whole file shows that others do not: 手机号、证件号码. */
  what: string;
  /** As it was typed. */
  reason: string;
  /** The code of the last refusal. */
  refused: string | undefined;
}

/** The wish for a file with whole names and numbers, and what it is needed for: ticked again after a refusal. */
export function WholeFields({ prefix = '', what, reason, refused }: WholeFieldsProps) {
  return (
    <>
      <div className="choice">
        <input
          type="checkbox"
          id={`${prefix}full`}
          name="full"
          value="yes"
          defaultChecked={reason !== '' || refused === 'needs_reason' || refused === 'step_up'}
        />
        <label htmlFor={`${prefix}full`}>要完整{what}</label>
      </div>
      <div>
        <label htmlFor={`${prefix}reason`} className="mb-1 block font-semibold">
          用途<span className="font-normal text-ink-3">（要完整信息时必填）</span>
        </label>
        <input
          id={`${prefix}reason`}
          name="reason"
          maxLength={100}
          defaultValue={reason}
          className="input"
          autoComplete="off"
        />
      </div>
    </>
  );
}
