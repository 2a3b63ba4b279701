import { useMemo } from 'react'
import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { NotFound, PageFailure } from './page-failure'
import { features } from './routes'
import { Shell } from './shell'

const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    hydrateFallbackElement: <div className="boot" />,
    errorElement: <PageFailure />,
    children: [
      { index: true, element: <Navigate to="/workbench" replace /> },
      ...features.map((feature) => ({
        path: `${feature.path}/*`,
        lazy: async () => ({ Component: (await feature.load()).default }),
        errorElement: <PageFailure />,
      })),
      { path: '*', element: <NotFound /> },
    ],
  },
]

/** The pages behind the addresses `#/accounts/17`; the shell stays around all of them. */
export function Pages() {
  const router = useMemo(() => createHashRouter(routes), [])
  return <RouterProvider router={router} />
}
