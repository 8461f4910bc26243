import { buttonClass } from './button-style';

interface JumpOption {
  value: string;
  label: string;
}

interface JumpSelectProps {
  name: string;
  label: string;
  /** Under headings, such as months. */
  groups: readonly { readonly label: string; readonly options: readonly JumpOption[] }[];
  value: string;
  /** What else the address keeps. */
  keep?: Readonly<Record<string, string>>;
  button: string;
}

/** One of many pages of the same kind: a list instead of a wall of links; a plain form, so it needs no script. */
export function JumpSelect({ name, label, groups, value, keep = {}, button }: JumpSelectProps) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-2">
      {Object.entries(keep).map(([key, chosen]) => (
        <input key={key} type="hidden" name={key} value={chosen} />
      ))}
      <div className="min-w-0 max-w-full flex-[0_1_20em]">
        <label htmlFor={`jump-${name}`} className="mb-1 block font-semibold">
          {label}
        </label>
        <select
          key={value}
          id={`jump-${name}`}
          name={name}
          defaultValue={value}
          className="input w-full"
        >
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
        {button}
      </button>
    </form>
  );
}
