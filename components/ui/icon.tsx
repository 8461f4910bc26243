import { Glyph } from './glyph';
import { iconPaths } from './icon-paths';

export type IconName = keyof typeof iconPaths;

interface IconProps {
  name: IconName;
  className?: string;
  /** Only where no word stands beside the icon. */
  label?: string;
}

/** A named icon of the kit; for server components (a client leaf takes it as a prop). */
export function Icon({ name, className, label }: IconProps) {
  return <Glyph path={iconPaths[name]} className={className} label={label} />;
}
