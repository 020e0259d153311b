import type { Capability } from '../platform/capability.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { appointmentRoutes } from './routes.ts'

export { type Attendance, attendances } from './attendances.ts'
export { type AppointmentFields, bookAppointment } from './book-appointment.ts'
export { cancelAppointment, changeAppointment, recordAttendance } from './change-appointment.ts'
export {
  type Appointment,
  type AppointmentAtPlace,
  getAppointment,
  listAtPlace,
  listComing,
  listPast,
} from './queries/appointments.ts'

export const capability: Capability = {
  async routes(app) {
    await appointmentRoutes(app)
    await calendarRoutes(app)
  },
}
