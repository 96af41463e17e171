/**
 * The shopper's pages in English. `<date>` is set large, a `<day>` stays on one line where it
 * fits. Dates come in as text, already in the reader's language.
 */
export const en = {
  title: "Your order {number} from {shop}",
  answer: {
    arriving: "Arriving <date><day>{on}</day></date>",
    arrivingToday: "Arriving <date>today, <day>{on}</day></date>",
    arrivingTomorrow: "Arriving <date>tomorrow, <day>{on}</day></date>",
    arrivingBetween: "Arriving between <date><day>{from}</day> and <day>{to}</day></date>",
    arrivingBy: "Arriving by <date><day>{on}</day></date>",
    overdueSent: "This should have reached you by <date><day>{on}</day></date>",
    overdueWaiting: "This is late, and we are sorry. It was due by <date><day>{on}</day></date>",
    sent: "On its way since <date><day>{on}</day></date>",
    sentSomeday: "Your order is <date>on its way</date>",
    preparing: "We are getting it ready. You ordered on <date><day>{on}</day></date>",
    cancelled: "This order was cancelled on <date><day>{on}</day></date>",
  },
  quiet: {
    notHandedOver: "It has not been handed to a carrier yet. We are getting it ready.",
    preparing: "It has not been handed to a carrier yet. The day it comes will stand here as soon as we know it.",
    handedOver: "Handed to {carrier} on {day}.",
    handedOverSomeday: "Handed to {carrier}.",
    handedOverParcels: "Handed over in {count} parcels.",
    partlySent: "Part of it is on its way. The rest is still with us.",
    overdueSent: "If it is not with you, we are sorry. Write to us and we will find out where it is.",
    overdueWaiting:
      "It has not been handed to a carrier yet. Write to us and a person will tell you what is holding it up.",
    noDate: "The carrier has not told us a day yet.",
    cancelled: "Nothing will be sent. If you have a question about a refund, write to us.",
    cancelledAfterHandover: "A part had already been handed over before that. If it reaches you, write to us.",
    movedFrom: "Before that it was {window}.",
  },
  window: { between: "{from} to {to}" },
  progress: {
    label: "Where your order is",
    ordered: "Ordered",
    sent: "Sent",
    sentPartly: "Partly sent",
    under_way: "On its way",
    here: "Here",
    cancelled: "Cancelled",
    done: "done",
    current: "now",
    later: "still to come",
  },
  items: {
    heading: "What is in it",
    parcel: "Parcel {number}",
    parcelOf: "Parcel {number} of {count}",
    waiting: "Still with us",
    more: "{count, plural, one {and # more thing} other {and # more things}}",
    quantity: "×\u202f{count}",
    quantityLabel: "Quantity {count}",
  },
  details: {
    heading: "Your order",
    number: "Order",
    ordered: "Ordered",
    goesTo: "Goes to",
  },
  help: {
    heading: "A question about this order?",
    text: "Write to us. You reach a person at {shop}, and they will see which order it is about.",
    button: "Write to {shop}",
    subject: "Order {number}",
    noEmail: "Reply to your confirmation email. You reach a person at {shop}.",
  },
  bar: { back: "Back to the shop" },
  foot: { private: "Anyone with this link can see this page, so share it only with people you trust." },
  preparing: {
    title: "Your page is being prepared",
    heading: "We are preparing this page",
    text: "Thank you for your order. Its details are still on their way to this page, which looks for them by itself.",
    stopped: "Thank you for your order. Its details are not here yet, and this page has stopped looking by itself.",
    fallback: "Nothing after a few minutes? Open the link in your email again later. It stays the same.",
  },
  notFound: {
    heading: "This link does not lead to an order",
    text: "Links break when a part of them is cut off. Go back to the email from your shop and tap the link there again.",
    fallback:
      "Still here? The shop may have replaced the link. Reply to their email, and a person will send you a new one.",
  },
  outOfReach: {
    heading: "This page is out of reach just now",
    text: "We are sorry. Nothing has happened to your order: only this page cannot be shown at the moment.",
    fallback: "It tries again by itself.",
    stopped: "It has stopped trying by itself. Please look again in a few minutes.",
  },
  lookAgain: "Look again",
  host: {
    heading: "This is Porchlight",
    text: "Looking for an order? Open the link in the email that your shop sent you. It leads straight to your page.",
    fallback: "There is nothing to sign in to, and no tracking number to type.",
  },
};

/** What every language has to say. */
export type Words = typeof en;
