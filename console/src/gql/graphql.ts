/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whose guardian somebody becomes by a code. */
export type AcceptGuardianshipInput = {
  /** As the person gave it; blanks and case do not matter. */
  code: string;
  /** Your own registration, of the same region as the person. */
  guardianId: string | number;
};

/** An account that is to have a role here. */
export type AddAccountInput = {
  /** Id of its agency. */
  agency?: string | null | undefined;
  /** Divisions within your own grants. */
  grants: Array<string | number>;
  /** Account at the sign-in provider. */
  id: string | number;
  /** Name that colleagues read. */
  name?: string | null | undefined;
  /** A partner's purposes. */
  purposes?: Array<string>;
  /** Region whose administrators manage it. */
  region: string | number;
  /** Any but RESIDENT and OVERSIGHT, which no region gives. */
  role: Role;
  /** A partner's scopes. */
  scopes?: Array<string>;
  /** Rights of the role to take away. */
  withheld?: Array<string>;
};

/** An agency to be added. */
export type AddAgencyInput = {
  /** Small letters, digits and hyphens. */
  id: string | number;
  /** 1 to 64 characters. */
  name: string;
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
};

/** A place that people are to check in at. */
export type AddVenueInput = {
  /** GB/T 2260, in the region. */
  division: string | number;
  /** Up to 100 characters. */
  name: string;
  /** The nearest region at or above the division; one within your grants. */
  region: string | number;
};

/** One line of a color map. A color without a line is looked at by hand. */
export type AgreementColorInput = {
  /** What it counts as; no lighter than what was issued. */
  color: Color;
  /** A color of the issuer's, capital letters and numbers. */
  issued: string;
};

/** A negative test within so many hours, asked of some colors. */
export type AgreementConditionInput = {
  /** Issued colors that it is asked of: at least one, each once, all in the map. */
  colors: Array<Color>;
  /** 1 to 336. */
  hours: number;
  /** Capital words and short numbers, such as NEGATIVE-48H. */
  id: string | number;
};

/** Why terms cannot be proposed. */
export type AgreementFaultKind =
  /** A color would count for a lighter one. */
  | 'LIGHTER'
  /** A condition names no color, one twice, or one that the map does not accept. */
  | 'NEVER_ASKED'
  /** A color map outside of DIRECT, or a condition in CONVERT. */
  | 'NOT_OF_MODE'
  /** DIRECT without a color map: it would accept nothing. */
  | 'NO_COLORS'
  /** Another condition has this id. */
  | 'SAME_NAME'
  /** Receiver and issuer are the same. */
  | 'SAME_REGION'
  /** It lasts longer than 366 days, or begins later than in 366 days. */
  | 'TOO_LONG'
  /** More than 16 colors or 8 conditions. */
  | 'TOO_MANY'
  /** Something of the pair is in force or to come, and it begins within 48 hours. */
  | 'TOO_SOON'
  /** A side is no region that is known here. */
  | 'UNKNOWN_REGION'
  /** A condition is of 1 to 336 hours. */
  | 'WRONG_HOURS'
  /** A color or condition is not named in capital letters and numbers, or takes a word of the rules. */
  | 'WRONG_NAME'
  /** It would be over before it begins, or is over already. */
  | 'WRONG_TIME';

/** Which version of an agreement somebody acts on, and why. */
export type AgreementReasonInput = {
  /** Receiver, issuer and version, such as 510000-330000-2. */
  id: string | number;
  /** At least six characters. */
  reason: string;
};

/** Where a version of an agreement stands among those of its pair. */
export type AgreementState =
  /** Its time is over. */
  | 'ENDED'
  /** Signed by both sides and begun: recognition goes by it. */
  | 'IN_FORCE'
  /** An offer that can no longer be accepted in time. */
  | 'LAPSED'
  /** Signed by the receiver alone; the issuer can accept it. */
  | 'OFFERED'
  /** An offer that the issuer did not take. */
  | 'REFUSED'
  /** Signed by both sides, not begun. */
  | 'SCHEDULED'
  /** A newer version has begun, or a newer offer was made; it does not come back. */
  | 'SUPERSEDED'
  /** No signature of the receiver holds: its key was withdrawn. */
  | 'VOID'
  /** Either side took it back. */
  | 'WITHDRAWN';

/** Terms of an agreement: the receiver takes the issuer's codes. */
export type AgreementTermsInput = {
  /** Of DIRECT alone. */
  colorMap: Array<AgreementColorInput>;
  /** What colors must meet besides: at most 8; none in the mode CONVERT. */
  conditions?: Array<AgreementConditionInput>;
  /** The region whose codes are accepted. */
  issuer: string | number;
  /** How the issuer's codes are taken. */
  mode: RecognitionMode;
  /** The region that accepts. */
  receiver: string | number;
  /** A change begins 48 hours after the last approval or later. */
  validFrom: string;
  /** Exclusive; at most a year later. */
  validTo: string;
};

/** What an official at a desk vouches for. */
export type AtDeskInput = {
  /** How the person agreed. */
  consent: ConsentMethod;
  /** The document was compared with the person. */
  documentSeen: boolean;
};

/** What was done; a closed list. */
export type AuditAction =
  /** An account was given a role. */
  | 'ACCOUNT_ADDED'
  /** What an account may do was changed. */
  | 'ACCOUNT_CHANGED'
  /** An account lost its access. */
  | 'ACCOUNT_DISABLED'
  /** A disabled account got its access back. */
  | 'ACCOUNT_ENABLED'
  /** An agency was added. */
  | 'AGENCY_ADDED'
  /** The issuer signed an agreement that was offered. */
  | 'AGREEMENT_ACCEPTED'
  /** The receiver signed an agreement and offers it. */
  | 'AGREEMENT_OFFERED'
  /** The issuer refused an offer. */
  | 'AGREEMENT_REFUSED'
  /** A side withdrew an agreement. */
  | 'AGREEMENT_WITHDRAWN'
  /** What entries said was erased; their hashes stay, so that the chain still holds. */
  | 'BODIES_ERASED'
  /** A held bulletin was approved and counts. */
  | 'BULLETIN_ACCEPTED'
  /** A bulletin was imported and held for two people. */
  | 'BULLETIN_HELD'
  /** A bulletin was imported and counts, or was imported once more. */
  | 'BULLETIN_IMPORTED'
  /** A page of the list of cases, or of an outbreak's contacts, was looked at. */
  | 'CASES_LISTED'
  /** A daily check-in was recorded. */
  | 'CHECKED_IN'
  /** The text of a code was given out. */
  | 'CODE_ISSUED'
  /** Every text of a code was voided. */
  | 'CODE_WITHDRAWN'
  /** Many codes changed at once: one entry with the Merkle root over all of them. */
  | 'COLORS_DECIDED'
  /** A code changed its state or color. */
  | 'COLOR_DECIDED'
  /** Somebody was told that they were near a case. */
  | 'CONTACT_NOTICED'
  /** A contact notice was taken back. */
  | 'CONTACT_WITHDRAWN'
  /** A registration was offered to another region. */
  | 'CONVERSION_OFFERED'
  /** A declaration was received for review. */
  | 'DECLARATION_RECEIVED'
  /** A declaration was approved or rejected. */
  | 'DECLARATION_REVIEWED'
  /** An event that was set aside was given up. */
  | 'EVENT_DROPPED'
  /** An event that was set aside was sent again. */
  | 'EVENT_RETRIED'
  /** A submitted result reached a registration here; the detail says what came of it. */
  | 'EVIDENCE_DELIVERED'
  /** A source submitted results by document. */
  | 'EVIDENCE_SUBMITTED'
  /** One page of an approved bulk export was fetched. */
  | 'EXPORTED'
  /** The region's stays were held against what a bulletin changed. */
  | 'EXPOSURES_COMPUTED'
  /** A guardian was named, or goes on for longer. */
  | 'GUARDIANSHIP_BEGUN'
  /** A guardian no longer acts for a ward. */
  | 'GUARDIANSHIP_ENDED'
  /** A person made a code by which they agree to a guardian. */
  | 'GUARDIANSHIP_OFFERED'
  /** A guardian asked to go on for longer. */
  | 'GUARDIANSHIP_RENEWAL_ASKED'
  /** A renewal of a guardianship was refused. */
  | 'GUARDIANSHIP_RENEWAL_REFUSED'
  /** An official opened a health record. */
  | 'HEALTH_RECORD_OPENED'
  /** An earlier state of the log was put back. It stands under 000000. */
  | 'HISTORY_ROLLED_BACK'
  /** Isolation was made longer. */
  | 'ISOLATION_EXTENDED'
  /** Isolation was ordered. */
  | 'ISOLATION_ORDERED'
  /** Isolation was ended before its time. */
  | 'ISOLATION_RELEASED'
  /** An outbreak at a venue was declared; the detail says how many were told. */
  | 'OUTBREAK_DECLARED'
  /** An outbreak was withdrawn, and its notices with it. */
  | 'OUTBREAK_WITHDRAWN'
  /** A version of the rules was published. */
  | 'POLICY_PUBLISHED'
  /** A version of the rules was withdrawn. */
  | 'POLICY_WITHDRAWN'
  /** A second person agreed; what was proposed was done with it. */
  | 'PROPOSAL_APPROVED'
  /** A second person did not agree. */
  | 'PROPOSAL_REFUSED'
  /** Who proposed it took it back. */
  | 'PROPOSAL_TAKEN_BACK'
  /** Something was proposed to a second person. */
  | 'PROPOSED'
  /** A request was refused; repeats within a minute share an entry that counts them. */
  | 'REFUSED'
  /** A rehearsal was asked for, or its report was kept. */
  | 'REGION_REHEARSED'
  /** A registration that another region offers was fetched, sealed. */
  | 'REGISTRATION_FETCHED'
  /** An offered registration was given to the region it was offered to. */
  | 'REGISTRATION_HANDED_OVER'
  /** A registration was approved or rejected. */
  | 'REGISTRATION_REVIEWED'
  /** Somebody found a registration by name and document, or by the text that made it. */
  | 'RESIDENT_FOUND'
  /** A registration was received. */
  | 'RESIDENT_REGISTERED'
  /** Somebody saw hidden fields of a registration; the detail says which. */
  | 'REVEALED'
  /** Rows past their retention were deleted; the detail says how many of which table. */
  | 'ROWS_EXPIRED'
  /** A session began. */
  | 'SIGNED_IN'
  /** A session was ended by its account. */
  | 'SIGNED_OUT'
  /** A specimen was made, or codes of the sandbox. */
  | 'SPECIMEN_ISSUED'
  /** A stay was declared. */
  | 'STAY_DECLARED'
  /** It was said when a stay ended. */
  | 'STAY_ENDED'
  /** A test result was replaced by a right one. */
  | 'TEST_RESULT_CORRECTED'
  /** A test result was recorded, or said once more. */
  | 'TEST_RESULT_RECORDED'
  /** A trip was declared. */
  | 'TRIP_DECLARED'
  /** A vaccination was recorded, or said once more. */
  | 'VACCINATION_RECORDED'
  /** A venue was added. */
  | 'VENUE_ADDED'
  /** Somebody said that they left a venue. */
  | 'VENUE_LEFT'
  /** Somebody checked in at a venue; the entry does not say at which. */
  | 'VENUE_VISITED';

/** Whether what an entry says is kept. */
export type AuditBodyState =
  /** It is kept no longer: its year is over. The entry stays in the chain. */
  | 'EXPIRED'
  /** It is gone sooner: by a logged erasure, or else verifying names the entry. */
  | 'GONE'
  /** It is there. */
  | 'KEPT';

/** What can be wrong with the audit log. */
export type AuditFaultKind =
  /** What an entry says is not what it committed to. */
  | 'BODY_CHANGED'
  /** What an entry says is gone before its year is over, and no logged erasure accounts for it. */
  | 'BODY_MISSING'
  /** A text without an entry. */
  | 'BODY_UNKNOWN'
  /** Numbers of checkpoints do not rise. */
  | 'CHECKPOINT_MISSING'
  /** A checkpoint does not name the one before. */
  | 'CHECKPOINT_PREVIOUS'
  /** A checkpoint's root is not that of the heads of all regions. */
  | 'CHECKPOINT_ROOT'
  /** No known key signed a checkpoint. */
  | 'CHECKPOINT_SIGNATURE'
  /** A checkpoint is earlier than the one before. */
  | 'CHECKPOINT_TIME'
  /** An entry's hash does not follow from it and the one before. */
  | 'ENTRY_HASH'
  /** A number is missing between two entries. */
  | 'ENTRY_MISSING'
  /** An entry is earlier than the one before. */
  | 'ENTRY_TIME'
  /** The chain's head is not that of its last entry. */
  | 'HEAD'
  /** The chain is not the one that a checkpoint signed. */
  | 'NOT_AS_SIGNED'
  /** Checkpoints that were signed are not known here: an earlier state was put back. */
  | 'ROLLED_BACK'
  /** Entries that a checkpoint signed are no longer there. */
  | 'TAIL_CUT';

