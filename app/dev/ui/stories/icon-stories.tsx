import { Icon } from '@/components/ui/icon';
import { iconNames } from '@/components/ui/icon-names';

/** Every glyph with the name it is called by. */
export function IconStories() {
  return (
    <section aria-label="图标" className="border-t border-line-strong py-7">
      <h2 className="mb-4">图标（24 格，线宽 1.75）</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(96px,1fr))] gap-3">
        {iconNames.map((name) => (
          <li
            key={name}
            className="rounded-input border border-line bg-surface py-2 text-center text-meta text-ink-2"
          >
            <Icon name={name} className="mx-auto block size-6 text-ink" />
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
