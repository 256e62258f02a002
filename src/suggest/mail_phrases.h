// SPDX-License-Identifier: Apache-2.0
// mail_phrases.h — what mails say besides the matter: greetings, farewells, names of headers, lines of mail programs, footers. One
// table for each language, all in mail_phrases.cc.
//
// All languages are looked for in every mail: a program writes "Sent from my phone" and "On ... wrote:" in the language of the
// device, whatever the customer writes in.
// Terms:    phrases are compared as text/analyzer.h folds them with the root pack: case and accents do not matter.
// Threads:  immutable once made; functions may run concurrently.
#ifndef SIGNPOST_SUGGEST_MAIL_PHRASES_H_
#define SIGNPOST_SUGGEST_MAIL_PHRASES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace signpost::suggest {

enum class MailPhrase : std::uint8_t {
  kGreeting,     // begins the mail: "dear"
  kFarewell,     // begins the last lines: "kind regards"
  kCourtesy,     // begins a sentence that says nothing of the matter: "I hope this finds you well"
  kDevice,       // begins a line that a mail program adds: "sent from my"
  kLegal,        // stands in a footer: "intended recipient"
  kSeparator,    // is a line above an older mail: "original message"
  kForwarded,    // the same, above a mail that is passed on: "forwarded message"
  kHeader,       // begins a line of an older mail's header, before a colon: "from"
  kWroteBegin,   // begins a line above a quotation ...
  kWroteEnd,     // ... and ends it: "On ..." "wrote"
  kReplyPrefix,  // begins the subject of an answer: "re"
  kPostscript,   // begins what stands below the name and still matters: "PS"
};

class MailPhrases {
 public:
  static const MailPhrases& Get();

  // Returns how many of `terms` the longest phrase of this kind takes that stands at their beginning; 0: none does.
  std::size_t At(MailPhrase kind, std::span<const std::string_view> terms) const;

  // True when a phrase of this kind stands anywhere in `terms`.
  bool In(MailPhrase kind, std::span<const std::string_view> terms) const;

 private:
  struct Phrase {
    MailPhrase kind;
    std::vector<std::string> terms;
  };
  MailPhrases();
  void Add(MailPhrase kind, std::string_view list);

  StringMap<std::vector<Phrase>> by_first_term_;
};

}  // namespace signpost::suggest

#endif  // SIGNPOST_SUGGEST_MAIL_PHRASES_H_