/** Which entries of an audit log to list; what is null narrows nothing. */
export type AuditFilterInput = {
  /** What was done. */
  action?: AuditAction | null | undefined;
  /** From this instant on. */
  from?: string | null | undefined;
  /** Whom it is about. */
  residentId?: string | number | null | undefined;
  /** Account that acted. */
  subject?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** Where the status came from. */
export type BasisMode =
  /** Read from a signed status list. */
  | 'OFFLINE'
  /** Asked for in this moment. */
  | 'ONLINE';

/** Whether a bulletin counts. */
export type BulletinState =
  /** Its areas stand from its instant until that of the next accepted one. */
  | 'ACCEPTED'
  /** It waits for a second person, and changes nothing. */
  | 'HELD'
  /** It was held until one of its instant or later was accepted: it can no longer be approved. */
  | 'SUPERSEDED';

/** What a case is due for. */
export type CaseDue =
  /** No check-in yesterday and none today, in Shanghai, though the ground was known before yesterday. */
  | 'CHECK_IN_MISSED'
  /** It ends by 24:00 in Shanghai. */
  | 'ENDS_TODAY';

/** The ground on which somebody is in the list of cases. */
export type CaseKind =
  /** Isolated at a facility. */
  | 'CENTRAL'
  /** A contact notice that stands, of a last contact in the last 21 days. */
  | 'CONTACT'
  /** A result DETECTED of the last 7 days that was not corrected. */
  | 'DETECTED'
  /** Isolated at home. */
  | 'HOME';

/** What an account is to be from now on: all of it, also what stays. */
export type ChangeAccountInput = {
  /** Id of its agency. */
  agency?: string | null | undefined;
  /** Divisions within your own grants. */
  grants: Array<string | number>;
  /** Account at the sign-in provider. */
  id: string | number;
  /** Name that colleagues read. */
  name?: string | null | undefined;
  /** A partner's purposes. */
  purposes?: Array<string>;
  /** Any but RESIDENT and OVERSIGHT, which no region gives. */
  role: Role;
  /** A partner's scopes. */
  scopes?: Array<string>;
  /** Version that the change is made to. */
  version: number;
  /** Rights of the role to take away. */
  withheld?: Array<string>;
};

/** What a person says today. */
export type CheckInInput = {
  /** Your own registration or a ward's; for an official, anybody's in your regions. */
  residentId: string | number;
  /** Empty: none. */
  symptoms: Array<SymptomTerm>;
  /** Degrees Celsius, 34 to 43. */
  temperature?: number | null | undefined;
};

/** The evidence on which isolation is ordered. */
export type CitationInput = {
  /** Id of what is cited; of this resident, and of the last 28 days. */
  id: string | number;
  /** What is cited. */
  kind: CitationKind;
};

/** What an isolation order may cite. */
export type CitationKind =
  /** A contact notice to the resident that stands. */
  | 'CONTACT_NOTICE'
  /** A stay that was in a risk area. */
  | 'STAY'
  /** A test result of the resident that was not corrected. */
  | 'TEST_RESULT';

/** How a code is shown: on a screen, or on paper. */
export type CodeKind =
  /** Lives 24 hours, one a code and day; with a holder key it is presented live. */
  | 'DYNAMIC'
  /** Lives 30 to 90 days; its color is always asked for, or read from a list. */
  | 'PAPER';

/** Only an ACTIVE code has a color. */
export type CodeState =
  /** Has a color. */
  | 'ACTIVE'
  /** No code is in it: texts expire, the code does not. */
  | 'EXPIRED'
  /** A fact that a rule reads is unknown, or check-ins have lapsed: no color until it is known. */
  | 'SUSPENDED'
  /** Waits for the registration, or the first declaration where the rules read one, to be approved. */
  | 'UNDER_REVIEW'
  /** No code is in it: withdrawing voids the texts that were issued, and leaves the state. */
  | 'WITHDRAWN';

/** Colors of a code. */
export type Color =
  /** Nothing makes it darker. */
  | 'GREEN'
  /** A darker rule holds, such as a detected result. What it means is the region's policy. */
  | 'RED'
  /** A lighter rule holds, such as isolation at home. What it means is the region's policy. */
  | 'YELLOW';

/** How a rule came out. */
export type ConditionOutcome =
  /** Not met. */
  | 'FAIL'
  /** It could not be told. */
  | 'OPEN'
  /** Met. */
  | 'PASS';

/** How a person agreed to be served at a desk. */
export type ConsentMethod =
  /** A form that the person signed; the desk keeps it. */
  | 'SIGNED_FORM'
  /** By word, to the official. */
  | 'SPOKEN';

/** What a reviewer decides of a declaration. */
export type DeclarationDecision =
  /** It becomes evidence. */
  | 'APPROVE'
  /** It counts for nothing; the person reads why. */
  | 'REJECT';

/** Where a declaration stands; once decided it stays so. */
export type DeclarationState =
  /** It is evidence. */
  | 'APPROVED'
  /** Waits for review; it counts for nothing yet. */
  | 'PENDING'
  /** It counts for nothing. */
  | 'REJECTED';

/** What a person declares of their health. */
export type DeclareHealthInput = {
  /** Whether the person was near a case. */
  contactWithCase?: boolean;
  /** Your own registration or a ward's; for an official, anybody's in your regions. */
  residentId: string | number;
  /** Empty: none. */
  symptoms: Array<SymptomTerm>;
  /** Degrees Celsius, 34 to 43. */
  temperature?: number | null | undefined;
};

/** That a case was at a venue, and when. */
export type DeclareOutbreakInput = {
  /** Within the last 28 days. */
  from: string;
  /** 6 to 500 characters, without names or numbers. */
  reason: string;
  /** A detected result that stands. */
  testResultId: string | number;
  /** At most 14 days later, and at most one day ahead. */
  until: string;
  /** The venue; in one of your regions. */
  venueId: string | number;
};

/** Where a person stayed, and when. */
export type DeclareStayInput = {
  /** Not in the future. */
  arrivedAt: string;
  /** Community as bulletins name it. Without one the stay lies only in areas that are the whole of the division. */
  community?: string | null | undefined;
  /** GB/T 2260 code. */
  division: string | number;
  /** Later than the arrival, within the last 28 days; null while the person is there. */
  leftAt?: string | null | undefined;
  /** Your own registration or a ward's; for an official, anybody's in your regions. */
  residentId: string | number;
};

/** A trip that has ended. */
export type DeclareTripInput = {
  /** When it ended: later than it began, within the last 28 days. */
  arrivedAt: string;
  /** When it began. */
  departedAt: string;
  /** Where it began. */
  from: TripEndInput;
  /** How the person travelled. */
  mode: TripMode;
  /** Train, flight, line or plate. */
  number?: string | null | undefined;
  /** Your own registration or a ward's; for an official, anybody's in your regions. */
  residentId: string | number;
  /** Where it ended. */
  to: TripEndInput;
};

/** Levels of GB/T 2260. */
export type DivisionLevel =
  /** A prefecture, or what has its rank. */
  | 'CITY'
  /** A county, or a district or city of its rank. */
  | 'COUNTY'
  /** The country: 000000. */
  | 'NATION'
  /** A province, autonomous region, municipality or special administrative region. */
  | 'PROVINCE';

/** Identity documents, with their codes of WS 364.3. */
export type DocumentType =
  /** 05, driving license (驾驶证). */
  | 'DRIVING_LICENSE'
  /** 06, permit of Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and 8 or 10 digits. */
  | 'HONG_KONG_MACAO_PERMIT'
  /** 02, household register (居民户口簿): 17 digits, then a digit or X. */
  | 'HOUSEHOLD_REGISTER'
  /** 04, officer's card (军官证). */
  | 'OFFICER_ID'
  /** 99, another document: 4 to 32 letters, digits and hyphens. */
  | 'OTHER'
  /** 03, passport (护照): 5 to 20 capital letters and digits. */
  | 'PASSPORT'
  /** 01, resident identity card (居民身份证): 18 characters with the check character of GB 11643. */
  | 'RESIDENT_ID'
  /** 07, permit of Taiwan residents (台湾居民来往大陆通行证): 8 or 10 digits. */
  | 'TAIWAN_PERMIT';

/** Which guardianship ends. */
export type EndGuardianshipInput = {
  /** 6 to 500 characters, nothing personal; needed of an official. */
  reason?: string | null | undefined;
  /** The ward's registration. */
  residentId: string | number;
};

/** When a stay ended. */
export type EndStayInput = {
  /** A stay that has not ended. */
  id: string | number;
  /** Later than the arrival, within the last 28 days. */
  leftAt: string;
};

/** A later end of an isolation order, and why. */
export type ExtendIsolationInput = {
  /** An order in force, in one of your regions; what it cites still stands, and is of the last 28 days. */
  orderId: string | number;
  /** 6 to 500 characters. */
  reason: string;
  /** Later than the order ends; within 30 days from now. */
  until: string;
};

/** What to fetch: the parts of an HCV1 text but for its secret. */
export type FetchConversionInput = {
  /** Id in the text; it tells the region that offers. */
  offerId: string | number;
  /** Region that it is offered to: GB/T 2260 code. */
  receiver: string | number;
};

/** Whom to look up: all three must fit exactly, else nobody is found. */
export type FindResidentsInput = {
  /** The full number; blanks and small letters do not matter. */
  documentNumber: string;
  /** Type of the document. */
  documentType: DocumentType;
  /** Name as in the document. */
  name: string;
};

/** Why a bulletin is held. The numbers are those of an installation that was not configured otherwise. */
export type HoldReason =
  /** It lists another number of areas than it says. */
  | 'COUNTS_CONTRADICT'
  /** It is of more than an hour ahead. */
  | 'FUTURE'
  /** It names a county and no community in it: something is missing. */
  | 'HOLLOW_ENTRIES'
  /** More than 100 places, and more than 25 % a day, would be lifted. */
  | 'LIFTED_MANY'
  /** It is older than the last accepted one. */
  | 'OLDER'
  /** More than 1,000 places, and more than 100 % a day, would be raised. */
  | 'RAISED_MANY'
  /** One of the same instant differs by more than 20 areas and 1 %. */
  | 'SAME_INSTANT';

/** A bulletin to be imported. */
export type ImportBulletinInput = {
  /** Base64 of the JSON as published, gzipped or not. */
  content: string;
};

/** What a person brings from another region. */
export type ImportRegistrationInput = {
  /** By an official for a person at the desk: registered at once, with consent. */
  desk?: AtDeskInput | null | undefined;
  /** Division of present stay: GB/T 2260 code. */
  division: string | number;
  /** For a ward: the resident who is its guardian. */
  guardianId?: string | number | null | undefined;
  /** HCV1 text of the other region. */
  text: string;
};

/** Where a person is isolated. */
export type IsolationPlace =
  /** At a facility. */
  | 'CENTRAL'
  /** At home. */
  | 'HOME';

/** Whose code to make, and of which kind. */
export type IssueCodeInput = {
  /** Of a DYNAMIC code: the holder's Ed25519 public key, 32 bytes, base64url. With it the holder shows the code as a live presentation (HCP1), which a picture cannot be. */
  holderKey?: string | null | undefined;
  /** How it is to be shown. */
  kind?: CodeKind;
  /** Days a paper code lives: 30 to 90. */
  paperDays?: number | null | undefined;
  /** Your own registration or a ward's; for an official, anybody's in your regions. */
  residentId: string | number;
};

/** Which specimen to make. */
export type IssueSpecimenInput = {
  /** The color that it shows; it passes with none. */
  color?: Color;
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
};

/** What was found about a step; a closed list. */
export type JoiningFindingKind =
  /** A rehearsal began more than ten minutes ago and did not end. */
  | 'GIVEN_UP'
  /** The last key of a use ends within 30 days; `about`: the use. */
  | 'KEY_ENDS'
  /** No private key of a use is here; `about`: the use. */
  | 'KEY_MISSING'
  /** The trust list carries no key of a use that is here and in force; `about`: the use. */
  | 'KEY_NOT_IN_FORCE'
  /** A further key is here that the trust list does not carry; `about`: the key id, `at`: its beginning. */
  | 'KEY_NOT_LISTED'
  /** The last key of a use has ended; `about`: the use. */
  | 'KEY_OVER'
  /** A key that is still here is withdrawn in the trust list; `about`: the key id. */
  | 'KEY_WITHDRAWN'
  /** The trust list ends within 2 days. */
  | 'LIST_ENDS'
  /** The trust list has ended. */
  | 'LIST_OVER'
  /** The region's name is not published. */
  | 'NAME_MISSING'
  /** No agreement in force or to come by which others' codes count here. */
  | 'NONE_TAKEN_HERE'
  /** No agreement in force or to come by which codes of here count elsewhere. */
  | 'NONE_TAKEN_THERE'
  /** The trust list does not carry the region. */
  | 'NOT_IN_LIST'
  /** The trust list does not say where the region is served; only a hint. */
  | 'NO_ENDPOINT'
  /** No trust list holds here. */
  | 'NO_LIST'
  /** No code of here was recognized by another stack yet. */
  | 'NO_OTHER_STACK'
  /** An agreement with a region waits to be accepted; `about`: the region. */
  | 'OFFER_OPEN'
  /** No version of the region's rules is in force. */
  | 'POLICY_MISSING'
  /** A step of the newest rehearsal failed; `about`: the step. */
  | 'REHEARSAL_FAILED'
  /** What a region whose codes count here says is too old; `about`: the region. */
  | 'STATEMENT_STALE'
  /** The trust list says that the region has left. */
  | 'SUNSET'
  /** A rehearsal is under way. */
  | 'UNDER_WAY';

/** Where a step stands. */
export type JoiningState =
  /** It was done, and something is wrong or will be. */
  | 'ATTENTION'
  /** Nothing is left to do. */
  | 'DONE'
  /** The next thing to do. */
  | 'NOW'
  /** Its turn has not come, or another region has to act. */
  | 'WAITING';

/** The way of a region into recognition, in its order. */
export type JoiningStepName =
  /** Agreements with other regions. */
  | 'AGREEMENTS'
  /** A private key of every use is here. */
  | 'KEYS'
  /** The trust list carries the region and its keys. */
  | 'LISTED'
  /** The region has a name and rules in force. */
  | 'POLICY'
  /** A code of here was recognized by another stack. */
  | 'RECOGNIZED'
  /** A rehearsal that passed. */
  | 'SELF_TEST';

/** Languages of every text that the API gives. */
export type Language =
  /** English. */
  | 'EN'
  /** Simplified Chinese. */
  | 'ZH_HANS'
  /** Traditional Chinese. */
  | 'ZH_HANT';

/** How a trust list carries a region. */
export type ListedState =
  /** It takes part. */
  | 'ACTIVE'
  /** It has left; its codes are no longer recognized. */
  | 'SUNSET';

/** Who becomes whose guardian, at a desk. */
export type NameGuardianInput = {
  /** The documents of both were seen, proof of kinship or care among them. */
  desk: AtDeskInput;
  /** Who acts; naming the same one again renews. */
  guardianId: string | number;
  /** The ward's registration. */
  residentId: string | number;
};

/** What leads out of a rule. */
export type NextStepKind =
  /** `remaining` more normal check-ins, one a day. */
  | 'CHECK_IN'
  /** A declaration. No step says so now: what nobody knows stands in `missing`. */
  | 'DECLARE'
  /** The person leaves the area, and says so. */
  | 'LEAVE_AREA'
  /** `remaining` more negative results, the first from `notBefore` on. */
  | 'NOT_DETECTED_RESULTS'
  /** An official releases the isolation order, or it ends. */
  | 'RELEASE'
  /** Nothing but time: `until`. */
  | 'WAIT';

/** Who was near a case, and when. */
export type NoticeContactInput = {
  /** From when the two were in one place. */
  overlapFrom: string;
  /** The last contact; over, and at most 14 days after the first. */
  overlapUntil: string;
  /** The contact. */
  residentId: string | number;
  /** The case's detected result. */
  testResultId: string | number;
};

/** To whom a registration is offered. */
export type OfferConversionInput = {
  /** By an official for a person at the desk. */
  desk?: AtDeskInput | null | undefined;
  /** Region that takes it: GB/T 2260 code. */
  receiver: string | number;
  /** Your own registration or a ward's that counts; for an official, anybody's in your regions. */
  residentId: string | number;
};

/** Whose record is opened, and why. */
export type OpenHealthRecordInput = {
  /** At least six characters; the resident reads it. */
  reason: string;
  /** Somebody registered in one of your regions. */
  residentId: string | number;
};

/** An order to isolate. */
export type OrderIsolationInput = {
  /** The evidence that it rests on; of the same resident. */
  citation: CitationInput;
  /** From when. */
  from: string;
  /** Where the person isolates. */
  place: IsolationPlace;
  /** Somebody registered in one of your regions. */
  residentId: string | number;
  /** At most 30 days after it began, and within 30 days from now. */
  until: string;
};

/** Give what the kind knows and nothing else. */
export type PolicyConditionInput = {
  /** 1 to 90, of RISK_AREA_STAY also 0; not of ISOLATION_ORDER and OVERRIDE. */
  days?: number | null | undefined;
  /** What is asked. */
  kind: PolicyConditionKind;
  /** RISK_AREA_STAY: level of the area. */
  level?: PolicyRiskLevel | null | undefined;
  /** ISOLATION_ORDER: where. */
  place?: PolicyPlace | null | undefined;
  /** Symptoms, of WS 363.6. */
  terms?: Array<string> | null | undefined;
};

/** What a rule can ask; nothing else can be asked. None can name a person. */
export type PolicyConditionKind =
  /** No check-in for `days` while other rules make the code yellow or red; it suspends. */
  | 'CHECK_INS_LAPSED'
  /** A contact notice that stands: from the last contact, for `days`. */
  | 'CONTACT_NOTICE'
  /** A result DETECTED: from the taking of the sample, for `days`. */
  | 'DETECTED_RESULT'
  /** An entry from abroad: from then on, for `days`. */
  | 'ENTRY_FROM_ABROAD'
  /** An order to isolate at `place`: from its beginning to its end. */
  | 'ISOLATION_ORDER'
  /** An override by people: from its beginning to its end, with the color it names. */
  | 'OVERRIDE'
  /** Time in an area of `level`: from its beginning, until `days` after its end. */
  | 'RISK_AREA_STAY'
  /** One of `terms` in a declaration or check-in: from then on, for `days`. */
  | 'SYMPTOM';

/** Give what the kind knows and nothing else. */
export type PolicyExitInput = {
  /** NOT_DETECTED_RESULTS: 1 to 10 results; NORMAL_CHECK_INS: 1 to 90 check-ins. */
  count?: number | null | undefined;
  /** NOT_DETECTED_RESULTS: samples count from this day after the event; 0 to 90. */
  fromDay?: number | null | undefined;
  /** NOT_DETECTED_RESULTS: least hours between one sample and the next; 0 to 168. */
  hoursApart?: number | null | undefined;
  /** What gets one out. */
  kind: PolicyExitKind;
  /** AFTER: how long; at most 2,160. */
  n?: number | null | undefined;
  /** ALL, ANY: one to eight parts, at most three deep. */
  of?: Array<PolicyExitInput> | null | undefined;
  /** AFTER: unit of `n`. */
  unit?: PolicySpanUnit | null | undefined;
};

/** How one gets out of a rule before its window ends. */
export type PolicyExitKind =
  /** When `n` days or hours are over. */
  | 'AFTER'
  /** When the last of the parts is taken. */
  | 'ALL'
  /** When the first of the parts is taken. */
  | 'ANY'
  /** With the last of `count` check-ins in a row, one a day, without symptoms and below 37.3 °C. */
  | 'NORMAL_CHECK_INS'
  /** With the last of `count` negative results in a row. */
  | 'NOT_DETECTED_RESULTS'
  /** When the isolation order is released. */
  | 'ORDER_RELEASED';

/** Why a policy cannot be proposed. */
export type PolicyFaultKind =
  /** An exit can never be taken while its rule holds. */
  | 'EXIT_NEVER_TAKEN'
  /** From some instant on no version would be in force. */
  | 'GAP'
  /** A rule that once holds never ends. */
  | 'NEVER_ENDS'
  /** A rule can never hold, or there are not 1 to 50 rules. */
  | 'NEVER_HOLDS'
  /** Two rules have one id. */
  | 'SAME_ID'
  /** A field, word or number that conditions, exits and texts do not know. */
  | 'UNKNOWN_WORD'
  /** A rule was published with this id and version and says something else. */
  | 'VERSION_REUSED'
  /** A rule has a color that its condition may not give, or lacks one. */
  | 'WRONG_COLOR'
  /** It ends before it begins or in the past, or a status would be good for too long or short. */
  | 'WRONG_TIME';

/** Rules of a region from an instant on. */
export type PolicyInput = {
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
  /** 1 to 50. */
  rules: Array<PolicyRuleInput>;
  /** A status older than this gives no verdict but STALE. */
  statusMaxAgeMinutes?: number;
  /** A time that has passed means: on approval. */
  validFrom: string;
  /** Exclusive; null = until a later version. */
  validTo?: string | null | undefined;
};

/** Where a person is isolated. */
export type PolicyPlace =
  /** At a facility. */
  | 'CENTRAL'
  /** At home. */
  | 'HOME';

/** Levels of a risk area, as the national bulletins have them. */
export type PolicyRiskLevel =
  /** High risk. */
  | 'HIGH'
  /** Low risk. */
  | 'LOW'
  /** Medium risk; no bulletin has it since November 2022. */
  | 'MEDIUM';

/** One rule. */
export type PolicyRuleInput = {
  /** Null for CHECK_INS_LAPSED and OVERRIDE. */
  color?: Color | null | undefined;
  /** What makes it hold. */
  condition: PolicyConditionInput;
  /** What ends it early. */
  exit: PolicyExitInput;
  /** Capital words and short numbers, such as CONTACT-7D. */
  id: string | number;
  /** What residents read of it. */
  text: PolicyTextsInput;
  /** Higher with every change of the rule. */
  version: number;
};

/** N days end at 00:00 in Shanghai of the day after the N-th; hours to the second. */
export type PolicySpanUnit =
  /** Days in Asia/Shanghai. */
  | 'DAY'
  /** Hours, to the second. */
  | 'HOUR';

/** Where a version of a region's rules stands. */
export type PolicyState =
  /** Its time is over. */
  | 'ENDED'
  /** The highest that has begun and not ended: codes are decided by it. */
  | 'IN_FORCE'
  /** Not begun. */
  | 'SCHEDULED'
  /** Begun and not ended, but a higher one is in force. */
  | 'SUPERSEDED'
  /** Taken back by two people; it has ended. */
  | 'WITHDRAWN';

/** A rule's text, 1 to 300 characters each; no number of a document or a phone. */
export type PolicyTextsInput = {
  /** In English. */
  en: string;
  /** In simplified Chinese. */
  zhHans: string;
  /** In traditional Chinese. */
  zhHant: string;
};

/** Where a proposal stands. */
export type ProposalState =
  /** A second person agreed, and it was done. */
  | 'APPROVED'
  /** Nobody decided in time. */
  | 'EXPIRED'
  /** A second person did not agree. */
  | 'REFUSED'
  /** Who proposed it took it back. */
  | 'TAKEN_BACK'
  /** Waits for a second person. */
  | 'WAITING';

/** Terms that are to be offered, and why. */
export type ProposeAgreementInput = {
  /** Of DIRECT alone. */
  colorMap: Array<AgreementColorInput>;
  /** What colors must meet besides: at most 8; none in the mode CONVERT. */
  conditions?: Array<AgreementConditionInput>;
  /** The region whose codes are accepted. */
  issuer: string | number;
  /** How the issuer's codes are taken. */
  mode: RecognitionMode;
  /** At least six characters; the second person reads it. */
  reason: string;
  /** The region that accepts. */
  receiver: string | number;
  /** A change begins 48 hours after the last approval or later. */
  validFrom: string;
  /** Exclusive; at most a year later. */
  validTo: string;
};

/** Which export is proposed, and why. */
export type ProposeBulkExportInput = {
  /** At least six characters; the second person reads it. */
  reason: string;
  /** Region whose registered residents are exported. */
  region: string | number;
};

/** Which key is to be withdrawn, and why. */
export type ProposeKeyWithdrawalInput = {
  /** Key id, 16 hexadecimal digits. */
  kid: string | number;
  /** At least six characters; the second person reads it. */
  reason: string;
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
};

/** Rules that are proposed, and why. */
export type ProposePolicyInput = {
  /** At least six characters; the second person reads it. */
  reason: string;
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
  /** 1 to 50. */
  rules: Array<PolicyRuleInput>;
  /** A status older than this gives no verdict but STALE. */
  statusMaxAgeMinutes?: number;
  /** A time that has passed means: on approval. */
  validFrom: string;
  /** Exclusive; null = until a later version. */
  validTo?: string | null | undefined;
};

/** What is looked at for. Partners and verifiers: ENTRY, TRANSPORT, CARE, WORK. */
export type Purpose =
  /** Deciding an appeal. */
  | 'APPEAL'
  /** Looking after the audit log. */
  | 'AUDIT'
  /** Care of a patient. */
  | 'CARE'
  /** Isolation, contacts and outbreaks. */
  | 'CASE_WORK'
  /** Putting a record right. */
  | 'CORRECTION'
  /** Whether somebody may come in. */
  | 'ENTRY'
  /** Review of registrations and declarations. */
  | 'REVIEW'
  /** Helping a person who asks. */
  | 'SUPPORT'
  /** Whether somebody may travel along. */
  | 'TRANSPORT'
  /** Whether somebody may work. */
  | 'WORK';

/** Grounds of a decision; a closed list. */
export type ReasonClass =
  /** An isolation order. */
  | 'CASE'
  /** Check-ins that were owed and did not come. */
  | 'CHECK_IN_LAPSED'
  /** A contact notice. */
  | 'CONTACT'
  /** A record that was put right; no rule gives it. */
  | 'CORRECTION'
  /** An entry from abroad. */
  | 'ENTRY'
  /** An override by people. */
  | 'OVERRIDE'
  /** Time in a risk area. */
  | 'RISK_AREA'
  /** A symptom that was declared. */
  | 'SYMPTOM'
  /** A detected result. */
  | 'TEST';

/** How a receiver takes an issuer's codes: the three official modes. */
export type RecognitionMode =
  /** The holder needs a code of the receiver, made from the registration with the issuer. */
  | 'CONVERT'
  /** The issuer's color, by the agreement's color map. */
  | 'DIRECT'
  /** The receiver's own rules, over days of evidence that the issuer shares. */
  | 'SHARED_DATA';

/** The receiving region's verdict. */
export type RecognitionOutcome =
  /** It cannot be said from here; look at other proof. */
  | 'CROSS_CHECK'
  /** The code does not count here. */
  | 'NOT_RECOGNIZED'
  /** The code counts here, with `color`. */
  | 'RECOGNIZED'
  /** The status that is known is too old; ask again online. */
  | 'STALE';

/** A code as it is presented. */
export type RecognizeCodeInput = {
  /** One that is granted to the client. */
  purpose: Purpose;
  /** Where it is presented: a division, GB/T 2260. */
  region: string | number;
  /** Text as scanned. */
  text: string;
};

/** Why all codes of a region are decided anew. */
export type ReevaluationReason =
  /** A version of the rules begins or ends. */
  | 'POLICY_PUBLISHED'
  /** A version of the rules was withdrawn. */
  | 'POLICY_WITHDRAWN';

/** How far a re-evaluation is. */
export type ReevaluationState =
  /** Every code was looked at. */
  | 'DONE'
  /** Not begun. */
  | 'PLANNED'
  /** Some chunks are done. */
  | 'RUNNING';

/** Which proposal is refused, and why. */
export type RefuseProposalInput = {
  /** Id of a proposal that waits; not one of your own. */
  id: string | number;
  /** At least six characters. */
  reason: string;
};

/** What an applicant gives. */
export type RegisterResidentInput = {
  /** As in the document; a resident ID number says the same. */
  birthDate: string;
  /** By an official for a person at the desk: registered at once, with consent. */
  desk?: AtDeskInput | null | undefined;
  /** Division of present stay: GB/T 2260 code. */
  division: string | number;
  /** As in the document; it fits its type. Blanks and small letters do not matter. */
  documentNumber: string;
  /** Type of the document. */
  documentType: DocumentType;
  /** For a ward: the resident who is its guardian. */
  guardianId?: string | number | null | undefined;
  /** Name as in the document. */
  name: string;
  /** 6 to 20 digits, blanks and hyphens, with a leading + or without. */
  phone?: string | null | undefined;
};

/** Where a registration stands; once decided it stays so. */
export type RegistrationState =
  /** Waits for review; it counts for nothing yet. */
  | 'RECEIVED'
  /** It counts. */
  | 'REGISTERED'
  /** It does not count. */
  | 'REJECTED';

/** What came of a step of a rehearsal. */
export type RehearsalOutcome =
  /** It did not; `note` says how. */
  | 'FAILED'
  /** It could not be done yet; `note` says why. */
  | 'NOT_DONE'
  /** It went as it must. */
  | 'PASSED';

/** Steps of a rehearsal, in the order in which they are played. */
export type RehearsalStepName =
  /** A code that turns red is seen so, with no network. */
  | 'COLOR_CHANGE_SEEN_OFFLINE'
  /** A key is replaced with overlap: codes of both are known. */
  | 'KEY_ROLLED'
  /** It is known in another stack. */
  | 'KNOWN_THERE'
  /** An older trust list is not taken. */
  | 'ROLLBACK_REFUSED'
  /** A specimen of the region is signed. */
  | 'SPECIMEN_ISSUED'
  /** It is known here, with no network. */
  | 'SPECIMEN_KNOWN_HERE'
  /** A specimen of another region is known here. */
  | 'THEIRS_KNOWN_HERE'
  /** A withdrawn code is refused, with no network. */
  | 'WITHDRAWN_CODE_REFUSED'
  /** Codes of a withdrawn key are refused. */
  | 'WITHDRAWN_KEY_REFUSED';

/** What is to be shown, and why. */
export type RevealResidentInput = {
  /** At least one; the log says which. */
  fields: Array<RevealedField>;
  /** At least six characters; the resident reads it. */
  reason: string;
  /** Somebody registered in one of your regions. */
  residentId: string | number;
};

/** Identity fields that are hidden until they are asked for one by one. */
export type RevealedField =
  /** The document number in full. */
  | 'DOCUMENT_NUMBER'
  /** The name in full. */
  | 'NAME'
  /** The phone number. */
  | 'PHONE';

/** What a reviewer decides of a registration. */
export type ReviewDecision =
  /** It counts; the document must not be registered here already. */
  | 'APPROVE'
  /** It does not count; the applicant reads why. */
  | 'REJECT';

/** A reviewer's decision on a declaration. */
export type ReviewDeclarationInput = {
  /** What becomes of it. */
  decision: DeclarationDecision;
  /** One that is PENDING, in one of your regions, and not written down by you. */
  declarationId: string | number;
  /** Needed to reject; the person reads it. */
  reason?: string | null | undefined;
};

/** A reviewer's decision on a registration. */
export type ReviewRegistrationInput = {
  /** What becomes of it. */
  decision: ReviewDecision;
  /** Needed to reject; the applicant reads it. */
  reason?: string | null | undefined;
  /** One that is RECEIVED, in one of your regions. */
  residentId: string | number;
};

/** A reviewer's decision on a guardian's renewal. */
export type ReviewRenewalInput = {
  /** What becomes of it. */
  decision: ReviewDecision;
  /** Needed to reject; the guardian reads it. */
  reason?: string | null | undefined;
  /** A ward whose renewal waits, in one of your regions. */
  residentId: string | number;
};

/** Risk of an area; MEDIUM was abolished in November 2022. */
export type RiskLevel =
  /** High risk. */
  | 'HIGH'
  /** Low risk. */
  | 'LOW'
  /** Medium risk; abolished in November 2022. */
  | 'MEDIUM';

/** Role of an account; it decides its rights and purposes. */
export type Role =
  /** Accounts and agencies of a region, and events set aside; no health data. */
  | 'ADMINISTRATOR'
  /** Recognition agreements, and the withdrawal of signing keys. */
  | 'AGREEMENT_OFFICER'
  /** Decides appeals. */
  | 'APPEAL_OFFICER'
  /** Reads and verifies the audit log; sees accounts and proposals. */
  | 'AUDITOR'
  /** Isolation, contact notices, venues and outbreaks; withdraws codes. */
  | 'CASE_OFFICER'
  /** Sees states and next steps of codes; no health detail. */
  | 'CUSTOMER_SERVICE'
  /** Serves people at a desk: registers, declares for them, issues codes on paper. */
  | 'DESK'
  /** Records and submits test results. */
  | 'LABORATORY'
  /** Reads the audit log, accounts, proposals and statistics; no region can disable it. */
  | 'OVERSIGHT'
  /** A client program, with scopes and purposes of its own. */
  | 'PARTNER'
  /** Approves policies and held bulletins. */
  | 'POLICY_APPROVER'
  /** Proposes policies and imports bulletins. */
  | 'POLICY_AUTHOR'
  /** Audit log, revealing of single fields, bulk exports by two. */
  | 'PRIVACY_OFFICER'
  /** A person, for their own registrations and those of their wards. */
  | 'RESIDENT'
  /** Reviews registrations and declarations. */
  | 'REVIEWER'
  /** Verifies codes at a gate or a venue. */
  | 'VERIFIER';

/** What is wrong with a field of a row. */
export type RowFault =
  /** The sample is older than 60 days, or of the future. */
  | 'AGE'
  /** The number has no real day of birth. */
  | 'BIRTH_DATE'
  /** It has characters that its type has not. */
  | 'CHARACTERS'
  /** The number's check character is wrong. */
  | 'CHECK_DIGIT'
  /** An earlier row has another result of the same sample. */
  | 'CONFLICT'
  /** It is no instant of RFC 3339. */
  | 'INSTANT'
  /** It is too long, or of another length than its type has. */
  | 'LENGTH'
  /** It is needed and not there. */
  | 'MISSING'
  /** It is none of the words that may stand there. */
  | 'TERM'
  /** It is no document type. */
  | 'TYPE';

/** Whether a row was taken in; never whether its person is known. */
export type RowStatus =
  /** Taken in. */
  | 'ACCEPTED'
  /** Not taken in; `field` and `fault` say why. */
  | 'REFUSED';

/** Which event that was set aside, and why. */
export type SetAsideEventInput = {
  /** An event that is WAITING, in one of your regions. */
  id: string | number;
  /** 6 to 500 characters. */
  reason: string;
};

/** Why an event was set aside. */
export type SetAsideFault =
  /** It does not have the shape of its kind. */
  | 'BROKEN_BODY'
  /** Taking it in failed five times. */
  | 'NOT_TAKEN_IN'
  /** It was announced and cannot be found. */
  | 'NOT_THERE';

/** Where an event that was set aside stands. */
export type SetAsideState =
  /** Was given up; lists leave it out. */
  | 'DROPPED'
  /** Was sent again. Taken in, it is gone from here; else it is WAITING once more. */
  | 'RETRYING'
  /** Waits for somebody to decide. */
  | 'WAITING';

/** How old a region's newest statement is, for the rules of who reads it. */
export type StatementAge =
  /** More than half of that time has gone. */
  | 'AGEING'
  /** Less than half of the time has gone in which it is good. */
  | 'FRESH'
  /** That time has gone: what it says is STALE. */
  | 'TOO_OLD';

/** Results of people who are named by their documents. */
export type SubmitTestResultsInput = {
  /** When the source said it, within the last 24 hours; null: now. Of corrections of a sample the one said last stands, in whatever order they come. */
  issuedAt?: string | null | undefined;
  /** Region of the source; null: its own. */
  region?: string | number | null | undefined;
  /** 1 to 500. */
  results: Array<SubmittedTestResultInput>;
};

/** A result by document. Texts, each checked by itself: a bad row spoils no other. */
export type SubmittedTestResultInput = {
  /** True: it replaces what was said before of the same sample, but for a correction that was said later. */
  corrects?: boolean;
  /** As it stands in the document. */
  documentNumber: string;
  /** A name of DocumentType, or its WS 364.3 code. */
  documentType: string;
  /** Name of the laboratory, at most 64 characters. */
  laboratory: string;
  /** NUCLEIC_ACID (when nothing is said) or ANTIGEN. */
  method?: string | null | undefined;
  /** DETECTED or NOT_DETECTED. */
  result: string;
  /** RFC 3339; of the last 60 days. */
  sampleCollectedAt: string;
};

/** Symptoms by WS 363.6. */
export type SymptomTerm =
  /** 嗅觉味觉减退: smell or taste is weaker. */
  | 'ANOSMIA'
  /** 咳嗽 */
  | 'COUGH'
  /** 腹泻 */
  | 'DIARRHEA'
  /** 呼吸困难 */
  | 'DYSPNEA'
  /** 乏力 */
  | 'FATIGUE'
  /** 发热 */
  | 'FEVER'
  /** 头痛 */
  | 'HEADACHE'
  /** 肌肉酸痛 */
  | 'MYALGIA'
  /** 其他不适: something else. */
  | 'OTHER'
  /** 咽痛 */
  | 'SORE_THROAT';

/** How a sample is tested. */
export type TestMethod =
  /** Rapid antigen. EU DCC: LP217198-3. */
  | 'ANTIGEN'
  /** Nucleic acid amplification. EU DCC: LP6464-4. */
  | 'NUCLEIC_ACID';

/** As in the EU schema, tr. */
export type TestOutcome =
  /** The virus was found: SNOMED CT 260373001. */
  | 'DETECTED'
  /** It was not found: SNOMED CT 260415000. */
  | 'NOT_DETECTED';

/** What the checks of a text found; the first that fails decides. */
export type TokenStatus =
  /** The clock here is behind the trust list. */
  | 'CLOCK_SUSPECT'
  /** It is over. */
  | 'EXPIRED'
  /** It was changed, or somebody else presents it. */
  | 'INVALID_SIGNATURE'
  /** No region of the trust list signed it. */
  | 'ISSUER_NOT_TRUSTED'
  /** Its key was withdrawn, or did not hold at that time. */
  | 'KEY_TERMINATED'
  /** It begins like one, and cannot be read. */
  | 'MALFORMED'
  /** It is no health code of ours. */
  | 'NOT_SUPPORTED'
  /** It begins later. */
  | 'NOT_YET_VALID'
  /** The same presentation was just shown. */
  | 'REPLAYED'
  /** It stands for nobody; for training and tests. */
  | 'SPECIMEN'
  /** Its region has ended its code. */
  | 'SUNSET'
  /** Its region has no color for it now. */
  | 'SUSPENDED'
  /** The text is a code in order; the reasons decide. */
  | 'VERIFIED'
  /** Its region took it back. */
  | 'WITHDRAWN'
  /** Its key may not sign such a thing. */
  | 'WRONG_KEY_USE';

/** One end of a trip: a division at home, or a country. */
export type TripEndInput = {
  /** ISO 3166-1 alpha-2; CN at home. */
  country: string | number;
  /** GB/T 2260, at home. */
  division?: string | number | null | undefined;
};

/** How people travel. */
export type TripMode =
  /** By car. */
  | 'CAR'
  /** By coach. */
  | 'COACH'
  /** By plane. */
  | 'FLIGHT'
  /** By ship. */
  | 'SHIP'
  /** By train. */
  | 'TRAIN';

/** What a resident scans at a venue. */
export type VisitVenueInput = {
  /** As the venue shows it now. */
  code: string;
  /** Your own registration or a ward's. */
  residentId: string | number;
};

/** A contact notice that does not stand. */
export type WithdrawContactNoticeInput = {
  /** One that was not withdrawn, in one of your regions. */
  noticeId: string | number;
  /** 6 to 500 characters. */
  reason: string;
};

/** An outbreak that was declared by mistake. */
export type WithdrawOutbreakInput = {
  /** One of your regions. */
  outbreakId: string | number;
  /** 6 to 500 characters, without names or numbers. */
  reason: string;
};

/** Which version is to be withdrawn, and why. */
export type WithdrawPolicyInput = {
  /** At least six characters; the second person reads it. */
  reason: string;
  /** GB/T 2260 code of a region within your grants. */
  region: string | number;
  /** One that has not ended. */
  version: number;
};

export type Decision_WhyFragment = { missing: Array<string>, reasons: Array<{ ruleId: string, ruleVersion: number, until: string | null, text: string | null, evidence: Array<{ id: string, kind: string, source: string, at: string }> }>, nextSteps: Array<{ kind: NextStepKind, until: string | null, text: string }> } & { ' $fragmentName'?: 'Decision_WhyFragment' };

export type FetchConversionMutationVariables = Exact<{
  input: FetchConversionInput;
}>;


export type FetchConversionMutation = { fetchConversion: { id: string } };

export type ImportRegistrationMutationVariables = Exact<{
  input: ImportRegistrationInput;
}>;


export type ImportRegistrationMutation = { importRegistration: { id: string, maskedName: string } };

export type ConvertingRegionsQueryVariables = Exact<{
  issuer: string | number;
  language: Language;
}>;


export type ConvertingRegionsQuery = { convertingRegions: Array<{ id: string, name: string }> };

export type OfferConversionMutationVariables = Exact<{
  input: OfferConversionInput;
}>;


export type OfferConversionMutation = { offerConversion: { id: string, receiver: string, text: string, svg: string, expiresAt: string } };

export type DivisionNameQueryVariables = Exact<{
  code: string | number;
}>;


export type DivisionNameQuery = { division: { code: string, name: string } | null };

export type WaitingDeclarationsQueryVariables = Exact<{
  region?: string | number | null | undefined;
}>;


export type WaitingDeclarationsQuery = { declarations: { totalCount: number | null } };

export type WaitingRegistrationsQueryVariables = Exact<{
  region?: string | number | null | undefined;
}>;


export type WaitingRegistrationsQuery = { registrations: { totalCount: number | null } };

export type MyAccessesQueryVariables = Exact<{
  id: string | number;
}>;


export type MyAccessesQuery = { resident: { id: string, accesses: Array<{ at: string, action: AuditAction, role: string | null, agency: string | null, purpose: string | null, reason: string | null }> } | null };

export type MyCheckInMutationVariables = Exact<{
  input: CheckInInput;
}>;


export type MyCheckInMutation = { checkIn: { id: string } };

export type MyCheckInsQueryVariables = Exact<{
  id: string | number;
}>;


export type MyCheckInsQuery = { resident: { id: string, checkIns: { nodes: Array<{ id: string, at: string, day: string, symptoms: Array<SymptomTerm>, temperature: number | null }> } } | null };

export type MyReceiptQueryVariables = Exact<{
  id: string | number;
}>;


export type MyReceiptQuery = { resident: { id: string, code: { id: string, decisions: { nodes: Array<{ id: string, decidedAt: string, receipt: string | null }> } } | null } | null };

export type MyCodeTextMutationVariables = Exact<{
  input: IssueCodeInput;
}>;


export type MyCodeTextMutation = { issueCode: { text: string, svg: string, expiresAt: string } };

export type MyCodeQueryVariables = Exact<{
  id: string | number;
  language: Language;
}>;


export type MyCodeQuery = { resident: { id: string, code: { id: string, state: CodeState, color: Color | null, decidedAt: string | null, lookAgainAt: string | null, standing: { policyVersion: number, missing: Array<string>, reasons: Array<{ ruleId: string, until: string | null, text: string | null, evidence: Array<{ id: string, kind: string, source: string, at: string }> }>, nextSteps: Array<{ kind: NextStepKind, remaining: number | null, text: string }> } | null } | null, declarations: { nodes: Array<{ id: string, state: DeclarationState, declaredAt: string, dueAt: string, reviewReason: string | null }> }, checkIns: { nodes: Array<{ id: string, at: string, day: string, symptoms: Array<SymptomTerm>, temperature: number | null }> } } | null };

export type MyDeclarationsQueryVariables = Exact<{
  id: string | number;
}>;


export type MyDeclarationsQuery = { resident: { id: string, declarations: { nodes: Array<{ id: string, state: DeclarationState, declaredAt: string, dueAt: string, reviewReason: string | null }> } } | null };

export type MyStaysQueryVariables = Exact<{
  id: string | number;
}>;


export type MyStaysQuery = { resident: { id: string, stays: { nodes: Array<{ id: string, division: string, community: string | null, arrivedAt: string, leftAt: string | null }> } } | null };

export type MyEndStayMutationVariables = Exact<{
  input: EndStayInput;
}>;


export type MyEndStayMutation = { endStay: { id: string } };

export type MyDeclareHealthMutationVariables = Exact<{
  input: DeclareHealthInput;
}>;


export type MyDeclareHealthMutation = { declareHealth: { id: string, declaredAt: string, dueAt: string } };

export type MyDeclareStayMutationVariables = Exact<{
  input: DeclareStayInput;
}>;


export type MyDeclareStayMutation = { declareStay: { id: string } };

export type MyRiskAreasQueryVariables = Exact<{
  division: string | number;
  from: string;
  to: string;
}>;


export type MyRiskAreasQuery = { before: { nodes: Array<{ id: string, community: string, whole: boolean }> }, after: { nodes: Array<{ id: string, community: string, whole: boolean }> } };

export type MyDivisionsQueryVariables = Exact<{
  below: string | number;
}>;


export type MyDivisionsQuery = { divisions: { nodes: Array<{ code: string, name: string, registers: boolean }> } };

export type MyOfferGuardianshipMutationVariables = Exact<{
  residentId: string | number;
}>;


export type MyOfferGuardianshipMutation = { offerGuardianship: { id: string, code: string, expiresAt: string } };

export type MyAcceptGuardianshipMutationVariables = Exact<{
  input: AcceptGuardianshipInput;
}>;


export type MyAcceptGuardianshipMutation = { acceptGuardianship: { id: string } };

export type MyRenewGuardianshipMutationVariables = Exact<{
  residentId: string | number;
}>;


export type MyRenewGuardianshipMutation = { renewGuardianship: { id: string } };

export type MyGuardiansQueryVariables = Exact<{ [key: string]: never; }>;


export type MyGuardiansQuery = { myResidents: Array<{ id: string, state: RegistrationState, maskedName: string, birthDate: string, guardianId: string | null, guardianship: { guardianName: string, until: string | null, renewalAskedAt: string | null, renewalRefusal: string | null } | null }> };

export type MyEndGuardianshipMutationVariables = Exact<{
  input: EndGuardianshipInput;
}>;


export type MyEndGuardianshipMutation = { endGuardianship: { id: string } };

export type MyLeaveVenueMutationVariables = Exact<{
  id: string | number;
}>;


export type MyLeaveVenueMutation = { leaveVenue: { id: string } };

export type MyVisitVenueMutationVariables = Exact<{
  input: VisitVenueInput;
}>;


export type MyVisitVenueMutation = { visitVenue: { id: string } };

export type MyDeclareTripMutationVariables = Exact<{
  input: DeclareTripInput;
}>;


export type MyDeclareTripMutation = { declareTrip: { id: string } };

export type MyRecordsQueryVariables = Exact<{
  id: string | number;
}>;


export type MyRecordsQuery = { resident: { id: string, trips: { nodes: Array<{ id: string, mode: TripMode, number: string | null, departedAt: string, arrivedAt: string, from: { country: string, division: string | null }, to: { country: string, division: string | null } }> }, venueVisits: { nodes: Array<{ id: string, venueName: string | null, arrivedAt: string, leftAt: string | null }> }, vaccinations: { nodes: Array<{ id: string, product: string, doseNumber: number, seriesDoses: number, vaccinatedOn: string, center: string }> } } | null };

export type MyRegisterMutationVariables = Exact<{
  input: RegisterResidentInput;
}>;


export type MyRegisterMutation = { registerResident: { id: string } };

export type MyHouseholdQueryVariables = Exact<{ [key: string]: never; }>;


export type MyHouseholdQuery = { myResidents: Array<{ id: string, region: string, state: RegistrationState, documentType: DocumentType, maskedName: string, birthDate: string, guardianId: string | null, receivedAt: string, dueAt: string, reviewReason: string | null, division: { code: string, name: string } | null, code: { id: string, state: CodeState, color: Color | null } | null }> };

export type OfflineListsQueryVariables = Exact<{
  region: string | number;
  have: Array<string> | string;
}>;


export type OfflineListsQuery = { offlineLists: { region: string, trustRoots: { environment: string, threshold: number, keys: Array<string> }, trustList: { etag: string, body: string | null } | null, terms: Array<{ etag: string, body: string | null }>, agreements: Array<{ etag: string, body: string | null }>, statements: Array<{ etag: string, body: string | null }>, statusLists: Array<{ etag: string, body: string | null }> }, regions: Array<{ id: string, ZH_HANS: string, ZH_HANT: string, EN: string }> };

export type AccountListQueryVariables = Exact<{
  region?: string | number | null | undefined;
  role?: Role | null | undefined;
  disabled?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountListQuery = { accounts: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string | null, role: Role, agency: string | null, region: string, disabledAt: string | null }> } };

