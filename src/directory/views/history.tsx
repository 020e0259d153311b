import { formatAt } from '../../platform/dates.ts'
import { BackLink, Empty, PageHead, PlainList } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Service } from '../listed-service.ts'
import type { Revision } from '../queries/keep.ts'
import { typedOf } from '../service-form.ts'
import { words } from '../words.ts'
import { differences } from './differences.ts'

/** What an entry said, and who changed it: the latest first. */
export function ServiceHistoryPage(props: { page: PageContext; service: Service; revisions: Revision[] }) {
  const { page, service, revisions } = props
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('history.title', { name: service.name })}>
      <BackLink href={`/services/${service.id}`}>{service.name}</BackLink>
      <PageHead title={say('history.title', { name: service.name })} />
      {revisions.length === 0 && (
        <Empty title={say('history.none')}>
          <p class="govuk-body">{say('history.none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {revisions.map((revision, index) => (
          <li>
            <b>{say(`history.${revision.kind}`)}</b>
            <p class="tl-quiet tl-m0">
              {say('history.by', {
                name: revision.madeByName,
                agency: revision.madeByAgencyName,
                at: formatAt(page.locale, revision.madeAt),
              })}
            </p>
            {changesOf(page, revision, revisions[index + 1]).map((line) => (
              <p class="tl-m0">{line}</p>
            ))}
          </li>
        ))}
      </PlainList>
    </Layout>
  )
}

function changesOf({ locale }: PageContext, revision: Revision, before: Revision | undefined): string[] {
  if (!before) return []
  const say = words(locale)
  const nothing = say('history.nothing')
  return differences(locale, typedOf(before.fields), typedOf(revision.fields)).map(({ part, was, became }) =>
    say('history.was', { part, was: was || nothing, became: became || nothing }),
  )
}
