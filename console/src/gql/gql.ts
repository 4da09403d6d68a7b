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
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingDeclarationsDocument,
    "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingRegistrationsDocument,
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
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;