// SPDX-License-Identifier: Apache-2.0
// filter_lists.cc — lists of filters, and lists in lists, as front ends send them.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/filter.h>

#include "base/limits.h"
#include "base/status.h"
#include "filter/text_reader.h"
#include "segment/column_values.h"

namespace signpost::inline v0 {
namespace {

using filter::TextReader;
using ReadText = absl::StatusOr<Filter> (*)(std::string_view parameter, std::string_view text);

std::string_view Unquoted(std::string_view value) {
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.front() == value.back();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

Filter Negated(Filter filter, bool negated) { return negated ? Filter::Not(std::move(filter)) : filter; }

// Takes a minus that negates off the front of a value, or the backslash before one that does not.
bool TakeMinus(std::string_view* value) {
  if (value->starts_with("\\-")) {
    value->remove_prefix(1);
    return false;
  }
  if (!value->starts_with('-') || value->size() == 1) return false;
  value->remove_prefix(1);
  return true;
}

absl::StatusOr<Filter> ReadFacet(std::string_view parameter, std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return InvalidArgument("reading ", parameter, ": expected attribute:value, found ", Quoted(text));
  }
  std::string_view value = text.substr(colon + 1);
  const bool negated = TakeMinus(&value);
  return Negated(Filter::Is(std::string(text.substr(0, colon)), std::string(Unquoted(value))), negated);
}

absl::StatusOr<Filter> ReadTag(std::string_view parameter, std::string_view text) {
  if (text.starts_with("_tags:")) return ReadFacet(parameter, text);
  const bool negated = TakeMinus(&text);
  if (text.empty()) return InvalidArgument("reading ", parameter, ": expected a tag, found the end");
  return Negated(Filter::Is(std::string(segment::kTagsAttribute), std::string(Unquoted(text))), negated);
}

absl::StatusOr<Filter> ReadNumeric(std::string_view parameter, std::string_view text) {
  TextReader in(parameter, text);
  in.SkipSpace();
  SIGNPOST_ASSIGN_OR_RETURN(const std::string name, in.Text("an attribute", ":<>=!,()"));
  in.SkipSpace();
  SIGNPOST_ASSIGN_OR_RETURN(std::optional<Filter> filter, in.TakeComparison(name));
  if (!filter && in.Take(":")) {
    in.SkipSpace();
    SIGNPOST_ASSIGN_OR_RETURN(filter, in.TakeRange(name));
    if (!filter) {
      SIGNPOST_ASSIGN_OR_RETURN(const double number, in.Number());
      filter = Filter::Between(name, number, number);
    }
  }
  if (!filter) return in.Error("< <= > >= = != or :");
  in.SkipSpace();
  if (!in.done()) return in.Error("the end");
  return *std::move(filter);
}

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Filter AllOf(std::vector<Filter> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : Filter::All(std::move(parts));
}
Filter AnyOf(std::vector<Filter> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : Filter::Any(std::move(parts));
}

// Reads `a,(b,c)`: a comma is AND outside of parentheses, and OR inside.
absl::StatusOr<std::vector<Filter>> ReadCommas(std::string_view parameter, std::string_view text, ReadText read) {
  std::vector<Filter> out;
  std::vector<Filter> group;
  bool inside = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i == text.size() ? ',' : text[i];
    if (c != ',' && c != '(' && c != ')') continue;
    const std::string_view part = Trimmed(text.substr(begin, i - begin));
    begin = i + 1;
    if (c == '(') {
      if (inside || !part.empty())
        return InvalidArgument("reading ", parameter, ": expected no ( at byte ", i, " of ", Quoted(text));
      inside = true;
      continue;
    }
    if (!part.empty()) {
      SIGNPOST_ASSIGN_OR_RETURN(Filter filter, read(parameter, part));
      (inside ? group : out).push_back(std::move(filter));
    }
    if (c == ')') {
      if (!inside) return InvalidArgument("reading ", parameter, ": expected no ) at byte ", i, " of ", Quoted(text));
      inside = false;
      if (!group.empty()) out.push_back(AnyOf(std::exchange(group, {})));
    }
  }
  if (inside) return InvalidArgument("reading ", parameter, ": expected ) at byte ", text.size(), " of ", Quoted(text));
  return out;
}

absl::Status CheckSize(std::string_view parameter, std::size_t terms) {
  if (terms <= limits::kMaxFilterTerms) return absl::OkStatus();
  return InvalidArgument("reading ", parameter, ": more than ", limits::kMaxFilterTerms, " filters");
}

absl::Status WrongKind(std::string_view parameter) {
  return InvalidArgument("reading ", parameter, ": expected a string, or an array of strings and of arrays of strings");
}

// The strings of a list, the outer elements each a group. A string alone is a list of one.
absl::StatusOr<std::vector<std::vector<std::string>>> Groups(std::string_view parameter, const Value& list,
                                                             std::vector<bool>* is_array) {
  std::vector<std::vector<std::string>> out;
  std::size_t terms = 0;
  auto add_string = [&](const Value& value) {
    if (value.string() == nullptr) return WrongKind(parameter);
    out.back().push_back(*value.string());
    return CheckSize(parameter, ++terms);
  };
  auto add_group = [&](const Value& value) -> absl::Status {
    out.emplace_back();
    is_array->push_back(value.array() != nullptr);
    if (value.array() == nullptr) return add_string(value);
    for (const Value& element : *value.array()) SIGNPOST_RETURN_IF_ERROR(add_string(element));
    return absl::OkStatus();
  };
  if (list.is_null()) return out;
  if (list.array() == nullptr) {
    SIGNPOST_RETURN_IF_ERROR(add_group(list));
    return out;
  }
  for (const Value& element : *list.array()) SIGNPOST_RETURN_IF_ERROR(add_group(element));
  return out;
}

// `commas`: strings outside of inner arrays are lists themselves.
absl::StatusOr<Filter> ReadList(std::string_view parameter, const Value& list, bool commas, ReadText read) {
  std::vector<bool> is_array;
  SIGNPOST_ASSIGN_OR_RETURN(const auto groups, Groups(parameter, list, &is_array));
  std::vector<Filter> all;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<Filter> any;
    for (const std::string& text : groups[g]) {
      if (text.size() > limits::kMaxFilterBytes) return CheckSize(parameter, limits::kMaxFilterTerms + 1);
      if (commas && !is_array[g]) {
        SIGNPOST_ASSIGN_OR_RETURN(std::vector<Filter> parts, ReadCommas(parameter, text, read));
        all.insert(all.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
      } else {
        SIGNPOST_ASSIGN_OR_RETURN(any.emplace_back(), read(parameter, text));
      }
    }
    if (!any.empty()) all.push_back(AnyOf(std::move(any)));
  }
  SIGNPOST_RETURN_IF_ERROR(CheckSize(parameter, all.size()));
  return AllOf(std::move(all));
}

// attribute:value<score=3>
absl::StatusOr<OptionalFilter> ReadOptional(std::string_view parameter, std::string_view text) {
  constexpr std::string_view kScore = "<score=";
  OptionalFilter out;
  if (const std::size_t at = text.rfind(kScore); at != std::string_view::npos && text.ends_with('>')) {
    TextReader in(parameter, text.substr(at + kScore.size(), text.size() - at - kScore.size() - 1));
    SIGNPOST_ASSIGN_OR_RETURN(out.score, in.Number());
    if (!in.done()) return in.Error(">");
    text = text.substr(0, at);
  }
  SIGNPOST_ASSIGN_OR_RETURN(out.filter, ReadFacet(parameter, text));
  if (out.filter.kind == Filter::Kind::kNot) {
    Filter part = std::move(out.filter.parts.front());
    out.filter = std::move(part);
    out.score = -out.score;
  }
  return out;
}

}  // namespace

