import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import {
  specimenSigner,
  specimenText,
  wholeSeconds,
  type SpecimenPorts,
} from '../code/specimen.ts';
import type { Color } from '../color/color.ts';
import { agreementFor } from '../recognition/agreement.ts';
import type { CurrentReference, ReferenceData } from '../recognition/reference.ts';
import type { Signer } from '../token/keys.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** A code to try, and the verdict to expect of it. */
export interface SandboxCode extends Pick<Scenario, 'name' | 'outcome' | 'tokenStatus'> {
  readonly text: string;
  /** Where to present it. */
  readonly presentIn: string;
  /** The instant to ask about; null: none. */
  readonly at: Date | null;
  /** Null where the verdict has none. */
  readonly color: Color | null;
}

/** Codes of one making. */
export interface SandboxCodes {
  readonly id: string;
  readonly region: string;
  readonly codes: readonly SandboxCode[];
}

/** What making codes for the sandbox needs. */
export interface SandboxCodePorts extends SpecimenPorts {
  readonly reference: CurrentReference;
  readonly audit: AuditTrail;
}

const HOUR_MS = 3_600_000;
/** A key id that no trust list has. */
const STRANGER = 'f'.repeat(16);
const NO_CODE = 'https://example.org/menu';

function inHours(now: Date, hours: number): Date {
  return new Date(wholeSeconds(now).getTime() + hours * HOUR_MS);
}

/** Who signs in a scenario; a forger knows the name of a key, and signs something else. */
function signerIn({ text }: Scenario, signer: Signer): Signer {
  if (text === 'STRANGER') return { ...signer, kid: STRANGER, sign: (data) => signer.sign(data) };
  if (text !== 'FORGED') return signer;
  return { ...signer, sign: (data) => signer.sign(data.toReversed()) };
}

function placeOf({ place }: Scenario, region: string, data: ReferenceData, at: Date) {
  if (place === undefined) return region;
  const others = [...data.regions.keys()].filter((one) => one !== region);
  return others.find((one) => agreementFor(data.agreements, one, region, at) === null);
}

/** Codes of the sandbox: specimens of nobody, a set of every verdict there is. */
export function sandboxCodeUseCases(ports: SandboxCodePorts) {
  const { reference, audit, now, newId } = ports;

  async function textOf(scenario: Scenario, region: string, signer: Signer): Promise<string> {
    const { text, color = 'GREEN', status = 0, issuedInHours = 0 } = scenario;
    if (text === 'NO_CODE') return NO_CODE;
    const issuedAt = inHours(now(), issuedInHours);
    const kind = text === 'OTHER_USE' ? 'DYNAMIC' : 'SPECIMEN';
    const claims = { issuer: region, color, issuedAt, kind, statusIndex: status } as const;
    const made = await specimenText(claims, signerIn(scenario, signer), ports);
    return text === 'CUT' ? made.slice(0, made.length / 2) : made;
  }

  return {
    /**
     * Makes a code for each verdict; they live for a day, and nothing of them is kept.
     * @throws {DomainError} REGION_OUT_OF_SCOPE, CONFLICT without a specimen key of the region here
     */
    async issue(region: string, by: Identity): Promise<SandboxCodes> {
      requireRegion(by, region);
      const at = now();
      const signer = specimenSigner(ports, region, at);
      const data = reference();
      const codes: SandboxCode[] = [];
      for (const scenario of SCENARIOS) {
        const presentIn = placeOf(scenario, region, data, at);
        if (presentIn === undefined) continue; // it has an agreement with everybody
        const { name, outcome, tokenStatus, askInHours } = scenario;
        codes.push({
          ...{ name, outcome, tokenStatus, presentIn },
          text: await textOf(scenario, region, signer),
          at: askInHours === undefined ? null : inHours(at, askInHours),
          color: scenario.color ?? null,
        });
      }
      const id = newId(region);
      const detail = { codes: codes.length };
      audit.note({ region, action: 'SPECIMEN_ISSUED', objectId: id, detail });
      return { id, region, codes };
    },
  };
}
