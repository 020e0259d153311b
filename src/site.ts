import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isDemonstration, type Permission } from './agencies/index.ts'
import { mayRunHelpline } from './helpline/index.ts'
import { whoCalls } from './integrations/index.ts'
import type { Capability } from './platform/capability.ts'
import { startLive } from './platform/live.ts'
import { buildApp } from './platform/web/app.ts'
import type { Assets, PageContext } from './platform/web/page-context.ts'
import { type Locale, locales, wordsOf } from './platform/words.ts'
import type { Program } from './program.ts'
import { isProvedBy, type SignedIn, waysToProve, whoSends } from './sign-in/index.ts'
import en from './words/en.json' with { type: 'json' }
import it from './words/it.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }

const words = wordsOf({ en, it, nl })

/** The web server with every capability's routes. */
export async function buildSite(
  { config, database, found }: Pick<Program, 'config' | 'database' | 'found'>,
  capabilities: Map<string, Capability>,
  assets: Assets,
): Promise<FastifyInstance> {
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  const live = await startLive(found.app)
  const isDemo = await isDemonstration(database)
  const site = {
    publicUrl,
    isSecure: publicUrl.startsWith('https:'),
    live,
    isDevelopment: !config.MAIL_URL,
    isOwnOrigin: (origin: string) => origin === new URL(publicUrl).origin,
    pageOf: (request: FastifyRequest) => pageOf(request, assets, isDemo),
    // a token of the API proves itself with every request
    isProved: async (request: FastifyRequest) => request.routeOptions.config.isApi || isProvedBy(request),
    waysToProve,
    comesFirst: ({ optionalActor }: FastifyRequest) =>
      (optionalActor as SignedIn | undefined)?.lacksSecondStep ? '/account/second-step/first' : undefined,
  }

  const app = buildApp({
    database,
    site,
    whoIs: (request) => (request.headers.authorization ? whoCalls : whoSends)(database, request),
    trustProxy: config.TRUST_PROXY,
  })
  app.addHook('onClose', async () => live.stop())
  for (const { routes } of capabilities.values()) if (routes) app.register(routes)
  app.get('/health/live', { config: { may: 'anyone' } }, async () => ({ status: 'live' }))
  app.get('/health/ready', { config: { may: 'anyone' } }, async (_request, reply) => {
    const isReady = await database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'waiting for the database' })
  })
  serveAssets(app, assets)
  return app
}

function serveAssets(app: FastifyInstance, assets: Assets): void {
  app.get<{ Params: { name: string } }>('/assets/:name', { config: { may: 'anyone' } }, async (request, reply) => {
    const asset = assets.find(request.params.name)
    if (!asset) return reply.status(404).send()
    return reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').send(asset.body)
  })
}

// as find_session() in src/sign-in/functions.sql has it
const idleSessionInSeconds = 15 * 60
const idleSharedInSeconds = 3 * 60

function pageOf(request: FastifyRequest, assets: Assets, isDemo: boolean): PageContext {
  const reader = request.optionalActor as SignedIn | undefined
  const locale = localeOf(request, reader)
  const path = request.url
  const say = words(locale)
  return {
    locale,
    path,
    nonce: request.nonce,
    isDemonstration: isDemo,
    assets,
    now: request.server.database.clock.now(),
    ...(reader && {
      sessionEndsInSeconds: reader.isShared ? idleSharedInSeconds : idleSessionInSeconds,
      reader: {
        name: reader.name,
        roleName: reader.jobTitle || say(`role.${reader.roles[0]}` as 'role.WORKER'),
        agencyName: reader.agencyName,
        isShared: reader.isShared,
        navigation: navigationOf(reader, path.split('?')[0]!, say),
      },
    }),
  }
}

/** The account's language, else what the language page set, else what the browser asks for. */
function localeOf(request: FastifyRequest, reader: SignedIn | undefined): Locale {
  const wanted = [reader?.locale, request.cookies['language'], ...(request.headers['accept-language'] ?? '').split(',')]
  for (const tag of wanted) {
    const locale = locales.find((each) => tag?.trim().toLowerCase().startsWith(each))
    if (locale) return locale
  }
  return 'en'
}

