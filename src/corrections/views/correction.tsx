import { partLabel } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Note,
  PageHead,
  PlainList,
  Section,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Correction } from '../queries/corrections.ts'
import { words } from '../words.ts'
import { factText } from './fact-text.ts'
import { standOf } from './stand.ts'

export interface CorrectionProps {
  page: PageContext
  correction: Correction
  agencyId: string
  mayWork: boolean
}

/** One correction: what was said, beside what, to whom it went. */
export function CorrectionPage({ page, correction, agencyId, mayWork }: CorrectionProps) {
  const { locale } = page
  const say = words(locale)
  const { id, kind, recipients, liftedAt, fact } = correction
  const title = say('table.of', { kind: say(`kind.${kind}`), name: correction.personName })
  const isOurs = correction.agencyId === agencyId
  const isToDo = recipients.some((each) => each.agencyId === agencyId && each.acknowledgedAt === null)
  return (
    <Layout page={page} title={title}>
      {isOurs ? (
        <BackLink href={`/cases/${correction.caseId}/corrections`}>{say('case.title')}</BackLink>
      ) : (
        <BackLink href="/corrections">{say('list.title')}</BackLink>
      )}
      <PageHead title={title} sub={standOf(locale, correction, agencyId)} />
      {kind === 'RESTRICTION' && !liftedAt && (
        <Note tone="warn">
          <p>{say('one.do-not-rely')}</p>
        </Note>
      )}
      <SummaryList
        rows={[
          { key: say('one.words'), value: <span class="tl-kept">{correction.words}</span> },
          {
            key: say('one.beside'),
            value: fact ? factText(locale, fact) : say('one.unseen', { part: partLabel(locale, correction.part) }),
          },
          {
            key: say('table.who'),
            value: say('one.by', { name: correction.madeByName, agency: correction.agencyName }),
          },
          { key: say('table.when'), value: formatAt(locale, correction.madeAt) },
          ...(liftedAt ? [{ key: say('stand.lifted'), value: formatAt(locale, liftedAt) }] : []),
        ]}
      />
      {isToDo && mayWork && (
        <form method="post" action={`/corrections/${id}/acknowledge`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('one.acknowledge-text')}</p>
          <Button>{say('one.acknowledge')}</Button>
        </form>
      )}
      {isOurs && (
        <Section id="h-sent" title={say('one.sent', { count: recipients.length })}>
          <PlainList>
            {recipients.map(({ agencyName, acknowledgedAt }) => (
              <li>
                {acknowledgedAt
                  ? say('one.acknowledged', {
                      agency: agencyName,
                      at: formatAt(locale, new Date(acknowledgedAt), 'brief'),
                    })
                  : say('one.waiting', { agency: agencyName })}
              </li>
            ))}
          </PlainList>
        </Section>
      )}
      {isOurs && mayWork && kind === 'RESTRICTION' && !liftedAt && (
        <form method="post" action={`/corrections/${id}/lift`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('one.lift')}</Button>
        </form>
      )}
    </Layout>
  )
}
