import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

const OF_SCALARS: Readonly<Record<string, unknown>> = { Int: 0, Float: 0, Boolean: false };

function leastOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return OF_SCALARS[nullable.name] ?? '';
  const needed = Object.values(nullable.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  );
  return Object.fromEntries(needed.map((field) => [field.name, leastOf(field.type)]));
}

/** The least that an operation can be given, so that it is planned: nothing is asked with it. */
export function leastVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const needed = variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    return isInputType(type) && isNonNullType(type) && !defaultValue
      ? [[variable.name.value, leastOf(type)] as const]
      : [];
  });
  return Object.fromEntries(needed);
}
