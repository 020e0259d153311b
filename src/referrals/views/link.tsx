import { pathwayLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  DateInput,
  Input,
  Phone,
  ProblemSummary,
  problemOf,
  Radios,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OpenLink } from '../queries/links.ts'
import { words } from '../words.ts'
import { Decline } from './answer.tsx'
import { NotSent } from './not-sent.tsx'
import { answerByOf } from './state.tsx'

interface Props {
  page: PageContext
  token: string
  link: OpenLink
  form: { typed: Typed; problems: Problem[] }
}

/** What a provider without an account sees: the least it needs to answer, and the answer. */
export function AnswerByLinkPage({ page, token, link, form }: Props) {
  const { locale } = page
  const say = words(locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const title = say('link.title', { pathway: pathwayLabel(locale, link.pathway) })
  return (
    <Layout page={page} title={title} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {say('link.lead', { name: link.fromWorker, agency: link.fromAgency, service: link.serviceName })}
      </p>
      <SummaryList
        rows={[
          { key: say('link.who'), value: link.initials },
          { key: say('link.why'), value: <span class="tl-kept">{link.why}</span> },
          {
            key: say('check.by'),
            value: link.neededByOn ? formatDay(locale, link.neededByOn, 'long') : say('check.no-day'),
          },
          { key: say('link.sent'), value: formatDay(locale, dayAt(new Date(link.sentAt)), 'long') },
          { key: say('link.answer-by'), value: answerByOf(page, { ...link, expiresAt: new Date(link.answerBy) }) },
          { key: say('link.reference'), value: link.reference },
        ]}
      />
      <form method="post" action={`/answer/${token}`} novalidate>
        <Radios
          name="answer"
          legend={{ text: say('answer.legend'), size: 'm' }}
          value={typedText(form, 'answer')}
          error={problemOf(form.problems, 'answer', say)}
          items={[
            {
              value: 'yes',
              text: say('answer.yes'),
              conditional: (
                <DateInput
                  name="startsOn"
                  legend={say('answer.starts')}
                  values={dayBoxes(form, 'startsOn')}
                  error={problemOf(form.problems, 'startsOn', say)}
                />
              ),
            },
            { value: 'no', text: say('answer.no'), conditional: <Decline say={say} field={field} /> },
          ]}
        />
        <Input {...field('name')} label={say('link.your-name')} autocomplete="name" />
        <Button preventDoubleClick>{say('answer.send')}</Button>
      </form>
      <p class="govuk-body">
        {say('link.question', { name: link.fromWorker })} {link.phone && <Phone number={link.phone} />}
      </p>
    </Layout>
  )
}

/** A link that answers nothing any more, and the thanks after an answer: each says what happened and what to do. */
export function LinkPlainPage({
  page,
  what,
  typed = {},
}: {
  page: PageContext
  what: 'used' | 'expired' | 'closed' | 'unknown' | 'thanks'
  /** Of an answer that came too late. */
  typed?: Typed
}) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say(`link.${what}-title`)} isWithoutMenu>
      <h1 class="govuk-heading-l">{say(`link.${what}-title`)}</h1>
      <p class="govuk-body">{say(`link.${what}-text`)}</p>
      <NotSent page={page} typed={typed} />
    </Layout>
  )
}
