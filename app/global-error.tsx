"use client";

import { Trouble } from "#components/ui/trouble.tsx";
import "./globals.css";

export default function GlobalErrorPage() {
  return <Trouble />;
}
