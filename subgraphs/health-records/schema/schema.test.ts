import { isEnumType, isObjectType, print, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildFederatedSchema } from '../../kit/graphql/build-schema.ts';
import {
  CITATION_KINDS,
  DECLARATION_STATES,
  ISOLATION_PLACES,
  TEST_METHODS,
  TEST_OUTCOMES,
} from '../domain/records.ts';
import { SYMPTOM_TERMS } from '../domain/symptom.ts';
import { ROW_FAULTS } from '../domain/submission/submitted-row.ts';
import { schemaParts } from './index.ts';

function directivesOf(schema: GraphQLSchema, coordinate: string): string[] {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return (field?.astNode?.directives ?? []).map((directive) => print(directive));
}

const SELF_OR_DESK = '@requiresScopes(scopes: [["self"], ["declaration:write"]])';
const READ_OR_SELF = '@requiresScopes(scopes: [["health:read"], ["self"]])';
const CASE = '@requiresScopes(scopes: [["case:manage"]])';
const TEST = '@requiresScopes(scopes: [["test:record"]])';
const REVIEW = '@requiresScopes(scopes: [["declaration:review"]])';

describe('the schema of health-records', async () => {
  const { schema, sdl } = await buildFederatedSchema(schemaParts);

  it.each([
    { field: 'Query.declarations', scopes: REVIEW },
    { field: 'Query.cases', scopes: CASE },
    {
      field: 'Query.declaration',
      scopes:
        '@requiresScopes(scopes: [["health:read"], ["declaration:review"], ["declaration:write"], ["self"]])',
    },
    { field: 'Mutation.declareHealth', scopes: SELF_OR_DESK },
    { field: 'Mutation.reviewDeclaration', scopes: REVIEW },
    { field: 'Mutation.checkIn', scopes: SELF_OR_DESK },
    { field: 'Mutation.recordTestResult', scopes: TEST },
    { field: 'Mutation.orderIsolation', scopes: CASE },
    { field: 'Mutation.releaseIsolation', scopes: CASE },
    { field: 'Mutation.extendIsolation', scopes: CASE },
    { field: 'Mutation.noticeContact', scopes: CASE },
    { field: 'Mutation.withdrawContactNotice', scopes: CASE },
    { field: 'Mutation.submitTestResults', scopes: TEST },
    { field: 'Mutation.submitSignedTestResults', scopes: TEST },
    { field: 'Mutation.correctTestResult', scopes: TEST },
    { field: 'Mutation.recordVaccination', scopes: TEST },
    { field: 'Resident.contactNotices', scopes: READ_OR_SELF },
    { field: 'Resident.vaccinations', scopes: READ_OR_SELF },
    { field: 'Resident.latestTest', scopes: READ_OR_SELF },
    { field: 'Resident.tests', scopes: READ_OR_SELF },
    { field: 'Resident.declarations', scopes: READ_OR_SELF },
    { field: 'Resident.checkIns', scopes: READ_OR_SELF },
    { field: 'Resident.isolationOrders', scopes: READ_OR_SELF },
  ])('$field needs $scopes', ({ field, scopes }) => {
    expect(directivesOf(schema, field)).toContain(scopes);
  });

  it('has no root field without scopes', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {})
        .filter((name) => !name.startsWith('_'))
        .map((name) => `${type?.name ?? ''}.${name}`),
    );
    const open = roots.filter(
      (field) => !directivesOf(schema, field).some((text) => text.startsWith('@requiresScopes')),
    );
    expect(roots).toHaveLength(17);
    expect(open).toEqual([]);
  });

  it.each(['Resident', 'Declaration'])('finds a %s by its key', (name) => {
    expect(sdl).toMatch(new RegExp(`type ${name}\\s+@key\\(fields: "id"\\)`));
    expect(Object.keys(schemaParts.references)).toContain(name);
  });

  it.each([
    { name: 'SymptomTerm', domain: SYMPTOM_TERMS },
    { name: 'DeclarationState', domain: DECLARATION_STATES },
    { name: 'TestMethod', domain: TEST_METHODS },
    { name: 'TestOutcome', domain: TEST_OUTCOMES },
    { name: 'IsolationPlace', domain: ISOLATION_PLACES },
    { name: 'CitationKind', domain: CITATION_KINDS },
    { name: 'RowFault', domain: ROW_FAULTS },
  ])('$name has the terms of the domain', ({ name, domain }) => {
    const type = schema.getType(name);
    const terms = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    expect(terms).toEqual([...domain]);
  });

  it('shows nobody who recorded a fact, and names the resident by key alone', () => {
    const shown = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()));
    const internal = ['recordedBy', 'reviewedBy', 'residentId', 'region', 'citation'];
    expect(shown.filter((field) => internal.includes(field))).toEqual([]);
    expect(sdl).toMatch(/resident: Resident!/);
  });
});
