// The door of the design system. GOV.UK's components first, Throughline's own after them.

// Throughline's own.
export { type AgencyKind, AgencySquare, initialsOf } from './agency-square.tsx'
export type { Attributes, Piece, Slot } from './attributes.ts'
export { BackLink } from './back-link.tsx'
export { Button, ButtonGroup } from './button.tsx'
export { CharacterCount } from './character-count.tsx'
export { Checkboxes } from './checkboxes.tsx'
export type { ChoiceItem } from './choices.tsx'
export { ConflictColumns } from './conflict-columns.tsx'
export { DateInput, type DatePart } from './date-input.tsx'
export { Details } from './details.tsx'
export { EntryGrid } from './entry.tsx'
export { ErrorMessage } from './error-message.tsx'
export { ErrorSummary, type FormProblem, ProblemSummary, problemOf } from './error-summary.tsx'
export { Fieldset } from './fieldset.tsx'
export { FileUpload } from './file-upload.tsx'
export { type Chip, Chips, type Count, Counts, FilterRow } from './filters.tsx'
export { Glyph, type GlyphName, statusGlyphs } from './glyph.tsx'
export { Hint } from './hint.tsx'
export { Icon, type IconName, type PathwayIcon, pathwayIcons } from './icon.tsx'
export { IdentityBar } from './identity-bar.tsx'
export { Input } from './input.tsx'
export { InsetText } from './inset-text.tsx'
export { Label } from './label.tsx'
export { Link, safeHref, WayOn } from './link.tsx'
export { Facts, FitList, Phone, PlainList, type Step, StepList, TeamList, type TeamMember } from './lists.tsx'
export { LiveLine, LivePart, LiveRegion, type News, PrintButton, SavedLine } from './live.tsx'
export { NotificationBanner } from './notification-banner.tsx'
export { PageLocale } from './page-locale.ts'
export { Columns, Empty, Note, PageHead, Section, SectionHead } from './page-parts.tsx'
export { Pager } from './pager.tsx'
export { Panel } from './panel.tsx'
export { PasskeyForm } from './passkey-form.tsx'
export {
  Call,
  PassportCode,
  PassportDo,
  PassportHelper,
  PassportOut,
  PassportPart,
  PassportPlan,
  PassportSheet,
} from './passport.tsx'
export { PasswordInput } from './password-input.tsx'
export { Key, PathwayList, PathwayMenu, type PathwayState, PathwayStrip, PathwayStripHead } from './pathways.tsx'
export { PlainTable } from './plain-table.tsx'
export { AlreadyAnswered, Question, ReadinessScale } from './questions.tsx'
export { Radios } from './radios.tsx'
export { Select, type SelectItem } from './select.tsx'
export { ServiceCard } from './service-card.tsx'
export { type NavigationItem, ServiceNavigation } from './service-navigation.tsx'
export { SkipLink } from './skip-link.tsx'
export { Status, StatusTag } from './status.tsx'
export { SubNavigation } from './sub-navigation.tsx'
export { type SummaryAction, SummaryList, type SummaryRow } from './summary-list.tsx'
export { Cell, type Column, Row, RowGroup, RowHead, Table } from './table.tsx'
export { Textarea } from './textarea.tsx'
export { Tick, TickedForm } from './ticks.tsx'
export { DateLine, type DateOnLine, OwnWords, Timeline, type TimelineDay, type TimelineEntry } from './timeline.tsx'
export { WarningText } from './warning-text.tsx'
export { filesOfWing, WingLine } from './wing-line.tsx'
