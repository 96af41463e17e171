import type { Row } from "#lib/carriers/meaning.ts";

/**
 * Codes under type X. A code that is not here is an exception without a known reason.
 * Source: UPS Tracking appendix, exception codes; only those whose reason leaves no doubt.
 */
export const EXCEPTION_ROWS: readonly Row[] = [
  { says: "exception", codes: "1E 2A 3D 6D 7V 7W 7X C5 DJ PZ", reason: "weather" },
  { says: "exception", codes: "DF", reason: "natural_disaster" },
  { says: "exception", codes: "1 3 11 17 18 19 1K 1Q CD CK CL CM DC ED HG MT NP S8", reason: "missed_connection" },
  { says: "exception", codes: "6 7 34 8G D1 YI", reason: "missorted" },
  {
    says: "exception",
    codes: "4 8 15 16 22 23 31 68 1G 1O 1V 2H 2Y 2Z 3A 3B 3C 4K 7G 7Y 8K 8L 9L",
    reason: "operations",
  },
  { says: "exception", codes: "9M 9N 9O 9P 9Q 9R 9S 9T 9U 9V 9X 9Y 9Z CC CQ DR DU E3 FG GH GI", reason: "operations" },
  { says: "exception", codes: "3L K1 LE LF NW OD Q0 Q1 TI UK", reason: "operations" },
  { says: "exception", codes: "AZ VL", reason: "holiday" },
  { says: "exception", codes: "8A G4 G5 K2 KY OM", reason: "late_handover" },
  { says: "exception", codes: "A7 A8 A9 AA AB AC AD AE AF AG AK AL AV AW C8 CW CY DS E1 FA", ...address() },
  { says: "exception", codes: "A6 DW H1 H2 H3 H4 H5 OJ PH TF YF", ...address() },
  { says: "exception", codes: "AM AN AP AQ AS KI KQ KR KS KT YE", reason: "refused" },
  { says: "exception", codes: "13 24 25 26 45 64 65 66 67 A2 A3 A4 AJ HE HR TV", reason: "damaged" },
  { says: "exception", codes: "1C 7F D9 EY", reason: "payment_due", action: "pay_charges" },
  { says: "exception", codes: "1H 39 4I 72 CN CP LI MF T3 UG Y7", reason: "held" },
  { says: "exception", codes: "2 14 1B 3T 3U 7Z 8Y 8Z C6 O6 RO TH", reason: "rescheduled" },
  { says: "exception", codes: "4M AT OL", reason: "rescheduled", responsible: "shopper" },
  { says: "exception", codes: "7R 7S G6 G9", reason: "security" },
  { says: "exception", codes: "95", reason: "no_access", action: "contact_carrier" },
  { says: "exception", codes: "3J", reason: "closed", responsible: "carrier" },
  { says: "exception", codes: "54 E2 LZ VB", reason: "held", action: "pick_up" },
  { says: "exception", codes: "99 BQ BR BT DD DT I3 VI VJ Y2 Y3", action: "contact_carrier" },
  { says: "exception", codes: "B1 DG P6 RY", reason: "other" },
  { says: "exception", codes: "33 91 C7 C9 CA CH CJ CV D2 EX J0", reason: "other", responsible: "merchant" },
  { says: "exception", codes: "1F 60 73 9F DP H9 HK HO I2 IY OR TX U0 U3 UN UR US", reason: "prohibited" },
  { says: "exception", codes: "5G 6C", reason: "not_collected" },
  { says: "exception", codes: "F8 UP UO", reason: "lost" },
  { says: "lost", codes: "S9 TJ", reason: "lost" },
  { says: "attempt_failed", codes: "48 49 7L AX C4 KX OH YD", reason: "not_home" },
  { says: "attempt_failed", codes: "55 AY G3 L1 S6 ZM", reason: "closed" },
  { says: "attempt_failed", codes: "51 52 KZ", reason: "payment_due", action: "pay_charges" },
  { says: "attempt_failed", codes: "FM G7 G8 IQ IR PI", reason: "signature_needed", action: "be_home" },
  { says: "attempt_failed", codes: "GB" },
  {
    says: "customs",
    codes: "40 43 71 4T 7T AO BA BB BD BE CX DN FF L2 L5 OT R6 RA RX S1 SN VP",
    ...papersOf("merchant"),
  },
  { says: "customs", codes: "X5 X8 XC XE XG XN XO XV XW B9", ...papersOf("merchant") },
  {
    says: "customs",
    codes: "29 1W 2B 7P 7U B5 BG BH BJ BK BP DY EU EV EW FE GF GZ OQ R7 RR RS S2",
    ...papersOf("shopper"),
  },
  { says: "customs", codes: "S3 SJ SL SP X6 XA XB", ...papersOf("shopper") },
  { says: "customs", codes: "CZ D0", reason: "customs_documents" },
  {
    says: "customs",
    codes: "5 1U 2N 2T B4 B8 BW BX CE DE E4 E8 E9 L3 OB R4 R5 RD RE RM RP RZ SF SS VK X2",
    ...inspection(),
  },
  { says: "customs", codes: "X3 X7 XJ XK XL XY LV OI TG TT Y1 Y4 Z1 MI CF", ...inspection() },
  { says: "customs", codes: "CT R1 RJ RU SV T9 X9 YA", reason: "held" },
  { says: "customs", codes: "4C 7I 7M B3 B6 BV C3 D5 DB ER HW S4 S5 SI SY X4 DA SR Y5 XZ ES" },
  { says: "returning", codes: "3N", reason: "not_collected" },
  { says: "returning", codes: "8H", reason: "refused" },
  { says: "returning", codes: "O0", reason: "prohibited" },
  { says: "returning", codes: "7H", ...papersOf("merchant") },
  { says: "returning", codes: "27 A1", reason: "damaged" },
  { says: "returning", codes: "TU YJ", reason: "address_problem" },
  { says: "returning", codes: "90 4S DL H8 I1 KP O4 RV UF XU YK CS" },
  { says: "returned", codes: "UA PP" },
  { says: "cancelled", codes: "5D" },
  { says: "picked_up", codes: "Z5 P4 HF" },
  { says: "in_transit", codes: "F0 F3 F7 GD HL PG RB YT YX XD IP 2O 4B 4F UI RC ZK ZW ZN LX LY" },
  { says: "in_transit", codes: "1L 1M 1P 8R SX I8 2V 4H 4J HM VX VZ YR Z3 ZV ZX ZY ZZ 6P TE W8" },
  { says: "out_for_delivery", codes: "RK RL ZS" },
  { says: "available_for_pickup", codes: "ZP I5 6B 8I UE", action: "pick_up" },
  { says: "delivered", codes: "F4 KM FT" },
  { says: "informs", codes: "2G 3Z 5A 5B 6W 6X GN GO GQ GR HD I9 K5 K6 K7 LN LO LQ UL UW UX" },
  { says: "informs", codes: "78 79 92 1D 1T 3Q 9C 9D 9I 9J 9K E7 L0 L8 R3 R8 RF RG RI RW S0 SO SU T4 T5 T6 TB TL" },
  { says: "informs", codes: "3R 3V 37 56 59 63 6G 6H 6I 76 77 7C 7D AH E0 EO FN FW G1 HJ IJ JC JH JI JJ K8 KN KO" },
  { says: "informs", codes: "LU O5 O7 O8 O9 S7 T7 T8 TA TO UD UZ VA VD VE VF VN YG ZD" },
  { says: "informs", codes: "UT VG VH VM X0 ZA ZB ZC JA JB O1 O2 O3 VQ VR V9 VU VV VW Z7 Z8 ZU F5" },
  { says: "informs", codes: "2R 2U 3W 4L 8C 8E 8F 8M CG H6 IB" },
];

function address() {
  return { reason: "address_problem", action: "correct_address" } as const;
}

function papersOf(responsible: "merchant" | "shopper") {
  return { reason: "customs_documents", responsible, action: "provide_documents" } as const;
}

function inspection() {
  return { reason: "customs_inspection" } as const;
}
