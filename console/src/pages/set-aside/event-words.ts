import { useI18n } from 'vue-i18n';

/** Words for what an event is, where it comes from, and why it was set aside; lists may grow. */
export function useEventWords() {
  const { t, te } = useI18n({ useScope: 'global' });
  const word = (group: string, value: string | null | undefined, otherwise: string): string => {
    const key = `setAside.${group}.${value ?? ''}`;
    return te(key) ? t(key) : otherwise;
  };
  return {
    kind: (kind: string | null | undefined) => word('kinds', kind, t('setAside.kinds.OTHER')),
    producer: (name: string) => word('from', name.split('.')[0], name),
    fault: (fault: string) => word('faults', fault, t('setAside.faults.OTHER')),
  };
}
