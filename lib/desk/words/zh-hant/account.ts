import type { account as english } from "#lib/desk/words/en/account.ts";

/** 工作台上自己的帳號，以及通往它的選單。 */
export const account: typeof english = {
  yours: "您的帳號",
  shops: "其他商店",
  language: "語言",
  signOut: "登出",
  lead: "您用它進入這裡。在每一家讓您進入的商店，都是同一個帳號。",
  name: "名字",
  email: "電子郵件",
  role: "在這裡的角色",
  password: {
    heading: "變更密碼",
    text: "您在其他地方的登入都會結束。",
    present: "目前的密碼",
    chosen: "新密碼",
    hint: "至少 {least} 個字元。幾個互不相干的詞，好記又難猜。",
    button: "儲存新密碼",
    wrong: "這不是您目前的密碼。",
    same: "兩個密碼相同，請換一個。",
    forgotten: "忘記密碼",
    none: "您還沒有密碼：到目前為止，您都是用連結進來的。",
    choose: "用電子郵件設定密碼",
  },
  elsewhere: {
    heading: "登入狀態",
    here: "您只在這裡登入。",
    count: "{count, plural, other {您在這裡登入，另外還在 # 個瀏覽器登入。}}",
    button: "登出其他所有地方",
  },
  colours: {
    heading: "顏色",
    text: "只用於這個瀏覽器裡的工作台。商店自己的頁面不受影響。",
    light: "淺色",
    dark: "深色",
    auto: "跟隨裝置",
  },
  said: {
    password: "新密碼已儲存，其他地方都已登出。",
    elsewhere: "其他地方都已登出。",
  },
};