export type ChangeAccountMutationVariables = Exact<{
  input: ChangeAccountInput;
}>;


export type ChangeAccountMutation = { changeAccount: { id: string, version: number } };

export type DisableAccountMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type DisableAccountMutation = { disableAccount: { id: string, version: number } };

export type EnableAccountMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type EnableAccountMutation = { enableAccount: { id: string, version: number } };

export type AddAccountMutationVariables = Exact<{
  input: AddAccountInput;
}>;


export type AddAccountMutation = { addAccount: { id: string } };

export type AddAgencyMutationVariables = Exact<{
  input: AddAgencyInput;
}>;


export type AddAgencyMutation = { addAgency: { id: string } };

export type AccountPanelQueryVariables = Exact<{
  id: string | number;
}>;


export type AccountPanelQuery = { account: { id: string, name: string | null, role: Role, agency: string | null, region: string, grants: Array<string>, rights: Array<string>, withheld: Array<string>, purposes: Array<string>, disabledAt: string | null, version: number, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> } | null };

export type RightsQueryVariables = Exact<{
  language: Language;
}>;


export type RightsQuery = { rights: Array<{ id: string, roles: Array<Role>, text: string }> };

export type AgenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type AgenciesQuery = { agencies: Array<{ id: string, region: string, name: string }> };

