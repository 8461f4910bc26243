'use client';

interface TickPresetsProps {
  /** The name that all boxes share. */
  name: string;
  presets: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** Ticks several boxes of the form at once; without JavaScript they are ticked by hand. */
export function TickPresets({ name, presets }: TickPresetsProps) {
  const tick = (form: HTMLFormElement | null, values: readonly string[]) => {
    for (const box of form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? []) {
      if (box.checked !== values.includes(box.value)) box.click();
    }
  };
  return (
    <div className="-mt-3 flex flex-wrap gap-x-4">
      {presets.map(({ label, values }) => (
        <button
          key={label}
          type="button"
          className="link reach"
          onClick={(event) => tick(event.currentTarget.form, values)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
