// Writes each capability's tables.ts from the database that the migrations make: run after changing a migration.
//   npm run tables
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { startPostgres } from '../src/platform/embedded-postgres.ts'
import { makeDatabase, prepareDatabase } from '../src/platform/find-database.ts'

interface Column {
  table: string
  column: string
  type: string
  is_nullable: boolean
  has_default: boolean
  is_generated: boolean
}

const plain: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Date',
  bool: 'boolean',
  bytea: 'Buffer',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'string',
  _uuid: 'string[]',
  _text: 'string[]',
  _int4: 'number[]',
  _timestamptz: 'Date[]',
  _float8: 'number[]',
}

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
const { socketFolder, stop } = await startPostgres(join(folder, 'postgres'), ['fsync=off'])
try {
  const owner = await makeDatabase(socketFolder, 'described')
  await prepareDatabase(owner, { DATA_DIR: folder })
  const columns = await readColumns(owner)
  for (const policy of globSync('src/*/policy.sql').sort()) writeTables(policy, columns)
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}

async function readColumns(url: string): Promise<Column[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, not a.attnotnull as is_nullable,
      a.atthasdef or a.attidentity <> '' as has_default, a.attgenerated <> '' or a.attidentity = 'a' as is_generated,
      case when t.typtype = 'e' then 'enum:' || (select string_agg(quote_literal(enumlabel), ' | ' order by enumsortorder)
        from pg_enum where enumtypid = t.oid) else t.typname end as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attnum`)
  await client.end()
  return rows
}

/** A capability owns the tables that its policy.sql grants. */
function writeTables(policy: string, columns: Column[]): void {
  const granted = [...readFileSync(policy, 'utf8').matchAll(/(?:create policy \w+ on|-- owns) (\w+)/g)].map(
    ([, name]) => name!,
  )
  const tables = [...new Set(granted)].filter((name) => columns.some(({ table }) => table === name)).sort()
  if (tables.length === 0) return

  const body = tables
    .map((table) =>
      tableOf(
        table,
        columns.filter((column) => column.table === table),
      ),
    )
    .join('\n')
  const used = ['ColumnType', 'Generated'].filter((name) => body.includes(`${name}<`))
  const imports = used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely'\n` : ''
  const json = body.includes('Json') ? `import type { Json } from '../platform/tables.ts'\n` : ''
  const isModule = imports || json ? '' : 'export {}\n'
  const path = join(dirname(policy), 'tables.ts')
  const module = path.startsWith('src/platform') ? './tables.ts' : '../platform/tables.ts'
  const target = path.startsWith('src/platform') ? 'src/platform/own-tables.ts' : path
  writeFileSync(
    target,
    `// Written by scripts/describe-tables.ts from the migrations: do not edit.\n${imports}${json.replace('../platform/tables.ts', module)}${isModule}
declare module '${module}' {\n  interface Tables {\n${body}\n  }\n}\n`,
  )
}

function tableOf(table: string, columns: Column[]): string {
  const lines = columns.map((column) => `      ${column.column}: ${typeOf(column)}`)
  return `    ${table}: {\n${lines.join('\n')}\n    }`
}

function typeOf({ table, column, type, is_nullable, has_default, is_generated }: Column): string {
  const known = type.startsWith('enum:') ? type.slice(5) : plain[type]
  if (type === 'jsonb') return 'Json'
  if (!known) throw new Error(`${table}.${column}: no TypeScript for ${type}`)
  const full = is_nullable ? `${known} | null` : known
  if (is_generated) return `ColumnType<${full}, never, never>`
  return has_default ? `Generated<${full}>` : full
}
