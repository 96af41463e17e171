import type { Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Hands on what it gets: each page renders `Document`, because its language is known only after its order was read. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
