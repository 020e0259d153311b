import { EvidenceNavigation } from '../../context-events/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Empty, Link, PageHead, PlainList } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { audiences, type Survey } from '../survey.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  surveys: readonly Survey[]
  may: ReadonlySet<string>
}

/** The surveys that are being asked: where to enter a reply, print the paper, and read what came of it. */
export function SurveysPage({ page, surveys, may }: Props) {
  const say = words(page.locale)
  const readsEvidence = may.has('see evidence')
  const missing = audiences.filter((audience) => !surveys.some((survey) => survey.audience === audience))
  return (
    <Layout
      page={page}
      title={say('title')}
      subNavigation={readsEvidence && <EvidenceNavigation page={page} current="surveys" />}
    >
      <PageHead title={say('title')} sub={say('sub')} />
      {surveys.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {surveys.map(({ id, audience, items }) => (
          <li>
            <h2 class="govuk-heading-s tl-m0">{say(`audience.${audience}`)}</h2>
            <p class="tl-m0 tl-quiet">{say('questions', { count: items.length })}</p>
            <p class="tl-m0">
              <Link href={`/surveys/${id}/replies/new`}>
                {say('enter')}
                <span class="govuk-visually-hidden">: {say(`audience.${audience}`)}</span>
              </Link>
              {' · '}
              <Link href={`/surveys/${id}/paper`}>
                {say('paper')}
                <span class="govuk-visually-hidden">: {say(`audience.${audience}`)}</span>
              </Link>
              {readsEvidence && ' · '}
              {readsEvidence && (
                <Link href={`/surveys/${id}`}>
                  {say('results')}
                  <span class="govuk-visually-hidden">: {say(`audience.${audience}`)}</span>
                </Link>
              )}
            </p>
          </li>
        ))}
      </PlainList>
      {may.has('coordinate the partnership') &&
        missing.map((audience) => (
          <form method="post" action="/surveys">
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary" name="audience" value={audience}>
              {say('begin', { audience: say(`audience.${audience}`) })}
            </Button>
          </form>
        ))}
    </Layout>
  )
}
