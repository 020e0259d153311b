import { Button, Empty, Link, PageHead, PlainList, StatusTag } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { findBehind } from '../package/translations.ts'
import type { Programme } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programmes: readonly Programme[]
  mayImport: boolean
}

/** Every programme that the partnership can run. */
export function ProgrammesPage({ page, programmes, mayImport }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('programmes.title')}>
      <PageHead
        title={say('programmes.title')}
        sub={say('programmes.sub')}
        actions={<Link href="/courses">{say('programmes.courses')}</Link>}
      />
      {programmes.length === 0 && <Empty title={say('programmes.none')} />}
      <PlainList>
        {programmes.map((programme) => {
          const { id, agencyName, version, forkedFrom, package: edition } = programme
          const behind = findBehind(edition).length
          return (
            <li>
              <Link class="tl-link tl-link--strong" href={`/programmes/${id}`}>
                {edition.texts[page.locale].name}
              </Link>{' '}
              {behind > 0 && <StatusTag tone="warn">{say('behind.tag', { count: behind })}</StatusTag>}
              <p class="tl-m0">{edition.texts[page.locale].summary}</p>
              <p class="tl-m0 tl-quiet">
                {say('programmes.line', {
                  keeper: agencyName ?? say('programmes.shipped'),
                  version,
                  count: edition.sessions.length,
                })}
                {forkedFrom &&
                  ` ${say('programmes.forked', { from: forkedFrom.agencyName ?? say('programmes.shipped'), version: forkedFrom.version })}`}
              </p>
            </li>
          )
        })}
      </PlainList>
      {mayImport && (
        <Button kind="secondary" href="/programmes/new">
          {say('programmes.import')}
        </Button>
      )}
    </Layout>
  )
}
