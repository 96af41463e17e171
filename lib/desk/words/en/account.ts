/** What the desk says of somebody's own account, and in the menu that leads there. */
export const account = {
  yours: "Your account",
  shops: "Other shops",
  language: "Language",
  signOut: "Sign out",
  lead: "What lets you in here. It is one account for all the shops that you work for.",
  name: "Name",
  email: "Email",
  role: "Role here",
  password: {
    heading: "Change your password",
    text: "Wherever else you are signed in, you will be signed out.",
    present: "Current password",
    chosen: "New password",
    hint: "{least} characters or more. A few words that do not belong together are easy to remember and hard to guess.",
    button: "Save the new password",
    wrong: "That is not your current password.",
    same: "Both are the same. Please choose another one.",
    forgotten: "I have forgotten my password",
    none: "You have no password yet: so far you came in by a link.",
    choose: "Choose one by email",
  },
  elsewhere: {
    heading: "Signed in",
    here: "You are signed in here and nowhere else.",
    count:
      "{count, plural, one {You are signed in here and in one other browser.} other {You are signed in here and in # other browsers.}}",
    button: "Sign out everywhere else",
  },
  colours: {
    heading: "Colours",
    text: "For the desk in this browser. Your shop's own pages keep theirs.",
    light: "Light",
    dark: "Dark",
    auto: "As the device",
  },
  said: {
    password: "Your new password is saved. Everywhere else you are signed out.",
    elsewhere: "Everywhere else you are signed out.",
  },
};
