import '../../styles/calendar.css'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'

const input = { view: 'open' as const, page: 1, pageSize: 30, search: '', descending: false }

/** The first open tasks and how many there are; asked once for the workbench and the bell. */
export function useTodayTasks() {
  const api = useApi()
  const may = useMay()
  return useQuery({
    queryKey: ['calendar', 'tasks', input],
    queryFn: ({ signal }) => api.calendar.tasks(input, { signal }),
    enabled: may('accounts.read'),
  })
}
