// SPDX-License-Identifier: Apache-2.0
#include "dialect/filter_params.h"

#include <iterator>
#include <string>
#include <utility>

#include "base/limits.h"
#include "dialect/json_parser.h"

namespace signpost::dialect {
namespace {

// The list that a member holds, or the text of one.
absl::StatusOr<Value> ListOf(const JsonView& view) {
  const std::string* text = view.value().string();
  if (text == nullptr || !text->starts_with('[')) return view.value();
  absl::StatusOr<Value> value = ParseJsonText(*text, limits::kMaxValueDepth);
  if (!value.ok()) return view.Error("must be a list");
  return value;
}

template <typename Parsed>
absl::Status Check(const JsonView& view, const Parsed& parsed) {
  return parsed.ok() ? absl::OkStatus() : view.Error(StrCat("is wrong: ", Message(parsed.status())));
}

void Add(Filter filter, SearchRequest* out) {
  if (filter.empty()) return;
  if (out->filter.empty()) {
    out->filter = std::move(filter);
  } else {
    out->filter = Filter::All({std::move(out->filter), std::move(filter)});
  }
}

absl::Status AddList(const JsonView& view, absl::StatusOr<Filter> (*parse)(const Value&), SearchRequest* out) {
  SIGNPOST_ASSIGN_OR_RETURN(const Value list, ListOf(view));
  absl::StatusOr<Filter> filter = parse(list);
  SIGNPOST_RETURN_IF_ERROR(Check(view, filter));
  Add(*std::move(filter), out);
  return absl::OkStatus();
}

}  // namespace

absl::Status AddFilters(const JsonView& view, SearchRequest* out) {
  std::string text;
  if (!view.value().is_null()) SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  absl::StatusOr<Filter> filter = ParseFilters(text);
  SIGNPOST_RETURN_IF_ERROR(Check(view, filter));
  Add(*std::move(filter), out);
  return absl::OkStatus();
}

absl::Status AddFacetFilters(const JsonView& view, SearchRequest* out) { return AddList(view, ParseFacetFilters, out); }
absl::Status AddNumericFilters(const JsonView& view, SearchRequest* out) {
  return AddList(view, ParseNumericFilters, out);
}
absl::Status AddTagFilters(const JsonView& view, SearchRequest* out) { return AddList(view, ParseTagFilters, out); }

absl::Status AddOptionalFilters(const JsonView& view, SearchRequest* out) {
  SIGNPOST_ASSIGN_OR_RETURN(const Value list, ListOf(view));
  absl::StatusOr<std::vector<OptionalFilter>> filters = ParseOptionalFilters(list);
  SIGNPOST_RETURN_IF_ERROR(Check(view, filters));
  std::move(filters->begin(), filters->end(), std::back_inserter(out->optional_filters));
  return absl::OkStatus();
}

}  // namespace signpost::dialect