export type ProposeAgreementAcceptanceMutationVariables = Exact<{
  input: AgreementReasonInput;
}>;


export type ProposeAgreementAcceptanceMutation = { proposeAgreementAcceptance: { id: string } };

export type WithdrawAgreementMutationVariables = Exact<{
  input: AgreementReasonInput;
}>;


export type WithdrawAgreementMutation = { withdrawAgreement: { id: string, state: AgreementState } };

export type ProposeAgreementMutationVariables = Exact<{
  input: ProposeAgreementInput;
}>;


export type ProposeAgreementMutation = { proposeAgreement: { id: string } };

export type Agreement_TermsFragment = { id: string, version: number, state: AgreementState, mode: RecognitionMode, validFrom: string, validTo: string, signedByReceiver: boolean, signedByIssuer: boolean, withdrawnAt: string | null, withdrawnBy: string | null, colorMap: Array<{ issued: string, color: Color }>, conditions: Array<{ id: string, hours: number, colors: Array<Color> }>, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }>, receiver: { id: string, name: string }, issuer: { id: string, name: string } } & { ' $fragmentName'?: 'Agreement_TermsFragment' };

export type AgreementsQueryVariables = Exact<{
  region?: string | number | null | undefined;
  after?: string | null | undefined;
  language: Language;
}>;


export type AgreementsQuery = { agreements: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Agreement_TermsFragment': Agreement_TermsFragment } }> } };

export type AgreementRegionsQueryVariables = Exact<{
  language: Language;
}>;


export type AgreementRegionsQuery = { regions: Array<{ id: string, name: string }> };

export type TryAgreementQueryVariables = Exact<{
  input: AgreementTermsInput;
}>;


export type TryAgreementQuery = { tryAgreement: { version: number, faults: Array<{ kind: AgreementFaultKind, path: string, message: string }>, lines: Array<{ issued: string, codes: number | null, conditions: Array<string>, now: { outcome: RecognitionOutcome, color: Color | null }, after: { outcome: RecognitionOutcome, color: Color | null } }>, verdicts: Array<{ outcome: RecognitionOutcome, count: number }> } };

export type ProposedAgreementQueryVariables = Exact<{
  id: string | number;
  language: Language;
}>;


export type ProposedAgreementQuery = { agreementDraft: { mode: RecognitionMode, validFrom: string, validTo: string, colorMap: Array<{ issued: string, color: Color }>, conditions: Array<{ id: string, hours: number, colors: Array<Color> }>, receiver: { id: string, name: string }, issuer: { id: string, name: string } } };

export type OfferedAgreementQueryVariables = Exact<{
  id: string | number;
  language: Language;
}>;


export type OfferedAgreementQuery = { agreement: { mode: RecognitionMode, validFrom: string, validTo: string, colorMap: Array<{ issued: string, color: Color }>, conditions: Array<{ id: string, hours: number, colors: Array<Color> }>, receiver: { id: string, name: string }, issuer: { id: string, name: string } } };

export type ProposeBulkExportMutationVariables = Exact<{
  input: ProposeBulkExportInput;
}>;


export type ProposeBulkExportMutation = { proposeBulkExport: { id: string } };

export type ProposeKeyWithdrawalMutationVariables = Exact<{
  input: ProposeKeyWithdrawalInput;
}>;


export type ProposeKeyWithdrawalMutation = { proposeKeyWithdrawal: { id: string } };

export type SigningKeysQueryVariables = Exact<{
  region: string | number;
}>;


export type SigningKeysQuery = { signingKeys: Array<{ kid: string, region: string, use: string, notBefore: string, notAfter: string, withdrawn: boolean }> };

export type ApproveResidentsProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveResidentsProposalMutation = { approveResidentsProposal: { id: string } };

export type RefuseResidentsProposalMutationVariables = Exact<{
  input: RefuseProposalInput;
}>;


export type RefuseResidentsProposalMutation = { refuseResidentsProposal: { id: string } };

export type TakeBackResidentsProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type TakeBackResidentsProposalMutation = { takeBackResidentsProposal: { id: string } };

export type ApproveCodesProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveCodesProposalMutation = { approveCodesProposal: { id: string } };

export type RefuseCodesProposalMutationVariables = Exact<{
  input: RefuseProposalInput;
}>;


export type RefuseCodesProposalMutation = { refuseCodesProposal: { id: string } };

export type TakeBackCodesProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type TakeBackCodesProposalMutation = { takeBackCodesProposal: { id: string } };

export type ApproveTravelProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveTravelProposalMutation = { approveTravelProposal: { id: string } };

export type RefuseTravelProposalMutationVariables = Exact<{
  input: RefuseProposalInput;
}>;


export type RefuseTravelProposalMutation = { refuseTravelProposal: { id: string } };

export type TakeBackTravelProposalMutationVariables = Exact<{
  id: string | number;
}>;


export type TakeBackTravelProposalMutation = { takeBackTravelProposal: { id: string } };

export type ExportedPageQueryVariables = Exact<{
  proposal: string | number;
  after?: string | null | undefined;
}>;


export type ExportedPageQuery = { exportedResidents: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ name: string, documentNumber: string, phone: string | null, resident: { id: string, documentType: DocumentType, birthDate: string, division: { code: string, name: string } | null } }> } };

