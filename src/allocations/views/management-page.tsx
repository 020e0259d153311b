import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Note, PageHead, ProblemSummary, problemOf, Radios, Section, Select, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { levelOf, type Reason, type Rule, risks } from '../levels.ts'
import type { Management } from '../queries/management.ts'
import { words } from '../words.ts'

interface ManagementProps {
  page: PageContext
  frame: CaseFrame
  /** null for a reader who does not see the risk part. */
  management: Management | null
  rule: Rule
  form: FormState<unknown>
}

/** Full offender management or key work only, and the fact that decides. */
export function ManagementPage(props: ManagementProps) {
  const { page, frame, management, form } = props
  const { locale } = page
  const say = words(locale)
  const title = say('level.title', { name: frame.calledName })
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{frame.shownName}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('level.sub')} />
      {management ? <Result {...props} management={management} /> : <PartNotSeen locale={locale} frame={frame} />}
      {management && mayWrite(frame, 'risk') && <StateForm {...props} management={management} />}
    </CaseLayout>
  )
}

type Seen = ManagementProps & { management: Management }

function Result({ page, management, rule }: Seen) {
  const { locale } = page
  const say = words(locale)
  const { reason, ruled, chosen, byName, madeAt, words: why } = management
  const by = byName ?? ''
  const day = madeAt ? formatAt(locale, madeAt) : ''
  const because = chosen ? say('because.chosen', { by, day }) : becauseSaid(locale, reason, management, rule)
  return (
    <Note title={levelSaid(locale, reason)} {...(levelOf(reason) === null && { tone: 'warn' as const })}>
      <p>{because}</p>
      {chosen && <p class="tl-kept">{why}</p>}
      {chosen && (
        <p>
          {say('level.rule-says', {
            level: levelSaid(locale, ruled),
            because: becauseSaid(locale, ruled, management, rule),
          })}
        </p>
      )}
    </Note>
  )
}

function levelSaid(locale: Locale, reason: Reason): string {
  const level = levelOf(reason)
  return words(locale)(level ? `level.${level}` : 'level.none')
}

function becauseSaid(locale: Locale, reason: Reason, { risk }: Management, rule: Rule): string {
  const say = words(locale)
  if (reason === 'CHOSEN_FULL' || reason === 'CHOSEN_KEY_WORK') return ''
  const values = { risk: risk ? say(`risk.${risk}`).toLowerCase() : '', months: rule.fullFromMonths }
  return say(`because.${reason}` as 'because.RISK', values)
}

function StateForm({ page, frame, management, form }: Seen) {
  const say = words(page.locale)
  const isTyped = form.typed['risk'] !== undefined
  const kept = { risk: management.risk ?? '', chosen: management.chosen ?? '', words: management.words }
  const shown = (name: keyof typeof kept) => (isTyped ? typedText(form, name) : kept[name])
  const error = (name: string) => problemOf(form.problems, name, say)
  const chosen = shown('chosen')
  return (
    <Section id="h-state" title={say('level.state')}>
      <form method="post" action={`/cases/${frame.caseId}/management`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="risk"
          label={say('level.risk')}
          hint={say('level.risk-hint')}
          value={shown('risk')}
          error={error('risk')}
          items={[
            { value: '', text: say('level.unknown') },
            ...risks.map((risk) => ({ value: risk, text: say(`risk.${risk}`) })),
          ]}
        />
        <Radios
          name="chosen"
          legend={say('level.choose')}
          error={error('chosen')}
          items={(['', 'FULL', 'KEY_WORK'] as const).map((level) => ({
            value: level,
            text: level ? say(`level.${level}`) : say('level.by-rule'),
            isChecked: chosen === level,
          }))}
        />
        <Textarea name="words" label={say('level.reason')} rows={3} value={shown('words')} error={error('words')} />
        <Button>{say('level.save')}</Button>
      </form>
    </Section>
  )
}
