/** The OpenAPI 3.1 description, made from the zod contract. */
import { z } from 'zod';
import type { Operation } from '#contract/operation';
import { OPERATIONS } from '#contract/operations';
import { problemSchema } from '#contract/problem';
import { ENGINE_VERSION } from '#core';

type Json = Record<string, unknown>;

const refTo = (id: string): string => `#/components/schemas/${id}`;

/** Schemas with an id are named once and referred to; the others stand where they are used. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (id !== undefined) return { $ref: refTo(id) };
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io });
  return described;
}

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: refTo });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: schemaOf(value, 'input'),
  }));
}

const FILES: Json = {
  type: 'object',
  properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
  required: ['files'],
};

const BYTES: Json = { type: 'string', format: 'binary' };

function requestBody(operation: Operation): Json {
  if (operation.takesFiles)
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILES } } } };
  if (operation.takesBytes)
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } } };
  if (operation.body instanceof z.ZodUndefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.body, 'input') } } },
  };
}

function describe(id: string, operation: Operation): Json {
  const content =
    operation.status === 204
      ? {}
      : { content: { [operation.mediaType ?? 'application/json']: { schema: schemaOf(operation.answer, 'output') } } };
  return {
    operationId: id,
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...requestBody(operation),
    responses: {
      [operation.status]: { description: operation.summary, ...content },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
      },
    },
  };
}

/** @returns The description as plain JSON, the same at every call. */
export function openApi(): Json & { openapi: string; paths: Record<string, Record<string, unknown>> } {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, operation] of Object.entries<Operation>(OPERATIONS)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describe(id, operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kneewise', version: ENGINE_VERSION, description: 'What each run asked of the knees.' },
    paths,
    components: { schemas: componentSchemas() },
  };
}