export type Proposal_RowFragment = { id: string, region: string, kind: string, about: string, reason: string, proposedAt: string, expiresAt: string, state: ProposalState, decidedAt: string | null, decideReason: string | null, dryRun: Array<{ name: string, count: number }>, proposedBy: { subject: string, agency: string | null }, decidedBy: { subject: string, agency: string | null } | null, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> } & { ' $fragmentName'?: 'Proposal_RowFragment' };

export type ResidentsProposalsQueryVariables = Exact<{
  region?: string | number | null | undefined;
  state?: ProposalState | null | undefined;
}>;


export type ResidentsProposalsQuery = { residentsProposals: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Proposal_RowFragment': Proposal_RowFragment } }> } };

export type TravelProposalsQueryVariables = Exact<{
  region?: string | number | null | undefined;
  state?: ProposalState | null | undefined;
}>;


export type TravelProposalsQuery = { travelProposals: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Proposal_RowFragment': Proposal_RowFragment } }> } };

export type CodesProposalsQueryVariables = Exact<{
  region?: string | number | null | undefined;
  state?: ProposalState | null | undefined;
}>;


export type CodesProposalsQuery = { codesProposals: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Proposal_RowFragment': Proposal_RowFragment } }> } };

export type AuditPageQueryVariables = Exact<{
  region: string | number;
  filter?: AuditFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditPageQuery = { auditEntries: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<(
      { sequence: number }
      & { ' $fragmentRefs'?: { 'Audit_EntryFragment': Audit_EntryFragment } }
    )> } };

export type Audit_EntryFragment = { sequence: number, at: string, action: AuditAction, hash: string, bodyState: AuditBodyState, subject: string | null, role: string | null, agency: string | null, purpose: string | null, residentId: string | null, objectId: string | null, reason: string | null, details: Array<{ name: string, value: string }> } & { ' $fragmentName'?: 'Audit_EntryFragment' };

export type VerifyChainQueryVariables = Exact<{
  region: string | number;
  from: number;
}>;


export type VerifyChainQuery = { auditVerification: { verifiedTo: number, entries: number, expired: number, erased: number, total: number, done: boolean, fault: { fault: AuditFaultKind, sequence: number | null, checkpoint: number | null } | null } };

export type CaseTable_CaseFragment = { id: string, kind: CaseKind, since: string, until: string, lastCheckInOn: string | null, resident: { id: string, maskedName: string } } & { ' $fragmentName'?: 'CaseTable_CaseFragment' };

export type CasesPageQueryVariables = Exact<{
  region?: string | number | null | undefined;
  kind?: CaseKind | null | undefined;
  due?: CaseDue | null | undefined;
  after?: string | null | undefined;
}>;


export type CasesPageQuery = { cases: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'CaseTable_CaseFragment': CaseTable_CaseFragment } }> } };

export type OrderIsolationMutationVariables = Exact<{
  input: OrderIsolationInput;
}>;


export type OrderIsolationMutation = { orderIsolation: { id: string } };

export type ExtendIsolationMutationVariables = Exact<{
  input: ExtendIsolationInput;
}>;


export type ExtendIsolationMutation = { extendIsolation: { id: string } };

export type ReleaseIsolationMutationVariables = Exact<{
  orderId: string | number;
}>;


export type ReleaseIsolationMutation = { releaseIsolation: { id: string } };

export type NoticeContactMutationVariables = Exact<{
  input: NoticeContactInput;
}>;


export type NoticeContactMutation = { noticeContact: { id: string } };

export type WithdrawContactNoticeMutationVariables = Exact<{
  input: WithdrawContactNoticeInput;
}>;


export type WithdrawContactNoticeMutation = { withdrawContactNotice: { id: string } };

export type CaseRecordQueryVariables = Exact<{
  id: string | number;
  travels: boolean;
}>;


export type CaseRecordQuery = { resident: { id: string, tests: { nodes: Array<{ id: string, sampleCollectedAt: string, result: TestOutcome, method: TestMethod, supersededBy: string | null }> }, isolationOrders: { nodes: Array<{ id: string, place: IsolationPlace, from: string, until: string, releasedAt: string | null, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> }> }, contactNotices: { nodes: Array<{ id: string, lastContactAt: string, noticedAt: string, withdrawnAt: string | null, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> }> }, stays?: { nodes: Array<{ id: string, division: string, community: string | null, exposures: Array<{ level: RiskLevel, from: string, until: string | null }> }> } } | null };

export type DeclareAtDeskMutationVariables = Exact<{
  input: DeclareHealthInput;
}>;


export type DeclareAtDeskMutation = { declareHealth: { id: string, declaredAt: string, dueAt: string, state: DeclarationState, reviewReason: string | null } };

export type IssuePaperMutationVariables = Exact<{
  input: IssueCodeInput;
  language: Language;
}>;


export type IssuePaperMutation = { issueCode: { svg: string, pdf: string | null, issuedAt: string, expiresAt: string, card: string | null } };

export type DivisionsBelowQueryVariables = Exact<{
  below: string | number;
}>;


export type DivisionsBelowQuery = { divisions: { nodes: Array<{ code: string, name: string, level: DivisionLevel }> } };

export type FindPersonQueryVariables = Exact<{
  input: FindResidentsInput;
}>;


export type FindPersonQuery = { findResidents: Array<{ id: string, region: string, state: RegistrationState, maskedName: string, birthDate: string, consents: Array<{ id: string, method: ConsentMethod, recordedAt: string }>, code: { state: CodeState, color: Color | null } | null }> };

export type RegisterAtDeskMutationVariables = Exact<{
  input: RegisterResidentInput;
}>;


export type RegisterAtDeskMutation = { registerResident: { id: string, maskedName: string } };

export type DeskPersonQueryVariables = Exact<{
  id: string | number;
  declaration: string | number;
}>;


export type DeskPersonQuery = { resident: { id: string, code: { state: CodeState, color: Color | null } | null } | null, declaration: { id: string, declaredAt: string, dueAt: string, state: DeclarationState, reviewReason: string | null } | null };

export type PolicyFaultsQueryVariables = Exact<{
  input: PolicyInput;
}>;


export type PolicyFaultsQuery = { policyFaults: Array<{ kind: PolicyFaultKind, path: string, message: string }> };

export type ProposePolicyMutationVariables = Exact<{
  input: ProposePolicyInput;
}>;


export type ProposePolicyMutation = { proposePolicy: { id: string } };

export type WithdrawPolicyMutationVariables = Exact<{
  input: WithdrawPolicyInput;
}>;


export type WithdrawPolicyMutation = { withdrawPolicy: { id: string } };

export type Policy_RuleFragment = { id: string, version: number, color: Color | null, zhHans: string, zhHant: string, en: string, condition: { kind: PolicyConditionKind, days: number | null, level: PolicyRiskLevel | null, place: PolicyPlace | null, terms: Array<string> | null }, exit: { kind: PolicyExitKind, n: number | null, unit: PolicySpanUnit | null, count: number | null, hoursApart: number | null, fromDay: number | null, of: Array<{ kind: PolicyExitKind, n: number | null, unit: PolicySpanUnit | null, count: number | null, hoursApart: number | null, fromDay: number | null, of: Array<{ kind: PolicyExitKind, n: number | null, unit: PolicySpanUnit | null, count: number | null, hoursApart: number | null, fromDay: number | null, of: Array<{ kind: PolicyExitKind, n: number | null, unit: PolicySpanUnit | null, count: number | null, hoursApart: number | null, fromDay: number | null }> | null }> | null }> | null } } & { ' $fragmentName'?: 'Policy_RuleFragment' };

export type PoliciesQueryVariables = Exact<{
  region: string | number;
  after?: string | null | undefined;
}>;


export type PoliciesQuery = { policies: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ region: string, version: number, state: PolicyState, validFrom: string, validTo: string | null, statusMaxAgeMinutes: number, publishedAt: string | null, withdrawnAt: string | null, rules: Array<{ ' $fragmentRefs'?: { 'Policy_RuleFragment': Policy_RuleFragment } }> }> } };

export type PolicyEditionsQueryVariables = Exact<{
  language: Language;
}>;


export type PolicyEditionsQuery = { nationalPolicies: Array<{ id: string, name: string, validFromOn: string, source: string, rules: Array<{ ' $fragmentRefs'?: { 'Policy_RuleFragment': Policy_RuleFragment } }> }> };

export type RecognizeCodeQueryVariables = Exact<{
  input: RecognizeCodeInput;
}>;


export type RecognizeCodeQuery = { recognizeCode: { pass: boolean, outcome: RecognitionOutcome, tokenStatus: TokenStatus, issuedColor: Color | null, color: Color | null, validUntil: string | null, paper: boolean, specimen: boolean, receipt: string, issuer: { id: string, ZH_HANS: string, ZH_HANT: string, EN: string } | null, presentedIn: { id: string, ZH_HANS: string, ZH_HANT: string, EN: string }, reasons: Array<{ ruleId: string, version: number, outcome: ConditionOutcome, ZH_HANS: string, ZH_HANT: string, EN: string }>, holder: { maskedName: string, birthMonthDay: string } | null, basis: { mode: BasisMode, trustListVersion: number, policyVersion: number | null, agreementVersion: number | null, statusAsOf: string | null } } };

export type RegionPageQueryVariables = Exact<{
  region: string | number;
  language: Language;
}>;


export type RegionPageQuery = { regionStanding: { joinedAfterSeconds: number | null, region: { id: string, name: string }, trustList: { version: number, issuedAt: string, expiresAt: string, digest: string | null } | null, listed: { state: ListedState, endpoint: string | null } | null, keys: Array<{ kid: string, use: string, notBefore: string, notAfter: string, withdrawn: boolean, held: boolean }>, policy: { version: number, since: string } | null, neighbours: Array<{ state: ListedState, endpoint: string | null, takenHere: AgreementState | null, takenThere: AgreementState | null, statedAt: string | null, age: StatementAge | null, region: { id: string, name: string } }>, rehearsal: { id: string, begunAt: string, endedAt: string | null, listVersion: number, steps: Array<{ step: RehearsalStepName, state: RehearsalOutcome, note: string, tookMs: number }> } | null, further: Array<{ id: string, name: string }>, steps: Array<{ step: JoiningStepName, state: JoiningState, findings: Array<{ kind: JoiningFindingKind, about: string | null, at: string | null }> }> } };

export type RehearseRegionMutationVariables = Exact<{
  region: string | number;
  peerSpecimen?: string | null | undefined;
}>;


export type RehearseRegionMutation = { rehearseRegion: { id: string } };

export type RegionSpecimenMutationVariables = Exact<{
  input: IssueSpecimenInput;
}>;


export type RegionSpecimenMutation = { issueSpecimen: { id: string, text: string, svg: string, expiresAt: string } };

export type GuardianPanelQueryVariables = Exact<{
  id: string | number;
}>;


export type GuardianPanelQuery = { resident: { id: string, guardianship: { guardianId: string, guardianName: string, until: string | null } | null } | null };

export type EndGuardianshipMutationVariables = Exact<{
  input: EndGuardianshipInput;
}>;


export type EndGuardianshipMutation = { endGuardianship: { id: string } };

export type NameGuardianMutationVariables = Exact<{
  input: NameGuardianInput;
}>;


export type NameGuardianMutation = { nameGuardian: { id: string } };

export type Found_ResidentFragment = { id: string, maskedName: string, birthDate: string, state: RegistrationState, documentType: DocumentType, division: { code: string, name: string } | null } & { ' $fragmentName'?: 'Found_ResidentFragment' };

export type ResidentSearchPageQueryVariables = Exact<{
  input: FindResidentsInput;
}>;


export type ResidentSearchPageQuery = { findResidents: Array<(
    { code: { state: CodeState, color: Color | null } | null }
    & { ' $fragmentRefs'?: { 'Found_ResidentFragment': Found_ResidentFragment } }
  )> };

export type ResidentSearchWithoutCodesQueryVariables = Exact<{
  input: FindResidentsInput;
}>;


export type ResidentSearchWithoutCodesQuery = { findResidents: Array<{ ' $fragmentRefs'?: { 'Found_ResidentFragment': Found_ResidentFragment } }> };

export type RevealDialogMutationVariables = Exact<{
  input: RevealResidentInput;
}>;


export type RevealDialogMutation = { revealResident: { name: string | null, documentNumber: string | null, phone: string | null } };

export type ShowCodeMutationVariables = Exact<{
  input: IssueCodeInput;
}>;


export type ShowCodeMutation = { issueCode: { svg: string, expiresAt: string } };

export type HealthRecordOpenQueryVariables = Exact<{
  id: string | number;
}>;


export type HealthRecordOpenQuery = { resident: { id: string, healthRecordOpenUntil: string | null } | null };

export type OpenHealthRecordMutationVariables = Exact<{
  input: OpenHealthRecordInput;
}>;


export type OpenHealthRecordMutation = { openHealthRecord: { until: string | null } };

export type ResidentPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ResidentPageQuery = { resident: { id: string, maskedName: string, region: string, state: RegistrationState, documentType: DocumentType, birthDate: string, guardianId: string | null, receivedAt: string, reviewedAt: string | null, reviewReason: string | null, division: { code: string, name: string } | null, consents: Array<{ id: string, method: ConsentMethod, recordedAt: string }>, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> } | null };

export type ResidentCodeQueryVariables = Exact<{
  id: string | number;
  language: Language;
}>;


export type ResidentCodeQuery = { resident: { id: string, code: { id: string, state: CodeState, color: Color | null, decidedAt: string | null, decisions: { nodes: Array<(
          { id: string, fromState: CodeState, fromColor: Color | null, toState: CodeState, toColor: Color | null, decidedAt: string, policyVersion: number, reasons: Array<{ ruleId: string, ruleVersion: number }> }
          & { ' $fragmentRefs'?: { 'Decision_WhyFragment': Decision_WhyFragment } }
        )> } } | null } | null };

export type ResidentHealthQueryVariables = Exact<{
  id: string | number;
}>;


export type ResidentHealthQuery = { resident: { id: string, declarations: { nodes: Array<{ id: string, symptoms: Array<SymptomTerm>, temperature: number | null, contactWithCase: boolean, atDesk: boolean, declaredAt: string, state: DeclarationState, reviewReason: string | null }> }, tests: { nodes: Array<{ id: string, sampleCollectedAt: string, result: TestOutcome, method: TestMethod, laboratory: string }> }, checkIns: { nodes: Array<{ id: string, at: string, symptoms: Array<SymptomTerm>, temperature: number | null }> }, isolationOrders: { nodes: Array<{ id: string, place: IsolationPlace, from: string, until: string, releasedAt: string | null }> }, vaccinations: { nodes: Array<{ id: string, product: string, doseNumber: number, seriesDoses: number, vaccinatedOn: string, center: string }> }, contactNotices: { nodes: Array<{ id: string, lastContactAt: string, noticedAt: string, withdrawnAt: string | null }> } } | null };

export type ResidentTravelQueryVariables = Exact<{
  id: string | number;
}>;


export type ResidentTravelQuery = { resident: { id: string, stays: { nodes: Array<{ id: string, division: string, community: string | null, arrivedAt: string, leftAt: string | null }> }, trips: { nodes: Array<{ id: string, mode: TripMode, number: string | null, departedAt: string, arrivedAt: string, from: { country: string, division: string | null }, to: { country: string, division: string | null } }> } } | null };

export type DeclarationFactsQueryVariables = Exact<{
  id: string | number;
}>;


export type DeclarationFactsQuery = { resident: { id: string, code: { state: CodeState, color: Color | null } | null, latestTest: { id: string, sampleCollectedAt: string, result: TestOutcome, method: TestMethod, laboratory: string } | null, recentStays: Array<{ id: string, division: string, arrivedAt: string, leftAt: string | null }> } | null };

export type DeclarationsPageQueryVariables = Exact<{
  region?: string | number | null | undefined;
  state: DeclarationState;
  attention?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type DeclarationsPageQuery = { declarations: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Declaration_RowFragment': Declaration_RowFragment } }> } };

export type ReviewDeclarationMutationVariables = Exact<{
  input: ReviewDeclarationInput;
}>;


export type ReviewDeclarationMutation = { reviewDeclaration: { id: string, state: DeclarationState } };

export type RegistrationsPageQueryVariables = Exact<{
  region?: string | number | null | undefined;
  state: RegistrationState;
  documentType?: DocumentType | null | undefined;
  after?: string | null | undefined;
}>;


export type RegistrationsPageQuery = { registrations: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ ' $fragmentRefs'?: { 'Registration_RowFragment': Registration_RowFragment } }> } };

export type ReviewRegistrationMutationVariables = Exact<{
  input: ReviewRegistrationInput;
}>;


