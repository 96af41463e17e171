import { createHash } from "node:crypto";
import type { Hero } from "#lib/brand/tokens.ts";
import type { DemoSlug } from "#lib/demo/merchants.ts";
import { alishanTerraces } from "./alishan-tea-hero.ts";
import { maisonAlderWinter } from "./maison-alder-hero.ts";

const drawings: Readonly<Partial<Record<DemoSlug, string>>> = {
  "maison-alder": maisonAlderWinter(),
  "alishan-tea": alishanTerraces(),
};

/** The picture for a demo shop's hero tile: SVG, 1200 by 800; null where the shop shows none. */
export function demoHero(slug: DemoSlug): string | null {
  return drawings[slug] ?? null;
}

/** Maison Alder's tile. */
export const maisonAlderHero: Hero = {
  ...sized("maison-alder"),
  alt: "Folded knits, a green scarf on a peg and a vase with alder twigs in winter light",
  alts: {
    de: "Gefaltete Strickpullover, ein grüner Schal am Haken und eine Vase mit Erlenzweigen im Winterlicht",
    th: "เสื้อไหมพรมพับซ้อนกัน ผ้าพันคอสีเขียวบนตะขอ และแจกันกิ่งไม้ในแสงฤดูหนาว",
    ar: "كنزات صوفية مطوية ووشاح أخضر معلّق ومزهرية فيها أغصان في ضوء الشتاء",
    "zh-Hant-TW": "冬日光線裡摺好的毛衣、掛著的綠圍巾和插著赤楊枝的花瓶",
    "zh-Hans-CN": "冬日光线里叠好的毛衣、挂着的绿围巾和插着桤木枝的花瓶",
  },
  url: "https://maison-alder.example/winter",
};

/** 阿里山茶集's tile. */
export const alishanTeaHero: Hero = {
  ...sized("alishan-tea"),
  alt: "晨霧中的阿里山茶園與茶寮",
  alts: {
    en: "Tea terraces and a tea house under Alishan in the morning mist",
    de: "Teeterrassen und ein Teehaus unterhalb des Alishan im Morgennebel",
    th: "ไร่ชาขั้นบันไดและโรงน้ำชาเชิงเขาอาลีซานในหมอกยามเช้า",
    ar: "مدرجات الشاي وبيت شاي عند سفح جبل علي شان في ضباب الصباح",
    "zh-Hans-CN": "晨雾中的阿里山茶园与茶寮",
  },
  url: "https://alishan-tea.example/terraces",
};

function sized(slug: DemoSlug): { readonly pictureId: string; readonly width: number; readonly height: number } {
  const pictureId = createHash("sha256")
    .update(demoHero(slug) ?? "")
    .digest("hex");
  return { pictureId, width: 1200, height: 800 };
}
