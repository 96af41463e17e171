"use client";

import { DeskTrouble } from "#components/admin/desk-trouble.tsx";

export default function DeskError() {
  return <DeskTrouble />;
}
