/** The parts of an OpenAPI document that a reader wants to know. */
export interface ApiDocument {
  paths?: Record<string, Record<string, Operation>>
}

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>
}

interface Schema {
  type?: string
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}

/** One value that goes in or comes out, however deep it lies. */
export interface Field {
  /** `cases[].custody.wing` */
  name: string
  /** Where a request carries it: path, query, header or body; left out in an answer. */
  place?: string
  type: string
  isRequired: boolean
  description: string
}

export interface Route {
  method: string
  path: string
  summary: string
  takes: Field[]
  answers: { status: string; description: string; fields: Field[] }[]
}

/** The routes of the API in reading order, each with what it takes and what it answers. */
export function routesOf({ paths = {} }: ApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? '',
      takes: [...parametersOf(operation), ...bodyOf(operation)],
      answers: answersOf(operation),
    })),
  )
}

const parametersOf = ({ parameters = [] }: Operation): Field[] =>
  parameters.map(({ name, in: place, required = false, description, schema }) => ({
    name,
    place,
    type: typeOf(schema),
    isRequired: required,
    description: description ?? schema.description ?? '',
  }))

function bodyOf({ requestBody }: Operation): Field[] {
  const [content] = Object.values(requestBody?.content ?? {})
  return content ? fieldsOf(content.schema, '').map((field) => ({ ...field, place: 'body' })) : []
}

function answersOf({ responses = {} }: Operation): Route['answers'] {
  return Object.entries(responses).map(([status, { description = '', content = {} }]) => {
    const [first] = Object.values(content)
    const isProblem = Number(status) >= 400 // all problems are alike, and told of once
    return { status, description, fields: first && !isProblem ? fieldsOf(first.schema, '') : [] }
  })
}

function fieldsOf(schema: Schema, prefix: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { inner, suffix } = innerOf(field)
    const path = `${prefix}${name}`
    const isRequired = schema.required?.includes(name) ?? false
    const own = { name: path, type: typeOf(field), isRequired, description: field.description ?? '' }
    return [own, ...fieldsOf(inner, `${path}${suffix}.`)]
  })
}

/** What a list or a "this or nothing" holds. */
function innerOf(schema: Schema): { inner: Schema; suffix: string } {
  if (schema.anyOf) return innerOf(schema.anyOf.find(({ type }) => type !== 'null') ?? {})
  if (schema.items) return { inner: innerOf(schema.items).inner, suffix: '[]' }
  return { inner: schema, suffix: '' }
}

const formats: Record<string, string> = { uuid: 'id', date: 'day (2026-03-02)', 'date-time': 'instant (ISO 8601)' }

function typeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map((each) => (each.type === 'null' ? 'null' : typeOf(each))).join(' or ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum) return schema.enum.join(', ')
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (schema.format && formats[schema.format]) return withDefault(formats[schema.format]!, schema)
  if (typeof schema.additionalProperties === 'object') return `map to ${typeOf(schema.additionalProperties)}`
  return withDefault(`${schema.type ?? 'anything'}${rangeOf(schema)}`, schema)
}

function rangeOf({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength]
  const isBound = most !== undefined && most < Number.MAX_SAFE_INTEGER
  if (isBound) return ` ${least ?? 0} to ${most}`
  return least && least > Number.MIN_SAFE_INTEGER ? ` from ${least}` : ''
}

const withDefault = (type: string, schema: Schema): string =>
  schema.default === undefined || schema.default === '' ? type : `${type}, else ${String(schema.default)}`
