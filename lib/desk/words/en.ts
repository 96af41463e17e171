import { account } from "./en/account.ts";
import { brand } from "./en/brand.ts";
import { carriers } from "./en/carriers.ts";
import { imports } from "./en/imports.ts";
import { numbers } from "./en/numbers.ts";
import { orders } from "./en/orders.ts";
import { queue } from "./en/queue.ts";
import { rules } from "./en/rules.ts";

/** What the merchant's desk says in English. `{...}` are facts; every other language says the same with the same facts. */
export const en = {
  name: "Porchlight",
  desk: "The desk",
  skip: "Skip to the content",
  again: "Try again",
  role: { owner: "Owner", editor: "Editor", support: "Support" },
  may: {
    owner: "everything, and who may come in",
    editor: "brand, rules, carriers and imports, and all that support may",
    support: "orders, messages and what shoppers are offered",
  },
  nav: {
    label: "The desk",
    desk: "Desk",
    orders: "Orders",
    carriers: "Carriers",
    rules: "Rules",
    numbers: "Numbers",
    brand: "Brand",
    people: "People",
    open: "Menu",
    close: "Close the menu",
  },
  toasts: { label: "What was done", close: "Put away", undo: "Undo" },
  account,
  signIn: {
    title: "Sign in",
    heading: "Come in",
    lead: "This is where a shop looks after its parcels.",
    email: "Email address",
    password: "Password",
    button: "Sign in",
    wrong: "That address and that password do not go together. Please try again.",
    forgotten: "I have forgotten my password",
    byLink: "Send me a link instead",
    signedOut: "You are signed out.",
    saved: "Your password is saved. Please sign in with it.",
    helpWithoutMail:
      "Password forgotten? Whoever runs this server can make you a new link: porchlight member link EMAIL",
  },
  link: {
    title: "A link to sign in",
    lead: "We send a link to your address. It works once, for a quarter of an hour.",
    button: "Send me the link",
  },
  forgotten: {
    title: "A new password",
    lead: "We send a link to your address. With it you choose a new password, within an hour.",
    button: "Send me the link",
  },
  sent: {
    title: "Look into your email",
    text: "If somebody with this address works here, the link is on its way. It can take a minute.",
    back: "Back to sign in",
  },
  enter: {
    title: "Sign in",
    lead: "One step left. The link works once, so we wait until you press.",
    button: "Sign in",
    stale: "This link has been used or is too old. Please ask for a new one.",
    again: "Ask for a new one",
  },
  newPassword: {
    title: "Choose a password",
    lead: "At least {least} characters. A few words that do not belong together are easy to remember and hard to guess.",
    password: "New password",
    button: "Save the password",
    short: "A password here has {least} to {most} characters.",
    stale: "This link has been used or is too old. Please ask for a new one.",
  },
  setUp: {
    title: "Set up",
    heading: "Make this server yours",
    lead: "Nobody has a key to it yet. This makes the first owner; the owner can let others in.",
    code: "Set-up code",
    codeHint: "The server printed it when it started. This prints it again: porchlight setup-code",
    you: "Your name",
    email: "Email address",
    password: "Password",
    passwordHint: "At least {least} characters",
    shop: "Name of your shop",
    currency: "Currency",
    currencyHint: "Three letters, such as GBP",
    zone: "Time zone",
    zoneHint: "Such as Europe/London",
    button: "Open the desk",
    problem: {
      code: "That is not the code of this server.",
      name: "Please tell us your name.",
      email: "That does not look like an email address.",
      password: "A password here has {least} to {most} characters.",
      shop: "Please give the shop a name.",
      currency: "That is not a currency code such as GBP.",
      zone: "That is not a time zone such as Europe/London.",
    },
  },
  shops: {
    title: "Your shops",
    heading: "Which shop?",
    none: "No shop has let you in yet",
    noneText:
      "Ask an owner of the shop, or whoever runs this server: porchlight member add EMAIL --merchant SHOP --role ROLE",
  },
  home: {
    late: "{count, plural, =0 {No promise is broken or in danger.} one {# promise is broken or in danger.} other {# promises are broken or in danger.}}",
    lateMany: "More than {count} promises are broken or in danger.",
    carriers:
      "{count, plural, =0 {No carrier is connected yet.} one {# carrier account is connected.} other {# carrier accounts are connected.}}",
    paused:
      "{count, plural, =0 {All carriers answer.} one {# carrier account does not answer.} other {# carrier accounts do not answer.}}",
    people: "{count, plural, one {# person works here.} other {# people work here.}}",
  },
  orders,
  imports,
  carriers,
  rules,
  numbers,
  brand,
  queue,
  people: {
    title: "People",
    lead: "Who may enter this desk, and what they may do. Every change is written down with who made it.",
    you: "you",
    role: "Role of {name}",
    save: "Save",
    remove: "Remove",
    removeText: "{name} can do nothing here from that moment on. They can be let in again at any time.",
    removeButton: "Remove {name}",
    add: "Let somebody in",
    name: "Name",
    email: "Email address",
    as: "As",
    addButton: "Send the invitation",
    addText: "They get a mail with a link to choose a password, or just the news if they have one here already.",
    addWithoutMail:
      "This server sends no mail, so whoever runs it lets people in. The command prints a link to hand over:",
    problem: {
      email: "That does not look like an email address.",
      lastOwner: "A shop keeps at least one owner: make somebody else an owner first.",
      gone: "This person is not here any more.",
    },
    said: {
      added: "The invitation is on its way.",
      role: "The role is saved.",
      removed: "Removed. Whatever they had open is closed to them.",
    },
  },
  refused: {
    heading: "This room is for others",
    text: "Your role here does not open this page. An owner of the shop can change that.",
    back: "Back to the desk",
    notFound: "There is nothing here",
    notFoundText: "The address is mistyped, or the shop is not one of yours.",
  },
  trouble: {
    heading: "This could not be done just now",
    text: "Nothing is lost. Please try again in a moment.",
  },
  limit: {
    heading: "Please wait a little",
    text: "{minutes, plural, one {There have been many tries. Please try again in a minute.} other {There have been many tries. Please try again in # minutes.}}",
    back: "Back",
  },
  mail: {
    signInSubject: "Your link to the Porchlight desk",
    signIn:
      "With this link you sign in. It works once, for a quarter of an hour. If you did not ask for it, leave it alone: nothing happens.",
    signInButton: "Sign in",
    passwordSubject: "Choose a new password for the Porchlight desk",
    password:
      "With this link you choose a new password, within an hour. If you did not ask for it, leave it alone: nothing changes.",
    passwordButton: "Choose a password",
    invitedSubject: "{shop} lets you in",
    invited:
      "{by} lets you into the desk of {shop}. With this link you choose a password; it works once, for three days.",
    welcomeSubject: "{shop} lets you in",
    welcome: "{by} lets you into the desk of {shop}. Sign in with the password that you have here.",
    welcomeButton: "Sign in",
  },
};

export type DeskWords = typeof en;