export type ReviewRegistrationMutation = { reviewRegistration: { id: string, state: RegistrationState } };

export type ReviewRenewalMutationVariables = Exact<{
  input: ReviewRenewalInput;
}>;


export type ReviewRenewalMutation = { reviewGuardianshipRenewal: { id: string } };

export type RenewalsPageQueryVariables = Exact<{
  region?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type RenewalsPageQuery = { guardianshipRenewals: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, maskedName: string, birthDate: string, guardianship: { guardianId: string, guardianName: string, until: string | null, renewalAskedAt: string | null } | null }> } };

export type Declaration_RowFragment = { id: string, symptoms: Array<SymptomTerm>, temperature: number | null, contactWithCase: boolean, atDesk: boolean, declaredAt: string, dueAt: string, state: DeclarationState, reviewedAt: string | null, reviewReason: string | null, resident: { id: string, maskedName: string, birthDate: string, documentType: DocumentType, division: { code: string, name: string } | null } } & { ' $fragmentName'?: 'Declaration_RowFragment' };

export type DeclarationOutcomeQueryVariables = Exact<{
  id: string | number;
}>;


export type DeclarationOutcomeQuery = { declaration: { id: string, state: DeclarationState, reviewedAt: string | null, reviewReason: string | null } | null };

export type Registration_RowFragment = { id: string, maskedName: string, birthDate: string, documentType: DocumentType, guardianId: string | null, duplicates: number, receivedAt: string, dueAt: string, state: RegistrationState, reviewedAt: string | null, reviewReason: string | null, division: { code: string, name: string } | null } & { ' $fragmentName'?: 'Registration_RowFragment' };

export type RegistrationOutcomeQueryVariables = Exact<{
  id: string | number;
}>;


export type RegistrationOutcomeQuery = { resident: { id: string, state: RegistrationState, reviewedAt: string | null, reviewReason: string | null } | null };

export type AreaListQueryVariables = Exact<{
  level?: RiskLevel | null | undefined;
  division?: string | number | null | undefined;
  at?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AreaListQuery = { riskAreas: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, level: RiskLevel, division: string, whole: boolean, province: string, city: string, county: string, community: string, validFrom: string, validTo: string | null }> } };

export type BulletinListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BulletinListQuery = { bulletins: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, publishedAt: string, importedAt: string, importedBy: string, state: BulletinState, acceptedAt: string | null, lifted: number, raised: number, holds: Array<HoldReason>, proposalId: string | null, counts: { high: number, medium: number, low: number }, unresolved: Array<{ name: string, division: string, areas: number }>, progress: { done: number, total: number, exposures: number, ended: boolean } | null }> } };

export type ImportBulletinMutationVariables = Exact<{
  input: ImportBulletinInput;
}>;


export type ImportBulletinMutation = { importBulletin: { id: string, state: BulletinState } };

export type SetAsidePageQueryVariables = Exact<{
  region: string | number;
  after?: string | null | undefined;
}>;


export type SetAsidePageQuery = { setAsideEvents: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, region: string, producer: string, kind: string | null, fault: SetAsideFault, state: SetAsideState, times: number, setAsideAt: string }> } };

export type RetryEventMutationVariables = Exact<{
  input: SetAsideEventInput;
}>;


export type RetryEventMutation = { retryEvent: { id: string } };

export type DropEventMutationVariables = Exact<{
  input: SetAsideEventInput;
}>;


export type DropEventMutation = { dropEvent: { id: string } };

export type ReevaluationListQueryVariables = Exact<{
  region: string | number;
}>;


export type ReevaluationListQuery = { reevaluations: { nodes: Array<{ id: string, reason: ReevaluationReason, state: ReevaluationState, dueAt: string, total: number | null, done: number, changed: number, failed: number, endedAt: string | null }> } };

export type StatisticsBoardQueryVariables = Exact<{
  region: string | number;
  from: string;
  to: string;
}>;


export type StatisticsBoardQuery = { statistics: { region: string, asOf: string, standings: Array<{ state: CodeState, color: Color | null, count: number | null }>, reasons: Array<{ reasonClass: ReasonClass, count: number | null }>, days: Array<{ day: string, declared: number | null, reviewed: number | null, turnedGreen: number | null, turnedYellow: number | null, turnedRed: number | null }> } };

export type SubmitTestResultsMutationVariables = Exact<{
  input: SubmitTestResultsInput;
}>;


export type SubmitTestResultsMutation = { submitTestResults: { id: string, rows: Array<{ line: number, status: RowStatus, field: string | null, fault: RowFault | null }> } };

export type OutbreakContactsQueryVariables = Exact<{
  outbreakId: string | number;
  after?: string | null | undefined;
}>;


export type OutbreakContactsQuery = { outbreakContacts: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, lastContactAt: string, resident: { id: string, maskedName: string } }> } };

export type VenueCodeQueryVariables = Exact<{
  venueId: string | number;
}>;


export type VenueCodeQuery = { venueCode: { svg: string, rotatesAt: string } };

export type VenueOutbreaksQueryVariables = Exact<{
  venueId: string | number;
  after?: string | null | undefined;
}>;


export type VenueOutbreaksQuery = { outbreaks: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, from: string, until: string, reason: string, declaredAt: string, withdrawnAt: string | null, withdrawReason: string | null, contacts: number, allowedActions: Array<{ action: string, allowed: boolean, reasonCode: string | null }> }> } };

export type VenuesPageQueryVariables = Exact<{
  region?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type VenuesPageQuery = { venues: { totalCount: number | null, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, division: string, addedAt: string }> } };

export type AddVenueMutationVariables = Exact<{
  input: AddVenueInput;
}>;


export type AddVenueMutation = { addVenue: { id: string } };

export type DeclareOutbreakMutationVariables = Exact<{
  input: DeclareOutbreakInput;
}>;


export type DeclareOutbreakMutation = { declareOutbreak: { id: string } };

export type WithdrawOutbreakMutationVariables = Exact<{
  input: WithdrawOutbreakInput;
}>;


export type WithdrawOutbreakMutation = { withdrawOutbreak: { id: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string | null, role: Role, agency: string | null, scopes: Array<string>, purposes: Array<string>, grants: Array<{ code: string, name: string, level: DivisionLevel }>, regions: Array<{ code: string, name: string, level: DivisionLevel }> } };

