import { Children, type ReactNode } from 'react';

/** Two or three buttons side by side; they wrap when the text is large. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-3">
      {Children.map(
        children,
        (child) => child && <div className="flex-[1_1_8em] [&>*]:w-full">{child}</div>,
      )}
    </div>
  );
}
