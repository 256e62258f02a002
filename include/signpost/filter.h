// SPDX-License-Identifier: Apache-2.0
// filter.h — which documents may be hits at all: one tree, however it was written down.
//
// Values:   an attribute with several values has a value when any of them is it. Texts are compared without case. A value
//           that reads as a number is also found among numbers, and true and false among booleans.
// Missing:  a document without the attribute has none of its values, so it is not in a kValue or kNumbers, and is in their kNot.
// Threads:  plain value types.
// Example:  Filter::All({Filter::Is("category", "Billing"), Filter::Not(Filter::Is("type", "video")),
//                        Filter::Between("stock", 1, 10)})
//           *ParseFilters(R"(category:Billing AND NOT type:video AND stock:1 TO 10)")
#ifndef SIGNPOST_FILTER_H_
#define SIGNPOST_FILTER_H_

#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/status/statusor.h>

#include <signpost/export.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

struct Filter {
  enum class Kind {
    kAll,      // what all parts let through; without parts everything
    kAny,      // what one of the parts lets through; without parts nothing
    kNot,      // what its one part does not let through
    kValue,    // documents whose `attribute` has `value`
    kNumbers,  // documents whose `attribute` has a number from `low` to `high`, both included
  };

  Kind kind = Kind::kAll;
  std::vector<Filter> parts;
  std::string attribute;
  std::string value;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  static Filter All(std::vector<Filter> parts) { return Of(Kind::kAll, std::move(parts)); }
  static Filter Any(std::vector<Filter> parts) { return Of(Kind::kAny, std::move(parts)); }
  static Filter Not(Filter part) {
    std::vector<Filter> parts;
    parts.push_back(std::move(part));
    return Of(Kind::kNot, std::move(parts));
  }
  static Filter Is(std::string attribute, std::string value) {
    Filter out;
    out.kind = Kind::kValue;
    out.attribute = std::move(attribute);
    out.value = std::move(value);
    return out;
  }
  static Filter Between(std::string attribute, double low, double high) {
    Filter out;
    out.kind = Kind::kNumbers;
    out.attribute = std::move(attribute);
    out.low = low;
    out.high = high;
    return out;
  }

  // True for what lets everything through without looking.
  bool empty() const { return kind == Kind::kAll && parts.empty(); }
  bool operator==(const Filter&) const = default;

 private:
  static Filter Of(Kind kind, std::vector<Filter> parts) {
    Filter out;
    out.kind = kind;
    out.parts = std::move(parts);
    return out;
  }
};

// What is rather wanted, or rather not: hits that it lets through go up, or down. The scores of all those that let a hit through
// are summed to s, and the hit's score is multiplied by 1 + s, or divided by 1 - s when s is negative.
struct OptionalFilter {
  Filter filter;
  double score = 1;  // below 0: goes down; -1,000 to 1,000, not 0

  bool operator==(const OptionalFilter&) const = default;
};

// Reads what front ends write. Errors: InvalidArgument, with the byte at which it went wrong and what was expected there.
//
// `attribute:value`, `attribute:"a value"`, `attribute:1 TO 5`, `attribute >= 3` (= != < <= > >=; also a date, 2024-02-29),
// `_tags:x` or `x` alone; AND, OR, NOT, parentheses. NOT binds closest, then AND, then OR.
SIGNPOST_EXPORT absl::StatusOr<Filter> ParseFilters(std::string_view text);

// Lists: a string, or an array of strings and arrays of strings; the elements of the outer array must all hold, of an inner array
// one of them. `attribute:value`, `attribute:-value` for what must not be, `attribute:\-value` for a value with a minus.
SIGNPOST_EXPORT absl::StatusOr<Filter> ParseFacetFilters(const Value& list);
// The same of `attribute<5` and `attribute:1 to 5`. In one string a comma stands for AND, and for OR in parentheses: `a=1,(b=2,b=3)`.
SIGNPOST_EXPORT absl::StatusOr<Filter> ParseNumericFilters(const Value& list);
// The same of tags, `-tag` for those that must not be.
SIGNPOST_EXPORT absl::StatusOr<Filter> ParseTagFilters(const Value& list);
// As facet filters, each perhaps with `<score=3>` behind it; -value goes down. Those in an inner array count as one filter: with the
// highest score of theirs that holds.
SIGNPOST_EXPORT absl::StatusOr<std::vector<OptionalFilter>> ParseOptionalFilters(const Value& list);

// Returns a text that ParseFilters reads as an equal filter, but for parts within parts of the same kind, parts that stand alone,
// and kAny without parts, which has no text. Empty for an empty filter.
SIGNPOST_EXPORT std::string FilterText(const Filter& filter);

}  // namespace signpost::inline v0

#endif  // SIGNPOST_FILTER_H_
