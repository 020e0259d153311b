import { z } from 'zod'

const optionalUrl = z.preprocess((value) => (value === '' ? undefined : value), z.url().optional())

/** `name-SERVICE-SECRET`: the name is whoever's made it, the other two are UUIDs. */
const notifyKey = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** What links, QR codes and cookies are made for; from HOST and PORT when left out. */
  PUBLIC_URL: optionalUrl,
  /** The addresses of reverse proxies whose X-Forwarded-For counts; nobody's when left out. */
  TRUST_PROXY: z.string().optional(),
  /** Where the embedded PostgreSQL, our secrets and the built styles lie; made at the first start. */
  DATA_DIR: z.string().default('var'),
  /** A login of a PostgreSQL 15 or newer that may create the schema and roles. */
  DATABASE_URL: optionalUrl,
  /** Our least-privileged logins, when somebody else has made them; then DATABASE_URL is not needed to run. */
  APP_DATABASE_URL: optionalUrl,
  WORKER_DATABASE_URL: optionalUrl,
  /** The logins that read the audit and every row, when somebody else has made them: for `audit verify` and `backup`. */
  AUDITOR_DATABASE_URL: optionalUrl,
  BACKUP_DATABASE_URL: optionalUrl,
  /** A replica for reports and exports; where it names no login, ours that may only read. */
  READ_DATABASE_URL: optionalUrl,
  /** `on` loads the demonstration into an empty database: the default when the database is embedded. */
  DEMO: z.enum(['on', 'off']).optional(),
  /** smtp://user:password@host:port; without it mail waits in the outbox and can be read on a page. */
  MAIL_URL: z.preprocess((value) => (value === '' ? undefined : value), z.string().optional()),
  /** Where the signed heads of the audit's chains are written: best a disk that the database's keepers cannot change. */
  AUDIT_HEADS: z.preprocess((value) => (value === '' ? undefined : value), z.string().optional()),
  /** tcp://host:3310 of a ClamAV daemon; without it only pictures come in as documents. */
  SCANNER_URL: optionalUrl,
  /** `on` lets a host that a coordinator put on the list stand at an address of this network. */
  PRIVATE_PROVIDERS: z.enum(['on', 'off']).default('off'),
  /** Where the clocks on the partnership's walls are set, as in Europe/Rome. */
  TIME_ZONE: z.string().refine(isZone, 'no time zone of the IANA list').default('Europe/London'),
  /** The API key of GOV.UK Notify; without it texts wait in the outbox. */
  NOTIFY_KEY: z.preprocess((value) => (value === '' ? undefined : value), z.string().regex(notifyKey).optional()),
  /** Where GOV.UK Notify, or what stands for it, answers. */
  NOTIFY_URL: z.url().default('https://api.notifications.service.gov.uk'),
  /** Templates of the service whose only text is ((message)); that of mail has ((subject)) as its subject. */
  NOTIFY_TEXT_TEMPLATE: z.string().default(''),
  NOTIFY_MAIL_TEMPLATE: z.string().default(''),
  /** Off for an old pgbouncer, which cannot keep named statements apart. */
  NAMED_STATEMENTS: z.enum(['on', 'off']).default('on'),
  /** The folder that the command was called from, where its files are looked for; the script says it. */
  THROUGHLINE_FROM: z.string().default('.'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

const read = environment.safeParse(process.env)
if (!read.success) {
  const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`The environment has a setting that cannot be used:\n${lines.join('\n')}`)
}

/** The only place that reads the environment. */
export const config = read.data
export type Config = typeof config
