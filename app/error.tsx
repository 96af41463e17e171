"use client";

import { Trouble } from "#components/ui/trouble.tsx";

export default function ErrorPage() {
  return <Trouble />;
}
