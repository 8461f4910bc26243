import { AppLink } from './app-link';
import { Icon, type IconName } from './icon';

export interface Service {
  label: string;
  href: string;
  icon: IconName;
}

/** 4 × 2 services, icon and word; two columns when text is large. */
export function ServiceGrid({ services }: { services: readonly Service[] }) {
  return (
    <ul className="grid grid-cols-4 rounded-card border border-line bg-surface px-1 py-2 bigger:grid-cols-2">
      {services.map((service) => (
        <li key={service.href}>
          <AppLink
            href={service.href}
            className="flex min-h-20 flex-col items-center rounded-input px-[2px] py-[10px] text-center text-secondary text-ink no-underline active:bg-sunken"
          >
            <Icon name={service.icon} className="mb-[6px] !size-7 xlarge:!size-10" />
            {service.label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
