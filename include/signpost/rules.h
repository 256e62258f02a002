// SPDX-License-Identifier: Apache-2.0
// rules.h — what the owner of a help center wants to happen for certain queries. docs/rules.md teaches it by examples.
//
// Holds:    plain data. Given to Index::SetRules, which refuses a list with a bad rule and says which and why.
// Pattern:  words and captures. Words match without regard to case, accents and punctuation. A capture takes words side by side:
//             {name}              one word, whatever it is (a word may hold - . _ / @ +)
//             {name:VALIDATOR}    what a validator accepts; several with | between: {tracking:ups|fedex|s10}
//             {name:/EXPRESSION/} one word that matches an RE2 expression as a whole, in either case: {order:/FW-\d{6}/}
//             {facet:ATTRIBUTE}   a value that documents have in an attribute for faceting; {ATTRIBUTE} in the consequence
//           A validator's name alone, `{ups}`, is short for `{ups:ups}`.
// Validators, check digits verified where there are any:
//             number    digits only
//             order     an order number: letters, digits and hyphens with at least five digits
//             email     an e-mail address
//             ups       a UPS tracking number, 1Z and 16 characters
//             s10       an international postal item number (UPU standard S10)
//             usps      a number of the postal service of the United States, of 20 to 22 digits, or an s10
//             fedex     a FedEx tracking number of 12, 15, 20 or 22 digits; weak, but for 15
//             dhl       a DHL number: a waybill of 10 digits, which is weak, a piece of 20 digits, JD... and GM...
//           A weak number is one that many other numbers look like. In a pattern without words it is not taken, unless the
//           validator's name has a ? behind it: {tracking:fedex?}. Such a pattern never takes a number that is the bar code
//           of an article (12 to 14 digits, EAN and UPC), as tracking number or as order number.
// Redirect: `{name}` in the URL is replaced by the captured text, percent-encoded (RFC 3986, section 2.1). The URL must
//           be http, https or relative, and a capture never stands in its scheme or host.
// Order:    1. Which rules match is decided by the query and the request as they came; no rule makes another one match.
//           2. The first matching rule of the list with a redirect answers the query, alone.
//           3. Without one, all matching rules apply, in the order of the list. Edits of the query come one after the other;
//              the first value of a parameter, and the first place of a promoted article, stays; filters all hold; boosts add
//              up; what one hides another may not promote.
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

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <signpost/filter.h>
#include <signpost/search.h>
#include <signpost/settings.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

enum class Anchoring {
  kIs,          // the whole query
  kStartsWith,  // its first words
  kEndsWith,    // its last words
  kContains,    // words anywhere in it, in the order of the pattern, side by side
  kAny,         // every query; the pattern is empty
};

// What else than itself a word of a pattern stands for. Captures stay what they are.
struct PatternAlternatives {
  bool typos = false;     // one slip in words of 4 letters, two in words of 8; never a word that documents hold
  bool forms = false;     // other forms of the word (order, orders), in the languages that are searched
  bool synonyms = false;  // what the index's synonyms offer for the words of the query

  bool any() const { return typos || forms || synonyms; }
  bool operator==(const PatternAlternatives&) const = default;
};

struct RuleCondition {
  std::string pattern;  // empty only with kIs, the empty query, and kAny
  Anchoring anchoring = Anchoring::kIs;
  PatternAlternatives alternatives;
  std::string context;  // applies only when SearchRequest::contexts names it; empty: always
  Filter filter;        // applies only when SearchRequest::filter demands each of its parts; empty: always

  bool operator==(const RuleCondition&) const = default;
};

// When a rule is in force: at `from` <= time < `until`, in Unix seconds.
struct ValidityWindow {
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t until = std::numeric_limits<std::int64_t>::max();

  bool operator==(const ValidityWindow&) const = default;
};

struct Promotion {
  std::string object_id;
  int position = 0;  // 0-based place among all hits

  bool operator==(const Promotion&) const = default;
};

// Words of the query, wherever they stand side by side, and what comes in their stead. Both may use captures.
struct WordEdit {
  std::string words;
  std::string replacement;  // empty: the words go

  bool operator==(const WordEdit&) const = default;
};

// Parameters of the search; absent: as the request says. SearchRequest explains them.
struct RuleParameters {
  std::optional<TypoMode> typo_tolerance;
  std::optional<RemoveWords> remove_words;
  std::optional<std::vector<std::string>> optional_words;
  std::optional<bool> advanced_syntax;
  std::optional<std::vector<SortKey>> sort;
  std::optional<int> distinct;
  std::optional<int> page;
  std::optional<int> hits_per_page;
  std::optional<std::vector<std::string>> attributes_to_retrieve;
  std::optional<std::vector<std::string>> attributes_to_highlight;
  std::optional<std::vector<std::string>> facets;
  std::optional<int> max_values_per_facet;
  std::optional<FacetSort> sort_facet_values_by;

  bool operator==(const RuleParameters&) const = default;
};

// A filter by the value that {facet:ATTRIBUTE} took from the query.
struct AutomaticFilter {
  std::string attribute;
  bool optional = false;     // moves hits up, or down when negative, instead of choosing them
  double score = 1;          // of an optional one
  bool disjunctive = false;  // one of the values of this attribute suffices, not all
  bool negative = false;     // documents without the value

  bool operator==(const AutomaticFilter&) const = default;
};

struct RuleConsequence {
  std::string redirect_url;        // empty: no redirect
  Value user_data;                 // a banner or anything else for the page; null: none
  std::vector<Promotion> promote;  // shown at their places even if they do not match; absent documents are skipped
  bool filter_promotes = true;     // false: promoted documents are shown whatever SearchRequest::filter says
  std::vector<std::string> hide;   // object_ids that are not shown
  std::vector<OptionalFilter> optional;  // hits that these let through go up, or down with a score below 0
  Filter filter;                         // hits must also be among those that it lets through
  std::optional<std::string> query;      // is searched instead; may use captures
  std::vector<WordEdit> edits;           // of the query, or of `query` when it is there
  std::vector<AutomaticFilter> automatic_filters;
  RuleParameters parameters;

  bool operator==(const RuleConsequence&) const = default;
};

struct Rule {
  std::string object_id;  // required, unique in one list
  std::string description;
  bool enabled = true;
  std::vector<RuleCondition> conditions;  // one suffices; none: every query
  std::vector<std::string> audiences;     // applies only to who has one of them; none: to everybody
  std::vector<ValidityWindow> validity;   // applies only in one of them, by SearchRequest::now; none: always
  std::vector<std::string> tags;          // of the owner; mean nothing here
  std::string scope;                      // likewise
  RuleConsequence consequence;

  bool operator==(const Rule&) const = default;
};

// A rule that Index::SetValidRules left out.
struct RefusedRule {
  std::size_t place = 0;  // in the list that was given
  std::string object_id;
  std::string reason;  // names the object_id, the field and the value

  bool operator==(const RefusedRule&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_RULES_H_
