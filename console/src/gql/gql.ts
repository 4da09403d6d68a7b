/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.WaitingDeclarationsDocument,
    "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.WaitingRegistrationsDocument,
    "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyCheckInDocument,
    "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": typeof types.MyCheckInsDocument,
    "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": typeof types.MyCodeTextDocument,
    "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": typeof types.MyCodeDocument,
    "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n": typeof types.MyDeclarationsDocument,
    "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n": typeof types.MyDeclareHealthDocument,
    "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n": typeof types.MyDeclareStayDocument,
    "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n": typeof types.MyDivisionsDocument,
    "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyRegisterDocument,
    "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n": typeof types.MyHouseholdDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingDeclarationsDocument,
    "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingRegistrationsDocument,
    "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  ": types.MyCheckInDocument,
    "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": types.MyCheckInsDocument,
    "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": types.MyCodeTextDocument,
    "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": types.MyCodeDocument,
    "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n": types.MyDeclarationsDocument,
    "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n": types.MyDeclareHealthDocument,
    "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n": types.MyDeclareStayDocument,
    "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n": types.MyDivisionsDocument,
    "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  ": types.MyRegisterDocument,
    "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n": types.MyHouseholdDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n"): (typeof documents)["\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;