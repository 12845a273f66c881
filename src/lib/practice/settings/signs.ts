import Battery from '~icons/lucide/battery-medium';
import Info from '~icons/lucide/info';
import Lock from '~icons/lucide/lock';
import Settings from '~icons/lucide/settings';
import Sun from '~icons/lucide/sun';
import Volume from '~icons/lucide/volume-2';
import Wifi from '~icons/lucide/wifi';
import type { Icon } from '$lib/ui/icon';

const known: Readonly<Record<string, Icon>> = {
  battery: Battery,
  info: Info,
  lock: Lock,
  settings: Settings,
  sun: Sun,
  volume: Volume,
  wifi: Wifi
};

/** The sign before a menu of the pretend settings; an unknown name gets the gear. */
export const signOf = (name: string): Icon => known[name] ?? Settings;