const places = [
  { href: '/', text: 'nav.my-day', may: 'see cases' },
  { href: '/caseload', text: 'nav.people', may: 'see cases' },
  { href: '/calendar', text: 'nav.calendar', may: 'see cases' },
  { href: '/hubs', text: 'nav.hubs', may: 'see cases' },
  { href: '/helpline', text: 'nav.helpline', may: 'see the helpline' },
  { href: '/releases', text: 'nav.release-list', may: 'see cases' },
  { href: '/referrals', text: 'nav.referrals', may: 'see cases' },
  { href: '/courses', text: 'nav.programmes', may: 'see cases' },
  { href: '/mentoring', text: 'nav.mentoring', may: 'mentor people' },
  { href: '/mentors', text: 'nav.mentoring', may: 'see mentors', isHelpersOnly: true },
  { href: '/expenses', text: 'nav.expenses', may: 'claim expenses', isForVisitors: true },
  { href: '/delivery', text: 'nav.delivery', may: 'keep funds' },
  { href: '/services', text: 'nav.services', may: 'see the directory' },
  { href: '/reports', text: 'nav.reports', may: 'see reports' },
  { href: '/targets', text: 'nav.evidence', may: 'see evidence' },
  { href: '/audit', text: 'nav.audit', may: 'read the audit' },
  { href: '/agreements', text: 'nav.agreements', may: 'sign agreements' },
  { href: '/retention', text: 'nav.keeping', may: 'dispose of records' },
  { href: '/settings', text: 'nav.settings', may: 'administer the agency' },
] as const satisfies readonly Place[]

interface Place {
  href: string
  text: string
  may: Permission
  /** For workers of agencies that cannot punish: the others have no mentors. */
  isHelpersOnly?: true
  /** For who sees no case; workers find it where they need it. */
  isForVisitors?: true
}

function isOffered(reader: SignedIn, { may, isHelpersOnly, isForVisitors }: Place): boolean {
  const isHelper = reader.may.has('see cases') && !['prison', 'probation', 'police'].includes(reader.agencyKind)
  if (isHelpersOnly && !isHelper) return false
  return reader.may.has(may) && !(isForVisitors && reader.may.has('see cases'))
}

function navigationOf(reader: SignedIn, path: string, say: ReturnType<typeof words>) {
  return places
    .filter(({ href, may }) => reader.may.has(may) && !(href === '/helpline' && !mayRunHelpline(reader.agencyKind)))
    .filter((place) => isOffered(reader, place))
    .map(({ href, text }) => {
      const isWithin = (within[href]?.test(path) ?? false) || (href === evidenceOf(reader) && ofEvidence.test(path))
      return { href, text: say(text), isCurrent: href === '/' ? path === '/' : path.startsWith(href) || isWithin }
    })
}

/** Who does not see what was promised comes to the rest of the evidence by the reports. */
const evidenceOf = ({ may }: SignedIn) => (may.has('see evidence') ? '/targets' : '/reports')
const ofEvidence = /^\/(surveys|evidence|reoffending)/

/** Pages that belong to a place though their address does not begin with it. */
const within: Partial<Record<string, RegExp>> = {
  '/caseload':
    /^\/(cases|people|workloads|away|theme|needs|goals|steps|notes|assessments|ended-cases|allocations|known-here|key-work|supervisor-contacts|handovers|first-contacts|families|quiet-cases|corrections|safeguarding|bars|documents)/,
  '/calendar': /^\/(appointments|reminder-letters)/,
  '/hubs': /^\/hub-tickets/,
  '/helpline': /^\/call-hand-offs/,
  '/referrals': /^\/(transfers|case-requests)/,
  '/courses': /^\/(programmes|course-)/,
  '/releases': /^\/(exports|wings|imports|arrivals|movements|inductions)/,
  '/targets':
    /^\/(smart-plans|outputs|learning-sets|recommendations|distance|context|evaluations|mechanisms|contracts)/,
  '/mentors': /^\/(mentees|mentor-matches|expenses|delivery)/,
  '/mentoring': /^\/mentor-matches/,
  '/settings':
    /^\/(question-sets|consent-texts|agreements|complaints|data-breaches|processing-records|retention\/schedule)/,
  '/retention': /^\/(complaints|data-breaches|processing-records|subject-access)/,
}