absl::StatusOr<Filter> ParseFacetFilters(const Value& list) { return ReadList("facetFilters", list, false, ReadFacet); }
absl::StatusOr<Filter> ParseNumericFilters(const Value& list) {
  return ReadList("numericFilters", list, true, ReadNumeric);
}
absl::StatusOr<Filter> ParseTagFilters(const Value& list) { return ReadList("tagFilters", list, true, ReadTag); }

absl::StatusOr<std::vector<OptionalFilter>> ParseOptionalFilters(const Value& list) {
  constexpr std::string_view kParameter = "optionalFilters";
  std::vector<bool> is_array;
  SIGNPOST_ASSIGN_OR_RETURN(const auto groups, Groups(kParameter, list, &is_array));
  std::size_t count = 0;
  for (const std::vector<std::string>& group : groups) count += group.size();
  if (count > limits::kMaxOptionalFilters) {
    return InvalidArgument("reading ", kParameter, ": ", count, " filters, the limit is ", limits::kMaxOptionalFilters);
  }
  std::vector<OptionalFilter> out;
  for (const std::vector<std::string>& group : groups) {
    std::vector<OptionalFilter> alternatives;
    for (const std::string& text : group) {
      SIGNPOST_ASSIGN_OR_RETURN(alternatives.emplace_back(), ReadOptional(kParameter, text));
    }
    std::stable_sort(alternatives.begin(), alternatives.end(),
                     [](const OptionalFilter& a, const OptionalFilter& b) { return a.score > b.score; });
    // The highest score counts: each applies where those before it do not.
    std::vector<Filter> before;
    for (OptionalFilter& alternative : alternatives) {
      Filter own = alternative.filter;
      if (!before.empty()) alternative.filter = Filter::All({own, Filter::Not(AnyOf(before))});
      before.push_back(std::move(own));
      out.push_back(std::move(alternative));
    }
  }
  return out;
}

}  // namespace signpost::inline v0
