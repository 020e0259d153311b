import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  InsetText,
  problemOf,
  Radios,
  Row,
  RowHead,
  Section,
  StatusTag,
  SummaryList,
  Table,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fields } from '../link-fields.ts'
import type { Decision, Link as Pair, Side } from '../queries/links.ts'
import { words } from '../words.ts'
import { bitsOf, chanceOf } from './chance.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  link: Pair
  sides: readonly Side[]
  decisions: readonly Decision[]
  form: FormState<unknown>
  done: string | undefined
}

const tones = { WAITING: 'warn', JOINED: 'good', APART: undefined } as const

/** One pair: what speaks for one person and what against, field by field, and what was decided when. */
export function LinkPage({ page, may, link, sides, decisions, form, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('f.field'), say('f.level'), say('f.weight')]
  const choices =
    link.state === 'WAITING'
      ? (['JOINED', 'APART'] as const)
      : ([link.state === 'JOINED' ? 'APART' : 'JOINED'] as const)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('link.title')}
      sub={say('link.sub')}
      back={{ href: `/links?state=${link.state}`, text: say('title') }}
      problems={form.problems}
      say={say}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('f.state'), value: <StatusTag tone={tones[link.state]}>{say(`state.${link.state}`)}</StatusTag> },
          { key: say('f.chance'), value: chanceOf(locale, link.probability) },
          ...sides.map((side, place) => ({ key: say('f.record', { number: place + 1 }), value: nameOf(side) })),
          link.state === 'JOINED' && { key: say('f.records'), value: say(link.mergeId ? 'merged' : 'not-merged') },
        ]}
      />
      <Section id="weights" title={say('weights')}>
        <p class="govuk-body">{say('weights-text')}</p>
        <Table
          caption={say('weights')}
          isCaptionHidden
          columns={heads.map((text, n) => ({ text, isNumeric: n === 2 }))}
        >
          {fields.map((field, place) => (
            <Row>
              <RowHead>{say(`field.${field}`)}</RowHead>
              <Cell label={heads[1]}>{say(`level.${shownLevel(link.levels, place)}`)}</Cell>
              <Cell label={heads[2]} isNumeric>
                {bitsOf(locale, link.weights[place]!)}
              </Cell>
            </Row>
          ))}
        </Table>
      </Section>
      <Section id="decide" title={say(link.state === 'WAITING' ? 'decide' : 'undo')}>
        {link.state !== 'WAITING' && <InsetText>{say(`undo.${link.state}`)}</InsetText>}
        <form method="post" action={`/links/${link.id}`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={String(link.version)} />
          <Radios
            name="is"
            legend={{ text: say('f.is'), size: 's' }}
            value={typedText(form, 'is')}
            error={problemOf(form.problems, 'is', say)}
            items={choices.map((value) => ({ value, text: say(`is.${value}`), hint: say(`is.${value}.hint`) }))}
          />
          <Textarea
            name="reason"
            label={say('f.reason')}
            hint={say('reason-hint')}
            rows={3}
            value={typedText(form, 'reason')}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button preventDoubleClick>{say('keep')}</Button>
        </form>
      </Section>
      {decisions.length > 0 && (
        <Section id="history" title={say('history')}>
          <SummaryList
            rows={decisions.map(({ state, by, at, reason }) => ({
              key: `${say(`state.${state}`)}, ${formatAt(locale, at)}`,
              value: say('decided', {
                by: by ?? say('system'),
                reason: reason === 'ABOVE_THRESHOLD' ? say('above') : reason,
              }),
            }))}
          />
        </Section>
      )}
    </SettingsFrame>
  )

  /** Names that are swapped are one finding, which stands with the given name. */
  function shownLevel(levels: Pair['levels'], place: number) {
    return place === 1 && levels[0] === 'SWAPPED' ? 'COUNTED' : levels[place]!
  }

  function nameOf({ name, bornOn }: Side): string {
    if (name === null) return say('not-seen')
    return bornOn ? say('born', { name, day: formatDay(locale, bornOn) }) : name
  }
}
