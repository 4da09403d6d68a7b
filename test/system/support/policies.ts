/** A policy that the linter takes, as a client sends it: one rule, from a time far away on. */
export function aPolicy(region: string) {
  return {
    region,
    validFrom: '2099-01-01T00:00:00.000Z',
    rules: [
      {
        ...{ id: 'CONTACT-5D', version: 1, color: 'YELLOW' },
        condition: { kind: 'CONTACT_NOTICE', days: 5 },
        exit: { kind: 'AFTER', n: 5, unit: 'DAY' },
        text: { zhHans: '密切接触', zhHant: '密切接觸', en: 'Contact with a case.' },
      },
    ],
  };
}