export const Decision_WhyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision_Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ColorDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<Decision_WhyFragment, unknown>;
export const Agreement_TermsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Agreement_Terms"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Agreement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"colorMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"colors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"signedByReceiver"}},{"kind":"Field","name":{"kind":"Name","value":"signedByIssuer"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnBy"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<Agreement_TermsFragment, unknown>;
export const Proposal_RowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Proposal_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decideReason"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]} as unknown as DocumentNode<Proposal_RowFragment, unknown>;
export const Audit_EntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Audit_Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"bodyState"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<Audit_EntryFragment, unknown>;
export const CaseTable_CaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTable_Case"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckInOn"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}}]}}]}}]} as unknown as DocumentNode<CaseTable_CaseFragment, unknown>;
export const Policy_RuleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Policy_Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","alias":{"kind":"Name","value":"zhHans"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"zhHant"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"terms"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<Policy_RuleFragment, unknown>;
export const Found_ResidentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found_Resident"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<Found_ResidentFragment, unknown>;
export const Declaration_RowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Declaration_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Declaration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"contactWithCase"}},{"kind":"Field","name":{"kind":"Name","value":"atDesk"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<Declaration_RowFragment, unknown>;
export const Registration_RowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Registration_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<Registration_RowFragment, unknown>;
export const FetchConversionDocument = {"__meta__":{"hash":"sha256:cb1b0cfc4775f61016cd4d850c49a93c6018ae0c009216c94991c1d5b97c2171"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FetchConversion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FetchConversionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fetchConversion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<FetchConversionMutation, FetchConversionMutationVariables>;
export const ImportRegistrationDocument = {"__meta__":{"hash":"sha256:6e126b61fb751a4fb1598d831e54e91c5efbf512cff16fe6db67ebda38b9cb59"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}}]}}]}}]} as unknown as DocumentNode<ImportRegistrationMutation, ImportRegistrationMutationVariables>;
export const ConvertingRegionsDocument = {"__meta__":{"hash":"sha256:4b1aef22fcae3bae4d465e4073286d2481b36c1ff625acb0bd746a69ff01ff28"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConvertingRegions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"issuer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"convertingRegions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"issuer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"issuer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<ConvertingRegionsQuery, ConvertingRegionsQueryVariables>;
export const OfferConversionDocument = {"__meta__":{"hash":"sha256:513c73a0dd891a29e670274b9da40d6bd0a4c04b8c4db6c762a8e7581144e282"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OfferConversion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OfferConversionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerConversion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"receiver"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<OfferConversionMutation, OfferConversionMutationVariables>;
export const DivisionNameDocument = {"__meta__":{"hash":"sha256:8fc7e7482ca330faa3b4d1bf98e9dba258c8880bc76c71d5564f57ff270fb5a3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DivisionName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"division"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DivisionNameQuery, DivisionNameQueryVariables>;
export const WaitingDeclarationsDocument = {"__meta__":{"hash":"sha256:3717f22d2445df4ac204a0a6f5dec34bc8b4e1aecadd11cb8f187120aec2194a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WaitingDeclarations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declarations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<WaitingDeclarationsQuery, WaitingDeclarationsQueryVariables>;
export const WaitingRegistrationsDocument = {"__meta__":{"hash":"sha256:411106061faef0d920af921ede2319d2a2d6263294f9360ea27d88e9c0a97f8e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WaitingRegistrations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<WaitingRegistrationsQuery, WaitingRegistrationsQueryVariables>;
export const MyAccessesDocument = {"__meta__":{"hash":"sha256:d34f76045e535c099a2c842a4e8eca57bdc60bcb15ca90b05dc6b4a3ea3435c6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyAccesses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<MyAccessesQuery, MyAccessesQueryVariables>;
export const MyCheckInDocument = {"__meta__":{"hash":"sha256:b7ce4e7cd2b8a4866663f05da2b210cdc871455622f64e7f2a737065d3c64689"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyCheckIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyCheckInMutation, MyCheckInMutationVariables>;
export const MyCheckInsDocument = {"__meta__":{"hash":"sha256:880ed8c938295d1311b9b0356873a652585f49f80bcfaefcc83ac3a5c946de27"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyCheckIns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"checkIns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"14"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyCheckInsQuery, MyCheckInsQueryVariables>;
export const MyReceiptDocument = {"__meta__":{"hash":"sha256:8e56e20b42557f2d37ba8f684048195ee63210d5a7358918f0008c14d3c5057d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyReceipt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyReceiptQuery, MyReceiptQueryVariables>;
export const MyCodeTextDocument = {"__meta__":{"hash":"sha256:43850c0a140a2ce5ff876e5c0b61df9a7e8b39159057bddd5e94079e42e6e157"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyCodeText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<MyCodeTextMutation, MyCodeTextMutationVariables>;
export const MyCodeDocument = {"__meta__":{"hash":"sha256:393916d2b8d531a5683badc93a6f5d8001dc960106535caf7f51d6c22e946663"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lookAgainAt"}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policyVersion"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"declarations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checkIns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"14"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyCodeQuery, MyCodeQueryVariables>;
export const MyDeclarationsDocument = {"__meta__":{"hash":"sha256:8f0fb8d0a16aefeda7fe8bb6d2cd939596f9fc0ba6e76cfb7eeb9a4547b3caea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyDeclarations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"declarations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyDeclarationsQuery, MyDeclarationsQueryVariables>;
export const MyStaysDocument = {"__meta__":{"hash":"sha256:c05658f471c574745d9e516decb0b0a82c1d9a59a03b2660566499f261bf10ca"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyStays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyStaysQuery, MyStaysQueryVariables>;
export const MyEndStayDocument = {"__meta__":{"hash":"sha256:f43a00eedba5f1a86c76eac26356ec6cc442878c48433e8b92bd367953b3ec54"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyEndStay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndStayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endStay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyEndStayMutation, MyEndStayMutationVariables>;
export const MyDeclareHealthDocument = {"__meta__":{"hash":"sha256:f092f14f4bcd0aab0d244fa7e6579827874b01895cadc988007fe23e5c95bb47"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyDeclareHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareHealthInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]} as unknown as DocumentNode<MyDeclareHealthMutation, MyDeclareHealthMutationVariables>;
export const MyDeclareStayDocument = {"__meta__":{"hash":"sha256:d16ea6244c79f9de771d12057d41dff33fc6e7788c366779c193f1895e2b8c27"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyDeclareStay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareStayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareStay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyDeclareStayMutation, MyDeclareStayMutationVariables>;
export const MyRiskAreasDocument = {"__meta__":{"hash":"sha256:c42b5e6b5ee874ae4b88da9ee9250a92cbecf386a93a748386e05280130de748"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyRiskAreas"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"riskAreas"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"after"},"name":{"kind":"Name","value":"riskAreas"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}}]}}]}}]} as unknown as DocumentNode<MyRiskAreasQuery, MyRiskAreasQueryVariables>;
export const MyDivisionsDocument = {"__meta__":{"hash":"sha256:62995880e0dc94098b946937750f5abf9808c757a77e134db58168cdbede71d5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyDivisions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"below"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"divisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"below"},"value":{"kind":"Variable","name":{"kind":"Name","value":"below"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"registers"}}]}}]}}]}}]} as unknown as DocumentNode<MyDivisionsQuery, MyDivisionsQueryVariables>;
export const MyOfferGuardianshipDocument = {"__meta__":{"hash":"sha256:313c5bbe87d3cf2a13e024a0d01a48dec7cb45df20c3c3154f3c6f713c42adad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyOfferGuardianship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerGuardianship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<MyOfferGuardianshipMutation, MyOfferGuardianshipMutationVariables>;
export const MyAcceptGuardianshipDocument = {"__meta__":{"hash":"sha256:bddc66fcccaf3a6ba67c5ded77dea2d10600eb0a7589f45914703533382f3ca0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyAcceptGuardianship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptGuardianshipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptGuardianship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyAcceptGuardianshipMutation, MyAcceptGuardianshipMutationVariables>;
export const MyRenewGuardianshipDocument = {"__meta__":{"hash":"sha256:71cb6d2935d21d7a03f7999765c4117c4b9f422c82b6949dbbbbabaebcd3e815"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyRenewGuardianship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewGuardianship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyRenewGuardianshipMutation, MyRenewGuardianshipMutationVariables>;
export const MyGuardiansDocument = {"__meta__":{"hash":"sha256:171f0725d66962888fec1a71f985230eb1cca968bcd51a09e49ac20d2848c78e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyGuardians"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myResidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"guardianship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guardianName"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"renewalAskedAt"}},{"kind":"Field","name":{"kind":"Name","value":"renewalRefusal"}}]}}]}}]}}]} as unknown as DocumentNode<MyGuardiansQuery, MyGuardiansQueryVariables>;
export const MyEndGuardianshipDocument = {"__meta__":{"hash":"sha256:98a9b0b4c0ce4c512a62b64ece302362ff8366eb0357ee4079db370405411039"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyEndGuardianship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndGuardianshipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endGuardianship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyEndGuardianshipMutation, MyEndGuardianshipMutationVariables>;
export const MyLeaveVenueDocument = {"__meta__":{"hash":"sha256:ea65b4f84c6b96e8b88c91967ef49a6bd13467d6afe90a3e410bee0155d9cf9d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyLeaveVenue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaveVenue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"visitId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyLeaveVenueMutation, MyLeaveVenueMutationVariables>;
export const MyVisitVenueDocument = {"__meta__":{"hash":"sha256:ff152c32d5aa274ffe49769550f1f0ee855fd8e7e9a01fc5ee1bd003e6a0839f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyVisitVenue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VisitVenueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitVenue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyVisitVenueMutation, MyVisitVenueMutationVariables>;
export const MyDeclareTripDocument = {"__meta__":{"hash":"sha256:ed6a450084999c162850fb2621c58869a7907bbd8666ab6b6e212ca186731715"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyDeclareTrip"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareTripInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareTrip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyDeclareTripMutation, MyDeclareTripMutationVariables>;
export const MyRecordsDocument = {"__meta__":{"hash":"sha256:f5223543daa3a72a3a09700e117813db1cb686020f12a1ea7bc4800b552d2a98"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trips"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"departedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"venueVisits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"venueName"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"vaccinations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"doseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"seriesDoses"}},{"kind":"Field","name":{"kind":"Name","value":"vaccinatedOn"}},{"kind":"Field","name":{"kind":"Name","value":"center"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyRecordsQuery, MyRecordsQueryVariables>;
export const MyRegisterDocument = {"__meta__":{"hash":"sha256:b82767c0146356969d53503e6976cd14abf70fdc736790c5024f58dd8ebb8b00"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MyRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterResidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerResident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<MyRegisterMutation, MyRegisterMutationVariables>;
export const MyHouseholdDocument = {"__meta__":{"hash":"sha256:cd084c098765c3ade942029f8bc261c3e901b6557663a51e76e513d1453200a3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyHousehold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myResidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}}]}}]} as unknown as DocumentNode<MyHouseholdQuery, MyHouseholdQueryVariables>;
export const OfflineListsDocument = {"__meta__":{"hash":"sha256:b8b8c48aea0997a55941729576a95f54c2b2a1269bd0b194252678375e8b3ec1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfflineLists"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"have"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offlineLists"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"have"},"value":{"kind":"Variable","name":{"kind":"Name","value":"have"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"trustRoots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"environment"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"keys"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trustList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etag"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etag"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etag"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etag"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusLists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etag"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANS"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANT"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"EN"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]} as unknown as DocumentNode<OfflineListsQuery, OfflineListsQueryVariables>;
export const AccountListDocument = {"__meta__":{"hash":"sha256:e9895fa193e608df37070a6cf8febc87d7f3a696a411bbae0d334eef8b7cbea3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"role"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"disabled"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"role"},"value":{"kind":"Variable","name":{"kind":"Name","value":"role"}}},{"kind":"Argument","name":{"kind":"Name","value":"disabled"},"value":{"kind":"Variable","name":{"kind":"Name","value":"disabled"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountListQuery, AccountListQueryVariables>;
export const ChangeAccountDocument = {"__meta__":{"hash":"sha256:aa56c60d6bad2c38087293028b135b359c01b12910aa03484b839188911bd738"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ChangeAccountMutation, ChangeAccountMutationVariables>;
export const DisableAccountDocument = {"__meta__":{"hash":"sha256:acc5f6c3bc8e6b0040ce174375fe9f16770cb22ec15a0c90fb87c56391768703"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisableAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disableAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<DisableAccountMutation, DisableAccountMutationVariables>;
export const EnableAccountDocument = {"__meta__":{"hash":"sha256:8c1035f4cb8357e23f25b2af818abb066bcd23ffd926a901b7d2021861decb0c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnableAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enableAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<EnableAccountMutation, EnableAccountMutationVariables>;
export const AddAccountDocument = {"__meta__":{"hash":"sha256:73c7aed66c73c2fe65d432f00a6f1f3eb5b34440cf272d43b9e50be6ec8b6af3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<AddAccountMutation, AddAccountMutationVariables>;
export const AddAgencyDocument = {"__meta__":{"hash":"sha256:e898ee2001f3d8dbf7820cdb5a40c2239f17155fa397dca2dddac4df9b65c990"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddAgency"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAgencyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAgency"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<AddAgencyMutation, AddAgencyMutationVariables>;
export const AccountPanelDocument = {"__meta__":{"hash":"sha256:e3d0ed5b6bd25c7116f7ca7ec13590046a356c3bc4edd86a0bcd78c1a23977b9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountPanel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"grants"}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]}}]} as unknown as DocumentNode<AccountPanelQuery, AccountPanelQueryVariables>;
export const RightsDocument = {"__meta__":{"hash":"sha256:21e9d297f33586cb403d713c6e4422eed7790bf5eb877c1243b0a9cfe23eef17"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rights"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<RightsQuery, RightsQueryVariables>;
export const AgenciesDocument = {"__meta__":{"hash":"sha256:3e8432be1483a5fd6d8d59d81b22d6a5f06f75d042fe61f948d09c2fb873b8c4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Agencies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agencies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AgenciesQuery, AgenciesQueryVariables>;
export const ProposeAgreementAcceptanceDocument = {"__meta__":{"hash":"sha256:d3ec41e81808d7c120cab9d2b961992134e2e58950aa7d0f9d9f8fcaa72e9880"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeAgreementAcceptance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AgreementReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeAgreementAcceptance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ProposeAgreementAcceptanceMutation, ProposeAgreementAcceptanceMutationVariables>;
export const WithdrawAgreementDocument = {"__meta__":{"hash":"sha256:7369218f694abcbf23f53606b094d0f02c925b3a6f740c4643c2cf41349604ba"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AgreementReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawAgreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<WithdrawAgreementMutation, WithdrawAgreementMutationVariables>;
export const ProposeAgreementDocument = {"__meta__":{"hash":"sha256:00ad242eba125233508e6d5e5bed34eb201e266dc7e8ad2a73f8c215e417bb41"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeAgreementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeAgreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ProposeAgreementMutation, ProposeAgreementMutationVariables>;
export const AgreementsDocument = {"__meta__":{"hash":"sha256:f712a6b9efa34b075285caed2e9f4d03952467aa5b4095e1172e27dd1b9a00e5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Agreements"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Agreement_Terms"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Agreement_Terms"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Agreement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"colorMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"colors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"signedByReceiver"}},{"kind":"Field","name":{"kind":"Name","value":"signedByIssuer"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnBy"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<AgreementsQuery, AgreementsQueryVariables>;
export const AgreementRegionsDocument = {"__meta__":{"hash":"sha256:b37be817c8dda04a2dca0f79c81d97b19eaa65814a01f5b1dc69415ddd5553db"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AgreementRegions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<AgreementRegionsQuery, AgreementRegionsQueryVariables>;
export const TryAgreementDocument = {"__meta__":{"hash":"sha256:58226caa5e5bea27e3ebb53b799fe48b8b620aa391bc0ab5eb36d34fb8b8f7e4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TryAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AgreementTermsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tryAgreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"faults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"codes"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"}},{"kind":"Field","name":{"kind":"Name","value":"now"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<TryAgreementQuery, TryAgreementQueryVariables>;
export const ProposedAgreementDocument = {"__meta__":{"hash":"sha256:741a9e5e6c5a25dffa8a72ea5e58c0269a3db2a12b1136f5d5aa4392be96102c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProposedAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreementDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"colorMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"colors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]}}]} as unknown as DocumentNode<ProposedAgreementQuery, ProposedAgreementQueryVariables>;
export const OfferedAgreementDocument = {"__meta__":{"hash":"sha256:94fd8b81658efd4ebe57621fc5056a53affbe42aef76559ca14427c66a6a055d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfferedAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"colorMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"colors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]}}]} as unknown as DocumentNode<OfferedAgreementQuery, OfferedAgreementQueryVariables>;
export const ProposeBulkExportDocument = {"__meta__":{"hash":"sha256:754d294d1f8388d4c6b40e0f6a3d465441784de6d8aa4e2444866a31f1663369"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeBulkExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeBulkExportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeBulkExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ProposeBulkExportMutation, ProposeBulkExportMutationVariables>;
export const ProposeKeyWithdrawalDocument = {"__meta__":{"hash":"sha256:9979a6b5c46139136dfe55b77a6c2e792865d9085df9e4a34002921fa5c92f40"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeKeyWithdrawal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeKeyWithdrawalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeKeyWithdrawal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ProposeKeyWithdrawalMutation, ProposeKeyWithdrawalMutationVariables>;
export const SigningKeysDocument = {"__meta__":{"hash":"sha256:1e4c728df0477815cef8621228cb9a5760a53c9e8f56a035ee6cd7b070b116ec"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SigningKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signingKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kid"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"use"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"notAfter"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"}}]}}]}}]} as unknown as DocumentNode<SigningKeysQuery, SigningKeysQueryVariables>;
export const ApproveResidentsProposalDocument = {"__meta__":{"hash":"sha256:c479a7f003fd53b7898bedac212b021be6cfce53c22c1f068f053a75e31cebf9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveResidentsProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveResidentsProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ApproveResidentsProposalMutation, ApproveResidentsProposalMutationVariables>;
export const RefuseResidentsProposalDocument = {"__meta__":{"hash":"sha256:d8793966570fbce8b1bfeb4dc48b70efaf98299a8bcf7c2030e49381d98e43b9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseResidentsProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefuseProposalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseResidentsProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<RefuseResidentsProposalMutation, RefuseResidentsProposalMutationVariables>;
export const TakeBackResidentsProposalDocument = {"__meta__":{"hash":"sha256:c99920658b06f561fff5fa36ac62da028a64bffd5ef1d990a56af90ef057091a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeBackResidentsProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeBackResidentsProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TakeBackResidentsProposalMutation, TakeBackResidentsProposalMutationVariables>;
export const ApproveCodesProposalDocument = {"__meta__":{"hash":"sha256:91f3c7a080b3a599212d4797fd8ca7cf4b832c6359dab02cacdcb4aa47771721"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveCodesProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveCodesProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ApproveCodesProposalMutation, ApproveCodesProposalMutationVariables>;
export const RefuseCodesProposalDocument = {"__meta__":{"hash":"sha256:5f3914cee84405eef5fc51143259ab96d2ddc13b6ec85ac91d5b6628e50143d8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseCodesProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefuseProposalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseCodesProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<RefuseCodesProposalMutation, RefuseCodesProposalMutationVariables>;
export const TakeBackCodesProposalDocument = {"__meta__":{"hash":"sha256:0d80314db70b4218c5dc2127f09e8d0a5fd77031e161951f488e61c2fb7b2c27"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeBackCodesProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeBackCodesProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TakeBackCodesProposalMutation, TakeBackCodesProposalMutationVariables>;
export const ApproveTravelProposalDocument = {"__meta__":{"hash":"sha256:a3a747e75ae720f18c5ce80968b766890be3edc41b54a4d720e85f75db22629f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveTravelProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveTravelProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ApproveTravelProposalMutation, ApproveTravelProposalMutationVariables>;
export const RefuseTravelProposalDocument = {"__meta__":{"hash":"sha256:ab5c70df06c3122150c8ca9b60117732de50c90e86bdcb018650a37d001938ed"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseTravelProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefuseProposalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseTravelProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<RefuseTravelProposalMutation, RefuseTravelProposalMutationVariables>;
export const TakeBackTravelProposalDocument = {"__meta__":{"hash":"sha256:4689f59d6cc259ab84b6cab3859506394f0a8c947168ba7e6d893d361eade498"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeBackTravelProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeBackTravelProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TakeBackTravelProposalMutation, TakeBackTravelProposalMutationVariables>;
export const ExportedPageDocument = {"__meta__":{"hash":"sha256:7c5d021dff2ce49bf37a3b63aa37f128da70d5517008ff65c0502629204a6419"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportedPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"proposal"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportedResidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"proposal"},"value":{"kind":"Variable","name":{"kind":"Name","value":"proposal"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"documentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExportedPageQuery, ExportedPageQueryVariables>;
export const ResidentsProposalsDocument = {"__meta__":{"hash":"sha256:3e859a9f2c6937229ad100968390aaddd1599d3b1296b0c473d6f93694b7894a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentsProposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposalState"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"residentsProposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Proposal_Row"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Proposal_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decideReason"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]} as unknown as DocumentNode<ResidentsProposalsQuery, ResidentsProposalsQueryVariables>;
export const TravelProposalsDocument = {"__meta__":{"hash":"sha256:05daaf4c2f3254c03c197102a9368d2b858805233a0bcb6f5a7ff801046341a9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TravelProposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposalState"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"travelProposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Proposal_Row"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Proposal_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decideReason"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]} as unknown as DocumentNode<TravelProposalsQuery, TravelProposalsQueryVariables>;
export const CodesProposalsDocument = {"__meta__":{"hash":"sha256:0bc3a772a4a628bd1b8cb9163cf66478adce50444e872903916742973f52c669"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CodesProposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposalState"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codesProposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Proposal_Row"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Proposal_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decideReason"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]} as unknown as DocumentNode<CodesProposalsQuery, CodesProposalsQueryVariables>;
export const AuditPageDocument = {"__meta__":{"hash":"sha256:b04dc7adb536e4cac22c369f4100566aea6c524e382d29c6fd516d8b2957e5ae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Audit_Entry"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Audit_Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"bodyState"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<AuditPageQuery, AuditPageQueryVariables>;
export const VerifyChainDocument = {"__meta__":{"hash":"sha256:fa1772b761d786cb7bf97e2ee88c0929129dcbb63d5b016b32a8951bb271c3cf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyChain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditVerification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedTo"}},{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"erased"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fault"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"checkpoint"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyChainQuery, VerifyChainQueryVariables>;
export const CasesPageDocument = {"__meta__":{"hash":"sha256:e8e4bdc7f62d4937b2940174697b519dff36d0f9bd72f1e61291fe31a8a19539"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CasesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseKind"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"due"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDue"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"due"},"value":{"kind":"Variable","name":{"kind":"Name","value":"due"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseTable_Case"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTable_Case"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckInOn"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}}]}}]}}]} as unknown as DocumentNode<CasesPageQuery, CasesPageQueryVariables>;
export const OrderIsolationDocument = {"__meta__":{"hash":"sha256:edc6256a9e9969ba490f3eccc606e98bdd306af0a332e3272fcf3e3affc05a6a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderIsolation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderIsolationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderIsolation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<OrderIsolationMutation, OrderIsolationMutationVariables>;
export const ExtendIsolationDocument = {"__meta__":{"hash":"sha256:35af6417dc9bf3ecdd266f4c37b278498e4c4067948d77f40eb0b231c40f79c5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendIsolation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendIsolationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendIsolation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ExtendIsolationMutation, ExtendIsolationMutationVariables>;
export const ReleaseIsolationDocument = {"__meta__":{"hash":"sha256:4d2ee30afe48b302ff5c5414b9d4cb41bb34a90510cea8195304748d9e13ed5e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseIsolation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseIsolation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReleaseIsolationMutation, ReleaseIsolationMutationVariables>;
export const NoticeContactDocument = {"__meta__":{"hash":"sha256:3c51562c4d3d7bd63737ed69ce7b0eed968ee466f31ab49790fc0e06b3cc0a82"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoticeContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeContactInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticeContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NoticeContactMutation, NoticeContactMutationVariables>;
export const WithdrawContactNoticeDocument = {"__meta__":{"hash":"sha256:f3b5fb50abdfa0bd662ce073888b14c846b4a69e28560eaf492ca04fc46466ef"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawContactNotice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawContactNoticeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawContactNotice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<WithdrawContactNoticeMutation, WithdrawContactNoticeMutationVariables>;
export const CaseRecordDocument = {"__meta__":{"hash":"sha256:f283e4b02d5f819d80f1e8ee4dbb85ffe82b466f2a5989a301619cb13bb5d777"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"travels"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sampleCollectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"isolationOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactNotices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"noticedAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"travels"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"exposures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CaseRecordQuery, CaseRecordQueryVariables>;
export const DeclareAtDeskDocument = {"__meta__":{"hash":"sha256:53b6ca2f9247f2459b996e977af45ad07f4f58d4ed5daf740a6167d74604ed9e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclareAtDesk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareHealthInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}}]} as unknown as DocumentNode<DeclareAtDeskMutation, DeclareAtDeskMutationVariables>;
export const IssuePaperDocument = {"__meta__":{"hash":"sha256:16c2a45f7375cca1a6849a41b9761d034e1b81eb88687a79acb44d10a8816f82"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssuePaper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueCodeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"pdf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","alias":{"kind":"Name","value":"card"},"name":{"kind":"Name","value":"pdf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}},{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"CARD"}}]},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<IssuePaperMutation, IssuePaperMutationVariables>;
export const DivisionsBelowDocument = {"__meta__":{"hash":"sha256:98c161f8f828176e8a7e9505b75ffa78f5f13aa28f21d7405afddba03b8e7bab"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DivisionsBelow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"below"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"divisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"below"},"value":{"kind":"Variable","name":{"kind":"Name","value":"below"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]} as unknown as DocumentNode<DivisionsBelowQuery, DivisionsBelowQueryVariables>;
export const FindPersonDocument = {"__meta__":{"hash":"sha256:91fa18101928181b835795a23485b0d608bc074a666c8033a1066673bbaf06c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FindResidentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findResidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}}]}}]} as unknown as DocumentNode<FindPersonQuery, FindPersonQueryVariables>;
export const RegisterAtDeskDocument = {"__meta__":{"hash":"sha256:31cd48b6445736a2de4e7646df094ce03f7e2bc9549e6860080fc5a90f82558c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterAtDesk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterResidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerResident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}}]}}]}}]} as unknown as DocumentNode<RegisterAtDeskMutation, RegisterAtDeskMutationVariables>;
export const DeskPersonDocument = {"__meta__":{"hash":"sha256:e129e4b90d2d863d4ad38c3872ab0693e6cbc4bdd9cfd57299d4daa232ee927c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"declaration"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"declaration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"declaration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}}]} as unknown as DocumentNode<DeskPersonQuery, DeskPersonQueryVariables>;
export const PolicyFaultsDocument = {"__meta__":{"hash":"sha256:490a8df51bd04eb1b7e22cc0480015c841498fc78f42efb2ec985e59315851d2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PolicyFaults"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policyFaults"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<PolicyFaultsQuery, PolicyFaultsQueryVariables>;
export const ProposePolicyDocument = {"__meta__":{"hash":"sha256:618d532537588d6587907d118d865523e3e6742753990c203cef9a58f056991b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposePolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposePolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposePolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ProposePolicyMutation, ProposePolicyMutationVariables>;
export const WithdrawPolicyDocument = {"__meta__":{"hash":"sha256:959afc070adf908c786c5b8bd842b6e65ceee858a1bc607c64668a3dd44f810d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<WithdrawPolicyMutation, WithdrawPolicyMutationVariables>;
export const PoliciesDocument = {"__meta__":{"hash":"sha256:70d61835c0616b792ff9bd16817dcbfe2612af95f739bd48b1ac5f979e9f6195"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Policies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"statusMaxAgeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Policy_Rule"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Policy_Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","alias":{"kind":"Name","value":"zhHans"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"zhHant"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"terms"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PoliciesQuery, PoliciesQueryVariables>;
export const PolicyEditionsDocument = {"__meta__":{"hash":"sha256:125ddc62efe0c961751e7431a1d3e3e473d8a412463824ddc9152c0fb2cadebf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PolicyEditions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nationalPolicies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"validFromOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Policy_Rule"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Policy_Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","alias":{"kind":"Name","value":"zhHans"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"zhHant"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"terms"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hoursApart"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PolicyEditionsQuery, PolicyEditionsQueryVariables>;
export const RecognizeCodeDocument = {"__meta__":{"hash":"sha256:1e99d5ee293851801eeb203fdadc541e25bfe759b840a5680cbe1539961f54f8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecognizeCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecognizeCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recognizeCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pass"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"tokenStatus"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANS"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANT"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"EN"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"presentedIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANS"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANT"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"EN"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"issuedColor"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANS"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANS"}}]},{"kind":"Field","alias":{"kind":"Name","value":"ZH_HANT"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH_HANT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"EN"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthMonthDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"basis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"trustListVersion"}},{"kind":"Field","name":{"kind":"Name","value":"policyVersion"}},{"kind":"Field","name":{"kind":"Name","value":"agreementVersion"}},{"kind":"Field","name":{"kind":"Name","value":"statusAsOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paper"}},{"kind":"Field","name":{"kind":"Name","value":"specimen"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"}}]}}]}}]} as unknown as DocumentNode<RecognizeCodeQuery, RecognizeCodeQueryVariables>;
export const RegionPageDocument = {"__meta__":{"hash":"sha256:513cd79654d9be333aefde9900b9f7ba9fda18931f207583a3a96e6062c343a9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegionPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regionStanding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"trustList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"listed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}}]}},{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kid"}},{"kind":"Field","name":{"kind":"Name","value":"use"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"notAfter"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"}},{"kind":"Field","name":{"kind":"Name","value":"held"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"neighbours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"takenHere"}},{"kind":"Field","name":{"kind":"Name","value":"takenThere"}},{"kind":"Field","name":{"kind":"Name","value":"statedAt"}},{"kind":"Field","name":{"kind":"Name","value":"age"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rehearsal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"begunAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"listVersion"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"tookMs"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"joinedAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"further"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RegionPageQuery, RegionPageQueryVariables>;
export const RehearseRegionDocument = {"__meta__":{"hash":"sha256:2741314dd2b6f88646b329875fdbea7e8e353745696f465caa252a00d1a8d5f4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RehearseRegion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peerSpecimen"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rehearseRegion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"peerSpecimen"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peerSpecimen"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<RehearseRegionMutation, RehearseRegionMutationVariables>;
export const RegionSpecimenDocument = {"__meta__":{"hash":"sha256:e0ed1806c8102dd7b976339dc383588891c63329c0b79ab7f6cc6c6d5a24a351"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegionSpecimen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueSpecimenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueSpecimen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<RegionSpecimenMutation, RegionSpecimenMutationVariables>;
export const GuardianPanelDocument = {"__meta__":{"hash":"sha256:6cb6c584a7ab53dc61567bf8a86fa0b84381e9b681a1b9d1e279cd0d2bf31b32"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GuardianPanel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guardianship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"guardianName"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]}}]} as unknown as DocumentNode<GuardianPanelQuery, GuardianPanelQueryVariables>;
export const EndGuardianshipDocument = {"__meta__":{"hash":"sha256:a8c40ac2470c27ec4bef6d2a9910e4f1aedd60489367621a18bf1106273904c6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndGuardianship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndGuardianshipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endGuardianship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EndGuardianshipMutation, EndGuardianshipMutationVariables>;
export const NameGuardianDocument = {"__meta__":{"hash":"sha256:757889b8cfa3d5342b42ad369b686b0b2ff780d119d0b97231b914a52e7a47a2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NameGuardian"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NameGuardianInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameGuardian"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NameGuardianMutation, NameGuardianMutationVariables>;
export const ResidentSearchPageDocument = {"__meta__":{"hash":"sha256:8509b76ed5e42b509f615881d4912c84734f9cab843e55a49b34bc231c139780"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentSearchPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FindResidentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findResidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found_Resident"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found_Resident"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ResidentSearchPageQuery, ResidentSearchPageQueryVariables>;
export const ResidentSearchWithoutCodesDocument = {"__meta__":{"hash":"sha256:853236788a210f85f6414747de7e510ab7a92fa4e975ffa51a17a7bf95ad7ca0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentSearchWithoutCodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FindResidentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findResidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found_Resident"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found_Resident"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ResidentSearchWithoutCodesQuery, ResidentSearchWithoutCodesQueryVariables>;
export const RevealDialogDocument = {"__meta__":{"hash":"sha256:1a5d78bea4f7523dab91257f49d62b509c7bb124c763a5064b5790eb5a130021"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealDialog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevealResidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealResident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"documentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}}]} as unknown as DocumentNode<RevealDialogMutation, RevealDialogMutationVariables>;
export const ShowCodeDocument = {"__meta__":{"hash":"sha256:3ed61da157c6761927e2002e2306a58ea9df991c3f83bd9912e038d445753e73"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ShowCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<ShowCodeMutation, ShowCodeMutationVariables>;
export const HealthRecordOpenDocument = {"__meta__":{"hash":"sha256:6f1a5755b02d31fb07ab0e4bb2bb1a4dc8f5cb262692ae0551c3ca4b7f5c14c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HealthRecordOpen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"healthRecordOpenUntil"}}]}}]}}]} as unknown as DocumentNode<HealthRecordOpenQuery, HealthRecordOpenQueryVariables>;
export const OpenHealthRecordDocument = {"__meta__":{"hash":"sha256:48f322ac329ae37f015ddfa0785d75bf951eb3b3a8751b4d9f8caa5f175706e4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenHealthRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenHealthRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openHealthRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<OpenHealthRecordMutation, OpenHealthRecordMutationVariables>;
export const ResidentPageDocument = {"__meta__":{"hash":"sha256:2e15ed5ef5d3fc9c0a5b8d8a80b6e5122bda87da9f5ec1ca4daf9806d42ffedd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]}}]} as unknown as DocumentNode<ResidentPageQuery, ResidentPageQueryVariables>;
export const ResidentCodeDocument = {"__meta__":{"hash":"sha256:2b7e5bc49737ee3fb4c77fe2774a51162c076eef52cc6ebcfa6a3ef87182c392"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Decision_Why"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fromState"}},{"kind":"Field","name":{"kind":"Name","value":"fromColor"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"toColor"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"policyVersion"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision_Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ColorDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<ResidentCodeQuery, ResidentCodeQueryVariables>;
export const ResidentHealthDocument = {"__meta__":{"hash":"sha256:d54742328b1001aa05a371d5cb877c63f2150f2f6dfd7e8bd9800c2db482a343"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"declarations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"contactWithCase"}},{"kind":"Field","name":{"kind":"Name","value":"atDesk"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sampleCollectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"laboratory"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checkIns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"isolationOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"vaccinations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"doseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"seriesDoses"}},{"kind":"Field","name":{"kind":"Name","value":"vaccinatedOn"}},{"kind":"Field","name":{"kind":"Name","value":"center"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactNotices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"noticedAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResidentHealthQuery, ResidentHealthQueryVariables>;
export const ResidentTravelDocument = {"__meta__":{"hash":"sha256:c07cf3e8c64fa420b81ee6f786ba4ae8e02c32b5ff5ab4cf1eda2d5c64b0cc90"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentTravel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trips"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"departedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResidentTravelQuery, ResidentTravelQueryVariables>;
export const DeclarationFactsDocument = {"__meta__":{"hash":"sha256:84bd2fb77140bfb104755f00c19c0c64b8ac72aef9bb7c4e6b1c3865af04d459"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeclarationFacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestTest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sampleCollectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"laboratory"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recentStays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}}]}}]}}]}}]} as unknown as DocumentNode<DeclarationFactsQuery, DeclarationFactsQueryVariables>;
export const DeclarationsPageDocument = {"__meta__":{"hash":"sha256:9f7fdd27315fde88c864159647b50a2c8df5a45d9adf5b11dcf6ba3744df13ce"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeclarationsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclarationState"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"attention"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declarations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"attention"},"value":{"kind":"Variable","name":{"kind":"Name","value":"attention"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Declaration_Row"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Declaration_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Declaration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symptoms"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"contactWithCase"}},{"kind":"Field","name":{"kind":"Name","value":"atDesk"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<DeclarationsPageQuery, DeclarationsPageQueryVariables>;
export const ReviewDeclarationDocument = {"__meta__":{"hash":"sha256:810db831ee7bf33ea0ff93f37b94a9ef1e5c6a123b8d059b0f4f2195a4544e5d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewDeclaration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewDeclarationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewDeclaration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ReviewDeclarationMutation, ReviewDeclarationMutationVariables>;
export const RegistrationsPageDocument = {"__meta__":{"hash":"sha256:75e896b9ac5f736c5c5ca52f1d911872b1c99a98e3dc85fc256c60df856e6a5e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegistrationsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegistrationState"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"documentType"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentType"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"documentType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"documentType"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Registration_Row"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Registration_Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"documentType"}},{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<RegistrationsPageQuery, RegistrationsPageQueryVariables>;
export const ReviewRegistrationDocument = {"__meta__":{"hash":"sha256:760e97c2c76af6fd503405f5dfdfaab1f30d694eb6572b8cb76a7b1a1722b135"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ReviewRegistrationMutation, ReviewRegistrationMutationVariables>;
export const ReviewRenewalDocument = {"__meta__":{"hash":"sha256:e3cefe5fc7d8b5dc0833993ad92aa46cad04ad47c1e3935c4dc6b9a9ded1b0a4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewRenewal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewRenewalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewGuardianshipRenewal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReviewRenewalMutation, ReviewRenewalMutationVariables>;
export const RenewalsPageDocument = {"__meta__":{"hash":"sha256:d9429c6e3cbdfcef2a0da6fd7293531c399183b73ae8e6a8e453c5e54c2f96c5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RenewalsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guardianshipRenewals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"guardianship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guardianId"}},{"kind":"Field","name":{"kind":"Name","value":"guardianName"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"renewalAskedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RenewalsPageQuery, RenewalsPageQueryVariables>;
export const DeclarationOutcomeDocument = {"__meta__":{"hash":"sha256:894eee9a1df8d322c8a77e374ac7b550bf9375b9b1f91ec28ca8a938dffde064"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeclarationOutcome"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declaration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}}]} as unknown as DocumentNode<DeclarationOutcomeQuery, DeclarationOutcomeQueryVariables>;
export const RegistrationOutcomeDocument = {"__meta__":{"hash":"sha256:f7cae1978d5aed43252317e1c41490eb75e966cd7973c2998467852d4eabfd9e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegistrationOutcome"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}}]}}]}}]} as unknown as DocumentNode<RegistrationOutcomeQuery, RegistrationOutcomeQueryVariables>;
export const AreaListDocument = {"__meta__":{"hash":"sha256:2fad9e8c61cb6cecb83e20dd0796d842516e6f0b8026c3fa6db4b4ad4cf61d67"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AreaList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RiskLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"riskAreas"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"county"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}}]}}]}}]} as unknown as DocumentNode<AreaListQuery, AreaListQueryVariables>;
export const BulletinListDocument = {"__meta__":{"hash":"sha256:e5cc2f4405b970648a19953ccb24d0a637f4f81da82eb1b6ca9bff3b00eba1b9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BulletinList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bulletins"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"importedAt"}},{"kind":"Field","name":{"kind":"Name","value":"importedBy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"low"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lifted"}},{"kind":"Field","name":{"kind":"Name","value":"raised"}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"unresolved"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposalId"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"exposures"}},{"kind":"Field","name":{"kind":"Name","value":"ended"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BulletinListQuery, BulletinListQueryVariables>;
export const ImportBulletinDocument = {"__meta__":{"hash":"sha256:f6c9a26abf608668c5c3caca5d906d37661ad7ab02c4e6c12244b9321fffa9c1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportBulletin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBulletinInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importBulletin"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ImportBulletinMutation, ImportBulletinMutationVariables>;
export const SetAsidePageDocument = {"__meta__":{"hash":"sha256:5cb99543bc85113552ebd5226ccf7d5706d8f6e926a6f4d8c1fcb8df1da58d1d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SetAsidePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setAsideEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"setAsideAt"}}]}}]}}]}}]} as unknown as DocumentNode<SetAsidePageQuery, SetAsidePageQueryVariables>;
export const RetryEventDocument = {"__meta__":{"hash":"sha256:00758549da5a8d8ead29348cc631773a850bc3b73d93d3a6bc1fcbd3c68092c6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetAsideEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<RetryEventMutation, RetryEventMutationVariables>;
export const DropEventDocument = {"__meta__":{"hash":"sha256:69d357630f91ae21a7563cf3da417152622468e752be46f0a68bc33ffda75d06"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DropEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetAsideEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dropEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DropEventMutation, DropEventMutationVariables>;
export const ReevaluationListDocument = {"__meta__":{"hash":"sha256:036c0a89cbba829c39eae4e6e424cdeda5b6f6aeca065fc92854a3596da15083"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReevaluationList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reevaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ReevaluationListQuery, ReevaluationListQueryVariables>;
export const StatisticsBoardDocument = {"__meta__":{"hash":"sha256:8fe49add0a7dab21d8aba4aa84d146896b18b33c586b472f1467997da1abd1e7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsBoard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"standings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reasonClass"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"declared"}},{"kind":"Field","name":{"kind":"Name","value":"reviewed"}},{"kind":"Field","name":{"kind":"Name","value":"turnedGreen"}},{"kind":"Field","name":{"kind":"Name","value":"turnedYellow"}},{"kind":"Field","name":{"kind":"Name","value":"turnedRed"}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsBoardQuery, StatisticsBoardQueryVariables>;
export const SubmitTestResultsDocument = {"__meta__":{"hash":"sha256:82bcd20ee82f65752a60c3b92ebb122059fb79aa222d4d78d02e6f5dbf49c0f8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitTestResults"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitTestResultsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitTestResults"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitTestResultsMutation, SubmitTestResultsMutationVariables>;
export const OutbreakContactsDocument = {"__meta__":{"hash":"sha256:d1ec9f81ea5439ec88e640ff23de880cd7058fcdcfc863559d2ff61c240059db"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutbreakContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outbreakId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outbreakContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outbreakId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outbreakId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutbreakContactsQuery, OutbreakContactsQueryVariables>;
export const VenueCodeDocument = {"__meta__":{"hash":"sha256:fa4ac5b7d27feedc46343ca3df9b5996cda9cfd14bab78944c22e1e1c467a405"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VenueCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"venueId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venueCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"venueId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"venueId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"rotatesAt"}}]}}]}}]} as unknown as DocumentNode<VenueCodeQuery, VenueCodeQueryVariables>;
export const VenueOutbreaksDocument = {"__meta__":{"hash":"sha256:f87ac1d17665493535f2ec92907413a65d41211b75bfd80190cf0ab582982e6d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VenueOutbreaks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"venueId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outbreaks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"venueId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"venueId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawReason"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}}]}}]}}]}}]}}]} as unknown as DocumentNode<VenueOutbreaksQuery, VenueOutbreaksQueryVariables>;
export const VenuesPageDocument = {"__meta__":{"hash":"sha256:8f3b690787fb5b6df7bd12c8d057f0744c55db8bcbecdd1c3adbfefa66ddee27"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VenuesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}}]}}]}}]}}]} as unknown as DocumentNode<VenuesPageQuery, VenuesPageQueryVariables>;
export const AddVenueDocument = {"__meta__":{"hash":"sha256:288a7fe50484c1fecb17cc5e40aa0ae5e42dee45dbf73d195f21085aa41db543"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddVenue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddVenueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addVenue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<AddVenueMutation, AddVenueMutationVariables>;
export const DeclareOutbreakDocument = {"__meta__":{"hash":"sha256:67dc1776bd49cf753065af10f464d6f86110b28d60f00f05e77ccd32c8f802fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclareOutbreak"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareOutbreakInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareOutbreak"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DeclareOutbreakMutation, DeclareOutbreakMutationVariables>;
export const WithdrawOutbreakDocument = {"__meta__":{"hash":"sha256:5fa19928b274d209f61f879a7e2c5a29bea2387c9393af340008a7d972356637"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawOutbreak"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawOutbreakInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawOutbreak"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<WithdrawOutbreakMutation, WithdrawOutbreakMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:f2ac1e2e6b29d511612360a341f68dc39f622709a8b4521409513cd1a2847f0e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;