// SPDX-License-Identifier: Apache-2.0
// rules.h — what the owner of a help center wants to happen for certain queries.
//
// Holds:    plain data. Given to Index::SetRules, which refuses a list with a bad rule and says which and why.
// Pattern:  words and captures. `{name}` captures one token; `{name:validator}` captures what the validator accepts:
//             number    digits only
//             order     an order number: letters, digits and hyphens with at least five digits
//             email     an e-mail address
//             ups       a UPS tracking number, 1Z and 16 characters, check digit verified
//             s10       an international postal item number (UPU standard S10), check digit verified
//             fedex     a FedEx tracking number of 12, 15, 20 or 22 digits, check digit verified for 12 and 15
//           A validator's name alone, `{ups}`, is short for `{ups:ups}`.
//           Words match without regard to case, accents and punctuation.
// Redirect: `{name}` in the URL is replaced by the captured text, percent-encoded (RFC 3986, section 2.1). The URL must
//           be http, https or relative, and a capture never stands in its scheme or host.
// Order:    the first matching rule with a redirect, in the order of the list, answers the query; without one, all
//           matching rules apply in that order.
// Threads:  plain value types.
// Example:
//   signpost::Rule track{
//       .object_id = "track-ups",
//       .conditions = {{.pattern = "track {code:ups}", .anchoring = signpost::Anchoring::kIs}},
//       .consequence = {.redirect_url = "https://www.example.com/track?code={code}"}};
//   // "track 1Z999AA10123456784" -> https://www.example.com/track?code=1Z999AA10123456784
//   // "track 1Z999AA10123456785" -> no redirect: the check digit is wrong.
#ifndef SIGNPOST_RULES_H_
#define SIGNPOST_RULES_H_

#include <string>
#include <vector>

#include <signpost/value.h>

namespace signpost::inline v0 {

enum class Anchoring {
  kIs,          // the whole query
  kStartsWith,  // its first words
  kEndsWith,    // its last words
  kContains,    // words anywhere in it, in the order of the pattern, side by side
};

struct RuleCondition {
  std::string pattern;  // empty only with kIs: the empty query
  Anchoring anchoring = Anchoring::kIs;
  std::string context;  // applies only when SearchRequest::contexts names it; empty: always

  bool operator==(const RuleCondition&) const = default;
};

struct Promotion {
  std::string object_id;
  int position = 0;  // 0-based place among all hits

  bool operator==(const Promotion&) const = default;
};

struct RuleConsequence {
  std::string redirect_url;        // empty: no redirect
  Value user_data;                 // a banner or anything else for the page; null: none
  std::vector<Promotion> promote;  // shown at their places even if they do not match; absent documents are skipped
  std::vector<std::string> hide;   // object_ids that are not shown

  bool operator==(const RuleConsequence&) const = default;
};

struct Rule {
  std::string object_id;  // required, unique in one list
  std::string description;
  bool enabled = true;
  std::vector<RuleCondition> conditions;  // one suffices; none: every query
  RuleConsequence consequence;

  bool operator==(const Rule&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_RULES_H_
